"""Words on a page, and the map from PDF coordinates to what is displayed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from parsers.document import Box

Glyph = tuple[float, float, float, float]  # a character's box; a plain tuple, of which a page has thousands

FACES_APART = 0.3  # line heights: where a file writes its spaces, a smaller distance between Hangul and digits is none


class Word(NamedTuple):
    """Characters without a space between them.

    `gap` is what stood before: "" nothing, " " a space that is in the file, "_" one that PDFium saw in the
    distance, "\\n" a move to another line, " \\n" the same with a space at the line's end. `first` counts characters of
    the page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    gap: str
    first: int


def drawn_together(before: Word, word: Word) -> Word:
    """LibreOffice sets Hangul and Latin a little apart, `2024 년`, which PDFium takes for a space."""
    left, right = before.text[-1], word.text[0]
    if word.gap != "_" or left.isascii() == right.isascii():
        return word
    if not ((left.isalnum() or left in "([") and (right.isalnum() or right in ")],")):
        return word
    if 0 <= word.x0 - before.x1 < FACES_APART * (word.bottom - word.top):
        return word._replace(gap="")
    return word


def near(a: Word | Box, b: Word | Box) -> bool:
    """Whether the second is drawn over the first, for bold or for a shadow."""
    return abs(a.x0 - b.x0) + abs(a.top - b.top) < 0.3 * (b.bottom - b.top)


def right_end(character: str, glyph: Glyph) -> float:
    """Where a character ends: Hancom's fonts give digits and signs a width of one em, of which they use half."""
    x0, top, x1, bottom = glyph
    if character.isascii() and character not in "MW@%" and x1 - x0 > 0.75 * (bottom - top):
        return (x0 + x1) / 2
    return x1


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page and its turn; maps PDF coordinates to points from the top left as displayed."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int

    @property
    def width(self) -> float:
        """Width as displayed."""
        return self.right - self.left if self.turn % 2 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Height as displayed."""
        return self.top - self.bottom if self.turn % 2 == 0 else self.right - self.left

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """The map as an affine matrix: x' = ax + cy + e, y' = bx + dy + f."""
        return (
            (1.0, 0.0, 0.0, -1.0, -self.left, self.top),
            (0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left),
            (-1.0, 0.0, 0.0, 1.0, self.right, -self.bottom),
            (0.0, -1.0, -1.0, 0.0, self.top, self.right),
        )[self.turn]

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle as displayed."""
        if self.turn == 0:
            return Box(x0 - self.left, self.top - y1, x1 - self.left, self.top - y0)
        a, b, c, d, e, f = self.matrix
        xs, ys = sorted((a * x0 + c * y0 + e, a * x1 + c * y1 + e)), sorted((b * x0 + d * y0 + f, b * x1 + d * y1 + f))
        return Box(xs[0], ys[0], xs[1], ys[1])
