"""The command: exit codes, signals, kills, full disks, and other places than local folders."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.test_run import outputs, write

COMMAND = [sys.executable, "-m", "extract"]


def bodojaryo(*arguments, **options):
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, timeout=120, **options)


def test_exit_codes(tmp_path):
    folder, out = write(tmp_path / "in", 2), tmp_path / "out"
    assert bodojaryo("run", folder, "-o", out).returncode == 0
    (folder / "잡음.pdf").write_bytes(bytes(range(256)) * 8)
    run = bodojaryo("run", folder, "-o", out)
    assert run.returncode == 1
    assert "잡음.pdf" in run.stderr
    assert "1 new" in run.stderr
    assert bodojaryo("run", tmp_path / "없는 폴더", "-o", out).returncode == 2
    assert bodojaryo("run", "--jobs", "0", folder).returncode == 2


def test_list_on_standard_input_and_windows_line_ends(tmp_path):
    folder = write(tmp_path / "in", 2)
    names = "\r\n".join(str(path) for path in folder.iterdir())
    assert bodojaryo("run", "-", "-o", tmp_path / "out", input=names).returncode == 0
    assert len(outputs(tmp_path / "out")) == 4


def test_json_log(tmp_path):
    run = bodojaryo("run", write(tmp_path / "in", 2), "-o", tmp_path / "out", "--json-log")
    events = [json.loads(line) for line in run.stderr.splitlines()]
    assert [event["place"] for event in events if event["event"] == "release"] == [
        f"보도자료-0000{n}.txt" for n in (0, 1)
    ]


def test_unwritable_output(tmp_path):
    (tmp_path / "file").write_text("")
    run = bodojaryo("run", write(tmp_path / "in", 1), "-o", tmp_path / "file" / "out")
    assert run.returncode == 3
    assert str(tmp_path / "file" / "out") in run.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may mount a small file system")
def test_full_disk_stops_the_run_and_keeps_what_is_done(tmp_path):
    folder, out = write(tmp_path / "in", 60, "제목 {}\n" + "가" * 20_000), tmp_path / "out"
    out.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", out], capture_output=True).returncode:
        pytest.skip("no small file system can be mounted here")
    try:
        run = bodojaryo("run", folder, "-o", out)
        assert run.returncode == 3
        assert "what is done is kept" in run.stderr
        assert all(json.loads(data) for name, data in outputs(out).items() if name.endswith(".json"))
        subprocess.run(["mount", "-o", "remount,size=20m", out], check=True)
        assert bodojaryo("run", folder, "-o", out).returncode == 0
        assert len(outputs(out)) == 120
    finally:
        subprocess.run(["umount", out], check=True)


def test_interrupting_finishes_cleanly(tmp_path):
    folder, out = write(tmp_path / "in", 1500), tmp_path / "out"
    run = subprocess.Popen([*COMMAND, "run", folder, "-o", out], stderr=subprocess.PIPE, text=True)
    wait_for_records(out, 5)
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "the same command goes on from here" in said
    assert bodojaryo("run", folder, "-o", out).returncode == 0
    assert times_done(out) == [1] * 1500


def test_killed_runs_are_resumed(tmp_path):
    folder, out = write(tmp_path / "in", 400), tmp_path / "out"
    assert bodojaryo("run", folder, "-o", tmp_path / "whole").returncode == 0
    moments = random.Random(6)
    for _ in range(20):
        run = subprocess.Popen([*COMMAND, "run", folder, "-o", out], stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(moments.uniform(0.3, 1.1))
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
    assert bodojaryo("run", folder, "-o", out).returncode == 0
    assert outputs(out) == outputs(tmp_path / "whole")
    assert times_done(out) == [1] * 400


def times_done(out):
    with sqlite3.connect(out / "manifest.sqlite") as db:
        return [row[0] for row in db.execute("SELECT times_done FROM inputs")]


def wait_for_records(out: Path, count):
    for _ in range(600):
        if len(list(out.glob("*.json"))) >= count:
            return
        time.sleep(0.05)
    raise AssertionError("no records appeared")
