"""Two records of one release, compared: what changed field by field, and the figures that say how well they agree."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.golden.agreement import FACTS, most_pairs
from extract.golden.kinds import KINDS, RELEASE, SELECTEES, SELECTIONS, Item, Kind, items, selectees_of
from extract.golden.pairing import Pairs, paired


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


@dataclass
class Figure:
    """How many were right, given and wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, right: int, given: int, wanted: int) -> None:
        """Count more."""
        self.right += right
        self.given += given
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """Right of those given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Right of those wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 1 where nothing was given nor wanted."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 1.0


@dataclass(frozen=True)
class Scope:
    """What is looked at: kinds of records, less fields (or whole kinds) that are ignored."""

    only: Collection[str] = ()
    ignore: Collection[str] = ()

    def has(self, kind: Kind) -> bool:
        """Whether a kind is compared."""
        wanted = not self.only or kind.name in self.only or (kind is SELECTEES and SELECTIONS.name in self.only)
        ignored = kind.name in self.ignore or (kind is SELECTEES and SELECTIONS.name in self.ignore)
        return wanted and not ignored

    def fields(self, kind: Kind) -> list[str]:
        """The fields of a kind that are compared."""
        return [name for name in kind.weights if name not in self.ignore and f"{kind.name}.{name}" not in self.ignore]


@dataclass
class Tally:
    """Figures over many releases: by fact (selectee, round, budget, schedule), and by kind and field."""

    facts: dict[str, Figure] = field(default_factory=lambda: {name: Figure() for name in FACTS})
    fields: dict[tuple[str, str], Figure] = field(default_factory=dict)

    def field(self, kind: str, name: str) -> Figure:
        """The figure of a field."""
        return self.fields.setdefault((kind, name), Figure())


def compare(golden: Item, new: Item, scope: Scope, tally: Tally) -> list[Difference]:
    """The differences, in the order of the golden record; figures are added to `tally`."""
    found: list[Difference] = []
    selections = _Selections(golden, new)
    for kind in KINDS:
        if scope.has(kind) and (kind is RELEASE or _lists(kind, golden)):
            ours = (
                selections.lists(kind) if kind in (SELECTIONS, SELECTEES) else (items(kind, golden), items(kind, new))
            )
            pairs = selections.pairs if kind is SELECTIONS else _pairs(kind, *ours)
            found += _differences(kind, *ours, pairs, scope, tally)
    count_facts(golden, new, tally)
    return found


def _lists(kind: Kind, golden: Item) -> bool:
    """Whether a golden record says anything of a kind; a list that it leaves out is not asked for."""
    return (SELECTIONS.name if kind is SELECTEES else kind.name) in golden


def _pairs(kind: Kind, golden: Sequence[Item], new: Sequence[Item]) -> Pairs:
    return [(0, 0)] if kind is RELEASE else paired(kind, golden, new)


class _Selections:
    """The selections of both records paired, and their selectees, each with the selection that it belongs to."""

    def __init__(self, golden: Item, new: Item) -> None:
        self.golden, self.new = items(SELECTIONS, golden), items(SELECTIONS, new)
        self.pairs = paired(SELECTIONS, self.golden, self.new)

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
    partner, taken = dict(pairs), {j for _, j in pairs}
    fields = scope.fields(kind)
    found: list[Difference] = []
    for i, item in enumerate(golden):
        other = new[partner[i]] if i in partner else None
        if item.get("optional"):
            continue
        changes = _changes(fields, item, other) if other is not None else ()
        _count(kind, fields, item, other, tally)
        if other is None or changes:
            found.append(Difference(kind.name, kind.told(item), changes, item, other))
    for j, item in enumerate(new):
        if j not in taken:
            _count(kind, fields, None, item, tally)
            found.append(Difference(kind.name, kind.told(item), (), None, item))
    return found


def _changes(fields: Sequence[str], golden: Item, new: Item) -> tuple[Change, ...]:
    """The fields that differ; an id, which follows from the rest, only where nothing else does."""
    changes = [
        Change(name, golden[name], new.get(name)) for name in fields if name in golden and golden[name] != new.get(name)
    ]
    return tuple([one for one in changes if one.field != "id"] or changes)


def _count(kind: Kind, fields: Sequence[str], golden: Item | None, new: Item | None, tally: Tally) -> None:
    for name in fields:
        asked = golden is None or name in golden
        if name not in ("id", "evidence") and asked:
            one, other = (golden or {}).get(name), (new or {}).get(name)
            if one is not None or other is not None:
                figure = tally.field(kind.name, name)
                figure.add(int(one == other), int(other is not None), int(one is not None))


def count_facts(golden: Item, new: Item, tally: Tally) -> None:
    """Count the facts on which two records agree; optional golden ones are neither wanted nor wrong."""
    for name, (listed, same) in FACTS.items():
        wanted = [one for one in listed(golden) if not one.get("optional")]
        given = listed(new)
        right = most_pairs(wanted, given, same)
        rest = [one for j, one in enumerate(given) if j not in set(right.values())]
        spare = most_pairs([one for one in listed(golden) if one.get("optional")], rest, same)
        tally.facts[name].add(len(right), len(given) - len(spare), len(wanted))


def count_equal(record: Mapping[str, Any], scope: Scope, tally: Tally) -> None:
    """Count a record that equals its golden one, which needs no pairing."""
    for name, (listed, _) in FACTS.items():
        count = len([one for one in listed(record) if not one.get("optional")])
        tally.facts[name].add(count, count, count)
    for kind in KINDS:
        if scope.has(kind):
            fields = [name for name in scope.fields(kind) if name not in ("id", "evidence", "selection")]
            own = (
                [one for _, one in selectees_of(items(SELECTIONS, record))]
                if kind is SELECTEES
                else items(kind, record)
            )
            for name in fields:
                count = sum([one.get(name) is not None for one in own])
                if count:
                    tally.field(kind.name, name).add(count, count, count)
