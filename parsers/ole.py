"""OLE compound files (a small file system in a file), read within bounds."""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass

import olefile

from parsers.errors import Damaged, Encrypted, Unsupported

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# What olefile lets through of broken files.
_BROKEN = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    struct.error,
    OverflowError,
    RecursionError,
)
# Where the header counts the sectors of its tables.
_COUNTS = (44, 64, 72)
_KNOWN = {
    "encryptedpackage": "an office document with a password",
    "worddocument": "a Word 97-2003 document",
    "powerpoint document": "a PowerPoint 97-2003 presentation",
    "workbook": "an Excel 97-2003 workbook",
    "book": "an Excel 5 workbook",
}


@dataclass
class Compound:
    """The streams of one compound file by their paths."""

    data: bytes

    def __post_init__(self) -> None:
        _check_counts(self.data)
        try:
            self._ole = olefile.OleFileIO(io.BytesIO(self.data))
            self._paths = {"/".join(path).lower(): path for path in self._ole.listdir()}
        except _BROKEN as error:
            raise Damaged(f"not a readable OLE compound file: {error}") from error

    @property
    def names(self) -> tuple[str, ...]:
        """Paths of the streams, lower case, with slashes."""
        return tuple(self._paths)

    def has(self, name: str) -> bool:
        """Whether there is such a stream."""
        return name.lower() in self._paths

    def read(self, name: str) -> bytes:
        """A stream's bytes."""
        path = self._paths.get(name.lower())
        if path is None:
            raise Damaged(f"the compound file has no stream {name}")
        try:
            # A size that lies would send the reader around a ring of sectors for as long.
            if self._ole.get_size(path) > len(self.data):
                raise Damaged(f"the size of stream {name} lies")
            return bytes(self._ole.openstream(path).read())
        except _BROKEN as error:
            raise Damaged(f"stream {name} cannot be read: {error}") from error


def _check_counts(data: bytes) -> None:
    """Refuse headers that claim more sectors than the file has: following them would take for ever."""
    if len(data) < 512:
        raise Damaged("the OLE compound file ends within its header")
    shift = int.from_bytes(data[30:32], "little")
    if shift not in (9, 12):
        raise Damaged(f"the OLE compound file has sectors of 2^{shift} bytes")
    most = (len(data) >> shift) + 1
    if any(int.from_bytes(data[at : at + 4], "little") > most for at in _COUNTS):
        raise Damaged("the OLE compound file claims more sectors than it has")


def open_hwp(data: bytes) -> Compound:
    """The compound file of an HWP document; an error says what other ones are."""
    compound = Compound(data)
    if compound.has("FileHeader"):
        return compound
    for stream, what in _KNOWN.items():
        if compound.has(stream):
            if stream == "encryptedpackage":
                raise Encrypted(f"this is {what}: save it without")
            raise Unsupported(f"this is {what}: save it as DOCX, PPTX, HWPX or PDF")
    raise Unsupported("this OLE compound file is no HWP document")
