"""The reading text laid out for a page: lines and tables, cut where cited places begin and end."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from extract.review.marks import Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the text, and the numbers and kinds of the places that they belong to."""

    text: str
    numbers: tuple[int, ...]
    kinds: tuple[str, ...]
    first: bool
    """Whether a cited place begins here; the first piece of a place is the one that takes the focus."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A line, or a table's cell; `start` is its offset in the reading text."""

    start: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph (one row of one cell) or a table; `columns` is the widest row's."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: int

    @property
    def text(self) -> str:
        """The first cell's words."""
        return "".join(piece.text for piece in self.rows[0][0].pieces)

    @property
    def is_table(self) -> bool:
        """Whether the part has more than one column."""
        return self.columns > 1


def lay_out(text: str, marks: Iterable[Mark]) -> list[Part]:
    """The parts of a reading text: following lines with tabs are one table. Blank lines are left out."""
    cut = _Cut(text, marks)
    parts: list[Part] = []
    for tabbed, lines in groupby(_lines(text), key=lambda line: "\t" in line[1]):
        rows = [tuple(cut.cell(*cell) for cell in _cells(*line)) for line in lines if line[1].strip()]
        if tabbed:
            parts.append(Part(tuple(rows), max(len(row) for row in rows)))
        else:
            parts += [Part((row,), 1) for row in rows]
    return parts


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _cells(start: int, line: str) -> Iterator[tuple[int, int]]:
    for cell in line.split("\t"):
        yield start, start + len(cell)
        start += len(cell) + 1


class _Cut:
    """A text and where its cited places begin and end."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._spans = sorted(
            ((mark.evidence.start, min(mark.evidence.end, len(text)), mark) for mark in marks),
            key=lambda span: (span[0], span[1], span[2].number),
        )
        self._by_line: dict[int, list[tuple[int, int, Mark]]] = defaultdict(list)
        starts = [start for start, _ in _lines(text)] if self._spans else []
        self._index = starts
        for span in self._spans:
            for line in _touched(starts, span[0], span[1]):
                self._by_line[line].append(span)

    def cell(self, start: int, end: int) -> Cell:
        """The pieces of a span that lies within one line."""
        spans = [span for span in self._by_line.get(_line(self._index, start), ()) if span[0] < end and span[1] > start]
        edges = {start, end, *(edge for low, high, _ in spans for edge in (low, high) if start < edge < end)}
        pieces = [self._piece(low, high, spans) for low, high in pairwise(sorted(edges))]
        return Cell(start, tuple(pieces))

    def _piece(self, low: int, high: int, spans: list[tuple[int, int, Mark]]) -> Piece:
        over = [span for span in spans if span[0] <= low and high <= span[1]]
        over.sort(key=lambda span: span[1] - span[0])  # the narrowest place gives the colour
        kinds = dict.fromkeys(kind for _, _, mark in over for kind in mark.kinds)
        numbers = tuple(mark.number for _, _, mark in over)
        return Piece(self._text[low:high], numbers, tuple(kinds), any(span[0] == low for span in over))


def _line(starts: list[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def _touched(starts: list[int], low: int, high: int) -> range:
    return range(_line(starts, low), _line(starts, max(high - 1, low)) + 1)
