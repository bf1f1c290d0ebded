from parsers.flattened import find_flattened


def rows_of(text):
    table = next(find_flattened(text.split("\n")))
    grid = {}
    for cell in table.cells:
        grid.setdefault(cell.row, []).append((cell.column, " ".join(word.text for word in cell.words), cell.row_span))
    return [grid[row] for row in sorted(grid)]


def test_cells_on_paragraphs():
    text = "사업명|예산|개수|가람 사업|124억원|16개|나루 사업|65억원|21개|계|189억원|37개"
    rows = rows_of(text.replace("|", "\n\n"))
    assert [[words for _, words, _ in row] for row in rows][1] == ["가람 사업", "124억원", "16개"]
    assert len(rows) == 4


def test_rows_on_paragraphs_and_a_merged_first_cell():
    rows = rows_of("공개일\n 기업\n 업종\n\n9/14\n 가람\n 교육\n\n나루\n 게임\n\n9/21\n 다솜\n 음식")
    assert rows[1][0] == (0, "9/14", 2)
    assert rows[2] == [(1, "나루", 1), (2, "게임", 1)]


def test_short_rows_stand_under_the_totals():
    text = "구분\n\n재정\n\n민간\n\n합계\n\n가람형\n\n1\n\n2\n\n3\n\n나루형\n\n4\n\n5\n\n9\n\n다솜형\n\n6\n\n6"
    assert [(column, words) for column, words, _ in rows_of(text)[3] if words] == [(0, "다솜형"), (2, "6"), (3, "6")]


def test_prose_and_lists_stay_lines():
    text = "가람시는 사업을 시작했다.\n\n□ 지원대상\n\nㅇ 중소기업\n\n- 접수 3월\n\n나루군도 참여한다."
    assert not list(find_flattened(text.split("\n")))
