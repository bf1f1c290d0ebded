"""One count for each of several tracks: `진료센터, 보건센터를 7월 중 각각 2개소 선정`, `유럽·동남아 각 6개사`."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.records.selections import tracks
from extract.records.selections.claim import Claim

_ITEM = r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9\s]{1,20}?"
_EACH = re.compile(
    rf"(?P<all>{_ITEM}(?:(?:,\s?|·|\s및\s|[과와]\s){_ITEM}){{1,4}})(?:[을를은는에]|에서|에는)?\s(?:\d{{1,2}}월\s?중?(?:에)?\s)?각각?\s$"
)
_CUT = re.compile(r",\s?|·|\s및\s|[과와]\s")
_NO_TRACK = re.compile(r"상반기|하반기|\d|기관당|^(?:상|하)$|올해|내년|해$|하고$|하여$")


def each_of(text: str, start: int, claim: Claim) -> tuple[Claim, ...]:
    """The claims for each track where a sentence that begins at `start` counts so many each; none elsewhere."""
    each = "각" in text[max(start, claim.start - 3) : claim.start]
    hit = _EACH.search(text, max(start, claim.start - 80), claim.start) if each else None
    if hit is None or claim.choices or (claim.track and claim.track not in " ".join(hit["all"].split())):
        return ()
    labels = [tracks.clean(part) for part in _CUT.split(hit["all"])]
    sound = all(tracks.is_label(label, marked=True) and not _NO_TRACK.search(label) for label in labels)
    return tuple(replace(claim, track=label) for label in labels) if sound else ()
