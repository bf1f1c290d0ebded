"""Rules find mentions: typed values and the exact words that say them.

A rule is one way in which Korean prose writes one kind of value: a pattern, a resolver that turns the words into the
value (or declines them), and examples that run as tests. A `Rulebook` holds the rules of one kind. Where several
rules fit at one place the longest reading wins, then the first listed; mentions of a kind never overlap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """What a mention is of."""

    name: str


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """A value, where it stands in the text, and the rule that read it."""

    kind: Kind[T]
    value: T
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """What one rule makes of one place; the value is None where the rule's form fits but it declines."""

    rule: str
    start: int
    end: int
    value: T | None


@dataclass(frozen=True)
class Rule(Generic[T]):
    """One way to write one kind of value.

    `resolve` returns None to decline words whose form fits but whose value cannot be, such as a thirteenth month.
    Patterns name their groups; they use no back references, since a rulebook joins them into one pattern.
    `reads` maps an expression to the value that is found in it, or to several; nothing of the kind is found in
    what the rule `refuses`.
    """

    name: str
    pattern: str
    resolve: Callable[[re.Match[str]], T | None]
    reads: Mapping[str, Any]
    refuses: tuple[str, ...] = ()


class Rulebook(Generic[T]):
    """The rules of one kind, in order of preference, scanned in one pass.

    `starts` is a cheap pattern for the places where a mention can begin. As an alternation of plain words it lets
    `re` skip to the next place by a table of first characters, which is what makes a scan fast; digits are best
    taken as a whole run, so that a long run is one place. Without it every rule is tried everywhere.
    """

    def __init__(self, kind: Kind[T], rules: Sequence[Rule[T]], starts: str | None = None) -> None:
        self.kind = kind
        self.rules = tuple(rules)
        self._places = starts

    # Patterns are compiled when a text first needs them: that takes longer than all other work of a short run.

    @cached_property
    def _starts(self) -> re.Pattern[str]:
        # Looking ahead only, so that a place inside a reading that was declined is still tried.
        anywhere = (f"(?:{_without_names(rule.pattern)})" for rule in self.rules)
        return re.compile(self._places or f"(?={'|'.join(anywhere)})")

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], Rule[T]], ...]:
        return tuple((re.compile(rule.pattern), rule) for rule in self.rules)

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Mention[T]]:
        """Mentions in order, none overlapping another."""
        end = len(text) if end is None else end
        for place in self._starts.finditer(text, start, end):
            at = place.start()
            if at >= start and (mention := self._longest(text, at, end)):
                yield mention
                start = mention.end

    def candidates(self, text: str) -> Iterator[Candidate[T]]:
        """Everything that the rules consider, longest first at each place: for explaining a reading."""
        for place in self._starts.finditer(text):
            for hit, rule in self._fitting(text, place.start(), len(text)):
                yield Candidate(rule.name, hit.start(), hit.end(), rule.resolve(hit))

    def _longest(self, text: str, at: int, end: int) -> Mention[T] | None:
        for hit, rule in self._fitting(text, at, end):
            value = rule.resolve(hit)
            if value is not None:
                return Mention(self.kind, value, at, hit.end(), rule.name)
        return None

    def _fitting(self, text: str, at: int, end: int) -> list[tuple[re.Match[str], Rule[T]]]:
        fitting = [(hit, rule) for pattern, rule in self._patterns if (hit := pattern.match(text, at, end))]
        if len(fitting) > 1:
            fitting.sort(key=lambda pair: -pair[0].end())
        return fitting


def _without_names(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
