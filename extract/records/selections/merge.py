"""The same decision said in title, lead, body and table becomes one selection with several evidences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.records.selections.claim import Choice, Claim
from extract.records.selections.tracks import PRIZE, is_region
from extract.release import Status


def squash(words: str | None) -> str:
    """Comparable form of a name or label."""
    return re.sub(r"[\W_]+", "", words or "").lower()


_CALLING = (
    r"모집한다|모집합니다|모집하고|공모한다|공모를\s(?:실시|시작|진행)|접수한다|신청을?\s받"
    r"|공모에\s참여|참여할\s[^.]{2,20}모집"
)


def lean(claims: Sequence[Claim], title: str, lead: str) -> Status:
    """What the release is about, where a noun does not tell: decided, or to be decided."""
    decided = re.search(r"선정\s?결과|결과\s?발표|최종\s?선정|선정$|확정$|수상|시상", title)
    ahead = not decided and re.search(r"공모|모집|접수|공고|신청|찾습니다|예고|계획|설명회", title)
    if not ahead and re.search(r"선정|수상|시상|확정|지정|선발|뽑", title):
        return "shortlisted" if re.search(r"예비\s?지정", title) else "selected"
    votes = [claim.status for claim in claims if claim.status and not claim.echo]
    if ahead:
        return "selected" if "selected" in votes[:3] and "planned" not in votes[:3] else "planned"
    return next(
        (vote for vote in votes if vote != "shortlisted"), "planned" if re.search(_CALLING, lead) else "selected"
    )


def merge(claims: Iterable[Claim], main: str) -> list[Claim]:
    """Claims that say the same made one; names come from all of them."""
    done: list[Claim] = []
    for claim in claims:
        for at, other in enumerate(done):
            if _same(other, claim, main):
                done[at] = _joined(other, claim)
                break
        else:
            done.append(claim)
    return done


def _same(a: Claim, b: Claim, main: str) -> bool:
    if a.status != b.status or not _same_program(a, b, main) or (a.year and b.year and a.year != b.year):
        return False
    if (a.open or b.open) and squash(a.track) == squash(b.track) and a.track:
        return True
    if a.count == b.count and (squash(a.track) == squash(b.track) or b.echo):
        return True
    mine, theirs = ({squash(c.name) for c in x.choices} for x in (a, b))
    return bool(mine and theirs) and squash(a.track) == squash(b.track) and (mine >= theirs or theirs >= mine)


def prune(claims: Sequence[Claim]) -> list[Claim]:
    """Without what is said twice of the same parties: whom a track names, the total does not name again."""
    kept: list[Claim] = []
    for claim in claims:
        named = _named_elsewhere(claims, claim)
        left = tuple(choice for choice in claim.choices if squash(choice.name) not in named)
        if claim.choices and not left and claim.open:
            continue
        whole = claim.track is not None and left
        kept.append(claim if whole else replace(claim, choices=left))
    return kept


def _named_elsewhere(claims: Sequence[Claim], claim: Claim) -> set[str]:
    """Names of other claims that say more of them: with a track where this has none, else stated or said first."""
    return {
        squash(choice.name)
        for other in claims
        if other is not claim and other.status == claim.status and _says_more(other, claim)
        for choice in other.choices
    }


def _says_more(other: Claim, claim: Claim) -> bool:
    if bool(other.track) != bool(claim.track):
        return bool(other.track)
    if not claim.open or len(other.choices) < len(claim.choices):
        return False
    return not other.open or other.start < claim.start


def _same_program(a: Claim, b: Claim, main: str) -> bool:
    """Whether two claims can be of one programme: what is said without a name may be of any."""
    one, other = squash(a.program), squash(b.program)
    return one in other or other in one or main in (one, other)


def _joined(a: Claim, b: Claim) -> Claim:
    known = {squash(c.name) for c in a.choices}
    extra = tuple(c for c in b.choices if squash(c.name) not in known)
    choices = a.choices + extra
    stated = [claim.count for claim in (a, b) if claim.count and not claim.open]
    count = max(stated) if stated else len(choices)
    return replace(
        a,
        choices=choices,
        count=count,
        year=a.year or b.year,
        also=(*a.also, (b.start, b.end), *b.also),
        echo=a.echo and b.echo,
        open=a.open and b.open,
    )


def adopt(claims: Sequence[Claim]) -> list[Claim]:
    """Those named alone, uncounted, join the one total of their programme that has room for them."""
    done = [claim for claim in claims if not _alone(claim)]
    for claim in claims:
        if _alone(claim):
            homes = [at for at, other in enumerate(done) if _takes(other, claim)]
            if len(homes) == 1:
                done[homes[0]] = _joined(done[homes[0]], claim)
            else:
                done.append(claim)
    return done


def _alone(claim: Claim) -> bool:
    return claim.open and len(claim.choices) == 1 and claim.track is None and claim.status == "selected"


def _takes(total: Claim, claim: Claim) -> bool:
    return (
        not total.open
        and total.track is None
        and total.status == claim.status
        and not (total.year and claim.year and total.year != claim.year)
        and _same_program(total, claim, "")
        and (total.count or 0) > len(total.choices)
        and (total.count or 0) > 1
    )


def settle(said: Sequence[Claim], listed: Sequence[Claim], status: Status) -> list[Claim]:
    """Winners of a table join the decision that the text states; a table alone makes its own."""
    done = list(said)
    tracked = _are_tracks(listed)
    rest: list[Claim] = []
    for claim in listed:
        at = _home(done, claim, status) if claim.track else None
        if at is not None:
            done[at] = replace(_joined(done[at], claim), track=_fuller(done[at].track, claim.track))
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
            done[at] = _joined(done[at], total)
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
    label = squash(listed.track)
    fitting = [
        (abs((claim.count or 0) - (listed.count or 0)), at)
        for at, claim in enumerate(claims)
        if claim.track and claim.status == status and (squash(claim.track) in label or label in squash(claim.track))
    ]
    return min(fitting)[1] if fitting else None


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
