"""docs/queries.md: every query runs, and its answer is the one shown. `--accept` writes the answers anew."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from extract import extract
from extract.sinks.database import load, open_database
from parsers import Source, parse

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "queries.md"
SHOWN = re.compile(r"```sql\n(.*?)\n```\n(?:\n((?:@ANSWER@|\|.*?)\n)(?=\n|\Z))?", re.DOTALL)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    for path in sorted((ROOT / "samples").iterdir()):
        if not path.name.endswith(".gold.json"):
            document = parse(Source(path.name, path.read_bytes()))
            (folder / f"{path.name}.txt").write_text(document.text, "utf-8")
            (folder / f"{path.name}.json").write_text(extract(document).to_json(), "utf-8")
    engine = open_database(f"sqlite:///{folder / 'bodojaryo.db'}")
    load(folder, engine)
    yield engine
    engine.dispose()


def answer(connection, query):
    found = connection.execute(text(query))
    lines = [list(found.keys()), ["---"] * len(found.keys()), *([str(cell) for cell in row] for row in found)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def test_the_answers_shown_are_the_answers(database, request):
    page = PAGE.read_text("utf-8")
    with database.connect() as connection:

        def filled(match):
            found = answer(connection, match[1])
            return f"```sql\n{match[1]}\n```\n" + (f"\n{found}" if match[2] else "")

        fresh = SHOWN.sub(filled, page)
    if request.config.getoption("--accept"):
        PAGE.write_text(fresh, "utf-8", newline="\n")
    assert PAGE.read_text("utf-8") == fresh
