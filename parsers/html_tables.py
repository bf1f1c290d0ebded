"""Tables of a page: which carry data and which only lay out; spans to a grid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from parsers.assembly import DraftCell, Words

_BREAKS = frozenset("p div li br tr dt dd h1 h2 h3 h4 h5 h6 blockquote".split())
_SKIPPED = frozenset(("script", "style", "noscript", "template"))
_SPACES = re.compile(r"[\s\xa0]+")
_MAX_SPAN = 400
_MAX_CELLS = 40_000
_LONG = 500


def is_layout(table: etree._Element) -> bool:
    """Whether a table only arranges its contents: nested tables, a single cell or column, or an article in a cell."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return True
    rows = list(_rows(table))
    cells = [list(_cells(row)) for row in rows]
    if max((len(row) for row in cells), default=0) <= 1:
        return True
    return len(rows) <= 2 and any(len(text_of(cell)) > _LONG for row in cells for cell in row)


def text_of(element: etree._Element) -> str:
    """All words inside an element."""
    return "".join(map(str, element.itertext()))


def table_cells(table: etree._Element) -> tuple[DraftCell, ...]:
    """The cells of a data table on their grid; a span of 0 reaches to the end, spans are cut at a sane bound."""
    rows = [list(_cells(row)) for row in _rows(table)]
    taken: set[tuple[int, int]] = set()
    cells: list[DraftCell] = []
    for row, elements in enumerate(rows):
        column = 0
        for element in elements:
            while (row, column) in taken:
                column += 1
            cell = _cell(element, row, column, len(rows))
            # A span that runs into a cell from above ends there.
            free = next((at for at in range(1, cell.column_span) if (row, column + at) in taken), cell.column_span)
            cell = cell._replace(column_span=free)
            taken.update((cell.row + r, column + c) for r in range(cell.row_span) for c in range(cell.column_span))
            cells.append(cell)
            column += cell.column_span
        if len(taken) > _MAX_CELLS:
            break
    return tuple(cells)


def _cell(element: etree._Element, row: int, column: int, rows: int) -> DraftCell:
    words = tuple(Words(line) for line in cell_lines(element))
    down = _span(element.get("rowspan"), rows - row)
    return DraftCell(row, column, words, down, _span(element.get("colspan"), _MAX_SPAN), _is_header(element))


def _span(value: str | None, limit: int) -> int:
    digits = re.match(r"\s*(\d{1,6})", value or "")
    if digits is None:
        return 1
    return max(min(int(digits.group(1)) or limit, limit, _MAX_SPAN), 1)


def _is_header(element: etree._Element) -> bool:
    parent = element.getparent()
    above = parent.getparent() if parent is not None else None
    return element.tag == "th" or (above is not None and above.tag == "thead")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return row.iterchildren("td", "th")


def cell_lines(element: etree._Element) -> Iterator[str]:
    """The lines of a cell: its words between breaks and blocks."""
    words: list[str] = []
    events = etree.iterwalk(element, events=("start", "end"))
    for event, inner in events:
        if inner.tag in _BREAKS:
            yield from _line(words)
        if event == "start":
            if inner.tag in _SKIPPED:
                events.skip_subtree()
            elif inner.text:
                words.append(inner.text)
        elif inner.tail and inner is not element:
            words.append(inner.tail)
    yield from _line(words)


def _line(words: list[str]) -> Iterator[str]:
    line = _SPACES.sub(" ", "".join(words)).strip()
    words.clear()
    if line:
        yield line
