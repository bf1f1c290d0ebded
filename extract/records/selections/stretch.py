"""The parties of a stretch of text that lists nothing else."""

from __future__ import annotations

import re

from extract.reading import Reading
from extract.records.selections.claim import Choice
from extract.rules.party_list import find_party_list
from extract.rules.party_name import ListContext

_FRAMED = re.compile(r"^[‘’'“\"「『]?([^‘’'“”\"「」『』]+)[’‘'”\"」』](?:\s?팀)?$")


def listed(reading: Reading, start: int, end: int, count: int | None) -> tuple[Choice, ...]:
    """The parties of a stretch that lists nothing else; empty where any of it is no party by its own looks."""
    found = find_party_list(reading.text, start, end, ListContext(reading.names_day, count=count, home=reading.home))
    choices = []
    for one in found:
        name = reading.text[one.start : one.end]
        if one.party.kind == "other" and not one.person and not _marked(reading, one.start):
            return ()
        if len(name) > 40 or not re.search(r"[가-힣A-Za-z]{2}", name):
            return ()
        kind = one.party.kind if one.party.kind != "other" else "person" if one.person else "other"
        name = _FRAMED.sub(r"\1", one.party.name)
        choices.append(Choice(name, kind, one.start, one.end, one.party.region))
    return tuple(choices)


def _marked(reading: Reading, start: int) -> bool:
    return reading.text[start - 1 : start] in ("‘", "’", "'", "“", "「", "『", "｢")
