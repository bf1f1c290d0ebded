"""Train the weights by which an amount is judged a budget: `python -m bench.train_budgets FOLDER... [--write]`.

Reads every document beside a `*.gold.json`, takes the amounts of its running text that the gold file lists as budgets
for right and all others for wrong (optional ones for neither), and fits logistic weights that stay close to a prior
stated below. Prints F1 cross-validated by document; `--write` stores the weights fitted on all documents.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.linear import Example, Weights, crossed, error, examples, f1, write
from extract.reading import Reading
from extract.records.budgets.judge import features
from extract.records.budgets.prose import frames

EVENNESS = 0.4
GROUPS = {
    "fund": 1.6, "support": 1.0, "loan": 0.8, "prize": 1.6, "invest": 0.8, "raised": -0.4, "contract": 0.7,
    "sales": -1.8, "trade": -1.5, "market": -1.5, "price": -1.5, "penalty": -1.8, "asset": -1.8, "tax": -1.5,
    "saving": -1.5, "wage": -1.5, "statistic": -1.0, "threshold": -0.8, "change": -0.3,
}  # fmt: skip
AGAINST = 1.3
# A wrong record is worse than a missing one; gold files are rich in budgets, releases at large are not.
LEAN = -0.3
PARTS = {"label": 1.0, "topic": 0.9, "head": 1.0, "verb": 0.7, "left": 0.4, "rest": 0.15, "heading": 0.3, "title": 0.15}
SHAPES = {
    "always": -0.4, "shape.small": -1.0, "shape.eligible": -2.0, "shape.limit": -0.3, "shape.up_to": 0.5,
    "shape.change": -0.6, "shape.each": 0.3, "shape.capped": 1.5, "shape.dative": 0.6, "shape.foreign": -2.0,
    "shape.programme": 1.0, "shape.beyond": -3.0, "shape.aside": -2.5,
    "shape.old": -3.0, "shape.more": -0.8, "shape.barred": -3.0, "shape.firms": -0.8, "shape.scaled": 1.0,
    "shape.formula": -3.0,
}  # fmt: skip
PRIOR = SHAPES | {
    f"{part}.{group}": p * g * (1 if g > 0 else AGAINST) for part, p in PARTS.items() for group, g in GROUPS.items()
}
OUT = Path(__file__).parent.parent / "extract/lexicon/budget_weights.csv"


def judged(reading: Reading, gold: dict[str, Any]) -> list[tuple[tuple[str, ...], bool]]:
    """The features of each amount of the running text, and whether the gold file has it as a budget."""
    budgets = [item for item in gold.get("budgets") or [] if not item.get("derived")]
    sure = {(item.get("amount_min"), item.get("amount_max")) for item in budgets if not item.get("optional")}
    unsure = {(item.get("amount_min"), item.get("amount_max")) for item in budgets if item.get("optional")}
    found = []
    for frame, amount in frames(reading):
        key = (amount.value.minimum, amount.value.maximum)
        if key in sure or key not in unsure:
            found.append((tuple(features(frame, amount.value)), key in sure))
    return found


def fit(data: Sequence[Example], strength: float) -> Weights:
    """Logistic weights, held to the prior by `strength`; plain gradient descent, no chance in it."""
    weights = dict(PRIOR)
    for _ in range(300):
        gradient = {name: strength * (weight - PRIOR.get(name, 0.0)) for name, weight in weights.items()}
        for example in data:
            off = error(weights, example)
            for name in example.features:
                gradient[name] = gradient.get(name, 0.0) + off
        for name, slope in gradient.items():
            weights[name] = weights.get(name, 0.0) - 0.01 * slope
    return weights


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--keep", choices=["seen", "all"], default="all")
    parser.add_argument("--strength", type=float, default=1.0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    data = examples(args.folders, args.keep, judged, EVENNESS)
    print(f"{len(data)} amounts, {sum(e.right for e in data)} budgets; prior alone F1 {f1(PRIOR, data):.3f}")
    print(f"cross-validated F1 {crossed(data, partial(fit, strength=args.strength)):.3f}")
    weights = fit(data, args.strength)
    print(f"on its own documents F1 {f1(weights, data):.3f}")
    if args.write:
        weights["always"] += LEAN
        write(OUT, weights)


if __name__ == "__main__":
    main()
