"""The elements of all pages as blocks: paragraphs over line and page breaks, tables over pages, titles, headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from parsers.assembly import Draft, Words
from parsers.bullets import line_kind
from parsers.continued import continues_table, joined_cells
from parsers.document import BlockKind
from parsers.joins import Joiner, continues, starts_block
from parsers.layout import Line
from parsers.pages import Element
from parsers.tables import Ruled

LARGE = 1.3  # times the size of running text, from which a line is a title
HEAD = 1.12  # the same, for a heading
_ANNEX = re.compile(
    r"[<〈\[【(]?\s*(?:붙\s?임|참\s?고|별\s?첨|별\s?지|첨\s?부)\s?(?:자\s?료)?\s?\d{0,2}(?:[\s\]】>〉):.]|$)"
)
_LABELS = re.compile(r"보도(?:참고|설명|해명|반박)?자료|보도시점|배포|엠바고|즉시보도")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document: the type size of running text, and where full lines end."""

    size: float
    right: float

    @staticmethod
    def of(lines: Sequence[Line]) -> Measure:
        """Measure a document's lines, the longer ones counting more."""
        sizes = [line.height for line in lines for _ in range(1 + len(line.words) // 4)]
        ends = Counter(round(line.box.x1 / 3) for line in lines)
        shared = [3.0 * place for place, times in ends.items() if times >= 3]
        right = max(shared, default=max((line.box.x1 for line in lines), default=0.0))
        return Measure(median(sizes) if sizes else 10.0, right)


def drafts(pages: Iterable[Sequence[Element]]) -> Iterator[Draft]:
    """Paragraphs and tables as drafts."""
    flow = [element for page in pages for element in page]
    lines = [element for element in flow if isinstance(element, Line)]
    measure = Measure.of(lines)
    blocks = list(_blocks(flow, measure))
    joiner = Joiner(lines, [pair for block in blocks for pair in pairwise(_lines(block))])
    title = _title(blocks, measure)
    for block in blocks:
        if ruled := [element for element in block if isinstance(element, Ruled)]:
            yield Draft("table", cells=joined_cells(ruled, joiner))
        else:
            yield _paragraph(_lines(block), joiner, measure, block is title)


def _lines(block: Sequence[Element]) -> list[Line]:
    return [element for element in block if isinstance(element, Line)]


def _blocks(flow: Iterable[Element], measure: Measure) -> Iterator[list[Element]]:
    """Elements that go on one another, together."""
    block: list[Element] = []
    for element in flow:
        if block and not _goes_on(block[-1], element, measure):
            yield block
            block = []
        block.append(element)
    if block:
        yield block


def _goes_on(before: Element, element: Element, measure: Measure) -> bool:
    if isinstance(before, Ruled) or isinstance(element, Ruled):
        return isinstance(before, Ruled) and isinstance(element, Ruled) and continues_table(before, element)
    return continues(before, element, measure.right) or _same_title(before, element, measure)


def _same_title(before: Line, line: Line, measure: Measure) -> bool:
    """Whether two lines in large type, centred under one another, are one title."""
    if before.page != line.page or min(before.height, line.height) < LARGE * measure.size or starts_block(line):
        return False
    apart = abs(before.box.x0 + before.box.x1 - line.box.x0 - line.box.x1)
    near = line.box.top - before.box.bottom < 0.8 * line.height
    return near and apart < 4 * line.height and 0.9 * line.height < before.height < 1.1 * line.height


def _title(blocks: Sequence[Sequence[Element]], measure: Measure) -> Sequence[Element] | None:
    """The block of the first page in the largest type that is not a label such as 보도자료."""
    found, tall = None, LARGE * measure.size
    for block in blocks:
        lines = _lines(block)
        if not lines or lines[0].page > 1:
            continue
        text = "".join(word.text for line in lines for word in line.words)
        if max(line.height for line in lines) > tall and len(text) > 7 and not _LABELS.search(text):
            found, tall = block, max(line.height for line in lines)
    return found


def _paragraph(block: Sequence[Line], joiner: Joiner, measure: Measure, title: bool) -> Draft:
    """Joined lines as one draft."""
    words = [Words(block[0].text, block[0].page, block[0].box)]
    for before, line in pairwise(block):
        words.append(Words(line.text, line.page, line.box, joiner.glue(before, line)))
    kind, depth = line_kind(block[0].text)
    if title or kind == "paragraph":
        kind, depth = _kind(block, measure, title), 0
    return Draft(kind, tuple(words), depth=depth)


def _kind(block: Sequence[Line], measure: Measure, title: bool) -> BlockKind:
    if title:
        return "title"
    short = len(block) < 3 and len(block[0].words) < 15
    if short and (_ANNEX.match(block[0].text) or block[0].height > HEAD * measure.size):
        return "heading"
    return "paragraph"
