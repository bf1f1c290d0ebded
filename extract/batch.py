"""Many releases: inputs in, records and errors out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extract.pipeline import extract
from parsers import ParseError, Source, parse

MAX_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input; `error` is None when its record was written."""

    path: Path
    error: str | None = None
    kind: str | None = None


def inputs(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Every input file and its place below the output folder, in a fixed order."""
    for path in paths:
        if path.is_dir():
            for file in sorted(p for p in path.rglob("*") if p.is_file() and not _passed_over(p)):
                yield file, file.relative_to(path)
        else:
            yield path, Path(path.name)


def _passed_over(path: Path) -> bool:
    return path.name.endswith(".gold.json") or path.name.startswith(".")


def run_one(path: Path, place: Path, output: Path, published: date | None = None) -> Outcome:
    """Read one file and write its record and reading text; errors of the input become the outcome."""
    try:
        document = parse(Source(str(place), path.read_bytes()))
        release = extract(document, published)
    except (ParseError, OSError) as error:
        return Outcome(path, str(error), type(error).__name__)
    _write(output / f"{place}.json", release.to_json())
    _write(output / f"{place}.txt", document.text)
    return Outcome(path)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_errors(outcomes: Iterable[Outcome], output: Path) -> None:
    """`errors.jsonl`: one line for each input that failed; absent when none did."""
    lines = [
        json.dumps({"input": str(o.path), "error": o.kind, "message": o.error}, ensure_ascii=False) for o in outcomes
    ]
    if lines:
        _write(output / "errors.jsonl", "\n".join(lines) + "\n")
    else:
        (output / "errors.jsonl").unlink(missing_ok=True)
