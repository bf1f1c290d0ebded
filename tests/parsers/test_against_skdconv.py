"""The reading text of real HWP and HWPX files against that of skdconv, which reads the same formats."""

import re
from collections import Counter

import pytest
import skdconv

from parsers import Source, parse
from parsers.korean import normalise

_NESTED = re.compile(r"\[중첩[^\]]*\]")
_IMAGE = re.compile(r"\[이미지:[^\]]*\]|image_\d+\.\w+")
_FORMULA = re.compile(r"\$[^$\n]*\$")


def their_blocks(data):
    result = skdconv.parse(data)
    assert result.success
    return [block for block in result.blocks if block.type != "image"]


def their_text(blocks):
    parts = []
    for block in blocks:
        parts += [block.text or "", block.footnote_text or ""]
        parts += [cell.text for row in (block.table.cells if block.table else ()) for cell in row]
    return cleaned("\n".join(parts))


def cleaned(text):
    """Their text without what they put in place of pictures, formulas and tables inside tables."""
    return normalise(_FORMULA.sub(" ", _IMAGE.sub(" ", _NESTED.sub(" ", text)))).text


def tokens(text):
    return Counter(re.findall(r"[0-9A-Za-z가-힣]+", text))


def bare(text):
    return "".join(text.split())


def files(corpus):
    return sorted(path for path in (corpus / "corpus" / "office").iterdir() if path.suffix in (".hwp", ".hwpx"))


@pytest.fixture(scope="module")
def pairs(corpus):
    """Every file's name, our document and their blocks."""
    read = [(path.name, path.read_bytes()) for path in files(corpus)]
    return [(name, parse(Source(name, data)), their_blocks(data)) for name, data in read]


def test_token_recall(pairs):
    recalls = {}
    for name, document, blocks in pairs:
        theirs, ours = tokens(their_text(blocks)), tokens(document.text)
        recalls[name] = 1 - (theirs - ours).total() / theirs.total()
    assert {name: recall for name, recall in recalls.items() if recall < 0.99} == {}


def test_cells_are_equal(pairs):
    """Cells of tables, by their words: skdconv loses eight characters after some controls, hence not all."""
    wanted = missing = 0
    for _, document, blocks in pairs:
        # Boxes around text are blocks with us.
        ours = Counter(bare(document.text[block.start : block.end]) for block in document.blocks if not block.table)
        ours += Counter(
            bare(document.text[cell.start : cell.end])
            for block in document.blocks
            if block.table
            for cell in block.table.cells
        )
        theirs = Counter(
            bare(cleaned(cell.text))
            for block in blocks
            if block.table and block.table.rows * block.table.cols > 1
            for row in block.table.cells
            for cell in row
        )
        del theirs[""]
        wanted += theirs.total()
        missing += (theirs - ours).total()
    assert missing / wanted < 0.01
