# ruff: noqa: E501
"""One end of a date expression: its forms as patterns, and its words read into a `Point`."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.rules.when import Part, Point

_Q = r"['‘’]"
YEAR = rf"(?:{_Q}?(?:19|20)\d\d(?!\d)|{_Q}\d\d(?!\d))"
_YEAR_WORDS = {
    "올해": 0, "올": 0, "금년도": 0, "금년": 0, "당해 연도": 0, "내년도": 1, "내년": 1, "작년": -1, "지난해": -1,
    "재작년": -2, "내후년": 2, "후년": 2,
}  # fmt: skip
_MONTH_WORDS = {
    "이달": 0,
    "이번 달": 0,
    "이번달": 0,
    "금월": 0,
    "지난달": -1,
    "지난 달": -1,
    "다음 달": 1,
    "다음달": 1,
    "내달": 1,
}
_DAY_WORDS = {"오늘": 0, "금일": 0, "내일": 1, "명일": 1, "모레": 2, "어제": -1}
_WEEK_WORDS = {"이번": 0, "지난": -1, "다음": 1, "금": 0}
_PART_WORDS: dict[str, Part] = {
    "상반기": "h1", "하반기": "h2", "연초": "start", "연말": "finish", "초": "early", "중순": "middle", "중": "middle", "상순": "early",
    "말": "late", "하순": "late", "마지막 날": "last", "마지막날": "last", "말일": "last",
}  # fmt: skip
PARTS = r" ?(?:초순|초(?![등기반대고청점빙안미월입창소밥]|과[도학])|상순|중순|말일|말(?![씀레라기하했한뚝복로]|이야)|하순|마지막 ?날)"

_M = r"(?:1[0-2]|0?[1-9])"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_NOT_INSIDE = r"(?<![\d.,/:-])"
_NOT_MONTH = r"(?!호|령|세|급|간|별|평균|드컵|요일|납|차|째|분(?!기)|정산)"
_NOT_DAY = r"(?! ?(?:간|동안|이내|이상|전(?!국|북|남|체)|후(?!보)|만에|차|째|씩|분|당|치|짜리|마다|평균|최대|\d회|정도|이하|내(?!년)|소요|영업|이 지|한도|이전|이후))"
_YY = r"(?:1[5-9]|2\d|3\d)"
_YEAR_KO = rf"(?:{YEAR} ?년도?|{_YY}년(?=도? ?(?:[상하]반기|\d ?분기|\d\d?월|말|초))|{'|'.join(_YEAR_WORDS)}(?=[ \d상하말초])|올해|내년|작년|지난해|금년|같은 ?해|동년|이듬해)"
_HALF = r"(?:[상하]반기|[1-4](?:/4)? ?분기)"
WEEKDAY = r" ?(?:\( ?[월화수목금토일](?:요일)? ?\)|[월화수목금토일]요일|\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[a-z]{0,6}\))"

# `'24.6.25.`, `2024. 6. 25`, `24.7.8.`, `2024-06-24`, `2024/6/24`, `9.9.`, `9.9일`, `9.9(화)`.
_YMD = rf"(?:{YEAR}|(?<!\d){_YY})"
DOTTED = rf"(?:{_NOT_INSIDE}{_YMD}\. ?{_M}\. ?{_D}(?!\d|\.\d)(?:\.(?!\d))?(?:일(?!간))?|{_NOT_INSIDE}(?:19|20)\d\d([-/]){_M}[-/]{_D}(?!\d))".replace(
    "([-/])", "[-/]"
)
DOTTED_SHORT = (
    rf"(?:{_NOT_INSIDE}{_M}\. ?{_D}(?:\.(?!\d)(?:일(?!간))?|일{_NOT_DAY}|(?={WEEKDAY}))"
    rf"|{_NOT_INSIDE}{YEAR}\. ?{_M}(?:월(?:{PARTS})?|\.(?! ?\d)|(?![\d.]))|{_NOT_INSIDE}{YEAR}\. ?{_HALF})"
)
KOREAN = (
    rf"(?:(?:{_YEAR_KO}(?:의|,)? ?)?(?:(?<![\d.]){_M} ?월|{'|'.join(_MONTH_WORDS)}(?!의)){_NOT_MONTH}"
    rf"(?: ?{_D}(?: ?일(?!간)|\.(?!\d)|(?={WEEKDAY}))|{PARTS})?"
    rf"|{_YEAR_KO} ?(?:{_HALF}|연말|연초|말(?![씀레라하했한뚝복])|초(?![등기반대고청점빙안미월입창소밥]|과[도학]))?|{_NOT_INSIDE}{_HALF}|연[내말초](?!정산|에너지))"
)
SLASHED = rf"(?:{_NOT_INSIDE}{_M}/(?:(?:1[3-9]|2\d|3[01])(?![\d/])|{_D}(?![\d/])(?=(?:{WEEKDAY})| ?부터| ?까지| ?~ ?\d{{1,2}}/)))"
WORDS = rf"(?:(?:이번|지난|다음|금) ?주 ?(?:[월화수목금토일]요일)?|{'|'.join(_DAY_WORDS)})(?![가-힣]{{3}})"
MONTH_DAY = rf"(?:{_YEAR_KO} ?)?(?<![\d.]){_M}월 ?{_D}"
DAY_ONLY = rf"{_D} ?일{_NOT_DAY}"
BARE_YEAR = rf"{YEAR}\.?(?!\d)"

_WEEKDAYS = {letter: number for number, letter in enumerate("월화수목금토일")}
_ENGLISH = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_WEEKDAY_AT_END = re.compile(rf"(?P<weekday>{WEEKDAY})$")
_YEAR_AT_START = re.compile(
    rf"{_Q}?(?P<year>\d{{4}}|(?<=['‘’])\d\d|\d\d(?=년|\. ?\d{{1,2}}\. ?\d))(?: ?년도?|\.|[-/]|$)(?:의|,)? ?"
)
_WORD_AT_START = re.compile(
    "(?P<word>" + "|".join(sorted(_YEAR_WORDS, key=len, reverse=True)) + "|같은 ?해|동년|이듬해) ?"
)
_REST: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], dict[str, object]]], ...]


def read_point(words: str) -> Point | None:
    """The components of one point as written; None where they are none."""
    words = words.strip()
    weekday = None
    if hit := _WEEKDAY_AT_END.search(words):
        weekday = _weekday(hit.group("weekday"))
        words = words[: hit.start()].rstrip()
    year: int | None = None
    years: int | None = None
    if hit := _YEAR_AT_START.match(words):
        year, words = _full_year(hit.group("year")), words[hit.end() :]
    elif (hit := _WORD_AT_START.match(words)) and hit.group("word") in _YEAR_WORDS:
        years, words = _YEAR_WORDS[hit.group("word")], words[hit.end() :]
    elif hit:
        words = words[hit.end() :]
    point = _rest(words.strip(), dated=year is not None)
    if point is None:
        return None
    return Point(
        year=year, years=years, month=point.month, day=point.day, part=point.part, months=point.months,
        weeks=point.weeks, days=point.days, weekday=weekday if point.weekday is None else point.weekday,
    )  # fmt: skip


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if year >= 100 else 2000 + year if year < 70 else 1900 + year


def _weekday(words: str) -> int:
    words = words.strip(" ()")
    return _WEEKDAYS[words[0]] if words[0] in _WEEKDAYS else _ENGLISH[words[:3].lower()]


_MONTH_AND_DAY = re.compile(
    rf"(?P<m>\d{{1,2}}) ?(?:\.|/|-|월) ?(?:(?P<d>\d{{1,2}})(?:일|\.| 일)*|(?P<part>{PARTS}))?\.?"
)
_MONTH_WORD = re.compile(rf"(?P<word>{'|'.join(_MONTH_WORDS)}) ?(?:(?P<d>\d{{1,2}}) ?일?|(?P<part>{PARTS}))?")
_WEEK = re.compile(r"(?P<word>이번|지난|다음|금) ?주 ?(?:(?P<weekday>[월화수목금토일])요일)?")
_DAY = re.compile(r"(?P<d>\d{1,2})(?: ?일|\.)?")
_QUARTER = re.compile(r"(?P<q>[1-4])(?:/4)? ?분기")


def _rest(words: str, dated: bool) -> Point | None:
    """A point without its year and weekday."""
    if not words or words in ("연내",):
        return Point()
    if words in _PART_WORDS:
        part = _PART_WORDS[words]
        return Point(part={"early": "start", "late": "finish"}.get(part, part))  # type: ignore[arg-type]
    if words in _DAY_WORDS:
        return Point(days=_DAY_WORDS[words])
    if hit := _QUARTER.fullmatch(words):
        return Point(part=f"q{hit.group('q')}")  # type: ignore[arg-type]
    if hit := _WEEK.fullmatch(words):
        return Point(weeks=_WEEK_WORDS[hit.group("word")], weekday=_WEEKDAYS.get(hit.group("weekday") or ""))
    if hit := _MONTH_WORD.fullmatch(words):
        return Point(months=_MONTH_WORDS[hit.group("word")], day=_int(hit.group("d")), part=_part(hit.group("part")))
    if (hit := _DAY.fullmatch(words)) and not words.isdigit() and not dated:
        return Point(day=int(hit.group("d"))) if 1 <= int(hit.group("d")) <= 31 else None
    if hit := _MONTH_AND_DAY.fullmatch(words):
        month, day = int(hit.group("m")), _int(hit.group("d"))
        return Point(month=month, day=day, part=_part(hit.group("part"))) if _possible(month, day) else None
    if re.fullmatch(r"\d{1,2}", words):
        return Point(month=int(words)) if int(words) <= 12 else None
    return None


def _possible(month: int, day: int | None) -> bool:
    return 1 <= month <= 12 and (
        day is None or 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)
    )


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _part(words: str | None) -> Part | None:
    return None if not words else _PART_WORDS.get(words.strip(), "early" if words.strip() == "초순" else None)
