"""The same fact said in title, lead, body and table becomes one."""

from __future__ import annotations

from collections.abc import Iterable

from extract.records.schedules.facts import Fact
from extract.records.schedules.kinds import kind_of


def merge(facts: Iterable[Fact]) -> list[Fact]:
    """Facts of the same days and like events as one, in the order of the first."""
    done: list[Fact] = []
    for fact in facts:
        for at, other in enumerate(done):
            if other.key == fact.key and _alike(other, fact):
                done[at] = _better(other, fact)
                break
        else:
            done.append(fact)
    return done


def _better(one: Fact, other: Fact) -> Fact:
    """Both as one, under the shorter of two good names."""
    return one.also(other.spans)


def _alike(one: Fact, other: Fact) -> bool:
    a, b = one.named.event.replace(" ", ""), other.named.event.replace(" ", "")
    if a in b or b in a or _kind(one) == _kind(other):
        return True
    grams = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b)]
    return 2 * len(grams[0] & grams[1]) >= 0.4 * (len(grams[0]) + len(grams[1]))


def _kind(fact: Fact) -> str:
    return kind_of(fact.named.event, fact.date.value)
