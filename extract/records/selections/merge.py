"""The same decision said in title, lead, body and table becomes one selection with several evidences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.records.selections.claim import Claim
from extract.release import Status


def squash(words: str | None) -> str:
    """Comparable form of a name or label."""
    return re.sub(r"[\W_]+", "", words or "").lower()


def lean(claims: Sequence[Claim], title: str) -> Status:
    """What the release is about, where a noun does not tell: decided, or to be decided."""
    if re.search(r"공모|모집|접수|공고|신청|찾습니다", title) and not re.search(
        r"선정|결과|수상|시상|확정|지정", title
    ):
        votes = [c.status for c in claims if c.status and c.count][:3]
        return "selected" if votes and all(v == "selected" for v in votes) else "planned"
    for claim in claims:
        if claim.status and not claim.echo:
            return claim.status
    return "selected"


def merge(claims: Iterable[Claim]) -> list[Claim]:
    """Claims that say the same made one; names come from all of them."""
    done: list[Claim] = []
    for claim in claims:
        for at, other in enumerate(done):
            if _same(other, claim):
                done[at] = _joined(other, claim)
                break
        else:
            done.append(claim)
    return done


def _same(a: Claim, b: Claim) -> bool:
    if a.status != b.status:
        return False
    if a.count == b.count and (squash(a.track) == squash(b.track) or b.echo):
        return True
    mine, theirs = ({squash(c.name) for c in x.choices} for x in (a, b))
    return bool(mine and theirs) and squash(a.track) == squash(b.track) and (mine >= theirs or theirs >= mine)


def _joined(a: Claim, b: Claim) -> Claim:
    known = {squash(c.name) for c in a.choices}
    extra = tuple(c for c in b.choices if squash(c.name) not in known)
    count = max(a.count or 0, b.count or 0) or None
    return replace(a, choices=a.choices + extra, count=count, echo=a.echo and b.echo)
