"""The tables, made from the models of the contract, so that the two cannot drift."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    Connection,
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
from sqlalchemy.schema import SetColumnComment
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

VERSION = "0003"  # the last of migrations/versions: what the tables below are; new rows of the same files need one too

VERSIONS = "bodojaryo_version"  # the table in which Alembic keeps it

metadata = MetaData()

_TYPES: dict[object, type[TypeEngine[Any]]] = {
    str: Text,
    int: BigInteger,
    float: Float,
    bool: Boolean,
    date: Date,
}


@dataclass(frozen=True)
class Flat:
    """What a column holds: the attributes on the way to it, their annotation, its comment, whether it may be empty."""

    path: str
    annotation: Any
    about: str | None
    optional: bool


def flat_fields(model: type[BaseModel]) -> dict[str, Flat]:
    """The fields by column: a region becomes three, the source joins its release; lists of models are other tables."""
    found: dict[str, Flat] = {}
    for name, field in model.model_fields.items():
        kind = _bare(field.annotation)
        optional = type(None) in get_args(field.annotation)
        if kind in (Region, SourceInfo):
            prefix = f"{name}_" if kind is Region else ""
            for column, part in flat_fields(kind).items():
                found[prefix + column] = replace(part, path=f"{name}.{part.path}", optional=optional or part.optional)
        elif not _holds_models(kind):
            found[field.alias or name] = Flat(name, field.annotation, field.description, optional)
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
    for name, field in flat_fields(model).items():
        kind = _bare(field.annotation)
        key = name == "id"
        columns.append(Column(name, _type(kind), primary_key=key, nullable=field.optional, comment=field.about))
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


_RECORD = "path of the record in the output"


def _record() -> Column[Any]:
    whole = ForeignKey("releases.record", ondelete="CASCADE")
    return Column("record", Text, whole, primary_key=True, comment=_RECORD)


def _number() -> Column[Any]:
    return Column("number", Integer, primary_key=True, comment="place among its siblings, from 0")


releases = Table(
    "releases",
    metadata,
    Column("record", Text, primary_key=True, comment=_RECORD),
    *_columns(Release),
    Column("digest", Text, comment="SHA-256 of the record's files, by which a load knows what has not changed"),
)
selections = Table("selections", metadata, _record(), *_columns(Selection))
selectees = Table(
    "selectees",
    metadata,
    Column("record", Text, primary_key=True, comment=_RECORD),
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
# No check on the days of a schedule: a range written backwards keeps its days, and has a warning.
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
    Column("sentence", Text, comment="the sentence or line in which the words stand"),
    CheckConstraint('"start" <= "end"', name="evidence_span"),
)

# PostgreSQL's usual index refuses words of more than 2,700 bytes; its hash index takes any.
Index("releases_by_issuer", releases.c.issuer, postgresql_using="hash")
Index("releases_by_day", releases.c.published)
Index("selections_by_program", selections.c.program, postgresql_using="hash")
Index("selectees_by_region", selectees.c.region_sido, selectees.c.region_sigungu)
Index("budgets_by_source", budgets.c.source, budgets.c.year)
Index("schedules_by_end", schedules.c["end"])
Index("selectees_by_name", selectees.c.name, postgresql_using="hash")


def describe(connection: Connection) -> None:
    """Write the comments of all columns anew, where the database keeps any."""
    if connection.dialect.supports_comments:
        for table in metadata.sorted_tables:
            for column in table.c:
                connection.execute(SetColumnComment(column))
