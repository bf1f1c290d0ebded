"""Noun phrases: the shortest that names an event, out of the words around its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicon import ministries
from extract.lexicon.events import events
from extract.records.schedules.words import Role, Word

_AMOUNT = re.compile(
    r"(?:[\d,.]+[조억만천백]*\s?)?(?:원|달러|불|명|개|곳|건|%|여|수|것|바|데|점|등|경우|이상|정도|규모|가량|내외|개?사|톤|㎡|배|km|대)|[\d,.]+"
)
_COUNTED = re.compile(r"약\d.*|\d+(?!차|기$|단계|회|호)[가-힣]{0,2}")
_QUOTES = re.compile(r"[「」『』｢｣‘’“”\"]")
_JOINS: tuple[Role, ...] = ("", "of", "and")
# Bodies that also meet: as a subject they act.
_BODIES = ("위원회", "협의회", "본부")
# `도움이 되기를 바란다`: what is hoped.
_WISHED = ("되기", "있기", "않기", "하기")
MOST = 3


def passed_over(word: Word) -> bool:
    """Whether a word stands beside a name without belonging to it."""
    return word.noun in events().words["adverbs"] or _COUNTED.fullmatch(word.noun) is not None


def closes(word: Word) -> bool:
    """Whether a word only closes a plan: `예정`, `계획`."""
    return word.noun in events().words["closings"]


def is_agent(word: Word) -> bool:
    """Whether a word names who acts."""
    noun = word.noun
    if noun in ministries():
        return True
    return noun.endswith(events().agents) and (noun.endswith(_BODIES) or not events().head(noun))


def can_name(words: Sequence[Word], place: int, wanted: tuple[Role, ...]) -> bool:
    """Whether a word can be what a verb is about: no amount, no authority, not the `누리집` of `누리집을 통해`."""
    word = words[place]
    if word.role not in wanted or not word.noun or _AMOUNT.fullmatch(word.noun) or word.noun in _WISHED:
        return False
    if place + 1 < len(words) and words[place + 1].role == "skip":
        return False
    return word.role == "obj" or not is_agent(word)


def noun_phrase(words: Sequence[Word], last: int, most: int = MOST) -> tuple[str, int]:
    """The noun phrase that ends with a word, and the place of its first word."""
    first = last
    while first > 0 and last - first + 1 < most and _belongs(words, first - 1, last):
        first -= 1
    while first < last and (_leans(words[first]) or passed_over(words[first])):
        first += 1
    parts = [_with_particle(word) for word in words[first:last]]
    return _QUOTES.sub("", " ".join([*parts, words[last].noun])), first


def _leans(word: Word) -> bool:
    """Whether no name begins with a word: an amount, or what speaks of something before it (`건들`, `이하`)."""
    return word.noun in events().words["leaning"] or _AMOUNT.fullmatch(word.noun) is not None


def _belongs(words: Sequence[Word], place: int, last: int) -> bool:
    word = words[place]
    if word.verb or word.role not in _JOINS or not word.noun or (passed_over(word) and word.noun != "및"):
        return False
    if word.role == "and" and is_agent(word):
        return False
    return sum(len(each.noun) for each in words[place : last + 1]) <= 34


def _with_particle(word: Word) -> str:
    """A modifier as it joins the next: `평가와` keeps its particle, `위원회의` loses it."""
    if word.role != "and":
        return word.noun
    return word.noun + ("과" if (ord(word.noun[-1]) - 0xAC00) % 28 else "와")
