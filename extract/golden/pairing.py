"""Which record of one list is which of another: the assignment under which all pairs together are most alike."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache

from extract.golden.kinds import Item, Kind

SAME = 0.4  # likeness below which two records are not one that changed
WINDOW = 120  # records that one assignment takes; more are taken in turn, those alike near each other

Pairs = list[tuple[int, int]]  # places in the golden list and in the new one


def paired(kind: Kind, golden: Sequence[Item], new: Sequence[Item]) -> Pairs:
    """The pairs, in the order of the golden list; a place that is in none was removed or added."""
    apart = [at for at, (one, other) in enumerate(zip(golden, new, strict=False)) if one is not other and one != other]
    if len(golden) == len(new) and len(apart) == 1:  # nearly always: one record changed
        at = apart[0]
        kept = alike(kind, golden[at], new[at]) >= SAME
        return [(i, i) for i in range(len(golden)) if kept or i != at]
    pairs, golden_left, new_left = _equal(kind, golden, new, apart)
    for some, others in _windows(kind, golden, new, golden_left, new_left):
        likeness = [[alike(kind, golden[i], new[j]) for j in others] for i in some]
        pairs += [(some[i], others[j]) for i, j in assignment(likeness) if likeness[i][j] >= SAME]
    return sorted(pairs)


def _equal(
    kind: Kind, golden: Sequence[Item], new: Sequence[Item], apart: list[int]
) -> tuple[Pairs, list[int], list[int]]:
    """The pairs that agree in every field, and the places left; most are found so, without comparing all with all.

    `apart` are the places at which the two lists differ.
    """
    both = min(len(golden), len(new))
    pairs = [(at, at) for at in sorted(set(range(both)).difference(apart))]
    some, others = [*apart, *range(both, len(golden))], [*apart, *range(both, len(new))]
    if not some or not others:
        return pairs, some, others
    waiting = defaultdict[str, list[int]](list)
    for j in reversed(others):
        waiting[_words(kind, new[j])].append(j)
    found = [(i, same.pop()) for i in some if (same := waiting.get(_words(kind, golden[i])))]
    with_golden, with_new = {i for i, _ in found}, {j for _, j in found}
    left = [i for i in some if i not in with_golden], [j for j in others if j not in with_new]
    return pairs + found, *left


def _windows(
    kind: Kind, golden: Sequence[Item], new: Sequence[Item], some: list[int], others: list[int]
) -> list[tuple[list[int], list[int]]]:
    """Parts of both lists small enough for an assignment: where there are many, runs of both in one order of labels."""
    if max(len(some), len(others)) <= WINDOW:
        return [(some, others)] if some and others else []
    told = [(kind.told(golden[i]), 0, i) for i in some] + [(kind.told(new[j]), 1, j) for j in others]
    windows: list[tuple[list[int], list[int]]] = [([], [])]
    for _, side, at in sorted(told):
        if len(windows[-1][side]) == WINDOW:
            windows.append(([], []))
        windows[-1][side].append(at)
    return windows


def _words(kind: Kind, item: Item) -> str:
    told = [item.get(field) for field, weight in kind.weights.items() if weight]
    return json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)


def alike(kind: Kind, golden: Item, new: Item) -> float:
    """How much two records say the same, from 0 to 1, by the fields that the golden one has."""
    whole = said = 0.0
    for field, weight in kind.weights.items():
        if weight and field in golden:
            one, other = golden[field], new.get(field)
            if one != other:
                whole += weight
                said += weight * _value(one, other)
            elif one is not None:
                whole += weight
                said += weight
    return said / whole if whole else 1.0


def _value(one: object, other: object) -> float:
    if one == other:
        return 1.0
    return 0.8 * likeness(one, other) if isinstance(one, str) and isinstance(other, str) else 0.0


@lru_cache(maxsize=100_000)
def _grams(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(max(1, min(len(words), 2_000) - 1)))


def likeness(one: str, other: str) -> float:
    """Dice's measure over pairs of neighbouring letters: 1 for the same letters, 0 for none in common."""
    if not one or not other:
        return float(one == other)
    a, b = _grams(one), _grams(other)
    return 2 * len(a & b) / (len(a) + len(b))


def assignment(gain: Sequence[Sequence[float]]) -> Pairs:
    """The rows and columns paired so that the sum of their gains is greatest (Kuhn and Munkres, by shortest paths)."""
    if not gain or not gain[0]:
        return []
    if len(gain) > len(gain[0]):
        return sorted((row, column) for column, row in assignment(list(zip(*gain, strict=True))))
    rows, columns = len(gain), len(gain[0])
    price_row, price_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, way = [0] * (columns + 1), [0] * (columns + 1)  # column 0 stands for none
    for row in range(1, rows + 1):
        owner[0] = row
        at = _shortest_path(lambda i, j: -gain[i - 1][j - 1], (price_row, price_column), owner, way)
        while at:
            owner[at], at = owner[way[at]], way[at]
    return sorted((owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column])


def _shortest_path(
    cost: Callable[[int, int], float], prices: tuple[list[float], list[float]], owner: list[int], way: list[int]
) -> int:
    """Dijkstra's search from the row that column 0 holds to a free column, which is returned; `way` leads back."""
    price_row, price_column = prices
    least, seen, at = [float("inf")] * len(owner), [False] * len(owner), 0
    while owner[at]:
        seen[at], row, step, following = True, owner[at], float("inf"), 0
        for column in range(1, len(owner)):
            if not seen[column]:
                reduced = cost(row, column) - price_row[row] - price_column[column]
                if reduced < least[column]:
                    least[column], way[column] = reduced, at
                if least[column] < step:
                    step, following = least[column], column
        for column in range(len(owner)):
            if seen[column]:
                price_row[owner[column]] += step
                price_column[column] -= step
            else:
                least[column] -= step
        at = following
    return at
