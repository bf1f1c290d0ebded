"""Noun phrases read backwards from their last noun: Korean names end in what they are."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import words
from extract.rules.particle import PARTICLE

_BREAK = re.compile(
    r"[^가-힣A-Za-z0-9 ·&+/()-]|\((?![A-Z][A-Za-z]{1,9}\))|(?<![A-Za-z])\)|  "
    r"|\d(?:곳|개[가-힣]{0,2}|[명건팀])(?![가-힣])[· ]?"
    r"|(?<![가-힣A-Za-z0-9])-|-(?![가-힣A-Za-z0-9])"
)
_NO_NOUN = re.compile(
    rf"{PARTICLE}$|(?:[하되있없]|이)(?:는|여|고|며|면서)$|[한된될할했됐었다년월일]$|[워려해어아]진$|[쳐겨려켜]$|(?:위|통|대|관|활용|이용|연계|거쳐|참여)해$|위한$|따라$|[하되리치지이키]던$|(?<!특)별$"
    r"|^\d+[가-힣]{0,3}$|^(?:등|약|총|외)$"
)
# `상공의 날 유공자`: the day that a word with a particle names.
_DAY = re.compile(r"(?<![가-힣])[가-힣]{2,10}의 $")
_REACH = 60
_MOST_WORDS = 7


def noun_phrase(text: str, start: int, end: int) -> int:
    """Where the noun phrase that ends at `end` begins, not before `start`; `end` itself where there is none."""
    start = max(start, end - _REACH)
    for cut in _BREAK.finditer(text, start, end):
        start = cut.end()
    first = at = end
    for _ in range(_MOST_WORDS):
        space = text.rfind(" ", start, at)
        word = text[space + 1 if space >= 0 else start : at]
        if not word or (at < end and not is_noun(word)) or word in ("총", "약", "등", "외"):
            break
        first = at - len(word)
        if space < 0:
            break
        at = space
    if day := _DAY.search(text, start, first):
        first = day.start() if text.startswith("날", first) else first
    while first < end and text[first] in "·/&+- ":
        first += 1
    return _without_openers(text, first, end)


def is_noun(word: str) -> bool:
    """Whether a word can stand inside a name: no particle, no verb, no count."""
    nouns = _nouns()
    if word == "및" or word in nouns or any(word[-length:] in nouns for length in (2, 3)):
        return True
    return not _NO_NOUN.search(word)


def _without_openers(text: str, start: int, end: int) -> int:
    while (head := text[start:end].partition(" "))[1] and head[0] in _openers():
        start += len(head[0]) + 1
    return start


@cache
def _nouns() -> frozenset[str]:
    return frozenset(words("programmes.toml")["not_particles"])


@cache
def _openers() -> frozenset[str]:
    return frozenset(words("programmes.toml")["openers"])
