"""Two records of one release, compared: what changed field by field, and the figures that say how well they agree."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from extract.golden.agreement import FACTS, same_budget, same_party, same_round, same_schedule, wanted
from extract.golden.figures import Tally
from extract.golden.kinds import (
    BUDGETS,
    KINDS,
    RELEASE,
    SCHEDULES,
    SELECTEES,
    SELECTIONS,
    Item,
    Kind,
    items,
    selectees_of,
)
from extract.golden.matching import most_pairs
from extract.golden.pairing import Pairs, paired

# Whether an optional golden record is the new one; another one is wrong, as in the figures.
ALLOWS = {SELECTIONS: same_round, SELECTEES: same_party, BUDGETS: same_budget, SCHEDULES: same_schedule}

# Where each fact is stated.
KIND_OF = {"selectee": SELECTEES, "round": SELECTIONS, "budget": BUDGETS, "schedule": SCHEDULES}


@dataclass(frozen=True)
class Change:
    """One field with another value than the golden one."""

    field: str
    golden: Any
    new: Any


@dataclass(frozen=True)
class Difference:
    """A record that changed, was removed (`new` is none) or added (`golden` is none)."""

    kind: str
    label: str
    changes: tuple[Change, ...]
    golden: Item | None
    new: Item | None

    @property
    def what(self) -> str:
        """`changed`, `removed` or `added`."""
        return "removed" if self.new is None else "added" if self.golden is None else "changed"


class Scope:
    """What is looked at: kinds of records (all if none is named), less kinds and fields that are ignored."""

    def __init__(self, only: Collection[str] = (), ignore: Collection[str] = ()) -> None:
        """Take names of kinds; to ignore, also names of fields, as `evidence` or `budgets.label`."""
        self.only, self.ignore = only, ignore
        self.kinds = [kind for kind in KINDS if self._has(kind)]
        self.fields = {kind: [name for name in kind.weights if not self._ignored(kind, name)] for kind in KINDS}
        self.facts = [name for name, kind in KIND_OF.items() if kind in self.kinds]
        # Those of them that have figures: what the release states, not where.
        unstated = ("id", "evidence", "selection")
        self.counted = {
            kind: frozenset(one for one in fields if one not in unstated) for kind, fields in self.fields.items()
        }

    def _has(self, kind: Kind) -> bool:
        names = {kind.name} | ({SELECTIONS.name} if kind is SELECTEES else set())
        return (not self.only or not names.isdisjoint(self.only)) and names.isdisjoint(self.ignore)

    def _ignored(self, kind: Kind, name: str) -> bool:
        return name in self.ignore or f"{kind.name}.{name}" in self.ignore


_LISTS = tuple(kind.name for kind in KINDS if kind not in (RELEASE, SELECTEES))


def compare(golden: Item, new: Item, scope: Scope, tally: Tally) -> list[Difference]:
    """The differences, in the order of the golden record; figures are added to `tally`."""
    found: list[Difference] = []
    new = _shared(golden, new)
    selections = _Selections(golden, new)
    for kind in scope.kinds:
        if kind is RELEASE or _lists(kind, golden):
            found += _compared(kind, golden, new, selections, scope, tally)
    count_facts(golden, new, scope, tally)
    return found


def _shared(golden: Item, new: Item) -> Item:
    """`new` with the very objects of `golden` where they are equal: one object is equal at a glance ever after."""
    found = dict(new)
    for name in _LISTS:
        ours, theirs = golden.get(name), new.get(name)
        if ours and theirs:
            shared = [a if a == b else b for a, b in zip(ours, theirs, strict=False)]
            found[name] = shared + theirs[len(ours) :]
    return found


def _compared(
    kind: Kind, golden: Item, new: Item, selections: _Selections, scope: Scope, tally: Tally
) -> list[Difference]:
    if kind in (SELECTIONS, SELECTEES):
        if selections.same:
            count_fields(kind, selections.golden, scope, tally)
            return []
        ours = selections.lists(kind)
        return _differences(kind, *ours, selections.pairs if kind is SELECTIONS else paired(kind, *ours), scope, tally)
    if kind is not RELEASE and golden[kind.name] == new.get(kind.name):
        count_fields(kind, items(kind, golden), scope, tally)
        return []
    ours = items(kind, golden), items(kind, new)
    if ours[0] == ours[1]:
        count_fields(kind, ours[0], scope, tally)
        return []
    return _differences(kind, *ours, [(0, 0)] if kind is RELEASE else paired(kind, *ours), scope, tally)


def _lists(kind: Kind, golden: Item) -> bool:
    """Whether a golden record says anything of a kind; a list that it leaves out is not asked for."""
    return (SELECTIONS.name if kind is SELECTEES else kind.name) in golden


class _Selections:
    """The selections of both records paired, and their selectees, each with the selection that it belongs to."""

    def __init__(self, golden: Item, new: Item) -> None:
        self.golden, self.new = items(SELECTIONS, golden), items(SELECTIONS, new)
        self.same = self.golden == self.new
        self.pairs = [] if self.same else paired(SELECTIONS, self.golden, self.new)

    def lists(self, kind: Kind) -> tuple[list[Item], list[Item]]:
        """Selections, or selectees whose `selection` is the same where their selections are paired."""
        if kind is SELECTIONS:
            return self.golden, self.new
        partner = {j: i for i, j in self.pairs}
        told = [SELECTIONS.told(one) for one in self.golden]
        return (
            [{**one, "selection": told[at]} for at, one in selectees_of(self.golden)],
            [
                {**one, "selection": told[partner[at]] if at in partner else SELECTIONS.told(self.new[at])}
                for at, one in selectees_of(self.new)
            ],
        )


def _differences(
    kind: Kind, golden: Sequence[Item], new: Sequence[Item], pairs: Pairs, scope: Scope, tally: Tally
) -> list[Difference]:
    partner = dict(pairs)
    found: list[Difference] = []
    alike: list[Item] = []
    added = set(range(len(new))).difference(partner.values()) if len(pairs) < len(new) else set()
    for i, item in enumerate(golden):
        other = new[partner[i]] if i in partner else None
        if item.get("optional"):
            if other is not None and not ALLOWS.get(kind, _any)(item, other):
                added.add(partner[i])  # what may be there is not this
            continue
        if item is other or item == other:
            alike.append(item)
        elif other is None:
            _count_alone(kind, scope, item, (0, 0, 1), tally)
            found.append(Difference(kind.name, kind.told(item), (), item, None))
        elif changes := _changes(kind, scope, item, other, tally):
            found.append(Difference(kind.name, kind.told(item), changes, item, other))
    count_fields(kind, alike, scope, tally)
    for j in sorted(added):
        _count_alone(kind, scope, new[j], (0, 1, 0), tally)
        found.append(Difference(kind.name, kind.told(new[j]), (), None, new[j]))
    return found


def _any(golden: Item, new: Item) -> bool:
    return True


def _changes(kind: Kind, scope: Scope, golden: Item, new: Item, tally: Tally) -> tuple[Change, ...]:
    """The fields that differ; an id, which follows from the rest, only where nothing else does."""
    counted, right, changes = scope.counted[kind], [], []
    for name in scope.fields[kind]:
        if name in golden:
            one, other = golden[name], new.get(name)
            if one != other:
                changes.append(Change(name, one, other))
                if name in counted:
                    tally.compared[kind.name, name].add(0, int(other is not None), int(one is not None))
            elif one is not None and name in counted:
                right.append(name)
    equal = tally.equal[kind.name]
    for name in right:
        equal[name] += 1
    return tuple([one for one in changes if one.field != "id"] or changes)


def _count_alone(kind: Kind, scope: Scope, item: Item, counts: tuple[int, int, int], tally: Tally) -> None:
    """Count the fields of a record that only one side has."""
    for name in scope.counted[kind]:
        if item.get(name) is not None:
            tally.compared[kind.name, name].add(*counts)


def count_facts(golden: Item, new: Item, scope: Scope, tally: Tally) -> None:
    """Count the facts on which two records agree; optional golden ones are neither wanted nor wrong."""
    for name in scope.facts:
        listed, same, home = FACTS[name]
        if (golden.get(home) or []) == (new.get(home) or []):
            _count_all(name, golden, tally)
            continue
        ours, given = listed(golden), listed(new)
        due = [one for one in ours if not one.get("optional")]
        right = most_pairs(due, given, same, aligned=len(due) == len(ours))
        taken = set(right.values())
        rest = [one for j, one in enumerate(given) if j not in taken]
        spare = most_pairs([one for one in ours if one.get("optional")], rest, same)
        tally.fact(name).add(len(right), len(given) - len(spare), len(due))


def _count_all(name: str, golden: Item, tally: Tally) -> None:
    count = wanted(name, golden)
    tally.fact(name).add(count, count, count)


def count_equal(record: Item, scope: Scope, tally: Tally) -> None:
    """Count a record that equals its golden one, which needs no pairing."""
    for name in scope.facts:
        _count_all(name, record, tally)
    for kind in scope.kinds:
        count_fields(kind, items(SELECTIONS if kind is SELECTEES else kind, record), scope, tally)


def count_fields(kind: Kind, found: Sequence[Item], scope: Scope, tally: Tally) -> None:
    """Count the fields of records that are all right; for selectees, of those in selections."""
    if kind is SELECTEES and not (found and "selection" in found[0]):
        found = [one for _, one in selectees_of(list(found))]
    if found:
        counted, equal = scope.counted[kind], tally.equal[kind.name]
        for item in found:
            for name, value in item.items():
                if value is not None and name in counted:
                    equal[name] += 1
