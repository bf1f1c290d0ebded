from extract.grid import find_grids
from parsers.assembly import Draft, DraftCell, Words, assemble
from parsers.document import Source


def grid_of(*rows, caption=None, merged=()):
    covered, cells = set(), []
    spans = {(row, column): (down, right) for row, column, down, right in merged}
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            down, right = spans.get((row, column), (1, 1))
            if (row, column) not in covered:
                cells.append(DraftCell(row, column, (Words(word),), down, right))
            covered |= {(row + i, column + j) for i in range(down) for j in range(right)}
    drafts = [Draft("paragraph", (Words(caption),))] if caption else []
    document = assemble(Source("a.txt", b""), "text", [*drafts, Draft("table", cells=tuple(cells))])
    return find_grids(document)[0]


def paths(grid, row, column):
    labels = grid.labels(grid.table.at(row, column))
    return [grid.words(cell) for cell in labels.above], [grid.words(cell) for cell in labels.left]


def test_labels_above_and_left_of_a_value():
    grid = grid_of(["구분", "국비", "지방비"], ["가람시", "160", "160"], ["나루군", "80", "80"])
    assert paths(grid, 2, 2) == (["지방비"], ["나루군"])
    assert grid.orientation == "matrix"


def test_merged_header_and_merged_province():
    grid = grid_of(
        ["시도", "시군", "사업비", ""],
        ["", "", "’24", "’25"],
        ["충남", "가람시", "10", "20"],
        ["", "나루군", "30", "40"],
        merged=[(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (2, 0, 2, 1)],
    )
    assert paths(grid, 3, 3) == (["사업비", "’25"], ["충남", "나루군"])
    assert grid.columns == ("시도", "시군", "사업비 ’24", "사업비 ’25")


def test_label_and_value_table():
    grid = grid_of(["사업명", "스마트 마을 조성"], ["지원규모", "총 20억원"])
    assert grid.orientation == "rows"
    assert paths(grid, 1, 1) == ([], ["지원규모"])


def test_units_nearest_first():
    grid = grid_of(["구분", "국비(백만원)"], ["가람시", "160"], caption="지원 현황 (단위: 억원)")
    assert [note.unit for note in grid.units(grid.table.at(1, 1))] == ["백만원", "억원"]
