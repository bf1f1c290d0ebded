"""What the READMEs show is what the commands print."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extract import extract
from parsers import Source, parse

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.ko.md"]


@pytest.mark.parametrize("name", READMES)
def test_the_record_shown_is_the_record_made(name):
    shown = json.loads(re.search(r"```json\n(.*?)```", (ROOT / name).read_text("utf-8"), re.S).group(1))
    path = ROOT / "samples" / "신문기사-저장.txt"
    made = json.loads(extract(parse(Source(path.name, path.read_bytes()))).to_json())
    assert {key: made[key][:1] if isinstance(made[key], list) else made[key] for key in shown} == shown


@pytest.mark.parametrize("name", READMES)
def test_the_commands_shown_print_what_is_shown(name, tmp_path):
    text = (ROOT / name).read_text("utf-8").replace("-o output", f"-o {tmp_path}")
    for command, shown in re.findall(r"^    \$ (.*)\n((?:    .*\n)+)", text, re.M):
        line = re.sub(r"\bbodojaryo\b", f"{sys.executable} -m extract", command)
        run = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, text=True)
        printed = (run.stdout + run.stderr).replace(str(tmp_path), "output").splitlines()
        assert [row for row in printed if not row.endswith(" s left")] == [
            row[4:] for row in shown.replace(str(tmp_path), "output").splitlines()
        ]


def test_the_python_shown_runs():
    code = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S).group(1)
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")
    assert "selected ['고흥군', '남해군']" in run.stdout
