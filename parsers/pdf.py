"""PDF releases: paragraphs and tables in reading order, with page and box for every line."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import pypdfium2

from parsers.bullets import line_kind
from parsers.document import Box, Document, Draft, Notice, Source, Words, assemble
from parsers.grid import find_grids
from parsers.joins import Joiner, continues
from parsers.layout import Line, lines
from parsers.pdfium import Page, open_pdf, shapes
from parsers.rules import read_rules
from parsers.running import running
from parsers.slides import Unit, looks_like_slides, read_slide, slide_drafts
from parsers.tables import Ruled, fill

Element = Line | Ruled


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


def read_page(page: Page) -> list[Element]:
    """Lines and tables of a page from top to bottom."""
    grids = find_grids(read_rules(page))
    ruled, outside = fill(grids, page.words(), page)
    elements: list[Element] = list(lines(outside, page.number))
    for table in ruled:
        if any(table.words.values()):
            elements += [table] if is_table(table) else unboxed(table)
    return sorted(elements, key=lambda element: (element.box.top + 2, element.box.x0))


def is_table(ruled: Ruled) -> bool:
    """Whether a grid holds cells beside one another; a frame, bar or stack of boxes does not."""
    return len(ruled.grid.columns) > 1 and sum(1 for words in ruled.words.values() if words) > 1


def unboxed(ruled: Ruled) -> list[Line]:
    """The lines in a frame, as text."""
    return [line for cell in ruled.grid.cells for line in lines(ruled.words.get(cell, ()), ruled.page)]


def drafts(pages: Iterable[Sequence[Element]]) -> Iterator[Draft]:
    """Paragraphs and tables as drafts; a paragraph may go on over a page."""
    flow = [element for page in pages for element in page]
    lines = [element for element in flow if isinstance(element, Line)]
    blocks = list(_blocks(flow, right_edge(lines)))
    joiner = Joiner(lines, [pair for block in blocks if not isinstance(block, Ruled) for pair in pairwise(block)])
    for block in blocks:
        yield Draft("table", cells=block.cells(joiner)) if isinstance(block, Ruled) else paragraph(block, joiner)


def _blocks(flow: Iterable[Element], right: float) -> Iterator[list[Line] | Ruled]:
    block: list[Line] = []
    for element in flow:
        if block and not (isinstance(element, Line) and continues(block[-1], element, right)):
            yield block
            block = []
        if isinstance(element, Line):
            block.append(element)
        else:
            yield element
    if block:
        yield block


def right_edge(lines: Sequence[Line]) -> float:
    """Where full lines end: the rightmost place at which several do."""
    ends = Counter(round(line.box.x1 / 3) for line in lines)
    shared = [3 * place for place, times in ends.items() if times >= 3]
    return max(shared, default=max((line.box.x1 for line in lines), default=0.0))


def paragraph(block: Sequence[Line], joiner: Joiner) -> Draft:
    """Joined lines as one draft."""
    kind, depth = line_kind(block[0].text)
    words = [Words(block[0].text, block[0].page, block[0].box)]
    for before, line in itertools.pairwise(block):
        words.append(Words(line.text, line.page, line.box, joiner.glue(before.text, line.text)))
    return Draft(kind, tuple(words), depth=depth)
