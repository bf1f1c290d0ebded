"""Steps with a date each: `협약 ’25.6월 ⇨ 착공 ’26.상`, `지정 : 10.31. • 준공 : ’27.2월`, `서면 3월 하순 현장 4. 8.`.

Arrows, bullets between labels and the turns of names and dates in a cell part one step from the next; a step's own
words name its date, whichever stands first. What is parted so is read nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.grid import Grid
from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.facts import Fact
from extract.records.schedules.named import Named
from extract.records.schedules.sequences import only_dates
from extract.records.schedules.years import under_year
from extract.rule import Mention
from extract.values import Period
from parsers.document import Block, Cell

Span = tuple[int, int]
_ARROW = re.compile(r"[⇨➡→▶▷►⇒➜➔↓⇩▼←⇦◀]+")
_BULLET = re.compile(r"\s[•▪●∙|｜]\s|(?<=\))\s/\s")
_COMMA = re.compile(r",\s")
_LABEL = re.compile(r"\s*[•▪●∙○ㅇ\-*]?\s*(?P<name>[가-힣][^:：\n]{0,24}?)\s?[:：]\s*")
# What a step says beside its name, and what stands around it.
_BESIDE = re.compile(
    r"(?:STEP|Step|단계)\s?\d{1,2}|\s?\([^()]{0,16}\)|[①-⑳❶-❿※○ㅇ□■•'’‘\"“”]|^\s*\d{1,2}(?:[.)]|단계)\s"
)
_EDGES = " \n\t:：,·~∼-–—()*•○ㅇ□■"
_OPEN = re.compile(r"(?:까지|부터|예정|잠정|중|이후|이전|이내|안)(?=\s|$|\))")
_HANGUL = re.compile(r"[가-힣]{2}")
_SENTENCE = re.compile(r"[다요음함임][.\s]*$|[.?!]\s")
_LONGEST = 24


def read_chains(reading: Reading) -> Iterator[Fact]:
    """The steps of all chains, each named by its own words."""
    blocks = reading.document.blocks
    at = 0
    while at < len(blocks):
        run = at
        while run < len(blocks) and blocks[run].table is None and _has_arrow(reading, blocks[run]):
            run += 1
        if run > at:
            yield from _arrowed(reading, *_widened(reading, blocks, at, run))
        elif blocks[at].table is None and len(reading.dates.within(blocks[at].start, blocks[at].end)) > 1:
            yield from _labelled(reading, blocks[at].start, blocks[at].end)
        at = max(run, at + 1)
    for grid in reading.grids:
        for cell in grid.table.cells:
            yield from _turns(reading, grid, cell)


def _has_arrow(reading: Reading, block: Block) -> bool:
    return any(hit.start() > block.start for hit in _ARROW.finditer(reading.text, block.start, block.end))


def _widened(reading: Reading, blocks: Sequence[Block], first: int, stop: int) -> Span:
    """A run of lines with arrows, with the name before its first date and the date behind its last name."""
    start, end = blocks[first].start, blocks[stop - 1].end
    arrows = list(_ARROW.finditer(reading.text, start, end))
    if only_dates(reading, start, arrows[0].start()) and first and blocks[first - 1].table is None:
        start = blocks[first - 1].start
    undated = not reading.dates.within(arrows[-1].end(), end)
    if undated and stop < len(blocks) and only_dates(reading, blocks[stop].start, blocks[stop].end):
        end = blocks[stop].end
    return start, end


def _arrowed(reading: Reading, start: int, end: int) -> Iterator[Fact]:
    yield from _facts(reading, _parted(reading, _ARROW, start, end))


def _labelled(reading: Reading, start: int, end: int) -> Iterator[Fact]:
    """`지정 : ’24.10.31. • 준공 : ’25.2월`; `사업자 모집 2.10.~3.14., 심사 4월, 발표 5월 초`."""
    parts = _parted(reading, _BULLET, start, end)
    if len(parts) > 1 and all(_LABEL.match(reading.text, *part) for part in parts):
        yield from _facts(reading, parts)
        return
    label = _LABEL.match(reading.text, start, end)
    listed = _parted(reading, _COMMA, label.end() if label else start, end)
    if len(listed) > 2 and all(_dated_at_end(reading, part) for part in listed):
        yield from _facts(reading, listed, 3)


def _dated_at_end(reading: Reading, part: Span) -> bool:
    """Whether a part is a name and the date behind it, nothing more."""
    dates = reading.dates.within(*part)
    rest = reading.text[dates[-1].end : part[1]] if dates else ""
    return len(dates) == 1 and dates[0].start > part[0] and not _HANGUL.search(_OPEN.sub("", rest))


def _parted(reading: Reading, mark: re.Pattern[str], start: int, end: int) -> list[Span]:
    cuts = [hit.span() for hit in mark.finditer(reading.text, start, end)]
    starts, ends = [start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if reading.text[a:b].strip()]


def _facts(reading: Reading, parts: Sequence[Span], least: int = 2) -> Iterator[Fact]:
    """The steps of a chain that have one date each, if they are so many and all have a name."""
    dated = [(part, dates[0]) for part in parts if (dates := reading.dates.within(*part)) and len(dates) == 1]
    names = [_name(reading, part, date) for part, date in dated]
    if len(dated) < least or not all(names):
        return
    for (part, date), name in zip(dated, names, strict=True):
        named = Named(name, *part, "line")
        yield Fact(named, date, "line", (_trimmed(reading.text, *part),))


def _name(reading: Reading, part: Span, date: Mention[Period]) -> str:
    """A step's words without its date; none where they are too many, or a sentence."""
    before, after = reading.text[part[0] : date.start], reading.text[date.end : part[1]]
    words = _BESIDE.sub(" ", f"{before.lstrip(_EDGES)} {_OPEN.sub(' ', after, count=1)}")
    words = " ".join(words.split()).strip(_EDGES).removeprefix("및 ")
    fits = (
        _HANGUL.search(words)
        and not set("()") & set(words)
        and len(words) <= _LONGEST
        and not _SENTENCE.search(before + after)
    )
    return words if fits else ""


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip(_EDGES)), end - len(words) + len(words.rstrip())


def _turns(reading: Reading, grid: Grid, cell: Cell) -> Iterator[Fact]:
    """A cell in which names and dates take turns, the name first: `서면 3월 하순 현장 4. 8.` under `평가`."""
    dates = reading.dates.within(cell.start, cell.end)
    if len(dates) < 2 or only_dates(reading, cell.start, cell.end):
        return
    starts = [cell.start, *(date.end for date in dates)]
    parts = [(start, date.end) for start, date in zip(starts, dates, strict=False)]
    names = [_name(reading, part, date) for part, date in zip(parts, dates, strict=True)]
    if not all(names) or _HANGUL.search(_OPEN.sub("", reading.text[dates[-1].end : cell.end])):
        return
    head = grid.at(cell.row - 1, cell.column)
    for part, date, name in zip(parts, dates, names, strict=True):
        presented = name.endswith("발표") and head.endswith(("평가", "심사"))
        full = name if events().head(name) and not presented else f"{name} {head}"
        if events().head(full):
            when = under_year(reading, grid, cell, date)
            yield Fact(Named(full, *part, "line"), when, "line", (_trimmed(reading.text, *part),))
