"""What is put under protection: `「가나 고분군」을 사적으로 지정 예고한다`, headed `「가나 고분군」 사적 지정`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import words
from extract.reading import Reading
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.counts import places_in
from extract.release import Status
from extract.rules.alternation import one_of
from extract.sentences import Sentence

_NAMED = r"[「｢『‘“'](?P<name>[^「」｢｣『』‘’“”'\n]{3,60})[」｣』’”']"
_QUOTED = re.compile(_NAMED)
_NOTE = re.compile(r"\s?\([^()]*\)$")
# `을`, ` 등 2건의 자연유산을`, `를 10월 12일`
_UNTIL = r"(?:\s등\s(?P<etc>[^.,\n]{1,24}?))?(?:[을를이가]\s(?:\d{1,2}월\s\d{1,2}일\s|오늘\s|새로\s)?|\s?)"
_ACT = r"(?P<act>지정|등록|승격)(?P<tail>\s?예고|[^.\n]{0,12})"
_PAST = re.compile(r"[했됐]|하였|되었|한다|합니다|함(?![가-힣])|됨|되는|하고|하며|^\s*$")
_AHEAD = re.compile(r"예고|예정|계획|할|될|추진|신청")


@cache
def _frame() -> re.Pattern[str]:
    titles = one_of(words("programmes.toml")["protected"])
    return re.compile(
        rf"[」｣』’”']{_UNTIL}(?P<title>(?:국가\s?(?:지정|등록)?\s?(?:문화재|문화유산|유산|자연유산|무형유산)\s)?(?:{titles}))"
        rf"(?:으로|로)?\s(?:최종\s|신규\s|추가\s|각각\s|새로\s|확대\s)?{_ACT}"
    )


def designated_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """The monuments and places of a sentence that are put under protection, with the title as their programme."""
    text = reading.text
    for hit in _frame().finditer(text, sentence.start, sentence.end):
        choices = tuple(_names(text, sentence.start, hit.start() + 1))
        status = _status(hit["tail"])
        if choices and status:
            stated = [one.value for one in places_in(text, *hit.span("etc"))] if hit["etc"] else []
            count = stated[0] if stated and stated[0] >= len(choices) else len(choices)
            program = hit["title"]
            yield Claim(choices[0].start, hit.end("act"), status, count, "", None, choices, program=program)


def _status(tail: str) -> Status | None:
    """`지정 예고` and `지정할 계획` look ahead; what neither says so nor is done decides nothing (`지정 기준`)."""
    if _AHEAD.search(tail):
        return "planned"
    return "selected" if _PAST.search(tail) else None


def _names(text: str, start: int, end: int) -> Iterator[Choice]:
    """The names in quotation marks that a sentence gives up to a place, without what their brackets note."""
    for hit in _QUOTED.finditer(text, start, end):
        name = _NOTE.sub("", hit["name"]).strip()
        yield Choice(name, "site", hit.start("name"), hit.start("name") + len(name))
