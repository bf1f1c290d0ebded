"""What a run says while it works, on standard error: a bar on a terminal, lines in a log, JSON for machines."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from extract.batch.job import Done

Style = Literal["bar", "lines", "json", "quiet"]
_EVERY = 5.0  # seconds between two lines of a log


@dataclass
class Count:
    """How far a run is."""

    total: int
    done: int = 0
    failed: int = 0
    started: float = field(default_factory=time.monotonic)

    def add(self, done: Done) -> None:
        """Count one finished input."""
        self.done += 1
        self.failed += any(outcome.failure for outcome in done.outcomes)

    @property
    def rate(self) -> float:
        """Inputs a second so far."""
        return self.done / max(time.monotonic() - self.started, 1e-6)

    def __str__(self) -> str:
        """One line for people."""
        left = (self.total - self.done) / self.rate if self.done else 0
        return f"{self.done}/{self.total} done, {self.failed} failed, {self.rate:.0f}/s, {left:.0f} s left"


class Reporter(Protocol):
    """Told of the start, of every finished input, and of the end."""

    def start(self, count: Count) -> None:
        """The run begins."""

    def step(self, done: Done) -> None:
        """An input is finished."""

    def say(self, message: str) -> None:
        """A line for people."""

    def close(self) -> None:
        """The run is over."""


def reporter(style: Style) -> Reporter:
    """The reporter for a style."""
    makers: dict[Style, Callable[[], Reporter]] = {"bar": Bar, "lines": Lines, "json": JsonLines, "quiet": Quiet}
    return makers[style]()


class Quiet:
    """Says nothing but what failed."""

    def start(self, count: Count) -> None:
        """Nothing."""

    def step(self, done: Done) -> None:
        """Name the releases that failed."""
        for outcome in done.outcomes:
            if outcome.failure:
                self._print(f"{outcome.place}: {outcome.failure.message}")

    def say(self, message: str) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""

    def _print(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)


class Lines(Quiet):
    """A line every few seconds, for logs."""

    def start(self, count: Count) -> None:
        """Remember the count and the time."""
        self._count, self._last = count, time.monotonic()

    def step(self, done: Done) -> None:
        """Name failures; now and then say how far the run is."""
        super().step(done)
        if time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            self._print(str(self._count))

    def say(self, message: str) -> None:
        """Print it."""
        self._print(message)


class JsonLines(Quiet):
    """An object a line for every finished release and message."""

    def step(self, done: Done) -> None:
        """One object for each release of the input."""
        for outcome in done.outcomes:
            row = {"event": "release", "place": outcome.place, "format": outcome.format}
            if why := outcome.failure:
                row |= {"stage": why.stage, "error": why.kind, "message": why.message}
            self._print(json.dumps(row, ensure_ascii=False))

    def say(self, message: str) -> None:
        """One object for the message."""
        self._print(json.dumps({"event": "message", "message": message}, ensure_ascii=False))


class Bar(Quiet):
    """A progress bar with rate, failures and time left."""

    def start(self, count: Count) -> None:
        """Draw the bar."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
        self._count = count
        self._bar = Progress(*columns, console=Console(stderr=True), refresh_per_second=4)
        self._task = self._bar.add_task("", total=count.total)
        self._bar.start()

    def step(self, done: Done) -> None:
        """Move the bar."""
        super().step(done)
        about = f"{self._count.rate:.0f}/s, {self._count.failed} failed"
        self._bar.update(self._task, completed=self._count.done, description=about)

    def close(self) -> None:
        """Leave the bar as it stands."""
        if hasattr(self, "_bar"):
            self._bar.stop()

    def say(self, message: str) -> None:
        """Print it below the bar."""
        self._print(message)

    def _print(self, line: str) -> None:
        bar = getattr(self, "_bar", None)
        if bar is not None and bar.live.is_started:
            bar.console.print(line, markup=False, highlight=False)
        else:
            super()._print(line)
