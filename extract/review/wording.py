"""Amounts and days in words, for people."""

from __future__ import annotations

from datetime import date

from extract.release import Budget, Schedule
from extract.review.words import Both, same, word

_SCALES = ((10**12, "조"), (10**8, "억"), (10**4, "만"))


def amount(budget: Budget) -> Both:
    """`약 최대 1조 2,000억 원` and `about up to KRW 1,200,000,000,000`."""
    low, high = (
        None if value is None else _money(value, budget.currency) for value in (budget.amount_min, budget.amount_max)
    )
    if low is None and high is None:
        return Both("금액 없음", "no amount")
    about = Both("약 ", "about ") if budget.approximate else same("")
    if low == high:
        return about + (low or same(""))
    if low is None:
        return about + Both("최대 ", "up to ") + (high or same(""))
    if high is None:
        return about + low + Both(" 이상", " or more")
    return about + low + same(" ~ ") + high


def _money(value: int, currency: str) -> Both:
    english = f"{currency} {value:,}"
    return Both(_won(value) if currency == "KRW" else english, english)


def _won(value: int) -> str:
    if abs(value) < 100_000:
        return f"{value:,}원"
    parts, rest = [], abs(value)
    for scale, name in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            parts.append(f"{count:,}{name}")
    if rest:
        parts.append(f"{rest:,}")
    return ("-" if value < 0 else "") + " ".join(parts) + " 원"


def when(schedule: Schedule) -> Both:
    """The days as finely as they are known: `2026년 7월`, `2026. 3. 8. ~ 3. 21.`"""
    start = None if schedule.start is None else _day(schedule.start, schedule.precision)
    end = None if schedule.end is None else _day(schedule.end, schedule.precision)
    if start and end:
        return start if start == end else start + same(" ~ ") + end
    if start:
        return Both(f"{start.ko}부터", f"from {start.en}")
    if end:
        return Both(f"{end.ko}까지", f"until {end.en}")
    return Both("날짜 없음", "no date")


def _day(day: date, precision: str) -> Both:
    if precision == "month":
        return Both(f"{day.year}년 {day.month}월", f"{day:%Y-%m}")
    if precision == "quarter":
        quarter = (day.month + 2) // 3
        return Both(f"{day.year}년 {quarter}분기", f"{day.year} Q{quarter}")
    if precision == "half":
        first = day.month <= 6
        return Both(f"{day.year}년 {'상' if first else '하'}반기", f"{day.year} H{1 if first else 2}")
    if precision == "year":
        return Both(f"{day.year}년", str(day.year))
    return calendar(day)


def calendar(day: date) -> Both:
    """A day: `2026. 6. 24.`"""
    return Both(f"{day.year}. {day.month}. {day.day}.", day.isoformat())


def yes(value: bool) -> Both:
    """예 or 아니요."""
    return Both("예", "yes") if value else Both("아니요", "no")


def named(table: str, value: str | None) -> Both | None:
    """The wording of one of the contract's values."""
    return None if value is None else word(f"{table}.{value}")
