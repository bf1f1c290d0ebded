"""Tables that go on over a page: joined, with the header rows that are repeated left out."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.assembly import DraftCell
from parsers.joins import Joiner
from parsers.tables import Ruled

NEAR = 4.0  # points by which columns may be apart on the next page
REPEATED = 4  # header rows that may be repeated


def continues_table(before: Ruled, after: Ruled) -> bool:
    """Whether a table at the head of a page goes on the table at the foot of the page before."""
    first, second = before.grid.columns, after.grid.columns
    if after.page != before.page + 1 or len(first) != len(second):
        return False
    shift = before.box.x0 - after.box.x0
    alike = all(abs(a - b - shift) < NEAR for a, b in zip(first, second, strict=True))
    return alike and abs(before.box.x1 - after.box.x1 - shift) < NEAR


def joined_cells(tables: Sequence[Ruled], joiner: Joiner) -> tuple[DraftCell, ...]:
    """The cells of one table, or of its parts on several pages."""
    joined = list(tables[0].cells(joiner))
    rows = len(tables[0].grid.rows)
    for table in tables[1:]:
        cells = list(table.cells(joiner))
        again = _repeated(joined, cells)
        kept = [cell._replace(row=cell.row - again + rows) for cell in cells if cell.row >= again]
        joined = _through(joined, kept, rows)
        rows += len(table.grid.rows) - again
    return tuple(joined)


def _repeated(before: Sequence[DraftCell], after: Sequence[DraftCell]) -> int:
    """How many rows at the head of a part are those at the head of the table again."""
    first, again = _by_row(before), _by_row(after)
    for rows in range(REPEATED, 0, -1):
        if all(i in again and first.get(i) == again[i] for i in range(rows)) and len(again) > rows:
            return rows
    return 0


def _by_row(cells: Sequence[DraftCell]) -> dict[int, list[tuple[int, str]]]:
    rows: dict[int, list[tuple[int, str]]] = {}
    for cell in cells:
        text = "".join(words.text for words in cell.words).replace(" ", "")
        if cell.row < REPEATED:
            rows.setdefault(cell.row, []).append((cell.column, text))
    return {row: held for row, held in rows.items() if any(text for _, text in held)}


def _through(before: Sequence[DraftCell], after: Sequence[DraftCell], rows: int) -> list[DraftCell]:
    """Both parts; a merged cell that the page cuts, so that it goes on empty, reaches through both."""
    cut = {c.column: c for c in after if c.row == rows and not c.words and c.column_span == 1 and c.row_span > 1}
    longer = {
        c.column: c._replace(row_span=c.row_span + cut[c.column].row_span)
        for c in before
        if c.column in cut and c.row + c.row_span == rows and c.column_span == 1 and c.row_span > 1
    }
    upper = [longer.get(c.column, c) if c.row + c.row_span == rows else c for c in before]
    return [*upper, *(c for c in after if not (c.column in longer and c is cut[c.column]))]
