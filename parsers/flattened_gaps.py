"""Tables a cell between empty lines whose rows stand further apart than their cells: the gaps tell the rows.

A row short of cells is laid under the columns whose shapes its cells have; what it then lacks at the left or right
belongs to the cell above, what it lacks between is the wider cell's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from parsers.cell_kinds import CellKind, cell_kind, is_arrow, is_head, is_sentence, is_total
from parsers.flattened_runs import BRIEF, Row, Table

_WIDEST = 12
_FEWEST = 3
_WHOLE = 0.4
_LONGEST = 2 * BRIEF

Groups = Sequence[Sequence[str]]


def gapped_at(groups: Groups, gaps: Sequence[int], at: int) -> Table | None:
    """The table that begins with this group, if rows and cells are told apart by how many empty lines stand before."""
    if gaps[at] < 2 or at + 1 >= len(groups) or gaps[at + 1] != 1:
        return None
    rows: list[tuple[tuple[str, ...], ...]] = []
    for row in _rows(groups, gaps, at):
        if not _is_row(row) or (rows and len(row) > len(rows[0])):
            break
        rows.append(row)
    width = len(rows[0]) if rows else 0
    whole = sum(len(row) == width for row in rows[1:])
    even = len({len(row) for row in rows}) <= 2
    if not 3 <= width <= _WIDEST or len(rows) < _FEWEST or whole < (1 if even else _WHOLE * (len(rows) - 1)):
        return None
    if sum(is_head(" ".join(cell)) for cell in rows[0]) * 2 < width and not _headed(rows):
        return None
    shapes = _shapes(rows, width)
    placed = tuple(_placed(row, shapes) for row in rows)
    return Table(placed, width, sum(map(len, rows)))


def _rows(groups: Groups, gaps: Sequence[int], at: int) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Runs of groups that only one empty line divides, each group a cell."""
    while at < len(groups):
        end = at + 1
        while end < len(groups) and gaps[end] == 1:
            end += 1
        yield tuple(tuple(line.strip() for line in group) for group in groups[at:end])
        at = end


def _is_row(row: Sequence[Sequence[str]]) -> bool:
    """Whether what stands together may be a row: several cells, none a paragraph or an arrow."""
    words = [" ".join(cell) for cell in row]
    return (
        1 < len(row) <= _WIDEST
        and len(words[0]) <= BRIEF
        and not any(len(cell) > _LONGEST or is_sentence(cell) or is_arrow(cell) for cell in words)
    )


def _headed(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether no cell of the first row is a number and every row below has one."""
    numbers = [[cell_kind(" ".join(cell)) == "number" for cell in row] for row in rows]
    return not any(numbers[0]) and all(map(any, numbers[1:]))


def _shapes(rows: Sequence[Sequence[Sequence[str]]], width: int) -> list[CellKind]:
    """The commonest shape of each column among the rows that lack no cell."""
    whole = [[cell_kind(" ".join(cell)) for cell in row] for row in rows[1:] if len(row) == width]
    columns = list(zip(*whole, strict=True))
    return [max(sorted(set(column)), key=column.count) for column in columns]


def _placed(row: tuple[tuple[str, ...], ...], shapes: Sequence[CellKind]) -> Row:
    """A row under the columns that fit its cells best: of equal ones those furthest right."""
    width = len(shapes)
    if len(row) == width:
        return Row(row)
    words = [" ".join(cell) for cell in row]
    if is_total(words[0]):
        return Row(row, wide=width - len(row))
    kinds = [cell_kind(cell) for cell in words]
    places = min(
        combinations(range(width), len(row)),
        key=lambda at: (sum(kind != shapes[one] for kind, one in zip(kinds, at, strict=True)), [-one for one in at]),
    )
    stops = (*places[1:], width)
    spans = tuple(stop - one for one, stop in zip(places, stops, strict=True))
    return Row(row, left=places[0], spans=spans)
