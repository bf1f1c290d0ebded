"""HWPML: Hancom's older XML (.hml), read by giving its elements the names that HWPX has for the same things."""

from __future__ import annotations

from lxml import etree

from parsers.document import Notice
from parsers.errors import Damaged
from parsers.hwpx_story import Story
from parsers.hwpx_styles import Styles
from parsers.items import Item
from parsers.markup import local, named, number
from parsers.packages import parse_xml

_NAMES = {
    "P": "p",
    "TEXT": "run",
    "CHAR": "t",
    "TAB": "tab",
    "LINEBREAK": "lineBreak",
    "NBSPACE": "nbSpace",
    "FWSPACE": "fwSpace",
    "HYPHEN": "hyphen",
    "PARALIST": "subList",
    "TABLE": "tbl",
    "ROW": "tr",
    "CELL": "tc",
    "CAPTION": "caption",
    "FOOTNOTE": "footNote",
    "ENDNOTE": "endNote",
    "AUTONUM": "autoNum",
    "DRAWTEXT": "drawText",
    # A drawing's text stands one level deeper than in HWPX.
    "DRAWINGOBJECT": "container",
    "CONTAINER": "container",
    "RECTANGLE": "rect",
    "ELLIPSE": "ellipse",
    "POLYGON": "polygon",
    "CURVE": "curve",
    "ARC": "arc",
    "LINE": "line",
    "PICTURE": "pic",
    "OLE": "ole",
}
_ATTRIBUTES = {
    "run": {"charPrIDRef": "CharShape"},
    "p": {"paraPrIDRef": "ParaShape"},
    "autoNum": {"num": "Number"},
}


def read_hwpml(data: bytes, notices: list[Notice]) -> list[Item]:
    """Every section; line positions are not kept in this format, so there are no pages."""
    root = parse_xml(data, "the HWPML document", notices)
    sections = [section for body in named(root, "BODY") for section in body if local(section) == "SECTION"]
    if not sections:
        raise Damaged("the HWPML document has no section")
    heights = {shape.get("Id", ""): number(shape, "Height") for shape in named(root, "CHARSHAPE")}
    items = list[Item]()
    for section in sections:
        _rename(section)
        items += Story(Styles(heights=heights), None).section(section)
    return items


def _rename(section: etree._Element) -> None:
    for element in section.iter("*"):
        name = _NAMES.get(local(element))
        if name is None:
            continue
        element.tag = name
        for ours, theirs in _ATTRIBUTES.get(name, {}).items():
            element.set(ours, element.get(theirs, ""))
        if name == "tc":
            _place(element)
        elif name == "autoNum":
            element.set("numType", element.get("NumberType", "").upper())


def _place(cell: etree._Element) -> None:
    """A cell's place and span as the elements that HWPX has for them, where they are written."""
    for name, attributes in (("cellAddr", ("RowAddr", "ColAddr")), ("cellSpan", ("RowSpan", "ColSpan"))):
        child = etree.SubElement(cell, name)
        for attribute in attributes:
            if attribute in cell.attrib:
                child.set(attribute[0].lower() + attribute[1:], cell.get(attribute, ""))
