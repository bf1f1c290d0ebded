"""A budget while it is being put together: the amount, and what its surroundings say of it so far."""

from __future__ import annotations

from dataclasses import dataclass

from extract.release import BudgetSource, Per, Region
from extract.values import Money


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom an amount is for: a named recipient, a track, or neither."""

    recipient: str | None = None
    region: Region | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One stated amount. `payer` tells whether the words name who pays; `table` numbers the table that it stands in; of
    two at one `place`, a sentence or a table, neither repeats the other.

    `loose` says that it stands in a fragment, such as a cell of a lost table, whose year is not the programme's.
    """

    money: Money
    spans: tuple[tuple[int, int], ...]
    source: BudgetSource
    payer: bool
    label: str | None = None
    whom: Whom = Whom()
    year: int | None = None
    per: Per | None = None
    period_years: float | None = None
    share: float | None = None
    derived: bool = False
    table: int | None = None
    place: int | None = None
    loose: bool = False

    @property
    def start(self) -> int:
        """Where it is first said."""
        return min(start for start, _ in self.spans)
