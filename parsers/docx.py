"""DOCX: WordprocessingML in a ZIP archive.

Headers, footers and comments are left out; tracked changes are read as accepted; a text box is read once, not again as
its fallback copy; footnotes become note blocks. Pages are those at which Word last broke the text, where it saved them.
"""

from __future__ import annotations

from lxml import etree

from parsers.assembly import assemble
from parsers.document import Document, Source
from parsers.docx_story import Story
from parsers.docx_styles import read_styles
from parsers.errors import Damaged
from parsers.markup import attribute, child, named
from parsers.packages import Package
from parsers.relations import related
from parsers.story import drafts


def parse(source: Source) -> Document:
    """Read the body in its order."""
    package = Package(source.data)
    main = _main(package)
    body = child(package.xml(main), "body")
    if body is None:
        raise Damaged("the DOCX document has no body")
    styles = read_styles(_part(package, main, "styles"), _part(package, main, "numbering"))
    notes = {**_notes(package, main, "footnote"), **_notes(package, main, "endnote")}
    paged = next(named(body, "lastRenderedPageBreak"), None) is not None
    story = Story(styles, notes, 1 if paged else None)
    items = story.content(body)
    return assemble(source, "docx", drafts(items), pages=story.page, notices=tuple(package.notices))


def _main(package: Package) -> str:
    """The part that holds the text."""
    for member in related(package, "", "officeDocument"):
        return member
    name = package.find("word/document.xml")
    if name is None:
        raise Damaged("the DOCX package has no main document part")
    return name


def _part(package: Package, main: str, kind: str) -> etree._Element | None:
    for member in related(package, main, kind):
        try:
            return package.xml(member)
        except Damaged:
            return None
    return None


def _notes(package: Package, main: str, kind: str) -> dict[str, etree._Element]:
    root = _part(package, main, kind + "s")
    if root is None:
        return {}
    return {f"{kind} {attribute(note, 'id')}": note for note in root.iterfind("{*}" + kind)}
