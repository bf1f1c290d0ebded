"""What could be blessed: the golden files that new records differ from, and the records that have none yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.golden.compare import Difference, Scope, compare
from extract.golden.edit import as_bytes, blessed, decided_alone, is_whole
from extract.golden.figures import Tally
from extract.golden.files import GOLD, GoldenError, Pair, find_pairs, parse_item, read_bytes
from extract.golden.kinds import Item


@dataclass(frozen=True)
class Proposal:
    """A golden file to write; `before` is what it holds now (none: there is none), `data` the new record's file."""

    name: str
    path: Path
    before: bytes | None
    golden: Item | None
    new: Item
    data: bytes
    reading: Path
    differences: tuple[Difference, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether there is no golden file yet."""
        return self.golden is None

    def after(self, accepted: Sequence[Difference]) -> bytes:
        """What the golden file holds once these differences are taken over; all of them make it the new record."""
        if self.golden is None or (is_whole(self.golden) and len(accepted) == len(self.differences)):
            return self.data
        return as_bytes(blessed(self.golden, accepted))


@dataclass(frozen=True)
class Proposals:
    """Everything that could be blessed; `gone` are golden files without a new record, which stay."""

    all: tuple[Proposal, ...]
    gone: tuple[str, ...]
    errors: tuple[str, ...]


def propose(new: Path, golden: Path, new_only: bool = False, scope: Scope | None = None) -> Proposals:
    """Compare records with golden files that may not be there yet. Raises GoldenError where nothing can be compared."""
    pairs = find_pairs(new, golden, may_lack=True)
    suffix = GOLD if golden.is_dir() and _beside_documents(pairs, golden) else ".json"
    found: list[Proposal] = []
    errors: list[str] = []
    for pair in pairs:
        if pair.new is None or (new_only and pair.golden):
            continue
        beside = golden if new.is_file() else golden / f"{pair.name}{suffix}"
        path = Path(pair.golden) if pair.golden else beside
        try:
            proposal = proposed(pair.name, Path(pair.new), path, read_bytes(pair.new), scope or Scope())
        except GoldenError as error:
            errors.append(str(error))
            continue
        found += [proposal] if proposal else []
    return Proposals(tuple(found), tuple(pair.name for pair in pairs if pair.new is None), tuple(errors))


def _beside_documents(pairs: Sequence[Pair], golden: Path) -> bool:
    """Whether golden files lie beside the documents, where NAME.json would pass for a document itself."""
    return any(pair.golden.endswith(GOLD) if pair.golden else (golden / pair.name).is_file() for pair in pairs)


def proposed(name: str, new: Path, path: Path, data: bytes, scope: Scope) -> Proposal | None:
    """What there is to bless of a new record, whose file holds `data`. Raises GoldenError."""
    item = parse_item(str(new), data)
    reading = new.with_suffix(".txt")
    if not path.exists():
        return Proposal(name, path, None, None, item, data, reading)
    before = read_bytes(str(path))
    if before == data:
        return None
    golden = parse_item(str(path), before)
    differences = tuple(decided_alone(compare(golden, item, scope, Tally())))
    return Proposal(name, path, before, golden, item, data, reading, differences) if differences else None
