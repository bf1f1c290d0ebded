"""From the words of a date to its days, by the day of publication and the date before it.

What the words leave out is taken from the context; where that is unknown there is no date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from extract.release import Precision
from extract.rules.date_calendar import (
    Span,
    counted,
    day_of_month,
    exists,
    in_year,
    last_month,
    lasting,
    near_day,
    near_month,
    next_weekday,
)
from extract.rules.when import Hint, Point, When
from extract.values import Period


@dataclass(frozen=True, slots=True)
class Context:
    """What goes before: the day of publication, and the last date of the same sentence, cell or row.

    `tense` is what the verb after the date says; a word such as 오는 in the expression itself weighs more. `tied`
    means that nothing but a comma or the like stands between, so that the date before decides.
    `plan` is the date just before in the text: a list of coming dates seldom turns back.
    """

    published: date | None = None
    before: date | None = None
    tense: Hint | None = None
    hint: Hint | None = None
    tied: bool = False
    plan: date | None = None


_HALF = 184
_ORDER: tuple[Precision, ...] = ("day", "ten_days", "month", "quarter", "half", "year")


def resolve(when: When, context: Context) -> Period | None:
    """The days that an expression means; None where they cannot be known or do not exist."""
    context = replace(context, hint=when.hint) if when.hint != context.hint else context
    if when.start is None or when.end is None or when.start == when.end:
        return _one(when, when.start or when.end, context)
    start, end = _share_year(when.start, when.end), when.end
    first = _days(start, context)
    if first is None:
        return None
    last = _days(_continued(end, first[0]), Context(context.published, first[0], tied=True))
    if last is None:
        return None
    precision = max(start.precision, end.precision, key=_ORDER.index)
    return Period(first[0], last[1], precision, (start.beside, end.beside))


def _one(when: When, point: Point | None, context: Context) -> Period | None:
    span = _days(point, context) if point else None
    if point is None or span is None:
        return None
    start, end = span[0] if when.start else None, span[1] if when.end else None
    if when.length and start:
        return Period(start, lasting(start, *when.length), point.precision, (point.beside, None))
    return Period(start, end, point.precision, (point.beside, point.beside))


def _share_year(start: Point, end: Point) -> Point:
    """`12.26.~'24.1.5.`: the year stands at the second end only."""
    if end.year is None or start.month is None or start.year is not None or start.years is not None or start.same:
        return start
    late = end.month is not None and (start.month, start.day or 0) > (end.month, end.day or 31)
    return replace(start, year=end.year - late)


def _continued(end: Point, first: date) -> Point:
    """The second end with what only the first end says.

    `12.26.~1.5.` runs into the next year; `6.25.~6.20.` is a mistake and stays as written.
    """
    relative = (end.year, end.years, end.months, end.weeks, end.days, end.same)
    if any(known is not None for known in relative):
        return end
    if end.alone:
        return replace(end, year=first.year, month=first.month)
    month = end.month or last_month(end.part)
    return replace(end, year=first.year + (month < first.month))


def _days(point: Point, context: Context) -> Span | None:
    """First and last day of a point."""
    try:
        return _known(point, context) or _nearest(point, context)
    except (ValueError, OverflowError):
        return None


def _known(point: Point, context: Context) -> Span | None:
    """The days of a point that says its year, or says from where to count."""
    if point.days is not None or point.weeks is not None:
        return near_day(point, context.published) if context.published else None
    if point.exact:
        return counted(point, context.published) if context.published else None
    if point.months is not None:
        return near_month(point, context.published, point.months) if context.published else None
    if point.same in ("month", "next_month"):
        return near_month(point, context.before, int(point.same == "next_month")) if context.before else None
    year = _year(point, context)
    if year is None or point.alone:
        return None
    span = in_year(point, year)
    taken = point.year is None and point.years is None and point.same is None
    if taken and not context.tied:
        span = _onward(point, span, context)
    # A year taken from the date before gives way to the verb: `'21.12월 공고, 3월까지 접수할 예정`.
    wrong = taken and context.published and _against(span, context.published, context.tense, 1)
    return None if wrong and not context.tied else span


def _onward(point: Point, span: Span, context: Context) -> Span:
    """What follows another date and lies half a year before it is of the next year: `12월 20일까지 받아 1월에`."""
    before, published = context.before, context.published
    if before is None or published is None or (before - span[1]).days <= _HALF or not exists(point, before.year + 1):
        return span
    later = in_year(point, before.year + 1)
    far = abs((later[0] - published).days) > _HALF
    return span if far or _against(later, published, context.tense, 1) else later


def _year(point: Point, context: Context) -> int | None:
    if point.year is not None:
        return point.year
    if point.years is not None:
        return context.published.year + point.years if context.published else None
    if point.same:
        day = context.before or context.plan or context.published
        return day.year + (point.same == "next_year") if day else None
    if context.before and not context.hint and (point.month or point.part):
        return context.before.year
    return None


def _nearest(point: Point, context: Context) -> Span | None:
    """A point that leaves out its year or month: the one that fits the sentence, nearest the publication."""
    published = context.published
    if published is None or point.same or point.years is not None or point.year is not None:
        if point.alone and context.before:
            return day_of_month(point, context.before)
        return None
    if point.month is None and point.weekday is not None:
        return next_weekday(point, published)
    if point.alone:
        return _day_of_month(point, context, published)
    if point.month is None and not context.hint:
        return in_year(point, published.year)
    years = [published.year + step for step in (-1, 0, 1)]
    spans = [in_year(point, year) for year in years if exists(point, year)]
    return _best(spans, published, context, point.beside, favour=110)


def _day_of_month(point: Point, context: Context, published: date) -> Span | None:
    if context.before and not context.hint:
        span = day_of_month(point, context.before)
        if context.tied or point.beside is None or span[0].weekday() == point.beside:
            return span
    months = (published.year * 12 + published.month - 1 + step for step in (-1, 0, 1))
    points = ((replace(point, month=each % 12 + 1), each // 12) for each in months)
    spans = [in_year(*each) for each in points if exists(*each)]
    return _best(spans, published, context, point.beside, favour=0)


def _best(spans: list[Span], published: date, context: Context, weekday: int | None, favour: int) -> Span | None:
    """The nearest; a year other than that of publication must be nearer by `favour` days."""

    def cost(span: Span) -> int:
        away = max((span[0] - published).days, (published - span[1]).days, 0)
        against = _against(span, published, context.hint, 7 if favour else 1) * 1000
        against += _against(span, published, context.tense, 1) * (200 if context.tense == "past" else 120)
        turns = favour and context.plan is not None and context.plan > published and span[1] < published
        against += 45 * (weekday is not None and span[0].weekday() != weekday)
        return away + against + 130 * turns + favour * (span[0].year != published.year)

    return min(spans, key=cost, default=None)


def _against(span: Span, published: date, hint: Hint | None, slack: int) -> bool:
    """Whether a hint rules a date out; a release is often dated some days off."""
    if hint == "past":
        return (span[0] - published).days > slack
    return hint == "coming" and (published - span[1]).days > slack
