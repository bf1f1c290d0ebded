# ruff: noqa: E501
"""Dates of the press: `'24.6.25.(화)`, `5.27.~6.3.`, `6월 25일 오후 2시`, `12월 초까지`, `내년 상반기`, `~'24년`.

A pattern finds an expression and `words.py` reads it into a `When`; `find_dates` resolves those in reading order, so
that a year said earlier in a sentence or row holds for the dates after it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extract.rule import Kind, Mention, Rule, Rulebook
from extract.rules.number import DIGIT_RUNS
from extract.rules.point import (
    BARE_YEAR,
    DAY_ONLY,
    DOTTED,
    DOTTED_SHORT,
    KOREAN,
    MONTH_DAY,
    PARTS,
    SLASHED,
    WEEKDAY,
    WORDS,
    YEAR,
    read_point,
)
from extract.rules.when import Context, Hint, When, resolve
from extract.values import Period

DATE: Kind[When] = Kind("date")
PERIOD: Kind[Period] = Kind("date")

_TIME = r"(?: ?(?:(?:오전|오후|낮|저녁|밤|아침|새벽) ?)?\d{1,2}(?:시(?: ?\d{1,2}분|반)?|:\d\d))?"
_CLOSED = rf"(?:{KOREAN}|{DOTTED}|{SLASHED}|{WORDS}|{DOTTED_SHORT})"
_OPENERS = r"(?P<hint>지난|오는|다가오는|돌아오는) ?"
_TAIL = (
    r"(?: ?(?P<tail>부터 ?(?P<length>\d{1,3}) ?(?P<unit>일|주|개월|년)(?:간|동안)|부터|이후(?!로도)|까지|이전|안에|이내|중(?![가-힣]{2}|국|앙)"
    r"|~(?! ?[\d'‘’])))?"
)
TO = r" ?[~∼～〜] ?"


def _single(hit: re.Match[str]) -> When | None:
    point = read_point(hit.group("point"))
    if point is None:
        return None
    tail = hit.groupdict().get("tail") or ""
    hint = _hint(hit.groupdict().get("hint"))
    if tail.startswith(("부터", "이후", "~")):
        length = (int(hit.group("length")), hit.group("unit")) if hit.group("length") else None
        return When(point, None, hint, length)
    if tail in ("까지", "이전"):
        return When(None, point, hint)
    return When(point, point, hint)


def _hint(words: str | None) -> Hint | None:
    return None if not words else "past" if words == "지난" else "coming"


def _until(hit: re.Match[str]) -> When | None:
    point = read_point(hit.group("point"))
    return None if point is None else When(None, point)


def _range(hit: re.Match[str]) -> When | None:
    start, end = read_point(hit.group("start")), read_point(hit.group("end"))
    if start is None or end is None:
        return None
    return When(start, end, _hint(hit.groupdict().get("hint")))


def _short_range(hit: re.Match[str]) -> When | None:
    """`5.27~6.3` without closing dots: only where it cannot be a pair of decimals."""
    start, end = read_point(hit.group("start") + "."), read_point(hit.group("end") + ".")
    if start is None or end is None:
        return None
    likely = any(
        len(hit.group(name).rpartition(".")[2]) == 2 and not hit.group(name).endswith("0") for name in ("start", "end")
    )
    return When(start, end) if likely else None


def _days_of_month(hit: re.Match[str]) -> When | None:
    start = read_point(hit.group("start") + "일")
    end = read_point(hit.group("end"))
    return None if start is None or end is None else When(start, end)


def _months(hit: re.Match[str]) -> When | None:
    start, end = read_point(hit.group("start") + "월"), read_point(hit.group("end"))
    return None if start is None or end is None else When(start, end)


def _years(hit: re.Match[str]) -> When | None:
    start, end = read_point(hit.group("start") + "년"), read_point(hit.group("end") + "년")
    if start is None or end is None or (start.year or 0) >= (end.year or 0):
        return None
    return When(start, end)


def _p(day: tuple[int, int, int] | None, last: tuple[int, int, int] | None, precision: str = "day") -> Period:
    return Period(date(*day) if day else None, date(*last) if last else None, precision)  # type: ignore[arg-type]


def _d(year: int, month: int, day: int) -> Period:
    return _p((year, month, day), (year, month, day))


_NOT_UNIT = r"(?! ?(?:%|퍼센트|p|배|억|조|만|천|백|명|개|건|원|톤|도|점|km|m|kg|℃|시간|mm|ha|㎡|위|세|년|[0-9]|\.\d))"
RULES = (
    Rule(
        name="<date> ~ <date>",
        pattern=rf"(?:{_OPENERS})?(?P<start>{_CLOSED}(?:{WEEKDAY})?){_TIME}(?: ?부터{TO}|{TO}| ?부터 ?(?=[^~]{{2,24}}까지)|(?<=\.) ?- ?(?=\d))"
        rf"(?P<end>(?:{_CLOSED}|{DAY_ONLY}|\d{{1,2}}\.(?!\d)|\d{{1,2}}(?=\()|\d{{1,2}}(?=까지))(?:{WEEKDAY})?)(?:{_TIME} ?까지)?",
        resolve=_range,
        reads={
            "5.27.~29.": _p((2024, 5, 27), (2024, 5, 29)),
            "9.30.(월)∼10.18.(금)".replace("∼", "~"): _p((2024, 9, 30), (2024, 10, 18)),
            "2024.6.25.~6.29.": _p((2024, 6, 25), (2024, 6, 29)),
            "'23.12.26.~1.5.": _p((2023, 12, 26), (2024, 1, 5)),
            "6월 4일부터 7월 5일까지": _p((2024, 6, 4), (2024, 7, 5)),
        },
    ),
    Rule(
        name="<month>.<day>~<month>.<day>",
        pattern=rf"(?<![\d.,/$])(?P<start>\d{{1,2}}\.\d{{1,2}}){TO}(?P<end>\d{{1,2}}\.\d{{1,2}}){_NOT_UNIT}",
        resolve=_short_range,
        reads={"5.27~6.3": _p((2024, 5, 27), (2024, 6, 3))},
        refuses=("3.70~4.00", "3.7~3.9%", "1.5~2.5배"),
    ),
    Rule(
        name="<month> <day>~<day>",
        pattern=rf"(?P<start>{MONTH_DAY}){TO}(?P<end>{DAY_ONLY}(?:{WEEKDAY})?)(?: ?까지)?",
        resolve=_days_of_month,
        reads={"6월 4~5일": _p((2024, 6, 4), (2024, 6, 5))},
    ),
    Rule(
        name="<month>~<month>",
        pattern=rf"(?P<start>(?:(?:{YEAR} ?년 ?)|{YEAR}\. ?)?(?<![\d.])(?:1[0-2]|0?[1-9])){TO}(?P<end>(?:1[0-2]|0?[1-9])월(?:{PARTS})?)",
        resolve=_months,
        reads={"7~12월": _p((2024, 7, 1), (2024, 12, 31), "month")},
    ),
    Rule(
        name="<year>~<year>",
        pattern=rf"(?<![\d.,])(?P<start>{YEAR})(?:년|\.)?(?:{TO}| ?- ?)(?P<end>{YEAR})(?:년도?|\.(?!\d))?(?![\d.]*\d)(?: ?까지)?",
        resolve=_years,
        reads={
            "'18~'22": _p((2018, 1, 1), (2022, 12, 31), "year"),
            "2025~2027년": _p((2025, 1, 1), (2027, 12, 31), "year"),
        },
    ),
    Rule(
        name="~<date>",
        pattern=rf"~ ?(?P<point>(?:{_CLOSED}|{BARE_YEAR})(?:{WEEKDAY})?)(?: ?까지)?",
        resolve=_until,
        reads={"~'24년": _p(None, (2024, 12, 31), "year"), "~ '21.": _p(None, (2021, 12, 31), "year")},
    ),
    Rule(
        name="<date>",
        pattern=rf"(?:{_OPENERS})?(?P<point>(?:{_CLOSED})(?:{WEEKDAY})?)(?:{_TIME}(?= ?(?:부터|까지)))?{_TAIL}",
        resolve=_single,
        reads={
            "'24.6.25.(화)": _d(2024, 6, 25),
            "2024. 6. 25.": _d(2024, 6, 25),
            "6월 25일(화)": _d(2024, 6, 25),
            "6.25일": _d(2024, 6, 25),
            "12월 초": _p((2024, 12, 1), (2024, 12, 10), "ten_days"),
            "12월 초까지": _p(None, (2024, 12, 10), "ten_days"),
            "10월 중": _p((2024, 10, 1), (2024, 10, 31), "month"),
            "’21.11월말": _p((2021, 11, 21), (2021, 11, 30), "ten_days"),
            "내년 상반기": _p((2025, 1, 1), (2025, 6, 30), "half"),
            "올해 말": _p((2024, 12, 1), (2024, 12, 31), "month"),
            "연내": _p((2024, 1, 1), (2024, 12, 31), "year"),
            "3분기": _p((2024, 7, 1), (2024, 9, 30), "quarter"),
            "3/7부터 25일간": _p((2024, 3, 7), (2024, 3, 31)),
            "2018년부터": _p((2018, 1, 1), None, "year"),
        },
        refuses=("4.7조원", "1.5배", "3.2%", "제3조", "3.1운동", "6.25 전쟁", "2.0", "3.5일간", "6개월"),
    ),
    Rule(
        name="<day>일",
        pattern=rf"(?<![\d.,/~:-])(?<!제 )(?:{_OPENERS})?(?P<point>{DAY_ONLY}(?:{WEEKDAY})?){_TAIL}",
        resolve=_single,
        reads={"오는 28일": _d(2024, 6, 28), "지난 20일": _d(2024, 6, 20)},
        refuses=("25일간", "60일 이내", "3일 전", "1일 평균 300명"),
    ),
)
_STARTS = (
    "지난|오는|다가오는|돌아오는|올해|올|금년|내년|작년|재작년|지난해|후년|내후년|이달|이번|금월|다음|내달|오늘|내일|어제|모레|금일|명일|연내|연말|연초|상반기"
    "|하반기|같은|동년|이듬해|당월|익월|당해"
)
DATES = Rulebook(DATE, RULES, starts=f"{DIGIT_RUNS}|'|‘|’|~|{_STARTS}")

_BREAK = re.compile(r"\n|[다음함됨임]\. |[.!?]\s*\n")
_COMING = re.compile(r"예정|계획|할 것|한다|하겠|될 것|추진할|(?:[할될]) 수")
_PAST = re.compile(r"[했됐렸었였았][다고으던]|한 바|[했됐었였] ")


def find_dates(text: str, published: date | None) -> list[Mention[Period]]:
    """Every date of a text as days; what depends on an unknown day of publication is left out."""
    found: list[Mention[Period]] = []
    before: tuple[date, int] | None = None
    for mention in DATES.scan(text):
        known = _holds(text, before, mention.start)
        period = resolve(mention.value, Context(published, known, _tense(text, mention)))
        if period is None:
            continue
        found.append(replace(mention, kind=PERIOD, value=period))  # type: ignore[arg-type]
        if _governs(mention.value) or known:
            day = period.start or period.end
            before = (day, mention.end) if day else before
    return found


def _governs(when: When) -> bool:
    point = when.start or when.end
    return point is not None and point.month is not None and (point.year is not None or point.day is not None)


def _holds(text: str, before: tuple[date, int] | None, start: int) -> date | None:
    """The date before, if the same sentence, cell or row goes on."""
    if before is None or start - before[1] > 120 or _BREAK.search(text, before[1], start):
        return None
    return before[0]


def _tense(text: str, mention: Mention[When]) -> Hint | None:
    """Past or coming by the first verb after the date in its sentence."""
    stop = _BREAK.search(text, mention.end, mention.end + 80)
    end = stop.end() if stop else mention.end + 80
    coming, past = _COMING.search(text, mention.end, end), _PAST.search(text, mention.end, end)
    if coming and past:
        return "coming" if coming.start() < past.start() else "past"
    return "coming" if coming else "past" if past else None
