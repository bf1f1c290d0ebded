"""One release as rows of the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from extract.release import Evidence
from extract.sinks.database.tables import flat_fields
from extract.sinks.folder import Record

Row = tuple[str, dict[str, Any]]  # the name of the table, the values by column

_END = re.compile(r"(?<=[가-힣\)\]”’\"'])[.?!](?=\s)")
MARGIN = 600  # characters on each side of a quote within which its sentence is looked for


def rows(record: Record) -> Iterator[Row]:
    """The rows of a release, parents before children."""
    for table, row in _rows(record):
        yield table, _clean(row) if record.has_nul else row


def _rows(record: Record) -> Iterator[Row]:
    release, key = record.release, {"record": record.name}
    yield "releases", key | _flat(release) | {"digest": record.digest}
    for selection in release.selections:
        yield "selections", key | _flat(selection)
        yield from _evidence(record, "selections", selection.id, selection.evidence)
        for number, selectee in enumerate(selection.selectees):
            yield "selectees", key | {"selection": selection.id, "number": number} | _flat(selectee)
            yield from _evidence(record, "selectees", f"{selection.id}/{number}", selectee.evidence)
    for table, stated in (("budgets", release.budgets), ("schedules", release.schedules)):
        for one in stated:
            yield table, key | _flat(one)
            yield from _evidence(record, table, one.id, one.evidence)
    for number, warning in enumerate(release.warnings):
        yield "warnings", key | {"number": number} | _flat(warning)
        yield from _evidence(record, "warnings", str(number), warning.evidence)
    for number, contact in enumerate(release.contacts):
        yield "contacts", key | {"number": number} | _flat(contact)


def _evidence(record: Record, owner: str, owner_id: str, found: Iterable[Evidence]) -> Iterator[Row]:
    for number, one in enumerate(found):
        row = {"record": record.name, "owner": owner, "owner_id": owner_id, "number": number} | _flat(one)
        row["sentence"] = sentence(record.text, one.start, one.end)
        yield "evidence", row


def sentence(text: str, start: int, end: int) -> str:
    """What a reader needs around a span: its sentence, or the line (a table's row, a heading) where there is none."""
    left = max(text.rfind("\n", max(start - MARGIN, 0), start) + 1, start - MARGIN, 0)
    right = text.find("\n", end, end + MARGIN)
    right = min(end + MARGIN, len(text)) if right < 0 else right
    for stop in _END.finditer(text, left, start):
        left = stop.end()
    stop_after = _END.search(text, max(end - 1, left), right)
    return text[left : stop_after.end() if stop_after else right].strip()


def _flat(model: BaseModel) -> dict[str, Any]:
    """The values of a model by column."""
    plain, nested = _plan(type(model))
    values = model.__dict__
    found = {column: values[name] for column, name in plain}
    for column, (whole, part) in nested:
        found[column] = getattr(values[whole], part, None)  # of a region that is not known, no part is
    return found


@cache
def _plan(model: type[BaseModel]) -> tuple[list[tuple[str, str]], list[tuple[str, list[str]]]]:
    """The columns of a model with their attribute, and those that are a part of one."""
    paths = [(column, field.path.split(".")) for column, field in flat_fields(model).items()]
    return [(column, path[0]) for column, path in paths if len(path) == 1], [one for one in paths if len(one[1]) == 2]


def _clean(value: Any) -> Any:  # noqa: ANN401 - whatever a row holds
    """Without NUL, which PostgreSQL cannot hold: U+FFFD stands for it in every database."""
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    if isinstance(value, dict):
        return {name: _clean(part) for name, part in value.items()}
    return [_clean(part) for part in value] if isinstance(value, list | tuple) else value
