"""Which programme governs what stands at a place in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.main_programme import plain
from extract.reading import Reading
from extract.rule import Mention
from extract.rules.programme import PROGRAMME, is_name_alone
from extract.values import Programme
from parsers.document import Block, Table

_LEAD = 250
_SHORTEST = 6
_LINES = 4
_BULLETS = 12
_SHORT = 40
_HEADING = 60
_YEAR_REACH = 100
_ASIDE = re.compile(r"[^가-힣A-Za-z0-9]{0,4}(?:한편|아울러|또한|이와 별도|이 밖에|이외에|그 밖에)")
_YEAR = re.compile(r"(?<!\d)(?:(?P<long>20[0-3]\d)(?=년|[.\s])|['’‘](?P<short>[0-3]\d)(?=년|\.))")
_NAMED_PRIZE = re.compile(r"['‘“「『](?P<name>[가-힣A-Za-z0-9 ·]{4,14}(?<!장)상)['’”」』](?:에는|은|의|을)")
# `가나 사업 등 5개 사업에서`: one of several governs nothing.
_AMONG = re.compile(r"[’'”」]?\s?등\s(?:총\s)?\d+개\s?(?:내역|세부)?\s?(?:사업|프로그램)")
_MARK = re.compile(r"[<\[【①-⑳Ⅰ-Ⅹ□■◈◇◆❶-❿]|\d{1,2}[.)] ")


def programme_at(reading: Reading, offset: int) -> Programme | None:
    """The programme that the words at an offset are about.

    It is the one that their own sentence names, their row or column of a table, the short lines right above them, or
    the heading of their section; else the one that the whole release is about.
    """
    main = reading.main_programme
    at = bisect_right(reading.block_starts, offset) - 1
    block = reading.document.blocks[at] if at >= 0 else None
    if block is None or offset > block.end or (block.kind == "title" and main):
        return main
    if block.table:
        named = _first(_in_table(reading, block.table, offset)) or _above(reading, at)
    else:
        named = _in_sentence(reading, offset) or _in_lines(reading, at) or _over(reading, at) or _above(reading, at)
    found = _whole(named.value, main) if named else main
    start = _cell_start(block.table, offset) if block.table else block.start
    return _undated(found, reading.text, max(start, offset - _YEAR_REACH), offset) if found else None


def _cell_start(table: Table, offset: int) -> int:
    """Where the cell at an offset starts: other rows' years are theirs."""
    return next((cell.start for cell in table.cells if cell.start <= offset <= cell.end), offset)


def _undated(programme: Programme, text: str, start: int, offset: int) -> Programme:
    """A programme without its year, where the words before an offset speak of another year."""
    years = {int(hit["long"] or f"20{hit['short']}") for hit in _YEAR.finditer(text, start, offset)}
    return replace(programme, year=None) if years - {programme.year} else programme


def _in_sentence(reading: Reading, offset: int) -> Mention[Programme] | None:
    """The last name before an offset in its sentence, else the first after it."""
    sentence = reading.sentence_at(offset)
    if sentence is None:
        return None
    aside = bool(_ASIDE.match(reading.text, sentence.start, sentence.end))
    named = [
        one
        for one in reading.programmes.within(sentence.start, sentence.end)
        if _applies(one, offset) and (aside or _stands_out(reading, one)) and not _AMONG.match(reading.text, one.end)
    ]
    before = [mention for mention in named if mention.start <= offset]
    return before[-1] if before else _first(named)


def _stands_out(reading: Reading, mention: Mention[Programme]) -> bool:
    """Whether a name is more than said in passing: quoted, with a year, or said again."""
    name = mention.value.name
    if mention.rule == "quoted" or mention.value.year:
        return True
    return not is_name_alone(name) and reading.text.count(name) > 1


def _in_table(reading: Reading, table: Table, offset: int) -> Iterator[Mention[Programme]]:
    """Names in the cell at an offset, in its row from the left, in its column from the top."""
    if not reading.programmes.within(table.cells[0].start, table.cells[-1].end):
        return
    own = next((cell for cell in table.cells if cell.start <= offset <= cell.end), None)
    if own is None:
        return
    row = [table.at(own.row, column) for column in range(table.columns)]
    column = [table.at(line, own.column) for line in range(own.row)]
    for cell in (own, *row, *column):
        for one in reading.programmes.within(cell.start, cell.end) if cell else ():
            if _applies(one, offset) and len(one.value.name) >= _SHORTEST:
                yield one


def _in_lines(reading: Reading, at: int) -> Mention[Programme] | None:
    """The name that is one of the few short lines above: a table whose cells became lines."""
    blocks = reading.document.blocks
    for block in reversed(blocks[max(0, at - _LINES) : at + 1]):
        if block.table or block.end - block.start > _SHORT or reading.text[block.start : block.end].endswith("다."):
            return None
        mention = _first(reading.programmes.within(block.start, block.end))
        if mention and _fills(mention, block) and len(mention.value.name) >= _SHORTEST:
            return mention
    return None


def _over(reading: Reading, at: int) -> Mention[Programme] | None:
    """The one programme of the paragraph that a bullet elaborates: `□ ‘가나 사업’을 확대한다` over `ㅇ 21개사를 …`."""
    depth = _depth(reading, reading.document.blocks[at])
    for block in reversed(reading.document.blocks[max(0, at - _BULLETS) : at]):
        if block.table is None and _depth(reading, block) < depth:
            named = [one for one in _named_in(reading, block) if _stands_out(reading, one)] or _prize(reading, block)
            alone = len({plain(one.value.name) for one in named}) == 1 and block.start > _LEAD
            return named[0] if alone else None
    return None


def _prize(reading: Reading, block: Block) -> list[Mention[Programme]]:
    """A prize with a name of its own: `‘가나다상’에는`."""
    hits = _NAMED_PRIZE.finditer(reading.text, block.start, block.end)
    return [Mention(PROGRAMME, Programme(hit["name"], None), *hit.span("name"), "quoted") for hit in hits]


def _depth(reading: Reading, block: Block) -> int:
    """How deep a line's bullet stands: none or a square 0, a circle 1, a dash or dot 2, a note 3."""
    mark = reading.text[block.start : block.end].lstrip()[:1]
    return 1 if mark in "○ㅇ◦●❍" else 2 if mark in "-–·•‣∙" else 3 if mark in "*※" else 0


def _above(reading: Reading, at: int) -> Mention[Programme] | None:
    """The programme that heads a block's section: a heading, or a line marked like one, that names little else."""
    for block in reversed(reading.document.blocks[:at]):
        if block.start <= _LEAD:
            return None
        marked = block.end - block.start <= _HEADING and _MARK.match(reading.text, block.start, block.end)
        if block.kind == "heading" or marked:
            named = _first(_named_in(reading, block))
            if named and _fills(named, block):
                return named
            if block.kind == "heading":
                return None
    return None


def _fills(mention: Mention[Programme], block: Block) -> bool:
    """Whether a block names the programme and says little else."""
    return mention.end - mention.start >= 0.5 * (block.end - block.start)


def _named_in(reading: Reading, block: Block) -> Iterable[Mention[Programme]]:
    return (one for one in reading.programmes.within(block.start, block.end) if one.rule != "quoted weak")


def _applies(mention: Mention[Programme], offset: int) -> bool:
    """Whether a name may govern an offset: what stands inside a name is governed from outside."""
    return mention.rule != "quoted weak" and not mention.start <= offset < mention.end


def _first(mentions: Iterable[Mention[Programme]]) -> Mention[Programme] | None:
    return next(iter(mentions), None)


def _whole(named: Programme, main: Programme | None) -> Programme:
    """A programme named in part or without its year, completed by the main one."""
    if main and named.year is None and (plain(named.name) in plain(main.name) or plain(main.name) in plain(named.name)):
        return replace(main, name=max(main.name, named.name, key=len))
    return named
