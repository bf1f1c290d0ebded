"""What the labels of a table say of an amount in it: label, year, track, and whether it is money at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.grid import Grid
from extract.lexicon import budget_words
from extract.reading import Reading
from extract.records.budgets.details import year_of
from extract.records.budgets.money_words import names_money
from extract.records.budgets.payers import payer_in
from extract.records.budgets.receivers import TOTAL
from extract.records.budgets.tracks import name_in
from parsers.document import Cell

_YEAR = re.compile(r"[^가-힣]*(?:\d{2}|\d{4})\s?년?도?[^가-힣]*(?:신규|이후|까지|예산|계획)?[^가-힣]*")
_STAGE = re.compile(r"\d{1,2}\s?(?:년\s?차|차\s?년도)")
_COUNTED = re.compile(
    r"연번|순번|번호|건수|개소|곳$|명$|인원|가구|비율|비중|%|증감|면적|점수|순위|경쟁률|기간|연도|일자|대수|개수|수$|물량"
    r"|전화|과제\s?수|㎡|km|톤|\((?:개|건|명|곳|대|회)\)"
)
_PROJECT = re.compile(
    r"(?:(?:대표|주요|핵심|특화|세부|선정)\s?)?(?:사업|과제|프로젝트|작품|제품|기술|연구)\s?명?|소속(?:\s?기관)?"
    r"|주요\s?(?:사업\s?)?내용|사업\s?내용"
)
_CAPTION_YEAR = re.compile(r"[\W_]*(?:(?:붙임|참고|별첨)\s?\d?\W*)?(?:20|['‘’`])(\d\d)년\s(?=[가-힣])")
_ZONE = re.compile(rf"(?:{'|'.join(budget_words()['heads']['zones'])})역?")
_TRACK_HEAD = re.compile(r"구\s?분|유형|분야|부문|훈격|등급|트랙|종류|단계|재원")
_PUBLIC = re.compile(rf"(?:{'|'.join(budget_words()['heads']['public'])})(?:\s?\([^()]*\))?")
# `재원별`: by what a head divides.
_DIVIDES = re.compile(r"\S{1,6}별|(?:소요|조달)?\s?재원|내역|계획")
_AROUND = re.compile(r"\s*\([^()]*\)|^[\s①-⑳\-*·]+|[\s①-⑳\-*·]+$")
_COMPOUND = re.compile(r"형|펀드|사업|지원$|투자|융자|대출|보증")


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell's labels say.

    `label` names the money, `other` is the rest of the labels; `countable` says that it is no money at all, `total`
    that it sums up, `stage` that it is one year's part.
    """

    label: str
    other: str
    year: int | None
    track: str | None
    total: bool
    countable: bool
    stage: bool


def said_of(reading: Reading, grid: Grid, cell: Cell, taken: frozenset[str], who: int | None) -> Said:
    """Read the labels of one cell; words `taken`, in the column `who`, name its recipient and are no track."""
    labels = grid.labels(cell)
    above = [grid.words(label) for label in labels.above]
    left = [grid.words(label) for label in labels.left if not (taken and _of_recipient(reading, grid, label, who))]
    label = _money_label(above, left) or _summed(grid, labels.left[-1:])
    nearest = (*above[-1:], *left[-1:])
    years = (year_of(words, reading.published) or _bare_year(words) for words in (*above, *left))
    return Said(
        label=label,
        other=" ".join(words for words in (*left, *above) if words != label and not _YEAR.fullmatch(words)),
        year=next((year for year in years if year), None) or _captioned(grid),
        track=_track(left, above, label, taken),
        total=any(TOTAL.fullmatch(words) for words in nearest),
        countable=any(_COUNTED.search(words) and not names_money(words) for words in nearest),
        stage=any(_STAGE.fullmatch(words) for words in nearest),
    )


def among_payers(grid: Grid, cell: Cell) -> bool:
    """Whether a cell's column is headed by public money and nothing else, or by one of several payers."""
    heads = [grid.at(grid.header_rows - 1, at) for at in range(grid.table.columns)] if grid.header_rows else []
    return bool(heads) and (bool(_PUBLIC.fullmatch(heads[cell.column])) or _one_of_payers(heads, cell.column))


def _one_of_payers(heads: list[str], column: int) -> bool:
    """`국비 | 민간`: whether a column names a payer and another column another."""
    payers = {at: payer for at, head in enumerate(heads) if len(head) <= 16 and (payer := payer_in(head))}
    own, others = payers.get(column), {payer for at, payer in payers.items() if at != column}
    return own not in (None, "total") and bool(others - {own, "total"})


def _of_recipient(reading: Reading, grid: Grid, label: Cell, who: int | None) -> bool:
    """Whether a label beside a recipient says where it is or what it will do, as most behind its name do."""
    head = grid.at(grid.header_rows - 1, label.column) if grid.header_rows else ""
    words = grid.words(label)
    if _ZONE.fullmatch(words) or reading.region(words) is not None:
        return True
    if who is not None and label.column > who and not _TRACK_HEAD.search(head) and not names_money(words):
        return True
    return bool(label.row_span == 1 and _PROJECT.fullmatch(head))


def _money_label(above: list[str], left: list[str]) -> str:
    """The label that names the money: of the column before the row, one that names a payer before one that does not."""
    named = [words for words in (*reversed(above), *reversed(left)) if names_money(words)]
    payers = [words for words in named if payer_in(words) not in (None, "total")]
    totals = [words for words in named if payer_in(words)]
    only = [words for words in named if name_in(_AROUND.sub("", words)) is None]
    return next(iter((*(words for words in payers if words in only), *payers, *totals, *only, *named)), "")


def _summed(grid: Grid, last: tuple[Cell, ...]) -> str:
    """What a total sums up, where the rows over it are named by payers: `계` under `국비` and `지방비`."""
    if not last or not TOTAL.fullmatch(grid.words(last[0])):
        return ""
    over = (grid.at(row, last[0].column) for row in range(grid.header_rows, last[0].row))
    return "합계" if any(payer_in(words) for words in over) else ""


def _captioned(grid: Grid) -> int | None:
    """The year with which a caption opens: `’25년 우수기업`."""
    hit = _CAPTION_YEAR.match(grid.text, *grid.caption) if grid.caption else None
    return int(f"20{hit[1]}") if hit else None


def _bare_year(words: str) -> int | None:
    hit = re.fullmatch(r"\D{0,2}(20\d{2})\D{0,6}|['’‘](\d{2})", words)
    return int(hit[1] or f"20{hit[2]}") if hit else None


def _track(left: list[str], above: list[str], label: str, taken: frozenset[str]) -> str | None:
    """The deepest label that names no money, of the row before the column; else one that names more than money."""
    rows = [words for one in reversed(left) if (words := _plain(one, taken))]
    columns = [words for one in reversed(above) if (words := _plain(one, taken))]
    if rows and TOTAL.fullmatch(rows[0]):
        rows = rows[1:] if rows[0].startswith("소") else []
    both = (*rows, *(words for words in columns if not TOTAL.fullmatch(words) and not _COUNTED.search(words)))
    money = _plain(label, taken)
    candidates = (
        *(words for words in both if words != money and not names_money(words)),
        *(words for words in both if words != money and name_in(words) and (len(words) > 6 or _COMPOUND.search(words))),
        *(words for words in rows if words == money and name_in(words)),
    )
    return next(iter(candidates), None)


def _plain(label: str, taken: frozenset[str]) -> str:
    """A label's words without note and number; empty where they name a recipient, a year or a number."""
    words = _AROUND.sub("", label).strip()
    if label in taken or words in taken or words.isdigit():
        return ""
    if any(pattern.fullmatch(words) for pattern in (_YEAR, _STAGE, _DIVIDES)):
        return ""
    return words if len(words) <= 40 else ""
