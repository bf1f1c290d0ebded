"""What a run has to do: compares the inputs with the manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from extract.batch.job import Item, Options
from extract.batch.manifest import Entry


@dataclass
class Plan:
    """Inputs by what they need; `removed` holds places whose input has gone."""

    new: list[Item] = field(default_factory=list)
    changed: list[Item] = field(default_factory=list)
    outdated: list[Item] = field(default_factory=list)
    retried: list[Item] = field(default_factory=list)
    touched: list[Item] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)

    @property
    def todo(self) -> list[Item]:
        """The inputs to read, in the order of their places."""
        return sorted([*self.new, *self.changed, *self.outdated, *self.retried], key=lambda item: item.place)

    def __str__(self) -> str:
        """One line for people."""
        parts = [
            f"{len(self.new)} new", f"{len(self.changed)} changed", f"{len(self.outdated)} of another version",
            f"{len(self.retried)} to try again", f"{self.unchanged} unchanged", f"{len(self.removed)} removed",
        ]  # fmt: skip
        return ", ".join(parts)


def plan(
    items: Iterable[Item], entries: Mapping[str, Entry], whole: set[str], version: str, retry_errors: bool
) -> Plan:
    """Sort the inputs; `whole` holds the places whose outputs are all there."""
    found, roots, places = Plan(), set[str](), set[str]()
    for item in items:
        roots.add(item.root)
        places.add(item.place)
        _sort_in(found, item, entries.get(item.place), item.place in whole, version, retry_errors)
    found.removed = [e.place for e in entries.values() if e.root in roots and e.place not in places]
    return found


def _sort_in(found: Plan, item: Item, entry: Entry | None, whole: bool, version: str, retry_errors: bool) -> None:
    if entry is None:
        found.new.append(item)
    elif entry.version != version:
        found.outdated.append(item)
    elif not whole or (entry.stamp != item.stamp and _digest(item) != entry.sha256):
        found.changed.append(item)
    elif entry.failed and retry_errors:
        found.retried.append(item)
    else:
        found.unchanged += 1
        if entry.stamp != item.stamp:
            found.touched.append(item)


def _digest(item: Item) -> str | None:
    """The hash of a local input's bytes; None for one that has gone or lies elsewhere."""
    if "://" in item.uri:
        return None
    try:
        with Path(item.uri).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


# What is done with records once they are written decides none of them.
_AFTER = tuple(f"extract/{room}" for room in ("cli.py", "golden/", "review/", "sinks/", "uncollected.py"))


def version_of(options: Options) -> str:
    """A digest of all that decides a record besides its input: our code and data, and the day given by the user."""
    digest = hashlib.sha256(str(options.published).encode())
    for package in ("extract", "parsers"):
        for name, content in sorted(_contents(files(package), package)):
            if name.startswith(_AFTER):
                continue
            digest.update(f"{name}\0".encode() + content)
    return digest.hexdigest()[:16]


def _contents(folder: Traversable, name: str) -> Iterable[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry, f"{name}/{entry.name}")
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield f"{name}/{entry.name}", entry.read_bytes()
