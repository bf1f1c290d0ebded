"""Where on a page the very words of a cited place stand.

A record's box is as coarse as the lines that the parser took from the page. For people the characters are looked up
once more, so that the box lies around the words alone, a box for each line of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

import pypdfium2
import pypdfium2.raw as pdfium

from extract.release import Release
from extract.review.marks import Mark, Marks
from parsers.document import Box
from parsers.words import Frame, right_end

_AROUND = 30  # characters of the reading text that tell which of two equal words is meant
_MOST = 20_000  # characters of a page that are looked at
_SLACK = 2.0  # points
_NOWHERE = Box(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Cite:
    """A cited place by its number: the page and box of the record, its words and those around them."""

    number: int
    page: int
    box: Box
    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A box for the cited place of a number."""

    number: int
    box: Box


def cites(release: Release, text: str) -> tuple[Cite, ...]:
    """The cited places of a release that have a box."""
    return tuple(_cite(mark, text) for mark in Marks.of(release).all() if mark.evidence.page and mark.evidence.bbox)


def homeless(release: Release, text: str) -> tuple[Cite, ...]:
    """The cited places of a release of which no page is known: words that a person selected."""
    return tuple(_cite(mark, text) for mark in Marks.of(release).all() if mark.evidence.page is None)


def _cite(mark: Mark, text: str) -> Cite:
    one = mark.evidence
    before, after = text[max(one.start - _AROUND, 0) : one.start], text[one.end : one.end + _AROUND]
    box = Box(*one.bbox) if one.bbox else _NOWHERE
    return Cite(mark.number, one.page or 0, box, _folded(one.quote), _folded(before), _folded(after))


def spots(page: pypdfium2.PdfPage, wanted: list[Cite]) -> tuple[Spot, ...]:
    """The boxes of some places on a page; the record's own where its words cannot be found in it."""
    glyphs = list(_glyphs(page)) if wanted else []
    return tuple(Spot(cite.number, box) for cite in wanted for box in _find(cite, glyphs))


def search(pages: Iterable[pypdfium2.PdfPage], wanted: tuple[Cite, ...]) -> dict[int, tuple[int, Box]]:
    """Page and box of places of which neither is known, by number: where the words around them fit best."""
    best: dict[int, tuple[int, int, Box]] = {}
    for number, page in enumerate(pages, 1):
        glyphs = list(_glyphs(page))
        line = "".join(character for character, _ in glyphs)
        for cite in wanted:
            for at in _places(line, cite.words):
                fit = _fit(line, at, cite)
                if fit > best.get(cite.number, (0,))[0]:
                    best[cite.number] = (fit, number, _around(box for _, box in glyphs[at : at + len(cite.words)]))
    return {number: (page, box) for number, (_, page, box) in best.items()}


def _around(boxes: Iterable[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _find(cite: Cite, glyphs: list[tuple[str, Box]]) -> list[Box]:
    inside = [glyph for glyph in glyphs if _within(glyph[1], cite.box)]
    line = "".join(character for character, _ in inside)
    at = max(_places(line, cite.words), key=lambda at: _fit(line, at, cite), default=None)
    if at is None:
        return [cite.box]
    return list(_lines(box for _, box in inside[at : at + len(cite.words)]))


def _places(line: str, words: str) -> Iterator[int]:
    at = line.find(words) if words else -1
    while at >= 0:
        yield at
        at = line.find(words, at + 1)


def _fit(line: str, at: int, cite: Cite) -> int:
    """How many characters around a place are those around the cited one."""
    left = _common(reversed(line[:at]), reversed(cite.before))
    return left + _common(iter(line[at + len(cite.words) :]), iter(cite.after))


def _common(a: Iterator[str], b: Iterator[str]) -> int:
    return next(n for n in count() if (mine := next(a, None)) is None or mine != next(b, None))


def _lines(boxes: Iterable[Box]) -> Iterator[Box]:
    line: Box | None = None
    for box in boxes:
        if line and abs((box.top + box.bottom) - (line.top + line.bottom)) < box.bottom - box.top:
            line = _around((line, box))
            continue
        if line:
            yield line
        line = box
    if line:
        yield line


def _within(box: Box, around: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    across = around.x0 - _SLACK <= x <= around.x1 + _SLACK
    return across and around.top - _SLACK <= y <= around.bottom + _SLACK


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Box]]:
    """Letters and digits of a page with their boxes, in the order of the file."""
    text, rect = page.get_textpage(), pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, rect)
    frame = Frame(rect.left, rect.bottom, rect.right, rect.top, page.get_rotation() // 90 % 4)
    try:
        for index in range(min(text.count_chars(), _MOST)):
            for character in _folded(chr(pdfium.FPDFText_GetUnicode(text.raw, index))):
                box = frame.box(*text.get_charbox(index, loose=True))
                yield character, box._replace(x1=right_end(character, box))
    finally:
        text.close()


def _folded(text: str) -> str:
    """Letters and digits alone, in one form: signs and spaces differ between the page and the reading text."""
    return "".join(character for character in unicodedata.normalize("NFKC", text) if character.isalnum())
