"""The boxes of a slide: what is written in one shape, and the free text near it, as one unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from parsers.document import Box
from parsers.layout import Line, around, lines, segments
from parsers.words import Word


@dataclass(frozen=True)
class Card:
    """Lines that belong together; `label` is what stands in the pill, circle or number on the card, `after` the
    free text that its place ties to it (the date below a step)."""

    box: Box
    lines: tuple[Line, ...]
    label: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()
    framed: bool = True

    @cached_property
    def text(self) -> str:
        """All words, label first."""
        return " ".join([line.text for line in (*self.label, *self.lines, *self.after)])


def find_cards(words: Sequence[Word], shapes: Iterable[Box], page: Box, number: int) -> list[Card]:
    """The cards of a slide: words by the smallest shape that holds them, then free text by nearness."""
    frames = _frames(shapes, page)
    inside: dict[Box, list[Word]] = {}
    free: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for frame in frames:
            x0, top, x1, bottom = frame
            if x0 <= x <= x1 and top <= y <= bottom:
                inside.setdefault(frame, []).append(word)
                break
        else:
            free.append(word)
    framed = [Card(frame, tuple(lines(held, number))) for frame, held in inside.items()]
    loose = [Card(around(run), tuple(lines(run, number)), framed=False) for run in _clusters(free)]
    return _tied(_labelled(framed), loose)


def _frames(shapes: Iterable[Box], page: Box) -> list[Box]:
    """Shapes that can hold text, the smallest first; not lines, not the slide itself."""
    area = page.x1 * page.bottom
    fit = {
        shape
        for shape in shapes
        if shape.x1 - shape.x0 > 8 and shape.bottom - shape.top > 8 and _area(shape) < 0.7 * area
    }
    return sorted(fit, key=lambda shape: (_area(shape), shape))


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)


def _clusters(words: Sequence[Word]) -> list[list[Word]]:
    """Free words as blocks of lines that stand close under one another."""
    blocks: list[tuple[list[Word], Box]] = []
    for run in sorted(segments(words), key=lambda run: (run[0].top, run[0].x0)):
        box = around(run)
        for i in range(len(blocks) - 1, -1, -1):
            block, upper = blocks[i]
            if _below(upper, box, block[0], run[0]):
                block.extend(run)
                blocks[i] = block, around((upper, box))
                break
        else:
            blocks.append((list(run), box))
    return [block for block, _ in blocks]


def _below(upper: Box, lower: Box, first: Word, word: Word) -> bool:
    high, other = first.bottom - first.top, word.bottom - word.top
    if not 0.8 * other < high < 1.25 * other:
        return False
    if lower.top - upper.bottom > 0.7 * high or lower.top < upper.top + 0.5 * high:
        return False
    aligned = abs(upper.x0 - lower.x0) < high or abs(upper.x0 + upper.x1 - lower.x0 - lower.x1) < 2 * high
    return aligned and min(upper.x1, lower.x1) > max(upper.x0, lower.x0)


def _labelled(cards: Sequence[Card]) -> list[Card]:
    """Pills, circles and numbers that overlap a card become its label."""
    by_size = sorted(cards, key=lambda card: _area(card.box))
    labels: dict[int, list[Card]] = {}
    for i, small in enumerate(by_size):
        if len(small.text) > 20:
            continue
        for j in range(i + 1, len(by_size)):
            if _sits_on(small.box, by_size[j].box):
                labels.setdefault(j, []).append(small)
                break
    worn = {id(small) for held in labels.values() for small in held}
    done = []
    for j, card in enumerate(by_size):
        if id(card) in worn:
            continue
        held = sorted(labels.get(j, ()), key=lambda small: (small.box.top, small.box.x0))
        label = tuple(line for small in held for line in (*small.label, *small.lines))
        done.append(replace(card, box=around([card.box, *(s.box for s in held)]), label=label) if held else card)
    return done


def _sits_on(small: Box, large: Box) -> bool:
    """Whether a small shape overlaps a larger one, over its upper side or its left side or within it."""
    width = min(small.x1, large.x1) - max(small.x0, large.x0)
    height = min(small.bottom, large.bottom) - max(small.top, large.top)
    if width <= 1 or height <= 1 or _area(small) > 0.6 * _area(large):
        return False
    x, y = (small.x0 + small.x1) / 2, (small.top + small.bottom) / 2
    return x < large.x1 and y < (large.top + large.bottom) / 2 + 1 + 0.1 * (large.bottom - large.top)


def _tied(cards: Sequence[Card], loose: Sequence[Card]) -> list[Card]:
    """Free text centred close below or above a card of a row of cards goes with it; the rest stays for itself."""
    ties: dict[int, list[Card]] = {}
    for text in loose:
        near = [(gap, i) for i, card in enumerate(cards) if (gap := _tie(card.box, text.box)) is not None]
        if near:
            ties.setdefault(min(near)[1], []).append(text)
    if len(ties) < 2:
        return [*cards, *loose]
    tied = {id(text) for texts in ties.values() for text in texts}
    return [*(_with(card, ties.get(i, ())) for i, card in enumerate(cards)), *(t for t in loose if id(t) not in tied)]


def _tie(card: Box, text: Box) -> float | None:
    """The distance between a card and a text that is centred on it, or None."""
    wide, high = card.x1 - card.x0, card.bottom - card.top
    if abs((card.x0 + card.x1) / 2 - (text.x0 + text.x1) / 2) > 0.2 * wide or text.x1 - text.x0 > 1.3 * wide:
        return None
    gap = max(text.top - card.bottom, card.top - text.bottom)
    return gap if -2 < gap < max(0.8 * high, 12) else None


def _with(card: Card, texts: Sequence[Card]) -> Card:
    if not texts:
        return card
    after = tuple(line for text in texts for line in text.lines)
    return replace(card, box=around([card.box, *(text.box for text in texts)]), after=after)
