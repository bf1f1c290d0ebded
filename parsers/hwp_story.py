"""The paragraphs, tables and text boxes of one HWP 5 section in the order of its flow."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from parsers.errors import TooLarge
from parsers.hwp_info import Heading, Info
from parsers.hwp_layout import Pages, Spot
from parsers.hwp_measures import LINES, LIST, PAGE, TABLE, body_height, cut_rows, tops
from parsers.hwp_records import Record, u16, u32
from parsers.hwp_text import pieces
from parsers.items import MAX_NESTING, Grid, GridCell, Item, Paragraph, Strand
from parsers.story import MAX_TEXT

_PARAGRAPH, _TEXT, _SHAPES, _CONTROL = 0x42, 0x43, 0x44, 0x47
_SHAPE = struct.Struct("<II")
_TITLE_CELL = 1 << 18
# Numbers of pictures, tables and equations belong to their captions; those of notes and pages to the layout.
_NUMBERED = (3, 4, 5)


@dataclass
class Story:
    """One section as it is read; without `pages` its paragraphs have none."""

    data: bytes
    records: list[Record]
    info: Info
    pages: Pages | None
    page: int | None = None
    outline: int = 0
    _spot: Spot | None = None
    _at: int = 0
    _depth: int = 0
    _left: int = 2 * MAX_TEXT

    def section(self) -> list[Item]:
        """Everything in the section."""
        if self.pages is not None:
            self.pages.section()
        items = list[Item]()
        while self._at < len(self.records):
            if self.records[self._at].tag == _PARAGRAPH:
                items += self._paragraph()
            else:
                self._at += 1
        return items

    def _within(self, level: int) -> bool:
        """Whether the next record stands below a record of this level."""
        return self._at < len(self.records) and self.records[self._at].level > level

    def _skip(self, level: int) -> None:
        while self._within(level):
            self._at += 1

    def _paragraph(self) -> list[Item]:
        """A paragraph, with what is anchored in it."""
        head = self.records[self._at]
        self._at += 1
        text, height, objects = list[str | None](), 0, list[list[Item] | str]()
        while self._within(head.level):
            record = self.records[self._at]
            if record.tag == _CONTROL:
                objects.append(self._control())
                continue
            self._at += 1
            if record.tag == _TEXT:
                self._left -= record.end - record.start
                if self._left < 0:
                    raise TooLarge(f"the document has more than {MAX_TEXT:,} characters")
                text += pieces(self.data[record.start : record.end])
            elif record.tag == _SHAPES:
                height = self._height(record)
            elif record.tag == LINES:
                self._turn(head, record)
        strand = self._strand(head, text, objects)
        # Words after a table may stand on a later page than its anchor.
        page = self.pages.page if strand.before and self.pages is not None and self._depth == 0 else self.page
        return strand.items(self._words(head, height, page))

    def _strand(self, head: Record, text: list[str | None], objects: list[list[Item] | str]) -> Strand:
        strand, waiting = Strand(), iter(objects)
        for piece in text:
            content: list[Item] | str | None = next(waiting, None) if piece is None else piece
            if isinstance(content, str):
                strand.write(content)
            elif content is not None:
                strand.add(content)
        for content in waiting:
            strand.add(content if isinstance(content, list) else ())
        if strand.worded:
            strand.parts.insert(0, self._mark(head))
        return strand

    def _words(self, head: Record, height: int, page: int | None) -> Paragraph:
        heading = self._heading(head)
        outline = heading is not None and heading.kind == "OUTLINE"
        return Paragraph("", page, role="heading" if outline else "paragraph", size=height)

    def _heading(self, head: Record) -> Heading | None:
        shape = u16(self.data, head, 8)
        return self.info.headings[shape] if shape < len(self.info.headings) else None

    def _mark(self, head: Record) -> str:
        heading = self._heading(head)
        if heading is None:
            return ""
        if heading.kind == "OUTLINE":
            return self.info.counters.mark(f"NUMBER {self.outline}", heading.depth)
        return self.info.counters.mark(f"{heading.kind} {heading.list_id}", heading.depth)

    def _height(self, record: Record) -> int:
        """The largest letters of a paragraph."""
        cut = record.end - (record.end - record.start) % _SHAPE.size
        ids = (shape for _, shape in _SHAPE.iter_unpack(self.data[record.start : cut]))
        heights = self.info.heights
        return max((heights[shape] for shape in ids if shape < len(heights)), default=0)

    def _turn(self, head: Record, record: Record) -> None:
        if self.pages is not None and self._depth == 0:
            breaks = self.data[head.start + 11] & 4 if head.end - head.start > 11 else 0
            self.page = self.pages.paragraph(tops(self.data, record), bool(breaks))
        elif self._spot is not None and self._depth == 1:
            self.page = self._spot.page_at(next(iter(tops(self.data, record)), 0))

    def _control(self) -> list[Item] | str:
        """An object: its items, or the words that it stands for."""
        head = self.records[self._at]
        self._at += 1
        name = self.data[head.start : head.start + 4][::-1]
        match name:
            case b"tbl ":
                return self._table(head)
            case b"gso ":
                return self._inside(head.level)
            case b"fn  " | b"en  ":
                return self._note(head.level)
            case b"atno" if u32(self.data, head, 4) & 15 in _NUMBERED:
                content: list[Item] | str = str(u16(self.data, head, 8))
            case b"tdut" | b"tcps":
                end = min(head.start + 6 + 2 * u16(self.data, head, 4), head.end)
                content = self.data[head.start + 6 : end].decode("utf-16-le", "replace")
            case _:
                content = self._settings(name, head)
        self._skip(head.level)
        return content

    def _settings(self, name: bytes, head: Record) -> list[Item]:
        """Controls without words. Headers, footers and hidden comments are of these: what they hold is skipped."""
        if name == b"secd":
            self.outline = u16(self.data, head, 18)
            self._measure(head.level)
        elif name == b"cold" and self.pages is not None and self._depth == 0:
            self.pages.columns = max(u16(self.data, head, 4) >> 2 & 0xFF, 1)
        return []

    def _measure(self, level: int) -> None:
        while self._within(level):
            record = self.records[self._at]
            self._at += 1
            if record.tag == PAGE and self.pages is not None:
                self.pages.body = body_height(self.data, record)
                return

    def _inside(self, level: int) -> list[Item]:
        """Every paragraph below a record of this level."""
        self._dive()
        items = list[Item]()
        while self._within(level):
            if self.records[self._at].tag == _PARAGRAPH:
                items += self._paragraph()
            else:
                self._at += 1
        self._depth -= 1
        return items

    def _dive(self) -> None:
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise TooLarge(f"objects are nested more than {MAX_NESTING} deep")

    def _note(self, level: int) -> list[Item]:
        words = " ".join(item.text.strip() for item in self._inside(level) if isinstance(item, Paragraph))
        return [Paragraph(words, self.page, role="note")] if words.strip() else []

    def _table(self, head: Record) -> list[Item]:
        spots, outer = self._spots(head), self._spot
        self._dive()
        cells, caption, after = list[GridCell](), list[Item](), False
        while self._within(head.level):
            record = self.records[self._at]
            self._at += 1
            if record.tag == TABLE:
                after = True
            elif record.tag == LIST and not after:
                caption = self._list(record.level)
            elif record.tag == LIST:
                if spots is not None:
                    self._spot = spots[min(u16(self.data, record, 10), len(spots) - 1)]
                cells.append(self._cell(record))
        self._depth -= 1
        self._spot = outer
        return [*caption, Grid(tuple(cells))] if cells else caption

    def _spots(self, head: Record) -> list[Spot] | None:
        """Where the rows of a table of the text's own flow begin, if it runs over pages."""
        if self.pages is None or self._depth:
            return None
        heights = cut_rows(self.data, self.records, self._at, head)
        return (self.pages.table(heights) or None) if heights else None

    def _cell(self, record: Record) -> GridCell:
        column, row, across, down = (u16(self.data, record, offset) for offset in (8, 10, 12, 14))
        header = bool(u32(self.data, record, 4) & _TITLE_CELL)
        return GridCell(row, column, max(down, 1), max(across, 1), tuple(self._list(record.level)), header)

    def _list(self, level: int) -> list[Item]:
        """The paragraphs that follow a list's head on its own level."""
        items = list[Item]()
        while self._within(level - 1):
            record = self.records[self._at]
            if record.tag in (LIST, TABLE) and record.level <= level:
                break
            if record.tag == _PARAGRAPH:
                items += self._paragraph()
            else:
                self._at += 1
        return items
