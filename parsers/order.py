"""Reading order of boxes on a page: rows and columns, found by the gaps between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from parsers.document import Box

T = TypeVar("T")
Span = Callable[[Box], tuple[float, float]]

DEEPEST = 12  # cuts within cuts; what is still together then is read from top to bottom
GUTTER = 12.0  # points: columns of text stand at least so far apart


def in_order(things: Sequence[T], box: Callable[[T], Box], depth: int = 0) -> list[T]:
    """Things in the order in which a reader takes them.

    That is row after row, but column after column where the things of two columns do not stand on the same levels.
    """
    if len(things) < 2:
        return list(things)
    rows = groups(things, box, _down, 0.0)
    columns = groups(things, box, _across, GUTTER)
    if depth == DEEPEST or (len(rows) == 1 and len(columns) == 1):
        return sorted(things, key=lambda thing: (round(box(thing).top / 4), box(thing).x0))
    by_columns = len(columns) > 1 and (len(rows) == 1 or not _levelled(columns, box))
    cut = columns if by_columns else _stretches(rows, box)
    return [thing for group in cut for thing in in_order(group, box, depth + 1)]


def _stretches(rows: Sequence[list[T]], box: Callable[[T], Box]) -> list[list[T]]:
    """Rows, or several together where the same gutter goes through them and their sides are not level."""
    found: list[list[T]] = []
    at = 0
    while at < len(rows):
        end, columns = at + 1, [rows[at]]
        while end < len(rows):
            wider = groups([thing for row in rows[at : end + 1] for thing in row], box, _across, GUTTER)
            if len(wider) < 2:
                break
            end, columns = end + 1, wider
        if end - at > 1 and _levelled(columns, box):
            end = at + 1
        found.append([thing for row in rows[at:end] for thing in row])
        at = end
    return found


def groups(things: Sequence[T], box: Callable[[T], Box], span: Span, gap: float) -> list[list[T]]:
    """Things split wherever a gap goes right through between them."""
    found: list[list[T]] = []
    reach = 0.0
    for thing in sorted(things, key=lambda thing: span(box(thing))):
        start, end = span(box(thing))
        if found and start <= reach + gap:
            found[-1].append(thing)
            reach = max(reach, end)
        else:
            found.append([thing])
            reach = end
    return found


def _down(box: Box) -> tuple[float, float]:
    return box.top, box.bottom


def _across(box: Box) -> tuple[float, float]:
    return box.x0, box.x1


def _levelled(columns: Sequence[Sequence[T]], box: Callable[[T], Box]) -> bool:
    """Whether most things of the shorter columns have a neighbour on their level in the longest."""
    longest = max(columns, key=len)
    middles = [(box(thing).top + box(thing).bottom) / 2 for thing in longest]
    others = [thing for column in columns if column is not longest for thing in column]
    near = 0
    for thing in others:
        top, bottom = _down(box(thing))
        near += any(abs((top + bottom) / 2 - middle) < 0.35 * (bottom - top) for middle in middles)
    return near > 0.75 * len(others)
