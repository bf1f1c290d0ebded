"""Text in two columns: annexes and newsletters are read down the left one, then down the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parsers.document import Box

LINES = 5  # fewer lines beside one another are no columns of text
WIDE = 0.24  # share of the page's width that a column's lines have at least
STEP = 4.0  # points between the places tried for the gutter
GUTTER = 4.0  # points that stay free on both sides of its middle, together


@dataclass(frozen=True, slots=True)
class Band:
    """The part of a page that has two columns, and the middle of the gutter between them."""

    top: float
    bottom: float
    middle: float

    def part(self, box: Box) -> int:
        """0 above the columns, 1 in the left one, 2 in the right one, 3 below."""
        y = (box.top + box.bottom) / 2
        if not self.top <= y <= self.bottom:
            return 0 if y < self.top else 3
        return 1 if (box.x0 + box.x1) / 2 < self.middle else 2


def find_band(runs: Sequence[Box], width: float) -> Band | None:
    """The two-column part of a page, from the boxes of its runs of words and of its tables."""
    right = [run for run in runs if run.x0 > 0.4 * width and run.x1 - run.x0 > WIDE * width]
    if len(right) < LINES:
        return None
    places = [0.38 * width + STEP * i for i in range(int(0.24 * width / STEP))]
    bands = [(score, band) for place in places for score, band in [_band(runs, place, width)] if band]
    return max(bands, key=lambda pair: pair[0])[1] if bands else None


def _band(runs: Sequence[Box], x: float, width: float) -> tuple[int, Band | None]:
    """The tallest stretch that nothing crosses at `x`, if lines of text stand on both sides; and how many."""
    across = sorted((run.top, run.bottom) for run in runs if run.x0 < x + GUTTER / 2 and run.x1 > x - GUTTER / 2)
    ends = [0.0, *(bottom for _, bottom in across)]
    starts = [*(top for top, _ in across), float("inf")]
    best: tuple[int, Band | None] = 0, None
    for top, bottom in zip(ends, starts, strict=True):
        inside = [run for run in runs if run.top >= top - 1 and run.bottom <= bottom + 1]
        left, right = [r for r in inside if r.x1 < x], [r for r in inside if r.x0 > x]
        fewer = min(_wide(left, width), _wide(right, width))
        if fewer >= LINES and fewer > best[0] and 2 * fewer > max(len(left), len(right)) * 0.8:
            best = fewer, Band(min(r.top for r in inside), max(r.bottom for r in inside), x)
    return best


def _wide(runs: Sequence[Box], width: float) -> int:
    return sum(1 for run in runs if run.x1 - run.x0 > WIDE * width)
