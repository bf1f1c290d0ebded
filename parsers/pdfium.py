"""PDFium behind a small typed face: the words of a page with their boxes, and the lines that are drawn on it.

PDFium is called through its C interface, since one call per character would cost more than all the rest. A page's text
comes in one call; boxes are asked for the first and last character of each word only.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import pypdfium2
import pypdfium2.raw as pdfium

from parsers.calls import Floats, handle, is_generated, loose_box, object_kind, page_count, page_object
from parsers.document import Box
from parsers.errors import Damaged, Encrypted, ParseError, TooLarge
from parsers.ocr import PAGES, SCALE, available, recognise
from parsers.words import Frame, Glyph, Word, drawn_together, near, right_end

MAX_PAGES = 2_000
MAX_CHARACTERS = 200_000  # of one page; a newspaper page has 20,000

_WORD = re.compile(r"[^\s\x00-\x1f\xa0\u3000]+")

# Boxes of text whose font the file does not hold must not follow the fonts of the machine: PDFium is told, before it
# looks for any, that there are none, and measures with those built into it. It keeps this structure's address.
_NO_FONTS = pdfium.FPDF_SYSFONTINFO(version=1)
pdfium.FPDF_SetSystemFontInfo(_NO_FONTS)


class Pdf:
    """An open PDF, whose pages come one after the other; `broken` lists those that could not be loaded so far."""

    def __init__(self, data: bytes) -> None:
        """Open; raises what is wrong with the bytes as a `ParseError`."""
        try:
            self._pdf = pypdfium2.PdfDocument(data)
            self._count = len(self._pdf)
        except pypdfium2.PdfiumError as error:
            raise _named(error) from error
        self.broken: list[int] = []
        self._loaded: dict[int, Page | None] = {}
        if self._count == 0:
            raise Damaged("the PDF has no pages")
        if self._count > MAX_PAGES:
            raise TooLarge(f"the PDF has {self._count} pages, more than {MAX_PAGES}")

    def __len__(self) -> int:
        return self._count

    def close(self) -> None:
        """Give the memory back."""
        for page in self._loaded.values():
            if page:
                page.close()
        self._pdf.close()

    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of every page, without loading them; raises `Damaged` where one cannot be told."""
        try:
            return [self._pdf.get_page_size(i) for i in range(self._count)]
        except pypdfium2.PdfiumError as error:
            raise Damaged(f"a page of the PDF has no size: {error}") from error

    def first(self, most: int) -> list[Page]:
        """The first pages, which are loaded but once."""
        numbers = range(1, min(most, self._count) + 1)
        return [page for number in numbers if (page := self._load(number))]

    def pages(self) -> Iterator[Page]:
        """The pages in order, each closed when the next is asked for."""
        for number in range(1, self._count + 1):
            if page := self._load(number):
                yield page
                self._loaded[number] = None
                page.close()
        if len(self.broken) == self._count:
            raise Damaged("no page of the PDF can be loaded")

    def _load(self, number: int) -> Page | None:
        if number not in self._loaded:
            try:
                self._loaded[number] = Page(self._pdf, number)
            except pypdfium2.PdfiumError:
                self._loaded[number] = None
                self.broken.append(number)
        return self._loaded[number]


def _named(error: Exception) -> ParseError:
    code = getattr(error, "err_code", None)
    if code == pdfium.FPDF_ERR_PASSWORD:
        return Encrypted("the PDF needs a password")
    if code == pdfium.FPDF_ERR_SECURITY:
        return Encrypted("the PDF is protected in a way that cannot be opened")
    return Damaged("the PDF is broken or cut off")


class Page:
    """One page of an open PDF."""

    def __init__(self, document: pypdfium2.PdfDocument, number: int) -> None:
        """Load; raises `PdfiumError` where it cannot be loaded."""
        self.number = number
        self._document = document
        self._page = pdfium.FPDF_LoadPage(document.raw, number - 1)
        self._text = pdfium.FPDFText_LoadPage(self._page)
        if not self._text:
            self.close()
            raise pypdfium2.PdfiumError("no page")
        self.handle, self._text_handle, self._room = handle(self._page), handle(self._text), Floats(4)
        self.characters = max(int(pdfium.FPDFText_CountChars(self._text)), 0)
        rect = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self._page, rect)
        self.frame = Frame(rect.left, rect.bottom, rect.right, rect.top, pdfium.FPDFPage_GetRotation(self._page))
        self._corner = rect.left, rect.top

    def close(self) -> None:
        """Give the page's memory back."""
        pdfium.FPDFText_ClosePage(self._text)
        pdfium.FPDF_ClosePage(self._page)

    @cached_property
    def recognised(self) -> bool:
        """Whether the page is a picture whose text tesseract is asked for."""
        return self.number <= PAGES and self.characters == 0 and self.has_pictures and available()

    @property
    def has_pictures(self) -> bool:
        """Whether an image stands on the page."""
        return any(
            object_kind(page_object(self.handle, i)) == pdfium.FPDF_PAGEOBJ_IMAGE
            for i in range(min(page_count(self.handle), 1000))
        )

    def text(self) -> str:
        """All characters in the order of the file, one code point for each that PDFium counts."""
        count = min(self.characters, MAX_CHARACTERS)
        if count == 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        got = pdfium.FPDFText_GetText(self._text, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(got - 1, 0)].decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        # Characters outside the buffer's count (unmapped glyphs, astral planes): one by one.
        return "".join(chr(pdfium.FPDFText_GetUnicode(self._text, i) or 32) for i in range(count))

    def words(self) -> list[Word]:
        """The words of the page, in the order of the file; what is drawn over itself comes once."""
        text, end = self.text(), 0
        if not text.strip() and self.recognised:
            return recognise(self._document[self.number - 1].render(scale=SCALE).to_pil())
        words, seen = list[Word](), dict[str, Word]()
        for hit in _WORD.finditer(text):
            start, stop = hit.span()
            for word in self._word(text, start, stop, self._gap(text, end, start)):
                before = seen.get(word.text)
                if before is None or not near(word, before):
                    words.append(word)
                    seen[word.text] = word
            end = stop
        gaps = [word.gap for word in words]
        if gaps.count(" ") < 0.3 * gaps.count("_"):
            return words
        return [
            drawn_together(before, word) if word.gap == "_" else word
            for before, word in zip(words[:1] + words, words, strict=False)
        ]

    def _gap(self, text: str, start: int, end: int) -> str:
        if start == end:
            return "" if start else "\n"
        between = text[start:end]
        if "\n" in between or "\r" in between:
            return " \n" if between[0] == " " else "\n"
        if end - start == 1 and is_generated(self._text_handle, start) == 1:
            return "_"
        return " "

    def _word(self, text: str, start: int, end: int, gap: str) -> Iterable[Word]:
        x0, top, x1, bottom = first = self.glyph(start)
        half = (start + end) // 2
        twice = text[start] == text[half] and half > start and text[start:half] == text[half:end]
        if twice and near(Box(*self.glyph(half)), Box(*first)):
            end = half  # for a shadow
        last = first if end == start + 1 else self.glyph(end - 1)
        x1 = right_end(text[end - 1], last)
        if x1 >= x0 and last[1] < bottom and last[3] > top:
            top = top if top < last[1] else last[1]
            bottom = bottom if bottom > last[3] else last[3]
            return (Word(text[start:end], x0, top, x1, bottom, gap, start),)
        return self.split(text[start:end], start, gap)

    def split(self, text: str, start: int, gap: str) -> Iterator[Word]:
        """The same word, a word for each character."""
        for i, character in enumerate(text):
            x0, top, _, bottom = glyph = self.glyph(start + i)
            yield Word(character, x0, top, right_end(character, glyph), bottom, "" if i else gap, start + i)

    def glyph(self, index: int) -> Glyph:
        """Where a character stands: as high as its line, as wide as its step to the next."""
        loose_box(self._text_handle, index, self._room.at[0])
        left, top, right, bottom = self._room.values
        if self.frame.turn:
            return self.frame.box(left, bottom, right, top)
        x, y = self._corner
        return left - x, y - top, right - x, y - bottom
