"""A table as its reader sees it: which cells are labels, which are values, and which labels a value stands under.

Parsers know where cells are, seldom what they are for. A `Grid` decides that from what the cells say: header rows
and columns are the leading ones without values, flagged headers or not; merged cells cover all their places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from extract.grid_heads import header_columns, header_rows
from extract.grid_words import Note, bracketed, is_value, notes_in
from parsers.document import Block, Cell, Document, Table

Orientation = Literal["columns", "rows", "matrix"]

_LONG = 40


@dataclass(frozen=True, slots=True)
class Labels:
    """What a cell stands under: header cells above it (top first) and label cells left of it (left first)."""

    above: tuple[Cell, ...]
    left: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """One table of the document with its labels and values told apart.

    `header_rows` and `header_columns` count the leading rows and columns that hold labels. `caption` is the span of
    the block before the table, if that is a short line that names it.
    """

    text: str
    block: Block
    table: Table
    header_rows: int
    header_columns: int
    caption: tuple[int, int] | None

    def words(self, cell: Cell | None) -> str:
        """What a cell says, on one line."""
        return self._words[cell.start] if cell and cell.end > cell.start else ""

    @cached_property
    def _words(self) -> dict[int, str]:
        """What every cell says that says something, by its start."""
        cells = (cell for cell in self.table.cells if cell.end > cell.start)
        return {cell.start: " ".join(self.text[cell.start : cell.end].split()) for cell in cells}

    def at(self, row: int, column: int) -> str:
        """What stands at a place of the grid, merged cells included."""
        return self.words(self.table.at(row, column))

    @property
    def orientation(self) -> Orientation:
        """Whether labels stand above the values, left of them, or both."""
        if self.header_rows and self.header_columns:
            return "matrix"
        return "columns" if self.header_rows else "rows"

    @property
    def body(self) -> tuple[Cell, ...]:
        """The cells below the header rows and right of the header columns."""
        return tuple(cell for cell in self.table.cells if not self.is_label(cell))

    @cached_property
    def rows(self) -> tuple[tuple[Cell | None, ...], ...]:
        """The rows below the header; a merged cell appears in every place that it covers."""
        places = range(self.table.columns)
        return tuple(
            tuple(self.table.at(row, column) for column in places) for row in range(self.header_rows, self.table.rows)
        )

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The header of every column, from top to bottom; empty where the table has no header row."""
        return tuple(
            " ".join(self.words(cell) for cell in self._above(self.header_rows, column))
            for column in range(self.table.columns)
        )

    def is_label(self, cell: Cell) -> bool:
        """Whether a cell belongs to the header rows or columns."""
        return cell.row < self.header_rows or cell.column < self.header_columns

    def labels(self, cell: Cell) -> Labels:
        """The labels of a cell: through merged headers, down to the cell's own row and column.

        In a table of four columns that reads `label value label value` the label is the cell left of the value.
        """
        above = () if cell.row < self.header_rows else self._above(cell.row, cell.column)
        return Labels(above, self._left(cell))

    def cell_at(self, offset: int) -> Cell | None:
        """The cell in which an offset of the reading text lies."""
        return next((cell for cell in self.table.cells if cell.start <= offset < cell.end), None)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Unit notes of the whole table: in its caption or its corner."""
        spans = [self.caption] if self.caption else []
        corner = self.table.at(0, 0)
        if corner:
            spans.append((corner.start, corner.end))
        return tuple(
            note
            for start, end in spans
            for note in (*notes_in(self.text, start, end), *bracketed(self.text, start, end))
        )

    def units(self, cell: Cell) -> tuple[Note, ...]:
        """Unit notes for a cell, nearest first: in its own labels, then the table's."""
        labels = self.labels(cell)
        near = [
            note
            for label in (*reversed(labels.above), *reversed(labels.left))
            for note in (*notes_in(self.text, label.start, label.end), *bracketed(self.text, label.start, label.end))
        ]
        return (*near, *self.notes)

    def _above(self, row: int, column: int) -> tuple[Cell, ...]:
        cells = (self.table.at(above, column) for above in range(min(row, self.header_rows)))
        return _distinct(cells)

    def _left(self, cell: Cell) -> tuple[Cell, ...]:
        if self.header_rows == 0 and self.header_columns == 1 and cell.column > 1 and cell.column % 2 == 1:
            near = self.table.at(cell.row, cell.column - 1)
            if near and not is_value(self.words(near)):
                return (near,)
        cells = (self.table.at(cell.row, column) for column in range(min(cell.column, self.header_columns)))
        return _distinct(cells) or self._first_name(cell)

    def _first_name(self, cell: Cell) -> tuple[Cell, ...]:
        """Where no column holds labels only: the first name before a cell in its row, else the nearest above it."""
        row = (self.table.at(cell.row, column) for column in range(cell.column))
        above = (self.table.at(row, cell.column) for row in range(cell.row - 1, self.header_rows - 1, -1))
        for one in (*row, *(above if cell.column == 0 else ())):
            words = self.words(one)
            if one and one.row >= self.header_rows and 1 < len(words) <= _LONG and not is_value(words):
                return (one,)
        return ()


def _distinct(cells: Iterator[Cell | None]) -> tuple[Cell, ...]:
    found: list[Cell] = []
    for cell in cells:
        if cell and cell.end > cell.start and cell not in found:
            found.append(cell)
    return tuple(found)


def find_grids(document: Document) -> tuple[Grid, ...]:
    """The tables of a document in reading order."""
    blocks = document.blocks
    return tuple(
        _grid(document.text, block, block.table, blocks[max(0, at - 2) : at])
        for at, block in enumerate(blocks)
        if block.table is not None
    )


def _grid(text: str, block: Block, table: Table, before: Sequence[Block]) -> Grid:
    bare = Grid(text, block, table, 0, 0, _caption(text, before))
    rows = header_rows(bare)
    return Grid(text, block, table, rows, header_columns(bare, rows), bare.caption)


def _caption(text: str, before: Sequence[Block]) -> tuple[int, int] | None:
    """The block before a table if it is short; where that is a bare unit note, with the block before it."""
    if not before or before[-1].table is not None:
        return None
    last = before[-1]
    noted = any(notes_in(text, last.start, last.end))
    if noted and last.end - last.start < _LONG and len(before) > 1 and before[-2].table is None:
        first = before[-2]
        return (first.start if first.end - first.start <= 2 * _LONG else last.start, last.end)
    return (last.start, last.end) if noted or last.end - last.start <= 2 * _LONG else None
