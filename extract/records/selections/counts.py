"""How many are chosen: `3곳`, `세 곳`, `16개소`, `20개 내외의 기업`, `1,700여개사`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.seek import seek

_NATIVE = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_AFTER_GAE = r"(?:소|사(?:업단|업)?|교|팀)(?![가-힣]*(?:년|월))"
_NOT_CHOSEN = (
    r"월|년|분기|시\s?[·‧・ㆍ∙]?\s?도(?=에서\s|의\s|\s(?!지정|선정)[가-힣])|국(?!립|민|제|산|토|내|유)|개국|정부\s|부처|분야|부문|유형|권역|항목|층|시간|언어|영역|종목|트랙|단계|차종|품목|조항|나라|"
    r"회원국|광역|자치구|모집단위|전형|지표|세부|과목|직종|직렬|직군|코스|시중|기초\s|작업|명사|상장|공공기관"
)
_COUNT = re.compile(
    rf"(?:(?<![\d.,:/~∼\-'’‘`])(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})(?P<wan>만)?|(?<![가-힣])(?P<native>{'|'.join(_NATIVE)})(?=\s))"
    rf"(?:\s?여)?\s?(?P<unit>개\s?{_AFTER_GAE}|개\s?+(?!{_NOT_CHOSEN})|곳|건|명(?!당|사|칭|의로|품)|팀|점(?!수|검|포|을\s?만점|\s?(?:이상|미만|만점|이하))|편(?!의|성|집|리)|社"
    r"|사(?![가-힣])|인(?=[\s,.)을이의은과와]|$)|작품|마을|필지|그루|단지|지구|지자체|시[·‧・ㆍ]군|과제(?=[를을가이 ]))"
)
# Where a count can begin: a run of digits, or a whole native numeral.
_AT = re.compile(r"[\d한두세네다여일아열](?:(?<=\d)\d*|(?<=[한두세네열])(?=\s)|[섯곱덟홉](?=\s))")


@dataclass(frozen=True, slots=True)
class Places:
    """So many places, and the words that say it."""

    value: int
    unit: str
    start: int
    end: int


def places_in(text: str, start: int, end: int) -> Iterator[Places]:
    """The counts of a span that could be of chosen parties, in order."""
    for hit in seek(_AT, _COUNT, text, start, end):
        value = _NATIVE[hit["native"]] if hit["native"] else int(hit["digits"].replace(",", ""))
        if hit["wan"]:
            value *= 10_000
        if value:
            yield Places(value, "".join(hit["unit"].split()), hit.start(), hit.end())
