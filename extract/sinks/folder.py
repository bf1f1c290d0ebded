"""The records in a folder that a run wrote, one at a time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from extract.release import Release


@dataclass(frozen=True, slots=True)
class Record:
    """A release with the reading text that its evidence points into; `name` is its key wherever it goes.

    `has_nul` tells that a NUL may stand in its words, which not every database can hold; `digest` is the files'.
    """

    name: str
    release: Release
    text: str
    has_nul: bool = False
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Files:
    """The two files of a record as they lie there, not looked into yet."""

    name: str
    data: bytes
    text: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of both in hexadecimal: the same as long as neither changes."""
        return hashlib.sha256(len(self.data).to_bytes(8) + self.data + self.text).hexdigest()


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
    found = read_files(folder, name)
    return found if isinstance(found, Unreadable) else to_record(found)


def read_files(folder: Path, name: str) -> Files | Unreadable:
    """The bytes of one record and of its reading text."""
    path = folder / name
    try:
        return Files(name, path.read_bytes(), path.with_suffix(".txt").read_bytes())
    except OSError as error:
        return Unreadable(name, error.strerror or str(error))


def to_record(files: Files) -> Record | Unreadable:
    """What the files hold, validated."""
    name, data, text = files.name, files.data, files.text.decode("utf-8", "replace")
    try:
        release = Release.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        return Unreadable(name, f"{place}: {first['msg']}; make the record anew with `bodojaryo run`")
    for money in release.budgets:
        if money.amount_min is not None and money.amount_max is not None and money.amount_min > money.amount_max:
            return Unreadable(name, f"budget {money.id} has more for its least than for its most; correct it")
    return Record(name, release, text, b"\\u0000" in data or "\0" in text, files.digest)
