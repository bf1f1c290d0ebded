"""Rows that no line divides."""

from parsers.document import Box
from parsers.grid import Grid
from parsers.levels import levelled
from parsers.tables import Ruled
from parsers.words import Word


def table(*columns):
    """One ruled row of cells, each with its lines."""
    cells = tuple(Box(100.0 * i, 0.0, 100.0 * i + 100, 60.0) for i in range(len(columns)))
    words = {
        cell: [Word(text, cell.x0 + 5, 5 + 18 * i, cell.x0 + 40, 15 + 18 * i, "\n", i) for i, text in enumerate(held)]
        for cell, held in zip(cells, columns, strict=True)
    }
    return Ruled(Grid(Box(0, 0, 100.0 * len(columns), 60), cells, (0.0,), tuple(cell.x0 for cell in cells)), words, 1)


def texts(ruled):
    return [[word.text for word in ruled.words.get(cell, ())] for cell in ruled.grid.cells]


def test_lines_on_the_same_levels_are_rows():
    divided = levelled(table(["춘천시", "원주시"], ["1,200", "800"], ["4월", "5월"]))
    assert len(divided.grid.rows) == 2
    assert texts(divided) == [["춘천시"], ["1,200"], ["4월"], ["원주시"], ["800"], ["5월"]]


def test_without_figures_lines_are_wrapped_words():
    assert len(levelled(table(["춘천시", "남쪽"], ["마을을", "고친다"], ["내년에", "시작"])).grid.rows) == 1


def test_cells_with_other_numbers_of_lines_stay_whole():
    assert len(levelled(table(["춘천시", "원주시"], ["1,200", "800"], ["4월"])).grid.rows) == 1
