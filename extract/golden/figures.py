"""How many were right, given and wanted: by fact, and by kind and field."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from extract.golden.kinds import KINDS


@dataclass
class Figure:
    """How many were right, given and wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, right: int, given: int, wanted: int) -> None:
        """Count more."""
        self.right += right
        self.given += given
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """Right of those given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Right of those wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 1 where nothing was given nor wanted."""
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 1.0


@dataclass
class Tally:
    """Figures over many releases: by fact (selectee, round, budget, schedule), and by kind and field."""

    facts: dict[str, Figure] = field(default_factory=dict)
    equal: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(int)))
    compared: dict[tuple[str, str], Figure] = field(default_factory=lambda: defaultdict(Figure))

    def fact(self, name: str) -> Figure:
        """The figure of a fact."""
        return self.facts.setdefault(name, Figure())

    @property
    def fields(self) -> dict[tuple[str, str], Figure]:
        """The figures by kind and field, of those records that are equal and those that were compared."""
        found = {}
        for kind in KINDS:
            for name in kind.weights:
                same, other = self.equal[kind.name][name], self.compared.get((kind.name, name), Figure())
                if same or other.given or other.wanted:
                    found[kind.name, name] = Figure(same + other.right, same + other.given, same + other.wanted)
        return found
