"""Tables that lost their lines: one cell a line, heads first; rows are found again by what fits under which head.

Merged cells are written once, so a row may lack its first cells. A row is accepted only as part of the cheapest way
to read the whole run; runs that fit badly are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.reading import Reading
from extract.records.selections.tracks import PRIZE, is_region, is_track
from parsers.document import Block

Span = tuple[int, int]

_HEAD = re.compile(
    r"(?:(?:시상\s)?구\s?분|연번|번호|순번|순위|No\.?|(?:시상|수상)?\s?(?:구분|훈격|내역|등급|분야|부문)|상격|상명|유형|분야|부문|권역|지역|시·?도(?:명)?|시·?군·?구|광역|소재지"
    r"|(?:수상자|수상팀|성명|이름|대표자?|담당자|팀명|소속|직위|부서|기관|단체)(?:명|\s?\([^()]{1,10}\))?|(?:선정|지정|주관|수행|참여|운영)?\s?(?:지자체|지방자치단체|기업|업체|기관|대학|병원|학교|단체|사업자|사업단|회사|농가|법인|마을|지구)명?|기업체명"
    r"|(?:사업|과제|작품|제품|사례|서비스|기술|아이디어|공모|프로그램|콘텐츠|연구|특구|지구)\s?(?:명|내용|제목)?|제목|주요\s?(?:내용|사업|제품|특징)|비고|내용|상금|시상금|상품|수상자|우수사례|공적\s?(?:내용|요지)?|(?:[가-힣]{1,6}[·\s]?){1,3}\s수|시상금\s?합계|신규\s?선정\s?기업|(?:총\s)?인원|규모|예산|국비|총사업비|지원\s?(?:금액?|내용|규모)|개발\s?내용|수요처|업종|주요사업|공개일)"
)
_NUMBER = re.compile(r"[\d,.]+\s?(?:명|점|팀|편|건|개|개소|개사|곳|원|만\s?원|억\s?원|백만\s?원|천원|%)?|-|–|계|합계")
_SUM = re.compile(r"(?:총\s?)?(?:계|합\s?계|소\s?계|총계|총\s?수상내역)")
_LONGEST = 90


def flat_rows(reading: Reading) -> Iterator[tuple[str, tuple[str, ...], list[list[Span | None]]]]:
    """Captions, heads and rows of the runs of short lines that read as tables."""
    for run, caption in _runs(reading):
        lines = _joined(reading, run)
        words = [reading.text[a:b].strip() for a, b in lines]
        first = next((i for i, word in enumerate(words) if _is_head(word)), None)
        if first is None:
            continue
        last = first
        while last < len(words) and _is_head(words[last]):
            last += 1
        heads = words[first:last]
        if not 2 <= len(heads) <= 6 or len(words) - last < 2 * len(heads):
            continue
        rows = _fit(heads, words[last:])
        if rows:
            yield caption, tuple(heads), [[lines[last + at] if at is not None else None for at in row] for row in rows]


def _is_head(word: str) -> bool:
    return bool(_HEAD.fullmatch(word.replace("*", "")))


def _runs(reading: Reading) -> Iterator[tuple[list[Block], str]]:
    """Stretches of blocks that are short and no sentences, each with the line before it."""
    run: list[Block] = []
    before = ""
    for block in (*reading.document.blocks, None):
        words = reading.text[block.start : block.end].strip() if block else ""
        if block and block.table is None and _cell_like(words):
            run.append(block)
            continue
        if len(run) >= 6:
            yield run, before
        run, before = [], words
    return


def _cell_like(words: str) -> bool:
    return len(words) <= _LONGEST and not re.search(r"(?:다|요|오|며|으나|는데)[.,]?[\"”]?$|^[□○ㅇ※◇◆▷【]", words)


def _joined(reading: Reading, run: Sequence[Block]) -> list[Span]:
    """The lines of a run; a line in brackets belongs to the one before."""
    lines: list[Span] = []
    for block in run:
        words = reading.text[block.start : block.end].strip()
        if lines and re.match(r"\((?!주|유|사|재)[^()]*\)?$", words) and not re.match(r"\(단위", words):
            lines[-1] = (lines[-1][0], block.end)
        else:
            lines.append((block.start, block.end))
    return lines


def _fit(heads: Sequence[str], words: Sequence[str]) -> list[list[int | None]]:
    """The cheapest cutting of the lines into rows, each a run of columns up to the last; empty where none is cheap."""
    width, count = len(heads), len(words)
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)] + [(1e9, 0, 0)] * count
    for end in range(1, count + 1):
        for skip in range(min(width - 1, 3)):
            begin = end - (width - skip)
            if begin < 0 or (begin == 0 and skip):
                continue
            cost = best[begin][0] + 0.3 * skip
            cost += sum(_misfit(heads[skip + i], words[begin + i], first=skip + i == 0) for i in range(width - skip))
            if cost < best[end][0]:
                best[end] = (cost, begin, skip)
    stop = max((end for end in range(count + 1) if best[end][0] <= 0.6 * (end / width + 1)), default=0)
    if stop < 2 * width - 1:
        return []
    rows: list[list[int | None]] = []
    while stop:
        _, begin, skip = best[stop]
        rows.append([None] * skip + list(range(begin, stop)))
        stop = begin
    return _filled(rows[::-1])


def _filled(rows: list[list[int | None]]) -> list[list[int | None]]:
    for above, row in pairwise(rows):
        for at, value in enumerate(row):
            if value is None:
                row[at] = above[at]
    return rows


def _misfit(head: str, word: str, *, first: bool) -> float:
    """How badly a line reads under a head."""
    number = bool(_NUMBER.fullmatch(word))
    if re.search(r"수$|인원|규모|예산|국비|사업비|상금|금액", head):
        return 0.0 if number or re.search(r"\d", word) else 2.0
    if _SUM.fullmatch(word):
        return 0.0 if first else 3.0
    if re.search(r"번호?$|순위|^No", head):
        return 0.0 if number else 2.0
    labelled = bool(PRIZE.fullmatch(word)) or is_track(word)
    if re.search(r"구분|훈격|등급|상격|상명|유형|분야|부문|권역", head):
        return 0.0 if labelled or is_region(word) else (0.7 if not number else 2.0)
    if re.search(r"지역|시·?도|광역", head):
        return 0.0 if is_region(word) else 1.0
    return 2.5 if labelled and bool(PRIZE.fullmatch(word)) else (1.5 if number else 0.0)
