"""Winners of tables join the decisions that the text states; a table alone makes its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.records.selections.claim import Choice, Claim
from extract.records.selections.merge import joined, squash
from extract.records.selections.tracks import PRIZE, is_region
from extract.release import Status

_KIND = re.compile(r"(?<=\S)\s?(?:\(.*\)|기업|기관|분야|부문|유형|트랙|사업|과제|대학|팀)$")


def settle(said: Sequence[Claim], listed: Sequence[Claim], status: Status) -> list[Claim]:
    """Winners of a table join the decision that the text states; a table alone makes its own."""
    done = list(said)
    tracked = _are_tracks(listed)
    rest: list[Claim] = []
    for claim in listed:
        at = _home(done, claim, status) if claim.track else None
        if at is not None:
            done[at] = replace(joined(done[at], claim), track=_fuller(done[at].track, claim.track))
        elif claim.track and (PRIZE.fullmatch(claim.track) or tracked):
            done.append(replace(claim, status=status))
        else:
            rest.append(claim)
    choices = _distinct(
        replace(choice, category=choice.category or claim.track) for claim in rest for choice in claim.choices
    )
    if choices:
        total = replace(rest[0], end=rest[-1].end, status=status, count=len(choices), track=None, choices=choices)
        at = _whole(done, len(choices), status)
        if at is not None:
            done[at] = joined(done[at], total)
        elif not all(_known(done, choice) for choice in choices):
            done.append(total)
    return done


def _fuller(said: str | None, listed: str | None) -> str | None:
    """A track whose name a sentence cut at its middle dot, as the table has it: `섬·연안형`."""
    return listed if said and listed and re.search(rf"·\s?{re.escape(said)}$", listed) else said


def _are_tracks(listed: Sequence[Claim]) -> bool:
    """Whether the labels of a winners' table divide it: several, few beside the winners, short, no provinces."""
    labels = [claim.track for claim in listed if claim.track]
    winners = sum(len(claim.choices) for claim in listed)
    return (
        len(labels) == len(listed) > 1
        and len(labels) <= winners / 1.5
        and all(len(label) <= 16 and not is_region(label) for label in labels)
    )


def _home(claims: Sequence[Claim], listed: Claim, status: Status) -> int | None:
    """The claim of the same track, the nearest count first."""
    fitting = [
        (abs((claim.count or 0) - (listed.count or 0)), at)
        for at, claim in enumerate(claims)
        if claim.track and claim.status == status and _same_track(claim.track, str(listed.track))
    ]
    return min(fitting)[1] if fitting else None


def _same_track(one: str, other: str) -> bool:
    """Whether two labels are alike but for words before, or what kind of thing it is: `앵커기업`, `섬·연안형`."""
    if _forms(one) & _forms(other):
        return True
    short, long = sorted((_KIND.sub("", one), _KIND.sub("", other)), key=len)
    return squash(short) == squash(long) or bool(re.search(rf"[\s·(]{re.escape(short)}$", long))


def _forms(label: str) -> set[str]:
    """A label with and without what kind of thing it is, said once or twice: `중소기업 부문`, `중소기업`, `중소`."""
    bare = _KIND.sub("", label)
    return {squash(form) for form in (label, bare, _KIND.sub("", bare)) if len(squash(form)) > 1}


def _whole(claims: Sequence[Claim], count: int, status: Status) -> int | None:
    for at, claim in enumerate(claims):
        if claim.status == status and claim.track is None and claim.count == count:
            return at
    larger = [
        at
        for at, claim in enumerate(claims)
        if claim.status == status and claim.track is None and (claim.count or 0) > count and not claim.choices
    ]
    return larger[0] if larger else None


def _known(claims: Sequence[Claim], choice: Choice) -> bool:
    return any(squash(choice.name) == squash(other.name) for claim in claims for other in claim.choices)


def _distinct(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    done: dict[tuple[str, object], Choice] = {}
    for choice in choices:
        done.setdefault((squash(choice.name), choice.project), choice)
    return tuple(done.values())
