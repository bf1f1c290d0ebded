"""Every sample becomes the record in the golden file beside it, byte for byte."""

import json

import pytest

from extract import extract
from parsers import Source, parse
from tests.conftest import SAMPLES
from tests.make_office import FILES

RELEASES = sorted(path for path in SAMPLES.rglob("*") if path.is_file() and not path.name.endswith(".gold.json"))


def read(path):
    document = parse(Source(path.relative_to(SAMPLES).as_posix(), path.read_bytes()))
    return document, extract(document)


def evidence(node):
    if isinstance(node, dict):
        yield from node.get("evidence", ())
        for value in node.values():
            yield from evidence(value)
    elif isinstance(node, list):
        for value in node:
            yield from evidence(value)


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.name)
def test_golden(path, request):
    golden = path.with_name(path.name + ".gold.json")
    document, release = read(path)
    if request.config.getoption("--accept"):
        golden.write_text(release.to_json(), encoding="utf-8", newline="\n")
    assert release.to_json() == golden.read_text(encoding="utf-8")
    quotes = list(evidence(json.loads(release.to_json())))
    assert quotes
    assert all(document.text[quote["start"] : quote["end"]] == quote["quote"] for quote in quotes)


def test_every_format_has_a_sample():
    formats = [read(path)[1].source.format for path in RELEASES]
    assert len(formats) >= 10
    assert set(formats) == {"html", "pdf", "slides", "text", "hwpx", "hwp", "docx", "pptx"}


def test_a_sample_warns():
    codes = {warning.code for path in RELEASES for warning in read(path)[1].warnings}
    assert codes >= {"weekday_mismatch", "ratio_mismatch", "sum_mismatch"}


def unplaced(node):
    """A record without its source and without pages and boxes, which formats differ in."""
    if isinstance(node, dict):
        return {name: unplaced(value) for name, value in node.items() if name not in ("source", "page", "bbox")}
    return [unplaced(value) for value in node] if isinstance(node, list) else node


@pytest.mark.parametrize("name", list(FILES)[1:])
def test_office_twins_give_the_same_records(name):
    first, other = (json.loads(read(SAMPLES / twin)[1].to_json()) for twin in (next(iter(FILES)), name))
    assert unplaced(other) == unplaced(first)
