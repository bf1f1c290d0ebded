"""Page numbers from the line positions that Hancom saves with its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass
class Pages:
    """The page that is being read: a line that stands higher than the one before it opens the next page or column."""

    page: int = 1
    columns: int = 1
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

    def _next(self) -> None:
        self._column += 1
        if self._column >= self.columns:
            self._turn()

    def _turn(self) -> None:
        self.page += 1
        self._column, self._last = 0, -1
