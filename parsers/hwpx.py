"""HWPX: Hancom's OWPML in a ZIP archive.

Headers, footers, hidden comments and memos are left out; tracked changes are read as accepted; footnotes become note
blocks. Pages come from the line positions that Hancom saves, where it saved any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from parsers.assembly import assemble
from parsers.document import Document, Source
from parsers.errors import Damaged, Encrypted
from parsers.hwp_layout import Pages
from parsers.hwpx_story import Story
from parsers.hwpx_styles import read_styles
from parsers.items import Item
from parsers.markup import local, named
from parsers.packages import Package
from parsers.story import drafts

_SECTION = re.compile(r"(?:^|/)section(\d{1,6})\.xml$")


def parse(source: Source) -> Document:
    """Read every section in the order of the package's list."""
    package = Package(source.data)
    _refuse_encrypted(package)
    pages = Pages()
    items, paged = list[Item](), False
    styles = read_styles(_optional(package, "Contents/header.xml"))
    for name in sections(package):
        section = package.xml(name)
        laid_out = has_layout(section)
        paged = paged or laid_out
        items += Story(styles, pages if laid_out else None).section(section)
    return assemble(source, "hwpx", drafts(items), pages=pages.page if paged else None, notices=tuple(package.notices))


def sections(package: Package) -> list[str]:
    """Names of the section parts: in the order of `content.hpf`, or of their numbers where it lists none."""
    listed = [name for name in _spine(package) if _SECTION.search(name)]
    found = sorted((name for name in package.names if _SECTION.search(name)), key=_number)
    names = listed or found
    if not names:
        raise Damaged("the HWPX package has no section")
    return names


def _number(name: str) -> int:
    hit = _SECTION.search(name)
    return int(hit.group(1)) if hit else 0


def _spine(package: Package) -> Iterator[str]:
    root = _optional(package, "Contents/content.hpf")
    if root is None:
        return
    hrefs = {item.get("id", ""): item.get("href", "") for item in named(root, "item")}
    for reference in named(root, "itemref"):
        href = hrefs.get(reference.get("idref", ""), "")
        name = package.find(href) or package.find(f"Contents/{href}")
        if name is not None:
            yield name


def _optional(package: Package, name: str) -> etree._Element | None:
    """A part that a document can do without."""
    if package.find(name) is None:
        return None
    try:
        return package.xml(name)
    except Damaged:
        return None


def _refuse_encrypted(package: Package) -> None:
    name = package.find("META-INF/manifest.xml")
    if name is not None and b"encryption-data" in package.read(name):
        raise Encrypted("the HWPX document has a password or rights management: save it without")


def has_layout(section: etree._Element) -> bool:
    """Whether Hancom saved line positions with the top-level paragraphs."""
    return any(
        line.get("vertpos", "0") not in ("0", "")
        for paragraph in section
        if local(paragraph) == "p"
        for line in paragraph.iterfind("{*}linesegarray/{*}lineseg")
    )
