"""One cell between empty lines after another: the period of rows, found by headers and the shapes of columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parsers.cell_kinds import (
    CellKind,
    cell_kind,
    is_breakdown,
    is_figure,
    is_head,
    is_note,
    is_total,
)
from parsers.flattened_fit import fit
from parsers.flattened_runs import BRIEF, Cell, Row, Table, may_begin, run_of

_WIDEST = 20
_MOST_OF, _LONGER = 0.8, 1.5
_MISSING_COST = 0.4
_UNEVEN = 0.2
# A header of years or provinces goes on for as long as they do: none of them may stand in the row below.
_SERIES = ("date", "place")
_HARD = ("number", "date", "place", "tier")


def cells_at(groups: Sequence[Sequence[str]], at: int) -> Table | None:
    """The table whose header begins with this group, each group a cell, if one period explains what follows."""
    if not may_begin(groups[at]):
        return None
    run = list(run_of(groups, at))
    heads = _heads(run)
    words = [cell.words for cell in run]
    found = [read for width in range(2, heads + 1) if (read := _read(run, words, width))]
    return min(found, key=lambda read: read[0])[1] if found else None


def fitted_at(groups: Sequence[Sequence[str]], at: int) -> Table | None:
    """The table that begins with this group whatever its header says, if labels and numbers repeat plainly enough."""
    run = list(_with_notes(run_of(groups, at)))
    found = fit([cell.lines[0] for cell in run], is_figure)
    if found is None or len(run[0].words) > BRIEF or _is_caption(run):
        return None
    rows = tuple(_fitted(run, row, top=not at) for at, row in enumerate(found.rows))
    return Table(rows, len(found.rows[0]), sum(cell.groups for cell in run[: found.end]))


def _is_caption(run: Sequence[Cell]) -> bool:
    """Whether the first cell names the table whose first head is the next: `2025년 인증 명단` over `연번`."""
    return not is_head(run[0].words) and may_begin(run[1].lines, exactly=True)


def plainer(one: Table | None, other: Table | None) -> Table | None:
    """Of two readings the first, unless the other is much longer, or no shorter with fewer words among numbers.

    Nor does one of two columns stand where one of more explains most of it: any even number of cells makes pairs.
    """
    if one is None or other is None:
        return one or other
    if one.width == 2:
        return other if other.width > 3 and other.groups >= _MOST_OF * one.groups else one
    longer = other.groups > _LONGER * one.groups
    return other if longer or (other.groups >= one.groups and _odd(other) < _odd(one)) else one


def _odd(table: Table) -> int:
    """How many cells are words in a column of numbers."""
    columns: list[list[CellKind]] = [[] for _ in range(table.width)]
    for row in table.rows[1:]:
        for column, cell in enumerate(row.cells, row.left):
            if column < table.width:
                columns[column].append(cell_kind(cell[0] if cell else ""))
    return sum(column.count("words") for column in columns if column.count("number") * 2 > len(column))


def _with_notes(run: Iterable[Cell]) -> Iterator[Cell]:
    """Notes in brackets and breakdowns of an amount belong to the cell before them."""
    last: Cell | None = None
    for cell in run:
        if last is not None and (
            is_note(cell.words) or (is_breakdown(cell.words) and cell_kind(last.lines[0]) == "number")
        ):
            last = Cell(last.lines + cell.lines, last.groups + cell.groups)
            continue
        if last is not None:
            yield last
        last = cell
    if last is not None:
        yield last


def _fitted(run: Sequence[Cell], row: Sequence[int | None], *, top: bool) -> Row:
    """A row of places in the run; a first cell that is missing beside a label is merged from above."""
    cells = tuple(() if at is None else run[at].lines for at in row)
    merged = not top and row[0] is None and row[1] is not None and not is_total(run[row[1]].words)
    return Row(cells[1:], left=1) if merged else Row(cells)


def _heads(run: Sequence[Cell]) -> int:
    """How many cells may belong to the header: up to the first that holds a plain number."""
    numbers = (number for number, cell in enumerate(run) if cell_kind(cell.words) == "number")
    return min(next(numbers, len(run)), len(run), _WIDEST)


def _read(run: Sequence[Cell], words: Sequence[str], width: int) -> tuple[float, Table] | None:
    """Read rows of this width, with the cost: the first row below the header is full and shapes the columns."""
    if len(run) < 3 * width:
        return None
    header = [cell_kind(cell) for cell in words[:width]]
    shapes = [cell_kind(cell) for cell in words[width : 2 * width]]
    # Years and provinces head columns too; where they also stand in the row below they prove nothing.
    known = sum(is_head(cell) or kind in ("date", "place") for cell, kind in zip(words, header, strict=False))
    hard = sum(shape in _HARD and shape != kind for shape, kind in zip(shapes, header, strict=True))
    if known * 2 < width or not (hard or known == width):
        return None
    if _names_columns(words[width : 2 * width]) or any(kind in header[1:] and kind in shapes for kind in _SERIES):
        return None
    rows, used = _rows(run, words, shapes, strict=not hard)
    enough = 2 if hard >= 2 or (hard and known == width) else 3
    if len(rows) - 1 < enough:
        return None
    if not hard and (used != len(run) or is_head(words[width]) or not _even(rows)):
        return None
    short = sum(row.left + row.wide for row in rows)
    cost = short / len(rows) + (width - known) / width - used / len(run)
    return cost, Table(tuple(rows), width, sum(cell.groups for cell in run[:used]))


def _names_columns(row: Sequence[str]) -> bool:
    """Whether a row still holds headers; those of totals may stand in any row."""
    return any(is_head(cell) and not is_total(cell) for cell in row)


def _even(rows: Sequence[Row]) -> bool:
    """Whether the cells of each column are about as long as one another: all that tells columns of words apart."""
    odd = total = 0
    for column in zip(*(row.cells for row in rows[1:]), strict=True):
        sizes = sorted(sum(map(len, cell)) for cell in column)
        middle = sizes[len(sizes) // 2]
        odd += sum(1 for size in sizes if size > 2.2 * middle or middle > 2.2 * size)
        total += len(sizes)
    return odd <= _UNEVEN * total


def _rows(
    run: Sequence[Cell], words: Sequence[str], shapes: Sequence[CellKind], *, strict: bool
) -> tuple[list[Row], int]:
    """Rows from the header on, each full or short at the left, for as long as shapes agree."""
    width = len(shapes)
    rows = [Row(tuple(cell.lines for cell in run[:width]))]
    at = width
    while at < len(run):
        size = width if strict else _size(words, at, shapes) or _short(words, at, shapes)
        if not size or at + size > len(run) or words[at] == words[0]:
            break
        cells = tuple(cell.lines for cell in run[at : at + size])
        rows.append(_placed(cells, width - size, words[at], shapes))
        at += size
    return rows, at


def _placed(cells: tuple[tuple[str, ...], ...], missing: int, first: str, shapes: Sequence[CellKind]) -> Row:
    """A row with what it lacks: merged from above, inside the label of a total, or empty between label and sums."""
    if missing and is_total(first) and "number" not in shapes[: missing + 1]:
        return Row(cells, wide=missing)
    if missing and shapes[0] == "words" and cell_kind(first) == "words" and "words" not in shapes[1:]:
        return Row((cells[0], *((),) * missing, *cells[1:]))
    return Row(cells, left=missing)


def _short(words: Sequence[str], at: int, shapes: Sequence[CellKind]) -> int:
    """Size of a row of a label and numbers that lacks some of them: the next label tells where it ends."""
    if shapes[0] != "words" or set(shapes[1:]) != {"number"} or cell_kind(words[at]) != "words":
        return 0
    size = 1
    while at + size < len(words) and cell_kind(words[at + size]) in ("number", "blank"):
        size += 1
    return size if len(shapes) - 2 <= size < len(shapes) and size > 2 else 0


def _size(words: Sequence[str], at: int, shapes: Sequence[CellKind]) -> int:
    """How many cells the row that begins here has; 0 where no row does."""
    width = len(shapes)
    # One cell of another shape is let pass in a row of several columns that the next row follows in step.
    best, choice = 1.0 if width < 4 else 1.2, 0
    for size in range(width, max(width - 3, 1), -1):
        row = words[at : at + size]
        if len(row) < size:
            continue
        pairs = zip(row, shapes[width - size :], strict=True)
        wrong = sum(not (_agree(cell_kind(cell), shape) or is_total(cell)) for cell, shape in pairs)
        cost = wrong + _MISSING_COST * (width - size) + _next_cost(words, at + size, shapes)
        if cost < best:
            best, choice = cost, size
    return choice


def _next_cost(words: Sequence[str], at: int, shapes: Sequence[CellKind]) -> float:
    """Whether the last column's shape returns where a full next row would end: 0 where it does or the run ends."""
    if at >= len(words) or shapes[-1] not in _HARD:
        return 0.0
    ends = range(at + len(shapes) - 1, at + len(shapes) - 4, -1)
    return 0.0 if any(at <= end < len(words) and _agree(cell_kind(words[end]), shapes[-1]) for end in ends) else 0.3


def _agree(kind: CellKind, shape: CellKind) -> bool:
    if kind == shape or "blank" in (kind, shape):
        return True
    return shape == "words" and kind in ("place", "tier")
