"""docs/recipes.md: every block is run, where the tools are installed (`make recipes`)."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"```(\w+)(?: (\S+))?\n(.*?)```", re.DOTALL)
SILENT = {"DBT_SEND_ANONYMOUS_USAGE_STATS": "false", "RUNTIME__DLTHUB_TELEMETRY": "false"}


@pytest.mark.skipif(not all(map(shutil.which, ("datasette", "dlt", "dbt"))), reason="needs datasette, dlt and dbt")
def test_recipes(tmp_path):
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    for kind, name, body in BLOCK.findall((ROOT / "docs" / "recipes.md").read_text("utf-8")):
        if kind == "sh":
            subprocess.run(
                ["sh", "-ec", body],
                cwd=tmp_path,
                env=os.environ | SILENT | {"DLT_DATA_DIR": str(tmp_path / "dlt")},
                check=True,
            )
        else:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(body, "utf-8")
    chosen = json.loads((tmp_path / "chosen.json").read_text("utf-8"))
    assert {row["region_sido"] for row in chosen} == {"전라남도"}
    duckdb = pytest.importorskip("duckdb")
    for file, table in (("warehouse.duckdb", "press.selectees"), ("press.duckdb", "by_province")):
        with duckdb.connect(str(tmp_path / file), read_only=True) as db:
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 3
