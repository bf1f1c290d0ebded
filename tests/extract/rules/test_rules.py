"""Every example beside a rule, read with the whole rulebook of its kind."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from extract.rule import Mention, Rule
from extract.rules.count import COUNT_RULES, RATIO_RULES, find_counts, find_ratios
from extract.rules.date import find_dates
from extract.rules.date_rules import DATES
from extract.rules.money import RULES as MONEY_RULES
from extract.rules.money import find_money
from extract.rules.number import RULES as NUMBER_RULES
from extract.rules.number import find_numbers

PUBLISHED = date(2024, 6, 24)
BOOKS: tuple[tuple[tuple[Rule[Any], ...], Callable[[str], list[Mention[Any]]]], ...] = (
    (NUMBER_RULES, find_numbers),
    (COUNT_RULES, find_counts),
    (RATIO_RULES, find_ratios),
    (MONEY_RULES, find_money),
    (DATES.rules, lambda text: find_dates(text, PUBLISHED)),
)


def _reads() -> Iterator[Any]:
    for rules, find in BOOKS:
        for rule in rules:
            for words, value in rule.reads.items():
                yield pytest.param(find, words, value, id=f"{rule.name} {words}")


def _refuses() -> Iterator[Any]:
    for rules, find in BOOKS:
        for rule in rules:
            for words in rule.refuses:
                yield pytest.param(find, words, id=f"{rule.name} {words}")


@pytest.mark.parametrize(("find", "words", "value"), list(_reads()))
def test_reads(find, words, value):
    wanted = list(value) if isinstance(value, tuple) else [value]
    assert [mention.value for mention in find(words)] == wanted


@pytest.mark.parametrize(("find", "words"), list(_refuses()))
def test_refuses(find, words):
    assert find(words) == []
