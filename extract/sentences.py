"""Sentences and clauses: the stretches of prose in which one thing is said.

A sentence is never longer than its block; quotations and brackets are kept whole, whatever stops stand in them.
A clause ends where a verb connects to the next (`선정하고`, `거쳐`, `체결한 뒤`) or at an inline bullet (`▲`).
Clauses partition their sentence, so that offsets stay comparable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.seek import seek
from parsers.document import Block


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of prose, or a list item that stands for one; never across blocks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence with one verb, or with none where the sentence is a noun phrase."""

    start: int
    end: int


# What is kept whole: quotations and brackets, closed within one block and not endless.
# A year's apostrophe (`‘24년`, `'22.9월`) opens nothing.
_YEARS = r"(?!\d\d(?:[.년~’']|\s?[.~]))"
WHOLE = (
    r"\"[^\"\n]{0,600}+\"|“[^”\n]{0,600}+”|「[^」\n]{0,200}+」|『[^』\n]{0,200}+』|｢[^｣\n]{0,200}+｣|<[^<>\n]{0,200}+>"
    rf"|‘{_YEARS}[^’‘\n]{{0,100}}+’(?!\d\d)|(?<![\w'])'{_YEARS}[^'\n]{{1,100}}+'(?!\d\d)"
    r"|\((?:[^()\n]|\([^()\n]{0,200}+\)){0,300}+\)|\[[^\[\]\n]{0,200}+\]"
)
# `다.`, `요.`, `함.`: a stop after Hangul, not after a digit or an initial; `다,` only where a new sentence follows it.
_STOP = (
    r"(?<=[가-힣\"”’)\]])[.?!]+(?=[\s\"”’\[(<【*※]|$)|(?<=[가-힣])\.(?=[가-힣])"
    r"|(?<=[었였했됐랐났렸쳤켰졌갔왔힌한된]다),(?=\s)"
)
_BULLET = r"(?<=\s)[□■○●◯◇◆❍❏▢ㅇ※](?=\s?[^\s\d)\]])"
_SENTENCE = re.compile(f"{WHOLE}|(?P<stop>{_STOP})|(?P<bullet>{_BULLET})|(?P<line>\n)")
# Where one of them can begin.
_AT = re.compile(r"[\"“「『｢<‘'(\[.?!,\n□■○●◯◇◆❍❏▢ㅇ※]")

_STEM = r"(?:[하되]|시키|거치|맺|받|열|치르|꾸리|마치|나서|이루|만들|모으|높이|넓히|늘리|짓|갖|이|[었였했됐겠있])"
_ENDING = re.compile(
    rf"{WHOLE}|(?P<end>(?:"
    rf"{_STEM}(?:으?며|고서?|으?면서|지만|으?나|는데|는\s한편|되)|거쳐|해서|하여|되어|하고자|토록|도록|(?:기|하기)\s?위해|기\s?위하여"
    r"|[을를]\s시작으로|[한된친은을낸룬]\s(?:뒤|후|다음|이후|데\s이어|가운데|바\s있으며)|[한된]\s?후에?|마치고|[해돼],|(?<=[가-힣])[해려켜쳐아어와]서"
    r"),?)(?=\s|$)|(?P<mark>(?<=\s)[▲△▴▶▷►➜→⇒⇨➔➡](?=\s?\S)|(?<=[가-힣)])[▲△▴→⇒⇨➔➡])"
)


# No sentence of a release is as long; a longer run of words is read in parts, so that its cost grows with its length.
LONGEST = 1_500


def split_sentences(text: str, blocks: Iterable[Block]) -> Iterator[Sentence]:
    """The sentences of all blocks outside tables, in reading order."""
    for block in blocks:
        if block.table is None:
            yield from (Sentence(*span) for span in _cut(text, block.start, block.end))


def sentences_of(text: str, start: int, end: int) -> list[Sentence]:
    """The sentences of one stretch of text, such as a table cell."""
    return [Sentence(*span) for span in _cut(text, start, end)]


def split_clauses(text: str, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in order and without gaps."""
    cuts = [sentence.start]
    for hit in _ENDING.finditer(text, sentence.start, sentence.end):
        if hit.lastgroup == "end":
            cuts.append(hit.end())
        elif hit.lastgroup == "mark":
            cuts.append(hit.start())
    cuts.append(sentence.end)
    return [Clause(a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for hit in seek(_AT, _SENTENCE, text, start, end):
        if hit.lastgroup is None:
            continue
        cut = hit.end() if hit.lastgroup == "stop" else hit.start()
        yield from _trimmed(text, at, cut)
        at = cut
    yield from _trimmed(text, at, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        at = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        at = at if at > 0 else start + LONGEST
        yield from _trimmed(text, start, at)
        start = at
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
