"""Every sample becomes the record in the golden file beside it, byte for byte."""

import json

import pytest

from extract import extract
from parsers import Source, parse
from tests.conftest import SAMPLES

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
    if not golden.exists() and not request.config.getoption("--accept"):
        pytest.skip("its golden is still to be read through and accepted")
    document, release = read(path)
    if request.config.getoption("--accept"):
        golden.write_text(release.to_json(), encoding="utf-8", newline="\n")
    assert release.to_json() == golden.read_text(encoding="utf-8")
    quotes = list(evidence(json.loads(release.to_json())))
    assert all(document.text[quote["start"] : quote["end"]] == quote["quote"] for quote in quotes)
