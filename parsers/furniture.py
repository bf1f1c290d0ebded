"""Which words, lines and class names are site furniture: the lists of `furniture.toml`, looked up."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

_LISTS = tomllib.loads((files("parsers") / "furniture.toml").read_text(encoding="utf-8"))
_CLASSES = frozenset(_LISTS["classes"])
_LINES = frozenset(_LISTS["lines"])
_OPENINGS = tuple(_LISTS["openings"])
_HEADS = tuple(sorted(_LISTS["lists"], key=len, reverse=True))
_BODIES = frozenset(_LISTS["bodies"])
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_MORE = re.compile(r"\s*(?:더\s?보기|바로가기|\+|>|[▶▷:])*\s*$")
_COUNTED = re.compile(r"^(?:(?:좋아요|슬퍼요|화나요|댓글|조회수?|추천|공감|공유|후속기사 원해요)\s*[\d,]*\s*)+$")


@lru_cache(maxsize=4096)
def name_kind(names: str) -> str:
    """What the class and id of an element say: `body` for an article's body, `furniture`, or nothing."""
    found = ""
    for name in names.split():
        parts = [part.lower() for part in _NAME_PARTS.findall(name)]
        if " ".join(parts) in _BODIES or "".join(parts) in _BODIES:
            return "body"
        if not _CLASSES.isdisjoint(parts) or "".join(parts) in _CLASSES:
            found = "furniture"
    return found


def is_furniture(line: str) -> bool:
    """Whether a line is nothing but a button, a counter or a notice of rights."""
    return line in _LINES or line.startswith(_OPENINGS) or bool(_COUNTED.match(line))


def opens_list(line: str) -> bool:
    """Whether a line is the heading of a list of other articles."""
    return len(line) <= 30 and _MORE.sub("", line).endswith(_HEADS)
