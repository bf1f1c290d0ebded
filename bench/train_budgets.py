"""Train the weights by which an amount is judged a budget: `python bench/train_budgets.py FOLDER... [--write]`.

Reads every document beside a `*.gold.json`, takes the amounts of its running text that the gold file lists as budgets
for right and all others for wrong (optional ones for neither), and fits logistic weights that stay close to a prior
stated below. Prints F1 cross-validated by document; `--write` stores the weights fitted on all documents.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any

from extract.header import read_header
from extract.reading import Reading
from extract.records.budgets.judge import features
from extract.records.budgets.prose import frames
from parsers import parse
from parsers.document import Source

GROUPS = {
    "fund": 1.6, "support": 1.0, "loan": 0.8, "prize": 1.6, "invest": 0.8, "contract": 0.7,
    "sales": -1.8, "trade": -1.5, "market": -1.5, "price": -1.5, "penalty": -1.8, "asset": -1.8, "tax": -1.5,
    "saving": -1.5, "wage": -1.5, "statistic": -1.0, "threshold": -0.8, "change": -0.3,
}  # fmt: skip
AGAINST = 1.3
# A wrong record is worse than a missing one; gold files are rich in budgets, releases at large are not.
LEAN = -0.2
PARTS = {"label": 1.0, "topic": 0.9, "head": 1.0, "verb": 0.7, "left": 0.4, "rest": 0.15, "heading": 0.3, "title": 0.15}
SHAPES = {
    "always": -0.4, "shape.small": -1.0, "shape.eligible": -2.0, "shape.limit": -0.3, "shape.up_to": 0.5,
    "shape.change": -0.6, "shape.each": 0.3, "shape.dative": 0.6, "shape.foreign": -2.0,
    "shape.programme": 1.0, "shape.beyond": -3.0, "shape.aside": -2.5,
}  # fmt: skip
PRIOR = SHAPES | {
    f"{part}.{group}": p * g * (1 if g > 0 else AGAINST) for part, p in PARTS.items() for group, g in GROUPS.items()
}
OUT = Path(__file__).parent.parent / "extract/lexicon/budget_weights.csv"


@dataclass(frozen=True)
class Example:
    """An amount of a document: its features, and whether it is a budget."""

    document: str
    features: tuple[str, ...]
    right: bool
    weight: float = 1.0


def examples(folders: Iterable[Path], keep: str) -> list[Example]:
    """The judged amounts of all documents that have gold files."""
    found: list[Example] = []
    for folder in folders:
        for gold in sorted(folder.glob("*.gold.json")):
            name = gold.name.removesuffix(".gold.json")
            if keep == "seen" and int(sha1(name.encode()).hexdigest()[:8], 16) % 3 == 0:
                continue
            found += _judged(folder / name, json.loads(gold.read_text("utf-8")))
    return found


def _judged(path: Path, gold: dict[str, Any]) -> list[Example]:
    document = parse(Source(path.name, path.read_bytes()))
    reading = Reading(document, read_header(document))
    budgets = [item for item in gold.get("budgets") or [] if not item.get("derived")]
    sure = {(item.get("amount_min"), item.get("amount_max")) for item in budgets if not item.get("optional")}
    unsure = {(item.get("amount_min"), item.get("amount_max")) for item in budgets if item.get("optional")}
    judged: list[Example] = []
    for frame, amount in frames(reading):
        key = (amount.value.minimum, amount.value.maximum)
        if key in sure or key not in unsure:
            judged.append(Example(path.name, tuple(features(frame, amount.value)), key in sure))
    return [Example(e.document, e.features, e.right, len(judged) ** -0.4) for e in judged]


def fit(data: Sequence[Example], strength: float) -> dict[str, float]:
    """Logistic weights, held to the prior by `strength`; plain gradient descent, no chance in it."""
    weights = dict(PRIOR)
    for _ in range(300):
        gradient = {name: strength * (weight - PRIOR.get(name, 0.0)) for name, weight in weights.items()}
        for example in data:
            total = sum(weights.get(name, 0.0) for name in example.features)
            error = example.weight * (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - example.right)
            for name in example.features:
                gradient[name] = gradient.get(name, 0.0) + error
        for name, slope in gradient.items():
            weights[name] = weights.get(name, 0.0) - 0.01 * slope
    return weights


def judge(weights: dict[str, float], data: Iterable[Example]) -> tuple[int, int, int]:
    """Right, given and wanted."""
    right = given = wanted = 0
    for example in data:
        taken = sum(weights.get(name, 0.0) for name in example.features) > 0
        right += taken and example.right
        given += taken
        wanted += example.right
    return right, given, wanted


def crossed(data: Sequence[Example], strength: float, folds: int = 6) -> float:
    """F1 over folds that share no document."""
    sums = [0, 0, 0]
    for fold in range(folds):
        out = lambda e, fold=fold: int(sha1(e.document.encode()).hexdigest()[:8], 16) // 7 % folds == fold  # noqa: E731
        weights = fit([e for e in data if not out(e)], strength)
        sums = [a + b for a, b in zip(sums, judge(weights, [e for e in data if out(e)]), strict=True)]
    return 2 * sums[0] / max(1, sums[1] + sums[2])


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--keep", choices=["seen", "all"], default="all")
    parser.add_argument("--strength", type=float, default=0.5)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    data = examples(args.folders, args.keep)
    right, given, wanted = judge(PRIOR, data)
    print(f"{len(data)} amounts, {wanted} budgets; prior alone F1 {2 * right / (given + wanted):.3f}")
    print(f"cross-validated F1 {crossed(data, args.strength):.3f}")
    weights = fit(data, args.strength)
    right, given, wanted = judge(weights, data)
    print(f"on its own documents F1 {2 * right / (given + wanted):.3f}")
    if args.write:
        weights["always"] += LEAN
        rows = [f"{name},{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.005]
        OUT.write_text("\n".join(["feature,weight", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
