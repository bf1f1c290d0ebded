"""Bare numbers that are amounts because words beside them give the unit.

`400억원(국비 200, 지방비 200)` gives its unit to its parts, `국비 200, 도비 60억원` and `100·50·30만원` to the numbers
before it, and `예산(억원): (’19) 79 → (’20) 221` to the numbers of its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extract.rule import Mention
from extract.rules.money import MONEY, read_amount, unit_factor
from extract.rules.number import DIGITS
from extract.values import Money

_UNIT_AT_END = re.compile(r"(?P<unit>조|천억|백억|억|천만|백만|십만|만|천)\s?(?:원|불|달러)?\D{0,6}$")
_PARTS = re.compile(r"\s?\((?P<inside>[^()\n]{3,160})\)")
_NOT_COUNTED = r"(?!\s?[:：%가-힣억조만천백원\d.])"
_PART = re.compile(
    rf"(?:(?<=\()|[,·/+]\s?|\s)(?P<label>[가-힣·]{{1,8}}(?:비|고|금|민간|담|자|부|출연|투자|재정))\s?:?\s?(?P<number>{DIGITS}){_NOT_COUNTED}"
)
_BEFORE = re.compile(rf"(?:(?<![\d.,]){DIGITS}\s?(?:[·/]\s?|,\s(?:[가-힣]{{1,8}}\s?)))+$")
_NOTE = re.compile(r"\((?:[^()\n]{0,12}[,:]\s?)?(?P<unit>(?:조|억|백만|천|만)\s?원)\)\s?[:：]?")
_SERIES = re.compile(
    rf"\(?['‘’`]?\d{{2,4}}(?:\s?[.년][^()\n]{{0,6}})?\)\s?(?P<number>{DIGITS})(?!\s?[%명개건대조억만천원\d.])"
)

_CHAINED = re.compile(
    rf"(?:\(?['‘’`]?\d{{2,4}}(?:\s?[.년][^()\n]{{0,6}})?\)\s?{DIGITS}\s?(?:→|⇒|,)\s?)+\(?['‘’`]?\d{{2,4}}(?:\s?[.년][^()\n]{{0,6}})?\)\s?$"
)


def with_bare(text: str, start: int, end: int, amounts: Iterable[Mention[Money]]) -> list[Mention[Money]]:
    """The amounts of a stretch and the bare numbers that they or a note make amounts, in order."""
    found = list(amounts)
    taken = [(amount.start, amount.end) for amount in found]
    more = [*_of_amounts(text, start, end, found), *_of_notes(text, start, end)]
    if not more:
        return found
    found += [one for one in more if not any(one.start < e and s < one.end for s, e in taken)]
    return sorted({one.start: one for one in found}.values(), key=lambda one: one.start)


def _of_amounts(text: str, start: int, end: int, amounts: Iterable[Mention[Money]]) -> Iterator[Mention[Money]]:
    for amount in amounts:
        unit = _UNIT_AT_END.search(text[amount.start : amount.end])
        if not unit or amount.value.currency != "KRW":
            continue
        parts = _PARTS.match(text, amount.end, end)
        if parts:
            for hit in _PART.finditer(text, *parts.span("inside")):
                yield from _bare(text, *hit.span("number"), unit["unit"] + "원")
        series = _CHAINED.search(text, max(start, amount.start - 120), amount.start)
        if series and series.end() == amount.start:
            for hit in _SERIES.finditer(text, series.start(), amount.start):
                yield from _bare(text, *hit.span("number"), unit["unit"] + "원")
        before = _BEFORE.search(text, max(start, amount.start - 60), amount.start)
        if before and before.end() == amount.start:
            for number in re.finditer(DIGITS, text[before.start() : before.end()]):
                at = before.start()
                yield from _bare(text, at + number.start(), at + number.end(), unit["unit"] + "원")


def _of_notes(text: str, start: int, end: int) -> Iterator[Mention[Money]]:
    note = _NOTE.search(text, start, end)
    if note:
        for hit in _SERIES.finditer(text, start, end):
            yield from _bare(text, *hit.span("number"), note["unit"])


def _bare(text: str, start: int, end: int, unit: str) -> Iterator[Mention[Money]]:
    factor = unit_factor(unit)
    value = read_amount(text[start:end], *factor) if factor else None
    if value is not None:
        yield Mention(MONEY, value, start, end, "<number> by the unit beside it")
