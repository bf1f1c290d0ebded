"""What a DOCX says of letters, headings and lists outside its text: `styles.xml` and `numbering.xml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from parsers.markup import attribute, child, named, whole
from parsers.numbering import Counters, Level

_FIGURES = {
    "ganada": "syllable",
    "chosung": "jamo",
    "decimalEnclosedCircle": "circle",
    "decimalEnclosedCircleChinese": "circle",
    "upperRoman": "ROMAN",
    "lowerRoman": "roman",
    "upperLetter": "LATIN",
    "lowerLetter": "latin",
    "ideographDigital": "ideograph",
    "taiwaneseDigital": "ideograph",
    "chineseCounting": "ideograph",
}
_HEADING = re.compile(r"(?:heading|제목|개요)\s*([1-9])", re.IGNORECASE)
# A style may be based on another; a ring of them must not hold us.
_LONGEST_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, with what it inherits."""

    title: bool = False
    level: int | None = None
    size: int = 0
    list_id: str = ""
    list_depth: int = 0


@dataclass
class Styles:
    """Styles by id, and the lists."""

    styles: dict[str, Style] = field(default_factory=dict)
    size: int = 20
    counters: Counters = field(default_factory=lambda: Counters({}))

    def style(self, name: str | None) -> Style:
        """The named style, or an empty one."""
        return self.styles.get(name or "", Style())


def read_styles(styles: etree._Element | None, numbering: etree._Element | None) -> Styles:
    """Both parts may be missing."""
    found = Styles(counters=Counters(dict(_lists(numbering)) if numbering is not None else {}))
    if styles is None:
        return found
    elements = {attribute(style, "styleId") or "": style for style in styles.iterfind("{*}style")}
    found.styles = {name: _style(name, elements) for name in elements}
    default = attribute(child(styles, "docDefaults", "rPrDefault", "rPr", "sz"), "val")
    found.size = whole(default, found.size)
    return found


def _style(name: str, elements: dict[str, etree._Element]) -> Style:
    chain = list(_chain(name, elements))
    names = [attribute(child(style, "name"), "val") or "" for style in chain]
    properties = [child(style, "pPr") for style in chain]
    outline = _first(attribute(child(item, "outlineLvl"), "val") for item in properties)
    heading = next((hit for hit in map(_HEADING.match, names) if hit), None)
    level = whole(outline, 9) if outline is not None else int(heading.group(1)) - 1 if heading else 9
    return Style(
        title=names[0].lower() in ("title", "제목"),
        level=level if level < 9 else None,
        size=whole(_first(attribute(child(style, "rPr", "sz"), "val") for style in chain)),
        list_id=_first(attribute(child(item, "numPr", "numId"), "val") for item in properties) or "",
        list_depth=whole(_first(attribute(child(item, "numPr", "ilvl"), "val") for item in properties)),
    )


def _chain(name: str, elements: dict[str, etree._Element]) -> Iterator[etree._Element]:
    for _ in range(_LONGEST_CHAIN):
        style = elements.get(name)
        if style is None:
            return
        yield style
        name = attribute(child(style, "basedOn"), "val") or ""


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)


def _lists(numbering: etree._Element) -> Iterator[tuple[str, list[Level]]]:
    shapes = {
        attribute(shape, "abstractNumId"): [_level(level) for level in shape.iterfind("{*}lvl")]
        for shape in numbering.iterfind("{*}abstractNum")
    }
    for one in named(numbering, "num"):
        shape = attribute(child(one, "abstractNumId"), "val")
        yield attribute(one, "numId") or "", shapes.get(shape, [])


def _level(level: etree._Element) -> Level:
    shape = attribute(child(level, "lvlText"), "val") or ""
    figures = attribute(child(level, "numFmt"), "val") or "decimal"
    start = whole(attribute(child(level, "start"), "val"), 1)
    return Level(re.sub(r"%([1-9])", r"^\1", shape), _FIGURES.get(figures, "digit"), start)
