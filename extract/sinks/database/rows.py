"""One release as rows of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from extract.release import Evidence, Region, Release, SourceInfo

Row = tuple[str, dict[str, Any]]  # the name of the table, the values by column


def rows(record: str, release: Release) -> Iterator[Row]:
    """The rows of a release, parents before children; `record` is its key."""
    yield "releases", {"record": record} | _flat(release)
    for selection in release.selections:
        yield "selections", {"record": record} | _flat(selection)
        yield from _evidence(record, "selections", selection.id, selection.evidence)
        for number, selectee in enumerate(selection.selectees):
            yield "selectees", {"record": record, "selection": selection.id, "number": number} | _flat(selectee)
            yield from _evidence(record, "selectees", f"{selection.id}/{number}", selectee.evidence)
    for table, stated in (("budgets", release.budgets), ("schedules", release.schedules)):
        for one in stated:
            yield table, {"record": record} | _flat(one)
            yield from _evidence(record, table, one.id, one.evidence)
    for number, warning in enumerate(release.warnings):
        yield "warnings", {"record": record, "number": number} | _flat(warning)
        yield from _evidence(record, "warnings", str(number), warning.evidence)
    for number, contact in enumerate(release.contacts):
        yield "contacts", {"record": record, "number": number} | _flat(contact)


def _evidence(record: str, owner: str, owner_id: str, found: Iterable[Evidence]) -> Iterator[Row]:
    for number, one in enumerate(found):
        place = {"record": record, "owner": owner, "owner_id": owner_id, "number": number}
        yield "evidence", place | _flat(one)


def _flat(model: BaseModel) -> dict[str, Any]:
    """The values of a model by column, as tables.flat_fields names them."""
    found: dict[str, Any] = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if isinstance(value, SourceInfo):
            found |= _flat(value)
        elif isinstance(value, Region) or name in ("region", "recipient_region"):
            found |= {f"{name}_{part}": getattr(value, part, None) for part in Region.model_fields}
        elif not (isinstance(value, list) and name != "subtitles"):
            found[field.alias or name] = _clean(value)
    return found


def _clean(value: object) -> object:
    """Without NUL, which PostgreSQL cannot hold: U+FFFD stands for it in every database."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    if isinstance(value, list | tuple):
        return [_clean(part) for part in value]
    return value
