"""Records against golden files: what is said to differ, and how well the two are said to agree."""

import copy
import json
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from extract.cli import main
from extract.golden.compare import Scope
from extract.golden.pairing import assignment
from extract.golden.report import diff

RECORD = {
    "schema": "press-release/1",
    "title": "숲속 쉼터 두 곳 선정",
    "issuer": "산림청",
    "published": "2025-07-15",
    "selections": [
        {
            "id": "sel-1",
            "program": "숲속 쉼터 조성사업",
            "year": 2025,
            "category": None,
            "status": "selected",
            "count": 2,
            "selectees": [
                {
                    "name": "고흥군",
                    "kind": "local_government",
                    "region": {"sido": "전라남도", "sigungu": "고흥군", "code": "46770"},
                },
                {
                    "name": "남해군",
                    "kind": "local_government",
                    "region": {"sido": "경상남도", "sigungu": "남해군", "code": "48840"},
                },
            ],
        }
    ],
    "budgets": [
        {
            "id": "bud-1",
            "recipient": "고흥군",
            "source": "national",
            "amount_min": 20,
            "amount_max": 20,
            "label": "국비",
        },
        {
            "id": "bud-2",
            "recipient": "남해군",
            "source": "national",
            "amount_min": 10,
            "amount_max": 10,
            "label": "국비",
        },
        {"id": "bud-3", "recipient": "남해군", "source": "local", "amount_min": 10, "amount_max": 10, "label": "군비"},
    ],
    "schedules": [
        {
            "id": "sch-1",
            "event": "착공",
            "kind": "start",
            "start": "2025-09-01",
            "end": "2025-09-30",
            "precision": "month",
        },
        {
            "id": "sch-2",
            "event": "준공",
            "kind": "completion",
            "start": "2026-12-01",
            "end": "2026-12-31",
            "precision": "month",
        },
    ],
    "warnings": [{"code": "count_mismatch", "message": "2 stated, 3 named"}],
}


@pytest.fixture
def folders(tmp_path):
    """A run's output and its golden files, which are the same so far."""
    new, golden = tmp_path / "output", tmp_path / "golden"
    for folder in (new, golden):
        folder.mkdir()
        (folder / "가.html.json").write_text(json.dumps(RECORD, ensure_ascii=False), "utf-8")
    (new / "가.html.txt").write_text("", "utf-8")
    (new / "manifest.json").write_text("[]", "utf-8")
    return new, golden


def write(folder, change, name="가.html.json"):
    record = copy.deepcopy(RECORD)
    change(record)
    (folder / name).write_text(json.dumps(record, ensure_ascii=False), "utf-8")


def differences(folders, *args, **options):
    (one,) = diff(*folders, Scope(*args, **options)).files
    return [
        (each.what, each.kind, each.label, {c.field: (c.golden, c.new) for c in each.changes})
        for each in one.differences
    ]


def run(*args, **options):
    return CliRunner().invoke(main, ["diff", *map(str, args)], **options)


def test_the_same_is_the_same(folders):
    result = run(*folders)
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == "1 compared, all the same"


def test_a_changed_amount_is_one_changed_field(folders):
    write(folders[0], lambda record: record["budgets"][0].update(amount_max=30, id="bud-9"))
    assert differences(folders) == [
        ("changed", "budgets", "고흥군 · 국비 · national · 20", {"amount_max": (20, 30)}),
    ]


def test_order_says_nothing(folders):
    write(folders[0], lambda record: (record["budgets"].reverse(), record["schedules"].reverse()))
    assert differences(folders) == []


def test_pairs_are_those_that_are_most_alike_together(folders):
    def move(record):
        record["budgets"][1].update(amount_min=11, amount_max=11)
        record["budgets"][2].update(amount_min=11, amount_max=11)
        record["budgets"].reverse()

    write(folders[0], move)
    assert [one[2:] for one in differences(folders)] == [
        ("남해군 · 국비 · national · 10", {"amount_min": (10, 11), "amount_max": (10, 11)}),
        ("남해군 · 군비 · local · 10", {"amount_min": (10, 11), "amount_max": (10, 11)}),
    ]


def test_removed_and_added(folders):
    def change(record):
        record["schedules"][1] = {
            "event": "주민 설명회",
            "kind": "briefing",
            "start": "2025-08-02",
            "end": "2025-08-02",
        }
        del record["selections"][0]["selectees"][1]

    write(folders[0], change)
    assert [one[:3] for one in differences(folders)] == [
        ("removed", "selectees", "남해군"),
        ("removed", "schedules", "준공 · 2026-12-01 · 2026-12-31"),
        ("added", "schedules", "주민 설명회 · 2025-08-02 · 2025-08-02"),
    ]


def test_a_renamed_programme_is_told_once(folders):
    write(folders[0], lambda record: record["selections"][0].update(program="숲속 쉼터 조성"))
    assert [one[0::3] for one in differences(folders)] == [
        ("changed", {"program": ("숲속 쉼터 조성사업", "숲속 쉼터 조성")})
    ]


def test_release_fields_and_warnings_are_compared(folders):
    write(folders[0], lambda record: record.update(issuer="국토교통부", warnings=[]))
    assert [one[:2] for one in differences(folders)] == [("changed", "release"), ("removed", "warnings")]
    assert differences(folders, ignore=["warnings", "issuer"]) == []
    assert [one[1] for one in differences(folders, only=["warnings"])] == ["warnings"]


def test_partial_goldens_ask_only_for_what_they_say(folders):
    golden = {
        "issuer": "산림청",
        "budgets": [
            {"recipient": "고흥군", "source": "national", "amount_max": 20},
            {"recipient": "남해군", "source": "national", "amount_max": 10},
            {"recipient": "남해군", "source": "local", "amount_max": 10},
            {"recipient": "아무도", "source": "other", "amount_max": 5, "optional": True},
        ],
        "warnings": ["count_mismatch"],
    }
    (folders[1] / "가.html.json").unlink()
    (folders[1] / "가.html.gold.json").write_text(json.dumps(golden, ensure_ascii=False), "utf-8")
    assert differences(folders) == []


def test_goldens_inside_the_output_are_not_records(folders, tmp_path):
    new, golden = folders
    golden.rename(new / "golden")
    write(new / "golden", lambda record: record["budgets"].append({"recipient": "하동군", "amount_max": 1}))
    assert [one[:3] for one in differences((new, new / "golden"))] == [("removed", "budgets", "하동군 · 1")]


def test_one_side_missing(folders):
    write(folders[1], lambda record: None, name="나.json")
    (folders[0] / "다.json").write_text(json.dumps(RECORD), "utf-8")
    (folders[0] / "다.txt").write_text("", "utf-8")
    result = run(*folders)
    assert result.exit_code == 1
    assert "나\n  no record of it" in result.output
    assert "2 compared, 1 differ; 1 without a golden file" in result.output


@pytest.mark.parametrize(("amount", "differs"), [(20, False), (30, True)])
def test_an_optional_record_excuses_itself_and_no_other(tmp_path, amount, differs):
    money = {"program": "가 사업", "source": "national", "label": "국비", "amount_min": 20, "amount_max": 20}
    given = {
        "new.json": money | {"amount_min": amount, "amount_max": amount},
        "golden.json": money | {"optional": True},
    }
    for name, one in given.items():
        (tmp_path / name).write_text(json.dumps({"title": "가", "budgets": [one]}, ensure_ascii=False), "utf-8")
    report = diff(tmp_path / "new.json", tmp_path / "golden.json")
    assert (not report.same, [one.what for one in report.files[0].differences]) == (differs, ["added"] * differs)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "not JSON"),
        (b"[]", "a record is an object"),
        (b'{"budgets": 3}', "budgets is a list"),
        (b'{"selections": [{"selectees": "all"}]}', "selectees is a list"),
        (b"[" * 200_000, "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (json.dumps({"budgets": [{}] * 2_001}).encode(), "2,001 budgets, more than"),
    ],
)
def test_bad_files_are_named_and_the_rest_goes_on(folders, content, said):
    (folders[0] / "나.json").write_bytes(content)
    (folders[0] / "나.txt").write_text("", "utf-8")
    write(folders[1], lambda record: None, name="나.json")
    result = run(*folders)
    assert result.exit_code == 2
    assert f"error: {folders[0] / '나.json'}: {said}" in result.output
    assert "2 compared, 1 differ" in result.output


@pytest.mark.parametrize("args", [["--only", "money"], ["--ignore", "nothing"], ["--fail-under", "7"]])
def test_wrong_use(folders, args):
    assert run(*folders, *args).exit_code == 2


def test_nothing_to_compare_with(folders, tmp_path):
    (tmp_path / "empty").mkdir()
    result = run(folders[0], tmp_path / "empty")
    assert result.exit_code == 2
    assert "has no golden files" in result.output


def test_fail_under(folders):
    write(folders[0], lambda record: record["budgets"].pop())
    assert run(*folders).exit_code == 1
    assert run(*folders, "--fail-under", "0.9").exit_code == 0
    assert run(*folders, "--fail-under", "0.99").exit_code == 1


def test_what_is_ignored_has_no_figures(folders):
    write(folders[0], lambda record: record["budgets"].pop())
    assert run(*folders, "--ignore", "budgets", "--fail-under", "1").exit_code == 0
    assert run(*folders, "--only", "budgets", "--fail-under", "0.9").exit_code == 1
    assert list(json.loads(run(*folders, "--only", "budgets", "--format", "json").output)["facts"]) == ["budget"]


def test_json_tells_figures_by_fact_and_by_field(folders):
    write(folders[0], lambda record: record["budgets"][0].update(amount_max=30))
    found = json.loads(run(*folders, "--format", "json").output)
    assert found["facts"]["budget"] | {"f1": 0.666667} == found["facts"]["budget"]
    assert found["fields"]["budgets.amount_max"]["right"] == 2
    assert found["fields"]["budgets.recipient"]["f1"] == 1
    assert found["files"][0]["differences"][0]["changes"] == [{"field": "amount_max", "golden": 20, "new": 30}]


HOSTILE = "<script>alert(1)</script> | `x` ]]> \x00\x1b[31m"


@pytest.mark.parametrize("to", ["text", "json", "junit", "html", "markdown"])
def test_hostile_words_stay_words(folders, to, tmp_path):
    write(folders[0], lambda record: record["schedules"][0].update(event=HOSTILE))
    out = tmp_path / "out"
    assert run(*folders, "--format", to, "-o", out).exit_code == 1
    text = out.read_text("utf-8")
    assert "\x1b" not in text and "\x00" not in text
    if to == "html":
        assert "<script" not in text
        assert "Content-Security-Policy" in text
    if to == "junit":
        assert "alert(1)" in "".join(ElementTree.fromstring(text).itertext())


def test_colours_only_at_a_terminal(folders):
    write(folders[0], lambda record: record["budgets"].pop())
    plain = subprocess.run(
        [sys.executable, "-m", "extract", "diff", *map(str, folders)], capture_output=True, text=True
    )
    assert plain.returncode == 1
    assert "\x1b" not in plain.stdout


def test_an_assignment_is_the_best_of_all():
    gain = [[0.9, 0.8, 0.1], [0.9, 0.2, 0.1]]
    assert assignment(gain) == [(0, 1), (1, 0)]
    assert assignment([list(row) for row in zip(*gain, strict=True)]) == [(0, 1), (1, 0)]
    assert assignment([]) == []


def test_many_records_are_compared_in_bounded_time(folders):
    def many(changed):
        def change(record):
            record["budgets"] = [
                {"recipient": f"{i}번 마을", "amount_max": i + changed, "source": "total"} for i in range(1_500)
            ]

        return change

    write(folders[0], many(1))
    write(folders[1], many(0))
    assert 1_500 <= len(differences(folders)) < 1_600  # a few at the edges of windows are told as removed and added


def test_many_changes_are_paired_though_others_stand_before_them(folders):
    def many(amount, *more):
        listed = [{"recipient": f"기관{at:04}", "source": "national", "amount_max": at + amount} for at in range(300)]
        return lambda record: record.update(budgets=[*more, *listed])

    before = [{"recipient": f"가가{at:04}", "source": "local", "amount_max": 7} for at in range(60)]
    write(folders[0], many(1_000_000, *before))
    write(folders[1], many(0))
    found = [one for file in diff(*folders).files for one in file.differences if one.what == "changed"]
    assert len(found) >= 295
    assert all(one.golden["recipient"] == one.new["recipient"] for one in found)


@pytest.mark.parametrize("name", ["seeds", "corpus/authored", "corpus/real"])
def test_figures_are_those_of_the_judge(name, corpus, tmp_path):
    run = subprocess.run([sys.executable, "-m", "extract", "run", corpus / name, "-o", tmp_path / "out", "--quiet"])
    assert run.returncode == 0
    judge = [
        sys.executable,
        corpus / "score" / "score.py",
        corpus / name,
        tmp_path / "out",
        "--json",
        tmp_path / "score",
    ]
    subprocess.run(judge, check=True, capture_output=True)
    judged = json.loads((tmp_path / "score").read_text())
    report = diff(tmp_path / "out", corpus / name)
    assert {name: figure.f1 for name, figure in report.tally.facts.items()} == {
        name: judged[name] for name in report.tally.facts
    }
    assert report.headline == pytest.approx(judged["headline"])
