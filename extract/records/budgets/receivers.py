"""Who stands in a table's row for an amount: the cells of the nearest column of names, one for each row it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.grid import Grid
from extract.grid_words import is_value
from extract.lexicon import budget_words
from extract.reading import Reading
from extract.records.budgets.draft import Whom
from extract.release import Region
from extract.rules.alternation import one_of
from extract.rules.number import read_decimal
from extract.rules.party_list import find_party_list
from extract.rules.party_name import ListContext
from parsers.document import Cell

TOTAL = re.compile(r"(?:(?:합|총|소|누)?\s?계|합\s?계|총\s?합|전\s?체|총액|소\s?계|총\s?괄)(?:\s?\([^()]*\))?")
_WHO = re.compile(
    rf"(?:선정|지원|참여|수행|주관|대상|신청|수혜|기초|최종)?(?:{one_of(budget_words()['heads']['recipients'])})"
    r"(?:명|명칭|연합)?(?:\([^()]*\))?명?"
)
# Sites by their name: `산단명`, `항만 명칭`.
_SITE = re.compile(rf"[가-힣·]{{0,6}}(?:{one_of(budget_words()['heads']['sites'])})\s?(?:명|명칭|이름)")
_APART = re.compile(r"[\s·‧]+")
_TOWN = re.compile(r"지역명?|시\s?[·‧]?\s?군\s?명|지자체\s?명|대상\s?지역")
_PROVINCE = re.compile(r"시\s?[·‧]?\s?도|광역(?:시도|자치단체)?|권역|지역|시도명?")


def receivers(reading: Reading, grid: Grid, cell: Cell) -> tuple[tuple[Whom, Cell], ...]:
    """The recipients that a cell's row or column names, each with the cell that names it."""
    column = _column(reading, grid, cell)
    if column is None:
        above = grid.labels(cell).above
        return tuple(_named(reading, grid, above[-1], None)) if above and _is_party(reading, above[-1]) else ()
    if _of_group(grid, cell, column):
        return ()  # `group_names` tells who
    named: dict[int, Cell] = {}
    for row in range(cell.row, cell.row + cell.row_span):
        who = grid.table.at(row, column)
        if who and who.end > who.start:
            named.setdefault(who.start, who)
    return tuple(
        found for who in named.values() for found in _named(reading, grid, who, _province(reading, grid, who, column))
    )


def group_names(reading: Reading, grid: Grid, cell: Cell) -> tuple[Cell, ...]:
    """The cells that name those who get a merged cell's amount together; none where each gets it."""
    column = _column(reading, grid, cell) if cell.row_span > 1 else None
    if column is None or not _of_group(grid, cell, column):
        return ()
    rows = range(cell.row, cell.row + cell.row_span)
    return tuple(who for row in rows if (who := grid.table.at(row, column)) and who.end > who.start)


def _of_group(grid: Grid, cell: Cell, column: int) -> bool:
    """Whether a merged cell tells what a group of recipients gets together: as such the column adds up to its total."""
    if cell.row_span == 1:
        return False
    column_cells = [one for one in grid.table.cells if one.column == cell.column and one.row >= grid.header_rows]
    sums = [one for one in column_cells if _is_sum(grid, one.row, column)]
    parts = [number for one in column_cells if one not in sums and (number := read_decimal(grid.words(one)))]
    return len(sums) == 1 and read_decimal(grid.words(sums[0])) == sum(parts)


def _is_sum(grid: Grid, row: int, column: int) -> bool:
    return any(TOTAL.fullmatch(grid.at(row, at)) for at in range(column + 1))


def _column(reading: Reading, grid: Grid, cell: Cell) -> int | None:
    """The nearest column before a cell that is headed as one of recipients, else one that names a party."""
    columns = [at for at in range(cell.column - 1, -1, -1) if _beside(grid, at, cell.column)]
    bodies = [(at, who) for at in columns if (who := grid.table.at(cell.row, at)) and who.row >= grid.header_rows]
    headed = next((at for at, _ in bodies if _names_recipients(_last(grid, at))), None)
    if headed is not None:
        return headed
    return next((at for at, who in bodies if _is_party(reading, who) or _is_town(reading, grid, at, who)), None)


def _names_recipients(head: str) -> bool:
    head = _APART.sub("", head)
    return bool(_WHO.fullmatch(head) or _SITE.fullmatch(head))


def _is_town(reading: Reading, grid: Grid, column: int, cell: Cell) -> bool:
    """Whether a cell under `지역` is a municipality: `경남 함안`."""
    region = reading.region(grid.words(cell)) if _TOWN.fullmatch(_last(grid, column)) else None
    return region is not None and region.sigungu is not None


def _last(grid: Grid, column: int) -> str:
    """The lowest header of a column."""
    return grid.at(grid.header_rows - 1, column) if grid.header_rows else ""


def _beside(grid: Grid, column: int, other: int) -> bool:
    """Whether two columns stand under one head, or the first under none that spans several."""
    if grid.header_rows < 2:
        return True
    one, two = grid.table.at(0, column), grid.table.at(0, other)
    return one is None or one is two or one.column_span == 1


def _is_party(reading: Reading, cell: Cell) -> bool:
    parties = reading.parties.within(cell.start, cell.end)
    return sum(party.end - party.start for party in parties) >= 0.5 * max(1, cell.end - cell.start)


def _province(reading: Reading, grid: Grid, who: Cell, column: int) -> str | None:
    for left in range(column - 1, -1, -1):
        if _PROVINCE.fullmatch(_last(grid, left)):
            return grid.at(who.row, left)
    return None


def _named(reading: Reading, grid: Grid, who: Cell, province: str | None) -> Iterator[tuple[Whom, Cell]]:
    words = grid.words(who)
    if not words or TOTAL.fullmatch(words) or is_value(words) or len(words) > 60 or words.startswith("("):
        return
    count = None if "," in words else 1
    context = ListContext(reading.names_day, province, count=count, home=reading.home)
    for listed in find_party_list(reading.text, who.start, who.end, context):
        name = reading.text[listed.start : listed.end] if not listed.party.name else listed.party.name
        yield Whom(" ".join(name.split()), listed.party.region or _town(reading, grid, who, province)), who


def _town(reading: Reading, grid: Grid, who: Cell, province: str | None) -> Region | None:
    """The municipality beside a site."""
    beside = (grid.at(who.row, column) for column in range(who.column - 1, -1, -1))
    return next((found for words in beside if words and (found := reading.region(words, province))), None)
