"""How many facts of a golden record can each have a new one of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.golden.kinds import Item


def most_pairs(
    golden: Sequence[Item], new: Sequence[Item], same: Callable[[Item, Item], bool], aligned: bool = False
) -> dict[int, int]:
    """The most golden records that can each have a new one: the place of the new one by that of the golden one.

    `aligned` tries the records at the same place first, which is quick where little changed. It finds as many pairs
    (any matching can be made a largest one, path by path), but where several are largest maybe others.
    """

    asked: dict[int, list[int]] = {}

    def ways(i: int) -> list[int]:
        if i not in asked:
            asked[i] = [j for j, other in enumerate(new) if same(golden[i], other)]
        return asked[i]

    partner = _aligned(golden, new, same) if aligned else {}
    holder = {j: i for i, j in partner.items()}
    for start in range(len(golden)):
        if len(holder) == len(new):
            break
        if start not in partner:
            _place(start, ways, partner, holder)
    return partner


def _aligned(golden: Sequence[Item], new: Sequence[Item], same: Callable[[Item, Item], bool]) -> dict[int, int]:
    """Pairs counted from the beginning up to the first that differ, and from the end; the same place in between."""
    fewer = min(len(golden), len(new))
    partner = {i: i for i in range(fewer) if golden[i] is new[i] or same(golden[i], new[i])}
    if len(golden) != len(new):
        begin = next((i for i in range(fewer) if i not in partner), fewer)
        partner = {i: i for i in range(begin)}
        i, j = len(golden) - 1, len(new) - 1
        while i >= begin and j >= begin and same(golden[i], new[j]):
            partner[i] = j
            i, j = i - 1, j - 1
    return partner


def _place(start: int, ways: Callable[[int], list[int]], partner: dict[int, int], holder: dict[int, int]) -> None:
    """Find `start` a partner; others move to another of theirs where that makes room (a search by breadth)."""
    came: dict[int, int] = {}
    queue = [start]
    for one in queue:
        for j in ways(one):
            if j in came:
                continue
            came[j] = one
            if j in holder:
                queue.append(holder[j])
                continue
            room: int | None = j
            while room is not None:
                mover = came[room]
                before = partner.get(mover)
                holder[room], partner[mover] = mover, room
                room = before
            return
