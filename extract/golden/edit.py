"""A golden record with some differences blessed; what it leaves out it goes on leaving out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from extract.golden.compare import Difference
from extract.golden.kinds import RELEASE, SELECTEES, SELECTIONS, Item

KEPT = ("selectees", "optional")  # selectees are blessed one by one; what is optional stays so


def decided_alone(differences: Sequence[Difference]) -> list[Difference]:
    """The differences to decide on: the selectees of a selection that comes or goes whole go with it."""
    whole = {
        (one.what, SELECTIONS.told(_either(one)))
        for one in differences
        if one.kind == SELECTIONS.name and one.what != "changed"
    }
    return [
        one
        for one in differences
        if one.kind != SELECTEES.name or (one.what, _either(one).get("selection")) not in whole
    ]


def is_whole(golden: Item) -> bool:
    """Whether a golden record is one that a run wrote, not one with only the fields that matter."""
    return "source" in golden


def blessed(golden: Item, accepted: Sequence[Difference]) -> dict[str, Any]:
    """The golden record with these differences taken over; `golden` itself stays as it is."""
    edit = _Edit(golden)
    places = [edit.place(one) for one in accepted]  # all of them before the first change
    for difference, place in zip(accepted, places, strict=True):
        edit.apply(difference, place)
    return edit.result


def as_bytes(record: Item) -> bytes:
    """A record as a run writes it."""
    return (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")


def _either(difference: Difference) -> Item:
    found = difference.golden if difference.golden is not None else difference.new
    assert found is not None
    return found


class _Edit:
    """One golden record while it changes."""

    def __init__(self, golden: Item) -> None:
        self.result: dict[str, Any] = deepcopy(dict(golden))
        self.whole = is_whole(golden)
        self.taken: set[int] = set()
        self.homes: dict[str, dict[str, Any]] = {}
        for selection in self.result.get("selections") or []:
            self.homes.setdefault(SELECTIONS.told(selection), selection)

    def listed(self, kind: str, item: Item) -> list[Any] | None:
        """The list that holds, or would hold, a record."""
        if kind != SELECTEES.name:
            return _list(self.result, kind)
        home = self.homes.get(item["selection"])
        return None if home is None else _list(home, kind)

    def place(self, difference: Difference) -> object:
        """The golden record that a difference is about, as it stands in its list."""
        if difference.golden is None or difference.kind == RELEASE.name:
            return None
        wanted = _plain(difference.kind, difference.golden)
        for one in self.listed(difference.kind, difference.golden) or []:
            told = {"code": one} if isinstance(one, str) else one
            if told == wanted and id(one) not in self.taken:
                self.taken.add(id(one))
                return one
        return None

    def apply(self, difference: Difference, place: object) -> None:
        """Take one difference over."""
        if difference.kind == RELEASE.name:
            self.result.update({change.field: change.new for change in difference.changes})
        elif difference.golden is None:
            self.add(difference)
        elif difference.new is None:
            _remove(self.listed(difference.kind, difference.golden), place)
        else:
            self.change(difference, place)

    def add(self, difference: Difference) -> None:
        """Put a new record at the end of its list."""
        assert difference.new is not None
        there = self.listed(difference.kind, difference.new)
        if there is not None:
            item = _plain(difference.kind, difference.new)
            only_codes = bool(there) and all(isinstance(one, str) for one in there)
            there.append(item["code"] if only_codes else item if self.whole else _without_evidence(item))

    def change(self, difference: Difference, place: object) -> None:
        """Bring the fields that the golden record has up to date."""
        assert difference.new is not None and difference.golden is not None
        there = self.listed(difference.kind, difference.golden)
        if isinstance(place, str) and there is not None:
            there[_index(there, place)] = difference.new["code"]
        if not isinstance(place, dict):
            return
        fields = {*place, *(change.field for change in difference.changes)} - {*KEPT, "selection"}
        place.update({field: difference.new[field] for field in difference.new if field in fields})
        place.update({change.field: None for change in difference.changes if change.field not in difference.new})
        if difference.kind == SELECTEES.name:
            self.move(difference, place)

    def move(self, difference: Difference, place: dict[str, Any]) -> None:
        """Put a selectee that is now of another selection there, if that selection is there."""
        assert difference.new is not None and difference.golden is not None
        to = difference.new["selection"]
        if to == difference.golden["selection"]:
            return
        added = [one for one in self.result.get("selections") or [] if SELECTIONS.told(one) == to]
        if to in self.homes or added:
            _remove(self.listed(difference.kind, difference.golden), place)
        if to in self.homes:
            _list(self.homes[to], SELECTEES.name).append(place)


def _list(record: dict[str, Any], name: str) -> list[Any]:
    if not isinstance(record.get(name), list):
        record[name] = []
    found: list[Any] = record[name]
    return found


def _plain(kind: str, item: Item) -> dict[str, Any]:
    """A record as it stands in its file: a selectee does not name its selection there."""
    return {name: value for name, value in item.items() if kind != SELECTEES.name or name != "selection"}


def _index(there: list[Any], place: object) -> int:
    return next(at for at, one in enumerate(there) if one is place)


def _remove(there: list[Any] | None, place: object) -> None:
    if there is not None and place is not None:
        there[:] = [one for one in there if one is not place]


def _without_evidence(item: Item) -> dict[str, Any]:
    """A record as golden files with only the fields that matter have it."""
    found = {name: value for name, value in item.items() if name not in ("id", "evidence")}
    if isinstance(found.get("selectees"), list):
        found["selectees"] = [_without_evidence(one) for one in found["selectees"]]
    return found
