"""What the training of the linear judges shares: examples from gold files, scoring, folds by document, writing."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any

from extract.header import read_header
from extract.reading import Reading
from parsers import parse
from parsers.document import Source

FOLDS = 6
Weights = dict[str, float]


@dataclass(frozen=True)
class Example:
    """One case of a document: its features, whether it is a record, and how much it counts."""

    document: str
    features: tuple[str, ...]
    right: bool
    weight: float


# What a gold file judges of a reading: the features of each case, and whether it is a record.
Judged = Callable[[Reading, dict[str, Any]], list[tuple[tuple[str, ...], bool]]]


def examples(folders: Iterable[Path], keep: str, judged: Judged, evenness: float) -> list[Example]:
    """The cases of all documents with gold files; `keep="seen"` leaves a third of the documents out.

    A document of n cases counts n to the power of `1 - evenness`, so that large tables do not decide alone.
    """
    found: list[Example] = []
    for gold in (path for folder in folders for path in sorted(folder.glob("*.gold.json"))):
        name = gold.name.removesuffix(".gold.json")
        if keep == "seen" and _number(name) % 3 == 0:
            continue
        document = parse(Source(name, gold.with_name(name).read_bytes()))
        cases = judged(Reading(document, read_header(document)), json.loads(gold.read_text("utf-8")))
        found += [Example(name, features, right, len(cases) ** -evenness) for features, right in cases]
    return found


def total(weights: Mapping[str, float], example: Example) -> float:
    """The sum that decides an example."""
    return sum(weights.get(name, 0.0) for name in example.features)


def error(weights: Mapping[str, float], example: Example) -> float:
    """How far the logistic of an example's sum is from the truth, by what the example counts."""
    bounded = max(-30.0, min(30.0, total(weights, example)))
    return example.weight * (1 / (1 + math.exp(-bounded)) - example.right)


def f1(weights: Mapping[str, float], data: Iterable[Example], bias: float = 0.0) -> float:
    """F1 of what the weights take."""
    return _f1(_counts(weights, data, bias))


def crossed(data: Sequence[Example], fit: Callable[[Sequence[Example]], Weights], bias: float = 0.0) -> float:
    """F1 over folds that share no document."""
    sums = (0, 0, 0)
    for fold in range(FOLDS):
        inside = [e for e in data if fold_of(e.document) != fold]
        outside = [e for e in data if fold_of(e.document) == fold]
        right, given, wanted = _counts(fit(inside), outside, bias)
        sums = (sums[0] + right, sums[1] + given, sums[2] + wanted)
    return _f1(sums)


def fold_of(document: str) -> int:
    """The fold in which a document is held back, the same everywhere."""
    return _number(document) // 7 % FOLDS


def write(path: Path, weights: Mapping[str, float]) -> None:
    """Store the weights that matter, by name."""
    rows = [f"{name},{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    path.write_text("\n".join(["feature,weight", *rows]) + "\n", encoding="utf-8")


def _counts(weights: Mapping[str, float], data: Iterable[Example], bias: float) -> tuple[int, int, int]:
    """Right, given and wanted."""
    right = given = wanted = 0
    for example in data:
        taken = total(weights, example) + bias > 0
        right += taken and example.right
        given += taken
        wanted += example.right
    return right, given, wanted


def _f1(counts: tuple[int, int, int]) -> float:
    return 2 * counts[0] / max(1, counts[1] + counts[2])


def _number(name: str) -> int:
    """A number that spreads documents over folds, the same everywhere."""
    return int(sha1(name.encode()).hexdigest()[:8], 16)
