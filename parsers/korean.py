"""The one normal form of Korean text.

NFC; full-width forms, look-alike dots, quotes, tildes and hyphens, private-use bullets, odd spaces and the control
characters that stand for spaces become one character each; invisible characters go; letter-spaced labels
(`보 도 자 료`) close up. Everything that changed is kept as a `Change`, so the original wording can be had back.
Line breaks stay (CRLF and CR become LF). Words are never re-spaced by guess.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from parsers.private_use import SHOWN


class Change(NamedTuple):
    """Text between `start` and `end` of the normal form stood in the original as `original`."""

    start: int
    end: int
    original: str

    def moved(self, by: int) -> Change:
        """The same change, `by` code points further on."""
        return Change(self.start + by, self.end + by, self.original)


class Normal(NamedTuple):
    """Normal form of a text, without white space around it, and what was changed in it."""

    text: str
    changes: tuple[Change, ...] = ()


# Middle dots that look alike: katakana, Hangul arae-a, hyphenation point, bullet operators ...
_DOTS = "ㆍ‧․∙⋅・･ᆞ〮⸱・\u0387"
_SINGLE = {"`": "'", "´": "'", "′": "'", "＇": "'", "ʹ": "'", "‛": "'", "ʼ": "'"}
_DOUBLE = {"″": '"', "＂": '"', "‟": '"', "〃": '"', "„": '"'}
_CORNERS = {"｢": "「", "｣": "」"}
_TILDES = "∼～〜˜⁓∽"
_HYPHENS = "‐‑‒−－﹣"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u3164\uffa0"
_CONTROLS = "".join(map(chr, [*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0)]))
_GONE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff\ufffc"

_ONE = {
    **dict.fromkeys(_DOTS, "·"),
    **_SINGLE,
    **_CORNERS,
    **_DOUBLE,
    **dict.fromkeys(_TILDES, "~"),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_CONTROLS, " "),
    **dict.fromkeys(_GONE, ""),
    **{chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F) if chr(c) not in "＇＂－～"},
    "\u2028": "\n",
    "\u2029": "\n",
    "\x85": "\n",
    "\x0c": "\n",
}
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")

# Everything that may change, in one pattern: decomposed jamo, single characters, CR, private use.
_CHANGING = re.compile(
    "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|\r\n?|["
    + re.escape("".join(_ONE))
    + "\ue000-\uf8ff\U000f0000-\U0010ffff\u0300-\u036f]"
)
_LETTER_SPACED = re.compile(r"(?m)^([□■○◇<\[(]?[ \t]*)((?:[가-힣] {1,3}){2,7}[가-힣])(?=[ \t]*(?:[:\])>]|$))")
# What it takes: a syllable between spaces, which most texts have nowhere.
_SPACED = re.compile(" [가-힣] ")


def normalise(text: str) -> Normal:
    """Bring text to the normal form."""
    changes: list[Change] = []
    if _CHANGING.search(text):
        text = _replace(text, changes)
    if _SPACED.search(text):
        text, changes = _close_up(text, changes)
    return _strip(text, changes)


def _replace(text: str, changes: list[Change]) -> str:
    parts: list[str] = []
    at = length = 0
    for hit in _CHANGING.finditer(text):
        old = hit.group()
        new = _ONE.get(old)
        if new is None:
            new = _composed(old)
        if new == old:
            continue
        parts += [text[at : hit.start()], new]
        length += hit.start() - at
        changes.append(Change(length, length + len(new), old))
        length += len(new)
        at = hit.end()
    return "".join([*parts, text[at:]])


def _composed(old: str) -> str:
    if old[0] == "\r":
        return "\n"
    if _PRIVATE.match(old):
        return SHOWN.get(ord(old), "•")
    return unicodedata.normalize("NFC", old)


def _close_up(text: str, changes: list[Change]) -> tuple[str, list[Change]]:
    """Join the letters of letter-spaced lines, moving the changes noted so far."""
    hits = [hit.span(2) for hit in _LETTER_SPACED.finditer(text)]
    if not hits:
        return text, changes
    parts: list[str] = []
    moved: list[Change] = []
    waiting = iter([*changes, Change(len(text) + 1, len(text) + 1, "")])
    change, at, gone = next(waiting), 0, 0
    for start, end in hits:
        while change.end <= start:
            moved.append(change.moved(-gone))
            change = next(waiting)
        while change.start < end:
            change = next(waiting)
        joined = text[start:end].replace(" ", "")
        parts += [text[at:start], joined]
        moved.append(Change(start - gone, start - gone + len(joined), text[start:end]))
        gone += end - start - len(joined)
        at = end
    while change.start <= len(text):
        moved.append(change.moved(-gone))
        change = next(waiting)
    return "".join([*parts, text[at:]]), moved


def _strip(text: str, changes: list[Change]) -> Normal:
    bare = text.strip()
    if not changes:
        return Normal(bare)
    left = len(text) - len(text.lstrip())
    kept = [c.moved(-left) for c in changes if c.start >= left and c.end <= left + len(bare)]
    return Normal(bare, tuple(kept))
