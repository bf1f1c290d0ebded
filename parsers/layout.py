"""Words to lines, lines to their order: what a reader sees on a page before any meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from parsers.document import Box
from parsers.words import Word

WIDE = 1.5  # line heights: words further apart do not belong to one segment


@dataclass(frozen=True)
class Line:
    """Words on one level, from left to right, and the box around them.

    `frame` is the box drawn around the paragraph in which they stand.
    """

    words: tuple[Word, ...]
    page: int
    box: Box
    frame: Box | None = None

    @cached_property
    def height(self) -> float:
        """Of most of its words: its type size."""
        heights = sorted([word.bottom - word.top for word in self.words])
        return heights[len(heights) // 2]

    @cached_property
    def text(self) -> str:
        """The words with the spaces between them; nothing stands where a word was cut."""
        first = self.words[0]
        parts, end = [first.text], first.first + len(first.text)
        for word in self.words[1:]:
            if word.gap or not 0 <= word.first - end <= 1:
                parts.append(" ")
            parts.append(word.text)
            end = word.first + len(word.text)
        return "".join(parts)


def around(words: Sequence[Word | Box]) -> Box:
    """The box around words or boxes."""
    first = words[0]
    x0, top, x1, bottom = first.x0, first.top, first.x1, first.bottom
    for word in words:
        if word.x0 < x0:
            x0 = word.x0
        if word.top < top:
            top = word.top
        if word.x1 > x1:
            x1 = word.x1
        if word.bottom > bottom:
            bottom = word.bottom
    return Box(x0, top, x1, bottom)


def segments(words: Iterable[Word]) -> list[list[Word]]:
    """Runs of words that follow one another on one level without a wide gap."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _follows(before: Word, word: Word) -> bool:
    high, tall = before.bottom - before.top, word.bottom - word.top
    if high > tall:
        high, tall = tall, high
    shared = (before.bottom if before.bottom < word.bottom else word.bottom) - (
        before.top if before.top > word.top else word.top
    )
    return shared >= 0.5 * high and -0.5 * tall < word.x0 - before.x1 < WIDE * tall


def lines(words: Iterable[Word], page: int) -> list[Line]:
    """Lines from top to bottom; segments on one level that do not cover each other are one line."""
    runs = segments(words)
    if len(runs) < 2:
        return [Line(tuple(run), page, around(run)) for run in runs]
    rows: list[list[tuple[list[Word], Box]]] = []
    boxes: list[Box] = []
    for run in sorted(runs, key=lambda run: (run[0].top + run[0].bottom, run[0].x0)):
        box = around(run)
        for i in range(len(rows) - 1, max(len(rows) - 4, -1), -1):
            if _level(boxes[i], box) and not any(_covers(other, box) for _, other in rows[i]):
                rows[i].append((run, box))
                boxes[i] = around((boxes[i], box))
                break
        else:
            rows.append([(run, box)])
            boxes.append(box)
    ordered = [Line(_from_left([run for run, _ in row]), page, box) for row, box in zip(rows, boxes, strict=True)]
    return sorted(ordered, key=lambda line: (line.box.top + line.box.bottom, line.box.x0))


def _from_left(runs: list[list[Word]]) -> tuple[Word, ...]:
    runs.sort(key=lambda run: run[0].x0)
    return tuple([word for run in runs for word in run])


def _level(a: Box, b: Box) -> bool:
    return min(a.bottom, b.bottom) - max(a.top, b.top) > 0.5 * min(a.bottom - a.top, b.bottom - b.top)


def _covers(a: Box, b: Box) -> bool:
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0.5 * min(a.bottom - a.top, b.bottom - b.top)
