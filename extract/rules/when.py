"""What a date expression says, before it is known when it was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.release import Precision

Part = Literal["early", "middle", "late", "last", "start", "finish", "h1", "h2", "q1", "q2", "q3", "q4"]
Hint = Literal["past", "coming"]
Anaphor = Literal["year", "next_year", "month", "next_month"]


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date expression; what is not said is None.

    `years`, `months`, `weeks` and `days` count from the publication: 내년 is years 1, 지난달 months -1, 다음 주
    weeks 1, 내일 days 1; with `exact`, months and years count to the day (`2개월 후`). `same` points to the date
    before: 같은 해, 이듬해, 같은 달, 익월. `nth` is the week or weekday of a month (`10월 둘째 주`), -1 the last.
    `beside` is a weekday that only stands beside a date.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    days: int | None = None
    same: Anaphor | None = None
    nth: int | None = None
    week: bool = False
    weekday: int | None = None
    beside: int | None = None
    exact: bool = False

    @property
    def precision(self) -> Precision:
        """The unit that the point names; a week counts as ten days."""
        if self.exact or self.part == "last" or any(day is not None for day in (self.day, self.days, self.weekday)):
            return "day"
        if self.nth is not None or self.weeks is not None or self.part in ("early", "middle", "late"):
            return "ten_days"
        if self.part and self.part[0] in "hq":
            return "half" if self.part[0] == "h" else "quarter"
        if self.month is not None or self.months is not None or self.part or self.same in ("month", "next_month"):
            return "month"
        return "year"

    @property
    def alone(self) -> bool:
        """Whether it is a bare day of the month."""
        return self.day is not None and self.month is None and self.months is None and self.same is None


@dataclass(frozen=True, slots=True)
class When:
    """One date expression: both ends, which are the same for a point; None for an open end.

    `hint` is what a word beside it says (지난, 오는); `length` closes an open end: `3/7부터 25일간`.
    """

    start: Point | None
    end: Point | None
    hint: Hint | None = None
    length: tuple[int, str] | None = None
    said: bool = False
