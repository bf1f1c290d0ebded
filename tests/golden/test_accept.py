"""Golden files say what was accepted, and nothing is written over unasked."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from extract.cli import main
from extract.golden.files import GoldenError
from extract.golden.proposals import propose
from extract.golden.report import diff
from extract.golden.store import save

TEXT = "산림청은 15일 두 곳을 골랐다.\n고흥군에 국비 20억 원을 준다.\n"


def words(quote):
    start = TEXT.index(quote)
    return [{"start": start, "end": start + len(quote), "quote": quote, "page": None, "bbox": None}]


def record():
    party = {"kind": "local_government", "region": None, "evidence": words("고흥군")}
    selection = {"id": "sel-1", "program": "숲속 쉼터", "status": "selected", "count": 2, "evidence": words("두 곳")}
    return {
        "schema": "press-release/1",
        "source": {"uri": "가.html", "format": "html", "sha256": "0", "pages": None},
        "title": "숲속 쉼터 두 곳 선정",
        "selections": [selection | {"selectees": [{"name": "고흥군", **party}, {"name": "남해군", **party}]}],
        "budgets": [
            {
                "id": "bud-1",
                "recipient": "고흥군",
                "source": "national",
                "amount_max": 20,
                "evidence": words("20억 원"),
            },
            {"id": "bud-2", "recipient": "남해군", "source": "local", "amount_max": 7, "evidence": words("국비")},
        ],
        "schedules": [{"id": "sch-1", "event": "선정", "start": "2025-07-15", "evidence": words("15일")}],
        "warnings": [],
    }


def dump(path, item):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(item, ensure_ascii=False, indent=2) + "\n", "utf-8")


def load(path):
    return json.loads(path.read_text("utf-8"))


@pytest.fixture
def new(tmp_path):
    dump(tmp_path / "out" / "가.html.json", record())
    (tmp_path / "out" / "가.html.txt").write_text(TEXT, "utf-8")
    (tmp_path / "out" / "duplicates.jsonl").write_text("", "utf-8")
    return tmp_path / "out"


@pytest.fixture
def golden(tmp_path):
    return tmp_path / "golden"


def old(golden, change, name="가.html.json"):
    item = record()
    change(item)
    dump(golden / name, item)
    return golden / name


def accept(*args, answers=""):
    return CliRunner().invoke(main, ["accept", *map(str, args)], input=answers)


def test_the_first_goldens_are_the_records(new, golden):
    assert accept(new, golden, "--yes").exit_code == 0
    assert (golden / "가.html.json").read_bytes() == (new / "가.html.json").read_bytes()
    assert [path.name for path in golden.iterdir()] == ["가.html.json"]
    assert accept(new, golden).output == "nothing to accept\n"


def test_one_file_and_its_golden(new, golden):
    assert accept(new / "가.html.json", golden / "g.json", "--yes").exit_code == 0
    assert load(golden / "g.json") == record()


def test_beside_documents_goldens_have_their_own_name(new, golden):
    golden.mkdir()
    (golden / "가.html").write_text("<p>", "utf-8")
    accept(new, golden, "--yes")
    assert sorted(path.name for path in golden.iterdir()) == ["가.html", "가.html.gold.json"]


def test_nothing_is_written_unasked(new, golden):
    path = old(golden, lambda item: item["budgets"][0].update(amount_max=30))
    before = path.read_bytes()
    found = accept(new, golden)
    assert (found.exit_code, path.read_bytes()) == (2, before)
    assert "amount_max: 30 → 20" in found.output
    assert "--yes" in found.output


def test_new_only_changes_no_golden(new, golden):
    path = old(golden, lambda item: item.update(title="딴 제목"))
    dump(new / "나.html.json", record())
    (new / "나.html.txt").write_text(TEXT, "utf-8")
    before = path.read_bytes()
    assert accept(new, golden, "--new-only", "--yes").exit_code == 0
    assert path.read_bytes() == before
    assert load(golden / "나.html.json") == record()


def test_all_accepted_is_the_record_byte_for_byte(new, golden):
    path = old(golden, lambda item: (item["budgets"].pop(), item["selections"][0]["selectees"].pop(0)))
    assert accept(new, golden, "--yes").exit_code == 0
    assert path.read_bytes() == (new / "가.html.json").read_bytes()


def test_interactive_takes_what_was_said_yes_to(new, golden):
    path = old(golden, lambda item: (item.update(title="딴 제목"), item["budgets"][0].update(amount_max=30)))
    found = accept(new, golden, "--interactive", answers="n\ny\n")
    assert found.exit_code == 1
    assert load(path) == record() | {"title": "딴 제목"}
    assert "고흥군에 국비 20억 원을 준다." in found.output  # the sentence that states it
    assert accept(new, golden, "--interactive", answers="y\n").exit_code == 0
    assert load(path) == record()


@pytest.mark.parametrize("answers", ["n\nn\n", "s\n", "q\n", ""])
def test_interactive_leaves_the_rest(new, golden, answers):
    path = old(golden, lambda item: (item.update(title="딴 제목"), item["budgets"][0].update(amount_max=30)))
    before = path.read_bytes()
    assert accept(new, golden, "--interactive", answers=answers).exit_code == 1
    assert path.read_bytes() == before


def test_a_new_golden_is_asked_about_too(new, golden):
    assert accept(new, golden, "--interactive", answers="n\n").exit_code == 1
    assert not golden.exists()
    assert accept(new, golden, "--interactive", answers="y\n").exit_code == 0
    assert load(golden / "가.html.json") == record()


@pytest.mark.parametrize(
    "change",
    [
        lambda item: item["budgets"].pop(0),
        lambda item: item["budgets"].append({"recipient": "옹진군", "source": "local", "amount_max": 1}),
        lambda item: item["selections"][0]["selectees"].pop(),
        lambda item: item["selections"][0]["selectees"].append({"name": "옹진군", "kind": "local_government"}),
        lambda item: item["selections"].append({"program": "딴 사업", "status": "planned", "selectees": []}),
        lambda item: item["selections"].clear(),
        lambda item: item["selections"][0].update(count=9),
        lambda item: item["schedules"][0].update(start="2025-07-16"),
        lambda item: item["warnings"].append("count_mismatch"),
        lambda item: item.update(title=None),
    ],
)
@pytest.mark.parametrize("kept", ["ids", "fields"])
def test_partial_goldens_stay_partial_and_then_agree(new, golden, change, kept):
    def partial(item):
        change(item)
        item.pop("source")
        for one in [*item["selections"], *item["budgets"], *item["schedules"]] if kept == "fields" else []:
            one.pop("id", None)
            one.pop("evidence", None)

    path = old(golden, partial, "가.html.gold.json")
    assert not diff(new, golden).same
    assert accept(new, golden, "--yes").exit_code == 0
    assert diff(new, golden).same
    assert "source" not in load(path)
    if kept == "fields":
        assert not any("id" in one or "evidence" in one for one in load(path)["budgets"])


def test_optional_items_are_left_alone(new, golden):
    judged = {"event": "개막", "start": "2025-09-01", "optional": True}
    path = old(golden, lambda item: (item.pop("source"), item["schedules"].append(judged), item.update(title="딴")))
    accept(new, golden, "--yes")
    assert judged in load(path)["schedules"]


def test_goldens_saved_inside_the_output(new):
    path = old(new / "golden", lambda item: item["budgets"].append({"recipient": "옹진군", "source": "local"}))
    found = accept(new, new / "golden", "--yes")
    assert found.exit_code == 0
    assert load(path) == record()
    assert [path.name for path in (new / "golden").iterdir()] == ["가.html.json"]


def test_a_golden_without_a_record_stays(new, golden):
    path = old(golden, lambda item: None, "나.html.json")
    found = accept(new, golden, "--yes")
    assert "나.html: no new record" in found.output
    assert path.exists()


def test_what_changed_meanwhile_is_left(new, golden):
    path = old(golden, lambda item: item.update(title="딴 제목"))
    proposal = propose(new, golden).all[0]
    path.write_text("{}", "utf-8")
    with pytest.raises(GoldenError, match="changed meanwhile"):
        save(proposal.path, proposal.data, proposal.before)
    with pytest.raises(GoldenError, match="by now"):
        save(proposal.path, proposal.data, None)
    assert path.read_text("utf-8") == "{}"
    assert [one.name for one in golden.iterdir()] == [path.name]


def test_a_failed_write_leaves_the_old_file(new, golden, monkeypatch):
    path = old(golden, lambda item: item.update(title="딴 제목"))
    before = path.read_bytes()

    def full(file):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    found = accept(new, golden, "--yes")
    assert found.exit_code == 1
    assert "No space left" in found.output
    assert path.read_bytes() == before
    assert [one.name for one in golden.iterdir()] == [path.name]


def test_a_linked_golden_stays_a_link_and_keeps_its_mode(new, golden, tmp_path):
    real = old(tmp_path / "elsewhere", lambda item: item.update(title="딴 제목"))
    real.chmod(0o640)
    golden.mkdir()
    (golden / "가.html.json").symlink_to(real)
    accept(new, golden, "--yes")
    assert (golden / "가.html.json").is_symlink()
    assert load(real) == record()
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"budgets": 3}', b"\xff", b"[" * 100_000])
def test_bad_files_are_named_and_the_rest_goes_on(new, golden, content):
    (new / "나.html.json").write_bytes(content)
    (new / "나.html.txt").write_text("", "utf-8")
    found = accept(new, golden, "--yes")
    assert found.exit_code == 2
    assert "나.html.json" in found.output
    assert load(golden / "가.html.json") == record()
    assert not (golden / "나.html.json").exists()


@pytest.mark.parametrize("evidence", [None, 3, [3], [{"start": -4, "end": 10**9, "quote": 5}], [{"quote": "\x1b[2J"}]])
def test_hostile_evidence_and_words_reach_no_terminal(new, golden, evidence):
    old(golden, lambda item: item["budgets"][0].update(amount_max=30))
    item = record()
    item["budgets"][0]["evidence"] = evidence
    item["budgets"][0]["label"] = "\x1b]0;가\x07\u202e"
    dump(new / "가.html.json", item)
    found = accept(new, golden, "--interactive", answers="y\n")
    assert found.exception is None or isinstance(found.exception, SystemExit)
    assert not set(found.output) & set("\x1b\x07\u202e")


@pytest.mark.parametrize("args", [["--interactive", "--yes"], ["--nonsense"]])
def test_wrong_use(new, golden, args):
    assert accept(new, golden, *args).exit_code == 2


def test_no_folder(tmp_path):
    assert accept(tmp_path / "none", tmp_path / "golden").exit_code == 2


def test_importing_the_plugin_is_cheap():
    code = "import sys, extract.golden.plugin; print(sorted({'pydantic', 'rich', 'lxml', 'jinja2'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", f"import pytest; {code}"], capture_output=True, text=True, check=True)
    assert json.loads(run.stdout.replace("'", '"')) == []
