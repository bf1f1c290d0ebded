"""Slides: boxes first, then their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from parsers.assembly import Draft, Words
from parsers.bullets import line_kind
from parsers.cards import Card, find_cards
from parsers.document import Box
from parsers.grid import Grid, find_grids
from parsers.joins import Joiner, starts_block
from parsers.layout import Line, around
from parsers.order import groups, in_order
from parsers.pdfium import Page, Pdf
from parsers.rules import read_rules
from parsers.running import running
from parsers.tables import Ruled, cell_words, fill

Unit = Card | Ruled

SEEN = 12  # pages that are looked at
SPARSE = 900  # characters on a page; more is a document turned on its side
SHORT = 40  # characters of a text that can be one of a row: number, name, date
_SIGNS = re.compile(r"[\s▶▷►▸→⇒➔➜➡⇨◀◁▲△▼▽↓⇩⬇+]+")


def looks_like_slides(pdf: Pdf) -> bool:
    """Whether pages are slides by their shape and by what stands on them: wide, and with little text."""
    wide = sum(1 for width, height in pdf.sizes() if width > 1.2 * height)
    if wide < 0.7 * len(pdf):
        return False
    pages = pdf.first(SEEN)
    return sum(1 for page in pages if page.characters < SPARSE) > 0.7 * len(pages)


def read_slide(page: Page) -> list[Unit]:
    """The cards and tables of a slide, in no order yet."""
    rules = read_rules(page)
    whole = Box(0, 0, page.frame.width, page.frame.height)
    grids = [grid for grid in find_grids(rules) if is_grid(grid, whole)]
    ruled, outside = fill(grids, page.words(), page)
    tables = [table for table in ruled if any(table.words.values())]
    cards = find_cards(outside, rules.shapes, whole, page.number)
    return [*tables, *(card for card in cards if not _SIGNS.fullmatch(card.text))]


def is_grid(grid: Grid, page: Box) -> bool:
    """Whether a grid can be a table: cells beside one another, and not the frame of the slide."""
    whole = (grid.box.x1 - grid.box.x0) * (grid.box.bottom - grid.box.top) > 0.8 * page.x1 * page.bottom
    return len(grid.columns) > 1 and len(grid.cells) > 2 and not (whole and len(grid.cells) < 6)


def slide_drafts(slides: Sequence[tuple[Box, Sequence[Unit]]]) -> Iterator[Draft]:
    """The blocks of a deck, each slide given by its page and units."""
    cards = [(page.bottom, [unit for unit in units if isinstance(unit, Card)]) for page, units in slides]
    gone = running(cards)
    joiner = Joiner(line for _, held in cards for card in held for line in card.lines)
    for number, (page, units) in enumerate(slides):
        kept = [unit for unit in units if isinstance(unit, Ruled) or id(unit) not in gone]
        tall = max((line.height for unit in kept if isinstance(unit, Card) for line in unit.lines), default=0.0)
        for unit in in_order(_rows_joined(kept), lambda unit: unit.box):
            if isinstance(unit, Ruled):
                yield Draft("table", cells=unit.cells(joiner))
            else:
                yield from _card_drafts(unit, page, tall, number == 0, joiner)


def _rows_joined(units: Sequence[Unit]) -> list[Unit]:
    """Rows of short texts of different kinds under one another (number, step, date) as one card each."""
    rows = groups(units, lambda unit: unit.box, lambda box: (box.top, box.bottom), 0.0)
    like = [row for row in rows if _is_row(row)]
    if len(like) < 2:
        return list(units)
    joined = {id(row) for row in like}
    return [unit for row in rows for unit in ([_joined(row)] if id(row) in joined else row)]


def _is_row(row: Sequence[Unit]) -> bool:
    if not 2 <= len(row) <= 4 or not all(isinstance(unit, Card) and len(unit.text) <= SHORT for unit in row):
        return False
    widths = sorted(unit.box.x1 - unit.box.x0 for unit in row)
    return widths[-1] > 1.5 * widths[0]


def _joined(row: Sequence[Unit]) -> Card:
    cards = sorted((unit for unit in row if isinstance(unit, Card)), key=lambda card: card.box.x0)
    first, rest = cards[0], cards[1:]
    after = tuple(line for card in rest for line in (*card.label, *card.lines, *card.after))
    return replace(first, box=around([card.box for card in cards]), after=(*first.after, *after))


def _card_drafts(card: Card, page: Box, tall: float, opening: bool, joiner: Joiner) -> Iterator[Draft]:
    """A card's blocks: label and first paragraph together, the others each for themselves."""
    paragraphs = _paragraphs(card.lines)
    head = _head(card, page, tall, opening)
    for i, paragraph in enumerate(paragraphs):
        words = cell_words(paragraph, card.box, joiner)
        if i == 0:
            words = (*_words(card.label), *words)
        if i == 0 and len(paragraphs) == 1:
            words = (*words, *_words(card.after))
        kind, depth = line_kind(words[0].text)
        yield Draft(head or kind, words, depth=0 if head else depth)
    if card.after and len(paragraphs) > 1:
        yield Draft("paragraph", _words(card.after))


def _words(lines: Sequence[Line]) -> tuple[Words, ...]:
    return tuple(Words(line.text, line.page, line.box) for line in lines)


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        if (
            before
            and not (starts_block(line) or _ends(before))
            and 0.8 * before.height < line.height < 1.25 * before.height
        ):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _ends(line: Line) -> bool:
    return len(line.words) > 2 and line.text[-1] in ".?!" and not line.text[-2].isdigit()


def _head(card: Card, page: Box, tall: float, opening: bool) -> Literal["title", "heading"] | None:
    """Whether a card is the slide's title: the largest letters, at the head of the slide or on the first."""
    if len(card.lines) > 2 or card.lines[0].height < 0.95 * tall:
        return None
    if opening:
        return "title"
    return "heading" if card.box.top < 0.15 * page.bottom else None
