"""`bodojaryo export`, once its arguments are read."""

from __future__ import annotations

import sys
from pathlib import Path

from extract.sinks.export import ExportError, export

FAILED, WRONG_USE, NO_OUTPUT = 1, 2, 3


def export_command(folder: str, to: str, target: str) -> int:
    """Export, tell how it went, and return the exit code: 0, or one of the constants above."""
    try:
        done = export(Path(folder), to, Path(target))
    except ExportError as error:
        print(f"error: {error}", file=sys.stderr)
        return WRONG_USE
    except OSError as error:
        print(f"error: {target}: {error.strerror or error}", file=sys.stderr)
        return NO_OUTPUT
    for bad in done.unreadable:
        print(f"error: {bad.name}: {bad.message}", file=sys.stderr)
    print(f"{done.releases} exported, {len(done.unreadable)} unreadable", file=sys.stderr)
    return FAILED if done.unreadable else 0
