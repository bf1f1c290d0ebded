"""Headings that name parties in brackets, under one that counts them: `지정 (2건)` over `[1] 가 서비스 (나은행)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.chosen import choices_of
from extract.records.selections.claim import Claim
from extract.records.selections.names import Named, named, plausible, split_names
from parsers.document import Block

_COUNTED = re.compile(r"[^\n]{2,50}?\s?\((?P<count>\d{1,2})\s?(?:건|개|곳|개사)\)")
_ACT = re.compile(r"(?:지정|선정|인증)(?P<track>\s?기간\s?연장)?\s?\(\d+\D{1,2}\)$")
_ITEM = re.compile(
    r"(?:\[\d{1,2}\](?:\s?~\s?\[\d{1,2}\])?|[①-⑳]|\d{1,2}[.)]|□)\s[^\n()]{4,60}\((?P<names>[^()\n]{2,60})\)"
)
_REACH = 120


def headed_in(reading: Reading) -> Iterator[Claim]:
    """A claim for every heading whose count the parties named under it come to."""
    blocks = [block for block in reading.document.blocks if block.table is None]
    heads = [(at, hit) for at, block in enumerate(blocks) if (hit := _whole(_COUNTED, reading, block))]
    for number, (at, hit) in enumerate(heads):
        stop = heads[number + 1][0] if number + 1 < len(heads) else len(blocks)
        items = _named(reading, blocks[at + 1 : min(stop, at + _REACH)])
        act = _ACT.search(hit.group())
        if act and len(items) == int(hit["count"]):
            track = tracks.clean(act.group().split("(")[0]) if act["track"] else None
            yield Claim(hit.start(), hit.end(), None, len(items), "", track, choices_of(reading, items, ""))


def _named(reading: Reading, blocks: Sequence[Block]) -> list[Named]:
    """The names in brackets at the end of the headings among blocks; none where one is no name."""
    spans = [hit.span("names") for block in blocks if (hit := _whole(_ITEM, reading, block))]
    parts = [part for span in spans for part in split_names(reading.text, *span)]
    items = [item for a, b in parts if (item := named(reading.text, a, b)) and plausible(item)]
    return items if len(items) == len(parts) else []


def _whole(pattern: re.Pattern[str], reading: Reading, block: Block) -> re.Match[str] | None:
    return pattern.fullmatch(reading.text, block.start, block.end)
