"""PPTX: PresentationML in a ZIP archive. A page is a slide; speaker notes and hidden slides are left out."""

from __future__ import annotations

import re

from lxml import etree

from parsers.assembly import assemble
from parsers.boxes import reading_order
from parsers.document import Box, Document, Source
from parsers.errors import Damaged
from parsers.markup import child, named
from parsers.packages import Package
from parsers.pptx_margins import Margins
from parsers.pptx_shapes import Shape, places_of, shapes
from parsers.pptx_text import items_of
from parsers.relations import related, relations
from parsers.story import drafts

_SLIDE = re.compile(r"^ppt/slides/slide(\d{1,6})\.xml$")


def parse(source: Source) -> Document:
    """Read the slides in the order in which they are shown."""
    package = Package(source.data)
    names = slides(package)
    layouts: dict[str, dict[str, Box]] = {}
    found = dict[int, list[Shape]]()
    for page, name in enumerate(names, 1):
        root = package.xml(name)
        tree = child(root, "cSld", "spTree")
        if tree is not None and root.get("show") not in ("0", "false"):
            found[page] = list(shapes(tree, _places(package, name, layouts)))
    margins = Margins.of(found)
    items = [
        item
        for page, some in found.items()
        for shape in _in_order([shape for shape in some if not margins.holds(shape, page)])
        for item in items_of(shape, page)
    ]
    return assemble(source, "pptx", drafts(items), pages=len(names), notices=tuple(package.notices))


def slides(package: Package) -> list[str]:
    """Names of the slide parts: as the presentation lists them, or by their numbers where it does not."""
    main = next(iter(related(package, "", "officeDocument")), "ppt/presentation.xml")
    names = _listed(package, main) if package.find(main) else []
    if not names:
        names = sorted((name for name in package.names if _SLIDE.match(name)), key=_number)
    if not names:
        raise Damaged("the PPTX package has no slide")
    return names


def _number(name: str) -> int:
    hit = _SLIDE.match(name)
    return int(hit.group(1)) if hit else 0


def _listed(package: Package, main: str) -> list[str]:
    try:
        root = package.xml(main)
    except Damaged:
        return []
    parts = relations(package, main)
    # `sldId` has an `id` of its own beside `r:id`: the relationship is the one that the list knows.
    ids = [value for slide in named(root, "sldId") for value in map(str, slide.attrib.values()) if value in parts]
    return [parts[one][1] for one in ids]


def _places(package: Package, slide: str, known: dict[str, dict[str, Box]]) -> dict[str, Box]:
    """Where the placeholders of a slide stand by its layout, and by that one's master."""
    places: dict[str, Box] = {}
    for layout in related(package, slide, "slideLayout")[:1]:
        for part in (layout, *related(package, layout, "slideMaster")[:1]):
            if part not in known:
                known[part] = _part_places(package, part)
            places = {**known[part], **places}
    return places


def _part_places(package: Package, part: str) -> dict[str, Box]:
    try:
        tree: etree._Element | None = child(package.xml(part), "cSld", "spTree")
    except Damaged:
        return {}
    return {} if tree is None else places_of(tree)


def _in_order(found: list[Shape]) -> list[Shape]:
    """Shapes as they are read; those without a place come last, in file order."""
    placed = [shape for shape in found if shape.box is not None]
    order = reading_order([shape.box for shape in placed if shape.box is not None])
    return [placed[index] for index in order] + [shape for shape in found if shape.box is None]
