"""PDF files from a short description, the same bytes every time: for tests, the bench and samples/.

Text is set as word processors set Korean: wrapped in the middle of words, tables with single rules, Adobe's Korean
fonts by name. They are not embedded; PDFium then passes over a text of a single Hangul letter.
Needs reportlab, which the development set has.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

SERIF, SANS = "HYSMyeongJo-Medium", "HYGothic-Medium"
A4, WIDE = (595.0, 842.0), (960.0, 540.0)
MARGIN, FOOT = 60.0, 70.0


@dataclass(frozen=True)
class Text:
    """A paragraph; `hang` is how far its later lines stand in."""

    words: str
    size: float = 11.5
    indent: float = 0.0
    hang: float = 14.0
    centred: bool = False
    font: str = SERIF


@dataclass(frozen=True)
class Ruled:
    """A table: rows of cells, None where a merged cell covers the place; `spans` gives rows and columns by place."""

    rows: Sequence[Sequence[str | None]]
    widths: Sequence[float]
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    header: int = 1
    open_sides: bool = False


@dataclass(frozen=True)
class Card:
    """A box on a slide with its lines; `label` stands in a pill on its upper side."""

    x: float
    y: float
    width: float
    height: float
    lines: Sequence[str]
    label: str = ""
    size: float = 13.0
    frame: bool = True


Item = Text | Ruled


def canvas(size: tuple[float, float]) -> tuple[Canvas, io.BytesIO]:
    """An empty PDF that says nothing of the time at which it was made."""
    for name in (SERIF, SANS):
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    out = io.BytesIO()
    return Canvas(out, pagesize=size, invariant=1, pageCompression=1), out


def wrapped(words: str, font: str, size: float, first: float, rest: float) -> Iterator[str]:
    """Lines as full as they can be, broken within words but not within numbers."""
    line, room = "", first
    for letter in words:
        if line and pdfmetrics.stringWidth(line + letter, font, size) > room:
            keep = line.rstrip("0123456789.,'") if letter.isdigit() else line
            keep = keep if len(keep) > len(line) - 8 else line
            yield keep.rstrip()
            line, room = line[len(keep) :].lstrip(), rest
        line = line + letter if line or letter != " " else ""
    yield line


class Pages:
    """A document that grows downwards, page after page."""

    def __init__(self, header: str = "", number: str = "- {} -") -> None:
        self._canvas, self._out = canvas(A4)
        self._header, self._number = header, number
        self._page = 0
        self._turn()

    def _turn(self) -> None:
        if self._page:
            self._canvas.showPage()
        self._page += 1
        self._y = A4[1] - MARGIN
        if self._header:
            self._canvas.setFont(SANS, 8)
            self._canvas.drawString(MARGIN, A4[1] - 34, self._header)
        if self._number:
            self._canvas.setFont(SERIF, 9)
            self._canvas.drawCentredString(A4[0] / 2, 36, self._number.format(self._page))

    def add(self, items: Sequence[Item]) -> None:
        """Set items, turning the page where one is full."""
        for item in items:
            if isinstance(item, Text):
                self._text(item)
            else:
                self._table(item)

    def turn(self) -> None:
        """Begin a new page."""
        self._turn()

    def bytes(self) -> bytes:
        """The finished file."""
        self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    def _text(self, item: Text) -> None:
        room = A4[0] - 2 * MARGIN - item.indent
        for i, line in enumerate(wrapped(item.words, item.font, item.size, room, room - item.hang)):
            if self._y - 1.6 * item.size < FOOT:
                self._turn()
            self._y -= 1.6 * item.size
            self._canvas.setFont(item.font, item.size)
            if item.centred:
                self._canvas.drawCentredString(A4[0] / 2, self._y, line)
            else:
                self._canvas.drawString(MARGIN + item.indent + (item.hang if i else 0), self._y, line)
        self._y -= 0.5 * item.size

    def _table(self, table: Ruled) -> None:
        """Rows of even height; a table that does not fit goes on over the page under its header again."""
        high, at = 21.0, 0
        self._y -= 6
        while at < len(table.rows):
            fits = max(int((self._y - FOOT) / high), 0)
            head = list(range(table.header)) if at else []
            part = list(range(at, min(at + fits - len(head), len(table.rows))))
            if not part:
                self._turn()
                continue
            self._rows(table, head + part, high)
            at = part[-1] + 1
            if at < len(table.rows):
                self._turn()
        self._y -= 8

    def _rows(self, table: Ruled, rows: Sequence[int], high: float) -> None:
        lefts = [MARGIN + sum(table.widths[:i]) for i in range(len(table.widths) + 1)]
        for k, row in enumerate(rows):
            for column, words in enumerate(table.rows[row]):
                if words is None and k and rows[k - 1] in (row - 1, row):
                    continue
                down, across = table.spans.get((row, column), (1, 1))
                below = sum(1 for other in rows[k:] if row <= other < row + down)
                if words is None:
                    below = self._rest(table, rows[k:], row, column)
                if below:
                    top = self._y - k * high
                    sides = (
                        not (table.open_sides and column == 0),
                        not (table.open_sides and column + across == len(lefts) - 1),
                    )
                    box = lefts[column], top, lefts[column + across] - lefts[column], below * high
                    self._cell(words or "", box, sides)
        self._y -= len(rows) * high

    def _rest(self, table: Ruled, rows: Sequence[int], row: int, column: int) -> int:
        """How many rows a cell that began on the page before still takes; 0 where another cell covers the place."""
        for (first, left), (down, across) in table.spans.items():
            if left == column and across == 1 and first < row < first + down:
                return sum(1 for other in rows if row <= other < first + down)
        return 0

    def _cell(self, words: str, box: tuple[float, float, float, float], sides: tuple[bool, bool]) -> None:
        left, top, width, height = box
        for y in (top, top - height):
            self._canvas.line(left, y, left + width, y)
        for x in [x for x, drawn in zip((left, left + width), sides, strict=True) if drawn]:
            self._canvas.line(x, top, x, top - height)
        self._canvas.setFont(SANS, 9)
        lines = list(wrapped(words, SANS, 9, width - 6, width - 6))
        for i, line in enumerate(lines):
            y = top - height / 2 - 3 + (len(lines) / 2 - i - 0.5) * 10
            self._canvas.drawCentredString(left + width / 2, y, line)


def slides(decks: Sequence[tuple[str, Sequence[Card | Callable[[Canvas], None]]]], foot: str = "") -> bytes:
    """A deck: each slide a heading in a bar, and cards; an opening slide has no bar."""
    page, out = canvas(WIDE)
    for number, (heading, cards) in enumerate(decks, start=1):
        if heading:
            page.setFillColorRGB(0.1, 0.2, 0.4)
            page.rect(0, WIDE[1] - 48, WIDE[0], 48, stroke=0, fill=1)
            page.setFillColorRGB(1, 1, 1)
            page.setFont(SANS, 22)
            page.drawString(30, WIDE[1] - 33, heading)
            page.setFillColorRGB(0, 0, 0)
        for card in cards:
            if isinstance(card, Card):
                _card(page, card)
            else:
                card(page)
        page.setFont(SANS, 8)
        page.drawString(24, 14, foot)
        page.drawRightString(WIDE[0] - 24, 14, str(number))
        page.showPage()
    page.save()
    return out.getvalue()


def _card(page: Canvas, card: Card) -> None:
    top = WIDE[1] - card.y
    if card.frame:
        page.roundRect(card.x, top - card.height, card.width, card.height, 6)
    if card.label:
        page.roundRect(card.x + card.width * 0.2, top - 12, card.width * 0.6, 24, 12)
        page.setFont(SANS, card.size)
        page.drawCentredString(card.x + card.width / 2, top - 4, card.label)
    page.setFont(SANS, card.size)
    for i, line in enumerate(card.lines):
        y = top - card.height / 2 - card.size * 0.35 + (len(card.lines) / 2 - i - 0.5) * card.size * 1.4
        page.drawCentredString(card.x + card.width / 2, y, line)
