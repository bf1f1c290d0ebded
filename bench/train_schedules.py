"""Train the weights by which a dated phrase is judged an event: `python -m bench.train_schedules FOLDER... [--write]`.

Reads every document beside a `*.gold.json`, takes the facts that agree with a gold schedule in days and in wording or
kind for right and the others for wrong (those that agree with an optional one for neither), and fits logistic weights
held near zero. Prints F1 cross-validated by document; `--write` stores the weights fitted on all documents.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.agreeing import agrees
from bench.linear import Example, Weights, crossed, error, examples, f1, write
from extract.reading import Reading
from extract.records.schedules import read_facts
from extract.records.schedules.judging import features

OUT = Path(__file__).parent.parent / "extract/lexicon/schedule_weights.csv"
EVENNESS = 0.3
# A wrong record is worse than a missing one.
LEAN = -0.15


def judged(reading: Reading, gold: dict[str, Any]) -> list[tuple[tuple[str, ...], bool]]:
    """The features of each fact, and whether it agrees with a schedule of the gold file."""
    schedules = gold.get("schedules") or []
    found = []
    for fact in read_facts(reading):
        agreeing = [item for item in schedules if agrees(item, fact.named.event, fact.date.value)]
        if not agreeing or not all(item.get("optional") for item in agreeing):
            found.append((tuple(features(reading, fact)), bool(agreeing)))
    return found


def fit(data: Sequence[Example], strength: float, rounds: int = 300) -> Weights:
    """Logistic weights, held near zero by `strength`; gradient descent with a step per weight, no chance in it."""
    weights: Weights = {}
    travelled: dict[str, float] = {}
    for _ in range(rounds):
        slopes = {name: strength * weight for name, weight in weights.items()}
        for example in data:
            off = error(weights, example)
            for name in example.features:
                slopes[name] = slopes.get(name, 0.0) + off
        for name, slope in slopes.items():
            travelled[name] = travelled.get(name, 1e-6) + slope * slope
            weights[name] = weights.get(name, 0.0) - 0.3 * slope / math.sqrt(travelled[name])
    return weights


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--keep", choices=["seen", "all"], default="all")
    parser.add_argument("--strength", type=float, default=5.0)
    parser.add_argument("--bias", type=float, default=LEAN, help="added to every sum: above zero takes more")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    data = examples(args.folders, args.keep, judged, EVENNESS)
    wanted = sum(example.right for example in data)
    print(f"{len(data)} facts, {wanted} schedules; taking all F1 {2 * wanted / (len(data) + wanted):.3f}")
    print(f"cross-validated F1 {crossed(data, partial(fit, strength=args.strength), args.bias):.3f}")
    weights = fit(data, args.strength)
    weights["always"] = weights.get("always", 0.0) + args.bias
    print(f"on its own documents F1 {f1(weights, data):.3f}")
    if args.write:
        write(OUT, weights)


if __name__ == "__main__":
    main()
