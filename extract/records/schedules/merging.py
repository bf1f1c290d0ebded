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
            if other.date.start != fact.date.start and _same_days(other, fact) and _alike(other, fact):
                done[at] = _better(other, fact)
                break
        else:
            done.append(fact)
    return done


def _same_days(one: Fact, other: Fact) -> bool:
    """Whether both say the same days, one perhaps only their end or start: `3.8~3.21 접수` and `3.21까지 신청`."""
    a, b = one.date.value, other.date.value
    if (a.start, a.end) == (b.start, b.end):
        return True
    window = (a.start and a.end and a.start != a.end) or (b.start and b.end and b.start != b.end)
    if not window or a.precision != "day" or b.precision != "day" or _kind(one) != _kind(other):
        return False
    return (a.end == b.end and not (a.start and b.start)) or (a.start == b.start and not (a.end and b.end))


def _better(one: Fact, other: Fact) -> Fact:
    """Both as one: the days of the fuller."""
    full = other if not (one.date.value.start and one.date.value.end) else one
    return full.also((one if full is other else other).spans)


def _alike(one: Fact, other: Fact) -> bool:
    a, b = one.named.event.replace(" ", ""), other.named.event.replace(" ", "")
    if a in b or b in a or _kind(one) == _kind(other):
        return True
    grams = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b)]
    return 2 * len(grams[0] & grams[1]) >= 0.4 * (len(grams[0]) + len(grams[1]))


def _kind(fact: Fact) -> str:
    return kind_of(fact.named.event, fact.date.value)
