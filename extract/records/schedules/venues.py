"""Meetings at which or through which something is done: `총회에서`, `회의를 통해`."""

from __future__ import annotations

from collections.abc import Sequence

from extract.lexicon.events import events
from extract.records.schedules.governing import REACH
from extract.records.schedules.named import Named
from extract.records.schedules.phrases import noun_phrase
from extract.records.schedules.words import Word


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


def meets(word: Word) -> bool:
    """Whether a word names something that people come together for."""
    lexicon = events()
    head = lexicon.head(word.noun)
    return head is not None and lexicon.kinds[head] in ("meeting", "briefing")
