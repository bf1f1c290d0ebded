"""Winners in a table divided twice: tracks side by side in the upper heads, regions or types down the side."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.chosen import choices_of
from extract.records.selections.claim import Claim
from extract.records.selections.names import Named, named, plausible
from extract.records.selections.sheets import Sheet

_NAMES = re.compile(
    r"(?:선정|지정|참여|주관)?(?:대학|기업|기관|지자체|지역|병원|단체|팀|사업단|시군구?)(?:명|연합|컨소시엄)?"
)
_DIVIDES = re.compile(r"구분|권역|유형|분야|부문|규모|지역구분")


def crossed_in(reading: Reading, sheet: Sheet, counts: Collection[int]) -> Iterator[Claim]:
    """A claim for every row and track that names somebody; none unless as many are named as the text counts."""
    columns = _columns(sheet)
    if len(columns) < 2 or not _DIVIDES.fullmatch(_bare(sheet.heads[0])):
        return
    found: dict[str, list[Named]] = {}
    seen: set[int] = set()
    for row in sheet.rows:
        for at, top in columns.items():
            box = row[at]
            item = named(reading.text, box.start, box.end) if box and box.start not in seen else None
            if box and item and plausible(item):
                seen.add(box.start)
                found.setdefault(f"{row[0].words} {top}" if row[0] else top, []).append(item)
    if sum(map(len, found.values())) in counts:
        for label, items in found.items():
            choices = choices_of(reading, items, "")
            yield Claim(choices[0].start, choices[-1].end, None, len(choices), "", label, choices)


def _columns(sheet: Sheet) -> Mapping[int, str]:
    """The columns of names, each with the track that stands over it."""
    return {
        at: tracks.clean(top)
        for at, top in enumerate(sheet.tops)
        if at and tracks.is_track(tracks.clean(top)) and _NAMES.fullmatch(_bare(sheet.heads[at].removeprefix(top)))
    }


def _bare(head: str) -> str:
    return re.sub(r"[\s·*]+", "", head)
