"""Competition ratios that do not follow from applicants and places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.grid import Grid
from extract.reading import Reading
from extract.release import Evidence, Selection, Warning
from extract.sentences import Sentence
from parsers.document import Cell

_NUMBER = re.compile(r"(?:총 ?)?(\d[\d,]*)(?: ?[가-힣()]{0,6})?")
_RATIO = re.compile(r"(\d+(?:\.\d+)?) ?(?::|대) ?1")
_APPLICANTS = re.compile(
    r"(?<![\d.,])(\d[\d,]*) ?(?:개 ?)?[가-힣·]{1,8}(?:이|가|에서|의 [가-힣]{2,6}[이가])? ?(?:신청|지원|접수|응모)"
)
_SAME = 0.3
_APPLIED = re.compile(r"신청|접수|지원|응모|응시")
_CHOSEN = re.compile(r"선정|선발|지정|모집")


def check_ratios(reading: Reading, selections: list[Selection]) -> Iterator[Warning]:
    """Ratios of selections and of tables that state applicants and places beside them."""
    known = set()
    for selection in selections:
        if selection.competition_ratio and selection.applicants and selection.count:
            stated = f"{selection.competition_ratio:g}"
            known.add((stated, selection.applicants))
            if not follows(stated, selection.applicants, selection.count):
                yield _warning(stated, selection.applicants, selection.count, selection.evidence)
    places = {selection.count for selection in selections if selection.count}
    for stated, applied, sentence in _in_sentences(reading):
        chosen = min(places, key=lambda count: abs(applied / count - float(stated)), default=None)
        if (stated, applied) in known:
            continue
        if chosen and not follows(stated, applied, chosen) and _near(float(stated), applied / chosen):
            yield _warning(stated, applied, chosen, [reading.evidence(sentence.start, sentence.end)])
    for grid in reading.grids:
        for stated, applied, chosen, cell in _in_table(grid):
            if not follows(stated, applied, chosen):
                yield _warning(stated, applied, chosen, [reading.evidence(cell.start, cell.end)])


def follows(stated: str, applicants: int, places: int) -> bool:
    """Whether a ratio is applicants by places, rounded, or cut off, at its last digit."""
    _, _, decimals = stated.partition(".")
    step = 10.0 ** -len(decimals)
    return abs(applicants / places - float(stated)) < step


def _near(stated: float, ratio: float) -> bool:
    """Whether two ratios are likely of the same competition."""
    return abs(stated - ratio) < stated * _SAME


def _in_sentences(reading: Reading) -> Iterator[tuple[str, int, Sentence]]:
    """Ratio and applicants, for every sentence that states one of each."""
    for hit in re.finditer("경쟁률", reading.text):
        sentence = reading.sentence_at(hit.start())
        if sentence is None:
            continue
        ratios = _RATIO.findall(reading.text, sentence.start, sentence.end)
        applied = _APPLICANTS.findall(reading.text, sentence.start, sentence.end)
        if len(ratios) == len(applied) == 1:
            yield ratios[0], int(applied[0].replace(",", "")), sentence


def _warning(stated: str, applied: int, chosen: int, evidence: list[Evidence]) -> Warning:
    message = f"{applied} applicants for {chosen} places are not {stated}:1"
    return Warning(code="ratio_mismatch", message=message, evidence=evidence)


def _in_table(grid: Grid) -> Iterator[tuple[str, int, int, Cell]]:
    """Ratio, applicants, places and the ratio's cell, for every row or column of a table that has all three."""
    table = grid.table
    lines = [[table.at(row, column) for column in range(table.columns)] for row in range(table.rows)]
    for way in (lines, [list(line) for line in zip(*lines, strict=True)] if lines else []):
        labels = [grid.words(line[0]) for line in way]
        places = {name: _only(labels, pattern) for name, pattern in _LABELS.items()}
        applied, chosen, ratio = places["applied"], places["chosen"], places["ratio"]
        if applied is None or chosen is None or ratio is None:
            continue
        for across in range(1, len(way[0])):
            cells = [way[place][across] for place in (ratio, applied, chosen)]
            yield from _read([grid.words(cell) for cell in cells], cells[0])


_LABELS = {"applied": _APPLIED, "chosen": _CHOSEN, "ratio": re.compile("경쟁률")}


def _only(labels: list[str], pattern: re.Pattern[str]) -> int | None:
    """Where the one label stands that fits."""
    fitting = [at for at, label in enumerate(labels) if pattern.search(label)]
    return fitting[0] if len(fitting) == 1 else None


def _read(words: list[str], cell: Cell | None) -> Iterator[tuple[str, int, int, Cell]]:
    ratio, applied, chosen = _RATIO.fullmatch(words[0]), _NUMBER.fullmatch(words[1]), _NUMBER.fullmatch(words[2])
    if cell and ratio and applied and chosen:
        applicants, places = (int(hit.group(1).replace(",", "")) for hit in (applied, chosen))
        if places:
            yield ratio.group(1), applicants, places, cell
