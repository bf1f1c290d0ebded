"""Which programme governs what stands at a place in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from extract.reading import Reading
from extract.rule import Mention
from extract.values import Programme

_LEAD = 5


def programme_at(reading: Reading, offset: int) -> Programme | None:
    """The programme that the words at an offset are about: the one named last in its sentence before them, the first
    that its sentence names after them, else the one that the whole release is about."""
    main = main_programme(reading)
    if at := bisect_right([sentence.start for sentence in reading.sentences], offset):
        sentence = reading.sentences[at - 1]
        named = reading.programmes.within(sentence.start, sentence.end)
        before = [mention for mention in named if mention.start <= offset]
        if offset < sentence.end and named:
            return _whole((before or named)[-1 if before else 0].value, main)
    return main


def main_programme(reading: Reading) -> Programme | None:
    """The programme that the release is about: named most, and in title, lead and quotation marks."""
    mentions = list(reading.programmes)
    if not mentions:
        return None
    lead = _lead_end(reading)
    scores: Counter[str] = Counter()
    for mention in mentions:
        scores[_key(mention.value.name)] += _weight(mention, lead)
    best = max(scores, key=lambda key: scores[key])
    values = [mention.value for mention in mentions if _key(mention.value.name) == best]
    years = Counter(value.year for value in values if value.year)
    return replace(values[0], year=years.most_common(1)[0][0] if years else None)


def _whole(named: Programme, main: Programme | None) -> Programme:
    """A programme named in part or without its year, completed by the main one."""
    if main and _key(named.name) == _key(main.name) and named.year is None:
        return main
    return named


def _weight(mention: Mention[Programme], lead: int) -> int:
    return 2 + 4 * (mention.end <= lead) + 3 * (mention.rule == "quoted") + (mention.value.year is not None)


def _lead_end(reading: Reading) -> int:
    blocks = reading.document.blocks[:_LEAD]
    return blocks[-1].end if blocks else 0


def _key(name: str) -> str:
    return "".join(character for character in name if character.isalnum())
