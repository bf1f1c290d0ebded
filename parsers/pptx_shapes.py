"""What stands on one slide of a PPTX: text boxes and tables with their place, groups resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from parsers.document import Box
from parsers.errors import TooLarge
from parsers.items import MAX_NESTING
from parsers.markup import child, local, number, preferred

# English Metric Units in a PDF point.
EMU = 12_700
# Placeholders that repeat on every slide.
_FURNITURE = frozenset(("dt", "ftr", "sldNum", "hdr"))


@dataclass(frozen=True, slots=True)
class Transform:
    """Coordinates inside a group to coordinates on the slide, in EMU."""

    x: float = 0
    y: float = 0
    wide: float = 1
    high: float = 1

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        """A rectangle on the slide, in points."""
        left, top = self.x + x * self.wide, self.y + y * self.high
        right, bottom = left + width * self.wide, top + height * self.high
        return Box(*(round(edge / EMU, 2) for edge in (left, top, right, bottom)))

    def inside(self, group: etree._Element | None) -> Transform:
        """The transform that holds in a group with this `a:xfrm`."""
        if group is None:
            return self
        x, y, width, height = _rectangle(group, "off", "ext")
        inner_x, inner_y, inner_width, inner_height = _rectangle(group, "chOff", "chExt")
        wide = width / inner_width if inner_width > 0 else 1
        high = height / inner_height if inner_height > 0 else 1
        return Transform(
            self.x + (x - inner_x * wide) * self.wide,
            self.y + (y - inner_y * high) * self.high,
            self.wide * wide,
            self.high * high,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """A text box or the frame of a table; `role` is the placeholder's type, empty for other boxes."""

    element: etree._Element
    box: Box | None
    role: str


def _rectangle(transform: etree._Element, corner: str, size: str) -> tuple[int, int, int, int]:
    at, extent = child(transform, corner), child(transform, size)
    return number(at, "x"), number(at, "y"), number(extent, "cx"), number(extent, "cy")


def shapes(
    tree: Iterable[etree._Element], places: Mapping[str, Box], transform: Transform = Transform(), depth: int = 0
) -> Iterator[Shape]:
    """The shapes of a tree in file order; `places` says where placeholders stand that do not say it themselves."""
    if depth > MAX_NESTING:
        raise TooLarge(f"shapes are grouped more than {MAX_NESTING} deep")
    for element in tree:
        match local(element):
            case "grpSp":
                inner = transform.inside(child(element, "grpSpPr", "xfrm"))
                yield from shapes(element, places, inner, depth + 1)
            case "sp" | "graphicFrame":
                role, key = placeholder(element)
                if role not in _FURNITURE and not _hidden(element):
                    yield Shape(element, _box(element, transform) or places.get(key) or places.get(role), role)
            case "AlternateContent":
                yield from shapes(preferred(element), places, transform, depth + 1)


def _hidden(element: etree._Element) -> bool:
    for properties in element.iterfind("*/{*}cNvPr"):
        return properties.get("hidden") in ("1", "true")
    return False


def placeholder(element: etree._Element) -> tuple[str, str]:
    """Type of a placeholder and the key by which layouts name it; empty for other shapes."""
    for mark in element.iterfind("*/{*}nvPr/{*}ph"):
        role = mark.get("type", "body")
        return role, f"#{mark.get('idx', '0')}"
    return "", ""


def _box(element: etree._Element, transform: Transform) -> Box | None:
    place = child(element, "spPr", "xfrm") if local(element) == "sp" else child(element, "xfrm")
    if child(place, "off") is None or place is None:
        return None
    return transform.box(*_rectangle(place, "off", "ext"))


def places_of(tree: etree._Element) -> dict[str, Box]:
    """Where the placeholders of a layout or master stand, by key and by type."""
    found: dict[str, Box] = {}
    for element in tree.iterfind("{*}sp"):
        role, key = placeholder(element)
        box = _box(element, Transform())
        if box is not None and role:
            found.setdefault(key, box)
            found.setdefault(role, box)
    return found
