"""Groups of lines as cells: rebuilt rows and tables, and the run of groups that may be one table's cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.cell_kinds import is_sentence, is_side, may_start

# Cells are brief: what is twice as long is a paragraph.
BRIEF = 60
_LONGEST_RUN = 800
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells (lines each).

    `left` columns belong to the row above; the first cell is `wide` columns wider; `spans`, if any, are all widths.
    """

    cells: tuple[tuple[str, ...], ...]
    left: int = 0
    wide: int = 0
    spans: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A rebuilt table, its width, and how many groups of lines it takes."""

    rows: tuple[Row, ...]
    width: int
    groups: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's lines, and how many groups of lines they stood in."""

    lines: tuple[str, ...]
    groups: int = 1

    @property
    def words(self) -> str:
        """The lines on one."""
        return " ".join(self.lines)


def may_begin(group: Sequence[str], *, exactly: bool = False) -> bool:
    """Whether a group may be the first header cell of a table; `exactly` asks for one of the usual headers."""
    words = " ".join(line.strip() for line in group)
    return len(words) <= BRIEF and may_start(words, exactly=exactly)


def run_length(groups: Sequence[Sequence[str]], at: int) -> int:
    """How many groups from here on may be cells."""
    return sum(cell.groups for cell in run_of(groups, at))


def run_of(groups: Sequence[Sequence[str]], at: int) -> Iterator[Cell]:
    """The groups that may be cells, from here to the next paragraph or caption."""
    last: Cell | None = None
    for group in groups[at : at + _LONGEST_RUN]:
        cell = Cell(tuple(line.strip() for line in group))
        if len(group) > _MOST_LINES or (len(group) > 1 and group[0].startswith(" ")) or _is_text(cell.words):
            break
        if last is not None and is_side(cell.words):
            last = Cell(last.lines + cell.lines, last.groups + 1)
            continue
        if last is not None:
            yield last
        last = cell
    if last is not None:
        yield last


def _is_text(words: str) -> bool:
    return len(words) > BRIEF * 2 or is_sentence(words) or words.startswith(("<", "【", "##", "["))
