"""Grids from strokes, as pdfplumber's `TableFinder` sees them: edges, their crossings, cells, tables.

Stages and tolerances are pdfplumber's (`pdfplumber/table.py`, default settings), so that the same page gives the same
cells; crossings are kept by row and column, which makes the search for cells near linear where pdfplumber's is
quadratic.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from operator import itemgetter

from parsers.document import Box
from parsers.layout import around
from parsers.rules import Edge, Rules
from parsers.sides import open_ends, open_sides

SNAP = 3.0  # points within which parallel edges are one, ends meet and crossings count
LONG_ENOUGH = 1.0  # shorter strokes are left out before they are joined
SHORTEST = 3.0  # a merged edge shorter than this is noise
FEW = 1_000  # edges; a page with more is a drawing, whose shapes are not completed
MAX_CROSSINGS = 20_000

Crossings = dict[tuple[float, float], tuple[int, int]]


@dataclass(frozen=True)
class Grid:
    """Cells that touch: each with its box. `rows` and `columns` are the tops and left sides in order."""

    box: Box
    cells: tuple[Box, ...]
    rows: tuple[float, ...]
    columns: tuple[float, ...]

    @cached_property
    def _cover(self) -> dict[tuple[int, int], Box]:
        """The cell at each place of the grid; where cells overlap, the smaller."""
        cover: dict[tuple[int, int], Box] = {}
        for cell in sorted(self.cells, key=lambda c: (c.x0 - c.x1) * (c.bottom - c.top)):
            row, column, rows, columns = self.place(cell)
            for i in range(row, row + rows):
                for j in range(column, column + columns):
                    cover[i, j] = cell
        return cover

    def at(self, x: float, y: float) -> Box | None:
        """The cell in which a point lies."""
        x0, top, x1, bottom = self.box
        if not (x0 <= x < x1 and top <= y < bottom):
            return None
        cell = self._cover.get((bisect_right(self.rows, y) - 1, bisect_right(self.columns, x) - 1))
        return cell if cell and x < cell.x1 and y < cell.bottom else None

    def place(self, cell: Box) -> tuple[int, int, int, int]:
        """Row, column, row span and column span of a cell."""
        row, column = bisect_left(self.rows, cell.top), bisect_left(self.columns, cell.x0)
        rows = bisect_left(self.rows, cell.bottom) - row
        columns = bisect_left(self.columns, cell.x1) - column
        return row, column, max(rows, 1), max(columns, 1)


def find_grids(rules: Rules, *, strict: bool = False) -> list[Grid]:
    """The grids of a page from top to bottom; single boxes are grids of one cell.

    As a reader does, takes a row of dots for a rule and closes the open sides of a table; not so where `strict`, which
    gives what pdfplumber finds.
    """
    if strict:
        vertical, horizontal = merged(rules.vertical), merged(rules.horizontal)
    else:
        vertical = merged(rules.vertical + rules.dotted_vertical)
        horizontal = merged(rules.horizontal + rules.dotted_horizontal)
    if not strict and len(vertical) + len(horizontal) < FEW:
        if ends := open_ends(vertical, horizontal):
            horizontal = merged([*horizontal, *ends])
        if sides := open_sides(vertical, horizontal):
            vertical = merged([*vertical, *sides])
    cells = _cells(_crossings(vertical, horizontal))
    grids = [_grid(group) for group in _touching(cells)]
    return sorted(grids, key=lambda grid: (grid.box.top, grid.box.x0))


def merged(edges: Iterable[Edge]) -> list[Edge]:
    """Edges of one direction, near ones moved to their mean and joined end to end, in order."""
    joined: list[Edge] = []
    for level in _levels(sorted([edge for edge in edges if edge.end - edge.start >= LONG_ENOUGH])):
        at = sum([edge.at for edge in level]) / len(level)
        level.sort(key=itemgetter(1))
        _, start, end = level[0]
        for edge in level:
            if edge.start > end + SNAP:
                joined.append(Edge(at, start, end))
                _, start, end = edge
            elif edge.end > end:
                end = edge.end
        joined.append(Edge(at, start, end))
    return [edge for edge in joined if edge.end - edge.start >= SHORTEST]


def _levels(edges: Sequence[Edge]) -> list[list[Edge]]:
    levels: list[list[Edge]] = []
    reach = -inf
    for edge in edges:
        if edge.at <= reach:
            levels[-1].append(edge)
        else:
            levels.append([edge])
        reach = edge.at + SNAP
    return levels


def _crossings(vertical: Sequence[Edge], horizontal: Sequence[Edge]) -> Crossings:
    """Where edges meet: for each point the sets, as bits, of the edges through it."""
    levels = [edge.at for edge in horizontal]
    found: Crossings = {}
    for i, (x, start, end) in enumerate(vertical):
        for j in range(bisect_left(levels, start - SNAP), bisect_right(levels, end + SNAP)):
            y, left, right = horizontal[j]
            if left - SNAP <= x <= right + SNAP:
                before = found.get((x, y), (0, 0))
                found[x, y] = before[0] | 1 << i, before[1] | 1 << j
        if len(found) > MAX_CROSSINGS:
            return {}
    return found


def _cells(crossings: Crossings) -> list[Box]:
    """For each crossing the smallest box below and right of it whose four sides are drawn."""
    downs, rights = defaultdict[float, list[float]](list), defaultdict[float, list[float]](list)
    cells = []
    for x, y in sorted(crossings, reverse=True):
        # The crossings to the right and below were seen before, the nearest last.
        if cell := _cell(crossings, x, y, rights[y], downs[x]):
            cells.append(cell)
        rights[y].append(x)
        downs[x].append(y)
    return cells[::-1]


def _cell(crossings: Crossings, x: float, y: float, xs: Sequence[float], ys: Sequence[float]) -> Box | None:
    if not ys:
        return None
    down, right = crossings[x, y]
    corners = [(x1, crossings[x1, y][0]) for x1 in reversed(xs) if crossings[x1, y][1] & right]
    if not corners:
        return None
    for y1 in reversed(ys):
        below = crossings[x, y1]
        if not below[0] & down:
            continue
        for x1, side in corners:
            far = crossings.get((x1, y1))
            if far and far[0] & side and far[1] & below[1]:
                return Box(x, y, x1, y1)
    return None


def _touching(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells grouped so that those which share a corner are together."""
    root = list(range(len(cells)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    at: dict[tuple[float, float], int] = {}
    for i, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x1, top), (x0, bottom), (x1, bottom)):
            if (other := at.setdefault(corner, i)) != i:
                root[find(other)] = find(i)
    groups = defaultdict[int, list[Box]](list)
    for i, cell in enumerate(cells):
        groups[find(i)].append(cell)
    return list(groups.values())


def _grid(cells: Sequence[Box]) -> Grid:
    ordered = tuple(sorted(cells, key=lambda cell: (cell.top, cell.x0)))
    rows = tuple(sorted({cell.top for cell in cells}))
    columns = tuple(sorted({cell.x0 for cell in cells}))
    return Grid(around(cells), ordered, rows, columns)
