"""JSON lines, and CSV that a spreadsheet opens with Korean intact and takes no formula from: a file a table."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import TextIO

from extract.sinks.database.tables import metadata
from extract.sinks.export import Rows, Writer, plain

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so would be calculated


def open_writer(to: str, target: Path) -> Writer:
    """A writer into the folder `target`."""
    target.mkdir(parents=True)
    return _Csv(target) if to == "csv" else _JsonLines(target)


class _JsonLines:
    def __init__(self, target: Path) -> None:
        self._files = {name: _open(target / f"{name}.jsonl") for name in _tables()}

    def write(self, table: str, found: Rows, year: int | None) -> None:
        self._files[table].writelines(f"{json.dumps(row, ensure_ascii=False, default=_day)}\n" for row in found)

    def close(self) -> None:
        _close(self._files)


class _Csv:
    def __init__(self, target: Path) -> None:
        # The mark at the start tells Excel that the file is UTF-8.
        self._files = {name: _open(target / f"{name}.csv", "utf-8-sig") for name in _tables()}
        self._writers = {
            name: csv.DictWriter(file, [column.name for column in metadata.tables[name].c])
            for name, file in self._files.items()
        }
        for writer in self._writers.values():
            writer.writeheader()

    def write(self, table: str, found: Rows, year: int | None) -> None:
        self._writers[table].writerows({name: cell(value) for name, value in row.items()} for row in found)

    def close(self) -> None:
        _close(self._files)


def cell(value: object) -> object:
    """A value as a cell: lists as JSON, and words that a spreadsheet would calculate behind an apostrophe."""
    value = plain(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _tables() -> list[str]:
    return [table.name for table in metadata.sorted_tables if "record" in table.c]


def _open(path: Path, encoding: str = "utf-8") -> TextIO:
    return path.open("w", encoding=encoding, newline="")


def _close(files: dict[str, TextIO]) -> None:
    for file in files.values():
        file.close()


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
