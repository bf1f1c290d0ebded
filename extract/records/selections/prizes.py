"""Prizes and how many of each: `대상 1명, 최우수상(장관상) 2점`, in prose, lists and notes of a contest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.reading import Reading
from extract.records.selections.claim import Claim

_TIER = (
    r"(?:(?:최)?우수|장려|격려|특별|기쁨|공로|인기|창의|노력|아차|참가|봉사|명예|공헌|혁신|도전|희망|나눔|신인|작품|감동|화합|꿈나무|아이디어|금|은|동|본|대)상|(?:최)?우수작|가작|입선"
    r"|대통령상|(?:국무)?총리상|[가-힣]{2,8}장관상"
)
_COUNTED = re.compile(
    rf"(?<![가-힣])(?<!별\s)(?P<prize>{_TIER})(?:\s?\([^()\d]{{1,30}}\))?\s?[:：]?\s?(?:각\s?|\()?(?P<count>\d{{1,3}})\s?(?P<unit>(?<=\(\d)(?=\))|명|점|팀|편|건|작품|곳|인|개\s?(?:팀|사|소|교|기관|단체|작품)?)(?![가-힣]*\s?이상)"
)
# `훈장 2, 포장 4, 대통령표창 4, 장관 27`: honours in a row need no word for what is counted.
_HONOUR = re.compile(
    r"(?<![가-힣])(?P<prize>[가-힣]{0,8}(?:훈장|포장|표창|상)|대통령|국무총리|총리|[가-힣]{0,8}장관|[가-힣]{0,4}청장)"
    r"\s?(?P<count>\d{1,3})(?![\d.])"
)
_AND_NEXT = re.compile(r"\s?[,·/]\s?")
_CONTEST = re.compile(r"공모|경진|시상|대회|수상|상금|포상|콘테스트|챌린지|해커톤|어워[드즈]")


def prizes_in(reading: Reading) -> Iterator[Claim]:
    """The prizes of a contest with their numbers, wherever they are listed outside tables."""
    if not _CONTEST.search(reading.text):
        return
    for block in reading.document.blocks:
        for hit in _COUNTED.finditer(reading.text, block.start, block.end):
            if "\t" not in hit.group() and "\n" not in hit.group():
                unit = "".join((hit["unit"] or "").split())
                yield Claim(hit.start(), hit.end(), None, int(hit["count"]), unit, hit["prize"])
        for hit in _honours(reading.text, block.start, block.end):
            yield Claim(hit.start(), hit.end(), None, int(hit["count"]), "", hit["prize"])


def _honours(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Honours with their numbers that stand in a row of two or more."""
    hits = list(_HONOUR.finditer(text, start, end))
    joined = [bool(_AND_NEXT.fullmatch(text, a.end(), b.start())) for a, b in pairwise(hits)]
    for at, hit in enumerate(hits):
        if any(joined[max(at - 1, 0) : at + 1]):
            yield hit
