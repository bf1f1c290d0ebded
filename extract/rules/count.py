"""Counts (`3곳`, `세 개 지자체`, `20개사 내외`) and ratios (`5.7:1`, `5.7 대 1`, `50%`)."""

from __future__ import annotations

import re

from extract.lexicon import words
from extract.rule import Kind, Mention, Rule, Rulebook
from extract.rules.alternation import one_of
from extract.rules.number import AMOUNT, DIGITS, NOT_INSIDE, digits_before, read_number
from extract.values import Count, Ratio

COUNT: Kind[Count] = Kind("count")
RATIO: Kind[Ratio] = Kind("ratio")

_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50}
_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_NATIVE = {**_ONES, **_TENS, **{ten + one: _TENS[ten] + _ONES[one] for ten in _TENS if ten != "스무" for one in _ONES}}

_COUNTED = one_of(words("counters.toml")["counted"])
# Counters. Where one begins other words (`3건설사`, `5인증`), those are ruled out.
_UNIT = (
    r"(?:개소(?!득|비|송)|개사(?!업)|개교|개국|개팀|개동|개반|개단"
    rf"|개 ?{_COUNTED}|개(?! ?(?:월|년)|[발최정인선별시헌편혁막통관소사교국])|곳|군데"
    r"|명(?![칭시의절]|신)|건(?![설물강의축립])|점(?![검수포])|편(?![의성입집지])|팀|사(?=[는가를의와에로 ,.)·]|$)"
    r"|인(?![당증력구근터허건간식용승])|교(?![육통수류대체])|종(?![합사료로목])|작품|필지|쌍|석(?![유탄])|개 ?종"
    rf"|(?:{_COUNTED})(?!장|체))"
)
_ONLY_SPACED = rf"(?:개(?! ?(?:월|년))(?: ?(?:{_COUNTED}))?|개소|개사|개교|개국|곳|군데|명|건|점|팀|편|교|종|작품)"


def _count(hit: re.Match[str]) -> Count | None:
    number = hit.group("number").strip()
    value = _NATIVE[number] if number in _NATIVE else read_number(number)
    if not isinstance(value, int):
        return None
    loose = hit.group("about") or hit.group("more") or hit.group("loose") or "여" in number
    return Count(value, hit.group("unit"), approximate=bool(loose))


_NUMBER = rf"{NOT_INSIDE}(?<![~∼-])(?<!제)(?<!제 ){AMOUNT}"
_LONG_FIRST = "|".join(sorted(_NATIVE, key=lambda word: -len(word)))
_MORE, _LOOSE = "(?P<more> ?여)?", "(?P<loose> ?(?:내외|안팎|가량|남짓|정도))?"

COUNT_RULES = (
    Rule(
        name="<number><counter>",
        pattern=rf"(?P<about>약 ?)?(?P<number>{_NUMBER}){_MORE} ?(?P<unit>{_UNIT}){_LOOSE}",
        resolve=_count,
        reads={
            "3곳": Count(3, "곳"),
            "20개사 내외": Count(20, "개사", approximate=True),
            "총 1,024명": Count(1024, "명"),
            "3만9229명": Count(39_229, "명"),
            "10여 개 기업": Count(10, "개 기업", approximate=True),
        },
        refuses=("3개월", "1인당", "2건설", "3.5명", "제3기관", "3교대"),
    ),
    Rule(
        name="<native numeral> <counter>",
        pattern=rf"(?<![가-힣])(?P<about>약 )?(?P<number>{_LONG_FIRST})(?: ?여)?(?P<more>)"
        rf" (?P<unit>{_ONLY_SPACED}){_LOOSE}",
        resolve=_count,
        reads={"세 개 지자체": Count(3, "개 지자체"), "두 곳": Count(2, "곳"), "열두 개 대학": Count(12, "개 대학")},
        refuses=("세대", "한국", "두 개월", "한편", "한 사업"),
    ),
    Rule(
        name="<native numeral>곳",
        pattern=rf"(?<![가-힣])(?P<about>약 )?(?P<number>{_LONG_FIRST.replace('한|', '')})(?P<more>)"
        rf"(?P<unit>곳|개|명|팀|건)(?![월년가-힣]{{2}}){_LOOSE}",
        resolve=_count,
        reads={"네곳": Count(4, "곳")},
    ),
)


def _ratio(hit: re.Match[str]) -> Ratio | None:
    left, right = read_number(hit.group("left")), read_number(hit.group("right"))
    if not left or not right or (hit.group("sign") == ":" and not _is_share(hit.group("left"), left, right)):
        return None
    return Ratio(float(left) if right == 1 else left / right)


def _is_share(written: str, left: float, right: float) -> bool:
    """Tell `1:1` and `70:30` from the time of day."""
    return not written.startswith("0") and (right == 1 or left + right in (10, 100))


def _percent(hit: re.Match[str]) -> Ratio | None:
    value = read_number(hit.group("value"))
    return None if value is None else Ratio(round(value / 100, 12))


RATIO_RULES = (
    Rule(
        name="<number> 대 1, <number>:1",
        pattern=rf"{NOT_INSIDE}(?P<left>{DIGITS}) ?(?P<sign>:|대(?= ?1(?![\d.,]|[위등차]))) ?"
        rf"(?P<right>{DIGITS})(?![\d:]| ?%)",
        resolve=_ratio,
        reads={"5.7:1": Ratio(5.7), "5.7 대 1의": Ratio(5.7), "1:1 매칭": Ratio(1.0), "70:30": Ratio(70 / 30)},
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

_AFTER = "여억천만백" + "".join(
    sorted({word[0] for word in words("counters.toml")["counted"]} | set("개곳군명건점편팀사인교종작필쌍석"))
)
COUNTS = Rulebook(COUNT, COUNT_RULES, starts=f"{digits_before(_AFTER)}|약|{'|'.join(_NATIVE)}")
RATIOS = Rulebook(RATIO, RATIO_RULES, starts=digits_before(":대%퍼"))


def find_counts(text: str) -> list[Mention[Count]]:
    """Every count of a text."""
    return list(COUNTS.scan(text))


def find_ratios(text: str) -> list[Mention[Ratio]]:
    """Every ratio and percentage of a text."""
    return list(RATIOS.scan(text))
