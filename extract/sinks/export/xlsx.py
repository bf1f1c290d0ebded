"""One workbook with a sheet a table; every word is written as a word, never as a formula or a link."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from extract.sinks.database.tables import metadata
from extract.sinks.export import ExportError, Rows, Writer, plain

ROWS, LETTERS = 1_048_576, 32_767  # of a sheet; of a cell


def open_writer(to: str, target: Path) -> Writer:
    """A writer of the workbook `target`."""
    return _Workbook(target)


class _Workbook:
    def __init__(self, target: Path) -> None:
        options = {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
        self._book = xlsxwriter.Workbook(str(target), options)
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._sheets = {}
        for table in metadata.sorted_tables:
            if "record" in table.c:
                sheet = self._sheets[table.name] = self._book.add_worksheet(table.name)
                sheet.freeze_panes(1, 0)
                for place, column in enumerate(table.c):
                    sheet.write_string(0, place, column.name)
        self._next = dict.fromkeys(self._sheets, 1)

    def write(self, table: str, found: Rows, year: int | None) -> None:
        for row in found:
            at = self._next[table]
            if at >= ROWS:
                raise ExportError(f"{table} has more rows than a sheet holds; export to csv or parquet")
            for place, column in enumerate(metadata.tables[table].c):
                self._cell(table, at, place, row.get(column.name))
            self._next[table] = at + 1

    def _cell(self, table: str, row: int, place: int, value: object) -> None:
        sheet = self._sheets[table]
        if isinstance(value, date) and not isinstance(value, datetime):
            sheet.write_datetime(row, place, value, self._day)
        elif isinstance(value, bool):
            sheet.write_boolean(row, place, value)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value)
        elif value is not None:
            words = str(plain(value))
            sheet.write_string(row, place, words if len(words) <= LETTERS else f"{words[: LETTERS - 1]}…")

    def close(self) -> None:
        self._book.close()
