"""One name of a list of parties: its province, the place before it and the note after it taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.lexicon import words
from extract.release import PartyKind
from extract.rules.particle import without_particle
from extract.rules.party_kind import kind_of, looks_like_person
from extract.rules.region import is_namesake, lookup, split_province
from extract.values import Party

_LABEL = re.compile(r"\s*(?:[•·○●ㅇ◦□■◆◇※*✓▪-]\s*|[①-⑳]\s*|\(?\d{1,2}[.)]\s*)?[‘“'\"「『<]?")
_TRAIL = re.compile(r"[\s’”'\"」』>.]*$")
_NOTE = re.compile(r"(?P<name>.*\S)\s?\((?P<note>(?:[^()]|\([^()]*\))+)\)$", re.S)
_FORMS = ("주", "유", "사", "재", "학", "복", "합")
_COUNT = re.compile(r"(?:총\s?)?\d+\s?[가-힣]{0,3}")
MUNICIPAL = re.compile(r"[가-힣]{2,3}(?:(?<!도)시|(?<![시전])군|(?<![지특공기])구)")
"""The shape of a municipality's full name, known or not."""
_INNER = re.compile(r"\s*[,·/、]\s*")


@dataclass(frozen=True, slots=True)
class ListContext:
    """What is known of a list: its day, the province of all of it, the kind of its unmarked names, its count.

    `home` is the province that speaks: it decides between namesakes only.
    """

    on: date | None = None
    province: str | None = None
    kind: PartyKind | None = None
    count: int | None = None
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One party of a list: the span of its name, and of the note in brackets after it.

    `province` is the one written with it, which also holds for what follows; `person` says that an unmarked name has
    the shape of a person's.
    """

    party: Party
    start: int
    end: int
    note: tuple[int, int] | None = None
    province: str | None = None
    person: bool = False


def read_name(text: str, start: int, end: int, context: ListContext) -> list[Listed]:
    """The party named in a span; several where a province's bracket lists them, none where the span is empty."""
    if label := _LABEL.match(text, start, end):
        start = label.end()
    if trail := _TRAIL.search(text, start, end):
        end = trail.start()
    if start >= end:
        return []
    note = _NOTE.match(text[start:end])
    if note is None or note["note"] in _FORMS:
        return [_single(text, start, end, None, context)]
    inside = start + note.start("note"), start + note.end("note")
    name_end = start + note.end("name")
    listed = _of_province(text, text[start:name_end], *inside, context)
    if listed:
        return listed
    if kind_of(note["name"]) == "university" and re.fullmatch(r"[가-힣]{2,4}(?:캠퍼스)?", note["note"]):
        return [_single(text, start, end, None, context)]
    return [_single(text, start, name_end, None if _COUNT.fullmatch(note["note"]) else inside, context)]


def _of_province(text: str, name: str, start: int, end: int, context: ListContext) -> list[Listed]:
    """The municipalities in the bracket of a province, if it holds nothing else."""
    if split_province(name)[1]:
        return []
    found, at = [], start
    for part in _INNER.split(text[start:end]):
        at = text.index(part, at)
        region = lookup(part, name, context.on)
        if region is None:
            return []
        found.append(Listed(Party(part, "local_government", region), at, at + len(part), None, name))
        at += len(part)
    return found


def _single(text: str, start: int, end: int, note: tuple[int, int] | None, context: ListContext) -> Listed:
    """The one party that a span names."""
    written = text[start:end]
    province, rest = split_province(written)
    if province and not rest:
        return Listed(Party(written, "local_government", lookup(written, on=context.on)), start, end, note, written)
    if town := _municipality(rest, province or context.province, context):
        start = end - len(rest)
        return Listed(town, start, start + len(town.name), note, province)
    if province and MUNICIPAL.fullmatch(rest):
        return Listed(Party(rest, "local_government"), end - len(rest), end, note, province)
    if _are_places(written, context):
        return Listed(Party(written, "local_government"), start, end, note)
    if (person := _titled(written)) and looks_like_person(person):
        return Listed(Party(person, "person"), start, start + len(person), note)
    name, place = _without_place(written, context.on)
    place = text[slice(*note)] if note and lookup(text[slice(*note)], on=context.on) else place
    region = lookup(place, context.province, context.on) if place else None
    party = Party(name, kind_of(name) or "other", region)
    start = end - len(name)
    return Listed(party, start, end, note, person=looks_like_person(name))


def _titled(written: str) -> str | None:
    """The name before a person's title: `홍길동 대표`."""
    hit = _person().fullmatch(written)
    return hit.group(1) if hit else None


def _are_places(written: str, context: ListContext) -> bool:
    """Whether municipalities joined by dots stand as one party: `전주·완주`."""
    parts = [part.strip() for part in _INNER.split(written)]
    return len(parts) > 1 and all(part and _municipality(part, context.province, context) for part in parts)


def _municipality(name: str, province: str | None, context: ListContext) -> Party | None:
    """A municipality by its name, with or without a particle after it."""
    for form in (name, without_particle(name)):
        provinces = (province, None, context.home) if province else (None, context.home)
        region = next((found for sido in provinces if (found := lookup(form, sido, context.on))), None)
        if region or is_namesake(form):
            return Party(form, "local_government", region)
    return None


def _without_place(written: str, on: date | None) -> tuple[str, str | None]:
    """A name and the municipality or province in front of it: `강화군 외포항`, `경기 안산시 (주)온결`.

    A public body keeps it (`대구 교통공사`), and so does a name of no known shape where no municipality stands.
    """
    parts = written.split(" ")
    for count in range(min(3, len(parts) - 1), 0, -1):
        place, name = " ".join(parts[:count]), " ".join(parts[count:])
        if lookup(place, on=on) is None or kind_of(name) == "institution":
            continue
        if place[-1] in "시군구" or count > 1 or kind_of(name):
            return name, place
    return written, None


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"(\S{{2,4}}) ?(?:{'|'.join(words('parties.toml')['titles'])})")
