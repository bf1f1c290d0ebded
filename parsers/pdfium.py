"""PDFium behind a small typed face: the words of a page with their boxes, and the lines that are drawn on it.

PDFium is called through its C interface, since one call per character would cost more than all the rest. A page's text
comes in one call; boxes are asked for the first and last character of each word only.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from parsers.calls import Floats, address, is_generated, loose_box
from parsers.document import Box
from parsers.errors import Damaged, Encrypted, ParseError, TooLarge

MAX_PAGES = 2_000
MAX_CHARACTERS = 200_000  # of one page; a newspaper page has 20,000
FACES_APART = 0.3  # line heights: where a file writes its spaces, a smaller distance between Hangul and digits is none

_WORD = re.compile(r"[^\s\x00-\x1f\xa0\u3000]+")


class Word(NamedTuple):
    """Characters without a space between them.

    `gap` is what stood before: "" nothing, " " a space that is in the file, "_" one that PDFium saw in the
    distance, "\\n" a move to another line, " \\n" the same with a space at the line's end. `first` counts characters of
    the page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    gap: str
    first: int


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """PDFium's document; raises what is wrong with the bytes as a `ParseError`."""
    try:
        pdf = pypdfium2.PdfDocument(data)
        pages = len(pdf)
    except pypdfium2.PdfiumError as error:
        raise _named(error) from error
    if pages == 0:
        raise Damaged("the PDF has no pages")
    if pages > MAX_PAGES:
        raise TooLarge(f"the PDF has {pages} pages, more than {MAX_PAGES}")
    return pdf


def shapes(pdf: pypdfium2.PdfDocument, most: int = 30) -> list[tuple[float, float, int]]:
    """Width, height and number of characters of the first pages; characters are counted on wide pages only."""
    found = []
    for i in range(min(len(pdf), most)):
        width, height = pdf.get_page_size(i)
        found.append((width, height, pdf[i].get_textpage().count_chars() if width > height else 0))
    return found


def _named(error: Exception) -> ParseError:
    code = getattr(error, "err_code", None)
    if code == pdfium.FPDF_ERR_PASSWORD:
        return Encrypted("the PDF needs a password")
    if code == pdfium.FPDF_ERR_SECURITY:
        return Encrypted("the PDF is protected in a way that cannot be opened")
    return Damaged("the PDF is broken or cut off")


def _drawn_together(before: Word, word: Word) -> Word:
    """LibreOffice sets Hangul and Latin a little apart, `2024 년`, which PDFium takes for a space."""
    left, right = before.text[-1], word.text[0]
    if word.gap != "_" or left.isascii() == right.isascii():
        return word
    if not ((left.isalnum() or left in "([") and (right.isalnum() or right in ")],")):
        return word
    if 0 <= word.x0 - before.x1 < FACES_APART * (word.bottom - word.top):
        return word._replace(gap="")
    return word


def _near(a: Word | Box, b: Word | Box) -> bool:
    """Whether the second is drawn over the first, for bold or for a shadow."""
    return abs(a.x0 - b.x0) + abs(a.top - b.top) < 0.3 * (b.bottom - b.top)


def _half_width(character: str, box: Box) -> Box:
    """Hancom's fonts give digits and signs a width of one em, of which they use half."""
    if character.isascii() and character not in "MW@%" and box.x1 - box.x0 > 0.75 * (box.bottom - box.top):
        return Box(box.x0, box.top, (box.x0 + box.x1) / 2, box.bottom)
    return box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page and its turn; maps PDF coordinates to points from the top left as displayed."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def width(self) -> float:
        """Width as displayed."""
        return self.right - self.left if self.turn % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height as displayed."""
        return self.top - self.bottom if self.turn % 2 == 0 else self.right - self.left

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """The map as an affine matrix: x' = ax + cy + e, y' = bx + dy + f."""
        return (
            (1.0, 0.0, 0.0, -1.0, -self.left, self.top),
            (0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left),
            (-1.0, 0.0, 0.0, 1.0, self.right, -self.bottom),
            (0.0, -1.0, -1.0, 0.0, self.top, self.right),
        )[self.turn]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle as displayed."""
        if self.turn == 0:
            return Box(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        a, b, c, d, e, f = self.matrix
        xs, ys = sorted((a * x0 + c * y0 + e, a * x1 + c * y1 + e)), sorted((b * x0 + d * y0 + f, b * x1 + d * y1 + f))
        return Box(xs[0], ys[0], xs[1], ys[1])


class Page:
    """One page of an open PDF."""

    def __init__(self, page: pypdfium2.PdfPage, number: int) -> None:
        self.number = number
        self.raw = page.raw
        self._page = page
        self._text = page.get_textpage()
        self._address, self._room = address(self._text.raw), Floats(4)
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page.raw, rect)
        self.frame = Frame(rect.left, rect.bottom, rect.right, rect.top, page.get_rotation() // 90 % 4)

    def close(self) -> None:
        """Give the page's memory back."""
        self._text.close()
        self._page.close()

    @property
    def has_pictures(self) -> bool:
        """Whether an image stands on the page."""
        return any(
            pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(self.raw, i)) == pdfium.FPDF_PAGEOBJ_IMAGE
            for i in range(min(pdfium.FPDFPage_CountObjects(self.raw), 1000))
        )

    def text(self) -> str:
        """All characters in the order of the file, one code point for each that PDFium counts."""
        count = pdfium.FPDFText_CountChars(self._text.raw)
        if count <= 0:
            return ""
        count = min(count, MAX_CHARACTERS)
        buffer = (ctypes.c_ushort * (count + 1))()
        got = pdfium.FPDFText_GetText(self._text.raw, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(got - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        # Characters outside the buffer's count (unmapped glyphs, astral planes): one by one.
        return "".join(chr(pdfium.FPDFText_GetUnicode(self._text.raw, i) or 32) for i in range(count))

    def words(self) -> list[Word]:
        """The words of the page, in the order of the file; what is drawn over itself comes once."""
        text, end = self.text(), 0
        words, seen = list[Word](), dict[str, Word]()
        for hit in _WORD.finditer(text):
            start, stop = hit.span()
            for word in self._word(text, start, stop, self._gap(text, end, start)):
                before = seen.get(word.text)
                if before is None or not _near(word, before):
                    words.append(word)
                    seen[word.text] = word
            end = stop
        spaces = Counter([word.gap for word in words])
        if spaces[" "] < 0.3 * spaces["_"]:
            return words
        return [_drawn_together(before, word) for before, word in zip(words[:1] + words, words, strict=False)]

    def _gap(self, text: str, start: int, end: int) -> str:
        if start == end:
            return "" if start else "\n"
        between = text[start:end]
        if "\n" in between or "\r" in between:
            return " \n" if between[0] == " " else "\n"
        if end - start == 1 and is_generated(self._address, start) == 1:
            return "_"
        return " "

    def _word(self, text: str, start: int, end: int, gap: str) -> Iterable[Word]:
        first = self.glyph(start)
        half = (start + end) // 2
        twice = text[start] == text[half] and half > start and text[start:half] == text[half:end]
        if twice and _near(self.glyph(half), first):
            end = half  # for a shadow
        last = first if end == start + 1 else self.glyph(end - 1)
        last = _half_width(text[end - 1], last)
        if last.x1 >= first.x0 and last.top < first.bottom and last.bottom > first.top:
            top = first.top if first.top < last.top else last.top
            bottom = first.bottom if first.bottom > last.bottom else last.bottom
            return (Word(text[start:end], first.x0, top, last.x1, bottom, gap, start),)
        return self.split(text[start:end], start, gap)

    def split(self, text: str, start: int, gap: str) -> Iterator[Word]:
        """The same word, a word for each character."""
        for i, character in enumerate(text):
            yield Word(character, *_half_width(character, self.glyph(start + i)), "" if i else gap, start + i)

    def glyph(self, index: int) -> Box:
        """A character's box: as high as its line, as wide as its step to the next."""
        loose_box(self._address, index, self._room.at[0])
        left, top, right, bottom = self._room.values
        return self.frame.box(left, bottom, right, top)
