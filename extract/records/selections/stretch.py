"""The parties of a stretch of text that lists nothing else."""

from __future__ import annotations

import re

from extract.reading import Reading
from extract.records.selections.chosen import choices_of
from extract.records.selections.claim import Choice
from extract.records.selections.names import Named, named, person_in, plausible
from extract.rules.party_list import find_party_list
from extract.rules.party_name import ListContext

_OFFICE = 24
_TOLD = re.compile(r"[가-힣](?:한|된|인|킨|친|낸|던|온|운)\s")
_AND = re.compile(r"(?<=[장사표수원관무])(?:과|와|,)\s")
_MARK = re.compile(r"[▲△▴ㅿ]\s?")
_FRAMED = re.compile(r"^[‘’'“\"「『]?([^‘’'“”\"「」『』]+)[’‘'”\"」』](?:\s?팀)?$")


def listed(reading: Reading, start: int, end: int, count: int | None) -> tuple[Choice, ...]:
    """The parties of a stretch that lists nothing else; empty where any of it is no party by its own looks."""
    found = find_party_list(reading.text, start, end, ListContext(reading.names_day, count=count, home=reading.home))
    choices = []
    for one in found:
        name = reading.text[one.start : one.end]
        if one.party.kind == "other" and not one.person and not _marked(reading, one.start):
            return ()
        if len(name) > 40 or not re.search(r"[가-힣A-Za-z]{2}", name):
            return ()
        kind = one.party.kind if one.party.kind != "other" else "person" if one.person else "other"
        name = _FRAMED.sub(r"\1", one.party.name)
        choices.append(Choice(name, kind, one.start, one.end, one.party.region))
    return tuple(choices)


def marked_works(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    """What a stretch lists with a mark before each, whatever it is called: `▲가나 앱 개발(다라시) ▲마바 지도 등`."""
    marks = list(_MARK.finditer(reading.text, start, end))
    if len(marks) < 2 or marks[0].start() > start + 1:
        return ()
    stops = [*(mark.start() for mark in marks[1:]), end]
    items = [named(reading.text, mark.end(), stop) for mark, stop in zip(marks, stops, strict=True)]
    works = [item for item in items if item and plausible(item)]
    return choices_of(reading, works, "건") if len(works) == len(items) else ()


def _marked(reading: Reading, start: int) -> bool:
    return reading.text[start - 1 : start] in ("‘", "’", "'", "“", "「", "『", "｢")


def last_person(text: str, start: int, end: int) -> Named | None:
    """The person whose office ends a stretch of whatever is told of them: `… 기술인 가나㈜ 홍길동 대표` 등."""
    words = text[max(start, end - _OFFICE) : end].rstrip()
    person = person_in(words)
    at = text.rfind(person, start, end) if person else -1
    return Named(str(person), at, at + len(str(person)), led=True) if at >= 0 else None


def told_person(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    """The person by office that ends a stretch of what is told of them: `… 크게 기여한 가나㈜ 홍길동 대표`."""
    if not _TOLD.search(reading.text, start, end):
        return ()
    stops = [*(hit.start() for hit in _AND.finditer(reading.text, start, end)), end]
    people = [last_person(reading.text, start, stop) for stop in stops]
    return choices_of(reading, [one for one in people if one], "명") if people[-1] else ()
