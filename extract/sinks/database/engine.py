"""A database opened: connections that behave alike, and tables of the right version."""

from __future__ import annotations

import sqlite3

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from extract.sinks.database.migrations import migrate
from extract.sinks.database.tables import VERSION, VERSIONS, describe, metadata
from extract.sinks.database.views import create_views, drop_views

LOCK = 0x626F646F  # of PostgreSQL's advisory locks: one loader writes at a time


class DatabaseError(Exception):
    """The database cannot be used; the message says why, without the password."""


def open_database(url: str) -> Engine:
    """The engine for a URL (`sqlite:///a.db`, `postgresql://user@host/name`), its tables made if they are missing.

    Raises DatabaseError for a URL that is none, a database that is out of reach, or tables of a newer version;
    those of an older one are brought up to date.
    """
    engine = _engine(url)
    try:
        with engine.begin() as connection:
            lock(connection)
            _prepare(connection)
    except (SQLAlchemyError, DatabaseError) as error:
        engine.dispose()
        raise error if isinstance(error, DatabaseError) else DatabaseError(reason(error, engine)) from None
    return engine


def lock(connection: Connection) -> None:
    """Wait until no other loader writes; SQLite's BEGIN IMMEDIATE has done so already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})


def reason(error: SQLAlchemyError, engine: Engine) -> str:
    """What went wrong in one line; neither the values of rows nor the password are in it."""
    shown = engine.url.render_as_string(hide_password=True)
    lines = str(getattr(error, "orig", None) or error).strip().splitlines() or [type(error).__name__]
    secret = engine.url.password
    said = lines[0].replace(secret, "***") if secret else lines[0]
    return f"{shown}: {said}"


def _engine(url: str) -> Engine:
    try:
        given = make_url(url)
        if given.drivername in ("postgres", "postgresql"):
            given = given.set(drivername="postgresql+psycopg")
        engine = create_engine(given, hide_parameters=True)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        missing = isinstance(error, ModuleNotFoundError)
        hint = (
            "pip install 'bodojaryo[postgresql]'" if missing else "give sqlite:///FILE or postgresql://USER@HOST/NAME"
        )
        raise DatabaseError(f"the database's URL cannot be used; {hint}") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _connect_sqlite)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _connect_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    for pragma in ("foreign_keys=ON", "busy_timeout=60000", "journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}").close()


def _prepare(connection: Connection) -> None:
    found = _version(connection)
    if found == VERSION:
        return
    if found is None:
        metadata.create_all(connection)
        connection.execute(text(f"CREATE TABLE {VERSIONS} (version_num VARCHAR(32) PRIMARY KEY)"))
        connection.execute(text(f"INSERT INTO {VERSIONS} VALUES (:version)"), {"version": VERSION})
    elif found > VERSION:
        raise DatabaseError(f"the tables are of version {found}, newer than this bodojaryo's {VERSION}; update it")
    else:
        drop_views(connection)
        migrate(connection, found, VERSION)
        describe(connection)
    create_views(connection)


def _version(connection: Connection) -> str | None:
    """The version of the tables, none where there are none yet."""
    there = set(inspect(connection).get_table_names())
    if VERSIONS in there:
        return str(connection.scalar(text(f"SELECT version_num FROM {VERSIONS}")))
    if "bodojaryo" in there:  # as the first version told it
        return "0001"
    if foreign := sorted(there & set(metadata.tables)):
        raise DatabaseError(f"the database has a table {foreign[0]} that bodojaryo did not make; use another database")
    return None
