"""The text of one HWP 5 paragraph: words and the places of its controls."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator

# Control characters of one unit; all others below 32 fill eight units.
_SINGLE = {0: "", 10: "\n", 13: "", 24: "-", 25: "", 26: "", 27: "", 28: "", 29: "", 30: " ", 31: " "}
_TAB = 9
# Controls that stand for an object with a record of its own.
_OBJECTS = frozenset((1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23))
_CONTROL = re.compile(r"[\x00-\x1f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def pieces(data: bytes) -> Iterator[str | None]:
    """Words as they come, and None where an object stands."""
    units = array("H")
    units.frombytes(data[: len(data) // 2 * 2])
    text = "".join(map(chr, units))
    at = 0
    while at < len(text):
        hit = _CONTROL.search(text, at)
        end = hit.start() if hit else len(text)
        if end > at:
            yield _joined(text[at:end])
        if hit is None:
            return
        code = ord(hit.group())
        if code in _SINGLE:
            yield _SINGLE[code]
            at = end + 1
            continue
        if code in _OBJECTS:
            yield None
        elif code == _TAB:
            yield " "
        at = end + 8


def _joined(text: str) -> str:
    """UTF-16 pairs as one character; halves without partner as U+FFFD."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
