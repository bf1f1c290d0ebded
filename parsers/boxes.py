"""Reading order of boxes on a slide: rows and columns by the gaps between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parsers.document import Box

# Boxes that overlap by less, in points, still stand beside one another.
SLACK = 4.0
# A column of labels is this much narrower than what it labels.
LABELS = 0.6

_Span = Callable[[Box], tuple[float, float]]


def _across(box: Box) -> tuple[float, float]:
    return box.x0, box.x1


def _down(box: Box) -> tuple[float, float]:
    return box.top, box.bottom


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """Indices of the boxes as they are read: from top to bottom, within columns where the gaps show columns.

    Two columns of which the left is narrow are labels and what they say: these are read row by row.
    """
    return _order(boxes, list(range(len(boxes))))


def _order(boxes: Sequence[Box], some: list[int]) -> list[int]:
    if len(some) < 2:
        return some
    rows = _split(boxes, some, _down)
    if len(rows) == 1:
        columns = _split(boxes, some, _across)
        if len(columns) == 1:
            return sorted(some, key=lambda index: (boxes[index].top, boxes[index].x0))
        return [index for column in columns for index in _order(boxes, column)]
    return [index for run in _runs(boxes, rows) for index in _run(boxes, run)]


def _runs(boxes: Sequence[Box], rows: list[list[int]]) -> list[list[list[int]]]:
    """Rows that share a gap between columns, together."""
    runs = [[rows[0]]]
    joint = list(rows[0])
    for row in rows[1:]:
        if len(_split(boxes, joint + row, _across)) > 1:
            runs[-1].append(row)
            joint = joint + row
        else:
            runs.append([row])
            joint = list(row)
    return runs


def _run(boxes: Sequence[Box], rows: list[list[int]]) -> list[int]:
    if len(rows) == 1:
        return _order(boxes, rows[0])
    columns = _split(boxes, [index for row in rows for index in row], _across)
    if len(columns) == 2 and _width(boxes, columns[0]) < LABELS * _width(boxes, columns[1]):
        return [index for row in rows for index in _order(boxes, row)]
    return [index for column in columns for index in _order(boxes, column)]


def _width(boxes: Sequence[Box], some: list[int]) -> float:
    return max(boxes[index].x1 for index in some) - min(boxes[index].x0 for index in some)


def _split(boxes: Sequence[Box], some: list[int], span: _Span) -> list[list[int]]:
    """Groups of boxes with a gap between them in one direction."""
    groups = list[list[int]]()
    reach = float("-inf")
    for index in sorted(some, key=lambda one: span(boxes[one])):
        start, end = span(boxes[index])
        if start >= reach - SLACK and groups:
            groups.append([index])
        elif groups:
            groups[-1].append(index)
        else:
            groups.append([index])
        reach = max(reach, end)
    return groups
