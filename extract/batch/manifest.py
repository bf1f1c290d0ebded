"""What a folder of outputs was made from: one SQLite file in it, updated as documents finish."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from extract.batch.job import Done, Failure, Item, Outcome

NAME = "manifest.sqlite"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS inputs (
    place TEXT PRIMARY KEY, root TEXT NOT NULL, stamp TEXT NOT NULL, sha256 TEXT, version TEXT NOT NULL,
    failed INTEGER NOT NULL, times_done INTEGER NOT NULL, finished TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS releases (
    place TEXT PRIMARY KEY, input TEXT NOT NULL REFERENCES inputs(place), format TEXT, key TEXT,
    stage TEXT, kind TEXT, message TEXT);
CREATE INDEX IF NOT EXISTS releases_of_input ON releases(input);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest knows of an input."""

    place: str
    root: str
    stamp: str
    sha256: str | None
    version: str
    failed: bool


class Manifest:
    """The manifest of one output folder, open for a run."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.execute("PRAGMA cache_size=-512")  # kilobytes; the manifest is written in order and seldom read
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Fold the journal into the file where there is room for it, and close it."""
        with suppress(sqlite3.OperationalError):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()

    def entries(self) -> dict[str, Entry]:
        """Every input done so far, by place."""
        rows = self._db.execute("SELECT place, root, stamp, sha256, version, failed FROM inputs")
        return {row[0]: Entry(row[0], row[1], row[2], row[3], row[4], bool(row[5])) for row in rows}

    def record(self, done: Iterable[Done], version: str) -> None:
        """Note finished inputs, all or none."""
        with self._transaction():
            for one in done:
                self._record(one, version)

    def restamp(self, item: Item) -> None:
        """An input was touched without a change of its bytes."""
        self._db.execute("UPDATE inputs SET stamp=?, root=? WHERE place=?", (item.stamp, item.root, item.place))

    def forget(self, place: str) -> list[str]:
        """Drop an input; the places of its releases."""
        places = self.places(place)
        with self._transaction():
            self._db.execute("DELETE FROM releases WHERE input=?", (place,))
            self._db.execute("DELETE FROM inputs WHERE place=?", (place,))
        return places

    def places(self, input_place: str) -> list[str]:
        """The places of the records that an input became."""
        rows = self._db.execute("SELECT place FROM releases WHERE input=? AND kind IS NULL", (input_place,))
        return [row[0] for row in rows]

    def written(self) -> dict[str, list[str]]:
        """For every input, the places of its records."""
        found: dict[str, list[str]] = {}
        for owner, place in self._db.execute("SELECT input, place FROM releases WHERE kind IS NULL"):
            found.setdefault(owner, []).append(place)
        return found

    def failures(self) -> Iterator[tuple[str, Failure]]:
        """Every release that has no record, and why, by place."""
        rows = self._db.execute("SELECT place, stage, kind, message FROM releases WHERE kind NOT NULL ORDER BY place")
        return ((row[0], Failure(*row[1:])) for row in rows)

    def tally(self) -> list[tuple[str, int, int]]:
        """Format, records and failures, by format."""
        return self._db.execute(
            "SELECT coalesce(format, '?'), sum(kind IS NULL), sum(kind NOT NULL) FROM releases GROUP BY 1 ORDER BY 1"
        ).fetchall()

    def duplicates(self) -> Iterator[list[str]]:
        """Places of releases with the same words, two or more in a group."""
        rows = self._db.execute(
            "SELECT key, place FROM releases WHERE key IN"
            " (SELECT key FROM releases WHERE key NOT NULL GROUP BY key HAVING count(*) > 1) ORDER BY key, place"
        )
        groups: dict[str, list[str]] = {}
        for key, place in rows:
            groups.setdefault(key, []).append(place)
        return iter(sorted(groups.values()))

    def _record(self, done: Done, version: str) -> None:
        item = done.item
        failed = any(outcome.failure for outcome in done.outcomes)
        self._db.execute("DELETE FROM releases WHERE input=?", (item.place,))
        self._db.execute(
            "INSERT INTO inputs VALUES (?,?,?,?,?,?,1,strftime('%Y-%m-%dT%H:%M:%SZ','now'))"
            " ON CONFLICT(place) DO UPDATE"
            " SET root=excluded.root, stamp=excluded.stamp, sha256=excluded.sha256, version=excluded.version,"
            " failed=excluded.failed, times_done=times_done+1, finished=excluded.finished",
            (item.place, item.root, item.stamp, done.sha256, version, failed),
        )
        self._db.executemany(
            "INSERT OR REPLACE INTO releases VALUES (?,?,?,?,?,?,?)", [_row(item, outcome) for outcome in done.outcomes]
        )

    def _transaction(self) -> _Transaction:
        return _Transaction(self._db)


class _Transaction:
    """BEGIN and COMMIT around a block; ROLLBACK when it raises."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._db.execute("ROLLBACK" if kind else "COMMIT")


def _row(item: Item, outcome: Outcome) -> tuple[str | None, ...]:
    failure = outcome.failure
    why = (failure.stage, failure.kind, failure.message) if failure else (None, None, None)
    return (outcome.place, item.place, outcome.format, outcome.key, *why)
