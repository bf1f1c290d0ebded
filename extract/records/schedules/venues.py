"""Meetings at which or through which something is done: `총회에서`, `회의를 통해`."""

from __future__ import annotations

from collections.abc import Sequence

from extract.lexicon.events import events
from extract.records.schedules.governing import REACH
from extract.records.schedules.named import Named
from extract.records.schedules.phrases import noun_phrase
from extract.records.schedules.words import Word

_PREDICATE = ("며", "고", "다")


def venue_in(words: Sequence[Word], end: int) -> Named | None:
    """The meeting at which something is done: `총회에서`."""
    place = next((place for place in range(end) if words[place].role == "at" and meets(words[place])), None)
    if place is None:
        return None
    phrase, first = noun_phrase(words, place)
    return Named(phrase, words[first].start, words[place].end, "participle", "", "", place)


def by_meeting(words: Sequence[Word]) -> Named | None:
    """The event through which something came about: `지난 8.21일 경제관계장관회의를 통해`."""
    for at in range(1, min(len(words), REACH + 1)):
        if words[at].verb:
            return None
        if words[at].text.startswith(("통해", "통하여", "계기로")) and words[at - 1].role == "obj":
            name, first = noun_phrase(words, at - 1)
            return (
                Named(name, words[first].start, words[at].end, "participle", "", "", at)
                if meets(words[at - 1]) or words[at - 1].noun.endswith("공고")
                else None
            )
    return None


def by_act(words: Sequence[Word]) -> Named | None:
    """The act right behind a date through which the rest comes about: `내년 1월 연차평가로 따지며`."""
    for at in range(min(len(words) - 1, REACH)):
        word = words[at]
        if word.verb or word.role not in ("", "of", "adv") or not word.noun:
            return None
        if word.role == "adv":
            acts = word.text.endswith("로") and events().head(word.noun) and not events().light(word.noun)
            if not acts or not (words[at + 1].verb or words[at + 1].text.rstrip(",.").endswith(_PREDICATE)):
                return None
            name, first = noun_phrase(words, at)
            return Named(name, words[first].start, word.end, "topic", "", "", at)
    return None


def meets(word: Word) -> bool:
    """Whether a word names something that people come together for."""
    lexicon = events()
    head = lexicon.head(word.noun)
    return head is not None and lexicon.kinds[head] in ("meeting", "briefing")
