"""What stands on every page and belongs to none: running headers and footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from parsers.document import Box

_PAGE_NUMBER = re.compile(
    r"[-–—<(\[]?\s?\d{1,4}\s?[->)\]–—]?|\d{1,4}\s?/\s?\d{1,4}|(?:p(?:age)?\.?|쪽)\s?\d{1,4}", re.I
)
_DIGITS = re.compile(r"\d+")

HEAD, FOOT = 0.12, 0.86  # shares of a page's height beyond which running lines stand
NEAR = 6.0  # points by which a running line's height on the page may vary


class Placed(Protocol):
    """Text in a place."""

    @property
    def box(self) -> Box:
        """Where."""

    @property
    def text(self) -> str:
        """What."""


def running(pages: Sequence[tuple[float, Sequence[Placed]]]) -> set[int]:
    """The `id`s of the texts that are furniture, of pages given by height and the texts on them."""
    edge = [(i, height, text) for i, (height, texts) in enumerate(pages) for text in texts if _at_edge(text, height)]
    found = {id(text) for _, _, text in edge if _PAGE_NUMBER.fullmatch(text.text)}
    seen = Counter(mark for mark, _ in {(_mark(text), i) for i, _, text in edge})
    often = {mark for mark, times in seen.items() if times > 1 and times >= 0.4 * len(pages)}
    return found | {id(text) for _, _, text in edge if _mark(text) in often}


def _at_edge(text: Placed, height: float) -> bool:
    return text.box.bottom < HEAD * height or text.box.top > FOOT * height


def _mark(text: Placed) -> tuple[str, int]:
    return _DIGITS.sub("#", text.text), round(text.box.top / NEAR)
