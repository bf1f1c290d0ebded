"""Lines that were one: whether the next goes on the paragraph, and whether a space stood at the break.

Korean is wrapped between words or in the middle of one, as the author's style says; the space at a break is not in the
file, or only sometimes. What tells: a space at the end of the line; whether the next word would have fitted; and, in a
document that wraps inside words, what the pieces are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.bullets import line_kind
from parsers.layout import Line

_PARTICLE = re.compile(
    r"(?:[을를은는의에와과도로가이]|에서|에게|으로|까지|부터|라며|라고|이며|이고|다\.|된다\.?|한다\.?|하는|하고|하여|되는|며|고|니다\.?)(?=[\s,.)]|$)"
)
DOTS = "·∙‧ㆍ・･•"
_HANGUL = re.compile(r"[가-힣]")


def starts_block(line: Line) -> bool:
    """Whether a line's first sign says that it begins something; a dot before a letter may join two words."""
    if line.words[0].text[0] in DOTS and len(line.words[0].text) > 1:
        return False
    return line_kind(line.text)[0] != "paragraph"


def continues(before: Line, line: Line, right: float) -> bool:
    """Whether a line goes on the paragraph of the line before; `right` is where full lines end."""
    high = before.height
    if starts_block(line) or not 0.85 < line.height / max(high, 0.1) < 1.18:
        return False
    if line.page == before.page and line.box.top - before.box.bottom > 1.2 * high:
        return False
    first = line.words[0]
    room = right - before.box.x1
    wide = first.x1 - first.x0
    # Wrapped inside words, a line takes what it can hold: room for two letters would have been used.
    return room < min(wide + 0.3 * high, 2.3 * high)


class Joiner:
    """Decides on the space at line breaks, by how this document breaks its lines."""

    def __init__(self, lines: Iterable[Line]) -> None:
        words, inside = set[str](), 0
        for line in lines:
            words.update(word.text for word in line.words[1:-1])
            inside += bool(_PARTICLE.match(line.text))
        self._words = words
        self._inside = inside > 0

    def glue(self, before: str, after: str) -> str:
        """A space or nothing, between the text of a line and of the line that goes on."""
        left, right = before.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
        if right[0] in DOTS or left[-1] in DOTS:
            return ""
        if not self._inside or not (_HANGUL.match(left[-1]) or left[-1].isdigit()):
            return " "
        if _PARTICLE.match(right):
            return ""
        if left + right in self._words:
            return ""
        if left in self._words or right in self._words:
            return " "
        return ""
