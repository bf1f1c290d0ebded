from parsers.flattened_fit import fit


def rows_of(words):
    cells = words.split("|")
    found = fit(cells, lambda cell: cell[:1].isdigit())
    return [[None if at is None else cells[at] for at in row] for row in found.rows]


def test_labels_and_numbers_repeat():
    rows = rows_of("구분|국비|지방비|가람|10|20|나루|30|40|다솜|50|60")
    assert rows[1:] == [["가람", "10", "20"], ["나루", "30", "40"], ["다솜", "50", "60"]]


def test_short_rows_stand_under_the_totals():
    rows = rows_of("구분|재정|민간|합계|가람|1|2|3|나루|4|5|9|다솜|6|6")
    assert rows[3] == ["다솜", None, "6", "6"]


def test_merged_first_label():
    rows = rows_of("시도|시군|국비|도비|충남|가람|1|2|나루|3|4|전북|다솜|5|6|라온|7|8")
    assert rows[2] == [None, "나루", "3", "4"]


def test_words_alone_are_no_table():
    assert fit("가람|나루|다솜|라온|마루|바다".split("|"), lambda cell: cell[:1].isdigit()) is None
