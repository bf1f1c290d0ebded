"""Who is honoured in which division: `○○ 주무관을 ‘심사 분야’ 유공자로`, `‘통관 분야’ 유공자에 ○○ 주무관`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.chosen import choice_of
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.names import Named, person_in, split_names
from extract.sentences import Sentence

_TRACK = r"['‘“\"「](?P<track>[^'’”\"」‘“「\n]{2,24}?(?:분야|부문|상|유형))['’”\"」]"
_ROLE = r"(?:\s?(?:유공자|수상자|수상팀|우수자|최우수자|주인공|우수\s?직원|우수\s?팀|우수\s?부서))?"
# 홍길동 주무관을 ‘심사 분야’ 유공자로 / 가나팀이 ‘소통 분야’에 선정
_BEFORE = re.compile(
    rf"(?<=[가-힣*’”'\"」)])(?:[을를]\s{_TRACK}{_ROLE}(?:으로|로)(?=[\s,.]|$)"
    rf"|[이가]\s{_TRACK.replace('track', 'won')}{_ROLE}(?:에|으로|로)\s(?:최종\s)?선정)"
)
# ‘통관 분야’ 유공자에 홍길동 주무관, … 각각 선정
_AFTER = re.compile(
    rf"{_TRACK}{_ROLE}(?:에는?|으로는?)\s(?P<who>[^'‘“\"「.\n]{{3,60}}?)"
    r"(?=,\s?['‘“]|,\s이|[을를이가]\s(?:각각\s)?(?:최종\s)?(?:선정|뽑|선발))"
)
# 홍길동 주무관에게는 청장 표창을 수여했다
_GIVEN = re.compile(rf"에게(?:는)?\s(?P<track>{tracks.PRIZE.pattern})[을를]\s(?:수여|시상)(?:했|하였)")
_DONE = re.compile(r"선정(?:했|하였|됐|되었|하고|해)|수여(?:했|하였)|시상(?:했|하였)|유공자로,?\s*$")
_TOLD = re.compile(r".*[가-힣](?:한|된|는|인|온|킨|친|낸|은|던)\s(?=\S)")
_TEAM = re.compile(
    r"(?:[가-힣A-Za-z0-9·]{1,12}\s){0,4}[가-힣A-Za-z0-9]{0,12}(?:팀|추진단|지원단|대응반|추진반|사업단|과|센터)"
)
_QUOTED = re.compile(r"[「‘“'](?P<name>[^「」‘’“”'\n]{2,30}?)\*{0,3}[」’”']$")
_REACH = 90


def honours_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """The divisions of a sentence in which somebody is honoured, each with those who are."""
    text, start, end = reading.text, sentence.start, sentence.end
    if not _DONE.search(text, start, end):
        return
    for hit in _BEFORE.finditer(text, start, end):
        yield from _claim(reading, max(start, hit.start() - _REACH), hit.start(), hit["track"] or hit["won"], hit.end())
    for hit in _AFTER.finditer(text, start, end):
        yield from _claim(reading, *hit.span("who"), hit["track"], hit.end())
    for hit in _GIVEN.finditer(text, start, end):
        yield from _claim(reading, max(start, hit.start() - _REACH), hit.start(), hit["track"], hit.end())


def _claim(reading: Reading, start: int, end: int, track: str, until: int) -> Iterator[Claim]:
    choices = _honoured(reading, start, end)
    if choices:
        first = choices[0].start
        yield Claim(first, until, "selected", len(choices), "", tracks.clean(track), choices, open=True)


def _honoured(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    """The persons by office, or the one team, that a stretch ends with."""
    found: list[Choice] = []
    for a, b in reversed(split_names(reading.text, start, end)):
        item = _one(reading.text, a, b)
        if item is None or (found and item.led):
            break
        found.append(choice_of(reading, item, "명" if person_in(reading.text[a:b].strip()) else "", None)[0])
        if item.led:
            break
    return tuple(reversed(found))


def _one(text: str, start: int, end: int) -> Named | None:
    """The person or team that ends a stretch; `led` is a team, which is told of before and stands alone."""
    words = text[start:end].rstrip(" *")
    if person := person_in(words):
        at = start + words.rindex(person)
        return Named(person, at, at + len(person))
    if hit := _QUOTED.search(words):
        return Named(hit["name"], start + hit.start("name"), start + hit.end("name"), led=True)
    told = _TOLD.match(words)
    if told and (team := _TEAM.fullmatch(words, told.end())):
        return Named(team.group(), start + team.start(), start + team.end(), led=True)
    return None
