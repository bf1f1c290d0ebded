"""PDF releases: paragraphs and tables in reading order, with page and box for every line."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from parsers.bullets import line_kind
from parsers.document import Document, Draft, Notice, Source, Words, assemble
from parsers.grid import find_grids
from parsers.joins import Joiner, continues
from parsers.layout import Line, lines
from parsers.pdfium import Page, open_pdf
from parsers.rules import read_rules
from parsers.tables import Ruled, fill

Element = Line | Ruled

_PAGE_NUMBER = re.compile(r"[-–—]?\s*\d{1,4}\s*[-–—]?|\d{1,4}\s*/\s*\d{1,4}|p(?:age)?\.?\s*\d{1,4}", re.I)


def parse(source: Source) -> Document:
    """Read a PDF; raises `Encrypted` or `Damaged` where it cannot be opened."""
    pdf = open_pdf(source.data)
    pages, notices = list[list[Element]](), list[Notice]()
    try:
        for number in range(1, len(pdf) + 1):
            page = Page(pdf[number - 1], number)
            elements = read_page(page)
            if not elements and page.has_pictures:
                notices.append(Notice("no_text_layer", f"page {number} is a picture without text"))
            pages.append(without_page_number(elements, page.frame.height))
            page.close()
    finally:
        pdf.close()
    flow = without_running_lines(pages)
    return assemble(source, "pdf", drafts(flow), pages=len(pages), notices=notices)


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


def without_page_number(elements: Sequence[Element], height: float) -> list[Element]:
    """Drop a number alone at the head or foot of a page."""
    return [
        e
        for e in elements
        if not (
            isinstance(e, Line)
            and (e.box.top > 0.88 * height or e.box.bottom < 0.08 * height)
            and _PAGE_NUMBER.fullmatch(e.text)
        )
    ]


def without_running_lines(pages: Sequence[Sequence[Element]]) -> list[list[Element]]:
    """Drop lines that stand first or last on several pages at the same height with the same words."""
    seen = Counter(_mark(e) for page in pages for e in _ends(page))
    running = {mark for mark, times in seen.items() if times > 1 and times >= 0.4 * len(pages)}
    return [
        [e for e in page if not (isinstance(e, Line) and e in _ends(page) and _mark(e) in running)] for page in pages
    ]


def _ends(page: Sequence[Element]) -> list[Line]:
    return [e for e in [*page[:2], *page[-2:]] if isinstance(e, Line)] if len(page) > 3 else []


def _mark(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.box.top / 4)


def drafts(pages: Iterable[Sequence[Element]]) -> Iterator[Draft]:
    """Paragraphs and tables as drafts; a paragraph may go on over a page."""
    flow = [element for page in pages for element in page]
    all_lines = [e for e in flow if isinstance(e, Line)]
    joiner, right = Joiner(all_lines), right_edge(all_lines)
    block: list[Line] = []
    for element in flow:
        if block and not (isinstance(element, Line) and continues(block[-1], element, right)):
            yield paragraph(block, joiner)
            block = []
        if isinstance(element, Line):
            block.append(element)
        else:
            yield Draft("table", cells=element.cells(joiner))
    if block:
        yield paragraph(block, joiner)


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
