"""What of a record can be edited, for the scripts of the page: read off the models of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from pydantic import BaseModel, JsonValue

from extract.release import Budget, Release, Schedule, Selectee, Selection

_MODELS: dict[str, type[BaseModel]] = {
    "selections": Selection, "budgets": Budget, "schedules": Schedule, "selectees": Selectee, "release": Release,
}  # fmt: skip
_LEFT_OUT = {"id", "evidence", "schema", "contacts", "selections", "budgets", "schedules", "warnings"}
_TABLES = {  # where the wording of a field's values stands in the catalogue
    ("selections", "status"): "status", ("selectees", "kind"): "party", ("budgets", "source"): "source",
    ("budgets", "per"): "per", ("schedules", "kind"): "event", ("schedules", "precision"): "precision",
}  # fmt: skip
Json = dict[str, JsonValue]


def script() -> str:
    """`bodojaryo.fields`: for each kind its fields, each with name, type, whether it may be empty, and its values."""
    fields = {kind: list(_fields(kind, model.model_json_schema())) for kind, model in _MODELS.items()}
    return f"bodojaryo.fields = {json.dumps(fields, ensure_ascii=False, separators=(',', ':'))};\n"


def _fields(kind: str, schema: Json) -> Iterator[Json]:
    for name, field in cast("dict[str, Json]", schema["properties"]).items():
        if name in _LEFT_OUT or (kind == "release" and name == "source"):
            continue
        options = [option for option in cast("list[Json]", field.get("anyOf", [field])) if option.get("type") != "null"]
        first = options[0]
        yield {
            "name": name,
            "type": _type(first),
            "empty": len(options) < len(cast("list[Json]", field.get("anyOf", [field]))),
            "values": first.get("enum"),
            "table": _TABLES.get((kind, name)),
        }


def _type(field: Json) -> JsonValue:
    """`string` `integer` `number` `boolean` `date` `date-time` `values` `strings` `Region` `Selectee`."""
    if "enum" in field:
        return "values"
    if "$ref" in field:
        return str(field["$ref"]).rsplit("/", 1)[-1]
    if field["type"] == "array":
        items = cast("Json", field["items"])
        return str(items["$ref"]).rsplit("/", 1)[-1] if "$ref" in items else "strings"
    return field.get("format", field["type"])
