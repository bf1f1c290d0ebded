"""Tables of years: a date that says no year is of the year that heads its column or row."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from extract.grid import Grid
from extract.reading import Reading
from extract.rule import Mention
from extract.values import Period
from parsers.document import Cell

_YEAR = re.compile(r"(?:20|['’‘])(\d\d)\s?(?:년도?)?(?:\s?\([^()]*\))?")
_SAYS_YEAR = re.compile(r"20\d\d|['’‘]\d\d")


def under_year(reading: Reading, grid: Grid, cell: Cell, when: Mention[Period]) -> Mention[Period]:
    """The date of a cell in the year over or beside it: `착공 (3월)` under `’27년`."""
    if _SAYS_YEAR.match(reading.text, when.start, when.end) or when.value.precision == "year":
        return when
    labels = grid.labels(cell)
    years = [int(f"20{hit[1]}") for one in (*labels.above, *labels.left) if (hit := _YEAR.fullmatch(grid.words(one)))]
    return replace(when, value=_moved(when.value, years[-1])) if years else when


def _moved(period: Period, year: int) -> Period:
    """A period as it falls in another year; a range that runs into the next still does."""
    first = period.start or period.end
    years = year - first.year if first else 0
    return replace(period, start=_later(period.start, years), end=_later(period.end, years))


def _later(day: date | None, years: int) -> date | None:
    """The same day of another year; the last of a month stays its last."""
    if day is None:
        return None
    last, then = monthrange(day.year, day.month)[1], monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=then if day.day == last else min(day.day, then))
