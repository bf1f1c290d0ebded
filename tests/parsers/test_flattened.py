from parsers.assembly import Draft
from parsers.flattened import rebuild


def tables(text):
    return [found for found in rebuild(text.split("\n")) if isinstance(found, Draft)]


def rows(draft):
    found: dict[int, list[str]] = {}
    for cell in draft.cells:
        found.setdefault(cell.row, []).append(" ".join(words.text for words in cell.words))
    return list(found.values())


def apart(*cells):
    return "\n\n".join(cells)


def test_a_row_is_a_group_of_lines():
    (table,) = tables(" 구분\n 국비\n 지방비\n\n 가람시\n 80\n 80\n\n 나루군\n 40\n 40")
    assert rows(table) == [["구분", "국비", "지방비"], ["가람시", "80", "80"], ["나루군", "40", "40"]]


def test_what_is_missing_at_the_left_is_the_cell_above():
    (table,) = tables(" 유형\n 지역\n 금액\n\n 거점형\n 가람시\n 80\n\n 나루군\n 40\n\n 합계\n 120")
    assert rows(table)[2:] == [["나루군", "40"], ["합계", "120"]]
    assert [(cell.column, cell.row_span, cell.column_span) for cell in table.cells[3:]] == [
        (0, 2, 1),
        (1, 1, 1),
        (2, 1, 1),
        (1, 1, 1),
        (2, 1, 1),
        (0, 1, 2),
        (2, 1, 1),
    ]


def test_a_header_of_two_rows():
    (table,) = tables(" 구분\n 과제 수\n\n 상반기\n 하반기\n 소계\n\n 지정\n 10\n 15\n 25\n\n 자유\n 14\n 11\n 25")
    assert (table.cells[1].column, table.cells[1].column_span) == (1, 3)
    assert rows(table)[1:3] == [["상반기", "하반기", "소계"], ["지정", "10", "15", "25"]]


def test_cells_between_empty_lines_are_read_by_their_period():
    (table,) = tables(apart("사업명", "예산", "선정 기업", "새싹", "124억원", "16개", "물길", "65억원", "21개"))
    assert rows(table) == [["사업명", "예산", "선정 기업"], ["새싹", "124억원", "16개"], ["물길", "65억원", "21개"]]


def test_a_row_that_lacks_a_number_ends_with_its_sum():
    (table,) = tables(apart(*"구분 재정 민간 합계 가람형 1 2 3 나루형 4 5 9 다솜형 6 6".split()))
    assert rows(table)[3] == ["다솜형", "", "6", "6"]


def test_a_tier_stands_over_several_winners():
    (table,) = tables(
        apart("구분", "수상자", "작품명", "최우수상", "성춘향", "봄", "우수상", "이몽룡", "여름", "홍길동", "가을")
    )
    assert rows(table)[2:] == [["우수상", "이몽룡", "여름"], ["홍길동", "가을"]]


def test_what_could_be_read_in_two_ways_is_left_alone():
    assert tables(apart("추진 현황", "가람시", "나루군", "다솜시", "라온군")) == []
    assert tables("□ 가람시는 두 곳을 골랐다.\n ○ 물길\n\n□ 나루군은 한 곳을 골랐다.\n ○ 숲길") == []


def test_every_line_survives():
    text = "앞 문장이다.\n\n 구분\n 국비\n 지방비\n\n 가람시\n 80\n 80\n\n뒤 문장이다."
    kept = [found for found in rebuild(text.split("\n")) if isinstance(found, str)]
    assert kept == ["앞 문장이다.", "뒤 문장이다."]


def test_a_paragraph_over_several_lines_is_one():
    spaced = "□ 가람시는 마을 여섯 곳을 뽑아 삼 년 동안 차례로 도울 수\n 있도록 예산을 마련하였다."
    assert list(rebuild(spaced.split("\n"))) == [
        "□ 가람시는 마을 여섯 곳을 뽑아 삼 년 동안 차례로 도울 수 있도록 예산을 마련하였다."
    ]
    bullet = "□ 가람시(시장 변학도)는 5월\n8일 마을위원회를 열어 추진계획과 관리\n방안을 확정하였다."
    assert list(rebuild(bullet.split("\n"))) == [
        "□ 가람시(시장 변학도)는 5월 8일 마을위원회를 열어 추진계획과 관리 방안을 확정하였다."
    ]


def test_lines_that_are_items_stay_lines():
    lines = ["○ 접수 기간은 아래와 같으며 자세한 것은 누리집에 있다.", "문의 : 가람시 마을과", "담당 : 성춘향"]
    assert list(rebuild(lines)) == lines


def test_rows_stand_further_apart_than_their_cells():
    lines = ["", "", *"부문\n\n사업체\n\n소재지\n\n고용률".split("\n")]
    for row in (
        ["대형", "㈜가나", "경기 이천시", "4.8%"],
        ["다라㈜", "경기 김포시", "4.1%"],
        ["마바조합", "강원 원주시", "31%"],
    ):
        lines += ["", "", *"\n\n".join(row).split("\n")]
    (table,) = tables("\n".join([*lines, "", "", "□ 이어지는 문장이다."]))
    assert rows(table)[1:] == [
        ["대형", "㈜가나", "경기 이천시", "4.8%"],
        ["다라㈜", "경기 김포시", "4.1%"],
        ["마바조합", "강원 원주시", "31%"],
    ]


def test_a_unit_note_or_a_caption_begins_no_table():
    cells = [
        "연번",
        "기관명",
        "소재지",
        "유형",
        "1",
        "㈜가나",
        "서울 은평구",
        "가형",
        "2",
        "다라㈜",
        "부산 사상구",
        "나형",
    ]
    cells += ["3", "마바㈜", "대구 달서구", "가형"]
    for first in ("2031년 제2차 인증 명단", "(단위: 백만 원)"):
        (table,) = tables("\n\n".join([first, *cells]))
        assert rows(table)[0] == ["연번", "기관명", "소재지", "유형"]


def test_pairs_are_not_made_of_what_more_columns_explain():
    groups = (("지자체", "가나다라"), ("공공기관", "마바"), ("민간", "사아자"))
    heads = ("구분", "소재지", "신청자", "시설", "전체 사업비", "국고")
    body = [
        (kind, [(f"강원 {one}시", f"{one}시", f"{one} 자료관", "5,800", "2,900") for one in ones])
        for kind, ones in groups
    ]
    cells = [*heads, *(cell for kind, towns in body for cell in (kind, *sum(towns, ())))]
    (table,) = tables(apart(*cells))
    assert [tuple(row[-5:]) for row in rows(table)] == [heads[1:], *(row for _, towns in body for row in towns)]
