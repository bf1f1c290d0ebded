"""Amounts in tables: written out in a cell, or bare numbers under a unit note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.grid import Grid
from extract.reading import Reading
from extract.records.budgets.cells import Said, among_payers, said_of
from extract.records.budgets.details import limited, per_of, years_of
from extract.records.budgets.draft import Draft, Whom
from extract.records.budgets.frame import Frame, Stretch, frame_of
from extract.records.budgets.judge import score
from extract.records.budgets.money_words import names_money
from extract.records.budgets.payers import payer_in, payer_of
from extract.records.budgets.prose import amounts_in
from extract.records.budgets.receivers import group_names, receivers
from extract.records.budgets.tracks import category
from extract.rule import Mention
from extract.rules.money import read_amount, unit_factor
from extract.sentences import sentences_of, split_clauses
from extract.values import Money
from parsers.document import Cell


def table_drafts(reading: Reading) -> Iterator[Draft]:
    """The budgets in all tables."""
    for number, grid in enumerate(reading.grids):
        for cell in grid.table.cells:
            if cell.end > cell.start and (not grid.is_label(cell) or grid.orientation == "rows"):
                yield from _in_cell(reading, grid, cell, number)


def _in_cell(reading: Reading, grid: Grid, cell: Cell, number: int) -> Iterator[Draft]:
    written = amounts_in(reading, cell.start, cell.end)
    bare = None if written or grid.is_label(cell) else _in_units(grid, cell)
    if not written and bare is None:
        return
    named = receivers(reading, grid, cell)
    names = [at for _, at in named] or list(group_names(reading, grid, cell))
    taken = frozenset(grid.words(at) for at in names) | {who.recipient or "" for who, _ in named}
    column = names[0].column if names and names[0].row >= grid.header_rows else None
    place = _Place(reading, grid, cell, number, said_of(reading, grid, cell, taken, column))
    drafts = list(_written(place) if bare is None else _bare(place, bare))
    for draft in drafts:
        for who, at in named if draft.whom.recipient is None else ():
            whom = replace(who, category=draft.whom.category)
            yield replace(draft, whom=whom, spans=(*draft.spans, (at.start, at.end)))
        if not named or draft.whom.recipient is not None:
            yield draft


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell, its table's number in the document, and what its labels say."""

    reading: Reading
    grid: Grid
    cell: Cell
    number: int
    said: Said


def _written(place: _Place) -> Iterator[Draft]:
    text, reading = place.reading.text, place.reading
    for sentence in sentences_of(text, place.cell.start, place.cell.end):
        amounts = amounts_in(reading, sentence.start, sentence.end)
        for clause in split_clauses(text, sentence):
            title = reading.header.title or ""
            stretch = Stretch(text, clause, (sentence.start, sentence.end), amounts, _caption(place.grid), title)
            for amount in amounts:
                if clause.start <= amount.start < clause.end:
                    yield from _one(place, stretch, amount)


def _one(place: _Place, stretch: Stretch, amount: Mention[Money]) -> Iterator[Draft]:
    said = place.said
    frame = frame_of(stretch, amount)
    own = frame.label or frame.topic
    frame = replace(frame, label=own or said.label, topic=frame.topic or said.other if own else said.other)
    if score(frame, amount.value) <= 0:
        return
    before = [other.end for other in stretch.amounts if other.end <= amount.start]
    segment = stretch.text[max([stretch.sentence[0], *before]) : amount.start]
    payer = payer_of(frame)
    yield Draft(
        money=limited(amount.value, frame.label, segment),
        spans=((amount.start, amount.end),),
        source=payer.source,
        payer=payer.named,
        label=frame.label or None,
        whom=Whom(category=category(segment, "", (), "") or said.track),
        year=said.year,
        per=per_of(segment, frame.inside, frame.verb) or per_of(said.label, "", ""),
        period_years=years_of(segment, frame.verb),
        table=place.number,
        place=-1 - place.number,
    )


def _in_units(grid: Grid, cell: Cell) -> Money | None:
    """The amount that a cell's bare number is in the unit that its labels or the caption note."""
    words = grid.words(cell)
    if not any(map(str.isdigit, words)):
        return None
    unit = next((unit for note in grid.units(cell) if (unit := unit_factor(note.unit))), None)
    money = read_amount(words, *unit) if unit else None
    return money if money and money.maximum else None


def _bare(place: _Place, money: Money) -> Iterator[Draft]:
    said, grid, cell = place.said, place.grid, place.cell
    if said.countable or (said.label == "금액" and _counts_beside(grid)):
        return
    frame = Frame(said.label, said.other, "", "", "", "", _caption(grid), "", place.reading.header.title or "")
    if money.currency != "KRW" and not payer_in(said.label):
        return  # statistics of trade and investment are counted in dollars
    if not (said.label or names_money(_caption(grid))) or not (among_payers(grid, cell) or score(frame, money) > 0):
        return
    source = payer_in(said.label)
    per = "year" if said.stage else "program" if said.total and not said.track else per_of(said.label, "", "")
    yield Draft(
        money=limited(money, said.label, ""),
        spans=((cell.start, cell.end),),
        source=source or payer_in(_caption(grid)) or "total",
        payer=source is not None,
        label=said.label or None,
        whom=Whom(category=said.track),
        year=said.year,
        per=per,
        table=place.number,
        place=-1 - place.number,
    )


def _counts_beside(grid: Grid) -> bool:
    """Whether a table sets amounts beside what was caught or sold: `건수 | 중량 | 금액`."""
    heads = {grid.words(cell) for cell in grid.table.cells if cell.row == 0 or cell.column <= 1}
    return any(head.startswith(("건수", "중량", "수량")) for head in heads)


def _caption(grid: Grid) -> str:
    return grid.text[grid.caption[0] : grid.caption[1]] if grid.caption else ""
