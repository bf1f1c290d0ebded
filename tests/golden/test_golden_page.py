"""docs/golden.md: every command runs, and prints what is shown. `--accept` writes what is printed anew."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "golden.md"
COMMAND = re.compile(r"(?m)^    \$ (.*)\n((?:    (?!\$ ).*\n|\n(?=    (?!\$ )))*)")
BLOCK = re.compile(r"(?ms)^```\w+ (\S+)\n(.*?)^```")


def printed(command, folder):
    run = shlex.quote(sys.executable)
    line = re.sub(r"\bbodojaryo (?=run|accept|diff)", f"{run} -m extract ", command)
    line = re.sub(r"\bpytest\b(?! releases)", f"{run} -m pytest", line)
    # pytest says more where CI is set.
    outside = ("PYTEST", "BODOJARYO", "CI", "BUILD_NUMBER", "COLUMNS")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(outside)}
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return "".join(f"    {row}".rstrip() + "\n" for row in done.stdout.splitlines())


def test_the_commands_print_what_is_shown(tmp_path, request):
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    page = PAGE.read_text("utf-8")
    for name, body in BLOCK.findall(page):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(body, "utf-8")
    fresh = COMMAND.sub(lambda match: f"    $ {match[1]}\n{printed(match[1], tmp_path)}", page)
    if request.config.getoption("--accept"):
        PAGE.write_text(fresh, "utf-8", newline="\n")
    assert PAGE.read_text("utf-8") == fresh


@pytest.fixture
def repository(tmp_path):
    """A folder as the page's examples expect it, its golden file right."""
    (tmp_path / "releases").mkdir()
    for name in ("신문기사-저장.txt", "신문기사-저장.txt.gold.json"):
        shutil.copy(ROOT / "samples" / name, tmp_path / "releases")
    return tmp_path


def test_the_steps_for_ci_run(repository):
    found = yaml.safe_load(dict(BLOCK.findall(PAGE.read_text("utf-8")))[".github/workflows/golden.yml"])
    steps = [step["run"] for step in found["jobs"]["golden"]["steps"] if step.get("run", "pip").split()[0] != "pip"]
    assert len(steps) == 3
    for step in steps:
        line = step.replace("bodojaryo", f"{shlex.quote(sys.executable)} -m extract").replace(
            "$GITHUB_STEP_SUMMARY", "said"
        )
        assert subprocess.run(["sh", "-c", line], cwd=repository, capture_output=True).returncode == 0
    assert 'failures="0"' in (repository / "golden.xml").read_text("utf-8")
    assert "all the same" in (repository / "said").read_text("utf-8")


def test_the_hook_for_commits_runs(repository):
    blocks = dict(BLOCK.findall(PAGE.read_text("utf-8")))
    (repository / "pytest.ini").write_text(blocks["pytest.ini"], "utf-8")
    entry = yaml.safe_load(blocks[".pre-commit-config.yaml"])["repos"][0]["hooks"][0]["entry"]
    done = subprocess.run([sys.executable, "-m", *entry.split()], cwd=repository, capture_output=True, text=True)
    assert (done.returncode, "1 passed" in done.stdout) == (0, True)
