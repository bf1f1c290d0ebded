"""`bodojaryo load`, once its arguments are read."""

from __future__ import annotations

import sys
from pathlib import Path

from extract.sinks.database import DatabaseError, load, open_database

FAILED, NO_DATABASE = 1, 3


def load_command(folder: str, url: str | None, keep: bool) -> int:
    """Load, tell how it went, and return the exit code: 0, or one of the constants above."""
    try:
        engine = open_database(url or f"sqlite:///{Path(folder) / 'bodojaryo.db'}")
        try:
            done = load(Path(folder), engine, keep)
        finally:
            engine.dispose()
    except DatabaseError as error:
        print(f"error: {error}", file=sys.stderr)
        return NO_DATABASE
    for bad in done.unreadable:
        print(f"error: {bad.name}: {bad.message}", file=sys.stderr)
    said = f"{done.loaded} loaded, {done.unchanged} unchanged, {done.removed} removed"
    print(f"{said}, {len(done.unreadable)} unreadable", file=sys.stderr)
    return FAILED if done.unreadable else 0
