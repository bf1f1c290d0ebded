"""Reading XML of office formats: names without namespaces, attributes as numbers, what every writer of them knows."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for an entity left as it stood."""
    tag = element.tag
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""


def whole(text: str | None, default: int = 0) -> int:
    """Text as a whole number, where it is one of at most ten digits."""
    if text is None:
        return default
    digits = text.strip().removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) <= 10 else default


def number(element: etree._Element | None, name: str, default: int = 0) -> int:
    """An attribute without namespace as a whole number."""
    return default if element is None else whole(element.get(name), default)


def named(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The elements of a name anywhere below."""
    return parent.iter("{*}" + name)


def child(parent: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of a name, and its first child of the next name, and so on."""
    for name in path:
        parent = None if parent is None else parent.find("{*}" + name)
    return parent


def attribute(element: etree._Element | None, name: str) -> str | None:
    """An attribute by its name without namespace (OOXML has two namespaces for each of its own)."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def preferred(alternate: etree._Element) -> Iterator[etree._Element]:
    """Content of the first choice of an `mc:AlternateContent`, or of its fallback where there is no choice."""
    chosen = child(alternate, "Choice")
    chosen = child(alternate, "Fallback") if chosen is None else chosen
    return iter(()) if chosen is None else iter(chosen)
