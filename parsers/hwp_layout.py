"""Page numbers from the line positions that Hancom saves with its text, and from the heights of its tables' rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Where a table that runs over pages ends is known to about three lines (in Hancom's units, 7,200 to the inch).
SLACK = 6000


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a row of a table over several pages begins: page, position on it, and the height of a page's text."""

    page: int
    top: int
    body: int

    def page_at(self, offset: int) -> int:
        """The page of a line so far below."""
        return self.page + (self.top + max(offset, 0)) // self.body


@dataclass
class Pages:
    """The page that is being read: a line that stands higher than the one before it opens the next page or column."""

    page: int = 1
    columns: int = 1
    # Height of a page's text; 0 where the section does not say it.
    body: int = 0
    _last: int = -1
    _column: int = 0

    def section(self) -> None:
        """A section begins: on a new page, but for the first."""
        if self._last >= 0:
            self._turn()
        self.columns, self._column, self._last = 1, 0, -1

    def paragraph(self, tops: Sequence[int], breaks: bool = False) -> int:
        """Page of a top-level paragraph's first line, from the positions of its lines; `breaks` asks for a new page."""
        if breaks and self._last >= 0 and (not tops or tops[0] >= self._last):
            self._turn()
        first = None
        for top in tops:
            if top < self._last:
                self._next()
            self._last = top
            first = first or self.page
        return first or self.page

    def table(self, heights: Sequence[int]) -> list[Spot] | None:
        """Where the rows of a table that may run over pages begin; None where it ends on the page where it began.

        A row that does not fit goes to the next page, one that is high is cut at the page's end.
        """
        top = max(self._last, 0)
        if self.columns > 1 or not self.body or top + sum(heights) <= self.body:
            return None
        spots, page = list[Spot](), self.page
        for height in heights:
            if top + height > self.body and height <= self.body // 4:
                page, top = page + 1, 0
            spots.append(Spot(page, top, self.body))
            page, top = page + (top + height) // self.body, (top + height) % self.body
        self.page, self._last = page, max(top - SLACK, 0)
        return spots

    def _next(self) -> None:
        self._column += 1
        if self._column >= self.columns:
            self._turn()

    def _turn(self) -> None:
        self.page += 1
        self._column, self._last = 0, -1


def row_heights(cells: Sequence[tuple[int, int, int]]) -> list[int]:
    """The height of each row from cells as (row, row span, height); rows beyond any that is likely are left out."""
    heights: dict[int, int] = {}
    for row, span, height in cells:
        if span == 1 and row < len(cells):
            heights[row] = max(heights.get(row, 0), height)
    return [heights.get(row, 0) for row in range(max(heights, default=-1) + 1)]
