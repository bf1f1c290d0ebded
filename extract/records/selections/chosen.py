"""Names become choices: their kind, the province that they stand under, the region in a bracket after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.reading import Reading
from extract.records.selections.claim import Choice
from extract.records.selections.names import RANK, Named, kind_of, named, split_names, without_title
from extract.release import PartyKind, Region
from extract.rules.party_name import ListContext, read_name

SIDO = (
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)"
    r"(?:특별시|광역시|특별자치[시도]|도|시)?"
)


_RANKED = re.compile(rf"\s?(?:{RANK})(?![가-힣])")


def choices_of(reading: Reading, items: Sequence[Named], unit: str) -> tuple[Choice, ...]:
    """Named parties as choices, in order; what a bracket after a province lists comes out of it."""
    found: list[Choice] = []
    province: str | None = None
    for item in items:
        for one in _inside(reading, item) or [item]:
            choice, province = choice_of(reading, one, unit, _sido(item) or province)
            found.append(choice)
    return tuple(found)


def _sido(item: Named) -> str | None:
    return re.sub(r"\s\d+곳$", "", item.name) if spread(item) else None


def _inside(reading: Reading, item: Named) -> list[Named]:
    """`경기(화성시, 안산시)`: the province names, the bracket holds the parties."""
    if item.aside is None or not spread(item):
        return []
    inside = [n for a, b in split_names(reading.text, *item.aside) if (n := named(reading.text, a, b))]
    return inside if any(kind_in(reading, n) == "local_government" for n in inside) else []


def spread(item: Named) -> bool:
    """Whether an item is a province over a bracket: `경기(화성시)`, `경기 6곳(부천시, …)`."""
    return item.aside is not None and bool(re.fullmatch(rf"{SIDO}(?:\s\d+곳)?", item.name))


def choice_of(reading: Reading, item: Named, unit: str, province: str | None) -> tuple[Choice, str | None]:
    """A named party with its kind and region, and the province that what follows stands under."""
    name = without_title(item.name)
    at = reading.text.find(name, item.start, item.end)
    start, end = (at, at + len(name)) if at >= 0 else (item.start, item.end)
    inside = reading.text[slice(*item.aside)].strip() if item.aside else ""
    own = inside if re.fullmatch(SIDO, inside) else None
    listed = read_name(reading.text, start, end, ListContext(reading.names_day, own or province, home=reading.home))
    if item.work:
        return Choice(name, "other" if name.endswith("팀") else "person", start, end, project=item.work), province
    if len(listed) != 1:
        return Choice(name, kind_of(name, unit), start, end), province
    party = listed[0].party
    kind = kind_of(name, unit) if party.kind == "other" else party.kind
    if kind == "other" and _RANKED.match(reading.text, listed[0].end):
        kind = "person"
    region = party.region or _noted(reading, item)
    return Choice(party.name, kind, listed[0].start, listed[0].end, region), listed[0].province or province


def _noted(reading: Reading, item: Named) -> Region | None:
    """The region in the bracket after a name: `가나다(충북 진천)`."""
    return reading.region(reading.text[slice(*item.aside)].strip()) if item.aside else None


def kind_in(reading: Reading, item: Named) -> PartyKind:
    """What a name is of as the rulebooks read it; `other` where it is not one name."""
    found = read_name(reading.text, item.start, item.start + len(item.name), ListContext(reading.names_day))
    return found[0].party.kind if len(found) == 1 else "other"
