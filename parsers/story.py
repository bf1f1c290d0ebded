"""What office documents are made of, whatever their format: paragraphs, notes and tables in the order of their flow.

Readers of office formats yield `Paragraph` and `Grid`; `drafts` makes blocks of them:

* a table of which one cell has content, or of one column with few rows or with a cell of several paragraphs, is a frame
  around text: its content becomes blocks of its own;
* a table inside a cell of another table becomes a block after that table, notes of a cell too;
* the paragraphs of a cell are its words; one that starts with a bullet starts a new line, others are joined by a space
  (in narrow cells people break words by hand).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parsers.assembly import Draft, DraftCell, Words
from parsers.bullets import line_kind
from parsers.document import BlockKind
from parsers.errors import TooLarge
from parsers.headline import LARGE, reads_as_heading, with_headline
from parsers.items import Grid, Item, Paragraph
from parsers.placing import in_order, placed
from parsers.private_use import shown

# Some five thousand pages of text.
MAX_TEXT = 4_000_000
# A table of one column and so few rows is a box with a headline.
BOX_ROWS = 3


def drafts(items: Sequence[Item]) -> list[Draft]:
    """Blocks in reading order."""
    _check_length(items)
    large = _body_size(items) * LARGE
    found = list(_drafts(items, large))
    return with_headline([draft for draft, _ in found], [size for _, size in found], large)


def _drafts(items: Iterable[Item], large: float) -> Iterator[tuple[Draft, float]]:
    """Blocks and the height of their letters."""
    for item in items:
        if isinstance(item, Paragraph):
            yield from ((_block(line, large), line.size) for line in lines(item))
        elif _is_frame(item):
            yield from _drafts((inner for cell in in_order(item.cells) for inner in cell.content), large)
        else:
            yield from _table(item, large)


def _check_length(items: Iterable[Item]) -> None:
    left, waiting = MAX_TEXT, list(items)
    while waiting:
        item = waiting.pop()
        if isinstance(item, Grid):
            waiting += (inner for cell in item.cells for inner in cell.content)
        else:
            left -= len(item.text)
    if left < 0:
        raise TooLarge(f"the document has more than {MAX_TEXT:,} characters")


def _body_size(items: Iterable[Item]) -> float:
    """The letter height that most of the text outside tables has; 0 where no height is known."""
    counts = Counter[float]()
    for item in items:
        if isinstance(item, Paragraph) and item.size:
            counts[item.size] += len(item.text)
    return counts.most_common(1)[0][0] if counts else 0


def lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph cut at the line breaks after which a bullet or note stands; other breaks are spaces."""
    if "\n" not in paragraph.text:
        yield paragraph
        return
    some = list[str]()
    for line in paragraph.text.split("\n"):
        if some and kind_of(line)[0] != "paragraph":
            yield replace(paragraph, text=" ".join(some))
            some = []
        if line.strip():
            some.append(line)
    yield replace(paragraph, text=" ".join(some))


def kind_of(text: str) -> tuple[BlockKind, int]:
    """What the first sign of a line says, where that sign is a private-use one, too."""
    return line_kind(shown(text.lstrip()[:8]) + text.lstrip()[8:])


def _block(paragraph: Paragraph, large: float) -> Draft:
    kind: BlockKind
    kind, depth = kind_of(paragraph.text)
    if kind == "paragraph":
        kind, depth = paragraph.role, paragraph.depth
    if large and paragraph.size >= large and reads_as_heading(paragraph.text):
        kind, depth = "heading", 0
    return Draft(kind, (Words(paragraph.text, paragraph.page, paragraph.box),), depth=depth)


def _is_frame(grid: Grid) -> bool:
    """Whether a table is there for its looks: of its cells, none tells anything of another."""
    full = [cell for cell in grid.cells if cell.content]
    if len(full) <= 1:
        return True
    if len({cell.column for cell in grid.cells}) > 1:
        return False
    return len(full) <= BOX_ROWS or any(len(cell.content) > 1 or isinstance(cell.content[0], Grid) for cell in full)


def _table(grid: Grid, large: float) -> Iterator[tuple[Draft, float]]:
    rest: list[Item] = []
    cells = tuple(
        DraftCell(
            cell.row, cell.column, tuple(_words(cell.content, rest)), cell.row_span, cell.column_span, cell.header
        )
        for cell in placed(grid.cells)
    )
    yield Draft("table", cells=cells), 0
    yield from _drafts(rest, large)


def _words(content: Sequence[Item], rest: list[Item]) -> Iterator[Words]:
    """The words of a cell; what cannot stand in a cell goes to `rest`."""
    for item in content:
        if isinstance(item, Grid):
            inner = _inline(item)
            if inner is None:
                rest.append(item)
            else:
                yield from _words(inner, rest)
        elif item.role == "note":
            rest.append(item)
        else:
            for line in lines(item):
                glue = " " if kind_of(line.text)[0] == "paragraph" else "\n"
                yield Words(line.text, item.page, item.box, glue)


def _inline(grid: Grid) -> tuple[Item, ...] | None:
    """The content of a frame inside a cell."""
    if not _is_frame(grid):
        return None
    return tuple(item for cell in in_order(grid.cells) for item in cell.content)
