"""How the tables came to be what they are: one file in versions/ a change, run by Alembic, keeping what is stored."""

from __future__ import annotations

from sqlalchemy import Connection


def migrate(connection: Connection, found: str, wanted: str) -> None:
    """Bring the tables from the version `found` to `wanted`, within the transaction that is open."""
    from alembic import command  # rarely needed, and slow to import
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "extract.sinks.database:migrations")
    config.attributes["connection"] = connection
    command.stamp(config, found)
    command.upgrade(config, wanted)
