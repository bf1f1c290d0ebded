"""Members of a ZIP whose directory is broken or cut off, found by the header that stands before each of them."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"
_CHUNK = 65_536


class Stray(NamedTuple):
    """Where a member's packed bytes stand, and how they are packed."""

    name: str
    method: int
    start: int
    end: int
    encrypted: bool


def strays(data: bytes, most: int) -> list[Stray]:
    """The members in their order, at most so many."""
    found, at = list[Stray](), data.find(_LOCAL)
    while 0 <= at <= len(data) - 30 and len(found) < most:
        stray = _stray(data, at)
        if not stray.name.endswith("/"):
            found.append(stray)
        at = data.find(_LOCAL, stray.end)
    return found


def _stray(data: bytes, at: int) -> Stray:
    flags, method = struct.unpack_from("<HH", data, at + 6)
    size, _, name_length, extra_length = struct.unpack_from("<IIHH", data, at + 18)
    start = at + 30 + name_length + extra_length
    if flags & 8 and not size:
        # The size stands after the bytes: they end where the next member or the directory begins.
        following = [place for place in (data.find(_LOCAL, start), data.find(_CENTRAL, start)) if place >= 0]
        end = min(following, default=len(data))
    else:
        end = min(start + size, len(data))
    raw = data[at + 30 : at + 30 + name_length]
    return Stray(raw.decode("utf-8", "replace"), method, start, max(end, at + 30), bool(flags & 1))


def inflate(data: bytes, stray: Stray, limit: int) -> tuple[bytes, bool]:
    """What can be unpacked, up to one byte more than the limit; and whether it was whole."""
    if stray.method == 0:
        return data[stray.start : min(stray.end, stray.start + limit + 1)], True
    packed, plain = zlib.decompressobj(-15), bytearray()
    for at in range(stray.start, stray.end, _CHUNK):
        try:
            plain += packed.decompress(data[at : min(at + _CHUNK, stray.end)], limit + 1 - len(plain))
        except zlib.error:
            break
        if packed.eof or len(plain) > limit:
            break
    return bytes(plain), packed.eof
