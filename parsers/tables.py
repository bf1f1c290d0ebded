"""Grids and words to tables: what stands in which cell, and what only looks like a table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parsers.assembly import DraftCell, Words
from parsers.document import Box
from parsers.grid import Grid
from parsers.joins import Joiner, starts_block
from parsers.layout import Line, lines
from parsers.pdfium import Page
from parsers.words import Word

Filled = dict[Box, list[Word]]


@dataclass(frozen=True, slots=True)
class Ruled:
    """A grid with the words of its cells."""

    grid: Grid
    words: Filled
    page: int
    cut: int = 0  # words that run over the sides of cells

    @property
    def box(self) -> Box:
        """Of the grid."""
        return self.grid.box

    def cells(self, joiner: Joiner) -> tuple[DraftCell, ...]:
        """The cells as drafts."""
        return tuple(self._cell(cell, joiner) for cell in self.grid.cells)

    def _cell(self, box: Box, joiner: Joiner) -> DraftCell:
        row, column, rows, columns = self.grid.place(box)
        inside = lines(self.words.get(box, ()), self.page)
        return DraftCell(row, column, cell_words(inside, box, joiner), rows, columns)


def cell_words(inside: Sequence[Line], box: Box, joiner: Joiner) -> tuple[Words, ...]:
    """The lines of a cell as words with what stands between them."""
    done: list[Words] = []
    for i, line in enumerate(inside):
        glue = " "
        if i and wrapped(inside[i - 1], line, box):
            glue = joiner.glue(inside[i - 1], line)
        done.append(Words(line.text, line.page, line.box, glue))
    return tuple(done)


def wrapped(before: Line, line: Line, box: Box) -> bool:
    """Whether a line of a cell was broken for want of room: its next word would not have fitted."""
    if starts_block(line):
        return False
    first, high = line.words[0], before.height
    used = before.box.x1 - before.box.x0
    margin = max(min(before.box.x0, line.box.x0) - box.x0, 0.0)
    room = box.x1 - box.x0 - used - min(2 * margin, 0.8 * high)
    return room < min(first.x1 - first.x0, 1.5 * high)


def fill(grids: Sequence[Grid], words: Iterable[Word], page: Page) -> tuple[list[Ruled], list[Word]]:
    """Words into the cells where they stand; the words outside all grids are left over."""
    small_first = sorted(grids, key=lambda grid: (grid.box.x1 - grid.box.x0) * (grid.box.bottom - grid.box.top))
    held = [(grid, defaultdict[Box, list[Word]](list)) for grid in small_first]
    outside: list[Word] = []
    cut = Counter[int]()
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for grid, filled in held:
            if (cell := grid.at(x, y)) is not None:
                pieces = _pieces(word, cell, page)
                cut[id(grid)] += len(pieces) > 1
                for piece in pieces:
                    filled[cell if piece is word else _cell_at(grid, piece) or cell].append(piece)
                break
        else:
            outside.append(word)
    ruled = {id(grid): Ruled(grid, dict(filled), page.number, cut[id(grid)]) for grid, filled in held}
    return [ruled[id(grid)] for grid in grids], outside


def _cell_at(grid: Grid, word: Word) -> Box | None:
    return grid.at((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)


def _pieces(word: Word, cell: Box, page: Page) -> Sequence[Word]:
    """The word, or its letters where it runs over the cell's side into the next."""
    loose = 0.6 * (word.bottom - word.top)
    if len(word.text) == 1 or (word.x0 > cell.x0 - loose and word.x1 < cell.x1 + loose):
        return (word,)
    return list(page.split(word.text, word.first, word.gap))
