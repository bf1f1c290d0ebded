"""Numbers under a label that says they are places: `모집인원 : 약 70명 내외`, `(지원규모) 10개사`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.claim import Claim
from extract.records.selections.counts import Places, places_in

_LABEL = re.compile(
    r"(?:신규\s?)?(?:선정|모집|지원|시상|선발|공모|지정|수상)\s?(?:예정\s?)?"
    r"(?:규모|인원|과제\s?수|개수|기업\s?수|작품\s?수|예산|물량|팀\s?수|대상\s?수|기업|과제)"
)
_OPEN = re.compile(rf"(?:^|[\s(\[<【○ㅇ◦·\-*•❍])(?P<label>{_LABEL.pattern})\s?[)\]>】]?\s?[:：)\]】]\s?", re.M)
# How a label ends, cheap to look for.
_COLON = re.compile(r"[모원수산량업제]\s?[)\]>】]?\s?[:：)\]】]")
_LOOSE = re.compile(r"내외|이내|안팎|예정|내로|예산의?\s?범위")
_BROKEN_DOWN = re.compile(r"별\s?$")
_MONEY = re.compile(r"\d[억만천백]*\s?원|→")
# `60개(①과제기획 67개, ②연구개발 25개)`
_NUMBERED = re.compile(r"[①-⑳]\s?(?P<label>[^\d①-⑳(),.:]{2,16}?)\s?$")
_NEAR = 50


def labelled_in(reading: Reading) -> Iterator[Claim]:
    """A claim for every label of places and the numbers that it labels, in lines and in tables."""
    for block in reading.document.blocks:
        if block.table is None:
            if not _COLON.search(reading.text, block.start, block.end):
                continue
            for hit in _OPEN.finditer(reading.text, block.start, min(block.end, block.start + 200)):
                if _BROKEN_DOWN.search(reading.text, block.start, hit.start("label")):
                    continue
                yield from _first(reading, hit.end(), min(block.end, hit.end() + _NEAR))
            continue
        for row in range(block.table.rows):
            cells = [cell for column in range(block.table.columns) if (cell := block.table.at(row, column))]
            for label, value in pairwise(cells):
                if _LABEL.fullmatch(reading.text[label.start : label.end].strip()) and value != label:
                    yield from _first(reading, value.start, min(value.end, value.start + _NEAR))


def _first(reading: Reading, start: int, end: int) -> Iterator[Claim]:
    at = start
    for number, places in enumerate(places_in(reading.text, start, end)):
        label = tracks.clean(reading.text[at : places.start])
        listed = _NUMBERED.search(reading.text, at, places.start)
        track = label if tracks.is_track(label) else listed["label"] if listed else None
        if (number and not track) or _MONEY.search(reading.text, at, places.start) or _each(reading, places, start):
            return
        at = places.end
        loose = _LOOSE.search(reading.text, places.end, min(end, places.end + 14))
        yield Claim(places.start, places.end, "planned" if loose else None, places.value, places.unit, track)


def _each(reading: Reading, places: Places, start: int) -> bool:
    """`과제당 1건`, `각 2팀` are shares, not how many are chosen."""
    return bool(re.search(r"(?:당|각|별로?|씩|년간)\s?$", reading.text[start : places.start]))
