"""From what a parser found to a `Document`: words are normalised once, laid out as the reading text, offsets kept.

A parser groups `Words` with their place into `Draft`s, blocks and tables; `assemble` does the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from parsers.document import Block, BlockKind, Box, Cell, Document, Format, Meta, Notice, Place, Source, Table
from parsers.korean import Change, normalise


class Words(NamedTuple):
    """Words as found, and their place; `glue` is what stands between them and the words before in the same block."""

    text: str
    page: int | None = None
    box: Box | None = None
    glue: str = " "


class DraftCell(NamedTuple):
    """A table cell before assembly; row and column are 0-based places in the grid."""

    row: int
    column: int
    words: tuple[Words, ...]
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before assembly: words, or the cells of a table."""

    kind: BlockKind
    words: tuple[Words, ...] = ()
    cells: tuple[DraftCell, ...] = ()
    depth: int = 0


@dataclass
class _Writer:
    """The reading text as it grows."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    places: list[Place] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def words(self, words: Iterable[Words]) -> tuple[int, int]:
        """Write the words of one block or cell; its span, empty where there are none."""
        start = self.length
        for piece in words:
            normal = normalise(piece.text)
            if not normal.text:
                continue
            if self.length > start:
                self.put(piece.glue)
            at = self.length
            self.put(normal.text)
            self.changes += [change.moved(at) for change in normal.changes]
            if piece.page is not None:
                self.places.append(Place(at, self.length, piece.page, piece.box))
        return start, self.length

    def table(self, cells: Sequence[DraftCell]) -> Table:
        """Write a table: a line a row, tabs between cells."""
        done: list[Cell] = []
        for cell in sorted(cells, key=lambda c: (c.row, c.column)):
            if done:
                self.put("\t" if done[-1].row == cell.row else "\n")
            start, end = self.words(cell.words)
            done.append(Cell(cell.row, cell.column, cell.row_span, cell.column_span, start, end, cell.header))
        rows = max((cell.row + cell.row_span for cell in done), default=0)
        columns = max((cell.column + cell.column_span for cell in done), default=0)
        return Table(rows, columns, tuple(done))


def assemble(
    source: Source,
    format: Format,
    drafts: Iterable[Draft],
    *,
    pages: int | None = None,
    meta: Meta | None = None,
    notices: Iterable[Notice] = (),
) -> Document:
    """Normalise and lay out drafts as one document: a line a block, an empty line around tables."""
    writer, blocks = _Writer(), list[Block]()
    for draft in drafts:
        mark = len(writer.parts), writer.length
        if blocks:
            writer.put("\n\n" if "table" in (draft.kind, blocks[-1].kind) else "\n")
        start, table = writer.length, None
        if draft.kind == "table":
            table = writer.table(draft.cells)
        else:
            writer.words(draft.words)
        if writer.length == start:
            del writer.parts[mark[0] :]
            writer.length = mark[1]
            continue
        blocks.append(Block(draft.kind, start, writer.length, draft.depth, table))
    return Document(
        source,
        format,
        "".join(writer.parts),
        tuple(blocks),
        tuple(writer.places),
        pages,
        meta or Meta(),
        tuple(notices),
        tuple(writer.changes),
    )
