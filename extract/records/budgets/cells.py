"""What the labels of a table say of an amount in it: label, year, recipient, track."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.grid import Grid
from extract.reading import Reading
from extract.records.budgets.details import year_of
from extract.records.budgets.draft import Whom
from extract.records.budgets.payers import payer_in
from extract.records.budgets.whom import names_money
from extract.rule import Mention
from extract.values import Party
from parsers.document import Cell

_TOTAL = re.compile(r"(?:합|총|소|누)?\s?계|합\s?계|총\s?합|전\s?체|총액|소\s?계")
_YEAR = re.compile(r"[^가-힣]*(?:\d{2}|\d{4})\s?년?도?[^가-힣]*(?:신규|이후|까지|예산|계획)?[^가-힣]*")
_WHO = re.compile(
    r"기업|업체|대학|기관|지자체|시\s?[·‧]?\s?군|시군구|수행|단체|회사|법인|사업자|선정\s?지역"
    r"|지역명|지역$|대상지|사업지"
)
_COUNTED = re.compile(
    r"연번|순번|번호|건수|개소|곳$|명$|인원|가구|비율|비중|%|증감|면적|점수|순위|경쟁률|기간|연도|일자|대수|개수|수$|물량|전화|과제\s?수|㎡|km|톤"
)


_AROUND = re.compile(r"\s*\([^()]*\)|^[\s①-⑳\-*·]+|[\s①-⑳\-*·]+$")
_COMPOUND = re.compile(r"형|펀드|사업|지원$|투자")


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell's labels say; `label` names the money, `countable` that the column is no money at all."""

    label: str
    other: str
    year: int | None
    whom: Whom
    total: bool
    countable: bool


def said_of(reading: Reading, grid: Grid, cell: Cell) -> Said:
    """Read the labels of one cell."""
    labels = grid.labels(cell)
    above = [grid.words(label) for label in labels.above]
    left = [grid.words(label) for label in labels.left]
    label = _money_label(above, left)
    who = _recipient(reading, grid, labels.left) or _recipient(reading, grid, labels.above)
    total = any(_TOTAL.fullmatch(words) for words in left[-1:] + above[-1:])
    years = (year_of(words, reading.published) or _bare_year(words) for words in (*above, *left))
    return Said(
        label=label,
        other=" ".join(words for words in (*left, *above) if words != label and not _YEAR.fullmatch(words)),
        year=next((year for year in years if year), None),
        whom=_whom(who, _track(left, above, label, who), total),
        total=total,
        countable=bool(above) and bool(_COUNTED.search(above[-1])) and not names_money(above[-1]),
    )


def _money_label(above: list[str], left: list[str]) -> str:
    """The label that names the money: of the column before the row, one that names a payer before one that does not."""
    named = [words for words in (*reversed(above), *reversed(left)) if names_money(words)]
    return next((words for words in named if payer_in(words)), named[0] if named else "")


def _bare_year(words: str) -> int | None:
    hit = re.fullmatch(r"\D{0,2}(20\d{2})\D{0,6}", words)
    return int(hit[1]) if hit else None


def _recipient(reading: Reading, grid: Grid, labels: tuple[Cell, ...]) -> Whom | None:
    for label in reversed(labels):
        words = grid.words(label)
        if _TOTAL.fullmatch(words):
            return None
        parties = reading.parties.within(label.start, label.end)
        if parties and _covers(parties, label):
            party = parties[-1].value
            return Whom(party.name if len(parties) == 1 else words, party.region)
        header = grid.columns[label.column] if grid.header_rows else ""
        if label.row >= grid.header_rows and _WHO.search(header) and not words.isdigit() and len(words) < 30:
            return Whom(words)
    return None


def _covers(parties: list[Mention[Party]], cell: Cell) -> bool:
    return sum(party.end - party.start for party in parties) >= 0.5 * (cell.end - cell.start)


def _track(left: list[str], above: list[str], label: str, who: Whom | None) -> str | None:
    """The deepest label that names no money, of the row before the column; else one that may name both."""
    taken = (who.recipient if who else None) or ""
    rows = [words for one in reversed(left) if one != label and (words := _plain(one, taken))]
    columns = [words for one in reversed(above) if one != label and (words := _plain(one, taken))]
    if rows and _TOTAL.fullmatch(rows[0]):
        rows = []
    columns = [words for words in columns if not _TOTAL.fullmatch(words) and not _COUNTED.search(words)]
    both = (*rows, *columns)
    candidates = (
        *(words for words in both if not names_money(words)),
        *(words for words in both if len(words) > 6 or _COMPOUND.search(words)),
    )
    return next(iter(candidates), None)


def _plain(label: str, taken: str) -> str:
    words = _AROUND.sub("", label).strip()
    taken_up = bool(taken) and (words == taken or taken in words)
    return "" if taken_up or words.isdigit() or _YEAR.fullmatch(words) else words


def _whom(who: Whom | None, track: str | None, total: bool) -> Whom:
    if who is None:
        return Whom(category=None if total and not track else track)
    return Whom(who.recipient, who.region, track)
