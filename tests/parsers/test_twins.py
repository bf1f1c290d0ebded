"""The same release in every office format is read as the same text, blocks and tables."""

import re

import pytest

from parsers import Source, parse
from tests.conftest import SAMPLES
from tests.make_office import FILES


def shape(document):
    """Text and structure, without places."""
    tables = [
        [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in block.table.cells]
        for block in document.blocks
        if block.table
    ]
    return document.text, [(block.kind, block.depth) for block in document.blocks], tables


def pages(document):
    return [document.place(block.start, block.end)[0] for block in document.blocks]


@pytest.fixture(scope="module")
def first():
    name, write = next(iter(FILES.items()))
    return parse(Source(name, write()))


@pytest.mark.parametrize("name", FILES)
def test_samples_agree(name, first):
    kept = parse(Source(name, (SAMPLES / name).read_bytes()))
    built = parse(Source(name, FILES[name]()))
    assert shape(kept) == shape(built) == shape(first)
    assert pages(kept) == pages(first)
    assert kept.format == name.rpartition(".")[2]


def test_hwp_and_hwpx_of_one_release(corpus):
    folder = corpus / "corpus" / "office"
    hwp, hwpx = (parse(Source(name, (folder / name).read_bytes())) for name in ("093.hwp", "115.hwpx"))
    assert shape(hwp) == shape(hwpx)
    assert pages(hwp) == pages(hwpx)


def test_pages_are_those_of_the_printed_release(corpus):
    folder = corpus / "corpus" / "office"
    hwpx, pdf = (parse(Source(name, (folder / name).read_bytes())) for name in ("115.hwpx", "075.pdf"))
    assert hwpx.pages == pdf.pages
    printed = {}
    for block in pdf.blocks:
        key = re.sub(r"\s", "", pdf.text[block.start : block.end])[:20]
        printed.setdefault(key, []).append(pdf.place(block.start, block.end)[0])
    found = [
        (page, printed[key])
        for block, page in zip(hwpx.blocks, pages(hwpx), strict=True)
        if len(key := re.sub(r"\s", "", hwpx.text[block.start : block.end])[:20]) == 20 and key in printed
    ]
    assert len(found) >= 5
    assert all(page in there for page, there in found)
