"""The tables, made from the models of the contract, so that the two cannot drift."""

from __future__ import annotations

from datetime import date, datetime
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from extract.release import (
    Budget,
    Contact,
    Evidence,
    Region,
    Release,
    Schedule,
    Selectee,
    Selection,
    SourceInfo,
    Warning,
)

VERSION = 1  # of the tables; a database of another version is refused

metadata = MetaData()

_TYPES: dict[object, type[TypeEngine[Any]]] = {
    str: Text,
    int: BigInteger,
    float: Float,
    bool: Boolean,
    date: Date,
}


def flat_fields(model: type[BaseModel], prefix: str = "") -> dict[str, Any]:
    """The columns of a model and their annotations: a region becomes three; lists of models are tables of their own."""
    found: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        kind = _bare(field.annotation)
        if kind is Region:
            found |= flat_fields(Region, f"{prefix}{name}_")
        elif kind is SourceInfo:
            found |= flat_fields(SourceInfo, prefix)
        elif not _holds_models(kind):
            found[prefix + (field.alias or name)] = field.annotation
    return found


def _bare(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation


def _holds_models(kind: Any) -> bool:
    return get_origin(kind) is list and issubclass(_bare(get_args(kind)[0]), BaseModel)


def _columns(model: type[BaseModel]) -> list[Column[Any] | CheckConstraint]:
    columns: list[Column[Any] | CheckConstraint] = []
    for name, annotation in flat_fields(model).items():
        kind = _bare(annotation)
        optional = type(None) in get_args(annotation) or name.rpartition("region_")[2] in Region.model_fields
        columns.append(Column(name, _type(kind), primary_key=name == "id", nullable=optional))
        if get_origin(kind) is Literal:
            words = ", ".join(f"'{word}'" for word in get_args(kind))
            columns.append(CheckConstraint(f'"{name}" IN ({words})', name=f"{model.__name__.lower()}_{name}"))
    return columns


def _type(kind: Any) -> TypeEngine[Any]:
    if get_origin(kind) is Literal:
        return Text()
    if kind is datetime:
        return DateTime(timezone=True)
    return _TYPES[kind]() if kind in _TYPES else JSON()


def _record() -> Column[Any]:
    whole = ForeignKey("releases.record", ondelete="CASCADE")
    return Column("record", Text, whole, primary_key=True, comment="path of the record in the output")


def _number() -> Column[Any]:
    return Column("number", Integer, primary_key=True, comment="place among its siblings, from 0")


releases = Table("releases", metadata, Column("record", Text, primary_key=True), *_columns(Release))
selections = Table("selections", metadata, _record(), *_columns(Selection))
selectees = Table(
    "selectees",
    metadata,
    Column("record", Text, primary_key=True),
    Column("selection", Text, primary_key=True, comment="id of the selection"),
    _number(),
    *_columns(Selectee),
    ForeignKeyConstraint(["record", "selection"], ["selections.record", "selections.id"], ondelete="CASCADE"),
)
budgets = Table(
    "budgets",
    metadata,
    _record(),
    *_columns(Budget),
    CheckConstraint("amount_min <= amount_max", name="budget_amounts"),
)
schedules = Table("schedules", metadata, _record(), *_columns(Schedule))
warnings = Table("warnings", metadata, _record(), _number(), *_columns(Warning))
contacts = Table("contacts", metadata, _record(), _number(), *_columns(Contact))
evidence = Table(
    "evidence",
    metadata,
    _record(),
    Column("owner", Text, primary_key=True, comment="table of what it is evidence of"),
    Column("owner_id", Text, primary_key=True, comment="id there, or its number; a selectee's is SELECTION/NUMBER"),
    _number(),
    *_columns(Evidence),
    CheckConstraint('"start" <= "end"', name="evidence_span"),
)

# PostgreSQL's usual index refuses words of more than 2,700 bytes; its hash index takes any.
Index("releases_by_issuer", releases.c.issuer, postgresql_using="hash")
Index("releases_by_day", releases.c.published)
Index("selections_by_program", selections.c.program, postgresql_using="hash")
Index("selectees_by_region", selectees.c.region_sido, selectees.c.region_sigungu)
Index("budgets_by_source", budgets.c.source, budgets.c.year)
Index("schedules_by_end", schedules.c["end"])

versions = Table("bodojaryo", metadata, Column("version", Integer, primary_key=True))
