"""The records in a folder that a run wrote, one at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from extract.release import Release


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that should be a record and is none; `message` says why in one line."""

    name: str
    message: str


def record_names(folder: Path) -> Iterator[str]:
    """Paths of the records (files `NAME.json` beside `NAME.txt`), relative, with forward slashes, in order."""
    for parent, below, files in os.walk(folder):
        below.sort()
        texts = {name.removesuffix(".txt") for name in files if name.endswith(".txt")}
        for name in sorted(files):
            if name.endswith(".json") and name.removesuffix(".json") in texts:
                yield (Path(parent) / name).relative_to(folder).as_posix()


def read_record(folder: Path, name: str) -> Release | Unreadable:
    """One record, validated."""
    try:
        return Release.model_validate_json((folder / name).read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        return Unreadable(name, f"{place}: {first['msg']}; make the record anew with `bodojaryo run`")
    except OSError as error:
        return Unreadable(name, error.strerror or str(error))
