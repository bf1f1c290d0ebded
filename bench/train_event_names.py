"""Train the weights by which the event of a date is chosen: `python -m bench.train_event_names FOLDER... [--write]`.

Reads every document beside a `*.gold.json` and takes the dates for which some of the names around them agree with a
gold schedule and others do not; those that agree should weigh more than those that do not, which logistic weights held
near zero are fitted to. Prints how many dates get a right name, cross-validated by document; `--write` stores the
weights fitted on all documents. Train these before `bench.train_schedules`, which judges the names that they choose.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.agreeing import agrees
from bench.linear import FOLDS, Weights, fold_of, write
from extract.header import read_header
from extract.reading import Reading
from extract.records.schedules.candidates import candidates
from extract.records.schedules.choosing import LABELS
from extract.records.schedules.prose import name_in
from extract.records.schedules.spans import spans
from parsers import parse
from parsers.document import Source

OUT = Path(__file__).parent.parent / "extract/lexicon/event_weights.csv"
EVENNESS = 0.3


@dataclass(frozen=True)
class Choice:
    """The names around one date: the traits of each, and whether it agrees with the gold file."""

    document: str
    traits: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    weight: float


def choices(folders: Sequence[Path]) -> Iterator[Choice]:
    """The dates of all documents that have a name which agrees."""
    for gold in (path for folder in folders for path in sorted(folder.glob("*.gold.json"))):
        name = gold.name.removesuffix(".gold.json")
        document = parse(Source(name, gold.with_name(name).read_bytes()))
        schedules = json.loads(gold.read_text("utf-8")).get("schedules") or []
        found = list(_of(Reading(document, read_header(document)), schedules))
        often = Counter(days for days, _, _ in found)
        for days, traits, right in found:
            yield Choice(name, traits, right, len(found) ** -EVENNESS / math.sqrt(often[days]))


def _of(
    reading: Reading, schedules: list[dict[str, str]]
) -> Iterator[tuple[object, tuple[tuple[str, ...], ...], tuple[bool, ...]]]:
    for sentence in reading.sentences:
        for date in spans(reading, sentence):
            ruled = name_in(reading, sentence, date)
            found = [] if ruled and ruled.how in LABELS else list(candidates(reading, sentence, date, ruled))
            right = tuple(any(agrees(item, one.named.event, date.value) for item in schedules) for one in found)
            if any(right):
                yield (date.value.start, date.value.end), tuple(one.traits for one in found), right


def fit(data: Sequence[Choice], strength: float, rounds: int = 200) -> Weights:
    """Weights by which right names get more than wrong ones; gradient descent, a step per weight, no chance in it."""
    weights: Weights = {}
    travelled: dict[str, float] = {}
    for _ in range(rounds):
        slopes = {name: strength * weight for name, weight in weights.items()}
        for choice in data:
            if not all(choice.right):
                _pull(slopes, weights, choice)
        for name, slope in slopes.items():
            travelled[name] = travelled.get(name, 1e-6) + slope * slope
            weights[name] = weights.get(name, 0.0) - 0.2 * slope / math.sqrt(travelled[name])
    return weights


def _pull(slopes: Weights, weights: Weights, choice: Choice) -> None:
    """Add to each slope how much more a name is believed than it should be."""
    totals = [sum(weights.get(trait, 0.0) for trait in traits) for traits in choice.traits]
    shares = [math.exp(total - max(totals)) for total in totals]
    whole, good = sum(shares), sum(share for share, right in zip(shares, choice.right, strict=True) if right)
    for traits, share, right in zip(choice.traits, shares, choice.right, strict=True):
        off = choice.weight * (share / whole - (share / good if right else 0.0))
        for trait in traits:
            slopes[trait] = slopes.get(trait, 0.0) + off


def hits(weights: Weights, data: Sequence[Choice]) -> int:
    """How many dates get a right name."""
    return sum(choice.right[_best(weights, choice)] for choice in data)


def _best(weights: Weights, choice: Choice) -> int:
    totals = [sum(weights.get(trait, 0.0) for trait in traits) for traits in choice.traits]
    return totals.index(max(totals))


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--strength", type=float, default=2.0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    data = list(choices(args.folders))
    rules = sum(choice.right[0] for choice in data if "rule" in choice.traits[0])
    crossed = 0
    for fold in range(FOLDS):
        inside = [choice for choice in data if fold_of(choice.document) != fold]
        crossed += hits(fit(inside, args.strength), [choice for choice in data if fold_of(choice.document) == fold])
    print(f"{len(data)} dates with a right name near; the rules choose {rules}; cross-validated {crossed}")
    weights = fit(data, args.strength)
    print(f"on their own documents {hits(weights, data)}")
    if args.write:
        write(OUT, weights)


if __name__ == "__main__":
    main()
