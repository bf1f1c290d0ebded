"""Wordings of decisions: each rule on sentences of several kinds."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.release import Selection
from parsers import Source, parse

HEAD = "가나다 지원사업 추진\n\n- 배포일: 2024-05-06"


def find(words: str, head: str = HEAD) -> list[Selection]:
    return extract(parse(Source("a.txt", f"{head}\n\n{words}".encode()))).selections


def decided(words: str) -> list[tuple[str, int | None]]:
    return [(one.status, one.count) for one in find(words)]


@pytest.mark.parametrize(
    "words",
    [
        "운영마을은 전국에서 98곳이 선정(3.18일 현재)되었으며, 앞으로 늘어난다.",
        "올해는 98개사를 선정(4월)했다.",
        "전문가 심사로 98개 과제를 선정 (서류·발표)하였다.",
        "98개소가 지정(5월 1일 기준)됐다.",
        "신규로 지정된 제품은 98개이며, 방역 분야가 다수 포함됐다.",
        "이번에 선정된 기업은 총 98개사이다.",
        "최종 선정된 과제는 98건으로, 다음 달에 시작한다.",
        "98개 시군 외에도 9개 시군에서 논의 중이며, 기업은 98개사를 선정했다.",
        "98명을 선발한 뒤 교육을 마쳤다.",
        "98개 팀을 뽑은 후 지원금을 지급했다.",
        "새 과제 98건을 뽑아 7억 원을 지원하였다.",
        "98곳이 이 사업 대상지로 뽑혀 국비를 나눠 받았다.",
    ],
)
def test_decided(words: str) -> None:
    assert decided(words) == [("selected", 98)]


@pytest.mark.parametrize(
    "words",
    [
        "면접을 거쳐 교육생 98명을 선발한 후, 센터에서 교육이 진행될 예정이다.",
        "98개사를 선정한 다음 협약을 체결할 계획이다.",
        "기업 98개사를 뽑은 뒤 지원할 방침이다.",
        "올해 98개 과제를 새로 뽑을 계획이다.",
        "내년에는 마을 98개소를 고를 계획이다.",
        "98개 팀을 선발한 후 본격 지원한다.",
    ],
)
def test_the_last_predicate_says_that_it_is_to_come(words: str) -> None:
    assert decided(words) == [("planned", 98)]


def titled(words: str) -> list[tuple[str, list[str]]]:
    return [(one.program, [party.name for party in one.selectees]) for one in find(words)]


@pytest.mark.parametrize(
    ("words", "title", "names"),
    [
        ("해양수산부는 이달의 수산물로 김과 감태를 선정했다.", "이달의 수산물", ["김", "감태"]),
        ("올해의 책으로 ‘가나의 숲’을 최종 선정하였다.", "올해의 책", ["가나의 숲"]),
        ("5월의 무인도서로 전남 신안군 가나도를 선정했다고 밝혔다.", "5월의 무인도서", ["가나도"]),
        ("이달의 해양생물로 ‘범게(Orithyia sinica)’를 선정하였다.", "이달의 해양생물", ["범게"]),
        ("‘이달의 임업인’으로 조경수를 생산하는 김가나(42세) 대표를 선정했다.", "이달의 임업인", ["김가나"]),
        ("이달의 농촌여행지로 가나마을과 다라마을을 뽑았다.", "이달의 농촌여행지", ["가나마을", "다라마을"]),
        ("3월의 임산물로는 고로쇠를 선정하고 홍보에 나섰다.", "3월의 임산물", ["고로쇠"]),
        ("이달의 기업으로 ㈜가나다가 선정됐다.", "이달의 기업", ["㈜가나다"]),
        ("이달의 임업인으로 숲을 가꾸고, 후학을 기른 ‘홍길동’을 선정했다.", "이달의 임업인", ["홍길동"]),
    ],
)
def test_titles(words: str, title: str, names: list[str]) -> None:
    assert titled(words) == [(title, names)]


def test_several_titles_share_their_time() -> None:
    words = "이달의 ①수산물로 김과 감태를, ②여행지로 경남 거제 가나마을을, ③해양생물로 범게를 각각 선정"
    assert titled(words) == [
        ("이달의 수산물", ["김", "감태"]),
        ("이달의 여행지", ["가나마을"]),
        ("이달의 해양생물", ["범게"]),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "이달의 등대로 후포등대를 선정할 예정이다.",
        "이달의 수산물로 무엇이 좋을지 의견을 듣는다.",
        "올해의 과제로 안전을 꼽았다.",
    ],
)
def test_no_title_is_given(words: str) -> None:
    assert not [one for one in find(words) if one.selectees]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "㈜가나푸드는 식품을 만드는 기업으로 올해 스마트공장 지원사업 대상기업에 선정되어, 설비를 바꾼다.",
            "㈜가나푸드",
        ),
        ("㈜가나다는 올해 창업도약 지원사업에 선정돼 자금을 지원받았다.", "㈜가나다"),
        ("가나대학교는 다라 공모사업에 최종 선정됐다.", "가나대학교"),
        ("○ 주식회사 가나는 4월 수출바우처 사업 수행기업으로 선정되었다.", "주식회사 가나"),
        ("한편, ㈜라마바는 지난 3월 다라 지원사업 대상으로 신규 선정되었으며, 공장을 짓고 있다.", "㈜라마바"),
    ],
)
def test_the_subject_is_chosen(words: str, name: str) -> None:
    assert [[party.name for party in one.selectees] for one in find(words)] == [[name]]


@pytest.mark.parametrize(
    "words",
    [
        "㈜가나다는 2019년 다라 지원사업에 선정되었다.",
        "참가자는 지원사업에 선정되면 교육을 받는다.",
        "이 제도는 시범사업에 선정된 곳에 적용한다.",
    ],
)
def test_the_subject_is_not_chosen_now(words: str) -> None:
    assert not [one for one in find(words) if one.selectees]


def test_years_side_by_side() -> None:
    words = "2019년 강원대·한남대, 2021년 경북대·전남대, 2022년 전북대 총 5개 대학을 사업 대상으로 선정하였다."
    found = [(one.year, one.count, [party.name for party in one.selectees]) for one in find(words)]
    assert found[:3] == [(2019, 2, ["강원대", "한남대"]), (2021, 2, ["경북대", "전남대"]), (2022, 1, ["전북대"])]
    assert found[3][1] == 5


def test_one_named_alone_is_of_the_total() -> None:
    words = "올해 스마트공장 지원사업에 총 11개사를 선정하였다.\n\n㈜가나다는 스마트공장 지원사업 대상기업에 선정됐다."
    assert [(one.count, [party.name for party in one.selectees]) for one in find(words)] == [(11, ["㈜가나다"])]


def test_a_work_is_given_the_grand_prize() -> None:
    words = (
        "제22회 다라 사진 공모전 대상으로 홍길동 씨의 ‘가을 길’을 선정하는 등 수상작 76점을 공개했다.\n\n우수상도 있다."
    )
    found = {one.category: [(party.name, party.project) for party in one.selectees] for one in find(words)}
    assert found["대상"] == [("홍길동", "가을 길")]


def test_whom_a_contest_is_for_wins_nothing() -> None:
    assert not [one for one in find("청년을 대상으로 우수상을 뽑는 공모전을 연다.") if one.selectees]


def shape(words: str, head: str = HEAD) -> list[tuple[int | None, str | None, list[str]]]:
    return [(one.count, one.category, [party.name for party in one.selectees]) for one in find(words, head)]


@pytest.mark.parametrize(
    ("words", "track", "names"),
    [
        (
            "힘쓴 가나세관 홍길동 주무관과 임꺽정 주무관을 '단속 분야' 유공자로 선정했다.",
            "단속 분야",
            ["홍길동", "임꺽정"],
        ),
        (
            "‘통관 분야’ 유공자에 홍길동 주무관, ‘심사 분야’ 유공자에 임꺽정 사무관을 각각 선정했다.",
            "통관 분야",
            ["홍길동"],
        ),
        (
            "새 시스템을 차질 없이 개통한 전환 사업 추진단*이 '변화 분야'에 선정되었다.",
            "변화 분야",
            ["전환 사업 추진단"],
        ),
        ("가나세관 홍길동 주무관에게는 관세청장 표창을 수여했다.", "관세청장 표창", ["홍길동"]),
    ],
)
def test_honours_by_division(words: str, track: str, names: list[str]) -> None:
    assert (len(names), track, names) in shape(words)


def test_a_count_far_before_its_verb() -> None:
    words = (
        "추진 중인 가나4·다라2·마바역·사아역·자차마을 등 5곳을 오는 12월 31일(금)에 "
        "도심 복합사업(이하 “복합사업”) 본 지구로 지정한다고 밝혔다."
    )
    names = ["가나4", "다라2", "마바역", "사아역", "자차마을"]
    assert [(count, found) for count, _, found in shape(words)] == [(5, names)]


def test_what_several_are_chosen_as() -> None:
    words = "가나부는 ‘새싹기업’ 16개사를 선정했으며, 다라부는 ‘열매기업’ 15개사를 선정했다."
    assert [(count, track) for count, track, _ in shape(words)] == [(16, "새싹기업"), (15, "열매기업")]


@pytest.mark.parametrize(
    "words",
    [
        "기존 위원(243명)을 제외한 인원을 선발한다.",
        "국내 512개 법정·민간인증을 안내한다.",
        "환자는 12개 병원의 지정 병상에 배정되었다.",
        "지원금은 폐업자를 뺀 249만개사를 지원 대상으로 선정하고 지급한다.",
        "일정 규모(최소 5명) 이상의 고령자를 고용하려는 기업이 지정된다.",
        "환경부는 ‘가나기업’을, 중기부는 ‘다라기업’을 각각 선정한다.",
        "정부는 ‘가나지구 개발’을 국정과제로 선정했다.",
        "가나 조직원 15명 및 관련 기관 2개를 독자제재 대상으로 지정한다.",
        "국가지정입원병상 281개, 긴급병상 416개를 갖춘다.",
        "해수욕장에서는 30개 프로그램의 수상활동을 즐긴다.",
        "’20년 말까지 404건이 승인되었다.",
        "‘라면 1000개로 배우는 조달’ 영상이 공모전에서 수상했다.",
    ],
)
def test_no_round(words: str) -> None:
    assert [count for count, _, _ in shape(words) if count and count > 1] == []


def test_a_count_that_tells_more_of_the_next() -> None:
    assert [count for count, _, _ in shape("최종적으로 5개 시·도 9개 사업자를 지원 대상으로 확정하였다.")] == [9]


def test_the_paragraph_over_a_bullet_names_its_programme() -> None:
    filler = "가나다 정책은 여러 부처가 함께 마련하였으며 꾸준히 추진할 계획이라고 관계자는 설명하였다. " * 6
    words = (
        f"□ {filler}",
        "□ ‘마바 육성사업’을 새로 추진한다.",
        "ㅇ 신규기업 16개를 선정하여 지원할 계획이다.",
        "□ ‘사아 혁신사업’을 확대한다.",
        "ㅇ 신규기업 21개를 선정하여 지원할 계획이다.",
    )
    found = {one.count: one.program for one in find("\n\n".join(words))}
    assert (found[16], found[21]) == ("마바 육성사업", "사아 혁신사업")


def test_parties_in_headings() -> None:
    words = (
        "위원회는 5건의 지정기간을 연장했다.",
        "2. 가나 서비스 지정기간 연장 (3건)",
        "[1]~[2] 조각투자 거래 서비스 (루루블록, 피피증권)",
        "내용을 설명한다.",
        "[3] 비대면 확인 서비스 (가나은행)",
        "3. 가나 서비스 지정내용 변경 (1건)",
        "□ 가족카드 서비스 (다라카드)",
    )
    assert ["루루블록", "피피증권", "가나은행"] in [names for _, _, names in shape("\n\n".join(words))]


def test_nobody_is_chosen() -> None:
    for words in (
        "시군구 단위로 ‘가나 방제의 날’을 지정해 방제를 추진한다.",
        "조례로 ‘저공해 지역’을 지정·운영할 수 있는 근거를 마련했다.",
        "‘가나다’ 선정 기업을 축하했다.",
        "청장은 특구별 핵심전략산업을 선정하였다.",
        "신선도를 유지할 포장 방법을 ㈜가나다 연구소가 개발해 대상을 수상하기도 했다.",
        "공이 큰 예비군, 군인, 군무원, 민간인 등 281명을 선발했다.",
    ):
        assert [names for _, _, names in shape(words) if names] == []


def test_each_prize_of_a_chain() -> None:
    words = "㈜가나 홍길동 부사장이 대통령 표창을, 다라㈜ 임꺽정 대표이사가 국무총리 표창을 수상하였다."
    assert shape(words, "제3회 가나의 날 기념식 개최\n\n- 배포일: 2024-05-06") == [
        (1, "대통령 표창", ["홍길동"]),
        (1, "국무총리 표창", ["임꺽정"]),
    ]
    counted = "가나㈜ 홍길동 부장 등 5인이 대통령 표창을, 다라㈜ 임꺽정 부장 등 6인이 국무총리 표창을 받았다."
    assert [(count, track) for count, track, _ in shape(counted)] == [(5, "대통령 표창"), (6, "국무총리 표창")]


def test_chosen_for_a_prize() -> None:
    assert (1, "우수상", ["창녕군"]) in shape("우수상에 선정된 경남 창녕군은 교육을 아홉 차례 실시하였다.")


@pytest.mark.parametrize(
    ("words", "tracks"),
    [
        ("구강진료센터, 구강보건센터를 7월 중 각각 2개소 선정하여 지원한다.", ["구강진료센터", "구강보건센터"]),
        ("디자인 분야와 기술 분야에서 각각 2개사를 선정했다.", ["디자인 분야", "기술 분야"]),
    ],
)
def test_so_many_of_each(words: str, tracks: list[str]) -> None:
    assert [(count, track) for count, track, _ in shape(words)] == [(2, track) for track in tracks]


def test_what_a_track_says_the_total_does_not_say_again() -> None:
    words = "올해 31개사를 선정했다.\n\n가나부는 ‘새싹기업’ 16개사를 선정했다.\n\n* 예산을 고려하여 16개사 선정"
    head = "녹색 유망기업 육성사업 결과\n\n- 배포일: 2024-05-06\n\n녹색 유망기업 육성사업을 추진한다."
    assert [(count, track) for count, track, _ in shape(words, head)] == [(31, None), (16, "새싹기업")]


def test_how_the_chosen_spread_is_no_division() -> None:
    words = "교육생 208명을 선발했다.\n\n비전공자(154명, 74.0%)가 전공자(54명, 26.0%)보다 많다."
    assert [count for count, _, _ in shape(words)] == [208]


def test_a_footnote_lists_what_its_line_counts() -> None:
    words = (
        "교육생 208명을 선발했다.\n\n센터*에서 지난해까지 580명이 교육을 마쳤다.\n\n"
        "* 4개소 : 전북 김제시, 전남 고흥군, 경북 상주시, 경남 밀양시"
    )
    assert [count for count, _, _ in shape(words)] == [208]


def test_a_prize_with_a_name_of_its_own_governs_its_bullets() -> None:
    filler = "□ " + "가나다 정책은 여러 부처가 함께 마련하였으며 꾸준히 추진할 계획이라고 설명하였다. " * 8
    words = f"{filler}\n\n□ 분기마다 주는 ‘핵심가치상’에는,\n\nㅇ 성과를 낸 「단속팀*」이 ‘명예 분야’에 선정되었다."
    assert [(one.program, one.category) for one in find(words)] == [("핵심가치상", "명예 분야")]


def test_a_sub_programme_that_is_only_its_track() -> None:
    (one,) = find("전략형 사업은 창업기업에 자금을 지원하는 사업으로, 총 90과제를 선정한다.", "혁신 창업성장사업 공고")
    assert (one.program, one.category, one.count) == ("혁신 창업성장사업", "전략형", 90)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("봉사상은 가나오일㈜이 수상했다.", (1, "봉사상", ["가나오일㈜"])),
        ("공작기계 제조 전문 기술인으로서 힘쓴 가나㈜ 홍길동 대표 등 4명을 선정했다.", (4, None, ["홍길동"])),
        (
            "본상 수상자 3명은 △가나소방서 소방장 홍길동 △다라소방서 소방교 임꺽정 △마바소방서 소방장 성춘향이다.",
            (3, "본상", ["홍길동", "임꺽정", "성춘향"]),
        ),
        (
            "행안부는 ’연료운반선 지원 사업‘에 인천 옹진군, 전남 신안군 등 2개 지자체를 신규로 선정하였다.",
            (2, None, ["옹진군", "신안군"]),
        ),
        ("아이디어 부문과 사업화 부문 각각 9개 아이템을 선정했다.", (9, "아이디어 부문", [])),
    ],
)
def test_more_wordings(words: str, wanted: tuple[int, str | None, list[str]]) -> None:
    assert wanted in shape(words)


def test_titles_of_a_month() -> None:
    words = "3월 「이달의 기술인」으로 선정된 가나㈜ 홍길동 대표는 전문 기술인이다."
    assert [(one.program, [party.name for party in one.selectees]) for one in find(words)] == [
        ("이달의 기술인", ["홍길동"])
    ]


def test_whom_to_ask_is_not_chosen() -> None:
    words = "올해 2개 지자체를 신규로 선정하였다.\n\n* 담당자 : 지역균형과 홍길동, 임꺽정"
    assert [names for _, _, names in shape(words) if names] == []


def test_no_number_of_the_chosen() -> None:
    for words in ("2023년까지 646명의 수상자를 배출했다.", "총 226팀 지원, 열띤 경쟁을 벌였다."):
        assert shape(words) == []


def test_several_named_apart_are_of_one_total() -> None:
    words = (
        "가나㈜ 홍길동 대표 등 4명을 3~6월 「이달의 기술인」으로 선정했다.",
        "4월 「이달의 기술인」으로 선정된 다라㈜ 임꺽정 회장은 오래 일했다.",
        "5월 「이달의 기술인」으로 선정된 마바㈜ 성춘향 대표는 젊다.",
    )
    assert [(count, names) for count, _, names in shape("\n\n".join(words))] == [(4, ["홍길동", "임꺽정", "성춘향"])]


def test_those_of_a_year_before() -> None:
    (one,) = find("지난해 1기로 지정된 서울 관악구, 부산 부산진구, 경남 거창군에 이어 두 번째이다.")
    assert (one.year, one.status, [party.name for party in one.selectees]) == (
        2023,
        "selected",
        ["관악구", "부산진구", "거창군"],
    )


def test_some_of_a_track() -> None:
    words = (
        "일반 분야 110개사, 반도체 분야 28개사를 선정했다.\n\n"
        "○ 반도체 분야에서는 ㈜누리 컨소시엄(㈜누리·한울병원)과 ㈜하람 컨소시엄(㈜하람·온새미대학교) 등이 실증한다."
    )
    assert (28, "반도체 분야", ["㈜누리 컨소시엄", "㈜하람 컨소시엄"]) in shape(words)


def test_a_first_stage_named_far_before_its_verb() -> None:
    words = "심사위원회는 1차 공모의 당선작으로 ‘가나’, ‘다라’, ‘마바’ 등 총 다섯 개 작품을 선정하였다."
    assert decided(words) == [("shortlisted", 5)]


def test_who_is_listed_by_name_is_chosen_already() -> None:
    words = "올해 사업에 참여할 지자체를 모집한다.\n\n지난해 선정 지자체(3곳) : 경기 광명시, 강원 태백시, 충남 천안시"
    assert [one.status for one in find(words, "가나 마을사업 설명회\n\n- 배포일: 2024-05-06") if one.selectees] == [
        "selected"
    ]


def test_the_title_names_one_of_several() -> None:
    words = (
        "소재부는 중견기업 연구 지원사업을 통합 공고한다.\n\n"
        "별빛 플러스사업 등 5개 사업에서 중견기업 50개를 선정한다.\n\n"
        "중견기업 연구 지원사업은 세 방향으로 추진된다. 별빛 플러스사업은 신규 사업이다."
    )
    (one,) = find(words, "별빛 플러스사업 등 중견기업 연구 지원사업 추진\n\n- 배포일: 2024-05-06")
    assert one.program == "중견기업 연구 지원사업"


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("65개소 선정에 124개소가 지원하는 등 관심이 높았다.", [65]),
        ("20개사를 선정했다. 선정기업의 고용인원은 30명 더 늘어난 것으로 나타났다.", [20]),
        ("20개사를 선정했다. 전체 20개 선정기업 중 17개 기업이 비대면 분야 기업이었다.", [20]),
        ("전국 11개 시·도 모범단지 가운데 5곳을 선정했다.", [5]),
        ("정부는 8개 시·도를 특구로 지정했다.", [8]),
        ("사업 성과는 고용창출 1,191명, 인증 228건, 특허 211건 등이다.", []),
    ],
)
def test_what_is_told_of_the_chosen_is_no_round(words: str, counts: list[int]) -> None:
    assert [one.count for one in find(words)] == counts


def test_who_gives_a_prize_does_not_get_it() -> None:
    found = find("공모전을 연다.\n\n※ 수상내역 : 최우수상 1점(위원회위원장상), 우수상 3점(진흥원장상)")
    assert [(one.category, one.count, one.selectees) for one in found] == [("최우수상", 1, []), ("우수상", 3, [])]


def test_whom_a_programme_looks_for_is_not_part_of_its_name() -> None:
    found = find("전문가 심사로 3개 기관을 선정했다.", "가람 육성사업 주관기관 선정\n\n- 배포일: 2024-05-06")
    assert [(one.program, one.count) for one in found] == [("가람 육성사업", 3)]


@pytest.mark.parametrize(
    "words",
    [
        "중도 포기에 대비해 경남 밀양시와 전남 곡성군을 예비 대상지로 남겨 뒀다.",
        "경남 밀양시(멍게)와 전남 곡성군(전복)은 예비 대상지로 남아 있다.",
        "※ 예비 대상지 : 밀양시, 곡성군 - 포기하는 곳이 있으면 잇는다",
    ],
)
def test_reserves(words: str) -> None:
    (found,) = find(words)
    assert (found.status, found.count, [one.name for one in found.selectees]) == (
        "shortlisted",
        2,
        ["밀양시", "곡성군"],
    )


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("47개 업체가 응모하여 98개소가 인증을 받게 되었다.", "selected"),
        ("평가를 거쳐 98곳이 관문을 통과했다.", "selected"),
        ("서류 심사에서 98곳이 관문을 통과했다.", "shortlisted"),
        ("올해 98개소를 새로 골라 설립 비용을 보탠다.", "planned"),
        ("내년 신규 대상 98곳 내외를 가려내기 위한 공모를 시작할 예정이다.", "planned"),
        ("전국에서 98곳을 가려냈다.", "selected"),
        ("최종 합격 98팀", "selected"),
    ],
)
def test_other_verbs_of_choosing(words: str, status: str) -> None:
    assert decided(words) == [(status, 98)]


def test_who_is_made_something_by_decision() -> None:
    (one,) = find("‘가나다 건립 지원사업’에서도 목포시와 고흥군이 사업자로 결정됐다.")
    assert [party.name for party in one.selectees] == ["목포시", "고흥군"]
    assert not find("‘가나다의 춤’을 대표목록에 등재하기로 최종 결정하였다.")


def named(words: str) -> list[tuple[str | None, int | None, list[str]]]:
    return [(one.category, one.year, [party.name for party in one.selectees]) for one in find(words)]


def test_the_next_sentence_marks_as_many_as_were_counted() -> None:
    words = "심사를 거쳐 과제 3개가 채택되었다. △지하 차수판 △인파 판독 △아케이드 난연화가 그것이다."
    assert named(words) == [(None, None, ["지하 차수판", "인파 판독", "아케이드 난연화"])]
    words = "‘으뜸팀’ 2곳의 면면도 드러났다. ▲파도×커피(강원 강릉) ▲깡깡이×목공소(부산 영도)이다."
    assert named(words) == [("으뜸팀", None, ["파도×커피", "깡깡이×목공소"])]


def test_winners_of_prizes_whatever_they_are_called() -> None:
    words = "최우수상(각 300만 원)에는 가람숲체원과 나루 치유의숲이, 우수상(각 200만 원)에는 다솜치유의숲이 입상하였다."
    assert named(words) == [("최우수상", None, ["가람숲체원", "나루 치유의숲"]), ("우수상", None, ["다솜치유의숲"])]
    words = "공모전에서 최우수상(상금 500만 원)은 가람치유의숲의 ‘마음 복구’가 거머쥐었다."
    assert named(words) == [("최우수상", None, ["가람치유의숲"])]


def test_years_that_are_over() -> None:
    assert [(one.status, one.year) for one in find("2021년 19곳이 선정되는 등 해마다 많은 곳을 확보할 계획이다.")] in (
        [],
        [("selected", 2021)],
    )
    words = "* 기존 거점 : 전북 익산시·경북 포항시(’22년 선정), 강원 평창군(’23년 선정)"
    assert named(words) == [(None, 2022, ["익산시", "포항시"]), (None, 2023, ["평창군"])]


def test_a_heading_counts_the_items_below_it() -> None:
    first = "03 으뜸 관광지 신규 3곳\n\n자연·숲\n- 가람숲터 (전남 장흥군)\n- 나루산책길 (제주 서귀포시)"
    deck = f"{first}\n\n명상\n- 다솜학교 (경북 영주시)"
    (one,) = find(deck, "2024년 가나다 관광 선정 결과\n\n- 배포일: 2024-05-06")
    assert [(party.name, party.category) for party in one.selectees] == [
        ("가람숲터", "자연·숲"),
        ("나루산책길", "자연·숲"),
        ("다솜학교", "명상"),
    ]


def test_lines_divide_a_total() -> None:
    lines = "- (일반형) 18개소, 개소당 최대 10억 원\n\n- (모둠형) 5개소, 개소당 최대 20억 원"
    found = find(f"올해 23개소를 선정할 계획이다.\n\n{lines}")
    assert {(one.category, one.count, one.status) for one in found} == {
        (None, 23, "planned"),
        ("일반형", 18, "planned"),
        ("모둠형", 5, "planned"),
    }


def test_who_was_chosen_in_a_year_that_is_over_is_a_decision() -> None:
    assert decided("2023년 합격한 12팀은 사업비를 5월에 받는다.") == [("selected", 12)]
    assert decided("2023년 39개 지자체가 뛰어들어 4곳이 최종 지정") == [("selected", 4)]


def test_those_sifted_whose_names_are_shown_are_chosen() -> None:
    words = "□ 가람부는 지원사업에 새로 참여할 12개 시·군·구를 추려 5월 7일 명단을 내놓았다."
    assert decided(words) == [("selected", 12)]
