"""Municipalities and provinces in running text, lists and cells.

A full name (`천안시`) or a province written out (`경기도`) counts wherever it stands as a word. Short names (`광명`)
count after their province (`충남 천안`), in a list (`보령·당진`, `경기 광명·안산시`) and alone in a cell or line. The
province that a list names once holds for what follows it; a name that several provinces share takes the province of
its list, line, issuer or surroundings, else none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.lexicon import provinces, words
from extract.release import Region
from extract.rule import Kind, Mention
from extract.rules.alternation import one_of
from extract.rules.region import lookup, municipality_names, province_names
from extract.values import Party

PARTY: Kind[Party] = Kind("party")

_JOSA = (
    "[은는이가을를와과의에도로만등및외나]|에서는?|에[는도]|에게|까지|부터|으로|이[며고나다]|보다|처럼|입니다|이?라고"
)
_WORD_END = rf"(?=(?:{_JOSA})?(?![가-힣]))"
_LINK = re.compile(r" ?(?:[·,/、–-]) ?|[와과] | ?및 |, ?\n ?")
_OPENING = re.compile(r"(?:^|[\t\n(\[<:])(?: ?[•·○ㅇ□※*-])? ?$")
_CLOSING = re.compile(r" ?(?:$|[\t\n)\]>(])")
_NEAR = 400


@dataclass(frozen=True, slots=True)
class _Place:
    """A name that may be a place's, from `start`; `outer` is where the province before it starts."""

    outer: int
    start: int
    end: int
    name: str
    province: str | None
    full: bool


def find_municipalities(text: str, on: date | None = None, home: str | None = None) -> Iterator[Mention[Party]]:
    """Municipalities and provinces in order; `home` is the province that speaks, if one does."""
    line = near = None
    at = 0
    for chain in _chains(text):
        line = line if "\n" not in text[at : chain[0].outer] else None
        near = near if chain[0].outer - at <= _NEAR else None
        listed = None
        listing = len(chain) > 1
        for place in chain:
            listed = place.province or listed
            region = _region(place, (listed, line, home, near), on)
            if _counts(text, place, listing):
                rule = "municipality" if place.full else "short name"
                value = Party(place.name, "local_government", region)
                yield Mention(PARTY, value, place.start, place.end, rule)
            line = place.province or line
            near = place.province or near
        at = chain[-1].end


def _region(place: _Place, provinces: tuple[str | None, ...], on: date | None) -> Region | None:
    """Where a place is: its list's province first, the others only to tell namesakes apart."""
    listed, *others = provinces
    region = (lookup(place.name, listed, on) if listed else None) or lookup(place.name, None, on)
    tries = (lookup(place.name, province, on) for province in others if province)
    return region or next((found for found in tries if found), None)


def _counts(text: str, place: _Place, listing: bool) -> bool:
    if place.full or place.outer < place.start:
        return True
    if place.name in _everyday_words():
        return False
    return listing or bool(
        _CLOSING.match(text, place.end) and _OPENING.search(text, max(0, place.outer - 4), place.outer)
    )


def _chains(text: str) -> Iterator[list[_Place]]:
    """Places that follow one another as a list."""
    chain: list[_Place] = []
    for place in _places(text):
        if chain and not _LINK.fullmatch(text, chain[-1].end, place.outer):
            yield chain
            chain = []
        chain.append(place)
    if chain:
        yield chain


def _places(text: str) -> Iterator[_Place]:
    for hit in _pattern().finditer(text):
        group = str(hit.lastgroup)
        name = hit.group(group)
        full = name in _full_provinces() if group == "province" else name not in _short_names()
        yield _Place(hit.start(), hit.start(group), hit.end(group), name, hit.group("province"), full)


@cache
def _pattern() -> re.Pattern[str]:
    town = one_of(
        [*_full_names(), *_short_names(), *(name[:-1] + "특례시" for name in _full_names() if name[-1] == "시")]
    )
    province = one_of(province_names())
    return re.compile(
        rf"(?<![가-힣])(?:(?P<province>{province})(?: ?(?P<town>{town}){_WORD_END}|{_WORD_END})"
        rf"|(?P<alone>{town}){_WORD_END})"
    )


@cache
def _full_provinces() -> frozenset[str]:
    return frozenset(province_names()) - {province.short for province in provinces()}


@cache
def _everyday_words() -> frozenset[str]:
    return frozenset(words("parties.toml")["common_nouns"])


@cache
def _full_names() -> frozenset[str]:
    return frozenset(municipality_names())


@cache
def _short_names() -> frozenset[str]:
    return frozenset(name[:-1] for name in _full_names() if len(name) > 2)
