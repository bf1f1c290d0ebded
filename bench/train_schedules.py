"""Train the weights by which a dated phrase is judged an event: `python bench/train_schedules.py FOLDER... [--write]`.

Reads every document beside a `*.gold.json`, takes the facts that agree with a gold schedule in days and in wording or
kind for right and the others for wrong (those that agree with an optional one for neither), and fits logistic weights
held near zero. Prints F1 cross-validated by document; `--write` stores the weights fitted on all documents.
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
from extract.records.schedules import read_facts
from extract.records.schedules.facts import Fact
from extract.records.schedules.judging import features
from extract.records.schedules.kinds import kind_of
from parsers import parse
from parsers.document import Source

OUT = Path(__file__).parent.parent / "extract/lexicon/schedule_weights.csv"
FOLDS = 6


@dataclass(frozen=True)
class Example:
    """A fact of a document: its features, and whether it is a schedule."""

    document: str
    features: tuple[str, ...]
    right: bool
    weight: float


def examples(folders: Iterable[Path], keep: str) -> list[Example]:
    """The judged facts of all documents that have gold files."""
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
    schedules = gold.get("schedules") or []
    judged = []
    for fact in read_facts(reading):
        agreeing = [item for item in schedules if _agrees(item, fact)]
        if agreeing and all(item.get("optional") for item in agreeing):
            continue
        judged.append((tuple(features(reading, fact)), bool(agreeing)))
    return [Example(path.name, names, right, len(judged) ** -0.3) for names, right in judged]


def _agrees(item: dict[str, Any], fact: Fact) -> bool:
    days = tuple(None if day is None else day.isoformat() for day in (fact.date.value.start, fact.date.value.end))
    if (item.get("start"), item.get("end")) != days:
        return False
    if item.get("kind") not in (None, "other") and item["kind"] == kind_of(fact.named.event, fact.date.value):
        return True
    one, other = (name.replace(" ", "") for name in (item["event"], fact.named.event))
    return one.endswith(other[-3:]) or other.endswith(one[-3:]) or one in other or other in one


def fit(data: Sequence[Example], strength: float, rounds: int = 300) -> dict[str, float]:
    """Logistic weights, held near zero by `strength`; gradient descent with a step per weight, no chance in it."""
    weights: dict[str, float] = {}
    travelled: dict[str, float] = {}
    for _ in range(rounds):
        slopes = {name: strength * weight for name, weight in weights.items()}
        for example in data:
            total = sum(weights.get(name, 0.0) for name in example.features)
            error = example.weight * (1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - example.right)
            for name in example.features:
                slopes[name] = slopes.get(name, 0.0) + error
        for name, slope in slopes.items():
            travelled[name] = travelled.get(name, 1e-6) + slope * slope
            weights[name] = weights.get(name, 0.0) - 0.3 * slope / math.sqrt(travelled[name])
    return weights


def judge(weights: dict[str, float], data: Iterable[Example], bias: float = 0.0) -> tuple[int, int, int]:
    """Right, given and wanted."""
    right = given = wanted = 0
    for example in data:
        taken = sum(weights.get(name, 0.0) for name in example.features) + bias > 0
        right += taken and example.right
        given += taken
        wanted += example.right
    return right, given, wanted


def crossed(data: Sequence[Example], strength: float, bias: float) -> float:
    """F1 over folds that share no document."""
    sums = [0, 0, 0]
    for fold in range(FOLDS):
        inside = [e for e in data if _fold(e) != fold]
        outside = [e for e in data if _fold(e) == fold]
        sums = [a + b for a, b in zip(sums, judge(fit(inside, strength), outside, bias), strict=True)]
    return 2 * sums[0] / max(1, sums[1] + sums[2])


def _fold(example: Example) -> int:
    return int(sha1(example.document.encode()).hexdigest()[:8], 16) // 7 % FOLDS


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--keep", choices=["seen", "all"], default="all")
    parser.add_argument("--strength", type=float, default=8.0)
    parser.add_argument("--bias", type=float, default=0.0, help="added to every sum: above zero takes more")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    data = examples(args.folders, args.keep)
    wanted = sum(example.right for example in data)
    print(f"{len(data)} facts, {wanted} schedules; taking all F1 {2 * wanted / (len(data) + wanted):.3f}")
    print(f"cross-validated F1 {crossed(data, args.strength, args.bias):.3f}")
    weights = fit(data, args.strength)
    weights["always"] = weights.get("always", 0.0) + args.bias
    right, given, wanted = judge(weights, data)
    print(f"on its own documents F1 {2 * right / (given + wanted):.3f}")
    if args.write:
        rows = [f"{name},{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.005]
        OUT.write_text("\n".join(["feature,weight", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
