"""From what a date rule matched to what it says: a `When`, or None where it is no date after all."""

from __future__ import annotations

import re

from extract.rules.date_words import read_point
from extract.rules.number import read_number
from extract.rules.when import Hint, Point, When

DAYS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "열흘": 10, "보름": 15}
_AGO = {"전": -1, "이전": -1}


def ends(hit: re.Match[str]) -> When | None:
    """Both ends of a range."""
    start, end = read_point(hit.group("start")), read_point(hit.group("end"))
    return When(start, _same_unit(start, end), _hint(hit)) if start and end else None


def _same_unit(start: Point, end: Point) -> Point:
    """`'24.1.~5.` runs to May: after a month without a day, a bare number is a month."""
    if end.alone and end.day is not None and start.day is None and start.month is not None and start.part is None:
        return Point(month=end.day, beside=end.beside)
    return end


def _hint(hit: re.Match[str]) -> Hint | None:
    words = hit.groupdict().get("hint")
    return None if not words else "past" if words == "지난" else "coming"


def single(hit: re.Match[str]) -> When | None:
    """A point, or a range that it opens or closes: 부터, 까지, `부터 25일간`."""
    point = read_point(hit.group("point"))
    if point is None:
        return None
    tail, hint = hit.groupdict().get("tail") or "", _hint(hit)
    if tail.startswith(("부터", "이후", "~", "∼", "～")):
        return When(point, None, hint, _length(hit))
    if tail in ("까지", "이전", "전까지"):
        return When(None, point, hint)
    return When(point, point, hint, said=hit.groupdict().get("said") is not None)


def _length(hit: re.Match[str]) -> tuple[int, str] | None:
    if hit.group("word"):
        return DAYS[hit.group("word")], "일"
    return (int(hit.group("length")), hit.group("unit")) if hit.group("length") else None


def until(hit: re.Match[str]) -> When | None:
    """`~'24년`."""
    point = read_point(hit.group("point"))
    return When(None, point) if point else None


def open_ends(hit: re.Match[str]) -> When | None:
    """`5.27~6.3` without closing dots: where it cannot be a pair of decimals."""
    when = ends(hit)
    if when is None or not when.start or not when.end:
        return None
    days = [hit.group(name).partition(".")[2] for name in ("start", "end")]
    plain = any(len(day) == 2 and day[0] != "0" and day[1] != "0" for day in days)
    wide = (when.start.month, when.start.day or 0) != (when.end.month, when.end.day or 0)
    return when if plain and wide else None


def days(hit: re.Match[str]) -> When | None:
    """Not `3~5일`, which is how long something takes."""
    return ends(hit) if hit.group("hint") or hit.group("sure") else None


def months(hit: re.Match[str]) -> When | None:
    """`7~12월`."""
    start, end = read_point(hit.group("start").strip() + "월"), read_point(hit.group("end"))
    return When(start, end) if start and end else None


def marked_years(hit: re.Match[str]) -> When | None:
    """`19.7~’20.2`: the second year has a mark, the first lost it."""
    words = hit.group("start")
    start, end = read_point(words if words[:1] in "'‘’" else "'" + words), read_point(hit.group("end"))
    return When(start, end) if start and end else None


def years(hit: re.Match[str]) -> When | None:
    """`'18~'22`: the years must rise."""
    when = ends(hit)
    rising = when and when.start and when.end and (when.start.year or 0) < (when.end.year or 0)
    return when if rising else None


def lone_duration(hit: re.Match[str]) -> When | None:
    """`2주 후` with nothing else in the text that it could count from."""
    number = read_number(hit.group("number"))
    if not isinstance(number, int):
        return None
    number *= _AGO.get(hit.group("way"), 1)
    unit = hit.group("unit")
    if unit == "개월":
        return _both(Point(months=number, beside=None, exact=True))
    return _both(
        Point(years=number, exact=True) if unit == "년" else Point(days=number * (7 if unit[0] == "주" else 1))
    )


def lone_year(hit: re.Match[str]) -> When | None:
    """`1954`, `12년`."""
    point = read_point(hit.group("point") if hit.group("point")[2:].isdecimal() else "'" + hit.group("point"))
    return _both(point) if point else None


def _both(point: Point) -> When:
    return When(point, point)
