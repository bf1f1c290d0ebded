"""Mentions of single lines as JSON: for trying a rule, and for comparing with other readers of dates and amounts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import singledispatch
from typing import Any

from extract.rule import Mention, Rulebook
from extract.rules.count import COUNTS, RATIOS
from extract.rules.date import find_dates
from extract.rules.date_rules import DATES
from extract.rules.money import MONIES
from extract.rules.number import NUMBERS
from extract.rules.party import find_parties
from extract.values import Count, Money, Number, Party, Period, Programme, Ratio
from parsers.korean import normalise

Value = Number | Money | Period | Count | Ratio | Party | Programme
Found = Iterable[Mention[Number] | Mention[Money] | Mention[Period] | Mention[Count] | Mention[Ratio] | Mention[Party]]
_BOOKS: dict[str, Rulebook[Any]] = {"number": NUMBERS, "count": COUNTS, "ratio": RATIOS, "money": MONIES, "date": DATES}


@dataclass(frozen=True, slots=True)
class Line:
    """A line in its normal form, and where each of its characters stands in the original."""

    number: int
    text: str
    places: tuple[int, ...]

    @classmethod
    def read(cls, number: int, original: str) -> Line:
        """Bring a line to the normal form."""
        normal = normalise(original)
        if normal.text == original:
            return cls(number, original, tuple(range(len(original) + 1)))
        places: list[int] = []
        behind = len(original) - len(original.lstrip())
        for change in normal.changes:
            places += range(len(places) + behind, change.start + behind)
            places += [change.start + behind] * (change.end - change.start)
            behind += len(change.original) - (change.end - change.start)
        places += range(len(places) + behind, len(normal.text) + behind + 1)
        return cls(number, normal.text, tuple(places))


def describe(lines: Iterable[str], published: date | None, explain: bool = False) -> Iterator[str]:
    """One JSON object for each mention in each line; with `explain`, for each reading that was declined too."""
    for number, original in enumerate(lines, 1):
        line = Line.read(number, original.rstrip("\n"))
        for mention in sorted(_found(line.text, published), key=lambda one: (one.start, one.end)):
            start, end = line.places[mention.start], line.places[mention.end]
            row = {"line": number, "kind": mention.kind.name, "start": start, "end": end}
            row |= {"text": original[start:end], "value": _value(mention.value), "rule": mention.rule}
            yield json.dumps(row, ensure_ascii=False)
        if explain:
            yield from _considered(line, original)


def _found(text: str, published: date | None) -> Iterator[Mention[Value]]:
    finders: tuple[Callable[[], Found], ...] = (
        lambda: NUMBERS.scan(text),
        lambda: COUNTS.scan(text),
        lambda: RATIOS.scan(text),
        lambda: MONIES.scan(text),
        lambda: find_dates(text, published),
        lambda: find_parties(text, published),
    )
    for find in finders:
        yield from find()  # type: ignore[misc]


def _considered(line: Line, original: str) -> Iterator[str]:
    for kind, book in _BOOKS.items():
        for candidate in book.candidates(line.text):
            start, end = line.places[candidate.start], line.places[candidate.end]
            row = {"line": line.number, "considered": kind, "start": start, "end": end, "text": original[start:end]}
            row |= {"rule": candidate.rule, "read": candidate.value is not None}
            yield json.dumps(row, ensure_ascii=False)


@singledispatch
def _value(value: object) -> dict[str, object]:
    raise TypeError(type(value).__name__)


@_value.register
def _(value: Number) -> dict[str, object]:
    return {"value": value.value}


@_value.register
def _(value: Ratio) -> dict[str, object]:
    return {"value": value.value}


@_value.register
def _(value: Count) -> dict[str, object]:
    return {"value": value.value, "unit": value.unit, "approximate": value.approximate}


@_value.register
def _(value: Money) -> dict[str, object]:
    row: dict[str, object] = {"amount_min": value.minimum, "amount_max": value.maximum, "currency": value.currency}
    return row | {"approximate": value.approximate}


@_value.register
def _(value: Period) -> dict[str, object]:
    start, end = (day.isoformat() if day else None for day in (value.start, value.end))
    return {"start": start, "end": end, "precision": value.precision}


@_value.register
def _(value: Party) -> dict[str, object]:
    region = value.region
    return {"name": value.name, "kind": value.kind, "region": region.code if region else None}
