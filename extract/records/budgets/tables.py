"""Amounts in tables: written out in a cell, or bare numbers under a unit note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.grid import Grid
from extract.reading import Reading
from extract.records.budgets.cells import Said, said_of
from extract.records.budgets.details import per_of, years_of
from extract.records.budgets.draft import Draft, Whom
from extract.records.budgets.frame import Frame, Stretch, frame_of
from extract.records.budgets.judge import score
from extract.records.budgets.payers import payer_in, payer_of
from extract.records.budgets.prose import amounts_in
from extract.records.budgets.whom import category
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
    said = said_of(reading, grid, cell)
    if amounts_in(reading, cell.start, cell.end):
        yield from _written(reading, grid, cell, said, number)
    elif not grid.is_label(cell):
        yield from _bare(reading, grid, cell, said, number)


def _written(reading: Reading, grid: Grid, cell: Cell, said: Said, number: int) -> Iterator[Draft]:
    text = reading.text
    for sentence in sentences_of(text, cell.start, cell.end):
        amounts = amounts_in(reading, sentence.start, sentence.end)
        for clause in split_clauses(text, sentence):
            stretch = Stretch(text, clause, (sentence.start, sentence.end), amounts, _caption(grid))
            for amount in amounts:
                if clause.start <= amount.start < clause.end:
                    yield from _one(reading, stretch, amount, said, number)


def _one(reading: Reading, stretch: Stretch, amount: Mention[Money], said: Said, number: int) -> Iterator[Draft]:
    frame = frame_of(stretch, amount)
    own = frame.label or frame.topic
    frame = replace(frame, label=own or said.label, topic=frame.topic or said.other if own else said.other)
    if score(frame, amount.value) <= 0:
        return
    before = [other.end for other in stretch.amounts if other.end <= amount.start]
    segment = stretch.text[max([stretch.sentence[0], *before]) : amount.start]
    track = category(segment, frame.label, (), "")
    payer = payer_of(frame)
    yield Draft(
        money=amount.value,
        spans=((amount.start, amount.end),),
        source=payer.source,
        payer=payer.named,
        label=frame.label or None,
        whom=replace(said.whom, category=track) if track else said.whom,
        year=said.year,
        per=per_of(segment, frame.inside, frame.verb) or per_of(said.label, "", ""),
        period_years=years_of(segment, frame.verb),
        table=number,
    )


def _bare(reading: Reading, grid: Grid, cell: Cell, said: Said, number: int) -> Iterator[Draft]:
    unit = next((unit for note in grid.units(cell) if (unit := unit_factor(note.unit))), None)
    money = read_amount(grid.words(cell), *unit) if unit and not said.countable else None
    if money is None or not money.maximum:
        return
    frame = Frame(said.label, said.other, "", "", "", "", _caption(grid), "")
    if score(frame, money) <= 0:
        return
    source = payer_in(said.label)
    yield Draft(
        money=money,
        spans=((cell.start, cell.end),),
        source=source or payer_in(_caption(grid)) or "total",
        payer=source is not None,
        label=said.label or None,
        whom=said.whom,
        year=said.year,
        per="program" if said.total and said.whom == Whom() else per_of(said.label, "", ""),
        table=number,
    )


def _caption(grid: Grid) -> str:
    return grid.text[grid.caption[0] : grid.caption[1]] if grid.caption else ""
