"""What a batch costs: one worker against two, a second run, memory. Prints a table; `make bench-batch` runs it.

Releases come from BODOJARYO_CORPUS (4,000 real ones, made distinct by a number) where it is set, else from samples/.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.results import put

BODOJARYO = [sys.executable, "-m", "extract"]


@dataclass(frozen=True)
class Cost:
    """Seconds on the clock, CPU seconds of all processes, peak megabytes of the largest one."""

    clock: float
    cpu: float
    peak: float


def make_inputs(folder: Path, count: int) -> Path:
    """`count` releases below `folder`, a thousand a sub-folder."""
    texts = list(_texts())
    for number in range(count):
        sub = folder / f"{number // 1000:02}"
        sub.mkdir(parents=True, exist_ok=True)
        (sub / f"{number:05}.md").write_bytes(texts[number % len(texts)] + f"\n{number}번째 글\n".encode())
    return folder


def _texts() -> Iterator[bytes]:
    corpus = os.environ.get("BODOJARYO_CORPUS")
    if not corpus:
        samples = Path(__file__).parent.parent / "samples"
        yield from (path.read_bytes() for path in sorted(samples.rglob("*.md")))
        return
    with tarfile.open(Path(corpus) / "corpus" / "wild-4000.tar.gz") as archive:
        yield from (file.read() for member in archive if (file := archive.extractfile(member)))


def run(folder: Path, out: Path, *options: str) -> Cost:
    """The cost of one run as a user would start it."""
    began = time.monotonic()
    with Path(os.devnull).open("w") as nothing:
        process = subprocess.Popen([*BODOJARYO, "run", folder, "-o", out, "--quiet", *options], stderr=nothing)
        _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) > 1:
        raise SystemExit(f"the run of {folder} ended with {os.waitstatus_to_exitcode(status)}")
    return Cost(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(top: Path, count: int) -> list[tuple[str, str]]:
    """Rows of the table."""
    many, few = make_inputs(top / "many", count), make_inputs(top / "few", count // 10)
    small = run(few, top / "small")
    one = run(many, top / "one", "--jobs", "1")
    two = run(many, top / "two", "--jobs", "2")
    again = run(many, top / "two", "--jobs", "2")
    return [
        ("documents", f"{count:,}"),
        ("one worker", f"{one.clock:.1f} s, {count / one.clock:.0f} documents/s"),
        ("two workers", f"{two.clock:.1f} s, {count / two.clock:.0f} documents/s, {one.clock / two.clock:.2f} x one"),
        ("a second run, nothing changed", f"{again.clock:.2f} s, {again.clock / two.clock:.1%} of the first"),
        ("peak memory of a process", f"{small.peak:.0f} MB for {count // 10:,}, {two.peak:.0f} MB for {count:,}"),
        ("its growth", f"{two.peak / small.peak - 1:+.1%}"),
    ]


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=10_000)
    with tempfile.TemporaryDirectory() as name:
        rows = measure(Path(name), arguments.parse_args().count)
    table = "\n".join(["| what | measured |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows)])
    print(table)
    put("Batch", "`python -m bench.batch`: whole runs, started as a user would.", table)


if __name__ == "__main__":
    main()
