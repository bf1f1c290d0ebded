"""Records as files for other programs."""

import csv
import json
from datetime import date

import duckdb
import openpyxl
import pyarrow.dataset
import pytest
from click.testing import CliRunner

from extract import extract
from extract.cli import main
from parsers import Source, parse

TEXT = "산림청은 `숲속 쉼터 조성사업` 대상지로 전남 고흥군과 경남 남해군 2곳을 선정했다고 2025년 7월 15일 밝혔다."


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "out"
    found.mkdir()
    release = extract(parse(Source("a.txt", TEXT.encode())))
    changed = {"published": date(2025, 7, 15), "title": "=cmd|'가'!A0", "subtitles": ["하나", "둘"]}
    release = release.model_copy(update=changed)
    place = {"page": 1, "bbox": (10.0, 20.5, 30.0, 40.0)}
    moved = [one.model_copy(update=place) for one in release.selections[0].evidence]
    release = release.model_copy(update={"selections": [release.selections[0].model_copy(update={"evidence": moved})]})
    (found / "a.txt.txt").write_text(TEXT, "utf-8")
    (found / "a.txt.json").write_text(release.to_json(), "utf-8")
    return found


def exported(folder, to, name):
    target = folder.parent / name
    result = CliRunner().invoke(main, ["export", str(folder), "--to", to, "-o", str(target)])
    assert result.exit_code == 0, result.output
    return target


def test_json_lines(folder):
    target = exported(folder, "jsonl", "lines")
    row = json.loads((target / "releases.jsonl").read_text("utf-8"))
    assert row["title"] == "=cmd|'가'!A0"
    assert row["subtitles"] == ["하나", "둘"]
    assert json.loads((target / "evidence.jsonl").read_text("utf-8").splitlines()[0])["bbox"] == [
        10.0,
        20.5,
        30.0,
        40.0,
    ]
    assert len((target / "selectees.jsonl").read_text("utf-8").splitlines()) == 2


def test_csv_is_safe_and_right_in_a_spreadsheet(folder):
    path = exported(folder, "csv", "tables") / "releases.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == "'=cmd|'가'!A0"
    assert row["record"] == "a.txt.json"


def test_a_workbook_has_words_not_formulas(folder):
    book = openpyxl.load_workbook(exported(folder, "xlsx", "a.xlsx"))
    assert {"releases", "selections", "selectees", "evidence"} <= set(book.sheetnames)
    titles = [cell.column for cell in book["releases"][1] if cell.value == "title"]
    cell = book["releases"].cell(2, titles[0])
    assert (cell.value, cell.data_type) == ("=cmd|'가'!A0", "s")
    book.close()


def test_parquet_has_types_and_years(folder):
    target = exported(folder, "parquet", "columns")
    found = pyarrow.dataset.dataset(target / "selectees", partitioning="hive").to_table().to_pylist()
    assert [row["name"] for row in found] == ["고흥군", "남해군"]
    assert {row["published_year"] for row in found} == {2025}
    seen = pyarrow.dataset.dataset(target / "evidence", partitioning="hive").to_table().to_pylist()
    assert json.loads(seen[0]["bbox"]) == [10.0, 20.5, 30.0, 40.0]
    assert seen[0]["sentence"] == TEXT


def test_duckdb_answers(folder):
    with duckdb.connect(str(exported(folder, "duckdb", "a.duckdb")), read_only=True) as db:
        assert db.execute("SELECT count(*) FROM selectees WHERE region_code IS NOT NULL").fetchone() == (2,)
        assert db.execute("SELECT typeof(published) FROM releases").fetchone() == ("DATE",)


def test_nothing_is_overwritten(folder):
    result = CliRunner().invoke(main, ["export", str(folder), "--to", "csv", "-o", str(folder)])
    assert result.exit_code == 2
    assert "exists" in result.output
