"""The records of a run's output as files for other programs: the tables of the database, without one.

A format is a Writer; rows reach it table by table in batches, so that memory does not grow with the number of releases.
"""

from __future__ import annotations

import importlib
import json
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from extract.sinks.database.rows import rows
from extract.sinks.folder import Unreadable, read_record, record_names

BATCH = 500  # releases

# The module of a format; those besides text need the extra `export`.
FORMATS: dict[str, str] = {"jsonl": "text", "csv": "text", "xlsx": "xlsx", "parquet": "columns", "duckdb": "columns"}
Rows = list[dict[str, Any]]


class ExportError(Exception):
    """The export cannot be made; the message says why and what to do."""


def plain(value: object) -> object:
    """A value as one cell can hold it: lists as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple) else value


class Writer(Protocol):
    """Where the rows of all tables go."""

    def write(self, table: str, found: Rows, year: int | None) -> None:
        """Take rows of one table; `year` is that in which their releases were published."""

    def close(self) -> None:
        """Finish the files."""


@dataclass(frozen=True)
class Exported:
    """What an export did."""

    releases: int
    unreadable: tuple[Unreadable, ...]


def export(folder: Path, to: str, target: Path) -> Exported:
    """Write the records of `folder` to `target`, a file (xlsx, duckdb) or a folder (the others), whole or not at all.

    Raises ExportError where `target` exists, or the library that writes the format is missing.
    """
    make = _maker(to)
    if target.exists():
        raise ExportError(f"{target} exists; remove it, or name another")
    unreadable, count = list[Unreadable](), 0
    with _whole(target) as part:
        writer = make(to, part)
        waiting: defaultdict[tuple[str, int | None], Rows] = defaultdict(list)
        try:
            for name in record_names(folder):
                record = read_record(folder, name)
                if isinstance(record, Unreadable):
                    unreadable.append(record)
                    continue
                published = record.release.published
                year = published.year if published else None
                for table, row in rows(record):
                    waiting[table, year].append(row)
                count += 1
                if count % BATCH == 0:
                    _flush(writer, waiting)
            _flush(writer, waiting)
        finally:
            writer.close()
    return Exported(count, tuple(unreadable))


def _maker(to: str) -> Callable[[str, Path], Writer]:
    try:
        make: Callable[[str, Path], Writer] = importlib.import_module(f"extract.sinks.export.{FORMATS[to]}").open_writer
    except ModuleNotFoundError as error:
        raise ExportError(f"{to} needs {error.name}: pip install 'bodojaryo[export]'") from None
    return make


def _flush(writer: Writer, waiting: dict[tuple[str, int | None], Rows]) -> None:
    for (table, year), found in waiting.items():
        writer.write(table, found, year)
    waiting.clear()


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A place beside the target that becomes it when all went well, and is removed else."""
    part = target.with_name(f".{target.name}.part")
    _remove(part)
    try:
        yield part
    except BaseException:
        _remove(part)
        raise
    part.rename(target)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
