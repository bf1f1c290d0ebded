"""Parts of a total that a sentence lists without a verb: `* 유형별 : 단독 12건, 통합 3건, 연합 3건` of 18 chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.claim import Claim
from extract.records.selections.counts import Places, places_in
from extract.sentences import Sentence

_BETWEEN = re.compile(r"[,·/;▲△]|\s(?:및|과|와)\s|(?<=[가-힣])[과와]\s|[:：]\s")
_APART = re.compile(r"[,/;▲△]|\s(?:및|과|와)\s|[:：]\s")
_LINE = re.compile(
    r"[\s\-–○ㅇ◦·•▪*]*(?P<open>[(<\[【]\s?)?(?P<label>[가-힣A-Za-z0-9·\s]{2,16}?)\s?[)>\]】]?\s?[:：]?\s?(?=\d{1,4}\s?[가-힣]|\d{1,4}개)"
)
_APART_BY = 2
_DOTTED = 14
# `5곳은 설계 중이며, 노선 2개`: what a clause parts is no list.
_CLAUSE = re.compile(r"(?:중|[았었했됐])(?:이며|이고|으며|고),?\s")
# `비전공자(154명, 74.0%)`: how the chosen spread is no division of the programme.
_SHARE = re.compile(r",\s?\d{1,2}(?:\.\d{1,2})?\s?%")
_NOTE = re.compile(r"\((?:[^()]{0,40})\)\s*,?\s*")


def parts_in(reading: Reading, totals: Sequence[Claim]) -> Iterator[Claim]:
    """Labelled counts side by side that add up to a total of the chosen, wherever they stand."""
    whole = sorted(totals, key=lambda claim: claim.echo)  # what is said in passing gives way
    sums = {claim.count: claim for claim in reversed(whole) if claim.count and claim.track is None}
    if not sums:
        return
    said = [spot for claim in totals if claim.track for spot in ((claim.start, claim.end), *claim.also)]
    known = {(tracks.clean(claim.track), claim.count) for claim in totals if claim.track}
    listed = [run for sentence in reading.sentences for run in _runs(reading, sentence)]
    for run in map(_without_total, (*listed, *_lines(reading))):
        total = sums.get(sum(places.value for places, _ in run))
        if total is None or len({label for _, label in run}) < len(run) or _told(run, said):
            continue
        for places, label in run:
            if (label, places.value) not in known:
                yield Claim(
                    places.start, places.end, total.status, places.value, places.unit, label,
                    program=total.program, year=total.year,
                )  # fmt: skip


def _lines(reading: Reading) -> Iterator[list[tuple[Places, str]]]:
    """Runs of lines that begin with a track and its count: `- (가형) 18개소, 개소당 …` over `- (나형) 5개소, …`."""
    run: list[tuple[Places, str]] = []
    last = 0
    for at, block in enumerate(reading.document.blocks):
        hit = _LINE.match(reading.text, block.start, block.end) if block.table is None else None
        label = tracks.clean(hit["label"]) if hit else ""
        places = next(places_in(reading.text, hit.end("label"), block.end), None) if hit else None
        if run and (at - last > _APART_BY or block.table is not None):
            yield from [run] if len(run) > 1 else []
            run = []
        if hit and places and places.start <= hit.end() and (tracks.is_track(label) or hit["open"]):
            run.append((places, label))
            last = at
    yield from [run] if len(run) > 1 else []


def _told(run: Sequence[tuple[Places, str]], said: Sequence[tuple[int, int]]) -> bool:
    """Whether all counts of a run have their tracks already."""
    return all(any(start <= places.start < end for start, end in said) for places, _ in run)


def _without_total(run: list[tuple[Places, str]]) -> list[tuple[Places, str]]:
    """A run without its own total: `창업자 780명(일반 580명, 특화 200명)`."""
    values = [places.value for places, _ in run]
    return run[1:] if len(run) > 2 and values[0] == sum(values[1:]) else run


def _label(words: str) -> str:
    """The label that ends what stands before a count; a middle dot in it stays where its kind ends it."""
    whole = tracks.clean(_APART.split(words.rstrip(" ("))[-1])
    if "·" in whole and tracks.is_track(whole) and len(whole) <= _DOTTED:
        return whole
    return tracks.clean(_BETWEEN.split(words.rstrip(" ("))[-1])


def _runs(reading: Reading, sentence: Sentence) -> Iterator[list[tuple[Places, str]]]:
    """Runs of at least two labelled counts with nothing but separators and notes between them."""
    run: list[tuple[Places, str]] = []
    at = sentence.start
    for places in places_in(reading.text, sentence.start, sentence.end):
        words = reading.text[at : places.start]
        note = _NOTE.match(words)
        inside = words[note.end() :] if note else words
        label = _label(inside)
        shared = bool(_SHARE.match(reading.text, places.end))
        good = tracks.is_track(label) or (tracks.is_label(label) and not tracks.is_region(label))
        if run and (len(words) > 45 or _CLAUSE.search(words)):
            yield from [run] if len(run) > 1 else []
            run = []
        if good and not shared:
            run.append((places, label))
            at = places.end
        elif note is None and not words.rstrip().endswith("("):
            yield from [run] if len(run) > 1 else []
            run = []
            at = places.end
    if len(run) > 1:
        yield run
