"""`bodojaryo review`, once its arguments are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.batch.job import OutputError
from extract.review.site import NotOurs, Options, build
from extract.sinks.folder import record_names

FAILED, WRONG_USE, NO_OUTPUT = 1, 2, 3
_LINES = 500  # releases between two lines of a log


def review_command(folder: Path, output: Path, options: Options) -> int:
    """Write the pages, tell how it went, and return the exit code: 0, or one of the constants above."""
    try:
        with _progress(sum(1 for _ in record_names(folder))) as step:
            built = build(folder, output, options, step)
    except NotOurs as error:
        print(f"error: {error}", file=sys.stderr)
        return WRONG_USE
    except (OutputError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return NO_OUTPUT
    for bad in built.unreadable:
        print(f"error: {bad.name}: {bad.message}", file=sys.stderr)
    if built.undrawn:
        print(f"{built.undrawn} without pictures, since their originals are gone or broken", file=sys.stderr)
    print(f"{built.releases} releases: open {output / 'index.html'}", file=sys.stderr)
    return FAILED if built.unreadable else 0


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; in a log a line now and then."""
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True)) as bar:
            task = bar.add_task("", total=total)
            yield lambda: bar.advance(task)
        return
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % _LINES == 0:
            print(f"{done}/{total} done", file=sys.stderr, flush=True)

    yield step
