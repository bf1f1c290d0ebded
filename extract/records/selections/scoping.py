"""Which programme a claim is of: the one of its place, or the contest whose prizes it counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.main_programme import plain
from extract.reading import Reading
from extract.records.selections.claim import Claim
from extract.records.selections.tracks import PRIZE
from extract.scope import programme_at
from extract.values import Programme

_CONTEST = re.compile(r"(?:공모|공모전|대회|대전|콘테스트|챌린지|해커톤|어워[드즈]|시상|포상|영화제|상)$")


def scoped(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Claims with their programme and its year."""
    contest = _contest(reading)
    prizes = {claim.track: claim.count or 0 for claim in claims if claim.track and PRIZE.fullmatch(claim.track)}
    total = sum(prizes.values())
    several = len({claim.track for claim in claims if claim.track}) > 1
    done = []
    for claim in claims:
        scope = programme_at(reading, claim.start)
        if contest and (claim.track in prizes or (total and claim.count == total)):
            scope = scope if scope and _CONTEST.search(scope.name) else contest
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


def _contest(reading: Reading) -> Programme | None:
    """The contest that a release names most."""
    named = [mention.value for mention in reading.programmes if _CONTEST.search(mention.value.name)]
    if not named:
        return None
    most = Counter(value.name for value in named).most_common(1)[0][0]
    values = [value for value in named if value.name == most]
    return next((value for value in values if value.year), values[0])
