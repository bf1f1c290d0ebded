"""Many releases: inputs in, records out, nothing lost and nothing done twice.

inputs → plan (what the manifest does not have) → engine (workers do jobs) → manifest → errors, duplicates, summary
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from extract.batch.job import Done, Item, Job, Options, OutputError
from extract.batch.manifest import NAME as MANIFEST
from extract.batch.manifest import Manifest
from extract.batch.plan import Plan, plan, version_of
from extract.batch.report import Count, Reporter, reporter
from extract.batch.store import LocalStore, Store, open_store

__all__ = ["Busy", "Item", "Options", "OutputError", "Plan", "Settings", "Summary", "run"]

Engine = Callable[[Iterable[Job], Callable[[], bool]], Iterator[Done]]


class Busy(Exception):
    """Another run has this output folder open."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run goes about its work; none of it changes a record."""

    retry_errors: bool = False
    prune: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: `formats` holds (format, records, failures) of all that the output folder knows."""

    plan: Plan
    done: int
    failed: int
    duplicates: int
    formats: tuple[tuple[str, int, int], ...]
    interrupted: bool = False


def run(
    items: list[Item],
    options: Options,
    engine: Engine,
    settings: Settings | None = None,
    report: Reporter | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Summary:
    """Bring an output folder up to date with its inputs; raises Busy or OutputError."""
    settings, report = settings or Settings(), report or reporter("quiet")
    options = _absolute(options)
    with _opened(options.output) as (store, manifest):
        version = version_of(options)
        found = plan(items, manifest.entries(), _whole(store, manifest), version, settings.retry_errors)
        if settings.dry_run:
            return Summary(found, 0, 0, 0, ())
        for item in found.touched:
            manifest.restamp(item)
        count = Count(len(found.todo))
        report.start(count)
        try:
            for done in engine((Job(item, options) for item in found.todo), stop):
                _settle(store, manifest, done, version)
                count.add(done)
                report.step(done)
        finally:
            report.close()
        if settings.prune:
            _prune(store, manifest, found.removed)
        return _finish(store, manifest, found, count)


def _settle(store: Store, manifest: Manifest, done: Done, version: str) -> None:
    """Note a finished input, and remove records that it had before and has no more."""
    before = set(manifest.places(done.item.place))
    manifest.record([done], version)
    for place in sorted(before - {o.place for o in done.outcomes if not o.failure}):
        _remove(store, place)


def _prune(store: Store, manifest: Manifest, removed: Iterable[str]) -> None:
    for place in removed:
        for record in manifest.forget(place):
            _remove(store, record)


def _remove(store: Store, place: str) -> None:
    store.remove(f"{place}.json")
    store.remove(f"{place}.txt")


def _finish(store: Store, manifest: Manifest, found: Plan, count: Count) -> Summary:
    errors = [
        {"input": place, "stage": why.stage, "error": why.kind, "message": why.message}
        for place, why in manifest.failures()
    ]
    groups = list(manifest.duplicates())
    _write_lines(store, "errors.jsonl", errors)
    _write_lines(store, "duplicates.jsonl", [{"releases": places} for places in groups])
    repeated = sum(len(places) - 1 for places in groups)
    interrupted = count.done < count.total
    return Summary(found, count.done, count.failed, repeated, tuple(manifest.tally()), interrupted)


def _write_lines(store: Store, name: str, rows: Sequence[Mapping[str, object]]) -> None:
    if rows:
        store.write(name, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    else:
        store.remove(name)


def _whole(store: Store, manifest: Manifest) -> set[str]:
    """Places of the inputs whose records are all in the store."""
    there, written = store.names(), manifest.written()
    missing = {
        owner
        for owner, places in written.items()
        if any(f"{place}.{kind}" not in there for place in places for kind in ("json", "txt"))
    }
    return set(manifest.entries()) - missing


def _absolute(options: Options) -> Options:
    return options if "://" in options.output else replace(options, output=str(Path(options.output).resolve()))


@contextmanager
def _opened(output: str) -> Iterator[tuple[Store, Manifest]]:
    """The output's store and manifest, for this run alone."""
    if "://" in output:
        from extract.batch.remote import remote_manifest

        with remote_manifest(output) as manifest:
            yield open_store(output), manifest
        return
    store = LocalStore(Path(output))
    with _lock(store.folder):
        store.sweep()
        manifest = Manifest(store.folder / MANIFEST)
        try:
            yield store, manifest
        except sqlite3.OperationalError as error:
            raise OutputError(f"{store.folder / MANIFEST}: {error}") from error
        finally:
            manifest.close()


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise Busy(f"{folder}: another run is writing here; wait for it, or give another output folder") from None
    except OSError as error:
        raise OutputError(f"{folder}: {error.strerror}") from error
    try:
        yield
    finally:
        lock.release()
