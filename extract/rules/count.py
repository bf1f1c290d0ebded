# ruff: noqa: E501
"""Counts (`3곳`, `세 개 지자체`, `20개사 내외`) and ratios (`5.7:1`, `5.7 대 1`, `50%`)."""

from __future__ import annotations

import re

from extract.rule import Kind, Mention, Rule, Rulebook
from extract.rules.number import DIGITS, NOT_INSIDE, digits_before, read_number
from extract.values import Count, Ratio

COUNT: Kind[Count] = Kind("count")
RATIO: Kind[Ratio] = Kind("ratio")

_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50}
_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_NATIVE = {**_ONES, **_TENS, **{ten + one: _TENS[ten] + _ONES[one] for ten in _TENS if ten != "스무" for one in _ONES}}

_PARTIES = (
    "지방자치단체|지자체|기초지자체|광역지자체|시·군·구|시군구|시·군|시군|시·도|시도|자치구|지구|지역|도시|마을|단지|특구|권역"
    "|중소기업|스타트업|업체|기업|회사|대학교|대학|학교|기관|단체|병원|컨소시엄|연구단|사업단|센터|부처|은행|협회|조합|농가|가구"
    "|과제|사업|프로젝트|작품|품목|제품|기술|서비스|브랜드|콘텐츠|팀|분야|부문|유형|거점|노선|구역|사업지|후보지|대상지"
)
# A counter, and after 개 what is counted. Counters that begin longer words stop before those.
_UNIT = (
    rf"개소(?!득|비)|개사|개교|개국|개팀|개(?:(?!월|년|발|최|정|인|선|별|시)(?: ?(?:{_PARTIES}))?)|곳|군데"
    r"|명(?!칭|시|의신|단)|건(?!설|물|강|의|축)|점(?!검|수)|편(?!의|성|입)|팀|사(?=[는가를의와 ,.)]|$)|인(?!당|증|력|구|근|터|허)"
    rf"|교(?!육|통|수|류)|종(?!합|사|료|로)|작품|(?:{_PARTIES})"
)


def _count(hit: re.Match[str]) -> Count | None:
    words = hit.group("number").strip()
    value = _NATIVE[words] if words in _NATIVE else read_number(words)
    if not isinstance(value, int):
        return None
    loose = hit.group("about") or hit.group("more") or hit.group("loose")
    return Count(value, hit.group("unit"), approximate=bool(loose))


_NUMBER = rf"{NOT_INSIDE}(?<![~\-]){DIGITS}(?: ?[천만백](?![가-힣]{{2}}명))?"
_LONG_FIRST = sorted(_NATIVE, key=lambda word: -len(word))
_COUNT = rf"(?P<more> ?여)? ?(?P<unit>{_UNIT})(?P<loose> ?(?:내외|안팎|가량|남짓))?"

COUNT_RULES = (
    Rule(
        name="<number><counter>",
        pattern=rf"(?P<about>약 ?)?(?P<number>{_NUMBER}){_COUNT}",
        resolve=_count,
        reads={
            "3곳": Count(3, "곳"),
            "20개사 내외": Count(20, "개사", approximate=True),
            "총 1,024명": Count(1024, "명"),
            "10여 개 기업": Count(10, "개 기업", approximate=True),
        },
        refuses=("3개월", "1인당", "2건설", "3.5명"),
    ),
    Rule(
        name="<native numeral> <counter>",
        pattern=rf"(?<![가-힣])(?P<about>약 )?(?P<number>{'|'.join(_LONG_FIRST)}){_COUNT}",
        resolve=_count,
        reads={"세 개 지자체": Count(3, "개 지자체"), "두 곳": Count(2, "곳"), "열두 개 대학": Count(12, "개 대학")},
        refuses=("세대", "한국", "두 개월"),
    ),
)


def _ratio(hit: re.Match[str]) -> Ratio | None:
    left, right = read_number(hit.group("left")), read_number(hit.group("right"))
    if not left or not right or (hit.group("sign") == ":" and not _is_share(hit.group("left"), left, right)):
        return None
    return Ratio(float(left) if right == 1 else left / right)


def _is_share(words: str, left: float, right: float) -> bool:
    """Tell `1:1` and `70:30` from the time of day."""
    return not words.startswith("0") and (right == 1 or left + right in (10, 100))


def _percent(hit: re.Match[str]) -> Ratio | None:
    value = read_number(hit.group("value"))
    return None if value is None else Ratio(round(value / 100, 12))


RATIO_RULES = (
    Rule(
        name="<number> 대 1, <number>:1",
        pattern=rf"{NOT_INSIDE}(?P<left>{DIGITS}) ?(?P<sign>:|대(?= ?1(?![\d.,가-힣]))) ?(?P<right>{DIGITS})(?![\d:]| ?%)",
        resolve=_ratio,
        reads={"5.7:1": Ratio(5.7), "5.7 대 1": Ratio(5.7), "1:1 매칭": Ratio(1.0), "70:30": Ratio(70 / 30)},
        refuses=("14:00", "10:30~12:00", "09:01"),
    ),
    Rule(
        name="<number>%",
        pattern=rf"{NOT_INSIDE}(?P<value>{DIGITS}) ?(?:%|퍼센트)(?!p|P|포인트)",
        resolve=_percent,
        reads={"국비 50%": Ratio(0.5), "12.3%": Ratio(0.123)},
        refuses=("3%p",),
    ),
)

_AFTER = "여천만백" + "".join(sorted({part[0] for part in _UNIT.replace("(?:", "").split("|")}))
COUNTS = Rulebook(COUNT, COUNT_RULES, starts=f"{digits_before(_AFTER)}|약|{'|'.join(_NATIVE)}")
RATIOS = Rulebook(RATIO, RATIO_RULES, starts=digits_before(":대%퍼"))


def find_counts(text: str) -> list[Mention[Count]]:
    """Every count of a text."""
    return list(COUNTS.scan(text))


def find_ratios(text: str) -> list[Mention[Ratio]]:
    """Every ratio and percentage of a text."""
    return list(RATIOS.scan(text))
