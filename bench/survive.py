"""What a batch survives: fifty poisoned documents among ten thousand, and twenty kills of the whole run.

Prints a table; `make bench-batch` runs it. The poison is that of the tests (tests/batch/poison.py).
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import tempfile
import time
from functools import partial
from pathlib import Path

from bench.batch import BODOJARYO, make_inputs
from bench.results import put
from extract.batch import Options, run
from extract.batch.engine import run_local
from extract.batch.inputs import find_inputs
from tests.batch import poison

KILLS = 20


def poisoned(top: Path, count: int, each: int) -> list[tuple[str, str]]:
    """Rows about `each` poisoned documents of every kind among `count` good ones."""
    folder = make_inputs(top / "in", count)
    for kind in poison.KINDS:
        for number in range(each):
            (folder / "00" / f"{kind}-{number}.txt").write_text(f"poison: {kind}")
    began = time.monotonic()
    engine = partial(run_local, work=poison.work, workers=2)
    summary = run(find_inputs([str(folder)]), Options(str(top / "out"), timeout=4.0), engine)
    reported = (top / "out" / "errors.jsonl").read_text().count("\n")
    wrong = reported - each * len(poison.KINDS)
    good = summary.done - summary.failed
    return [
        ("poisoned documents", f"{each * len(poison.KINDS)} of {each * len(poison.KINDS) + count:,}"),
        ("good ones done", f"{good:,} of {count:,}"),
        ("reported", f"{reported}, {wrong} of them wrongly"),
        ("time", f"{time.monotonic() - began:.0f} s"),
    ]


def killed(top: Path, count: int) -> list[tuple[str, str]]:
    """Rows about a run that is killed again and again, and resumed."""
    folder, moments = make_inputs(top / "in", count), random.Random(20)
    command = [*BODOJARYO, "run", str(folder), "--quiet", "-o"]
    began = time.monotonic()
    subprocess.run([*command, str(top / "whole")], check=True)
    whole = time.monotonic() - began
    for _ in range(KILLS):
        process = subprocess.Popen([*command, str(top / "out")], start_new_session=True, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.5, 0.5 + whole / KILLS))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    subprocess.run([*command, str(top / "out")], check=True)
    with sqlite3.connect(top / "out" / "manifest.sqlite") as db:
        twice = db.execute("SELECT count(*) FROM inputs WHERE times_done > 1").fetchone()[0]
    return [
        ("kills of the whole run", f"{KILLS} of a run over {count:,} documents"),
        ("output equal to an uninterrupted run", "yes" if _files(top / "out") == _files(top / "whole") else "NO"),
        ("documents noted as done more than once", str(twice)),
    ]


def _files(folder: Path) -> dict[str, bytes]:
    kept = (path for path in folder.rglob("*") if path.suffix in (".json", ".txt"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept}


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=10_000, help="good documents around the poison")
    arguments.add_argument("--killed", type=int, default=3_000, help="documents of the run that is killed")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rows = poisoned(Path(name) / "poison", given.count, each=-(-50 // len(poison.KINDS)))
        rows += killed(Path(name) / "kill", given.killed)
    table = "\n".join(["| what | measured |", "| --- | --- |", *(f"| {name} | {value} |" for name, value in rows)])
    print(table)
    put("Survival", "`python -m bench.survive`: poison as in tests/batch/poison.py, kills at random moments.", table)


if __name__ == "__main__":
    main()
