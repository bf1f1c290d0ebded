"""Totals of tables that are not the sum of what stands above or below them.

A total is doubted only where the table's other totals are right, or where it is the only one and nearly right: so
what it adds up is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.grid import Grid
from extract.reading import Reading
from extract.release import Warning
from parsers.document import Cell

_TOTAL = re.compile(r"(?:총|합)?\s?계|총\s?합계|총액|전체")
_PART = re.compile(r"소\s?계")
_NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")
_NOTHING = ("", "-", "–", "―")
_NEAR = 0.2
_ALONE = 0.1
_FEWEST = 3
_NO_SUM = re.compile(r"%|비율|비중|률|평균|증감|순위|대비|단가")


class _Sum(NamedTuple):
    """A total, where it stands, its parts, and the step of their last digits."""

    cell: Cell
    total: float
    parts: tuple[float, ...]
    step: float

    @property
    def off(self) -> float:
        return abs(self.total - sum(self.parts))

    @property
    def right(self) -> bool:
        return self.off <= self.step * (len(self.parts) + 1) / 2


def check_tables(reading: Reading) -> Iterator[Warning]:
    """The one total of a table that is wrong where all others are right."""
    for grid in reading.grids:
        sums = list(_sums(grid))
        wrong = [one for one in sums if not one.right]
        near = _NEAR if len(sums) > 1 else _ALONE
        if len(wrong) == 1 and wrong[0].off < wrong[0].total * near:
            one = wrong[0]
            message = f"{one.total:,.10g} is stated, the parts add up to {sum(one.parts):,.10g}"
            evidence = reading.evidence(one.cell.start, one.cell.end)
            yield Warning(code="sum_mismatch", message=message, evidence=[evidence])


def _sums(grid: Grid) -> Iterator[_Sum]:
    """The totals of a table's columns: one row is labelled a total, the others are its parts."""
    table = grid.table
    labels = [grid.at(row, 0) for row in range(table.rows)]
    totals = [row for row, label in enumerate(labels) if _TOTAL.fullmatch(label)]
    if len(totals) != 1 or any(_PART.search(grid.words(cell)) for cell in table.cells):
        return
    body = [row for row in range(max(1, grid.header_rows), table.rows) if row != totals[0]]
    merged = {cell.column for cell in table.cells if cell.row_span > 1 and cell.row >= grid.header_rows}
    for column in range(1, table.columns):
        cell = table.at(totals[0], column)
        parts = [_number(grid.at(row, column)) for row in body]
        total = _number(grid.words(cell))
        if column in merged or _NO_SUM.search(grid.at(0, column)):
            continue
        if cell and cell.column_span == 1 and total and len(body) >= _FEWEST and None not in parts:
            values = tuple(part[0] for part in parts if part)
            yield _Sum(cell, total[0], values, max(part[1] for part in (total, *parts) if part))


def _number(words: str) -> tuple[float, float] | None:
    """A number and the step of its last digit; dashes and empty cells are nothing."""
    if words in _NOTHING:
        return 0.0, 0.0
    hit = _NUMBER.fullmatch(words)
    if hit is None:
        return None
    decimals = len(hit.group(2) or "")
    return float(words.replace(",", "")), 0.1**decimals
