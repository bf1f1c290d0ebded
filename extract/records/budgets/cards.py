"""Cards, on slides and in boxes: short lines under a name: `정착형 | 6팀 | 팀당 국비 6억원`, `가람관 | 사업비 2억`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from extract.lexicon import budget_words, ministries
from extract.reading import Reading
from extract.records.budgets.draft import Whom
from extract.rules.alternation import one_of
from extract.rules.party_list import find_party_list
from extract.rules.party_name import ListContext
from parsers.document import Block

_REACH = 8
_LINE = 90
_NAME = 26
_SENTENCE = re.compile(r"(?:[다요까음함]\.|[다요까]\??|,)\s*$")
_LEVEL = re.compile(r"[□■◆◇Ⅰ-Ⅹ]|\d{1,2}[.)|]\s")
_COUNT = r"\(?(?:총\s?|약\s?)?\d[\d,]*\s?(?:개\s?)?[가-힣]{1,4}(?:\s?(?:내외|이내|안팎|지정|선정|선발))?\)?"
_TRACK = re.compile(
    rf"\W*(?P<name>[가-힣A-Za-z0-9·]{{1,12}}(?:\s?[가-힣A-Za-z·]{{1,8}})?(?:형|랩|\s?(?:{one_of(budget_words()['tracks']['suffixes'])})))"
    rf"\W{{0,2}}(?:\s?{_COUNT}|\s[·:|–-]\s.*|\s?\([^()]*\))?\W*"
)
_MARKS = re.compile(r"^[^\w㈜(]+|[^\w㈜)]+$")
_NOT_ALONE = re.compile(r"\d\s?(?:명|원|개|곳|년|월|일|%)|[:：]|(?:(?<![마가노])[은는을를]|에서|까지|부터)\s")


def card_track(reading: Reading, at: int, known: Iterable[str]) -> str | None:
    """The track that heads the card in which a short line at an offset stands."""
    names = frozenset(known)
    for words, _ in _over(reading, at):
        bare = _MARKS.sub("", words)
        if bare in names:
            return bare
        if hit := _TRACK.fullmatch(words):
            return hit["name"]
    return None


def card_recipients(reading: Reading, at: int) -> list[tuple[Whom, tuple[int, int]]]:
    """The parties named in the lines right over the amounts of a card, and where."""
    found: list[tuple[Whom, tuple[int, int]]] = []
    for words, block in _over(reading, at):
        if reading.money.within(block.start, block.end) and not found:
            continue
        listed = _party(reading, words, block)
        if listed is None:
            break
        found.insert(0, listed)
    return found


def _over(reading: Reading, at: int) -> Iterator[tuple[str, Block]]:
    """The lines of the card over the line of an offset, nearest first; none where that line is a sentence."""
    blocks = reading.document.blocks
    here = bisect_right(reading.block_starts, at) - 1
    for block in reversed(blocks[max(0, here - _REACH) : here + 1]):
        words = reading.text[block.start : block.end]
        if block.table or len(words) > _LINE or _SENTENCE.search(words) or _LEVEL.match(words):
            return
        if block is not blocks[here]:
            yield words, block
        if block.kind in ("title", "heading", "note"):
            return


def _party(reading: Reading, words: str, block: Block) -> tuple[Whom, tuple[int, int]] | None:
    """The party that a line names and nothing else: `전남 강진군`, `달빛마을 작은도서관`."""
    named = reading.parties.within(block.start, block.end)
    if not named or len(words) > _NAME or _NOT_ALONE.search(words) or named[-1].end != block.end:
        return None
    if any(one.value.name in ministries() or one.value.name == reading.header.issuer for one in named):
        return None
    context = ListContext(reading.names_day, None, count=1, home=reading.home)
    listed = list(find_party_list(reading.text, block.start, block.end, context))
    if len(listed) != 1:
        return None
    party = listed[0]
    name = party.party.name or reading.text[party.start : party.end]
    return Whom(" ".join(name.split()), party.party.region), (party.start, party.end)
