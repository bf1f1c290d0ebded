"""Slides whose table over the years lost its columns: a line of years, then the cells of each row in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.reading import Reading
from extract.records.selections.claim import Claim
from extract.values import Programme

_YEARS = re.compile(r"^(?:[가-힣]{2,4}\s)?(?P<years>20\d\d년?(?:[ \t]+20\d\d년?){2,6})$", re.M)
_LABEL = re.compile(r"^선정\s?(?:지자체|도시|기업|기관|대학|지역|과제)(?:\s?수)?\s", re.M)
_CELL = re.compile(
    r"\s*(?:\((?P<track>[^()\d\n]{2,20})\)\s)?(?P<count>\d{1,4})\s?(?P<unit>곳|개소|개사|개교|건|개)(?=\s|$)"
    r"(?P<ahead>\s(?:선정\s?)?(?:예정|계획))?"
)
_REACH = 700


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    count: int
    unit: str
    track: str | None
    ahead: bool


def spread_in(reading: Reading) -> Iterator[Claim]:
    """A claim for every count in a row of the chosen whose years stand in the line of heads above it."""
    for heads in _YEARS.finditer(reading.text):
        years = [int(year) for year in re.findall(r"20\d\d", heads["years"])]
        label = _LABEL.search(reading.text, heads.end(), heads.end() + _REACH)
        columns = _columns(_cells(reading.text, label.end())) if label else []
        if label and 2 < len(columns) <= len(years):
            for year, cells in zip(years, columns, strict=False):
                name = _named(reading, heads.end(), label.start(), year)
                for cell in cells if name else ():
                    yield _claim(cell, year, name)


def _cells(text: str, at: int) -> list[_Cell]:
    cells = []
    while hit := _CELL.match(text, at):
        cells.append(
            _Cell(hit.start("count"), hit.end(), int(hit["count"]), hit["unit"], hit["track"], bool(hit["ahead"]))
        )
        at = hit.end()
    return cells


def _columns(cells: list[_Cell]) -> list[list[_Cell]]:
    """Cells by column: counts with tracks of their own share one until a track comes again."""
    columns: list[list[_Cell]] = []
    for cell in cells:
        last = columns[-1] if columns else []
        if cell.track and last and last[-1].track and cell.track not in {one.track for one in last}:
            last.append(cell)
        else:
            columns.append([cell])
    return columns


def _named(reading: Reading, start: int, end: int, year: int) -> Programme | None:
    """The programme that the rows between heads and label give for a year."""
    named = reading.programmes.within(start, end)
    return next((one.value for one in named if one.value.year == year), None)


def _claim(cell: _Cell, year: int, programme: Programme | None) -> Claim:
    name = programme.name if programme else ""
    return Claim(
        cell.start,
        cell.end,
        "planned" if cell.ahead else "selected",
        cell.count,
        cell.unit,
        cell.track,
        program=name,
        year=year,
    )
