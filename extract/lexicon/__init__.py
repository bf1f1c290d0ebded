"""Words and places that a civil servant could correct, kept as data beside this module."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the code list: in force from `since` on and before `until`; `name` is empty for a province itself."""

    code: str
    name: str
    sido: str
    since: date
    until: date

    def in_force(self, on: date) -> bool:
        """Whether the code stood on that day."""
        return self.since <= on < self.until


@dataclass(frozen=True, slots=True)
class Province:
    """How a province is written; `official` runs from the oldest name to the latest."""

    short: str
    official: tuple[str, ...]
    also: tuple[str, ...]


@cache
def places() -> tuple[Place, ...]:
    """The administrative codes with their days."""
    rows = csv.DictReader(_read("regions.csv").splitlines())
    return tuple(
        Place(row["code"], row["name"], row["sido"], _day(row["since"], date.min), _day(row["until"], date.max))
        for row in rows
    )


@cache
def provinces() -> tuple[Province, ...]:
    """The provinces as they are written."""
    table = _toml("provinces.toml")
    return tuple(Province(short, tuple(entry["official"]), tuple(entry["also"])) for short, entry in table.items())


@cache
def words(file: str) -> Mapping[str, tuple[str, ...]]:
    """The word lists of a TOML file, by their names."""
    return {name: tuple(entry["words"]) for name, entry in _toml(file).items()}


@cache
def ministries() -> dict[str, str]:
    """Every name of an authority, full or short, to its full official name."""
    data = tomllib.loads(_read("ministries.toml"))
    names = {full: full for full in data}
    return names | {short: full for full, shorts in data.items() for short in shorts if short not in names}


@cache
def budget_words() -> dict[str, dict[str, tuple[str, ...]]]:
    """Words around amounts: `cues` by what they say of the money, `payers` by who pays; longest first."""
    data = tomllib.loads(_read("budgets.toml"))
    return {
        part: {name: tuple(sorted(words, key=lambda w: (-len(w), w))) for name, words in groups.items()}
        for part, groups in data.items()
    }


@cache
def budget_weights() -> dict[str, float]:
    """Feature of an amount and its frame to how much it speaks for a budget (negative: against)."""
    return _weights("budget_weights.csv")


@cache
def schedule_weights() -> dict[str, float]:
    """Feature of a dated phrase to how much it speaks for an event of the release (negative: against)."""
    return _weights("schedule_weights.csv")


@cache
def event_weights() -> dict[str, float]:
    """Trait of a name near a date to how much it speaks for its being the date's event."""
    return _weights("event_weights.csv")


def _weights(name: str) -> dict[str, float]:
    lines = _read(name).splitlines()[1:]
    return {feature: float(weight) for feature, _, weight in (line.partition(",") for line in lines)}


def _toml(name: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(_read(name))


def _read(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")


def _day(text: str, default: date) -> date:
    return date.fromisoformat(text) if text else default
