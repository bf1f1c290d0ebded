"""Who gets an amount: the parties named right before it."""

from __future__ import annotations

import re

from extract.reading import Reading
from extract.records.budgets.draft import Whom
from extract.rule import Mention
from extract.values import Party

_QUOTED = re.compile(
    r"(?:기업|업체|회사|스타트업)(?:인)?\s?[‘'“\"](?P<name>[^’'”\"]{2,14})[’'”\"]\s?(?:가|이|은|는)?\s?"
)
_JOIN = re.compile(r"\s*(?:\([^()]{0,30}\)\s*)?(?:,|·|‧|/|및|와|과|그리고|、|\s|‘|’|'|“|”)*\s*")
_GIVEN = re.compile(
    r"^['’”\"]?\s*(?:\([^()]{0,30}\)\s*)?(?:등\s*(?:\d+\S{1,4})?)?\s*(?:에게는?|에는?|:|은|는)?\s*"
    r"\(?(?:각각?|총|약|최대|국비|도비|지방비|연간|최소|\d+년간|\s)*$"
    r"|^\s[가-힣·‧\s]{1,16}에\s*(?:각각?|총|약|최대|\s)*$"
)
# `두 곳에는 각`: who they are, the sentence before has said.
_THOSE = re.compile(
    r"(?:^|[\s,])(?:이들?\s|해당\s)?(?P<n>두|세|네|다섯|\d{1,2})\s?개?\s?(?P<kind>곳|시·?군·?구?|군|시|도시|지자체|지역|대학|기업|회사|기관|팀|단체|마을|사업장)"
    r"(?:에|에는|에게|에게는|은|는)\s(?:[^,.\d]*\s|\d{4}년까지\s|\d년간\s|올해(?:부터)?\s)*각(?:각|\s)"
)
_PLACES = re.compile(
    r"(?<![\d가-힣])(?P<n>두|세|네|다섯|\d{1,2})\s?(?:곳|개\s?(?:소|시군|지자체|기업|대학|팀|사))(?![가-힣]{2})"
)
_NUMERALS = {"두": 2, "세": 3, "네": 4, "다섯": 5}
_TOPIC = re.compile(r"^['’”\"]?\s*(?:\([^()]{0,30}\)\s*)?(?:은|는|이|가)\s")


def recipients(text: str, parties: list[Mention[Party]], start: int, at: int) -> list[tuple[Whom, tuple[int, int]]]:
    """The parties listed right before an amount to whom it is given, and where: `광명시, 태백시, 경산시에 각`."""
    listed: list[Mention[Party]] = []
    edge = at
    for party in reversed([party for party in parties if party.start >= start and party.end <= at]):
        between = text[party.end : edge]
        fits = _JOIN.fullmatch(between) if listed else _given(party, between)
        if not fits:
            break
        listed.insert(0, party)
        edge = party.start
    return [(Whom(party.value.name, party.value.region), (party.start, party.end)) for party in listed]


def quoted(text: str, start: int, at: int) -> list[tuple[Whom, tuple[int, int]]]:
    """A company named in quotation marks right before an amount: `기업인 ‘가람’ 300억원`."""
    hit = _QUOTED.search(text, start, at)
    return [(Whom(hit["name"]), hit.span("name"))] if hit and hit.end() == at else []


def those_before(reading: Reading, start: int, segment: str) -> list[tuple[Whom, tuple[int, int]]]:
    """The parties of the sentence before `start`, if an amount is said to be for as many: `두 곳에는 각`."""
    hit = _THOSE.search(segment)
    before = reading.sentence_at(max(0, start - 2)) if hit else None
    if hit is None or before is None:
        return []
    towns = hit["kind"].startswith(("시", "군", "지", "도"))
    named = {
        party.value.name: party
        for party in reading.parties.within(before.start, before.end)
        if party.value.name and party.value.name != reading.header.issuer
        if not towns or party.value.kind == "local_government"
    }
    count = _NUMERALS.get(hit["n"]) or int(hit["n"])
    if len(named) != count or len({party.value.kind for party in named.values()}) != 1:
        return []
    return [(Whom(party.value.name, party.value.region), (party.start, party.end)) for party in named.values()]


def as_many(reading: Reading, start: int, at: int) -> list[tuple[Whom, tuple[int, int]]]:
    """The parties that a sentence names before an amount for each, if it counts as many: `등 2곳이 뽑혀`."""
    counted = {_NUMERALS.get(hit["n"]) or int(hit["n"]) for hit in _PLACES.finditer(reading.text, start, at)}
    named = {
        party.value.name: party
        for party in reading.parties.within(start, at)
        if party.value.name and party.value.kind != "institution" and party.value.name != reading.header.issuer
    }
    if len(named) < 2 or counted != {len(named)} or len({party.value.kind for party in named.values()}) != 1:
        return []
    return [(Whom(party.value.name, party.value.region), (party.start, party.end)) for party in named.values()]


def _given(party: Mention[Party], between: str) -> bool:
    """Whether the words between a party and an amount say that it gets it; an institution needs a particle."""
    if not _GIVEN.match(between) or _TOPIC.match(between):
        return False
    return party.value.kind != "institution" or bool(re.match(r"[^가-힣]{0,3}(?:등\s)?에", between))
