"""What a comparison costs, against parsing the same files' JSON in the same run: `python -m bench.golden`."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.batch import make_inputs, run
from bench.results import put
from extract.golden.report import diff
from extract.sinks.folder import record_names

PAIRS, ROUNDS = 10_000, 3


def changed(folder: Path, copy: Path, every: int, indent: int | None = 2) -> Path:
    """A copy of a run's records as golden files, in which every so-manieth (0: none) has another amount and event."""
    for number, name in enumerate(record_names(folder)):
        record = json.loads((folder / name).read_bytes())
        if every and number % every == 0:
            for budget in record["budgets"][:1]:
                budget["amount_max"] = 7
            for schedule in record["schedules"][:1]:
                schedule["event"] = "주민 설명회"
        path = copy / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record, ensure_ascii=False, indent=indent) + "\n", "utf-8")
    return copy


def parsing(*folders: Path) -> float:
    """CPU seconds of reading and parsing every file."""
    began = time.process_time()
    for folder in folders:
        for path in folder.rglob("*.json"):
            json.loads(path.read_bytes())
    return time.process_time() - began


def comparing(new: Path, golden: Path) -> float:
    """CPU seconds of a comparison."""
    began = time.process_time()
    diff(new, golden)
    return time.process_time() - began


def row(what: str, new: Path, golden: Path) -> str:
    """A row of the table: medians of rounds in turn."""
    taken = [(parsing(new, golden), comparing(new, golden)) for _ in range(ROUNDS)]
    plain, whole = (median(one) for one in zip(*taken, strict=True))
    holds = "yes" if whole <= 1.5 * plain else "NO"
    return f"| {what} | {plain:.2f} s | {whole:.2f} s | {whole / plain:.2f} | ≤ 1.5 | {holds} |"


def main() -> None:
    """Measure, print and write."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        run(make_inputs(Path(folder) / "in", PAIRS), out)
        place = Path(folder)
        found = [
            row("none changed", out, changed(out, place / "0", 0)),
            row("none changed, laid out otherwise", out, changed(out, place / "other", 0, None)),
            row("every 10th changed", out, changed(out, place / "10", 10)),
            row("every one changed", out, changed(out, place / "1", 1)),
        ]
    head = f"| {PAIRS:,} pairs of files | parsing their JSON | comparing | ratio | bound | holds |"
    table = "\n".join([head, "| --- " * 6 + "|", *found])
    print(table)
    put("Golden files", f"`python -m bench.golden`: CPU seconds, medians of {ROUNDS}.", table)


if __name__ == "__main__":
    main()
