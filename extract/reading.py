"""A document as the record builders see it: its mentions, sentences and tables, found once and looked up by span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from extract.grid import Grid, find_grids
from extract.header import Header
from extract.main_programme import find_main_programme
from extract.release import Evidence, Region
from extract.rule import Mention
from extract.rules.count import find_counts, find_ratios
from extract.rules.date import find_dates
from extract.rules.money import find_money
from extract.rules.number import find_numbers
from extract.rules.party import find_parties
from extract.rules.programme import find_programmes
from extract.rules.region import lookup, reference_day
from extract.sentences import Clause, Sentence, split_clauses, split_sentences
from extract.values import Count, Money, Number, Party, Period, Programme, Ratio
from parsers.document import Document

T = TypeVar("T")


class Mentions(Generic[T]):
    """Mentions of one kind in reading order, looked up by span."""

    def __init__(self, mentions: Iterable[Mention[T]]) -> None:
        self._all = sorted(mentions, key=lambda mention: mention.start)
        self._starts = [mention.start for mention in self._all]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Mention[T]]:
        return iter(self._all)

    def within(self, start: int, end: int) -> list[Mention[T]]:
        """The mentions that lie wholly inside a span."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [mention for mention in self._all[first:last] if mention.end <= end]


@dataclass(frozen=True)
class Reading:
    """A document and its header, with what is found in them."""

    document: Document
    header: Header

    @cached_property
    def text(self) -> str:
        """The reading text."""
        return self.document.text

    @property
    def published(self) -> date | None:
        """The day from which relative dates are read."""
        return self.header.published

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences outside tables, in reading order."""
        return tuple(split_sentences(self.text, self.document.blocks))

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of all sentences, in reading order."""
        return tuple(clause for sentence in self.sentences for clause in split_clauses(self.text, sentence))

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables, their labels and values told apart, in reading order."""
        return find_grids(self.document)

    @cached_property
    def names_day(self) -> date | None:
        """The day whose names of places count: that of publication, else the last that fits the names as written."""
        return reference_day(self.text, self.published)

    @cached_property
    def home(self) -> str | None:
        """The province that speaks, or in which the municipality that speaks lies."""
        issuer = lookup(self.header.issuer, on=self.names_day) if self.header.issuer else None
        return issuer.sido if issuer else None

    def region(self, name: str, province: str | None = None) -> Region | None:
        """A place by its name; what several provinces share is taken to lie in the one that speaks."""
        found = lookup(name, province, self.names_day)
        return found or (lookup(name, self.home, self.names_day) if self.home and not province else None)

    @cached_property
    def parties(self) -> Mentions[Party]:
        """Parties that their names give away, in reading order."""
        return Mentions(find_parties(self.text, self.names_day, self.home))

    @cached_property
    def programmes(self) -> Mentions[Programme]:
        """Programmes named, in reading order."""
        return Mentions(find_programmes(self.text))

    @cached_property
    def numbers(self) -> Mentions[Number]:
        """Bare numbers, whatever they count."""
        return Mentions(find_numbers(self.text))

    @cached_property
    def counts(self) -> Mentions[Count]:
        """So many parties, places, projects or people."""
        return Mentions(find_counts(self.text))

    @cached_property
    def ratios(self) -> Mentions[Ratio]:
        """Competition ratios, matching ratios and percentages."""
        return Mentions(find_ratios(self.text))

    @cached_property
    def money(self) -> Mentions[Money]:
        """Amounts of money that name their currency or are plainly money."""
        return Mentions(find_money(self.text))

    @cached_property
    def dates(self) -> Mentions[Period]:
        """Dates as days, resolved by the day of publication and the dates before them."""
        return Mentions(find_dates(self.text, self.published))

    @cached_property
    def main_programme(self) -> Programme | None:
        """The programme that the release is about."""
        return find_main_programme(self.text, self.header.title or "", list(self.programmes))

    @cached_property
    def block_starts(self) -> tuple[int, ...]:
        """Where the blocks start."""
        return tuple(block.start for block in self.document.blocks)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """Where the sentences start."""
        return tuple(sentence.start for sentence in self.sentences)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which an offset lies."""
        at = bisect_right(self.sentence_starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset < self.sentences[at].end else None

    def evidence(self, start: int, end: int) -> Evidence:
        """The words between two offsets and their place on the page."""
        page, box = self.document.place(start, end)
        return Evidence(start=start, end=end, quote=self.text[start:end], page=page, bbox=box)
