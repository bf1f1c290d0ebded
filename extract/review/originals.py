"""Where the original of a release lies, as the manifest of its run noted it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from extract.batch.manifest import NAME


def originals(folder: Path) -> dict[str, Path]:
    """For every release of a run's output folder, the local file that it was read from (or the archive around it).

    Empty where there is no manifest, as in a folder of records alone. The files may have gone since.
    """
    with suppress(sqlite3.Error):
        return dict(_read(folder / NAME, "mode=ro"))
    with suppress(sqlite3.Error):  # a folder that cannot be written to: SQLite keeps a journal beside the file
        return dict(_read(folder / NAME, "mode=ro&immutable=1"))
    return {}


def _read(manifest: Path, how: str) -> Iterator[tuple[str, Path]]:
    uri = f"{manifest.resolve().as_uri()}?{how}"
    with closing(sqlite3.connect(uri, uri=True)) as db:
        rows = db.execute(
            "SELECT releases.place, inputs.place, root FROM releases JOIN inputs ON inputs.place = input"
            " WHERE kind IS NULL"
        )
        for place, given, root in rows:
            if "://" not in root:
                yield place, _path(root, given)


def _path(root: str, place: str) -> Path:
    """The input: the root is the folder that the user named, or the file itself."""
    path = Path(root)
    return path if path.name == place and not (path / place).exists() else path / place
