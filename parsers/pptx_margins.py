"""Page furniture that PPTX authors draw by hand: page numbers and running lines at the edges of slides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parsers.markup import named
from parsers.pptx_shapes import Shape

# The part of a slide's height, at its top and bottom, in which furniture stands.
EDGE = 0.12
# Text that stands at one place on so many slides is a running line.
SLIDES = 3

_PAGE_NUMBER = re.compile(r"\W{0,3}(\d{1,3})(?:\s*/\s*\d{1,3})?\W{0,3}")


@dataclass(frozen=True)
class Margins:
    """What stands at the edges of the slides of one presentation."""

    top: float
    bottom: float
    running: frozenset[tuple[str, int, int]]

    @classmethod
    def of(cls, slides: Mapping[int, Sequence[Shape]]) -> Margins:
        """Learn the edges from all slides."""
        edges = [shape.box for some in slides.values() for shape in some if shape.box is not None]
        low, high = min((box.top for box in edges), default=0), max((box.bottom for box in edges), default=0)
        counts = Counter(key for some in slides.values() for key in {_key(shape) for shape in some})
        running = frozenset(key for key, count in counts.items() if count >= SLIDES and key[0])
        return cls(low + (high - low) * EDGE, high - (high - low) * EDGE, running)

    def holds(self, shape: Shape, page: int) -> bool:
        """Whether a shape is furniture of its page."""
        if shape.box is None or (self.top < shape.box.bottom and shape.box.top < self.bottom):
            return False
        hit = _PAGE_NUMBER.fullmatch(_text(shape))
        return _key(shape) in self.running or (hit is not None and int(hit.group(1)) == page)


def _key(shape: Shape) -> tuple[str, int, int]:
    box = shape.box
    return _text(shape), round(box.x0) if box else 0, round(box.top) if box else 0


def _text(shape: Shape) -> str:
    return " ".join((words.text or "").strip() for words in named(shape.element, "t")).strip()
