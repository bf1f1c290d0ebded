"""A whole comparison: every pair of files, and what came of all of them together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extract.golden.compare import Difference, Scope, compare, count_equal, count_facts
from extract.golden.figures import Tally
from extract.golden.files import GoldenError, Pair, find_pairs, parse_item, read_bytes
from extract.uncollected import uncollected


@dataclass(frozen=True)
class Compared:
    """A golden file with what differs from it; `error` says why nothing could be compared."""

    name: str
    differences: tuple[Difference, ...] = ()
    missing: bool = False
    error: str | None = None

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.differences or self.missing or self.error)


@dataclass(frozen=True)
class Report:
    """What a comparison found; `ungolden` are records that no golden file speaks of."""

    files: tuple[Compared, ...]
    ungolden: tuple[str, ...]
    tally: Tally

    @property
    def same(self) -> bool:
        """Whether nothing differs anywhere."""
        return all(one.same for one in self.files)

    @property
    def errors(self) -> list[str]:
        """What could not be read."""
        return [one.error for one in self.files if one.error]

    @property
    def headline(self) -> float:
        """The mean F1 of the facts that are compared."""
        figures = [figure.f1 for figure in self.tally.facts.values()]
        return sum(figures) / len(figures) if figures else 1.0


def diff(new: Path, golden: Path, scope: Scope | None = None) -> Report:
    """Compare records with golden files. Raises GoldenError where there is nothing to compare."""
    scope, tally = scope or Scope(), Tally()
    pairs = find_pairs(new, golden)
    with uncollected():
        files = [_compared(pair, scope, tally) for pair in pairs if pair.golden]
    return Report(tuple(files), tuple(pair.name for pair in pairs if not pair.golden), tally)


def _compared(pair: Pair, scope: Scope, tally: Tally) -> Compared:
    assert pair.golden is not None
    try:
        data = read_bytes(pair.golden)
        golden = parse_item(pair.golden, data)
        if pair.new is None:
            count_facts(golden, {}, scope, tally)
            return Compared(pair.name, missing=True)
        other = read_bytes(pair.new)
        if other == data:
            count_equal(golden, scope, tally)
            return Compared(pair.name)
        return Compared(pair.name, tuple(compare(golden, parse_item(pair.new, other), scope, tally)))
    except GoldenError as error:
        return Compared(pair.name, error=str(error))
