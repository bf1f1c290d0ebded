"""The records in a folder that a run wrote, one at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from extract.release import Release


@dataclass(frozen=True, slots=True)
class Record:
    """A release with the reading text that its evidence points into; `name` is its key wherever it goes.

    `has_nul` tells that a NUL may stand in its words, which not every database can hold.
    """

    name: str
    release: Release
    text: str
    has_nul: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that should be a record and is none; `message` says why in one line."""

    name: str
    message: str


def record_names(folder: Path) -> Iterator[str]:
    """Paths of the records (files `NAME.json` beside `NAME.txt`), relative, with forward slashes, in order."""
    for prefix, files in _walk(folder):
        texts = {name.removesuffix(".txt") for name in files if name.endswith(".txt")}
        yield from (prefix + name for name in _json(files) if name.removesuffix(".json") in texts)


def json_names(folder: Path) -> Iterator[str]:
    """Paths of all files that end in `.json`, in the same form and order."""
    for prefix, files in _walk(folder):
        yield from (prefix + name for name in _json(files))


def _walk(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The folders below one, each as what its files' names begin with, and these names."""
    for parent, below, files in os.walk(folder):
        below.sort()
        inside = os.path.relpath(parent, folder).replace(os.sep, "/")
        yield "" if inside == "." else f"{inside}/", files


def _json(files: list[str]) -> list[str]:
    return sorted([name for name in files if name.endswith(".json")])


def read_record(folder: Path, name: str) -> Record | Unreadable:
    """One record, validated, and its reading text."""
    path = folder / name
    try:
        data = path.read_bytes()
        release = Release.model_validate_json(data)
        text = path.with_suffix(".txt").read_bytes().decode("utf-8", "replace")
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        return Unreadable(name, f"{place}: {first['msg']}; make the record anew with `bodojaryo run`")
    except OSError as error:
        return Unreadable(name, error.strerror or str(error))
    for money in release.budgets:
        if money.amount_min is not None and money.amount_max is not None and money.amount_min > money.amount_max:
            return Unreadable(name, f"budget {money.id} has more for its least than for its most; correct it")
    return Record(name, release, text, b"\\u0000" in data or "\0" in text)
