"""What is compared: the kinds of records, the fields of each, and how much a field says about which record it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Item = Mapping[str, Any]  # one record as JSON gives it; those of golden files may lack fields


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of records; `weights` has its fields, 0 for those that say nothing about which record it is."""

    name: str
    weights: Mapping[str, int]
    label: tuple[str, ...]

    def told(self, item: Item) -> str:
        """A record in a few words."""
        return " · ".join(str(item[field]) for field in self.label if item.get(field) is not None) or "(empty)"


RELEASE = Kind(
    "release",
    dict.fromkeys(("schema", "source", "title", "subtitles", "issuer", "published", "embargo"), 1),
    ("title",),
)
CONTACTS = Kind("contacts", {"department": 2, "position": 1, "name": 3, "phone": 3}, ("department", "name", "phone"))
SELECTIONS = Kind(
    "selections",
    {
        "program": 3, "year": 1, "category": 3, "status": 2, "count": 2, "applicants": 1, "competition_ratio": 1,
        "id": 0, "evidence": 0,
    },
    ("program", "category", "status", "count"),
)  # fmt: skip
SELECTEES = Kind(
    "selectees",
    {"name": 6, "kind": 1, "region": 2, "category": 1, "project": 1, "selection": 2, "evidence": 0},
    ("name", "category"),
)
BUDGETS = Kind(
    "budgets",
    {
        "program": 1, "year": 2, "category": 2, "recipient": 3, "recipient_region": 1, "source": 2, "label": 1,
        "amount_min": 2, "amount_max": 3, "approximate": 0, "currency": 1, "per": 1, "period_years": 1, "share": 1,
        "derived": 1, "id": 0, "evidence": 0,
    },
    ("recipient", "category", "label", "source", "amount_max"),
)  # fmt: skip
SCHEDULES = Kind(
    "schedules",
    {
        "program": 1, "year": 1, "category": 1, "event": 4, "kind": 1, "start": 3, "end": 3, "precision": 1, "text": 1,
        "id": 0, "evidence": 0,
    },
    ("event", "start", "end"),
)  # fmt: skip
WARNINGS = Kind("warnings", {"code": 4, "message": 2, "evidence": 0}, ("code", "message"))

KINDS: tuple[Kind, ...] = (RELEASE, CONTACTS, SELECTIONS, SELECTEES, BUDGETS, SCHEDULES, WARNINGS)


def items(kind: Kind, release: Item) -> list[Item]:
    """The records of a kind, except selectees, which are those of their selections (`selectees_of`)."""
    if kind is RELEASE:
        return [{field: release[field] for field in kind.weights if field in release}]
    found = release.get(kind.name) or []
    return [{"code": one} if isinstance(one, str) else one for one in found]


def selectees_of(selections: list[Item]) -> Iterator[tuple[int, Item]]:
    """Each selectee with the place of its selection in the list."""
    for place, selection in enumerate(selections):
        for one in selection.get("selectees") or []:
            yield place, one | {"optional": True} if selection.get("optional") else one
