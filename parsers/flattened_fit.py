"""Cells in a row, without their table: how many columns, where rows begin, which cells are missing.

The first cells that are labels are the header, the cells after it the first row, whose labels and numbers are the
pattern. Every later row is read as the pattern with as few cells missing as can be, so that all rows together miss
fewest: a shortest path over the cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_MOST = 10
_DATED = re.compile(
    r"['‘’`]?\d{2,4}\s?(?:년도?)?|\d{1,2}[.월/]\s?\d{0,2}[.일]?.{0,12}|\d\s?(?:분기|주|차)"
    r"|['‘’`]?\d{2}[.년].{0,10}|\d{1,2}[~-]\d{1,2}\S{1,4}"
)
_TOTAL = re.compile(r"계|합|총")
_NUMBERED = re.compile(r"연\s*번|순\s*번|번\s*호|No")
_MISSING, _MERGED, _TOTALS, _ODD = 1.0, 0.2, 0.5, 1.2
# How much may be missing in all, per place; and how many rows must be whole.
_TOLERANCE, _WHOLE = 0.15, 0.6


@dataclass(frozen=True, slots=True)
class Fit:
    """Rows as places in the cells: for every column the index of its cell, or None. The first row is the header."""

    rows: tuple[tuple[int | None, ...], ...]
    end: int


def fit(cells: Sequence[str], is_number: Callable[[str], bool]) -> Fit | None:
    """The table that some cells make from their first on, if one is plain; the one that covers most."""
    if cells and _DATED.fullmatch(cells[0]):
        return _cornerless(cells, is_number)
    numbers = [is_number(cell) for cell in cells]
    best: tuple[tuple[float, ...], Fit] | None = None
    for width in range(2, min(_MOST, (len(cells) - 1) // 2) + 1):
        if not is_header(cells[:width], numbers):
            break
        found = _with_width(cells, numbers, width)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best[1] if best else None


def _cornerless(cells: Sequence[str], is_number: Callable[[str], bool]) -> Fit | None:
    """A table whose first cell is empty and was lost: its header begins with dates."""
    found = fit(["-기준-", *cells], lambda cell: cell != "-기준-" and is_number(cell))
    if found is None:
        return None
    return Fit(tuple(tuple(at - 1 if at else None for at in row) for row in found.rows), found.end - 1)


def is_header(cells: Sequence[str], numbers: Sequence[bool]) -> bool:
    """Whether cells can head columns: labels, and after the first also dates; what numbers the rows stands first."""
    if any(_NUMBERED.match(cell) for cell in cells[1:]):
        return False
    dated = all(_DATED.fullmatch(cell) or not number for cell, number in zip(cells, numbers, strict=False))
    return not numbers[0] and dated and not any(cell.endswith(("다", "→", "⇒")) or len(cell) > 40 for cell in cells)


def _with_width(cells: Sequence[str], numbers: Sequence[bool], width: int) -> tuple[tuple[float, ...], Fit] | None:
    pattern = numbers[width : 2 * width]
    if not any(pattern) or (pattern[0] and not _NUMBERED.match(cells[0])):
        return None
    cost, back = _paths(numbers, pattern, width)
    right = bool(_TOTAL.search(cells[width - 1]))
    best: tuple[tuple[float, ...], Fit] | None = None
    for end in range(len(cells), 2 * width + 1, -1):
        if cost[end] > _TOLERANCE * (end - width):
            continue
        rows = _rows(back, numbers, pattern, width, end, right)
        if (
            any(row[0] is None and all(numbers[at] for at in row if at is not None) for row in rows[:-1])
            or len(rows) < 2
        ):
            continue
        whole = sum(None not in row[_merges(pattern) :] for row in rows)
        if whole >= max(2, _WHOLE * len(rows)) or (len(rows) == 2 and whole and width > 3):
            score = (end - 2.5 * cost[end], -width)
            if best is None or score > best[0]:
                best = score, Fit((tuple(range(width)), *rows), end)
    return best


def _paths(numbers: Sequence[bool], pattern: Sequence[bool], width: int) -> tuple[list[float], list[int]]:
    """For every end the least that its rows can miss, and where its last row begins."""
    cost, back = [float("inf")] * (len(numbers) + 1), [0] * (len(numbers) + 1)
    cost[width] = 0.0
    for start in range(width, len(numbers)):
        if cost[start] == float("inf"):
            continue
        for length in range(1 if width == 2 else 2, width + 1):
            end = start + length
            if end > len(numbers):
                break
            price = _price(numbers[start:end], pattern)
            if cost[start] + price < cost[end]:
                cost[end], back[end] = cost[start] + price, start
    return cost, back


def _price(row: Sequence[bool], pattern: Sequence[bool]) -> float:
    if all(row) and not pattern[0] and len(row) == sum(pattern):
        return _TOTALS  # a total whose label was lost; only the last row may be one
    if row[0] != pattern[0]:
        return float("inf")
    if len(row) == len(pattern):
        return _ODD * sum(a != b for a, b in zip(row, pattern, strict=True))
    if _placed(row, pattern, right=True) is None or not any(row):
        return float("inf")
    short = len(pattern) - len(row)
    return _MERGED if short == 1 == _merges(pattern) and not row[0] and row[1] == pattern[2] else _MISSING * short


def _merges(pattern: Sequence[bool]) -> int:
    """How many leading labels may be merged over rows: one of two."""
    return int(len(pattern) > 2 and not pattern[0] and not pattern[1])


def _placed(row: Sequence[bool], pattern: Sequence[bool], right: bool) -> tuple[int | None, ...] | None:
    """The columns of a row's cells in order: from the right or the left, a leading label in the first column."""
    if len(row) == len(pattern):
        return tuple(range(len(row)))
    columns: list[int | None] = [None] * len(pattern)
    cells = list(range(len(row)))
    places = list(range(len(pattern)))
    merged = len(pattern) - len(row) == 1 == _merges(pattern)
    if not merged and not row[0] and row[1:] and all(row[1:]):
        columns[0], cells, places = 0, cells[1:], places[1:]
    if right or merged:
        cells.reverse()
        places.reverse()
    for place in places:
        if cells and row[cells[0]] == pattern[place]:
            columns[place] = cells.pop(0)
    return None if cells else tuple(columns)


def _rows(
    back: Sequence[int], numbers: Sequence[bool], pattern: Sequence[bool], width: int, end: int, right: bool
) -> list[tuple[int | None, ...]]:
    rows: list[tuple[int | None, ...]] = []
    while end > width:
        start = back[end]
        placed = _placed(numbers[start:end], pattern, right) or ()
        rows.append(tuple(None if at is None else start + at for at in placed))
        end = start
    return rows[::-1]
