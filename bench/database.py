"""What loading costs, against a bare executemany of the same rows in the same run: `python -m bench.database [URL]`.

SQLite in a temporary folder, and a PostgreSQL where its URL is given (an empty database: it is emptied again).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from sqlalchemy import Engine, text

from bench.batch import make_inputs, run
from bench.results import put
from extract.sinks.database import load, metadata, open_database
from extract.sinks.database.rows import rows
from extract.sinks.folder import Unreadable, read_record, record_names

RELEASES, ROUNDS = 20_000, 3
MANY = 200_000
PEAK = """
import sys
from pathlib import Path
from extract.sinks.database import load, open_database
load(Path(sys.argv[1]), open_database(sys.argv[2]))
# getrusage would count the process from which this one is forked
print(int(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))) / 1024)
"""


def bare(folder: Path, engine: Engine) -> float:
    """Seconds of one executemany a table, in one transaction, of rows that are ready."""
    values: dict[str, list[dict[str, object]]] = {}
    for name in record_names(folder):
        record = read_record(folder, name)
        if not isinstance(record, Unreadable):
            for table, row in rows(record):
                values.setdefault(table, []).append(row)
    began = time.monotonic()
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            if table.name in values:
                connection.execute(table.insert(), values[table.name])
    return time.monotonic() - began


def measure(folder: Path, url: str) -> tuple[float, float, float, float]:
    """Seconds of the bare insert, of a first load, of a second one, and of one that takes every record for changed."""
    engine = open_database(url)
    try:
        plain = bare(folder, engine)
        _empty(engine)
        first = _load(folder, engine)
        second = _load(folder, engine)
        with engine.begin() as connection:
            connection.execute(text("UPDATE releases SET digest = NULL"))
        changed = _load(folder, engine)
        _empty(engine)
    finally:
        engine.dispose()
    return plain, first, second, changed


def _load(folder: Path, engine: Engine) -> float:
    began = time.monotonic()
    load(folder, engine)
    return time.monotonic() - began


def _empty(engine: Engine) -> None:
    with engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            if "record" in table.c:
                connection.execute(text(f'DELETE FROM "{table.name}"'))


def row(name: str, folder: Path, url: str) -> str:
    """A row of the table: medians of the rounds."""
    rounds = [measure(folder, url) for _ in range(ROUNDS)]
    plain, first, second, changed = (median(taken) for taken in zip(*rounds, strict=True))
    times = max(first, second) / plain
    cells = (
        name,
        f"{plain:.1f} s",
        f"{first:.1f} s",
        f"{second:.1f} s",
        f"{changed:.1f} s",
        f"{times:.2f}",
        "≤ 2",
        "yes" if times <= 2 else "NO",
    )
    return f"| {' | '.join(cells)} |"


def memory(folder: Path, count: int) -> float:
    """Peak memory in megabytes of a process of its own that loads the same records, `count` releases of them."""
    with tempfile.TemporaryDirectory() as place:
        many = Path(place) / "out"
        for copy in range(count // RELEASES):
            _linked(folder, many / str(copy))
        call = [sys.executable, "-c", PEAK, str(many), f"sqlite:///{place}/bench.db"]
        return float(subprocess.run(call, check=True, capture_output=True, text=True).stdout)


def _linked(folder: Path, copy: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            there = copy / path.relative_to(folder)
            there.parent.mkdir(parents=True, exist_ok=True)
            there.hardlink_to(path)


def main() -> None:
    """Measure, print and write."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        run(make_inputs(Path(folder) / "in", RELEASES), out)
        urls = {"SQLite": f"sqlite:///{folder}/bench.db"} | dict(zip(["PostgreSQL"], sys.argv[1:], strict=False))
        found = [row(name, out, url) for name, url in urls.items()]
        few, many = memory(out, RELEASES), memory(out, MANY)
    head = "| database | bare executemany | first load | second load | all changed | ratio, first two | bound | holds |"
    table = "\n".join([head, "| --- " * 8 + "|", *found])
    print(table)
    about = (
        f"`python -m bench.database URL`: {RELEASES:,} releases, medians of {ROUNDS}; loads also read the records. "
        f"Peak memory of a load: {few:.0f} MB for {RELEASES:,} releases, {many:.0f} MB for {MANY:,}."
    )
    print(about)
    put("Database", about, table)


if __name__ == "__main__":
    main()
