"""What a date expression says before it is known when it was said, and how that becomes days.

A `Point` holds the components of one end as written; a `When` one expression. `resolve` needs the day of publication
for everything that the words leave out, and gives None where it is unknown.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from extract.release import Precision
from extract.values import Period

Part = Literal["early", "middle", "late", "start", "finish", "h1", "h2", "q1", "q2", "q3", "q4", "last"]
Hint = Literal["past", "coming"]


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date expression; what is not said is None.

    `years` and `months` count from the publication (내년 is 1, 지난달 -1), `days` and `weeks` likewise (내일, 다음 주);
    `same_year` is 같은 해, `same_month` 당월 and `next_month` 익월, which point to the date before.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    days: int | None = None
    weekday: int | None = None
    nth: int | None = None
    after: int | None = None

    @property
    def precision(self) -> Precision:
        """The unit that the point names."""
        if (
            self.day is not None
            or self.days is not None
            or (self.weekday is not None and self.weeks is not None)
            or self.part == "last"
        ):
            return "day"
        if self.nth is not None:
            return "day" if self.weekday is not None else "ten_days"
        if self.weeks is not None or self.part in ("early", "middle", "late"):
            return "ten_days"
        if self.part and self.part[0] in "hq":
            return "half" if self.part[0] == "h" else "quarter"
        if self.month is not None or self.months is not None or self.part in ("start", "finish"):
            return "month"
        return "year"

    @property
    def dated(self) -> bool:
        """Whether its year is known without the publication."""
        return self.year is not None


@dataclass(frozen=True, slots=True)
class When:
    """One date expression: both ends, which are the same for a point; None for an open end."""

    start: Point | None
    end: Point | None
    hint: Hint | None = None
    length: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What goes before: the day of publication and the last date in the same sentence or row."""

    published: date | None = None
    before: date | None = None
    hint: Hint | None = None


_QUARTERS = {"q1": 1, "q2": 4, "q3": 7, "q4": 10}
Span = tuple[date, date]


def resolve(when: When, context: Context) -> Period | None:
    """The days that an expression means; None where they cannot be known or do not exist."""
    start, end = when.start, when.end
    hint = when.hint or context.hint
    if start is None or end is None or start == end:
        return _open(when, start or end, replace(context, hint=hint))
    if start.year is None and start.years is None and end.year is not None and start.month is not None:
        early = end.month is not None and (start.month, start.day or 0) > (end.month, end.day or 31)
        start = replace(start, year=end.year - 1 if early else end.year)
    first = _days(start, replace(context, hint=hint))
    if first is None:
        return None
    last = _days(_after(end, start, first[0]), replace(context, before=first[0], hint=hint))
    if last is None:
        return None
    return Period(first[0], last[1], _coarser(start.precision, end.precision), (start.weekday, end.weekday))


def _open(when: When, point: Point | None, context: Context) -> Period | None:
    if point is None:
        return None
    span = _days(point, context)
    if span is None:
        return None
    start = span[0] if when.start else None
    end = span[1] if when.end else None
    if when.length and start and not when.end:
        end = _lasting(start, *when.length)
    return Period(start, end, point.precision, (point.weekday, point.weekday))


def _lasting(start: date, number: int, unit: str) -> date:
    if unit in ("일", "주"):
        return start + timedelta(days=number * (7 if unit == "주" else 1) - 1)
    year, month = divmod(start.year * 12 + start.month - 1 + number * (12 if unit == "년" else 1), 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])) - timedelta(days=1)


def _after(end: Point, start: Point, first: date) -> Point:
    """The second end of a range, with what only the first end says."""
    if end.years is not None or end.year is not None or end.months is not None or end.days is not None:
        return end
    if end.month is None and end.day is not None:
        return replace(end, year=first.year, month=first.month)
    months = _months(end)
    if months is None:
        return replace(end, year=first.year) if end.weeks is None else end
    # `12.26.~1.5.` runs into the next year; `6.25.~6.20.` is a mistake and stays as written.
    return replace(end, year=first.year + (months < first.month))


def _months(point: Point) -> int | None:
    if point.part in _QUARTERS:
        return _QUARTERS[point.part] + 2
    return {"h1": 6, "h2": 12, "start": 1, "finish": 12}.get(point.part or "", point.month)


def _coarser(a: Precision, b: Precision) -> Precision:
    order: tuple[Precision, ...] = ("day", "ten_days", "month", "quarter", "half", "year")
    return order[max(order.index(a), order.index(b))]


def _days(point: Point, context: Context) -> Span | None:
    """First and last day of a point."""
    try:
        if point.days is not None or point.weeks is not None:
            return _relative(point, context.published)
        if point.months is not None:
            return _month_from(point, context)
        year = _year(point, context)
        if year is not None:
            return _in_year(point, year, context)
        return _nearest(point, context)
    except (ValueError, OverflowError):
        return None


def _relative(point: Point, published: date | None) -> Span | None:
    if published is None:
        return None
    if point.days is not None:
        day = published + timedelta(days=point.days)
        return day, day
    monday = published + timedelta(days=7 * (point.weeks or 0) - published.weekday())
    if point.weekday is not None:
        day = monday + timedelta(days=point.weekday)
        return day, day
    return monday, monday + timedelta(days=6)


def _month_from(point: Point, context: Context) -> Span | None:
    if context.published is None:
        return None
    year, month = divmod(context.published.year * 12 + context.published.month - 1 + (point.months or 0), 12)
    return _in_year(replace(point, month=month + 1), year, context)


def _year(point: Point, context: Context) -> int | None:
    if point.year is not None:
        return point.year
    if point.years is not None:
        return context.published.year + point.years if context.published else None
    return context.before.year if context.before and point.month is not None else None


def _in_year(point: Point, year: int, context: Context) -> Span | None:
    if point.month is None and point.day is not None:
        return None
    if point.month is None:
        return _part_of_year(point.part, year)
    last = monthrange(year, point.month)[1]
    first_day, last_day = 1, last
    if point.nth is not None:
        return _nth(point, year)
    if point.day is not None:
        first_day = last_day = point.day
    elif point.part in ("early", "middle", "late"):
        first_day, last_day = {"early": (1, 10), "middle": (11, 20), "late": (21, last)}[point.part]
    elif point.part == "last":
        first_day = last
    return date(year, point.month, first_day), date(year, point.month, last_day)


def _part_of_year(part: Part | None, year: int) -> Span:
    if part in _QUARTERS:
        first, length = _QUARTERS[part], 3
    else:
        first, length = {"h1": (1, 6), "h2": (7, 6), "start": (1, 1), "finish": (12, 1)}.get(part or "", (1, 12))
    last = first + length - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _nth(point: Point, year: int) -> Span:
    """`3월 첫째 주`, `3월 셋째 화요일`; -1 is the last. Weeks begin on Monday; the first is the first whole one."""
    assert point.month is not None and point.nth is not None
    first, last = date(year, point.month, 1), date(year, point.month, monthrange(year, point.month)[1])
    weekday = point.weekday or 0
    if point.nth < 0:
        if point.weekday is None:
            last -= timedelta(days=6 if last.weekday() != 6 else 0)
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (point.nth - 1))
    return day, day + timedelta(days=0 if point.weekday is not None else 6)


def _nearest(point: Point, context: Context) -> Span | None:
    """A point that leaves out its year (or month): the one that fits the sentence nearest the publication."""
    published = context.published
    if published is None:
        return None
    if point.month is None and point.part is None and point.day is not None:
        if context.before:
            return _in_year(replace(point, month=context.before.month), context.before.year, context)
        return _nearest_month(point, context, published)
    if point.month is None:
        return _in_year(point, published.year, context)
    spans = [span for year in (-1, 0, 1) if (span := _real(point, published.year + year, context))]
    return _best(spans, published, context.hint, favoured=published.year)


def _nearest_month(point: Point, context: Context, published: date) -> Span | None:
    months = (published.year * 12 + published.month - 1 + step for step in (-1, 0, 1))
    spans = [span for m in months if (span := _real(replace(point, month=m % 12 + 1), m // 12, context))]
    return _best(spans, published, context.hint, favoured=None)


def _real(point: Point, year: int, context: Context) -> Span | None:
    try:
        return _in_year(point, year, context)
    except ValueError:
        return None


def _best(spans: list[Span], published: date, hint: Hint | None, favoured: int | None) -> Span | None:
    def cost(span: Span) -> int:
        away = max((span[0] - published).days, (published - span[1]).days, 0)
        wrong = (hint == "past" and span[0] > published) or (hint == "coming" and span[1] < published)
        return away + 150 * wrong - 60 * (span[0].year == favoured)

    return min(spans, key=cost, default=None)
