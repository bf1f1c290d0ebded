"""Which new record belongs to which golden file, and what they hold."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from extract.golden.kinds import Item
from extract.sinks.folder import json_names, record_names

GOLD = ".gold.json"
MAX_BYTES, MAX_RECORDS = 50_000_000, 2_000  # of one file; of one kind in it

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_PLAIN = ({dict}, {dict, str})  # of records; of warnings, which golden files may give by their code alone


class GoldenError(Exception):
    """The comparison cannot be made; the message names what is wrong and what to do."""


@dataclass(frozen=True)
class Pair:
    """A golden file and the new record of the same name; either may be missing."""

    name: str
    new: str | None
    golden: str | None


def find_pairs(new: Path, golden: Path, may_lack: bool = False) -> list[Pair]:
    """Files, or folders in which a record `a/NAME.json` has its golden file at `a/NAME.json` or `a/NAME.gold.json`.

    Golden files may lie in other folders than the records, if their name alone tells which they are.
    Raises GoldenError where there is nothing to compare with, unless golden files `may_lack`.
    """
    there = golden.exists() or not may_lack
    if new.is_file() and (golden.is_file() or not there):
        return [Pair(_stem(golden.name), str(new), str(golden) if there else None)]
    if not (new.is_dir() and (golden.is_dir() or not there)):
        raise GoldenError(f"{new} and {golden}: give two files, or two folders")
    records, goldens = _records(new), _goldens(golden, may_lack)
    if golden != new and new in golden.parents:
        inside = golden.relative_to(new).as_posix()
        records = {name: path for name, path in records.items() if not name.startswith(f"{inside}/")}
    partner = _partners(records, goldens)
    pairs = [Pair(name, records.get(partner.get(name, "")), path) for name, path in goldens.items()]
    taken = set(partner.values())
    pairs += [Pair(name, path, None) for name, path in records.items() if name not in taken]
    return sorted(pairs, key=attrgetter("name"))


def _partners(records: Mapping[str, str], goldens: Mapping[str, str]) -> dict[str, str]:
    """The record of each golden file: the one of its name, else the only one of that name in another folder."""
    partner = {name: name for name in goldens if name in records}
    if len(partner) < len(goldens):
        by_base = defaultdict[str, list[str]](list)
        for name in records.keys() - partner.keys():
            by_base[name.rpartition("/")[2]].append(name)
        for name in goldens.keys() - partner.keys():
            alone = by_base[name.rpartition("/")[2]]
            if len(alone) == 1:
                partner[name] = alone[0]
    return partner


def _stem(name: str) -> str:
    return name.removesuffix(".json").removesuffix(".gold")


def _records(folder: Path) -> dict[str, str]:
    """What a run wrote; where there are no reading texts, every JSON file."""
    names = list(record_names(folder))
    if not names:
        names = [name for name in json_names(folder) if not name.endswith(GOLD)]
    return {_stem(name): f"{folder}/{name}" for name in names}


def _goldens(folder: Path, may_lack: bool) -> dict[str, str]:
    names = list(json_names(folder))
    marked = [name for name in names if name.endswith(GOLD)]
    found = {_stem(name): f"{folder}/{name}" for name in marked or names}
    if not found and not may_lack:
        raise GoldenError(f"{folder} has no golden files (NAME.json or NAME{GOLD}); make some with `bodojaryo accept`")
    return found


def read_bytes(path: str) -> bytes:
    """The bytes of a file that is not too large to be a record. Raises GoldenError."""
    try:
        descriptor = os.open(path, _FLAGS)  # a file object would cost more than the reading
        try:
            data = _all(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise GoldenError(f"{path}: {error.strerror or error}") from None
    if len(data) > MAX_BYTES:
        raise GoldenError(f"{path}: larger than {MAX_BYTES:,} bytes, which no record is")
    return data


def _all(descriptor: int) -> bytes:
    """What an open file holds, or a little more than the most that is allowed."""
    length = os.fstat(descriptor).st_size
    data = os.read(descriptor, min(length, MAX_BYTES) + 1)
    if len(data) == length:  # a plain file, which nobody makes longer meanwhile
        return data
    parts, size = [data], len(data)
    while data and size <= MAX_BYTES and (more := os.read(descriptor, 1 << 16)):
        parts.append(more)
        size += len(more)
    return b"".join(parts)


def parse_item(path: str, data: bytes) -> Item:
    """The record in bytes. Raises GoldenError, which names the file, for what is none."""
    try:
        found = from_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise GoldenError(f"{path}: not JSON ({error})") from None
    wrong = _wrong(found)
    if wrong:
        raise GoldenError(f"{path}: {wrong}")
    record: Item = found
    return record


def _wrong(found: Any) -> str | None:  # noqa: ANN401 - whatever JSON holds
    """What in the shape of a record is not as it must be to be compared."""
    if not isinstance(found, dict):
        return "a record is an object"
    for name in ("contacts", "selections", "budgets", "schedules", "warnings"):
        listed = found.get(name)
        if not listed:
            continue
        if not isinstance(listed, list) or not {type(one) for one in listed} <= _PLAIN[name == "warnings"]:
            return f"{name} is a list of objects"
        if len(listed) > MAX_RECORDS:
            return f"{len(listed):,} {name}, more than the {MAX_RECORDS:,} that are compared"
    return _wrong_selectees(found.get("selections") or [])


def _wrong_selectees(selections: list[Item]) -> str | None:
    count = 0
    for selection in selections:
        chosen = selection.get("selectees")
        if chosen:
            if not isinstance(chosen, list) or not {type(one) for one in chosen} <= _PLAIN[False]:
                return "selectees is a list of objects"
            count += len(chosen)
    if count > MAX_RECORDS:
        return f"more selectees than the {MAX_RECORDS:,} that are compared"
    return None
