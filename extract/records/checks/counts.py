"""Counts that differ from the names listed for them: `3곳(춘천시, 원주시)`, tables under `선정기업(총 12개사)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.grid import Grid
from extract.reading import Reading
from extract.release import Warning
from extract.rules.party_list import find_party_list
from extract.rules.party_name import ListContext
from extract.rules.region import reference_day

_UNIT = "(?:개소|개사|개교|개팀|곳|개 ?(?:시·군·구|시·군|시군|지자체|대학|기업|기관|지역|학교|시|군|구|도))"
_BRACKET = re.compile(rf"(\d(?<![\d,.]\d)\d{{0,2}}) ?{_UNIT} ?\(([^()]{{4,400}})\)")
_LINE = re.compile(rf"(\d(?<![\d,.]\d)\d{{0,2}}) ?{_UNIT}\)? ?[:：] ?([^\n]{{4,400}})(?=\n|$)")
_OPEN = re.compile(r"\d|등|외|포함|제외|예정|미정|기준|약 |중복")
_TITLE = re.compile(rf"총 ?(\d{{1,3}}) ?{_UNIT}|[(:] ?(\d{{1,3}}) ?{_UNIT}[,)]")
_NUMBERED = re.compile(r"연번|번호|순번|No\.?|NO\.?")
_NAME = re.compile(r"[^\d\W][^\n]{1,24}|[^\n]{1,24}[가-힣]")
_WIDEST = 6
# Where more is missing, the table is not the whole list.
_SLIPS = 0.2


def check_counts(reading: Reading) -> Iterator[Warning]:
    """Counts beside a bracket that lists known parties, and in the caption of a table that lists them."""
    yield from _in_brackets(reading)
    for grid in reading.grids:
        yield from _in_table(reading, grid)


def _in_brackets(reading: Reading) -> Iterator[Warning]:
    day = reference_day(reading.text, reading.published)
    for hit in (*_BRACKET.finditer(reading.text), *_LINE.finditer(reading.text)):
        stated = int(hit.group(1))
        if _OPEN.search(hit.group(2)):
            continue
        listed = find_party_list(reading.text, *hit.span(2), ListContext(on=day, count=stated))
        known = all(
            one.party.kind in ("local_government", "university", "company") and one.note is None for one in listed
        )
        apart = [part for part in re.split(r"[,·、/▲△]", hit.group(2)) if part.strip()]
        if known and len(listed) > 1 and len(apart) == len(listed) != stated:
            yield _warning(reading, stated, len(listed), *hit.span())


def _in_table(reading: Reading, grid: Grid) -> Iterator[Warning]:
    """A table whose caption counts what it lists: its numbered rows, or its cells where each is a name."""
    if grid.caption is None:
        return
    counts = list(_TITLE.finditer(reading.text, *grid.caption))
    listed = _numbered(grid) or _names(grid)
    if len(counts) == 1 and listed:
        stated = int(counts[0].group(1) or counts[0].group(2))
        if 0 < abs(stated - listed) <= max(2, stated * _SLIPS):
            yield _warning(reading, stated, listed, *grid.caption)


def _numbered(grid: Grid) -> int | None:
    """How far the first column numbers the rows, if it numbers them from 1 on."""
    if not _NUMBERED.fullmatch(grid.at(0, 0)):
        return None
    numbers = [grid.at(row, 0) for row in range(1, grid.table.rows)]
    numbers = [number for number in numbers if number.isdigit()]
    return len(numbers) if numbers == [str(number) for number in range(1, len(numbers) + 1)] else None


def _names(grid: Grid) -> int | None:
    """How many names stand in a table that holds nothing else."""
    words = [grid.words(cell) for cell in grid.table.cells]
    filled = [word for word in words if word]
    plain = all(_NAME.fullmatch(word) for word in filled) and len({len(row) for row in grid.rows}) == 1
    merged = any(cell.row_span > 1 or cell.column_span > 1 for cell in grid.table.cells)
    headed = any(re.search(r"구분|기업명|지역|시·?도|분야|명칭|사업", word) for word in filled)
    return len(filled) if plain and not merged and not headed and 2 < grid.table.columns <= _WIDEST else None


def _warning(reading: Reading, stated: int, listed: int, start: int, end: int) -> Warning:
    message = f"{stated} are stated, {listed} are listed"
    return Warning(code="count_mismatch", message=message, evidence=[reading.evidence(start, end)])
