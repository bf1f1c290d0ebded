"""Some of the chosen of a track, named by what they will do: `가나 분야에서는 ㈜다 컨소시엄 등이 … 실증한다`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.reading import Reading
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.merge import squash
from extract.records.selections.stretch import listed

_NAMES = re.compile(
    r"[\s○ㅇ◦□▪·\-*※]*(?P<track>[가-힣A-Za-z0-9·]{2,12}(?:\s[가-힣A-Za-z0-9·]{2,12})?)\s(?:분야|부문|유형)(?:에서는|에는|은|는)\s"
    r"(?P<names>[^.]{3,120}?)\s등이\s"
)
_ASIDE = re.compile(r"\s?\([^()]{1,40}\)")


def with_examples(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Claims of tracks with those of the chosen that a sentence about the track names."""
    done = list(claims)
    if not any(_lacks(claim) for claim in done):
        return done
    for sentence in reading.sentences:
        hit = _NAMES.match(reading.text, sentence.start, sentence.end)
        at = _home(done, hit["track"]) if hit else None
        choices = _named(reading, *hit.span("names")) if hit and at is not None else ()
        if at is not None and 0 < len(choices) <= (done[at].count or 0):
            spot = (choices[0].start, choices[-1].end)
            done[at] = replace(done[at], choices=choices, also=(*done[at].also, spot))
    return done


def _lacks(claim: Claim) -> bool:
    return claim.status == "selected" and bool(claim.track) and not claim.choices and (claim.count or 0) > 1


def _home(claims: Sequence[Claim], track: str) -> int | None:
    fitting = [at for at, claim in enumerate(claims) if _lacks(claim) and _bare(claim) == squash(track)]
    return fitting[0] if len(fitting) == 1 else None


def _bare(claim: Claim) -> str:
    return re.sub(r"(?:분야|부문|유형)$", "", squash(claim.track))


def _named(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    """The parties of a stretch, each by its looks, what they are made of left aside."""
    found: list[Choice] = []
    at = start
    for stop in [*_ASIDE.finditer(reading.text, start, end), None]:
        until = stop.start() if stop else end
        begin = until - len(reading.text[at:until].lstrip("과와,· "))
        if begin < until:
            part = listed(reading, begin, until, None)
            if not part:
                return ()
            found += part
        at = stop.end() if stop else end
    return tuple(found)
