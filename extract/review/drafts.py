"""What people made of the records: a golden file beside a run's output, and which records they looked at.

`OUT/golden/NAME.json` is a release as a run writes it, with the person's corrections; `OUT/.review/NAME.json` says
which of its records were confirmed, which of the run's were taken out, and which were added.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, ValidationError

from extract.release import Budget, Evidence, Release, Schedule, Selection
from extract.review.marks import cited
from extract.sinks.folder import Record

GOLDEN, NOTES = "golden", ".review"
Kept = Selection | Budget | Schedule


class Stale(Exception):
    """Someone saved since the version that the change was made on."""


class Wrong(Exception):
    """The change cannot be saved; the message says why."""


class Judged(BaseModel):
    """Ids of records: confirmed, taken out, added."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    correct: list[str] = []
    wrong: list[str] = []
    missing: list[str] = []


class Change(BaseModel):
    """What an editor sends: the whole release as it should be, on top of which version."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    release: Release
    marks: Judged


class Draft(BaseModel):
    """A release under review: as it stands now, as the run wrote it, and what was judged."""

    version: str
    release: Release
    run: Release
    marks: Judged
    text: str

    def to_json(self) -> str:
        """The draft as an editor gets it."""
        return self.model_dump_json(by_alias=True)

    def shown(self) -> Release:
        """What the page shows: the records as they stand, and those that were taken out, so that one can undo it."""
        return self.release.model_copy(
            update={
                kind: _merged(getattr(self.release, kind), getattr(self.run, kind), set(self.marks.wrong))
                for kind in ("selections", "budgets", "schedules")
            }
        )

    def states(self) -> dict[str, str]:
        """What was judged of each record, by id: `correct` `wrong` `missing` `edited`."""
        before, after = _by_id(self.run), _by_id(self.release)
        states = {name: "correct" for name in self.marks.correct if name in after}
        states |= {name: "edited" for name, one in after.items() if name in before and before[name] != one}
        states |= {name: "wrong" for name in self.marks.wrong if name in before and name not in after}
        return states | {name: "missing" for name in self.marks.missing if name in after}


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of one output folder."""

    folder: Path

    def get(self, record: Record) -> Draft:
        """The draft of a release: its golden file where there is one, else what the run wrote."""
        golden, notes = self._paths(record)
        saved, judged = _bytes(golden), _bytes(notes)
        try:
            release = record.release if saved is None else Release.model_validate_json(saved)
            marks = Judged() if judged is None else Judged.model_validate_json(judged)
        except ValidationError as error:
            raise Wrong(f"{golden}: not a record that can be edited here: {_told(error)}") from error
        return Draft(
            version=_version(saved, judged), release=release, run=record.release, marks=marks, text=record.text
        )

    def is_reviewed(self, name: str) -> bool:
        """Whether a release has a golden file."""
        return (self.folder / GOLDEN / f"{name}.json").is_file()

    def save(self, record: Record, change: Change) -> Draft:
        """Save a change whole or not at all; raises `Stale` and `Wrong`."""
        _check(record, change.release)
        golden, notes = self._paths(record)
        notes.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self.folder / NOTES / ".lock"):
            if change.version != _version(_bytes(golden), _bytes(notes)):
                raise Stale
            _write(golden, change.release.to_json())
            _write(notes, change.marks.model_dump_json(indent=2) + "\n")
        return self.get(record)

    def _paths(self, record: Record) -> tuple[Path, Path]:
        paths = (self.folder / GOLDEN / record.name, self.folder / NOTES / record.name)
        if not all(path.resolve().is_relative_to(self.folder.resolve()) for path in paths):
            raise Wrong("the golden file would lie outside the folder")
        return paths


def _check(record: Record, release: Release) -> None:
    """A golden file is of the same bytes, its ids are its own, and it cites words that stand in the reading text."""
    if release.source != record.release.source:
        raise Wrong("source: cannot be changed")
    ids = [one.id for one in _kept(release)]
    if len(ids) != len(set(ids)):
        raise Wrong("id: two records have the same")
    for one in cited(release):
        if not _stands(record.text, one):
            raise Wrong(f"evidence: {one.quote!r} is not what stands at {one.start}")


def _stands(text: str, one: Evidence) -> bool:
    return one.start < one.end <= len(text) and text[one.start : one.end] == one.quote


def _kept(release: Release) -> list[Kept]:
    return [*release.selections, *release.budgets, *release.schedules]


def _by_id(release: Release) -> dict[str, Kept]:
    return {one.id: one for one in _kept(release)}


def _merged(now: list[Kept], before: list[Kept], wrong: set[str]) -> list[Kept]:
    kept = {one.id for one in now}
    out = [one for one in before if one.id in wrong and one.id not in kept]
    return sorted([*now, *out], key=lambda one: min(evidence.start for evidence in one.evidence)) if out else list(now)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _version(*files: bytes | None) -> str:
    digest = hashlib.sha256()
    for data in files:
        digest.update(b"-" if data is None else b"+" + hashlib.sha256(data).digest())
    return digest.hexdigest()[:32]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{os.getpid()}.part")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    temporary.replace(path)


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def parsed(body: bytes) -> Change:
    """A change as it was sent; raises `Wrong`, naming the field."""
    try:
        return Change.model_validate_json(body)
    except ValidationError as error:
        raise Wrong(_told(error)) from error
