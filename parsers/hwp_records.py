"""Streams of HWP 5: unpacked within bounds, and cut into records."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

from parsers.errors import Damaged, TooLarge

MAX_STREAM = 64 * 2**20
# A record costs about 150 bytes: this bounds a section's list to 75 MB.
MAX_RECORDS = 500_000

_U32 = struct.Struct("<I")


class Record(NamedTuple):
    """One record: what it is, how deep it stands, and its bytes' place in the stream."""

    tag: int
    level: int
    start: int
    end: int


def unpack(data: bytes, name: str) -> tuple[bytes, bool]:
    """Raw deflate, or zlib with its header; and whether it was whole."""
    last: zlib.error | None = None
    for bits in (-15, 15):
        packed = zlib.decompressobj(bits)
        try:
            plain = packed.decompress(data, MAX_STREAM + 1)
        except zlib.error as error:
            last = error
            continue
        if len(plain) > MAX_STREAM:
            raise TooLarge(f"{name} unpacks to more than {MAX_STREAM:,} bytes")
        return plain, packed.eof
    return _salvage(data, name, last)


def _salvage(data: bytes, name: str, error: zlib.error | None) -> tuple[bytes, bool]:
    """What stands before the damage."""
    packed, plain = zlib.decompressobj(-15), bytearray()
    for at in range(0, len(data), 1024):
        try:
            plain += packed.decompress(data[at : at + 1024], MAX_STREAM + 1 - len(plain))
        except zlib.error:
            break
        if len(plain) > MAX_STREAM:
            raise TooLarge(f"{name} unpacks to more than {MAX_STREAM:,} bytes")
    if not plain:
        raise Damaged(f"{name} cannot be unpacked: {error}")
    return bytes(plain), False


def records(data: bytes, name: str) -> tuple[list[Record], bool]:
    """The records of a stream up to its end or to the first that does not fit; and whether all did."""
    found, at, size = list[Record](), 0, len(data)
    while at + 4 <= size:
        (head,) = _U32.unpack_from(data, at)
        at += 4
        length = head >> 20
        if length == 0xFFF:
            if at + 4 > size:
                return found, False
            (length,) = _U32.unpack_from(data, at)
            at += 4
        if at + length > size:
            return found, False
        found.append(Record(head & 0x3FF, head >> 10 & 0x3FF, at, at + length))
        if len(found) > MAX_RECORDS:
            raise TooLarge(f"{name} has more than {MAX_RECORDS:,} records")
        at += length
    return found, at == size


def u16(data: bytes, record: Record, offset: int, default: int = 0) -> int:
    """A 16-bit number inside a record, where it reaches that far."""
    at = record.start + offset
    return int.from_bytes(data[at : at + 2], "little") if at + 2 <= record.end else default


def u32(data: bytes, record: Record, offset: int, default: int = 0) -> int:
    """A 32-bit number inside a record, where it reaches that far."""
    at = record.start + offset
    return int.from_bytes(data[at : at + 4], "little") if at + 4 <= record.end else default
