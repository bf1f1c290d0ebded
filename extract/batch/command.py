"""`bodojaryo run`, once its arguments are read: signals, the run, the summary, the exit code."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

from extract.batch import Busy, Engine, Options, OutputError, Settings, Summary, run
from extract.batch.inputs import WrongInput
from extract.batch.job import Item
from extract.batch.report import Reporter

FAILED, WRONG_USE, NO_OUTPUT, INTERRUPTED = 1, 2, 3, 130


def run_command(
    find: Callable[[], list[Item]], options: Options, engine: Engine, settings: Settings, report: Reporter
) -> int:
    """Run, tell how it went, and return the exit code: 0, or one of the constants above."""
    with _stopping(report) as stop:
        return _run(find, options, engine, settings, report, stop)


def _run(
    find: Callable[[], list[Item]],
    options: Options,
    engine: Engine,
    settings: Settings,
    report: Reporter,
    stop: Callable[[], bool],
) -> int:
    try:
        summary = run(find(), options, engine, settings, report, stop)
    except (WrongInput, Busy) as error:
        return _refuse(error, WRONG_USE)
    except OutputError as error:
        return _refuse(f"{error}; what is done is kept: mend it and run again", NO_OUTPUT)
    _tell(summary, report, settings, options)
    if summary.interrupted:
        return INTERRUPTED
    return FAILED if any(failed for _, _, failed in summary.formats) else 0


def watch_command(
    folders: list[str], find: Callable[[], list[Item]], options: Options, engine: Engine, report: Reporter
) -> int:
    """Run at the start and again after every change, until Ctrl-C; the exit code of the last run."""
    from extract.batch.watch import changes

    code = 0
    with _stopping(report) as stop:
        for _ in changes([Path(folder) for folder in folders], Path(options.output), stop):
            code = _run(find, options, engine, Settings(), report, stop)
            if code in (WRONG_USE, NO_OUTPUT, INTERRUPTED) or stop():
                break
    return code


def choose_engine(workers: int, cluster: str | None) -> Engine:
    """Workers on this machine, or on the machines of a Dask cluster."""
    from extract.batch.work import process

    if cluster:
        from extract.batch.cluster import run_on_cluster

        return partial(run_on_cluster, work=process, address=cluster)
    from extract.batch.engine import run_local

    return partial(run_local, work=process, workers=workers)


def _refuse(error: object, code: int) -> int:
    print(f"bodojaryo: {error}", file=sys.stderr)
    return code


def _tell(summary: Summary, report: Reporter, settings: Settings, options: Options) -> None:
    report.say(str(summary.plan))
    if settings.dry_run:
        return
    for name, records, failed in summary.formats:
        report.say(f"{name:8} {records:6} read {failed:6} failed")
    if summary.duplicates:
        report.say(f"{summary.duplicates} repeat another release: {options.output}/duplicates.jsonl")
    if any(failed for _, _, failed in summary.formats):
        report.say(f"why they failed: {options.output}/errors.jsonl")
    if summary.plan.removed and not settings.prune:
        report.say(f"{len(summary.plan.removed)} inputs have gone; --prune removes their records")
    if summary.interrupted:
        report.say("interrupted; the same command goes on from here")


@contextmanager
def _stopping(report: Reporter) -> Iterator[Callable[[], bool]]:
    """A flag that the first Ctrl-C or SIGTERM raises; the second one ends the process."""
    asked: list[int] = []

    def ask(number: int, _frame: FrameType | None) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)
        report.say("finishing what is under way; once more to leave at once")

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
