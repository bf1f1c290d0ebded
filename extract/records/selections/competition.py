"""How many applied and how keen the competition was: said beside a decision or in a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.reading import Reading
from extract.records.selections.claim import Claim

_SIGN = re.compile(r"경쟁률|신청|응모|지원했|지원해|접수|참가했|참여했")
_RATIO = re.compile(r"(?<![\d.:])(\d{1,4}(?:\.\d{1,2})?)\s?(?::|대)\s?1(?![\d.:])(?!\s?매칭|[이을를]?\s?넘)")
_PARTIES = (
    r"(?<![\d.,~])(\d{1,3}(?:,\d{3})*|\d+)\s?(?:여\s?)?(?:개\s?)?"
    r"(?![일월년원억만천차위회]|주|시간|분)[가-힣·]{1,8}?"
)
_APPLIED = re.compile(
    _PARTIES + r"(?:이|가|에서|을|를|의\s[가-힣]{2,8}[이가])\s?(?:[가-힣]{2,8}(?:에|를|을)?\s)?"
    r"(?:신청|응모|접수|지원(?=했|해|하여|하면)|참가(?=했|해|하여)|참여(?=했|해|하여))"
    rf"|{_PARTIES}\s?(?:신청|응모|접수)(?=[,\s)·…]|$)(?!\s?(?:받|예정|계획))"
)
_PAST = re.compile(r"(?:지난해|작년|전년)(?!\s?대비)")


@dataclass(frozen=True, slots=True)
class Competition:
    """Applicants, ratio or both, as one sentence states them."""

    start: int
    end: int
    applicants: int | None
    ratio: float | None


def with_competition(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those of which applicants or a competition ratio are told with these."""
    done = list(claims)
    for told in _told(reading):
        at = _owner(reading, done, told)
        if at is not None and _adds(done[at], told):
            claim = done[at]
            done[at] = replace(
                claim,
                applicants=claim.applicants or told.applicants,
                ratio=claim.ratio or told.ratio,
                also=(*claim.also, (told.start, told.end)),
            )
    return done


def _adds(claim: Claim, told: Competition) -> bool:
    """Whether something is told that was not known, and nothing that contradicts what was."""
    pairs = ((claim.applicants, told.applicants), (claim.ratio, told.ratio))
    return any(old is None and new is not None for old, new in pairs) and all(
        old is None or new is None or old == new for old, new in pairs
    )


def _told(reading: Reading) -> Iterator[Competition]:
    """One for every sentence that has one ratio, one number of applicants, or one of each."""
    text = reading.text
    for sentence in reading.sentences:
        if not _SIGN.search(text, sentence.start, sentence.end):
            continue
        applied = list(_APPLIED.finditer(text, sentence.start, sentence.end))
        keen = applied or text.find("경쟁", sentence.start, sentence.end) >= 0
        ratios = [hit for hit in _RATIO.finditer(text, sentence.start, sentence.end) if keen and float(hit[1]) > 1]
        if len(applied) > 1 or len(ratios) > 1 or not (applied or ratios):
            continue
        hits = sorted([*applied, *ratios], key=lambda hit: hit.start())
        parties = int((applied[0][1] or applied[0][2]).replace(",", "")) if applied else None
        yield Competition(hits[0].start(), hits[-1].end(), parties, float(ratios[0][1]) if ratios else None)


def _owner(reading: Reading, claims: Sequence[Claim], told: Competition) -> int | None:
    """The decision that is meant: whose count fits, said in the same sentence, else the only one it can be."""
    sentence = reading.sentence_at(told.start)
    if sentence is None:
        return None
    words = reading.text[sentence.start : sentence.end]
    able = [
        at
        for at, claim in enumerate(claims)
        if claim.count and (not told.applicants or told.applicants >= claim.count) and _of(claim, words)
    ]
    here = [at for at in able if any(sentence.start <= start < sentence.end for start, _ in _spans(claims[at]))]
    if _PAST.search(words):
        able = here
    fitting = [at for at in able if _follows(told, claims[at])]
    decided = [at for at in able if claims[at].status != "planned"]
    for group in (fitting, here, decided):
        if group:
            return min(group, key=lambda at: abs(claims[at].start - told.start))
    return able[0] if len(able) == 1 else None


def _of(claim: Claim, words: str) -> bool:
    """Whether a sentence can be of a claim: one with a track is meant only where its track is named."""
    return claim.track is None or claim.track in words


def _spans(claim: Claim) -> tuple[tuple[int, int], ...]:
    return ((claim.start, claim.end), *claim.also)


def _follows(told: Competition, claim: Claim) -> bool:
    if not told.applicants or not told.ratio or not claim.count:
        return False
    return abs(told.applicants / claim.count - told.ratio) < 0.1
