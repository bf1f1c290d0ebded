"""Weekdays that are not those of their dates; ends before their starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from extract.reading import Reading
from extract.release import Schedule, Warning
from extract.rule import Mention
from extract.values import Period

_WEEKDAYS = "월화수목금토일"
_WEEKDAY = re.compile(r"[월화수목금토일](?:요일|\s?\))|\([월화수목금토일]")
_MONTH = re.compile(r"월|\d[./-]\s?\d")
_MONTHS = 62
_YEAR = re.compile(r"20\d\d|['’‘]\d\d")
_FAR = 90


def check_weekdays(reading: Reading) -> Iterator[Warning]:
    """Dates whose weekday, as written beside them, is another day's."""
    seen: set[tuple[date, int]] = set()
    for mention in reading.dates:
        for day, weekday in _stated(mention, reading.text):
            if (day, weekday) in seen or _otherwise(day, weekday, mention, reading):
                continue
            seen.add((day, weekday))
            message = f"{day.isoformat()} is a {_WEEKDAYS[day.weekday()]}요일, not a {_WEEKDAYS[weekday]}요일"
            evidence = reading.evidence(mention.start, mention.end)
            yield Warning(code="weekday_mismatch", message=message, evidence=[evidence])


def _stated(mention: Mention[Period], text: str) -> Iterator[tuple[date, int]]:
    """Days with the wrong weekday beside them; a weekday written once may be that of either end."""
    period = mention.value
    stated = [
        (day, weekday)
        for day, weekday in zip((period.start, period.end), period.weekdays, strict=True)
        if day and weekday is not None
    ]
    wrong = [(day, weekday) for day, weekday in stated if day.weekday() != weekday]
    once = len(_WEEKDAY.findall(text, mention.start, mention.end)) == 1
    if not once or len(wrong) == len(stated):
        yield from wrong


def _otherwise(day: date, weekday: int, mention: Mention[Period], reading: Reading) -> bool:
    """Whether the weekday fits another month or year that the words leave open."""
    words = _WEEKDAY.sub("", reading.text[mention.start : mention.end])
    if not _MONTH.search(words):
        if reading.published and abs((day - reading.published).days) > _MONTHS / 2:
            return True
        near = (day + timedelta(days=days) for days in range(-_MONTHS, _MONTHS))
        return any(other.day == day.day and other.weekday() == weekday for other in near)
    published = reading.published
    if published is None or abs((day - published).days) <= _FAR or (day.month, day.day) == (2, 29):
        return False
    others = (day.replace(year=day.year + years) for years in (-1, 1))
    return not _YEAR.search(words) and any(other.weekday() == weekday for other in others)


def check_order(reading: Reading, schedules: list[Schedule]) -> Iterator[Warning]:
    """Schedules that end before they start."""
    for schedule in schedules:
        if schedule.start and schedule.end and schedule.end < schedule.start:
            message = f"{schedule.event}: {schedule.end.isoformat()} is before {schedule.start.isoformat()}"
            yield Warning(code="date_order", message=message, evidence=schedule.evidence)
