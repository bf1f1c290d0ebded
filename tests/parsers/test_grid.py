"""Grids against pdfplumber's finder, which they follow."""

import re
from itertools import islice

import pdfplumber

from parsers.grid import find_grids
from parsers.layout import lines
from parsers.pdfium import Pdf
from parsers.rules import read_rules
from parsers.tables import fill
from tests.conftest import SAMPLES


def ours(page):
    words = page.words()
    for grid in find_grids(read_rules(page, strict=True), strict=True):
        if len(grid.cells) > 1:
            ruled = fill([grid], words, page)[0][0]
            shape = [[None] * len(grid.columns) for _ in grid.rows]
            for cell in grid.cells:
                row, column, *_ = grid.place(cell)
                shape[row][column] = "".join(line.text for line in lines(ruled.words.get(cell, ()), 1))
            yield shape


def bare(table):
    return [[None if cell is None else re.sub(r"[\W_]+", "", cell) for cell in row] for row in table]


def compare(paths, most=None):
    """Pages, pages of the same shape, cells, and cells with the same text."""
    pages = alike = cells = same = 0
    for path in paths:
        pdf = Pdf(path.read_bytes())
        with pdfplumber.open(path) as judge:
            for page, other in islice(zip(pdf.pages(), judge.pages, strict=True), most):
                mine = [bare(table) for table in ours(page)]
                theirs = [bare(table.extract()) for table in other.find_tables()]
                other.close()
                pages += 1
                if [(len(t), len(t[0])) for t in mine] != [(len(t), len(t[0])) for t in theirs]:
                    continue
                alike += 1
                pairs = [
                    (a, b)
                    for m, t in zip(mine, theirs, strict=True)
                    for r, q in zip(m, t, strict=True)
                    for a, b in zip(r, q, strict=True)
                    if (a, b) != (None, None)
                ]
                cells += len(pairs)
                same += sum(a == b for a, b in pairs)
        pdf.close()
    return pages, alike, cells, same


def test_samples_give_the_same_cells():
    pages, alike, cells, same = compare(sorted(path for path in SAMPLES.glob("*.pdf") if "설명회" not in path.name))
    assert (alike, same) == (pages, cells)
    assert cells > 80


def test_real_files_give_the_same_cells(corpus):
    pages, alike, cells, same = compare(sorted((corpus / "corpus/office").glob("*.pdf")), most=6)
    assert alike >= 0.97 * pages
    assert same >= 0.995 * cells
