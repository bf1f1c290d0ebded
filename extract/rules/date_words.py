"""The words of one end of a date, read into a `Point`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from extract.rules.date_forms import HALF, WEEKDAY
from extract.rules.number import read_number
from extract.rules.when import Anaphor, Part, Point

_YEARS = {"올해": 0, "올": 0, "금년": 0, "내년": 1, "작년": -1, "지난해": -1, "재작년": -2, "내후년": 2}
_SAME: dict[str, Anaphor] = {
    "같은해": "year", "동년": "year", "이듬해": "next_year", "같은달": "month", "익월": "next_month",
}  # fmt: skip
_MONTHS = {"이달": 0, "이번달": 0, "금월": 0, "지난달": -1, "다음달": 1, "내달": 1}
_DAYS = {"오늘": 0, "금일": 0, "내일": 1, "명일": 1, "모레": 2, "어제": -1, "작일": -1}
_WEEKS = {"이번": 0, "금": 0, "지난": -1, "다음": 1, "차": 1}
_PARTS: dict[str, Part] = {
    "초": "early", "초순": "early", "상순": "early", "중순": "middle", "말": "late", "하순": "late",
    "말일": "last", "마지막날": "last",
}  # fmt: skip
_YEAR_PARTS: dict[str, Part] = {
    "초": "start", "연초": "start", "말": "finish", "연말": "finish", "상반기": "h1", "하반기": "h2",
    "상": "h1", "하": "h2", "上": "h1", "下": "h2",
}  # fmt: skip
_NTH = {"첫": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다": 5, "마": -1}
_KOREAN_WEEKDAYS = {letter: number for number, letter in enumerate("월화수목금토일")}
_ENGLISH_WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_WEEKDAY_AT_END = re.compile(rf"(?P<weekday>{WEEKDAY})$")

Form = tuple[re.Pattern[str], Callable[[re.Match[str]], Point | None]]


def read_point(words: str) -> Point | None:
    """The components of one point as written; None where they cannot be a date."""
    words = words.strip()
    beside = None
    if (hit := _WEEKDAY_AT_END.search(words)) and re.search(r"[\d일월.]$", words[: hit.start()].rstrip()):
        beside = _weekday(hit.group("weekday"))
        words = words[: hit.start()].rstrip()
    compact = words.replace(" ", "")
    for pattern, read in _FORMS:
        if hit := pattern.fullmatch(compact):
            point = read(hit)
            if point is None or not _possible(point):
                return None
            return point if beside is None else replace(point, beside=beside)
    return None


def _possible(point: Point) -> bool:
    longest = 29 if point.month == 2 else 30 if point.month in (4, 6, 9, 11) else 31
    return 1 <= (point.month or 1) <= 12 and 1 <= (point.day or 1) <= longest


def _weekday(words: str) -> int:
    words = words.strip(" ()")
    known = _KOREAN_WEEKDAYS.get(words[0])
    return _ENGLISH_WEEKDAYS[words[:3].lower()] if known is None else known


def _full(digits: str) -> int:
    year = int(digits.strip("'‘’"))
    return year if year >= 100 else 2000 + year if year < 70 else 1900 + year


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _numeric(hit: re.Match[str]) -> Point | None:
    groups = hit.groupdict()
    year = groups.get("y")
    part = _PARTS.get(groups.get("part") or "")
    return Point(year=_full(year) if year else None, month=_int(groups.get("m")), day=_int(groups.get("d")), part=part)


def _western(hit: re.Match[str]) -> Point | None:
    first, second = int(hit.group("a")), int(hit.group("b"))
    day, month = (first, second) if first > 12 else (second, first)
    return Point(year=int(hit.group("y")), month=month, day=day)


def _korean(hit: re.Match[str]) -> Point | None:
    year, month, rest, nth = hit.group("y"), hit.group("m"), hit.group("part") or "", hit.group("nth")
    bare = year.rstrip("의,").removesuffix("도") if year else ""
    return Point(
        year=_full(bare.removesuffix("년").rstrip(".")) if bare[-1:].isdigit() or bare[:-1][-1:].isdigit() else None,
        years=_YEARS.get(bare),
        same=_SAME.get(month) or _SAME.get(bare) if month else _SAME.get(bare),
        month=int(month[:-1]) if month and month[0].isdigit() else None,
        months=_MONTHS.get(month) if month else None,
        day=_int(hit.group("d")),
        part=_PARTS.get(rest) if month else _year_part(rest),
        nth=(_NTH.get(nth[0]) or int(nth[0])) if nth else None,
        week=bool(hit.group("week")),
        weekday=_KOREAN_WEEKDAYS.get(hit.group("weekday") or ""),
    )


def _year_part(words: str) -> Part | None:
    if words.endswith("분기"):
        return f"q{read_number(words[0])}"  # type: ignore[return-value]
    return _YEAR_PARTS.get(words)


def _spoken(hit: re.Match[str]) -> Point | None:
    year, month, day = (read_number(hit.group(name)) if hit.group(name) else None for name in ("y", "m", "d"))
    whole = all(value is None or isinstance(value, int) for value in (year, month, day))
    return Point(year=year, month=month, day=day) if whole and month and day else None  # type: ignore[arg-type]


def _week(hit: re.Match[str]) -> Point | None:
    weekday = _KOREAN_WEEKDAYS.get(hit.group("weekday") or "")
    return Point(weeks=_WEEKS[hit.group("word")], weekday=weekday)


def _weekday_near(hit: re.Match[str]) -> Point | None:
    """`지난 일요일` is the last one, `오는` the next; 이번 and 다음 are of this week and the next."""
    word, weekday = hit.group("word"), _KOREAN_WEEKDAYS[hit.group("weekday")]
    if word in ("이번", "다음"):
        return Point(weeks=_WEEKS[word], weekday=weekday)
    return Point(nth=-1 if word == "지난" else 1, weekday=weekday)


def _quarter_near(hit: re.Match[str]) -> Point | None:
    return Point(months={"지난": -3, "이번": 0, "다음": 3}[hit.group("word")], part="q1")


_YEAR_DIGITS = r"['‘’]?(?:(?:19|20)\d\d|\d\d)"
_YEAR = rf"(?P<y>{_YEAR_DIGITS})"
_YEAR_WORDS = "|".join([*_YEARS, "같은해", "동년", "이듬해"])
_MONTH_WORDS = "|".join([*_MONTHS, "같은달", "익월"])
_FORMS: tuple[Form, ...] = (
    (re.compile(rf"{_YEAR}[./-](?P<m>\d{{1,2}})[./-](?P<d>\d{{1,2}})\.?일?"), _numeric),
    (re.compile(r"(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<y>\d{4})"), _western),
    (re.compile(r"(?P<m>\d{1,2})[./](?P<d>\d{1,2})\.?일?"), _numeric),
    (re.compile(rf"{_YEAR}[.-](?P<m>\d{{1,2}})월?\.?(?P<part>{'|'.join(_PARTS)})?"), _numeric),
    (
        re.compile(
            rf"(?P<y>{_YEAR_DIGITS}\.?)(?P<m>)(?P<d>)(?P<part>{HALF}|[상하上下])(?P<nth>)(?P<week>)(?P<weekday>)"
        ),
        _korean,
    ),
    (re.compile(r"(?P<y>['‘’]\d\d|['‘’]?\d{4})\.?"), _numeric),
    (re.compile(r"(?P<d>\d{1,2})일?\.?"), _numeric),
    (
        re.compile(
            rf"(?P<y>(?:['‘’]?\d{{2,4}}년|{_YEAR_WORDS})도?[의,]?)?(?P<m>\d{{1,2}}월|{_MONTH_WORDS})?"
            rf"(?:(?P<d>\d{{1,2}})(?:일|\.)?|(?P<part>{'|'.join([*_PARTS, *_YEAR_PARTS])}|{HALF})"
            r"|의?(?P<nth>첫(?:번?째)?|[둘셋넷]째|[두세네]번째|다섯째|\d(?:번?째|(?=주))|마지막)(?P<week>주차?)?(?:(?P<weekday>[월화수목금토일])요일)?)?"
        ),
        _korean,
    ),
    (re.compile(r"연내"), lambda hit: Point(years=0)),
    (re.compile("|".join(_DAYS)), lambda hit: Point(days=_DAYS[hit.group()])),
    (re.compile(r"(?P<word>이번|지난|다음|금|차)주(?:(?P<weekday>[월화수목금토일])요일)?"), _week),
    (re.compile(r"(?P<word>이번|지난|다음|오는)(?P<weekday>[월화수목금토일])요일"), _weekday_near),
    (re.compile(r"(?P<word>이번|지난|다음)분기"), _quarter_near),
    (re.compile(r"(?:(?P<y>[가-힣]+)년)?(?P<m>[일이삼사오육칠팔구십]+)월(?P<d>[일이삼사오육칠팔구십]+)일"), _spoken),
)
