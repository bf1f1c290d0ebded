"""Tables that a collector stored as lines, rebuilt where the evidence is strong and left alone where it is not.

Two forms are found. In one every row is a group of lines between empty lines, a line a cell (cells that begin with
a space may go on in lines without one); `rows_at` reads it. In the other every cell stands between empty lines and
nothing marks the rows; `cells_at` in `flattened_cells` finds the period.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.assembly import Draft, DraftCell, Words
from parsers.cell_kinds import cell_kind, is_arrow, is_head, is_sentence, is_total, is_unit_note
from parsers.flattened_cells import cells_at, fitted_at, plainer
from parsers.flattened_gaps import gapped_at
from parsers.flattened_runs import Row, Table, may_begin, run_length
from parsers.flattened_wraps import joined

_MOST_MISSING = 2
# Tables that begin with a header and come to nothing: a bound for hostile input, never met by a release.
_MOST_TRIES = 100
_LONG = 160
_BRIEF = 60


@dataclass(frozen=True, slots=True)
class Group:
    """Lines between empty lines, and the cells they hold."""

    lines: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    gap: int = 0
    """How many empty lines stand before it."""

    @property
    def first(self) -> str:
        """The first cell's words."""
        return " ".join(self.cells[0])


def rebuild(lines: Sequence[str]) -> Iterator[str | Draft]:
    """The lines of a text as they are, with a table in place of those that were one."""
    groups = _groups(lines)
    bare, gaps = [group.lines for group in groups], [group.gap for group in groups]
    at = tried = 0
    tries = _MOST_TRIES
    while at < len(groups):
        found = gapped_at(bare, gaps, at) or rows_at(groups, at)
        sure = found is not None and found.width == 2
        # Inside a run of cells that no period explained, only the plainest of headers may begin a table.
        begins = tries > 0 and may_begin(bare[at], exactly=at < tried)
        if found is None and begins:
            found = cells_at(bare, at)
        if (at >= tried or begins) and not sure and not is_unit_note(groups[at].first):
            found = plainer(found, fitted_at(bare, at))
            tried = max(tried, at + run_length(bare, at))
            tries -= found is None
        if found is None:
            yield from joined(groups[at].lines)
            at += 1
        else:
            yield table_draft(found)
            at += found.groups


def _groups(lines: Sequence[str]) -> list[Group]:
    groups: list[Group] = []
    open_lines: list[str] = []
    gap = 0
    for line in [*lines, ""]:
        if line.strip():
            open_lines.append(line)
        elif open_lines:
            groups.append(_group(open_lines, gap))
            open_lines, gap = [], 1
        else:
            gap += 1
    return groups


def _group(lines: Sequence[str], gap: int) -> Group:
    """A group's cells: each line one, unless lines that begin with a space are followed by some that do not."""
    cells: list[list[str]] = []
    spaced = lines[0].startswith(" ")
    for line in lines:
        if cells and spaced and not line.startswith(" "):
            cells[-1].append(line.strip())
        else:
            cells.append([line.strip()])
    return Group(tuple(lines), tuple(map(tuple, cells)), gap)


def rows_at(groups: Sequence[Group], at: int) -> Table | None:
    """The table whose rows begin with this group, if its rows agree."""
    rows = _two_headers(groups, at)
    width = _width(rows) if rows else len(groups[at].cells)
    if not 2 <= width <= 40 or not _may_be_row(groups[at]):
        return None
    end = at + len(rows)
    while end < len(groups):
        if len(rows) > 1 and width > 2 and groups[end].cells[0] == groups[at].cells[0]:
            break
        step = _row(groups, end, width, bool(rows))
        if step is None or (rows and not _fits(step[0], rows[-1])):
            break
        row, used = step
        rows.append(row)
        end += used
    return Table(tuple(rows), width, end - at) if _agree(rows, width) else None


def _fits(row: Row, above: Row) -> bool:
    """Whether no paragraph stands where the row above has a number."""
    if len(row.cells) != len(above.cells):
        return True
    pairs = zip(row.cells, above.cells, strict=True)
    return not any(sum(map(len, cell)) > _BRIEF and cell_kind(" ".join(over)) == "number" for cell, over in pairs)


def _width(rows: Sequence[Row]) -> int:
    return sum(map(len, (rows[-1].cells,))) + rows[-1].left


def _two_headers(groups: Sequence[Group], at: int) -> list[Row]:
    """Two header rows over wider rows: the lower one divides the last cell of the upper, or all but the first alike."""
    if at + 3 >= len(groups):
        return []
    upper, lower, width = (len(groups[at + i].cells) for i in range(3))
    alike = width == len(groups[at + 3].cells) or width == len(groups[at + 3].cells) + 1
    if not (2 <= upper < width and 2 <= lower < width and alike and all(map(_may_be_row, groups[at : at + 3]))):
        return []
    each, rest = divmod(lower, upper - 1)
    if lower + 1 == width and rest == 0:
        spans = (1, *(each for _ in range(upper - 1)))
    elif upper - 1 <= width - lower:
        spans = (width - lower - upper + 2, *(1 for _ in range(upper - 2)), lower)
    else:
        return []
    return [Row(groups[at].cells, spans=spans), Row(groups[at + 1].cells, left=width - lower)]


def _row(groups: Sequence[Group], at: int, width: int, below: bool) -> tuple[Row, int] | None:
    """The row that begins here and how many groups it takes: full, short of merged cells, or broken inside a cell."""
    group = groups[at]
    if not _may_be_row(group):
        return None
    missing = width - len(group.cells)
    if missing == 0:
        return Row(group.cells), 1
    following = groups[at + 1] if at + 1 < len(groups) else None
    if following and missing > 0 and len(following.cells) == missing + 1 and _may_be_row(following):
        broken = len(group.cells) > 1 and len(following.cells) > 1 and (missing > 1 or len(group.cells) < width - 1)
        if broken:
            joined = (*group.cells[:-1], (*group.cells[-1], *following.cells[0]), *following.cells[1:])
            return Row(joined), 2
    if not below or not 0 < missing <= _MOST_MISSING or len(group.cells) < 2:
        return None
    return (Row(group.cells, wide=missing), 1) if is_total(group.first) else (Row(group.cells, left=missing), 1)


def _may_be_row(group: Group) -> bool:
    """Cells are no sentences of the body and not long, and at least the first is brief."""
    long = sum(1 for cell in group.cells if sum(map(len, cell)) > _LONG)
    return (
        len(group.cells) > 1
        and len(group.first) <= _BRIEF
        and not is_sentence(group.first)
        and long * 2 <= len(group.cells)
        and not group.first.startswith(("<", "【", "["))
        and not any(is_arrow(" ".join(cell)) for cell in group.cells)
    )


def _agree(rows: Sequence[Row], width: int) -> bool:
    """Enough rows, most of them full; a table of two columns needs more of them."""
    full = sum(1 for row in rows if len(row.cells) == width)
    if rows and rows[0].spans:
        return len(rows) >= 4 and full >= 1
    if len(rows) == 2:
        return width > 2 and full == 2 and _alike(rows)
    return len(rows) > 2 and full >= (len(rows) if width == 2 else 2)


def _alike(rows: Sequence[Row]) -> bool:
    """Whether two rows are a header and its values, or values of the same shapes."""
    upper, lower = ([cell_kind(" ".join(cell)) for cell in row.cells] for row in rows)
    return is_head(" ".join(rows[0].cells[0])) or (upper == lower and "number" in upper)


def table_draft(table: Table, *, grow: bool = True, page: int | None = None) -> Draft:
    """The table as cells on a grid; what is missing at the left is the cell above, grown downwards if `grow`."""
    cells: list[DraftCell] = []
    above: dict[int, int] = {}
    for number, row in enumerate(table.rows):
        for column in range(row.left if grow else 0):
            if column in above:
                cells[above[column]] = _grown(cells[above[column]], number)
        column = row.left
        for position, lines in enumerate(row.cells):
            span = row.spans[position] if row.spans else row.wide + 1 if position == 0 else 1
            above[column] = len(cells)
            words = tuple(Words(line, page) for line in lines)
            cells.append(DraftCell(number, column, words, column_span=span))
            column += span
    return Draft("table", cells=tuple(cells))


def _grown(cell: DraftCell, row: int) -> DraftCell:
    return DraftCell(cell.row, cell.column, cell.words, row - cell.row + 1, cell.column_span, cell.header)
