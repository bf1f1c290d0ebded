"""The pytest plugin in a repository of somebody's own."""

import json

import pytest

pytest_plugins = ["pytester"]

RELEASE = """# 숲속 쉼터 두 곳 선정

산림청은 2025년 7월 15일 「숲속 쉼터 조성사업」 대상지로 전남 고흥군과 경남 남해군 2곳을 선정했다고 밝혔다.

선정된 곳에는 각 국비 20억원을 지원한다.
"""


@pytest.fixture
def house(pytester):
    """A repository with one document in releases/ and no golden file."""
    pytester.makeini("[pytest]\nbodojaryo_golden = releases\ntestpaths = releases")
    (pytester.path / "releases" / "봄").mkdir(parents=True)
    (pytester.path / "releases" / "봄" / "쉼터.md").write_text(RELEASE, "utf-8")
    return pytester


def golden(house):
    return house.path / "releases" / "봄" / "쉼터.md.gold.json"


def run(house, *args):
    return house.runpytest_subprocess(*args)


def test_without_the_setting_nothing_is_collected(house):
    house.makeini("[pytest]")
    assert run(house).parseoutcomes() == {}


def test_a_document_without_golden_is_skipped(house):
    run(house).assert_outcomes(skipped=1)
    assert not golden(house).exists()


def test_accept_then_pass_then_fail_readably(house):
    accepted = run(house, "--accept-golden")
    accepted.assert_outcomes(passed=1)
    accepted.stdout.fnmatch_lines(["golden file written: 쉼터.md.gold.json"])
    assert json.loads(golden(house).read_text("utf-8"))["source"]["uri"] == "봄/쉼터.md"
    run(house).assert_outcomes(passed=1)
    golden(house).write_text(golden(house).read_text("utf-8").replace("2000000000", "1500000000"), "utf-8")
    failed = run(house)
    failed.assert_outcomes(failed=1)
    failed.stdout.fnmatch_lines(["*쉼터.md gives another record*", "*amount_max: 1500000000 → 2000000000*"])
    failed.stdout.no_fnmatch_line("*Traceback*")


def test_a_partial_golden_stays_partial(house):
    golden(house).write_text('{"issuer": "국토교통부"}', "utf-8")
    run(house).assert_outcomes(failed=1)
    run(house, "--accept-golden").assert_outcomes(passed=1)
    assert json.loads(golden(house).read_text("utf-8")) == {"issuer": "산림청"}


def test_ignored_fields_are_not_compared(house):
    golden(house).write_text('{"issuer": "국토교통부"}', "utf-8")
    house.makeini(
        "[pytest]\nbodojaryo_golden = releases\nbodojaryo_golden_ignore = evidence issuer\ntestpaths = releases"
    )
    run(house).assert_outcomes(passed=1)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"budgets": 3}'])
def test_a_bad_golden_is_named(house, content):
    golden(house).write_text(content, "utf-8")
    failed = run(house)
    failed.assert_outcomes(failed=1)
    failed.stdout.fnmatch_lines(["*쉼터.md.gold.json*"])
    failed.stdout.no_fnmatch_line("*Traceback*")


def test_a_golden_whose_document_has_gone_fails(house):
    run(house, "--accept-golden")
    (house.path / "releases" / "봄" / "쉼터.md").unlink()
    run(house).assert_outcomes(failed=1)


def test_an_unreadable_document_fails_with_its_reason(house):
    (house.path / "releases" / "빈.html").write_bytes(b"")
    (house.path / "releases" / "빈.html.gold.json").write_text("{}", "utf-8")
    failed = run(house)
    failed.assert_outcomes(failed=1, skipped=1)
    failed.stdout.no_fnmatch_line("*Traceback*")


def test_own_tests_run_beside_it(house):
    (house.path / "releases" / "test_own.py").write_text("def test_own(): pass\n")
    run(house).assert_outcomes(passed=1, skipped=1)
