"""Lines that were one: whether the next goes on the paragraph, and whether a space stood at the break.

Korean is wrapped between words or in the middle of one, as the author's style says, and the space at a break is not in
the file. What tells: whether the next word would have fitted; other places where the document writes the word; and
the letters around the break, weighed as `line_breaks.csv` says (`bench/train_line_breaks.py` made it).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from parsers.bullets import line_kind
from parsers.layout import Line

DOTS = "·∙‧ㆍ・･•"
_OPENING = "<〈《【「『"
_CLOSING = ">〉》】」』)"


def starts_block(line: Line) -> bool:
    """Whether a line's first sign says that it begins something; a dot before a letter may join two words."""
    text = line.text
    if text[0] in DOTS and "가" <= text[1:2] <= "힣":
        return False
    if text[0] in _OPENING and text[-1] in _CLOSING:
        return True
    return line_kind(text)[0] != "paragraph"


def continues(before: Line, line: Line, right: float) -> bool:
    """Whether a line goes on the paragraph of the line before; `right` is where full lines end."""
    high = before.height
    if before.frame != line.frame or starts_block(line) or not 0.8 < line.height / max(high, 0.1) < 1.25:
        return False
    if line.page == before.page and line.box.top - before.box.bottom > 1.2 * high:
        return False
    if line.box.x0 - before.box.x0 > 4 * high:
        return False
    first, frame = line.words[0], line.frame
    if frame:
        right = frame.x1 - (min(before.box.x0, line.box.x0) - frame.x0)
    room = right - before.box.x1
    # Wrapped inside words, a line takes what it can hold: room for two letters would have been used.
    return room < min(first.x1 - first.x0 + 0.3 * high, 2.3 * high)


class Joiner:
    """Decides on the space at line breaks, by how this document breaks its lines."""

    def __init__(self, lines: Iterable[Line], breaks: Sequence[tuple[Line, Line]] = ()) -> None:
        """Take the document's lines, and pairs of lines that go on one another."""
        self._words = {word.text for line in lines for word in line.words[1:-1]}
        scores = [self._score(before.text, line.text) for before, line in breaks]
        within = sum(1 for score in scores if score < -1)
        self._between_words = len(scores) > 5 and within < 0.15 * len(scores)

    def glue(self, line: Line, going_on: Line) -> str:
        """A space or nothing, between a line and the line that goes on."""
        if going_on.words[0].gap == " \n":
            return " "
        before, after = line.text, going_on.text
        if before[-1] in DOTS or after[0] in DOTS or "://" in before.rsplit(maxsplit=1)[-1]:
            return ""
        if self._between_words:
            return " "
        return " " if self._score(before, after) > 0 else ""

    def _score(self, before: str, after: str) -> float:
        left, right = before.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
        known = 3.0 * (left in self._words and right in self._words) - 3.0 * (left + right in self._words)
        weights = _weights()
        return known + sum(weights.get(name, 0.0) for name in features(before[-3:], after[:3]))


def features(left: str, right: str) -> list[str]:
    """The letters on both sides of a break, alone and together; digits and Latin letters are all alike."""
    a, b = "".join(map(_like, left)), "".join(map(_like, right))
    return ["", f"{a[-1:]}|", f"|{b[:1]}", f"{a[-1:]}|{b[:1]}", f"{a[-2:]}|", f"|{b[:2]}"]


def _like(letter: str) -> str:
    if letter.isdigit():
        return "0"
    return "a" if letter.isascii() and letter.isalpha() else letter


@cache
def _weights() -> dict[str, float]:
    rows = csv.reader((files("parsers") / "line_breaks.csv").read_text(encoding="utf-8").splitlines()[1:])
    return {letters: float(weight) for letters, weight in rows}
