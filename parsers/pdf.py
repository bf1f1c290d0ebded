"""PDF: releases in pages, and slides; page and box for every line."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from parsers.document import Box, Document, Notice, Source, assemble
from parsers.layout import Line
from parsers.pages import Element, read_page
from parsers.passages import drafts
from parsers.pdfium import Page, open_pdf, shapes
from parsers.running import running
from parsers.slides import Unit, looks_like_slides, read_slide, slide_drafts


def parse(source: Source) -> Document:
    """Read a PDF; raises `Encrypted` or `Damaged` where it cannot be opened."""
    pdf = open_pdf(source.data)
    try:
        deck = looks_like_slides(shapes(pdf))
        return read_deck(source, pdf) if deck else read_release(source, pdf)
    finally:
        pdf.close()


def read_deck(source: Source, pdf: pypdfium2.PdfDocument) -> Document:
    """A slide PDF as a document."""
    slides, notices = list[tuple[Box, list[Unit]]](), list[Notice]()
    for page in each_page(pdf):
        units = read_slide(page)
        notices += blank(page, bool(units))
        slides.append((Box(0, 0, page.frame.width, page.frame.height), units))
    return assemble(source, "slides", slide_drafts(slides), pages=len(slides), notices=notices)


def read_release(source: Source, pdf: pypdfium2.PdfDocument) -> Document:
    """A PDF of pages as a document."""
    pages, notices = list[tuple[float, list[Element]]](), list[Notice]()
    for page in each_page(pdf):
        elements = read_page(page)
        notices += blank(page, bool(elements))
        pages.append((page.frame.height, elements))
    gone = running([(height, [e for e in elements if isinstance(e, Line)]) for height, elements in pages])
    kept = [[e for e in elements if id(e) not in gone] for _, elements in pages]
    return assemble(source, "pdf", drafts(kept), pages=len(pages), notices=notices)


def each_page(pdf: pypdfium2.PdfDocument) -> Iterator[Page]:
    """The pages one after the other, each closed when the next is asked for."""
    for number in range(1, len(pdf) + 1):
        page = Page(pdf[number - 1], number)
        yield page
        page.close()


def blank(page: Page, readable: bool) -> Iterator[Notice]:
    """A notice where a page has nothing to read but a picture."""
    if not readable and page.has_pictures:
        yield Notice("no_text_layer", f"page {page.number} is a picture without text")
