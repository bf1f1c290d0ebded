"""Article bodies against another reader's, on the pages that BODOJARYO_CORPUS holds."""

import os
import re
from pathlib import Path

import pytest
import trafilatura

from parsers import Source, parse
from parsers.front import split_front
from parsers.furniture import is_furniture, opens_list

CORPUS = Path(os.environ.get("BODOJARYO_CORPUS", "/nonexistent"))
PAGES = sorted([*CORPUS.glob("corpus/office/*.html"), *CORPUS.glob("corpus/authored/*.html")])
PROSE = re.compile(r".{40,}(?:다|요)[.”\"')]*$")

pytestmark = pytest.mark.skipif(not PAGES, reason="BODOJARYO_CORPUS is not set")


def key(text):
    return re.sub(r"[\W_]+", "", text)


def judged(page):
    """The lines of prose that trafilatura takes for the article."""
    _, body = split_front(page.read_text(encoding="utf-8"))
    found = trafilatura.extract(body, include_comments=False) or ""
    return [line for line in found.split("\n") if PROSE.match(line.strip()) and not is_furniture(line.strip())]


def test_what_another_reader_takes_for_the_article_is_there():
    lines = [(page, line) for page in PAGES for line in judged(page)]
    read = {page: key(parse(Source(page.name, page.read_bytes())).text) for page in PAGES}
    missed = [(page.name, line) for page, line in lines if key(line) not in read[page]]
    assert len(missed) <= 0.03 * len(lines), missed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_line_is_furniture(page):
    lines = parse(Source(page.name, page.read_bytes())).text.split("\n")
    assert [line for line in lines if is_furniture(line) or opens_list(line)] == []
