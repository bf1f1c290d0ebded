"""Names in a footnote: `3개 기업*을 선정` over `* 가나, 다라, 마바`, `* 서면평가 통과 : 가시, 나군`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.reading import Reading
from extract.records.selections.chosen import choices_of, kind_in
from extract.records.selections.claim import Claim
from extract.records.selections.names import Named, named, plausible, split_names
from extract.scope import programme_at
from parsers.document import Block

_NOTE = re.compile(r"\s*[*※]+\s*(?:\([^()]{2,14}\)\s?(?=[가-힣㈜])|(?P<label>[^:：,*\n]{2,24}?)\s?[:：]\s)?")
_STAGE = re.compile(r"(?:서면|서류|1차|예비)\s?(?:평가|심사)?\s?(?:통과|선정|합격)(?:\s?[가-힣]{1,6})?")
_LABEL = re.compile(
    r"(?!담당|문의|자료|출처|참고|주최|주관)(?:[가-힣·]{1,10}\s){0,2}?(?:최종\s?)?(?:선정|지정|수상|대상)?\s?[가-힣·]{1,10}"
)
_NEAR = 3


def with_notes(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Claims with the names that a footnote right under them lists: just as many as were counted."""
    done = list(claims)
    blocks = [block for block in reading.document.blocks if block.table is None]
    for at, block in enumerate(blocks):
        hit = _NOTE.match(reading.text, block.start, block.end)
        items = _items(reading, hit.end(), block.end) if hit else []
        if hit is None or len(items) < 2:
            continue
        home = _counted(done, blocks[max(0, at - _NEAR)], block, len(items))
        if home is not None and (hit["label"] is None or _LABEL.fullmatch(hit["label"])):
            choices = choices_of(reading, items, done[home].unit)
            done[home] = replace(done[home], choices=choices, also=(*done[home].also, (block.start, block.end)))
        elif hit["label"] and _STAGE.fullmatch(hit["label"]) and _towns(reading, items):
            done.append(_passed(reading, block, items))
    return done


def _items(reading: Reading, start: int, end: int) -> list[Named]:
    """The names of a note that lists nothing else."""
    spans = split_names(reading.text, start, end)
    items = [item for a, b in spans if (item := named(reading.text, a, b)) and plausible(item) and len(item.name) <= 30]
    return items if len(items) == len(spans) else []


def _counted(claims: Sequence[Claim], first: Block, note: Block, count: int) -> int | None:
    """The claim right above a note that counts as many as it lists and names nobody yet, or fewer."""
    for at, claim in enumerate(claims):
        spots = [(claim.start, claim.end), *claim.also]
        near = any(first.start <= start and end <= note.start for start, end in spots)
        if near and claim.count == count and len(claim.choices) < count and claim.status != "planned":
            return at
    return None


def _towns(reading: Reading, items: Sequence[Named]) -> bool:
    return all(kind_in(reading, item) != "other" for item in items)


def _passed(reading: Reading, block: Block, items: Sequence[Named]) -> Claim:
    scope = programme_at(reading, block.start)
    name, year = (scope.name, scope.year) if scope else (reading.header.title or "", None)
    choices = choices_of(reading, items, "")
    return Claim(
        block.start, block.end, "shortlisted", len(items), "", None, choices, program=name, year=year,
    )  # fmt: skip
