"""Documents that are ZIP archives: their members and XML parts, read within bounds.

Written for hostile input as well as for sloppy writers: member names are found whatever their case, slashes or
leading folders; a bomb (size, count, ratio), an encrypted member or an XML document that declares entities is refused
with a `ParseError`, before it can cost memory.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from parsers.document import Notice
from parsers.errors import Damaged, Encrypted, TooLarge, Unsupported
from parsers.strays import Stray, inflate, strays

MAX_MEMBERS = 20_000
MAX_MEMBER = 64 * 2**20
MAX_TOTAL = 256 * 2**20
# Deflate reaches 1,032:1; the most repetitive real table XML seen stays under 80:1.
MAX_RATIO = 300
RATIO_FROM = 2**20
# A tree costs about 300 bytes for each tag and each attribute: this bounds it to some 400 MB.
MAX_MARKUP = 1_400_000

_SIGNS = {
    "hwpx": re.compile(r"(?:^|/)contents/(?:section\d+\.xml|content\.hpf)$|^section0\.xml$"),
    "docx": re.compile(r"^word/document\d*\.xml$"),
    "pptx": re.compile(r"^ppt/(?:presentation\.xml|slides/slide\d+\.xml)$"),
}
_CENTRAL = b"PK\x01\x02"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    EOFError,
    OSError,
    IndexError,
    KeyError,
    OverflowError,
)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("./").lower()


@dataclass
class Package:
    """The members of one ZIP; opening it reads its directory only."""

    data: bytes
    notices: list[Notice] = field(default_factory=list)
    spent: int = 0
    _members: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    _strays: dict[str, Stray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.data.count(_CENTRAL) > MAX_MEMBERS:
            raise TooLarge(f"the archive lists more than {MAX_MEMBERS:,} members")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(self.data))
        except NotImplementedError as error:
            raise Unsupported(f"this kind of ZIP archive is not read: {error}") from error
        except _BROKEN as error:
            self._find_strays(error)
            return
        for info in self._zip.infolist():
            if not info.filename.endswith("/"):
                self._members.setdefault(_key(info.filename), info)

    def _find_strays(self, error: Exception) -> None:
        for stray in strays(self.data, MAX_MEMBERS):
            self._strays.setdefault(_key(stray.name), stray)
        if not self._strays:
            raise Damaged(f"not a readable ZIP archive: {error}") from error
        self.notices.append(Notice("truncated", f"the archive is broken and was read as far as it goes: {error}"))

    @property
    def names(self) -> tuple[str, ...]:
        """Member names in the archive's order: lower case, forward slashes."""
        return (*self._members, *self._strays)

    def find(self, name: str) -> str | None:
        """The member that `name` means: itself, or the only one that ends in it."""
        key = _key(name)
        if key in self._members or key in self._strays:
            return key
        ends = [member for member in self.names if member.endswith("/" + key)]
        return ends[0] if len(ends) == 1 else None

    def read(self, name: str) -> bytes:
        """A member's bytes; raises where it is missing, encrypted, damaged or too large."""
        key = self.find(name)
        if key is None:
            raise Damaged(f"the archive has no {name}")
        if key in self._strays:
            stray = self._strays[key]
            self._check(name, stray.encrypted, stray.method)
            return self._inflate(stray)
        info = self._members[key]
        self._check(name, bool(info.flag_bits & 1), info.compress_type)
        return self._unpack(info)

    def _check(self, name: str, encrypted: bool, method: int) -> None:
        if encrypted:
            raise Encrypted(f"{name} is encrypted: save the document without a password")
        if method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unsupported(f"{name} is packed by method {method}, which is not read")

    def _limit(self, size: int, packed: int) -> int:
        """How far a member may unpack; `size` is what it claims."""
        limit = min(MAX_MEMBER, MAX_TOTAL - self.spent)
        return min(limit, max(packed, 1) * MAX_RATIO) if size > RATIO_FROM else limit

    def _inflate(self, stray: Stray) -> bytes:
        limit = self._limit(MAX_MEMBER, stray.end - stray.start + RATIO_FROM // MAX_RATIO)
        data, whole = inflate(self.data, stray, limit)
        if not whole:
            self.notices.append(Notice("truncated", f"{stray.name} ends early"))
        return self._spend(data, stray.name, limit)

    def _spend(self, data: bytes, name: str, limit: int) -> bytes:
        self.spent += len(data)
        if len(data) > limit:
            raise TooLarge(f"{name} unpacks to more than {limit:,} bytes")
        return data

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        limit = self._limit(info.file_size, info.compress_size)
        try:
            with self._zip.open(info) as member:
                data = member.read(limit + 1)
        except NotImplementedError as error:
            raise Unsupported(f"{info.filename}: {error}") from error
        except RuntimeError as error:
            raise Encrypted(f"{info.filename} is encrypted") from error
        except _BROKEN as error:
            raise Damaged(f"{info.filename} cannot be unpacked: {error}") from error
        return self._spend(data, info.filename, limit)

    def xml(self, name: str) -> etree._Element:
        """The root of an XML part."""
        return parse_xml(self.read(name), name, self.notices)


def parse_xml(data: bytes, name: str, notices: list[Notice]) -> etree._Element:
    """Parse untrusted XML: no entities, no network, bounded depth and size.

    Broken markup is read as far as it goes, with a notice.
    """
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise Unsupported(f"{name} declares a document type or entities, which no office document does")
    if data.count(b"<") + data.count(b"=") > MAX_MARKUP:
        raise TooLarge(f"{name} has more than {MAX_MARKUP:,} tags and attributes: split the document")
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        root = _salvage(data, name, error)
        notices.append(Notice("unreadable_part", f"{name} is broken XML and was read as far as it goes: {error}"))
    except ValueError as error:
        raise Damaged(f"{name} is not XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unsupported(f"{name} declares a document type, which no office document does")
    return root


def _parser(recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _salvage(data: bytes, name: str, error: etree.XMLSyntaxError) -> etree._Element:
    """What can be read of broken markup; Hancom and Word open stray control characters, too."""
    try:
        root: etree._Element | None = etree.fromstring(data, _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise Damaged(f"{name} is not XML: {error}") from error
    return root


def package_kind(data: bytes) -> str:
    """What a ZIP holds by its members: `hwpx`, `docx`, `pptx`, or `archive` for anything else."""
    names = Package(data).names
    for kind, sign in _SIGNS.items():
        if any(sign.search(name) for name in names):
            return kind
    return "archive"
