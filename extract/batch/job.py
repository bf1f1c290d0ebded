"""What a batch hands to a worker, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Stage = Literal["read", "parse", "extract", "write", "worker"]


@dataclass(frozen=True, slots=True)
class Item:
    """One input: the folder that holds it, its place below that and below the output, a stamp that changes with it.

    `root` is what the user named, in full; it tells which inputs of an earlier run have gone.
    """

    folder: str
    place: str
    root: str
    stamp: str

    @property
    def uri(self) -> str:
        """Where the bytes are."""
        return f"{self.folder}/{self.place}" if self.folder else self.place


@dataclass(frozen=True, slots=True)
class Options:
    """What the same for all inputs of a run changes in their records or bounds their cost."""

    output: str
    published: date | None = None
    timeout: float = 60.0
    memory_mb: int = 2048


@dataclass(frozen=True, slots=True)
class Job:
    """One input to read, or one member of an archive when `member` says which."""

    item: Item
    options: Options
    member: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no record: the stage that failed, the kind of error and its message."""

    stage: Stage
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one release; `key` is equal for releases with the same words."""

    place: str
    format: str | None = None
    key: str | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one input: its hash (None where it could not be read) and its releases."""

    item: Item
    sha256: str | None
    outcomes: tuple[Outcome, ...]


class OutputError(Exception):
    """The output cannot be written at all (disk full, no permission): the run stops, what is done is kept."""
