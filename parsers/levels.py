"""Rows that no line divides: where the cells of a ruled row hold lines on the same levels, figures among them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from parsers.document import Box
from parsers.grid import Grid
from parsers.layout import Line, lines
from parsers.tables import Filled, Ruled
from parsers.words import Word

FEWEST = 3  # cells that must have lines on the same levels
_FIGURE = re.compile(r"[△▲▵+\-(\[]?\s?[\d,.]+\s?[%)\]]?|-")


def levelled(ruled: Ruled) -> Ruled:
    """The same table, with such rows divided."""
    cells: list[Box] = []
    words = dict(ruled.words)
    for _, held in groupby(ruled.grid.cells, key=lambda cell: cell.top):
        row = list(held)
        parts = _parts(row, ruled)
        cells += parts or row
        if parts:
            _move(row, parts, words)
    if len(cells) == len(ruled.grid.cells):
        return ruled
    ordered = tuple(sorted(cells, key=lambda cell: (cell.top, cell.x0)))
    rows = tuple(sorted({cell.top for cell in cells}))
    return replace(ruled, grid=Grid(ruled.box, ordered, rows, ruled.grid.columns), words=words)


def _parts(row: Sequence[Box], ruled: Ruled) -> list[Box]:
    """The cells into which a row falls; none where its lines are not level, or a cell reaches into another row."""
    filled = [cell for cell in row if ruled.words.get(cell)]
    if len(filled) < FEWEST or len({cell.bottom for cell in row}) > 1 or _levels(ruled.words[filled[-1]]) < 2:
        return []
    held = [lines(ruled.words[cell], ruled.page) for cell in filled]
    if len({len(one) for one in held}) > 1 or not all(_level(side) for side in zip(*held, strict=True)):
        return []
    if not any(all(_FIGURE.fullmatch(line.text) for line in one) for one in held):
        return []
    middles = [(line.box.top + line.box.bottom) / 2 for line in held[0]]
    sides = [row[0].top, *((a + b) / 2 for a, b in pairwise(middles)), row[0].bottom]
    return [Box(cell.x0, top, cell.x1, bottom) for top, bottom in pairwise(sides) for cell in row]


def _levels(words: Sequence[Word]) -> int:
    tops = sorted(word.top for word in words)
    return 1 + sum(1 for a, b in pairwise(tops) if b - a > 0.6 * (words[0].bottom - words[0].top))


def _level(side: Sequence[Line]) -> bool:
    middles = [line.box.top + line.box.bottom for line in side]
    return max(middles) - min(middles) < 0.8 * side[0].height


def _move(row: Sequence[Box], parts: Sequence[Box], words: Filled) -> None:
    for cell in row:
        for word in words.pop(cell, ()):
            middle = (word.top + word.bottom) / 2
            part = next(p for p in parts if p.x0 == cell.x0 and (middle < p.bottom or p.bottom == cell.bottom))
            words.setdefault(part, []).append(word)
