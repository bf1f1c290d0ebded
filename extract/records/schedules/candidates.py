"""What may name the event of a date: every noun and verb of events around it, each with what can be seen of its place.

The rules of `naming` name one; the others are here so that `choosing` can prefer one of them where more speaks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.kinds import kind_of, shape_of
from extract.records.schedules.named import Named
from extract.records.schedules.naming import verb_name, without_time
from extract.records.schedules.phrases import is_agent, noun_phrase
from extract.records.schedules.words import Word, split_words
from extract.rule import Mention
from extract.sentences import Sentence
from extract.values import Period

SIGHT = 240
_FAR = 6
_FOLLOWS = (
    ("purpose", re.compile(r"위해|위하여|위한|토록|도록")),
    ("through", re.compile(r"통해|통하여|통한|거쳐|거친")),
    ("by", re.compile(r"따라|따른|의해|의한|대한|대해|관한|관련")),
    ("after", re.compile(r"후|뒤|이후|직후|이어")),
    ("planned", re.compile(r"예정|계획|방침|목표")),
    ("number", re.compile(r"\d")),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name and its traits, each a plain observation."""

    named: Named
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """The words on one side of a date, and the other dates among them."""

    name: str
    words: Sequence[Word]
    dates: Sequence[Mention[Period]]

    def away(self, at: int) -> int:
        """How many words stand between a word and the date."""
        return at if self.name == "after" else len(self.words) - 1 - at

    def between(self, at: int) -> Sequence[Word]:
        """The words between a word and the date."""
        return self.words[:at] if self.name == "after" else self.words[at + 1 :]


def candidates(reading: Reading, sentence: Sentence, date: Mention[Period], ruled: Named | None) -> Iterator[Candidate]:
    """What may name a date's event, the rules' own name first."""
    if ruled:
        yield Candidate(ruled, ("rule", f"rule.{ruled.how}", *_shape(date, ruled, ruled)))
    for side in _sides(reading, sentence, date):
        nearer = 0
        places = range(len(side.words)) if side.name == "after" else range(len(side.words) - 1, -1, -1)
        for at in places:
            named = _named(side, at)
            if named:
                yield Candidate(named, (*_place(reading, side, at, nearer), *_shape(date, named, ruled)))
                nearer += 1


def _sides(reading: Reading, sentence: Sentence, date: Mention[Period]) -> Iterator[_Side]:
    start, end = max(sentence.start, date.start - SIGHT), min(sentence.end, date.end + SIGHT)
    after = without_time(split_words(reading.text, date.end, end))
    yield _Side("after", after, reading.dates.within(date.end, end))
    yield _Side("before", split_words(reading.text, start, date.start), reading.dates.within(start, date.start))


def _named(side: _Side, at: int) -> Named | None:
    """The event that one word ends, if it is a noun or verb of events."""
    word, lexicon = side.words[at], events()
    if word.verb:
        if not (word.verb.noun or word.verb.inner):
            return None
        named = verb_name(side.words, at, word.verb)
        return named if lexicon.head(named.event) and not lexicon.light(named.event) else None
    if not word.noun or lexicon.head(word.noun) is None or lexicon.light(word.noun):
        return None
    if word.role in ("subj", "top") and is_agent(word):
        return None
    name, first = noun_phrase(side.words, at)
    return Named(name, side.words[first].start, word.end, "noun", "", "", side.away(at))


def _place(reading: Reading, side: _Side, at: int, nearer: int) -> Iterator[str]:
    """Where a word stands as seen from the date."""
    word, between = side.words[at], side.between(at)
    form = word.verb.form if word.verb else "noun"
    finite = sum(1 for other in between if other.verb and other.verb.form in ("final", "joining"))
    dates = sum(1 for other in side.dates if (other.end <= word.start) == (side.name == "after"))
    yield f"{side.name}.{form}"
    yield f"{side.name}.away.{min(side.away(at), 2 * _FAR) // 2}"
    yield f"{side.name}.nearer.{min(nearer, 3)}"
    yield f"{side.name}.verbs.{min(finite, 3)}"
    yield f"{side.name}.dates.{min(dates, 2)}"
    yield f"{side.name}.role.{word.role or 'none'}.{'verb' if word.verb else 'noun'}"
    following = side.words[at + 1].text if at + 1 < len(side.words) else ""
    follows = next((name for name, pattern in _FOLLOWS if pattern.match(following)), "other" if following else "end")
    yield f"{side.name}.follows.{follows}"
    if _in_bracket(reading.text, side, word):
        yield f"{side.name}.bracket"


def _in_bracket(text: str, side: _Side, word: Word) -> bool:
    """Whether a bracket stands between a word and the date."""
    first, last = side.words[0], side.words[-1]
    between = text[first.start : word.start] if side.name == "after" else text[word.end : last.end]
    return "(" in between or ")" in between


def _shape(date: Mention[Period], named: Named, ruled: Named | None) -> Iterator[str]:
    """How a name fits its dates and the rules' own name."""
    period, kind = date.value, kind_of(named.event, date.value)
    yield f"kind.{kind}"
    yield f"kind.{kind}.{period.precision}.{shape_of(period)}"
    yield f"words.{min(named.event.count(' ') + 1, 4)}"
    if events().head(named.event) is None:
        yield "headless"
    if ruled and ruled.form:
        yield f"rule.{ruled.form}.{'own' if ruled is named else 'other'}"
    if ruled and ruled is not named:
        if kind == kind_of(ruled.event, period):
            yield "rule.kind"
        if named.event in ruled.event or ruled.event in named.event:
            yield "rule.part"
