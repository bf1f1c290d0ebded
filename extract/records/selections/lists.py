"""Winners in lists: `’23년 6곳 : 평택, 남양주 …` on one line, or a heading with its count over a name a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.chosen import choices_of
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.counts import Places, places_in
from extract.records.selections.merge import squash
from extract.records.selections.names import Named, is_generic, named, plausible, split_names
from extract.records.selections.parties import before, sure
from extract.records.selections.stretch import listed
from parsers.document import Block

_CUE = re.compile(r"선정|수상|지정|선발|확정|인증|명단|당선|뽑")
_AHEAD = re.compile(r"예정|계획|후보|신청|심사위원|평가위원|모집|참석|문의|담당")
_AFTER = re.compile(r"\s?[가-힣]{0,8}\)?\s?(?:\([^()]{0,30}\)\s?)?[:：]\s?(?=\S)")
_YEAR = re.compile(r"(?:['’‘`]|20)(?P<year>\d{2})\s?년도?")
_DONE = re.compile(r"(?:선정|지정|수상|선발)(?:된|한|됐|했|되었|하였)")
_ROLL = re.compile(
    r"명단|선정\s?(?:기업|기관|지자체|대학|과제|팀|단체|작|지역)|수상(?:자|작|팀)|가나다|(?:다음|아래)과\s?같"
)
_DESCRIBED = re.compile(r"(?P<name>[\s\-○ㅇ◦·*▲△①-⑳\d.)]*[^:：\n]{2,40}?)\s?[:：]\s")
_NEAR = 4
_TITLE = 24
_PARTICLE = re.compile(r"(?<=[가-힣)])(?:이|가|을|를)\s")
_MANY = 60
_LONGEST = 45


def lists_in(reading: Reading) -> Iterator[Claim]:
    """The lists of a document whose heading, or the lines before them, say that they are of the chosen."""
    blocks = [block for block in reading.document.blocks if block.table is None]
    told = [_told(reading, block) for block in blocks]
    for at, block in enumerate(blocks):
        listing = any(told[_first(reading, blocks, at) : at + 1])
        if not listing and block.end - block.start > _TITLE:
            continue
        counts = list(places_in(reading.text, block.start, block.end))[:3]
        claim = None
        if listing:
            claim = _on_a_line(reading, block, counts) or _under(reading, block, counts, blocks[at + 1 :])
        claim = claim or _titled(reading, block, counts, blocks[at + 1 :])
        if claim:
            above = blocks[max(0, at - _NEAR) : at + 1]
            done = any(_DONE.search(reading.text, one.start, one.end) for one in above)
            yield replace(claim, status="selected" if done else None)


def _first(reading: Reading, blocks: Sequence[Block], at: int) -> int:
    """From where the blocks before one may tell what it lists: for a footnote, from the line that it is to."""
    first = at
    while first > 0 and reading.text[blocks[first].start] == "*":
        first -= 1
    return first if first < at else max(0, at - _NEAR)


def _told(reading: Reading, block: Block) -> bool:
    words = reading.text[block.start : block.end]
    return bool(_CUE.search(words)) and not _AHEAD.search(words)


def _on_a_line(reading: Reading, block: Block, counts: Sequence[Places]) -> Claim | None:
    """`앵커기업(3개사) : ▲㈜가 ▲나㈜ ▲㈜다`."""
    for places in counts:
        colon = _AFTER.match(reading.text, places.end, block.end)
        if colon is None or places.start - block.start > 40:
            continue
        choices = _names(reading, colon.end(), block.end, places)
        if len(choices) == places.value:
            return _claim(reading, block, places, choices, block.end)
    return None


def _under(reading: Reading, block: Block, counts: Sequence[Places], following: Sequence[Block]) -> Claim | None:
    """A heading that counts the chosen, over one name a line."""
    if block.end - block.start > 60 or not _ROLL.search(reading.text, block.start, block.end):
        return None
    if counts and following:
        choices = listed(reading, following[0].start, following[0].end, counts[-1].value)
        if len(choices) == counts[-1].value > 1:
            return _claim(reading, block, counts[-1], choices, following[0].end)
    items = _lines(reading, following[: counts[-1].value if counts else _MANY])
    places = counts[-1] if counts else Places(len(items), "", block.start, block.end)
    if not 0.7 * places.value <= len(items) or len(items) < 2 or not (counts or sure(reading, items)):
        return None
    return _claim(reading, block, places, choices_of(reading, items, places.unit), items[-1].end)


def _titled(reading: Reading, block: Block, counts: Sequence[Places], following: Sequence[Block]) -> Claim | None:
    """A heading that is a track and its count (`■ 통합 3건`), over a paragraph or lines that name just as many."""
    if len(counts) != 1 or block.end - block.start > _TITLE or counts[0].value < 2:
        return None
    places = counts[0]
    for paragraph in following[:1]:
        for stop in _PARTICLE.finditer(reading.text, paragraph.start, paragraph.end):
            choices = before(reading, paragraph.start, stop.start(), places)
            if len(choices) == places.value:
                return _claim(reading, block, places, choices, paragraph.end)
    lines = _lines(reading, following[1 : 1 + places.value]) or _lines(reading, following[: places.value])
    if len(lines) != places.value or not sure(reading, lines):
        return None
    return _claim(reading, block, places, choices_of(reading, lines, places.unit), lines[-1].end)


def _lines(reading: Reading, blocks: Sequence[Block]) -> list[Named]:
    """The names that short blocks give, one each, up to the first that is no name."""
    items: list[Named] = []
    for line in blocks:
        item = _leading(reading, line)
        if item is None or not plausible(item):
            break
        items.append(item)
    return items


def _leading(reading: Reading, line: Block) -> Named | None:
    """The name of a line, or of the part before what describes it: `- ㈜가 : 제조 공정 예측`."""
    described = _DESCRIBED.match(reading.text, line.start, min(line.end, line.start + _LONGEST))
    return named(reading.text, line.start, described.end("name") if described else line.end)


def _names(reading: Reading, start: int, end: int, places: Places) -> tuple[Choice, ...]:
    items = [item for a, b in split_names(reading.text, start, end) if (item := named(reading.text, a, b))]
    return choices_of(reading, [item for item in items if plausible(item)], places.unit)


def _claim(reading: Reading, block: Block, places: Places, choices: tuple[Choice, ...], end: int) -> Claim:
    words = reading.text[block.start : places.start]
    year = _YEAR.search(words)
    label = tracks.clean(_YEAR.sub("", words).rstrip(" ("))
    label = re.sub(r"\s?(?:최종\s)?(?:선정|수상|지정)\s?(?:기업|기관|대학|지자체|지역|자|작|팀|결과)?$", "", label)
    main = squash(reading.main_programme.name) if reading.main_programme else ""
    fits = 1 < len(label) <= 20 and not (is_generic(label) or re.search(r"[.,]", label) or _repeats(label, main))
    track = label if fits else None
    return Claim(
        block.start,
        end,
        None,
        places.value,
        places.unit,
        track,
        choices,
        year=2000 + int(year["year"]) if year else None,
    )


def _repeats(label: str, main: str) -> bool:
    """Whether a heading before its count only says the programme again."""
    return label.endswith("사업") and main.endswith(squash(label))
