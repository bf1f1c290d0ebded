"""Which programme a claim is of: the one of its place, or the contest whose prizes it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.main_programme import CONTEST, plain
from extract.reading import Reading
from extract.records.selections.claim import Claim
from extract.records.selections.tracks import PRIZE
from extract.rules.noun_phrase import noun_phrase
from extract.scope import programme_at
from extract.values import Programme

_PRAISE = re.compile(r"유공자?\s(?:정부\s?)?포상(?![가-힣]*[했하됐되])|정부\s?포상(?=\s?(?:수여|시상|전수|현황|수상))")
_MEDALS = re.compile(r"(?:훈장|포장|대통령\s?표창|총리\s?표창)\s?\(?\d")


def scoped(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Claims with their programme and its year."""
    contest = _contest(reading)
    prizes = {claim.track: claim.count or 0 for claim in claims if claim.track and PRIZE.fullmatch(claim.track)}
    stated = {claim.track for claim in claims if claim.track in prizes and not claim.open}
    total = sum({"".join(str(track).split()): prizes[track] for track in stated}.values())
    several = len({claim.track for claim in claims if claim.track}) > 1
    done = []
    for claim in claims:
        scope = programme_at(reading, claim.start)
        if contest and (claim.track in prizes or (total and claim.count == total and claim.track is None)):
            scope = scope if scope and CONTEST.search(scope.name) else contest
        name = claim.program or (scope.name if scope else reading.header.title or "")
        track = claim.track
        main = reading.main_programme
        if track and main and _only(track, name):
            name = main.name
        if track and (not several or track.endswith("사업") or track[:2] == "20") and _within(track, name):
            track = None
        done.append(replace(claim, track=track, program=name, year=claim.year or (scope.year if scope else None)))
    return done


def _only(track: str, program: str) -> bool:
    """Whether a sentence calls its track a programme of its own: `디딤돌 사업은 … 900과제를 선정한다`."""
    return plain(program) == plain(track) + "사업"


def _within(track: str, program: str) -> bool:
    """Whether a label only repeats the programme's name."""
    one, other = (re.sub(r"^20\d\d년?도?|[\W_]+", "", words) for words in (track, program))
    return len(one) > 3 and not PRIZE.fullmatch(track) and (other.endswith(one) or one == other)


def _honours(reading: Reading) -> Programme | None:
    """The honours of a release that gives medals: `가나 유공자 정부포상`."""
    text = reading.text
    found = [
        text[start : hit.end()]
        for hit in _PRAISE.finditer(text)
        if (start := noun_phrase(text, max(0, hit.end() - 40), hit.end())) <= hit.start()
    ]
    names = Counter(name for name in found if 4 <= len(name) <= 30)
    return Programme(names.most_common(1)[0][0], None) if names and _MEDALS.search(text) else None


def _contest(reading: Reading) -> Programme | None:
    """The contest that a release names most."""
    named = [mention.value for mention in reading.programmes if CONTEST.search(mention.value.name)]
    if not named:
        return _honours(reading)
    most = Counter(value.name for value in named).most_common(1)[0][0]
    values = [value for value in named if value.name == most]
    return next((value for value in values if value.year), values[0])
