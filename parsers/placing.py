"""The places of a table's cells: no two on one, whatever a file says of their spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from parsers.errors import TooLarge
from parsers.items import GridCell

# A grid is stored place by place when looked up: spans that lie about their size must not cost memory.
MAX_PLACES = 200_000


def in_order(cells: Iterable[GridCell]) -> list[GridCell]:
    """Cells from the top, each row from the left."""
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def placed(cells: Sequence[GridCell]) -> list[GridCell]:
    """Cells in reading order, no two on one place: spans are cut where they meet another cell or the table's edge."""
    if len(cells) > MAX_PLACES:
        raise TooLarge(f"a table has more than {MAX_PLACES:,} cells")
    height = max((cell.row for cell in cells), default=0) + 1
    width = max((cell.column for cell in cells), default=0) + 1
    if height * width > MAX_PLACES:
        cells = [replace(cell, row=row, column=0) for row, cell in enumerate(in_order(cells))]
        height, width = len(cells), 1
    taken = {(cell.row, cell.column) for cell in cells}
    covered: set[tuple[int, int]] = set()
    done = list[GridCell]()
    for cell in in_order(cells):
        if (cell.row, cell.column) in covered:
            done[-1] = replace(done[-1], content=done[-1].content + cell.content)
            continue
        fitted = _fit(cell, taken, height, width)
        places = _places(fitted)
        taken |= places
        covered |= places
        done.append(fitted)
    return done


def _places(cell: GridCell) -> set[tuple[int, int]]:
    return {
        (row, column)
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }


def _fit(cell: GridCell, taken: set[tuple[int, int]], height: int, width: int) -> GridCell:
    """The cell with the largest span up to its own that covers no other cell."""
    right = min(cell.column + max(cell.column_span, 1), width)
    for column in range(cell.column + 1, right):
        if (cell.row, column) in taken:
            right = column
            break
    bottom = min(cell.row + max(cell.row_span, 1), height)
    for row in range(cell.row + 1, bottom):
        if any((row, column) in taken for column in range(cell.column, right)):
            bottom = row
            break
    return replace(cell, row_span=bottom - cell.row, column_span=right - cell.column)
