"""Names that stand right below the count that they are of: marked in the next sentence, or as items of a section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.chosen import choices_of
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.counts import places_in
from extract.records.selections.names import Named, named, plausible
from extract.records.selections.parties import sure
from extract.scope import programme_at
from extract.sentences import Sentence
from parsers.document import Block

_MARK = re.compile(r"[▲△▴ㅿ]\s?")
_CLOSES = re.compile(
    r"\s?(?:등|[이가])?\s?(?:그것|그\s주인공)?(?:이다|입니다)\.?\s*$|[이가]\s(?:그것|그\s주인공)이다\.?\s*$"
)
_SHOWN = re.compile(r"면면|명단|주인공|(?:다음|아래)과?와?\s?같|이름[이을]")
_AS = re.compile(r"[‘'“](?P<label>[가-힣A-Za-z0-9·\s]{2,12})[’'”]\s$")
_BULLET = re.compile(r"\s*[-–•·○ㅇ◦▪*]\s*")
_HEADING = re.compile(r"\s*(?:\d{1,2}[.)]?\s|[Ⅰ-Ⅹ]+[.\s]|[□■◆◇▶<\[【]\s?)")
_LEAD = re.compile(r"^\s*(?:\d{1,2}[.)]?\s|[Ⅰ-Ⅹ]+\.?\s|[\W_])+|\s?(?:신규|최종|선정|지정)\s*$")
_LONGEST, _SUBHEAD, _REACH, _NAME = 48, 14, 40, 4


def with_marked(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """Claims with the names that the next sentence marks one by one: just as many as were counted."""
    done = list(claims)
    for before, listing in pairwise(reading.sentences):
        items = _marked(reading, listing)
        if len(items) < 2:
            continue
        for places in places_in(reading.text, before.start, before.end):
            if places.value != len(items):
                continue
            homes = [at for at, one in enumerate(done) if _awaits(one, before, len(items))]
            choices = choices_of(reading, items, places.unit)
            if homes:
                home = done[homes[0]]
                done[homes[0]] = replace(home, choices=choices, also=(*home.also, (listing.start, listing.end)))
            elif _SHOWN.search(reading.text, before.start, before.end):
                label = _AS.search(reading.text, before.start, places.start)
                track = label["label"] if label else None
                scope = programme_at(reading, places.start)
                name, year = (scope.name, scope.year) if scope else (reading.header.title or "", None)
                spot = places.start, listing.end
                done.append(Claim(*spot, "selected", len(items), places.unit, track, choices, name, year))
            break
    return done


def _awaits(claim: Claim, sentence: Sentence, count: int) -> bool:
    """Whether a claim of a sentence counts so many and names fewer."""
    spots = ((claim.start, claim.end), *claim.also)
    here = any(sentence.start <= start < sentence.end for start, _ in spots)
    return here and claim.count == count > len(claim.choices) and claim.status != "planned"


def _marked(reading: Reading, sentence: Sentence) -> list[Named]:
    """The names of a sentence that is nothing but marked names."""
    text = reading.text
    marks = list(_MARK.finditer(text, sentence.start, sentence.end))
    if len(marks) < 2 or text[sentence.start : marks[0].start()].strip():
        return []
    closed = _CLOSES.search(text, marks[-1].end(), sentence.end)
    stops = [*(mark.start() for mark in marks[1:]), closed.start() if closed else sentence.end]
    items = [named(text, mark.end(), stop) for mark, stop in zip(marks, stops, strict=True)]
    kept = [item for item in items if item and plausible(item) and len(item.name) <= _LONGEST]
    return kept if len(kept) == len(items) else []


def sections_in(reading: Reading) -> Iterator[Claim]:
    """A claim for every heading that counts the items listed below it: `03 가나 관광지 신규 9곳` over nine names."""
    blocks = [block for block in reading.document.blocks if block.table is None]
    for at, block in enumerate(blocks):
        words = reading.text[block.start : block.end]
        if block.end - block.start > _LONGEST or not (block.kind == "heading" or _HEADING.match(words)):
            continue
        counts = list(places_in(reading.text, block.start, block.end))
        if len(counts) != 1 or counts[0].value < 3:
            continue
        choices = _items(reading, blocks[at + 1 : at + _REACH], counts[0].value)
        if choices:
            name = _LEAD.sub("", _LEAD.sub("", reading.text[block.start : counts[0].start]).strip())
            program = name if len(name) > _NAME else ""
            yield Claim(block.start, block.end, None, len(choices), counts[0].unit, None, choices, program=program)


def _items(reading: Reading, blocks: Sequence[Block], count: int) -> tuple[Choice, ...]:
    """So many bulleted names, each under the short line above it; nothing where other lines come between."""
    items: list[Named] = []
    labels: list[str | None] = []
    label: str | None = None
    for block in blocks:
        words = reading.text[block.start : block.end]
        bullet = _BULLET.match(words)
        if not bullet:
            if len(words) > _SUBHEAD or re.search(r"\d", words) or not tracks.is_label(words.strip(), marked=True):
                break
            label = words.strip()
            continue
        item = named(reading.text, block.start + bullet.end(), block.end)
        if item is None or not plausible(item):
            break
        items.append(item)
        labels.append(label)
        if len(items) == count:
            break
    placed = sum(item.aside is not None for item in items)
    if len(items) != count or not (placed == count or sure(reading, items)):
        return ()
    chosen = choices_of(reading, items, "곳")
    if len(chosen) != count:
        return chosen
    return tuple(replace(one, category=label) for one, label in zip(chosen, labels, strict=True))
