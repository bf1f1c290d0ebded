"""How the press writes: every expression of the example lists, read with the whole rulebook of its kind."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest

from extract.rules.count import find_counts, find_ratios
from extract.rules.date import find_dates
from extract.rules.money import find_money
from extract.values import Count, Money, Period
from parsers.korean import normalise

PUBLISHED = date(2024, 6, 24)


def _examples(kind: str) -> list[tuple[str, str]]:
    text = (files("extract.rules") / "examples" / f"{kind}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines]


def _values(text: str) -> list[str]:
    return [] if text == "-" else text.split(" | ")


def _money(value: Money) -> str:
    low, high = value.minimum, value.maximum
    amount = str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
    return f"{'~' if value.approximate else ''}{amount}" + ("" if value.currency == "KRW" else f" {value.currency}")


def _wanted_money(text: str) -> str:
    return re.sub(r" ([A-Z]{3})(\.\.)$", r"\2 \1", text)


def _period(value: Period) -> str:
    days = str(value.start) if value.start == value.end else f"{value.start or ''}..{value.end or ''}"
    return days if value.precision == "day" else f"{days} {value.precision}"


def _count(value: Count) -> str:
    return f"{'~' if value.approximate else ''}{value.value} {value.unit}"


@pytest.mark.parametrize(("words", "wanted"), _examples("money"))
def test_money(words: str, wanted: str) -> None:
    found = find_money(normalise(words).text)
    assert [_money(mention.value) for mention in found] == [_wanted_money(value) for value in _values(wanted)]


@pytest.mark.parametrize(("words", "wanted"), _examples("date"))
def test_dates(words: str, wanted: str) -> None:
    found = find_dates(normalise(words).text, PUBLISHED)
    assert [_period(mention.value) for mention in found] == _values(wanted)


@pytest.mark.parametrize(("words", "wanted"), _examples("count"))
def test_counts(words: str, wanted: str) -> None:
    found = find_counts(normalise(words).text)
    assert [_count(mention.value) for mention in found] == _values(wanted)


@pytest.mark.parametrize(("words", "wanted"), _examples("ratio"))
def test_ratios(words: str, wanted: str) -> None:
    found = find_ratios(normalise(words).text)
    assert [mention.value.value for mention in found] == pytest.approx([float(value) for value in _values(wanted)])
