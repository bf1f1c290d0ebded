"""The one shape in which every format leaves `parsers`: reading text, blocks over it, places of it.

Everything after the parsers points at the text with `start` and `end` alone.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from parsers.korean import Change

Format = Literal["html", "pdf", "slides", "text", "hwpx", "hwp", "docx", "pptx"]
BlockKind = Literal["title", "heading", "paragraph", "item", "note", "table"]


class Box(NamedTuple):
    """A rectangle on a page, in PDF points from its top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes and where they came from; `uri` is what errors and records call it (`a.zip!/b.html` for a member)."""

    uri: str
    data: bytes

    @property
    def name(self) -> str:
        """The file name, without folders or archive."""
        return self.uri.replace("\\", "/").rsplit("/", 1)[-1]

    @property
    def sha256(self) -> str:
        """Hex digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


class Cell(NamedTuple):
    """A table cell: its place in the grid and its span of the reading text."""

    row: int
    column: int
    row_span: int
    column_span: int
    start: int
    end: int
    header: bool = False


@dataclass(frozen=True)
class Table:
    """Cells in reading order; `rows` and `columns` are the grid's size."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]

    @cached_property
    def _grid(self) -> dict[tuple[int, int], Cell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        }

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place of the grid, merged cells included."""
        return self._grid.get((row, column))


@dataclass(frozen=True, slots=True)
class Block:
    """A span of the reading text that reads as one: `depth` counts the nesting of list items."""

    kind: BlockKind
    start: int
    end: int
    depth: int = 0
    table: Table | None = None


class Place(NamedTuple):
    """Where a span of the reading text stands on its page."""

    start: int
    end: int
    page: int
    box: Box | None


@dataclass(frozen=True, slots=True)
class Notice:
    """What could not be read; `code` is one of the contract's warning codes."""

    code: Literal["no_text_layer", "truncated", "unreadable_part"]
    message: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What the container says of the release (front matter, JSON-LD, head of a page), as written."""

    title: str | None = None
    issuer: str | None = None
    published: str | None = None


@dataclass(frozen=True)
class Document:
    """One release as text with structure. Offsets count code points of `text`."""

    source: Source
    format: Format
    text: str
    blocks: tuple[Block, ...]
    places: tuple[Place, ...] = ()
    pages: int | None = None
    meta: Meta = Meta()
    notices: tuple[Notice, ...] = ()
    changes: tuple[Change, ...] = ()

    @cached_property
    def _place_starts(self) -> list[int]:
        return [place.start for place in self.places]

    @cached_property
    def _change_starts(self) -> list[int]:
        return [change.start for change in self.changes]

    def place(self, start: int, end: int) -> tuple[int | None, Box | None]:
        """Page of a span's first word, and the box around all its words on that page."""
        first = max(bisect_right(self._place_starts, start) - 1, 0)
        hits = []
        for place in self.places[first:]:
            if place.start >= end:
                break
            if place.end > start:
                hits.append(place)
        if not hits:
            return None, None
        page = hits[0].page
        boxes = [hit.box for hit in hits if hit.page == page and hit.box is not None]
        return page, _around(boxes) if boxes else None

    def original(self, start: int, end: int) -> str:
        """The span's words as they stood before normalisation."""
        parts, at = [], start
        for change in self.changes[bisect_right(self._change_starts, start - 1) :]:
            if change.start > end or (change.start == end and change.end > end):
                break
            if change.end > end or change.start < at:
                continue
            parts += [self.text[at : change.start], change.original]
            at = change.end
        return "".join([*parts, self.text[at:end]])


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
