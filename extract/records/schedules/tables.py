"""Dated events in tables: a date cell is named by its row or its header, a cell of prose by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.grid import Grid
from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.facts import Fact
from extract.records.schedules.labels import heading_event
from extract.records.schedules.named import Named
from extract.records.schedules.naming import before_date
from extract.records.schedules.prose import name_in
from extract.records.schedules.sequences import only_dates
from extract.records.schedules.years import under_year
from extract.rule import Mention
from extract.sentences import sentences_of
from extract.values import Period
from parsers.document import Cell

# What a header says beside its event: `공개일`, `접수 기간`.
_OF_WHAT = re.compile(
    r"\s*(?:예정|목표)?\s?(?:일정|시기|기간|일자|날짜|일시|시점|기한|예정일|년월|일)\s*(?:\([^()]*\))?\s*$"
)
_AIMED = re.compile(r"\s(?:목표|예정|계획)\s*$")
_STEP = re.compile(r"^[\s\d①-⑮.)(\-*•○◦ㅇ□■▪▶▷]+")
# Rows that say what or who something is, not what happens.
_NAMES = re.compile(r"(?:명|명칭|대상|주관|주최|비고|예산|사업비)\s*$")
_ARROWS = re.compile(r"[\s⇨➡→▶▷►↓⇩▼➜➔~\-–·.]*")


def read_tables(reading: Reading) -> Iterator[Fact]:
    """What every date in a table says happens."""
    for grid in reading.grids:
        for date in reading.dates.within(grid.block.start, grid.block.end):
            cell = grid.cell_at(date.start)
            if cell:
                yield from _in_cell(reading, grid, cell, under_year(reading, grid, cell, date))


def _in_cell(reading: Reading, grid: Grid, cell: Cell, date: Mention[Period]) -> Iterator[Fact]:
    if not only_dates(reading, cell.start, cell.end):
        sentence = next(s for s in sentences_of(reading.text, cell.start, cell.end) if s.end >= date.end)
        named = name_in(reading, sentence, date)
        if named and events().head(named.event):
            yield Fact(named, date, "cell", ((min(date.start, named.start), max(date.end, named.end)),))
            return
    if cell.row < grid.header_rows and cell.column >= grid.header_columns and not _dated_below(reading, grid, cell):
        yield from _below(reading, grid, cell, date)
        return
    found = _name(reading, grid, cell)
    if found:
        named, label = found
        spans = ((cell.start, cell.end), (label.start, label.end)) if label else ((cell.start, cell.end),)
        yield Fact(named, date, "table", spans)


def _dated_below(reading: Reading, grid: Grid, cell: Cell) -> bool:
    """Whether a header cell only heads a column of dates because no row of labels stands above them."""
    below = grid.table.at(cell.row + cell.row_span, cell.column)
    return below is not None and only_dates(reading, below.start, below.end)


def _name(reading: Reading, grid: Grid, cell: Cell) -> tuple[Named, Cell | None] | None:
    """The event of a cell that holds only dates, and the cell that names it."""
    header = _header(reading, grid, cell)
    if header:
        name = _AIMED.sub("", _OF_WHAT.sub("", grid.words(header))).strip()
        if events().head(name):
            return Named(name, header.start, header.end, "header"), header
    timed = header is not None and grid.words(header).replace(" ", "") in events().words["labels"]
    for other in _around(grid, cell):
        named = _label_event(grid, other)
        if named is None or only_dates(reading, other.start, other.end):
            continue
        if timed and not events().head(named.event):
            heading = heading_event(reading, grid.block.start)
            return (replace(named, event=f"{named.event} {heading}"), other) if heading else None
        if named.event.replace(" ", "") not in events().words["labels"]:
            return named, other
        heading = heading_event(reading, grid.block.start)
        return (replace(named, event=heading, how="generic"), other) if heading else None
    return None


def _header(reading: Reading, grid: Grid, cell: Cell) -> Cell | None:
    """The header right above a cell, or the cell of the row above where steps stand over dates."""
    above = grid.table.at(grid.header_rows - 1, cell.column) if grid.header_rows else None
    if above and above.column_span == grid.table.columns > 1:
        above = None  # it names the table, not the column
    if _over_dates(reading, grid, cell):
        return grid.table.at(cell.row - 1, cell.column)
    if cell.row and not _ARROWS.fullmatch(grid.at(cell.row - 1, cell.column)) and not above:
        above = grid.table.at(cell.row - 1, cell.column)
    return above if above and above is not cell and above.row < cell.row else None


def _over_dates(reading: Reading, grid: Grid, cell: Cell) -> bool:
    """Whether a row of steps without dates stands right over a row of nothing but dates, both below the header."""
    if cell.row <= grid.header_rows:
        return False
    steps, dates = (
        [one for at in range(grid.table.columns) if (one := grid.table.at(row, at)) and one.end > one.start]
        for row in (cell.row - 1, cell.row)
    )
    return (
        all(one.row == cell.row - 1 and not reading.dates.within(one.start, one.end) for one in steps)
        and len(steps) == len(dates) > 1
        and all(reading.dates.within(one.start, one.end) for one in dates)
    )


def _around(grid: Grid, cell: Cell) -> Iterator[Cell]:
    """The other cells of a row: those to the left from the nearest, then those to the right, then the one above."""
    left = [grid.table.at(cell.row, column) for column in range(cell.column - 1, -1, -1)]
    right = [grid.table.at(cell.row, column) for column in range(cell.column + cell.column_span, grid.table.columns)]
    above = [grid.table.at(row, cell.column) for row in range(cell.row - 1, -1, -1)]
    for other in (*left, *right, *above):
        if other and other is not cell and re.search(r"[가-힣]{2}", grid.words(other)):
            yield other


def _label_event(grid: Grid, cell: Cell) -> Named | None:
    """The event that a label cell names: its first line, whole if short."""
    words = _STEP.sub("", grid.words(cell))
    words = re.split(r" [◦○•\-▪※*] ?| ?※", words)[0].strip()
    if not words or not re.search(r"[가-힣]{2}", words):
        return None
    if len(words) <= 24:
        return Named(words, cell.start, cell.end, "cell")
    found = before_date(words, 0, len(words))
    return Named(found.event, cell.start, cell.end, "cell") if found else None


def _below(reading: Reading, grid: Grid, cell: Cell, date: Mention[Period]) -> Iterator[Fact]:
    """Events that stand under a date in the header."""
    for row in range(grid.header_rows, grid.table.rows):
        if _NAMES.search(grid.at(row, 0)):
            continue
        below = grid.table.at(row, cell.column)
        if below and reading.dates.within(below.start, below.end):
            continue  # it has its own
        named = _label_event(grid, below) if below else None
        if below and named and events().head(named.event):
            yield Fact(named, date, "below", ((cell.start, cell.end), (below.start, below.end)))
