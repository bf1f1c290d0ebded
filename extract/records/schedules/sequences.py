"""Steps and dates on lines of their own: `공모공고⏎'24.7.1.`, or a row of steps with arrows over a row of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.facts import Fact
from extract.records.schedules.named import Named
from extract.rule import Mention
from extract.values import Period
from parsers.document import Block

Line = tuple[str, int, int]
# What may stand beside the dates of a line or cell that holds nothing but dates.
FILLING = re.compile(
    r"\([월화수목금토일]\)|\d{1,2}:\d{2}|\d{1,2}시|오전|오후|까지|부터|예정|잠정|경|이후|이전|중|간|및|\d+일간|\d+개월"
    r"|\d+주간|[\s()\[\],.~∼\-–/·:*※○◦◇□■•ㅇ'‘’]+"
)
_ARROW = re.compile(r"[\s⇨➡→▶▷►↓⇩▼➜➔⇒]+")
_OVERVIEW = re.compile(r"(?:절차|일정|계획|개요|현황|안내|흐름도|과정|추진체계)$")
# Lines that only end the step before them.
_TAILS = ("위원회", "소위원회", "개최", "실시", "완료", "발표", "체결", "시행")
_SHORT = 20
_LONGEST = 24
_MOST = 72


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
            above = _above(reading, blocks[max(0, at - _MOST) : at])
            steps = _steps(above, run - at)
            if not steps and (run - at > 2 or not above):
                steps = _steps(_below(reading, blocks[run : run + _MOST], run - at), run - at)
            for block, step in zip(blocks[at:run], steps, strict=False):
                yield from _facts(reading, block, step)
        at = max(run, at + 1)


def _is_date_line(reading: Reading, block: Block) -> bool:
    if block.table is not None or block.end - block.start > _LONGEST + _SHORT:
        return False
    return only_dates(reading, block.start, block.end)


def _facts(reading: Reading, block: Block, step: Line) -> Iterator[Fact]:
    name, start, end = step
    dates: list[Mention[Period]] = reading.dates.within(block.start, block.end)
    for date in dates:
        named = Named(name, start, end, "line")
        yield Fact(named, date, "line", ((start, end), (date.start, date.end)))


def _steps(lines: Sequence[Line], count: int) -> list[Line]:
    """As many steps as there are dates; none where their number cannot be told."""
    if count == 1:
        near = lines[-1:]
        return list(near) if near and events().head(near[0][0]) else []
    arrows = [at for at, line in enumerate(lines) if _ARROW.fullmatch(line[0])]
    if len(lines) == count and not arrows:
        return [_act(line) for line in lines]
    steps = _between(lines, arrows) if arrows else _merged(lines)
    return steps if len(steps) == count else []


def _act(line: Line) -> Line:
    """A step without the words behind its act: `온라인 접수 새싹누리`."""
    words = line[0].split()
    ends = (" ".join(words[:end]) for end in range(len(words), 0, -1))
    return next((act for act in ends if events().head(act)), line[0]), line[1], line[2]


def _between(lines: Sequence[Line], arrows: Sequence[int]) -> list[Line]:
    """The steps that arrows part; none where two arrows meet."""
    cuts = [-1, *arrows, len(lines)]
    steps = [lines[start + 1 : end] for start, end in pairwise(cuts)]
    return [_join(step) for step in steps] if all(steps) else []


def _merged(lines: Sequence[Line]) -> list[Line]:
    """Steps without arrows: a line that names no event yet begins the next step, a bare body or act ends the last."""
    steps: list[Line] = []
    pending: list[Line] = []
    for line in lines:
        if _OVERVIEW.search(line[0]):
            steps, pending = [], []
        elif steps and not pending and line[0].strip(" *") in _TAILS:
            steps[-1] = _join([steps[-1], line])
        elif events().head(line[0].strip(" *")):
            steps.append(_join([*pending, line]))
            pending = []
        else:
            pending.append(line)
    return steps


def _join(lines: Sequence[Line]) -> Line:
    return " ".join(line[0].strip(" *") for line in lines), lines[0][1], lines[-1][2]


def _above(reading: Reading, before: Sequence[Block]) -> list[Line]:
    """The short lines right above, from top to bottom."""
    return [*takewhile(_is_short, (_line(reading, block) for block in reversed(before)))][::-1]


def _below(reading: Reading, after: Sequence[Block], count: int) -> list[Line]:
    """The short lines right below; for one date only the next, where dates and steps take turns."""
    lines = [*takewhile(_is_short, (_line(reading, block) for block in after))]
    if count > 1:
        return lines
    turns = len(after) > 1 and _is_date_line(reading, after[1])
    return lines[:1] if turns else []


def _line(reading: Reading, block: Block) -> Line:
    dated = block.table is not None or reading.dates.within(block.start, block.end)
    return "" if dated else reading.text[block.start : block.end].strip(" *:○-"), block.start, block.end


def _is_short(line: Line) -> bool:
    words = line[0]
    return 0 < len(words) <= _SHORT and not words.endswith((".", "다")) and words[0] not in "<[【"
