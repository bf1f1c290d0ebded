"""How many leading rows and columns of a table hold labels, told by what its cells say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.grid_words import is_value
from parsers.document import Table

if TYPE_CHECKING:
    from extract.grid import Grid

_CORNER = re.compile(r"구\s*분|항\s*목|연\s*번|순\s*번|번\s*호|No\.?|순위")
_ODD = 0.15  # the share of a label column's cells that may be long or look like values
_LONG = 40


def header_rows(grid: Grid) -> int:
    """How many leading rows hold labels."""
    table = grid.table
    if table.rows < 2:
        return 0
    flagged = 0
    while flagged < table.rows - 1 and _all_flagged(table, flagged):
        flagged += 1
    if flagged:
        return flagged
    corner = table.at(0, 0)
    if corner and corner.column_span == table.columns > 1 and corner.row_span < table.rows - 1:
        under = corner.row_span  # it names the table; the row below it may head the columns
        return under + 1 if _labels_only(grid, under) and _looks_like_header(grid, under) else under
    if corner and corner.row_span > 1 and corner.row_span < table.rows and _labels_only(grid, 0):
        return corner.row_span if all(_labels_only(grid, row) for row in range(corner.row_span)) else 1
    if not _labels_only(grid, 0):
        return 0
    return 1 + _is_divided(grid) if _looks_like_header(grid, 0) else 0


def _is_divided(grid: Grid) -> bool:
    """Whether a second row divides heads of the first that span columns, with values below."""
    table = grid.table
    spanned = [at for at in range(table.columns) if (top := table.at(0, at)) and 1 < top.column_span < table.columns]
    if not spanned or table.rows < 3 or not _labels_only(grid, 1):
        return False
    return all(grid.at(1, at) for at in spanned) and any(is_value(grid.at(2, at)) for at in spanned)


def _all_flagged(table: Table, row: int) -> bool:
    cells = [table.at(row, column) for column in range(table.columns)]
    return all(cell.header for cell in cells if cell) and any(cells)


def _labels_only(grid: Grid, row: int) -> bool:
    words = [grid.at(row, column) for column in range(grid.table.columns)]
    return sum(map(bool, words)) >= min(2, len(words)) and not any(
        is_value(word) or len(word) > _LONG for word in words
    )


def _looks_like_header(grid: Grid, at: int) -> bool:
    """A row of labels is a header if its corner says so or values stand below it; not in a label/value table."""
    first = grid.at(at, 0)
    if _CORNER.match(first) or not first:
        return True
    if grid.table.columns == 2 and (grid.table.rows < at + 3 or not is_value(grid.at(at + 1, 1))):
        return False
    below = [grid.at(row, column) for row in range(at + 1, grid.table.rows) for column in range(grid.table.columns)]
    return grid.table.columns > 2 or all(map(is_value, below[1::2]))


def header_columns(grid: Grid, header_rows: int) -> int:
    """How many leading columns hold labels, below the header rows."""
    table = grid.table
    if table.columns < 2:
        return 0
    count = 0
    while count < table.columns - 1 and _label_column(grid, header_rows, count):
        count += 1
    if count == table.columns - 1 and not any(is_value(grid.at(row, count)) for row in range(header_rows, table.rows)):
        return 1 if header_rows == 0 or _flagged_column(table, header_rows) else 0
    return count


def _flagged_column(table: Table, header_rows: int) -> bool:
    cells = [table.at(row, 0) for row in range(header_rows, table.rows)]
    return all(cell.header for cell in cells if cell)


def _label_column(grid: Grid, header_rows: int, column: int) -> bool:
    words = [grid.at(row, column) for row in range(header_rows, grid.table.rows)]
    numbering = column == 0 and [word for word in words if word.isdigit()] == [str(n + 1) for n in range(len(words))]
    odd = sum(is_value(word) or len(word) > _LONG for word in words)
    return numbering or odd <= _ODD * len(words)
