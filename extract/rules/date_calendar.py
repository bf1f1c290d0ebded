"""Days of the calendar: the first and last day of a month's third, a quarter, a week, a weekday."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from extract.rules.when import Part, Point

Span = tuple[date, date]
_QUARTERS = {"q1": 1, "q2": 4, "q3": 7, "q4": 10}
# First month and number of months of the parts of a year.
_PARTS = {"h1": (1, 6), "h2": (7, 6), "start": (1, 1), "finish": (12, 1)} | {q: (m, 3) for q, m in _QUARTERS.items()}


def lasting(start: date, number: int, unit: str) -> date:
    """The last day of what begins on a day and lasts so many days, weeks, months or years."""
    if unit in ("일", "주"):
        return start + timedelta(days=number * (7 if unit == "주" else 1) - 1)
    year, month = divmod(start.year * 12 + start.month - 1 + number * (12 if unit == "년" else 1), 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])) - timedelta(days=1)


def last_month(part: Part | None) -> int:
    """The month in which a part of the year ends."""
    first, months = _PARTS.get(part or "", (1, 12))
    return first + months - 1


def near_day(point: Point, published: date) -> Span:
    """오늘, 내일, 다음 주, 지난주 수요일."""
    if point.days is not None:
        day = published + timedelta(days=point.days)
        return day, day
    monday = published + timedelta(days=7 * (point.weeks or 0) - published.weekday())
    first = monday + timedelta(days=point.weekday or 0)
    return first, first if point.weekday is not None else monday + timedelta(days=6)


def counted(point: Point, published: date) -> Span:
    """`2개월 후`, to the day."""
    months = (point.months or 0) + 12 * (point.years or 0)
    year, month = divmod(published.year * 12 + published.month - 1 + months, 12)
    day = date(year, month + 1, min(published.day, monthrange(year, month + 1)[1]))
    return day, day


def near_month(point: Point, day: date, months: int) -> Span:
    """The month, or quarter, so many months from a day."""
    if point.part in _QUARTERS:
        months -= (day.month - 1) % 3
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if point.part in _QUARTERS:
        return in_year(Point(part=f"q{month // 3 + 1}"), year)  # type: ignore[arg-type]
    return in_year(replace(point, month=month + 1), year)


def in_year(point: Point, year: int) -> Span:
    """First and last day of a point in a year; ValueError where it has no such day."""
    if point.month is None:
        return _part_of_year(point.part, year)
    if point.nth is not None:
        return _nth(point, year, point.month, point.nth)
    last = monthrange(year, point.month)[1]
    first_day, last_day = {
        "early": (1, 10), "middle": (11, 20), "late": (21, last), "last": (last, last)
    }.get(point.part or "", (1, last))  # fmt: skip
    if point.day is not None:
        first_day = last_day = point.day
    return date(year, point.month, first_day), date(year, point.month, last_day)


def _part_of_year(part: Part | None, year: int) -> Span:
    first, months = _PARTS.get(part or "", (1, 12))
    last = first + months - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _nth(point: Point, year: int, month: int, nth: int) -> Span:
    """`3월 첫째 주`, `3월 셋째 화요일`, `둘째 주 토요일`.

    Weeks begin on Monday; the first and the last of a month are whole ones.
    """
    monday_first = point.week or point.weekday is None
    wanted = 0 if monday_first else point.weekday or 0
    days = monthrange(year, month)[1]
    starts = [day for day in range(1, days + 1) if date(year, month, day).weekday() == wanted]
    if monday_first and nth < 0:
        starts = [day for day in starts if day + 6 <= days]
    first = date(year, month, starts[nth if nth < 0 else nth - 1]) if abs(nth) <= len(starts) else None
    if first is None:
        raise ValueError(f"{year}-{month} has no {nth}th week")
    if not monday_first:
        return first, first
    if point.weekday is not None:
        first += timedelta(days=point.weekday)
        return first, first
    return first, first + timedelta(days=6)


def day_of_month(point: Point, day: date) -> Span:
    """A bare day in the month of another."""
    return in_year(replace(point, month=day.month), day.year)


def next_weekday(point: Point, published: date) -> Span:
    """The next such day of the week after the publication, or the last before it."""
    ahead = (point.weekday or 0) - published.weekday()
    day = published + timedelta(days=(ahead % 7 or 7) if point.nth == 1 else -(-ahead % 7 or 7))
    return day, day


def exists(point: Point, year: int) -> bool:
    """Whether the year has that day: a 29th of February."""
    return point.month is None or point.day is None or point.day <= monthrange(year, point.month)[1]
