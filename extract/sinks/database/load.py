"""A folder of records into a database: batches that replace what was there of each release, each all or nothing."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from extract.sinks.database.engine import DatabaseError, lock, reason
from extract.sinks.database.rows import rows
from extract.sinks.database.tables import metadata, releases
from extract.sinks.folder import Files, Record, Unreadable, read_files, record_names, to_record
from extract.uncollected import uncollected

BATCH = 500  # releases a transaction
PAUSES = (0.5, 2.0, 8.0)  # seconds before a batch is tried again after the connection was lost


@dataclass(frozen=True)
class Loaded:
    """What a load did; `unchanged` were there already, from the same files."""

    loaded: int = 0
    unchanged: int = 0
    removed: int = 0
    unreadable: tuple[Unreadable, ...] = ()

    def __add__(self, more: Loaded) -> Loaded:
        """Both together."""
        sums = (self.loaded + more.loaded, self.unchanged + more.unchanged, self.removed + more.removed)
        return Loaded(*sums, self.unreadable + more.unreadable)


def load(folder: Path, engine: Engine, keep: bool = False) -> Loaded:
    """Make the database hold exactly the records of `folder`; with `keep`, leave the others that it holds.

    A record that cannot be read leaves what the database holds of it. Raises DatabaseError when the database stays
    out of reach; what was committed until then is whole releases, and loading again completes it.
    """
    seen, done = set[str](), Loaded()
    for names in _batches(record_names(folder), BATCH):
        seen.update(names)
        with uncollected():
            done += _load_batch(folder, engine, names)
    return done + Loaded(removed=0 if keep else _remove_others(engine, seen))


def _load_batch(folder: Path, engine: Engine, names: list[str]) -> Loaded:
    found = [read_files(folder, name) for name in names]
    files = [one for one in found if isinstance(one, Files)]
    changed = _changed(engine, files)
    records = [to_record(one) for one in changed]
    good = [one for one in records if isinstance(one, Record)]
    values = _by_table(row for one in good for row in rows(one))
    if good:
        _retried(engine, partial(_replace, names=[one.name for one in good], values=values))
    unreadable = tuple(one for one in (*found, *records) if isinstance(one, Unreadable))
    return Loaded(len(good), len(files) - len(changed), unreadable=unreadable)


def _changed(engine: Engine, files: list[Files]) -> list[Files]:
    """Those from which the database does not hold its rows already."""
    named = releases.c.record.in_([one.name for one in files])
    there = dict[str, str]()

    def look(connection: Connection) -> None:
        held = connection.execute(select(releases.c.record, releases.c.digest).where(named))
        there.update({row.record: row.digest for row in held})

    _retried(engine, look)
    return [one for one in files if there.get(one.name) != one.digest]


def _by_table(found: Iterable[tuple[str, dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    values = defaultdict[str, list[dict[str, Any]]](list)
    for table, row in found:
        values[table].append(row)
    return values


def _replace(connection: Connection, names: list[str], values: dict[str, list[dict[str, Any]]]) -> None:
    _delete(connection, names)
    for table in metadata.sorted_tables:
        if values.get(table.name):
            connection.execute(table.insert(), values[table.name])


def _delete(connection: Connection, names: list[str]) -> None:
    """Take away releases, with which their rows in the other tables go."""
    there = connection.scalars(select(releases.c.record).where(releases.c.record.in_(names))).all()
    if there:
        connection.execute(delete(releases).where(releases.c.record.in_(there)))


def _remove_others(engine: Engine, seen: set[str]) -> int:
    with engine.connect() as connection:
        gone = [name for name in connection.scalars(select(releases.c.record)) if name not in seen]
    for names in _batches(gone, BATCH):
        _retried(engine, partial(_delete, names=names))
    return len(gone)


def _retried(engine: Engine, work: Callable[[Connection], None]) -> None:
    """Do one transaction; again, after a pause, when the connection was lost."""
    for pause in (*PAUSES, None):
        try:
            with engine.begin() as connection:
                lock(connection)
                work(connection)
            return
        except SQLAlchemyError as error:
            lost = isinstance(error, DBAPIError) and error.connection_invalidated
            if pause is None or not lost:
                raise DatabaseError(f"{reason(error, engine)}; what is committed is whole: load again") from None
            time.sleep(pause)


def _batches(names: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(names)
    while batch := list(islice(rest, size)):
        yield batch
