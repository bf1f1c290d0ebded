"""Tables over the years: `연도 | 2023년 | 2024년` over a row `선정 지자체` with counts, names or both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.reading import Reading
from extract.records.selections.chosen import choices_of
from extract.records.selections.claim import Claim
from extract.records.selections.counts import places_in
from extract.records.selections.names import named, plausible, split_names
from extract.records.selections.sheets import Box, Sheet

_YEAR = re.compile(r"(?:20|['’‘])(?P<year>\d{2})\s?년?도?")
_ROW = re.compile(r"선정\s?(?:지자체|도시|기업|기관|대학|지역|결과|규모|대상지?)?")


def yearly_in(reading: Reading, sheet: Sheet) -> Iterator[Claim]:
    """A claim for each year of a table that sets the chosen of several years side by side."""
    years = [_YEAR.fullmatch(head) for head in sheet.heads]
    if sum(map(bool, years)) < 2:
        return
    for at, year in enumerate(years):
        if year is None:
            continue
        cells = [row[at] for row in sheet.rows if row[0] and _ROW.fullmatch(row[0].words) and row[at]]
        claim = _read(reading, [cell for cell in cells if cell])
        if claim:
            yield replace(claim, year=2000 + int(year["year"]))


def _read(reading: Reading, cells: list[Box]) -> Claim | None:
    if not cells:
        return None
    if re.search("예정|계획", cells[0].words):
        return None
    start, end = cells[0].start, cells[-1].end
    counts = [places for cell in cells for places in places_in(reading.text, cell.start, cell.end)]
    lists = [cell for cell in cells if not list(places_in(reading.text, cell.start, cell.end))]
    items = [
        item
        for cell in lists
        for a, b in split_names(reading.text, cell.start, cell.end)
        if (item := named(reading.text, a, b)) and plausible(item)
    ]
    choices = choices_of(reading, items, counts[0].unit if counts else "")
    count = counts[0].value if counts else len(choices)
    if not count or len(choices) > count:
        return None
    return Claim(start, end, "selected", count, counts[0].unit if counts else "", None, choices)
