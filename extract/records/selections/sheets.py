"""Tables as rows under headings, whether the document kept them as tables or left one cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.grid import Grid
from extract.reading import Reading
from extract.records.selections.flat import flat_rows


@dataclass(frozen=True, slots=True)
class Box:
    """What one place of a table says, and where."""

    words: str
    start: int
    end: int


Row = tuple[Box | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of equal length under their heads; `tops` are the upper heads where there are two rows of them, `first` is
    the row of the heads, `caption` what stands right before the table."""

    caption: str
    heads: tuple[str, ...]
    tops: tuple[str, ...]
    rows: tuple[Row, ...]
    first: Row
    start: int
    end: int


def sheets(reading: Reading) -> Iterator[Sheet]:
    """Every table of the document, and every run of lines that was one."""
    for grid in reading.grids:
        yield from _of_grid(reading, grid)
    for caption, heads, rows in flat_rows(reading):
        boxes = tuple(tuple(_box(reading, *span) if span else None for span in row) for row in rows)
        spans = [box for row in boxes for box in row if box]
        if spans:
            yield Sheet(caption, heads, (), boxes, (), spans[0].start, spans[-1].end)


def _of_grid(reading: Reading, grid: Grid) -> Iterator[Sheet]:
    table = grid.table
    if table.rows < 2 or table.columns < 2:
        return
    top = max(1, grid.header_rows)
    heads = grid.columns if grid.header_rows else tuple(grid.at(0, column) for column in range(table.columns))
    rows = []
    for row in range(top, table.rows):
        cells = (table.at(row, column) for column in range(table.columns))
        rows.append(tuple(_box(reading, cell.start, cell.end) if cell else None for cell in cells))
    first = tuple(
        _box(reading, cell.start, cell.end) if (cell := table.at(0, at)) else None for at in range(table.columns)
    )
    tops = tuple(grid.at(0, at) for at in range(table.columns)) if grid.header_rows > 1 else ()
    caption = _before(reading, grid.block.start)
    yield Sheet(caption, heads, tops, tuple(rows), first, grid.block.start, grid.block.end)


def _box(reading: Reading, start: int, end: int) -> Box | None:
    words = " ".join(reading.text[start:end].split())
    return Box(words, start, end) if words else None


def _before(reading: Reading, start: int) -> str:
    """The words of the blocks right before a table that are not sentences of the body."""
    near: list[str] = []
    for block in reversed([b for b in reading.document.blocks if b.end <= start][-6:]):
        words = reading.text[block.start : block.end]
        if block.table is not None:
            break
        near.append(words)
        titled = re.match(r"[\[<【〈]", words) and "단위" not in words
        if titled or (len(words) > 12 and not re.match(r"[(※*]", words)):
            break
    return " ".join(reversed(near))


def column(sheet: Sheet, pattern: re.Pattern[str], taken: Sequence[int] = ()) -> int | None:
    """The first column whose head is of a kind."""
    for at, head in enumerate(sheet.heads):
        if at not in taken and pattern.fullmatch(re.sub(r"[\s·‧・ㆍ∙]|\*+", "", head)):
            return at
    return None
