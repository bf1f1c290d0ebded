"""A batch loses nothing and does nothing twice."""

import importlib
import json
import shutil
import zipfile
from functools import partial

import pytest

from extract.batch import Busy, Options, Settings, run
from extract.batch.engine import run_local
from extract.batch.inputs import WrongInput, find_inputs
from extract.batch.job import Item
from extract.batch.work import process
from tests.batch import poison

LOCAL = partial(run_local, work=process, workers=2)


def write(folder, count, text="제목 {}\n환경부는 6월 3일 설명회를 연다."):
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"보도자료-{number:05}.txt").write_text(text.format(number), encoding="utf-8")
    return folder


def go(folder, out, engine=LOCAL, settings=None, **options):
    return run(find_inputs([str(folder)], output=str(out)), Options(str(out), **options), engine, settings)


def outputs(out):
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.suffix in (".json", ".txt")}


def test_each_release_becomes_a_record_and_a_text_in_the_same_folder(tmp_path):
    write(tmp_path / "in" / "가", 2)
    (tmp_path / "in" / "a.gold.json").write_text("{}")
    summary = go(tmp_path / "in", tmp_path / "out")
    assert (summary.done, summary.failed) == (2, 0)
    names = [f"가/보도자료-0000{n}.txt.{kind}" for n in (0, 1) for kind in ("json", "txt")]
    assert sorted(outputs(tmp_path / "out")) == names


def test_workers_and_order_change_no_byte(tmp_path):
    write(tmp_path / "in", 30)
    go(tmp_path / "in", tmp_path / "one", partial(run_local, work=process, workers=1))
    items = find_inputs([str(tmp_path / "in")])[::-1]
    run(items, Options(str(tmp_path / "two")), LOCAL)
    assert outputs(tmp_path / "one") == outputs(tmp_path / "two")


def test_poison_costs_only_itself(tmp_path):
    folder = write(tmp_path / "in", 40)
    for number, name in enumerate(poison.KINDS):
        (folder / f"독-{number}.txt").write_text(f"poison: {name}")
    engine = partial(run_local, work=poison.work, workers=2)
    summary = go(folder, tmp_path / "out", engine, timeout=2.0)
    assert (summary.done, summary.failed) == (46, 6)
    rows = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").read_text().splitlines()]
    assert {row["input"]: row["error"] for row in rows} == {
        f"독-{number}.txt": kind for number, kind in enumerate(poison.KINDS.values())
    }
    assert all(row["stage"] == "worker" and row["message"] for row in rows)


def test_poison_in_an_archive_costs_only_its_member(tmp_path):
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "묶음.zip", "w") as archive:
        archive.writestr("가.txt", "제목 하나\n환경부는 6월 3일 설명회를 연다.")
        archive.writestr("나.txt", "poison: kill")
        archive.writestr("다.txt", "제목 셋\n환경부는 6월 5일 설명회를 연다.")
    summary = go(tmp_path / "in", tmp_path / "out", partial(run_local, work=poison.work, workers=2))
    assert (summary.done, summary.failed) == (1, 1)
    rows = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").read_text().splitlines()]
    assert [(row["input"], row["error"]) for row in rows] == [("묶음.zip!/나.txt", "Crash")]
    assert {name for name in outputs(tmp_path / "out") if name.endswith(".json")} == {
        "묶음.zip!/가.txt.json",
        "묶음.zip!/다.txt.json",
    }


def test_second_run_does_what_changed(tmp_path):
    folder, out = write(tmp_path / "in", 6), tmp_path / "out"
    go(folder, out)
    files = sorted(folder.iterdir())
    files[0].write_text("다른 제목\n다른 본문이다.")
    files[1].touch()
    files[2].unlink()
    (out / f"{files[3].name}.json").unlink()
    summary = go(folder, out)
    assert (summary.done, summary.plan.unchanged) == (2, 3)
    assert summary.plan.removed == [files[2].name]
    assert go(folder, out, settings=Settings(prune=True)).done == 0
    assert f"{files[2].name}.json" not in outputs(out)
    assert len(outputs(out)) == 10


def test_dry_run_writes_nothing(tmp_path):
    folder = write(tmp_path / "in", 3)
    summary = go(folder, tmp_path / "out", settings=Settings(dry_run=True))
    assert len(summary.plan.new) == 3
    assert not outputs(tmp_path / "out")


def test_failures_are_kept_until_asked_for(tmp_path):
    folder, out = write(tmp_path / "in", 1), tmp_path / "out"
    (folder / "빈.txt").write_bytes(b"")
    assert go(folder, out).failed == 1
    assert go(folder, out).done == 0
    assert go(folder, out, settings=Settings(retry_errors=True)).done == 1
    (folder / "빈.txt").write_text("이제 글이 있다.")
    assert go(folder, out).done == 1
    assert not (out / "errors.jsonl").exists()


def test_same_words_are_counted_and_linked(tmp_path):
    folder = write(tmp_path / "in", 1)
    (folder / "같은 글.txt").write_text((folder / "보도자료-00000.txt").read_text().replace(" ", "  "))
    assert go(folder, tmp_path / "out").duplicates == 1
    rows = (tmp_path / "out" / "duplicates.jsonl").read_text().splitlines()
    assert json.loads(rows[0]) == {"releases": ["같은 글.txt", "보도자료-00000.txt"]}


def test_input_that_vanishes_is_an_error_of_its_own(tmp_path):
    folder = write(tmp_path / "in", 2)
    items = find_inputs([str(folder)])
    (folder / "보도자료-00001.txt").unlink()
    summary = run(items, Options(str(tmp_path / "out")), LOCAL)
    assert (summary.done, summary.failed) == (2, 1)


def test_two_runs_on_one_output_are_refused(tmp_path):
    folder, out = write(tmp_path / "in", 2), tmp_path / "out"

    def engine(jobs, stop):
        with pytest.raises(Busy, match="another run is writing here"):
            go(folder, out)
        return LOCAL(jobs, stop)

    assert go(folder, out, engine).done == 2


def test_two_inputs_for_one_place_are_refused(tmp_path):
    write(tmp_path / "a", 1)
    write(tmp_path / "b", 1)
    with pytest.raises(WrongInput, match="would both be written"):
        find_inputs([str(tmp_path / "a"), str(tmp_path / "b")])


def test_include_and_exclude(tmp_path):
    write(tmp_path / "in" / "x", 2)
    write(tmp_path / "in" / "y", 2)
    found = find_inputs([str(tmp_path / "in")], include=("*-00001.txt",), exclude=("y/*",))
    assert [item.place for item in found] == ["x/보도자료-00001.txt"]
    assert isinstance(found[0], Item)


def test_stopping_ends_what_is_under_way_and_goes_on_later(tmp_path):
    folder, out = write(tmp_path / "in", 200), tmp_path / "out"
    seen = []
    first = run(
        find_inputs([str(folder)]), Options(str(out)), lambda jobs, stop: LOCAL(jobs, lambda: len(seen) > 0),
        stop=lambda: False, report=Watcher(seen),
    )  # fmt: skip
    assert first.interrupted
    assert 0 < first.done < 200
    second = go(folder, out)
    assert first.done + second.done == 200


class Watcher:
    """A reporter that keeps what it is told."""

    def __init__(self, seen):
        self.seen = seen

    def start(self, count):
        pass

    def step(self, done):
        self.seen.append(done)

    def say(self, message):
        pass

    def close(self):
        pass


def test_only_what_decides_records_is_in_the_version(tmp_path, monkeypatch):
    room = importlib.import_module("extract.batch.plan")
    files = room.files

    def version(changed=None):
        for package in ("extract", "parsers"):
            copy = tmp_path / package
            shutil.copytree(files(package), copy, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        if changed:
            (tmp_path / changed).write_text("", "utf-8")
        monkeypatch.setattr(room, "files", lambda package: tmp_path / package)
        return room.version_of(Options("out"))

    assert version("extract/review/assets/list.css") == version()
    assert version("extract/rules/date.py") != version()
