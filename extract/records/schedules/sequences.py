"""Steps and dates on lines of their own: `공모공고⏎'24.7.1.`, or a row of steps with arrows over a row of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.facts import Fact
from extract.records.schedules.naming import Named
from extract.rule import Mention
from extract.values import Period
from parsers.document import Block

# What may stand beside the dates of a line or cell that holds nothing but dates.
FILLING = re.compile(
    r"\([월화수목금토일]\)|\d{1,2}:\d{2}|\d{1,2}시|오전|오후|까지|부터|예정|잠정|이후|이전|중|간|및|\d+일간|\d+개월"
    r"|\d+주간|[\s()\[\],.~∼\-–/·:*※○◦◇□■•ㅇ'‘’]+"
)
_ARROW = re.compile(r"[\s⇨➡→▶▷►↓⇩▼➜➔⇒]+")
_SHORT = 20
_LONGEST = 24


def only_dates(reading: Reading, start: int, end: int) -> bool:
    """Whether a stretch of text holds dates and nothing else."""
    at, rest = start, ""
    dates = reading.dates.within(start, end)
    for date in dates:
        rest += reading.text[at : date.start]
        at = date.end
    rest += reading.text[at:end]
    return bool(dates) and not FILLING.sub("", re.sub(r"\([^()]{0,12}\)", "", rest)).strip()


def read_sequences(reading: Reading) -> Iterator[Fact]:
    """The events of lines that hold only dates, named by the lines around them."""
    blocks = reading.document.blocks
    at = 0
    while at < len(blocks):
        run = at
        while run < len(blocks) and _is_date_line(reading, blocks[run]):
            run += 1
        if run > at:
            steps = _steps(reading, blocks[:at], run - at)
            for block, step in zip(blocks[at:run], steps, strict=False):
                yield from _facts(reading, block, step)
        at = max(run, at + 1)


def _is_date_line(reading: Reading, block: Block) -> bool:
    if block.table is not None or block.end - block.start > _LONGEST + _SHORT:
        return False
    return only_dates(reading, block.start, block.end)


def _facts(reading: Reading, block: Block, step: tuple[str, int, int]) -> Iterator[Fact]:
    name, start, end = step
    dates: list[Mention[Period]] = reading.dates.within(block.start, block.end)
    for date in dates:
        named = Named(name, start, end, "line")
        yield Fact(named, date, "line", ((start, end), (date.start, date.end)))


def _steps(reading: Reading, before: Sequence[Block], count: int) -> list[tuple[str, int, int]]:
    """As many steps as there are dates; none where their number cannot be told."""
    lines = _lines(reading, before)
    if count == 1:
        return lines[-1:] if lines and events().head(lines[-1][0]) else []
    if count == 2:
        return []
    steps: list[list[tuple[str, int, int]]] = [[]]
    for line in lines:
        if _ARROW.fullmatch(line[0]):
            steps.append([])
        else:
            steps[-1].append(line)
    if len(steps) != count or not all(steps):
        return []
    return [(" ".join(line[0] for line in step), step[0][1], step[-1][2]) for step in steps]


def _lines(reading: Reading, before: Sequence[Block]) -> list[tuple[str, int, int]]:
    """The short lines right above, from top to bottom."""
    lines = []
    for block in reversed(before[-3 * _LONGEST :]):
        words = reading.text[block.start : block.end].strip(" *:○-")
        if block.table is not None or len(words) > _SHORT or words.endswith((".", "다")) or words[:1] in "<[【":
            break
        if reading.dates.within(block.start, block.end):
            break
        lines.append((words, block.start, block.end))
    return lines[::-1]
