"""PDF: releases in pages, and slides; page and box for every line."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.assembly import assemble
from parsers.document import Box, Document, Notice, Source
from parsers.layout import Line
from parsers.pages import Element, read_page
from parsers.passages import drafts
from parsers.pdfium import Page, Pdf
from parsers.running import running
from parsers.slides import Unit, looks_like_slides, read_slide, slide_drafts


def parse(source: Source) -> Document:
    """Read a PDF; raises `Encrypted` or `Damaged` where it cannot be opened."""
    pdf = Pdf(source.data)
    try:
        return read_deck(source, pdf) if looks_like_slides(pdf) else read_release(source, pdf)
    finally:
        pdf.close()


def read_deck(source: Source, pdf: Pdf) -> Document:
    """A slide PDF as a document."""
    slides, notices = list[tuple[Box, list[Unit]]](), list(cut_off(source))
    for page in pdf.pages():
        units = read_slide(page)
        notices += blank(page, bool(units))
        slides.append((Box(0, 0, page.frame.width, page.frame.height), units))
    notices += broken(pdf)
    return assemble(source, "slides", slide_drafts(slides), pages=len(pdf), notices=notices)


def read_release(source: Source, pdf: Pdf) -> Document:
    """A PDF of pages as a document."""
    pages, notices = list[tuple[float, list[Element]]](), list(cut_off(source))
    for page in pdf.pages():
        elements = read_page(page)
        notices += blank(page, bool(elements))
        pages.append((page.frame.height, elements))
    notices += broken(pdf)
    gone = running([(height, [e for e in elements if isinstance(e, Line)]) for height, elements in pages])
    kept = [[e for e in elements if id(e) not in gone] for _, elements in pages]
    return assemble(source, "pdf", drafts(kept), pages=len(pdf), notices=notices)


def blank(page: Page, readable: bool) -> Iterator[Notice]:
    """A notice where a page has nothing to read but a picture, or was read from its picture."""
    if page.recognised and readable:
        yield Notice("no_text_layer", f"page {page.number} is a picture; its text was recognised by tesseract")
    elif not readable and page.has_pictures:
        yield Notice("no_text_layer", f"page {page.number} is a picture without text")


def broken(pdf: Pdf) -> Iterator[Notice]:
    """Notices of pages that could not be loaded."""
    for number in pdf.broken:
        yield Notice("unreadable_part", f"page {number} is broken")


def cut_off(source: Source) -> Iterator[Notice]:
    """A notice where the end of the file is missing, although pages can still be found in it."""
    if b"%%EOF" not in source.data[-2048:]:
        yield Notice("truncated", "the file ends before the end of the PDF; pages may be missing")
