"""HWP 5: Hancom's records in an OLE compound file (and HWPML, its older XML; HWP 3 is named and refused).

Read as Hancom shows it: distribution documents with the key in the file, headers, footers, hidden comments and memos
left out, footnotes as note blocks. Of a document with tracked changes, BodyText holds the text as accepted. Pages come
from the line positions that Hancom saves, where it saved any.
"""

from __future__ import annotations

from parsers.assembly import assemble
from parsers.document import Document, Notice, Source
from parsers.errors import Damaged, Encrypted, TooLarge, Unsupported
from parsers.hwp_info import Info, read_info
from parsers.hwp_layout import Pages
from parsers.hwp_locked import unlock
from parsers.hwp_measures import has_layout
from parsers.hwp_records import records, unpack
from parsers.hwp_story import Story
from parsers.hwpml import read_hwpml
from parsers.items import Item
from parsers.ole import MAGIC, Compound, open_hwp
from parsers.story import drafts

SIGNATURE = b"HWP Document File"
MAX_SECTIONS = 512
MAX_TOTAL = 128 * 2**20

_PACKED, _PASSWORD, _DISTRIBUTION = 1 << 0, 1 << 1, 1 << 2
_RIGHTS = 1 << 4 | 1 << 8 | 1 << 10


def parse(source: Source) -> Document:
    """Read every section."""
    if source.data.startswith(SIGNATURE):
        raise Unsupported("this is HWP 3 (Hangul 97 or older): open it in Hancom Office and save it as HWP or HWPX")
    if not source.data.startswith(MAGIC):
        notices = list[Notice]()
        return assemble(source, "hwp", drafts(read_hwpml(source.data, notices)), notices=notices)
    compound = open_hwp(source.data)
    flags = _flags(compound)
    packed = bool(flags & _PACKED)
    notices = []
    info = _info(compound, packed)
    pages, paged = Pages(), False
    items = list[Item]()
    for name, data in _sections(compound, flags, notices):
        found, whole = records(data, name)
        if not whole:
            notices.append(Notice("truncated", f"{name} ends in the middle of a record"))
        laid_out = has_layout(data, found)
        paged = paged or laid_out
        items += Story(data, found, info, pages if laid_out else None).section()
    return assemble(source, "hwp", drafts(items), pages=pages.page if paged else None, notices=notices)


def _flags(compound: Compound) -> int:
    head = compound.read("FileHeader")
    if not head.startswith(SIGNATURE) or len(head) < 40:
        raise Damaged("the file header of the HWP document is broken")
    if head[35] != 5:
        raise Unsupported(f"HWP version {head[35]} is not read: save it as HWP 5 or HWPX")
    flags = int.from_bytes(head[36:40], "little")
    if flags & _PASSWORD:
        raise Encrypted("the HWP document has a password: save it without")
    if flags & _RIGHTS:
        raise Encrypted("the HWP document is under rights management or a certificate: save it without")
    return flags


def _info(compound: Compound, packed: bool) -> Info:
    """Shapes; a document can do without them."""
    try:
        data = compound.read("DocInfo")
        return read_info(unpack(data, "DocInfo")[0] if packed else data)
    except Damaged:
        return Info()


def _sections(compound: Compound, flags: int, notices: list[Notice]) -> list[tuple[str, bytes]]:
    """The sections' records, in order."""
    locked = bool(flags & _DISTRIBUTION)
    folder = "ViewText" if locked else "BodyText"
    names = [name for name in (f"{folder}/Section{number}" for number in range(MAX_SECTIONS)) if compound.has(name)]
    if not names:
        raise Damaged("the HWP document has no section")
    done, total = list[tuple[str, bytes]](), 0
    for name in names:
        try:
            data = compound.read(name)
            data, whole = _plain(data, name, locked, bool(flags & _PACKED))
        except Damaged as error:
            if name == names[-1] and not done:
                raise
            notices.append(Notice("unreadable_part", str(error)))
            continue
        if not whole:
            notices.append(Notice("truncated", f"{name} ends early"))
        total += len(data)
        if total > MAX_TOTAL:
            raise TooLarge(f"the sections unpack to more than {MAX_TOTAL:,} bytes")
        done.append((name, data))
    return done


def _plain(data: bytes, name: str, locked: bool, packed: bool) -> tuple[bytes, bool]:
    if locked:
        data = unlock(data, name)
    return unpack(data, name) if packed else (data, True)
