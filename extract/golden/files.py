"""Which new record belongs to which golden file, and what they hold."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.golden.kinds import Item
from extract.sinks.folder import record_names

GOLD = ".gold.json"
MAX_BYTES, MAX_RECORDS = 50_000_000, 2_000  # of one file; of one kind in it


class GoldenError(Exception):
    """The comparison cannot be made; the message names what is wrong and what to do."""


@dataclass(frozen=True)
class Pair:
    """A golden file and the new record of the same name; either may be missing."""

    name: str
    new: Path | None
    golden: Path | None


def find_pairs(new: Path, golden: Path) -> list[Pair]:
    """Files, or folders in which a record `a/NAME.json` has its golden file at `a/NAME.json` or `a/NAME.gold.json`.

    Golden files may lie in other folders than the records, if their name alone tells which they are.
    Raises GoldenError where there is nothing to compare with.
    """
    if new.is_file() and golden.is_file():
        return [Pair(_stem(golden.name), new, golden)]
    if not (new.is_dir() and golden.is_dir()):
        raise GoldenError(f"{new} and {golden}: give two files, or two folders")
    records, goldens = _records(new), _goldens(golden)
    inside = (
        golden.resolve().relative_to(new.resolve()).as_posix() if golden.resolve().is_relative_to(new.resolve()) else ""
    )
    if inside not in ("", "."):
        records = {name: path for name, path in records.items() if not name.startswith(f"{inside}/")}
    by_base = defaultdict[str, list[str]](list)
    for name in records:
        by_base[name.rpartition("/")[2]].append(name)
    partner: dict[str, str] = {}
    for name in goldens:
        alone = by_base[name.rpartition("/")[2]]
        if name in records:
            partner[name] = name
        elif len(alone) == 1 and alone[0] not in goldens:
            partner[name] = alone[0]
    taken = set(partner.values())
    pairs = [Pair(name, records.get(partner.get(name, "")), path) for name, path in goldens.items()]
    pairs += [Pair(name, path, None) for name, path in records.items() if name not in taken]
    return sorted(pairs, key=lambda pair: pair.name)


def _stem(name: str) -> str:
    return name.removesuffix(".json").removesuffix(".gold")


def _records(folder: Path) -> dict[str, Path]:
    """What a run wrote; where there are no reading texts, every JSON file."""
    names = list(record_names(folder))
    if not names:
        names = [name for name in _json_files(folder) if not name.endswith(GOLD)]
    return {_stem(name): folder / name for name in names}


def _goldens(folder: Path) -> dict[str, Path]:
    names = list(_json_files(folder))
    marked = [name for name in names if name.endswith(GOLD)]
    found = {_stem(name): folder / name for name in marked or names}
    if not found:
        raise GoldenError(f"{folder} has no golden files (NAME.json or NAME{GOLD}); make some with `bodojaryo accept`")
    return found


def _json_files(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.json")):
        if path.is_file():
            yield path.relative_to(folder).as_posix()


def read_item(path: Path) -> Item:
    """The record in a file. Raises GoldenError, which names it, for what is none."""
    return parse_item(path, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that is not too large to be a record. Raises GoldenError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise GoldenError(f"{path}: larger than {MAX_BYTES:,} bytes, which no record is")
        return path.read_bytes()
    except OSError as error:
        raise GoldenError(f"{path}: {error.strerror or error}") from None


def parse_item(path: Path, data: bytes) -> Item:
    """The record in bytes. Raises GoldenError, which names the file, for what is none."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
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
        listed = found.get(name) or []
        plain = (dict, str) if name == "warnings" else (dict,)
        if not isinstance(listed, list) or not all(isinstance(one, plain) for one in listed):
            return f"{name} is a list of objects"
        if len(listed) > MAX_RECORDS:
            return f"{len(listed):,} {name}, more than the {MAX_RECORDS:,} that are compared"
    for selection in found.get("selections") or []:
        chosen = selection.get("selectees") or []
        if not isinstance(chosen, list) or not all(isinstance(one, dict) for one in chosen):
            return "selectees is a list of objects"
    if sum([len(one.get("selectees") or []) for one in found.get("selections") or []]) > MAX_RECORDS:
        return f"more selectees than the {MAX_RECORDS:,} that are compared"
    return None
