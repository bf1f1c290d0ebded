"""What `header.xml` of an HWPX package says of letters, paragraphs and lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from parsers.markup import named, number
from parsers.numbering import Counters, Level

_FIGURES = {
    "HANGUL_SYLLABLE": "syllable",
    "HANGUL_JAMO": "jamo",
    "CIRCLED_DIGIT": "circle",
    "CIRCLED_HANGUL_SYLLABLE": "circled syllable",
    "LATIN_SMALL": "latin",
    "LATIN_CAPITAL": "LATIN",
    "ROMAN_SMALL": "roman",
    "ROMAN_CAPITAL": "ROMAN",
    "IDEOGRAPH": "ideograph",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """How a paragraph shape counts: `list_name` in `Styles.counters`, 0-based depth."""

    kind: str
    list_name: str
    depth: int


@dataclass
class Styles:
    """Shapes by their ids."""

    heights: dict[str, int] = field(default_factory=dict)
    headings: dict[str, Heading] = field(default_factory=dict)
    counters: Counters = field(default_factory=lambda: Counters({}))


def read_styles(header: etree._Element | None) -> Styles:
    """Read what is there; a document without header has no sizes and no lists."""
    if header is None:
        return Styles()
    heights = {shape.get("id", ""): number(shape, "height") for shape in named(header, "charPr")}
    headings = dict(_headings(header))
    lists = {
        f"NUMBER {numbering.get('id', '')}": [_level(head) for head in named(numbering, "paraHead")]
        for numbering in named(header, "numbering")
    }
    for bullet in named(header, "bullet"):
        lists[f"BULLET {bullet.get('id', '')}"] = [Level(bullet.get("char", ""))] * 7
    return Styles(heights, headings, Counters(lists))


def _headings(header: etree._Element) -> Iterator[tuple[str, Heading]]:
    for shape in named(header, "paraPr"):
        heading = next(named(shape, "heading"), None)
        if heading is not None and heading.get("type", "NONE") != "NONE":
            kind = heading.get("type", "")
            name = f"{'BULLET' if kind == 'BULLET' else 'NUMBER'} {heading.get('idRef', '')}"
            yield shape.get("id", ""), Heading(kind, name, number(heading, "level"))


def _level(head: etree._Element) -> Level:
    figures = _FIGURES.get(head.get("numFormat", ""), "digit")
    return Level(head.text or "", figures, number(head, "start", 1))
