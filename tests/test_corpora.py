"""Real releases, where BODOJARYO_CORPUS says: every one ends in a record or a clear error, and no figure falls."""

import json
import subprocess
import sys
import tarfile
from functools import partial
from pathlib import Path

import pytest

from bench.wild import unpack
from extract.batch import Options, run
from extract.batch.engine import run_local
from extract.batch.inputs import find_inputs
from extract.batch.work import process

WRITTEN = Path(__file__).parent.parent / "bench" / "gold" / "written"
FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text())


def records(folder, out):
    """Run a folder; the errors by input."""
    run(find_inputs([str(folder)]), Options(str(out)), partial(run_local, work=process, workers=2))
    errors = out / "errors.jsonl"
    rows = [json.loads(line) for line in errors.read_text().splitlines()] if errors.exists() else []
    return {row["input"]: row for row in rows}


def test_every_wild_release_becomes_a_record(corpus, tmp_path):
    with tarfile.open(corpus / "corpus" / "wild-4000.tar.gz") as archive:
        archive.extractall(tmp_path / "in", filter="data")
    assert records(tmp_path / "in", tmp_path / "out") == {}
    assert len(list((tmp_path / "out").rglob("*.md.json"))) == 4000


def test_every_office_file_ends_in_a_record_or_a_clear_error(corpus, tmp_path):
    errors = records(corpus / "corpus" / "office", tmp_path / "out")
    faults = {
        name: row for name, row in errors.items() if "fault of bodojaryo" in row["message"] or row["stage"] == "worker"
    }
    assert faults == {}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(name, corpus, tmp_path):
    if name.startswith("wild"):
        unpack(corpus, tmp_path / "wild")
    home = {"wild": tmp_path, "written": WRITTEN.parent}.get(name.split("/")[0], corpus)
    gold = home / name
    assert not {n for n, row in records(gold, tmp_path / "out").items() if row["stage"] == "worker"}
    judge = [sys.executable, corpus / "score" / "score.py", gold, tmp_path / "out", "--json", tmp_path / "figures"]
    subprocess.run(judge, check=True, capture_output=True)
    found = json.loads((tmp_path / "figures").read_text())
    assert found["evidence"] == 1.0
    low = {figure: (found[figure], floor) for figure, floor in FLOORS[name].items() if found[figure] < floor}
    assert low == {}
