"""One page of a release: its lines and tables in reading order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from parsers.columns import find_band
from parsers.document import Box
from parsers.grid import Grid, find_grids
from parsers.layout import Line, around, lines, segments
from parsers.levels import levelled
from parsers.pdfium import Page
from parsers.rules import read_rules
from parsers.tables import Ruled, fill
from parsers.words import Word

Element = Line | Ruled

MANY = 200  # frames of a page that are looked at for others beside them
CUT = 0.1  # share of a grid's words that may run over the sides of its cells

_MASTHEAD = re.compile(r"보\s*도\s*(?:참\s*고|설\s*명|해\s*명|반\s*박)?\s*자\s*료")
_LABEL = re.compile(r"(?:붙\s*임|참\s*고|별\s*첨|첨\s*부|별\s*지)?\s*(?:\d{1,2}|[Ⅰ-ⅻ]|[IVX]{1,4})?\.?")


def read_page(page: Page) -> list[Element]:
    """Lines and tables of a page in the order in which they are read."""
    whole = Box(0, 0, page.frame.width, page.frame.height)
    grids = _outermost([grid for grid in find_grids(read_rules(page)) if not frames(grid, whole)])
    words = page.words()
    ruled, outside = fill(grids, words, page)
    if wrong := [table.grid for table in ruled if _is_drawing(table) or _is_inline(table, outside)]:
        ruled, outside = fill([grid for grid in grids if grid not in wrong], words, page)
    framed: list[tuple[Box, list[Element]]] = []
    for table in ruled:
        if any(table.words.values()):
            framed.append((table.box, [levelled(table)] if is_table(table) else _unboxed(table)))
    return _in_order(framed, outside, page)


def _in_order(framed: Sequence[tuple[Box, list[Element]]], words: Sequence[Word], page: Page) -> list[Element]:
    """What stood in frames and the words outside them, from top to bottom, two columns of text one after the other."""
    runs = segments(words)
    boxes = [around(run) for run in runs]
    frames = [frame for frame, _ in framed]
    band = find_band([*boxes, *frames], page.frame.width)
    parts = defaultdict[int, list[Word]](list)
    for run, box in zip(runs, boxes, strict=True):
        parts[band.part(box) if band else 0] += run
    placed: list[tuple[int, float, float, Element]] = []
    for frame, held in framed:
        part, together = band.part(frame) if band else 0, _beside(frame, frames)
        for element in held:
            box = Box(frame.x0, min(other.top for other in together), 0, 0) if together else element.box
            placed.append((part, box.top + 2, box.x0, element))
    for part, outside in parts.items():
        for line in lines(outside, page.number):
            placed += [(part, piece.box.top + 2, piece.box.x0, piece) for piece in _masthead(line)]
    placed.sort(key=lambda place: place[:3])
    return [element for *_, element in placed]


def _beside(frame: Box, frames: Sequence[Box]) -> list[Box]:
    """The frames on a level with a frame, itself among them; none where it stands alone or holds another."""
    level = [
        other
        for other in frames[:MANY]
        if min(frame.bottom, other.bottom) - max(frame.top, other.top)
        > 0.5 * min(frame.bottom - frame.top, other.bottom - other.top)
    ]
    mixed = any(other is not frame and other.x0 < frame.x1 and other.x1 > frame.x0 for other in level)
    return level if len(level) > 1 and not mixed else []


def frames(grid: Grid, page: Box) -> bool:
    """Whether a grid is the border of the page, with few parts."""
    whole = (grid.box.x1 - grid.box.x0) * (grid.box.bottom - grid.box.top) > 0.8 * page.x1 * page.bottom
    return whole and len(grid.cells) < 6


def is_table(ruled: Ruled) -> bool:
    """Whether a grid holds cells beside one another; a frame, a numbered heading or a stack of boxes does not."""
    held = [words for words in ruled.words.values() if words]
    if len(ruled.grid.columns) < 2 or len(held) < 2:
        return False
    first = "".join(word.text for word in held[0])
    return not (len(ruled.grid.rows) == 1 and len(held) == 2 and _LABEL.fullmatch(first))


def _is_drawing(ruled: Ruled) -> bool:
    """Whether words run over the sides of the cells: then the lines are not there for them."""
    return ruled.cut > CUT * sum(1 for words in ruled.words.values() for word in words if len(word.text) > 1)


def _is_inline(ruled: Ruled, outside: Sequence[Word]) -> bool:
    """Whether a grid is a frame or an underline around words of a line that goes on before or after it."""
    held = [word for words in ruled.words.values() for word in words]
    if len(ruled.grid.rows) > 1 or not held:
        return False
    x0, top, x1, bottom = ruled.box
    high = max(word.bottom - word.top for word in held)
    if bottom - top > 2 * high:
        return False
    beside = [word for word in outside if top < (word.top + word.bottom) / 2 < bottom]
    return any(min(abs(word.x0 - x1), abs(word.x1 - x0)) < 0.7 * high for word in beside)


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    """Without the single boxes that stand in a cell of a table: what is in them belongs to the cell."""
    tables = [grid for grid in grids if len(grid.cells) > 1]
    return [grid for grid in grids if len(grid.cells) > 1 or not any(_holds(table.box, grid.box) for table in tables)]


def _holds(outer: Box, inner: Box) -> bool:
    return outer.x0 <= inner.x0 and inner.x1 <= outer.x1 and outer.top <= inner.top and inner.bottom <= outer.bottom


def _unboxed(ruled: Ruled) -> list[Element]:
    """The lines in a frame, as text; cells of one row make one line."""
    found: list[Element] = []
    for _, row in groupby(ruled.grid.cells, key=lambda cell: cell.top):
        cells = list(row)
        words = [word for cell in cells for word in ruled.words.get(cell, ())]
        frame = cells[0] if len(cells) == 1 else None
        found += [replace(line, frame=frame) for line in lines(words, ruled.page)]
    return found


def _masthead(line: Line) -> list[Line]:
    """The line in which `보도자료` stands between the ministry and its motto, as its parts."""
    runs = segments(line.words)
    if len(runs) < 2 or not _MASTHEAD.search(line.text):
        return [line]
    return [Line(tuple(run), line.page, around(run)) for run in runs]
