"""Weights for `parsers/line_breaks.csv`: does a word end between these letters, or go on?

Reads a folder of releases as text and fits a logistic regression on the letters around each place, then keeps the
weights that matter most. Run: python bench/train_line_breaks.py FOLDER > parsers/line_breaks.csv
The accuracy on every eighth file, which is not trained on, goes to standard error.
"""

from __future__ import annotations

import csv
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from parsers.joins import features

KEPT = 3000
ROUNDS = 4
Sample = tuple[list[str], int]


def paragraphs(path: Path) -> list[str]:
    """Running text of a release; no tables, addresses or mark-up."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    good = (re.sub(r"\s+", " ", line.strip()) for line in lines if len(line.strip()) > 60)
    return [line for line in good if re.search("[가-힣]", line) and "<" not in line and "http" not in line][:20]


def samples(paths: Sequence[Path]) -> Iterator[Sample]:
    """Every place in the text at which a line may break, and whether a space stands there."""
    for text in (paragraph for path in paths for paragraph in paragraphs(path)):
        for i in range(3, len(text) - 3):
            if text[i] == " ":
                yield features(text[max(0, i - 3) : i], text[i + 1 : i + 4]), 1
            elif text[i - 1] != " " and not (text[i - 1].isascii() and text[i].isascii()):
                yield features(text[max(0, i - 3) : i], text[i : i + 3]), 0


def fit(data: list[Sample]) -> dict[str, float]:
    """Weights by stochastic gradient descent."""
    chance = random.Random(1)
    seen = Counter(name for names, _ in data for name in names)
    weights = defaultdict[str, float](float)
    for turn in range(ROUNDS):
        chance.shuffle(data)
        rate = 0.3 / (1 + turn)
        for names, space in data:
            score = sum(weights[name] for name in names if seen[name] >= 20)
            step = (space - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))) * rate
            for name in names:
                if seen[name] >= 20:
                    weights[name] += step * (0.1 if name == "" else 1)
    order = sorted(weights, key=lambda name: (-abs(weights[name]) * seen[name] ** 0.5, name))
    return {name: round(weights[name], 2) for name in sorted(order[:KEPT])}


def main() -> None:
    """Train and write."""
    paths = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file())
    train = [path for i, path in enumerate(paths) if i % 8]
    data = [sample for i, sample in enumerate(samples(train)) if i % 5 == 0]
    weights = fit(data)
    held = list(samples(paths[::8]))
    right = sum((sum(weights.get(name, 0.0) for name in names) > 0) == (space == 1) for names, space in held)
    print(f"{len(weights)} weights, right on {right / len(held):.1%} of {len(held)} places", file=sys.stderr)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["letters", "weight"])
    writer.writerows(weights.items())


if __name__ == "__main__":
    main()
