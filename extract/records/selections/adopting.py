"""Those named apart join the count that they are of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.records.selections.claim import Claim
from extract.records.selections.merge import joined, names_of, same_program


def adopt(claims: Sequence[Claim]) -> list[Claim]:
    """Those named alone, uncounted, join the one total of their programme that has room for them."""
    done = [claim for claim in claims if not _alone(claim)]
    for claim in claims:
        if _alone(claim):
            homes = [at for at, other in enumerate(done) if _takes(other, claim)]
            if len(homes) == 1:
                done[homes[0]] = joined(done[homes[0]], claim)
            else:
                done.append(claim)
    return _ranked(done)


def _ranked(claims: Sequence[Claim]) -> list[Claim]:
    """Those given a prize by its full name join the count of its kind: `은탑산업훈장` of `훈장 2점`."""
    done: list[Claim] = list(claims)
    for claim in claims:
        homes = [at for at, other in enumerate(done) if _is_kind(other, claim)]
        if len(homes) == 1:
            named = tuple(replace(choice, category=choice.category or claim.track) for choice in claim.choices)
            done[homes[0]] = joined(done[homes[0]], replace(claim, choices=named))
            done.remove(claim)
    return done


def _is_kind(other: Claim, claim: Claim) -> bool:
    """Whether a claim counts prizes of the kind that another names more fully, and has room for its winners."""
    track, kind = claim.track or "", other.track or ""
    return (
        claim.open
        and not other.open
        and len(track) > len(kind) > 1
        and kind in ("훈장", "포장", "표창")
        and track.endswith(kind)
        and other.status == claim.status
        and (other.count or 0) >= len(names_of(other) | names_of(claim))
    )


def _alone(claim: Claim) -> bool:
    return claim.open and bool(claim.choices) and claim.track is None and claim.status == "selected"


def _takes(total: Claim, claim: Claim) -> bool:
    return (
        not total.open
        and total.track is None
        and total.status == claim.status
        and not (total.year and claim.year and total.year != claim.year)
        and same_program(total, claim, "")
        and (total.count or 0) >= len(names_of(total) | names_of(claim))
        and (total.count or 0) > 1
    )
