"""The mentions command: one JSON object a mention, offsets in the line as given."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from extract.cli import main
from extract.mentions import describe
from extract.rules.count import find_counts, find_ratios
from extract.rules.date import find_dates
from extract.rules.money import find_money
from extract.rules.number import find_numbers

PUBLISHED = date(2024, 6, 24)


def _rows(*lines: str, explain: bool = False) -> list[dict]:
    return [json.loads(row) for row in describe(lines, PUBLISHED, explain)]


def test_values():
    rows = {row["kind"]: row["value"] for row in _rows("9.30.까지 최대 3억원, 세 곳")}
    assert rows["date"] == {"start": None, "end": "2024-09-30", "precision": "day"}
    assert rows["money"] == {"amount_min": None, "amount_max": 300_000_000, "currency": "KRW", "approximate": False}
    assert rows["count"] == {"value": 3, "unit": "곳", "approximate": False}


@pytest.mark.parametrize(
    "line", ["  \u3000６월 ２５일　개최", "∼9.30.까지 접수", "\u200b\u200b6월\xa025일", "가\u00ad나 6월 25일"]
)
def test_offsets_are_those_of_the_line_as_given(line):
    (row,) = [row for row in _rows(line) if row["kind"] == "date"]
    assert row["text"] == line[row["start"] : row["end"]]
    assert row["text"].strip() == row["text"]


def test_explain_names_what_was_considered():
    rows = _rows("6월 31일", explain=True)
    assert [row["read"] for row in rows if row.get("considered") == "date" and row["text"] == "6월 31일"] == [False]


def test_command_reads_standard_input():
    result = CliRunner().invoke(main, ["mentions", "--published", "2024-06-24"], input="내년 상반기\n5억원\n")
    assert result.exit_code == 0
    assert [json.loads(row)["line"] for row in result.output.splitlines() if '"number"' not in row] == [1, 2]


@pytest.mark.parametrize(
    "unit", ["1", "1.", "1,", "1 ", "1~", "'24.", "1일 ", "5.1~", "1억", "일이", "최대 ", "1:", "9-", "~ ", " "]
)
def test_long_lines_end(unit):
    """Two seconds where cost grows with the length; with its square, longer than any test may take (pyproject.toml)."""
    text = (unit * 200_000)[:200_000]
    for find in (find_numbers, find_counts, find_ratios, find_money, lambda text: find_dates(text, PUBLISHED)):
        assert all(0 <= found.start < found.end <= len(text) for found in find(text))
