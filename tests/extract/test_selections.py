"""Selections as small releases state them, through the public face."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.release import Selection
from parsers import Source, parse

HEAD = "2024년 가나다 지원사업 선정 결과"


def find(words: str, head: str = HEAD) -> list[Selection]:
    return extract(parse(Source("a.txt", f"{head}\n\n{words}".encode()))).selections


def shape(words: str, head: str = HEAD) -> list[tuple]:
    return [(s.status, s.count, s.category, [party.name for party in s.selectees]) for s in find(words, head)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "거점형은 충남 천안시 1개소, 강소형은 경기 광명시, 강원 태백시 등 2개소를 선정했다.",
            [("selected", 1, "거점형", ["천안시"]), ("selected", 2, "강소형", ["광명시", "태백시"])],
        ),
        (
            "㈜가나다, (주)라마바, 사아전자 등 3개사를 선정했다고 밝혔다.",
            [("selected", 3, None, ["㈜가나다", "(주)라마바", "사아전자"])],
        ),
        (
            "선정된 지자체는 서울 강남구, 부산 해운대구, 경기 수원시이다.",
            [("selected", 3, None, ["강남구", "해운대구", "수원시"])],
        ),
        ("올해는 신규로 5개소 내외를 선정할 예정이다.", [("planned", 5, None, [])]),
        (
            "▲대상: 수원시 ▲최우수상: 천안시, 전주시",
            [("selected", 1, "대상", ["수원시"]), ("selected", 2, "최우수상", ["천안시", "전주시"])],
        ),
        (
            "심사를 거쳐 서울(강남구, 서초구), 부산(해운대구) 등 3개 시·군·구를 선정하였다.",
            [("selected", 3, None, ["강남구", "서초구", "해운대구"])],
        ),
    ],
)
def test_prose(words: str, wanted: list[tuple]) -> None:
    assert shape(words) == wanted


def test_parts_that_add_up_to_the_total() -> None:
    found = shape("센터 7개를 신규 선정하였다. 이공분야 4개, 공학분야 3개이다.")
    assert {(count, track) for _, count, track, _ in found} == {(7, None), (4, "이공분야"), (3, "공학분야")}


def test_who_applied_is_not_chosen() -> None:
    assert shape("총 35개 시·군이 참여했으며, 평가 결과 10개 시·군이 최종 선정됐다.") == [("selected", 10, None, [])]


def test_the_same_fact_has_two_evidences() -> None:
    (selection,) = find("올해 10곳을 선정했다.\n최종 10곳을 선정하였다.")
    assert len(selection.evidence) == 2


def test_ids_do_not_depend_on_what_else_is_said() -> None:
    (alone,) = find("올해 10곳을 선정했다.")
    assert find("올해 10곳을 선정했다.\n문의는 담당 부서로 하면 된다.")[0].id == alone.id


def test_years_over_counts_that_lost_their_columns() -> None:
    words = (
        "년도 2020 2021 2022\n사업명\n2020년 나래 실증사업\n2021년 나래 확산사업\n2022년 나래 정착사업\n"
        "선정 지자체\n4곳 (복합형) 2곳\n(집중형) 3곳 5곳\n"
    )
    found = {(s.program, s.year, s.category, s.count) for s in find(words, "나래 확산사업 추진 현황")}
    assert {("나래 확산사업", 2021, "복합형", 2), ("나래 확산사업", 2021, "집중형", 3)} <= found
    assert ("나래 실증사업", 2020, None, 4) in found


def test_what_is_foreseen_is_planned() -> None:
    assert shape("이번에 12개사를 선정했다. (2027년까지 90개사 선정)")[1][:2] == ("planned", 90)
    assert shape("최종 선정되는 20개 내외 기업에는 자금을 지원한다.")[0][:2] == ("planned", 20)


def test_how_the_chosen_spread_is_no_round() -> None:
    words = "최종 22개 기업을 선정했다.\n기업규모별로 보면, 대기업 2개, 중견기업 14개, 중소기업 6개 등 고루 선정되었다."
    assert [(s.status, s.count) for s in find(words)] == [("selected", 22)]


def test_a_footnote_lists_as_many_as_were_counted() -> None:
    words = "올해 시범사업은 가온 등 4개 기업*을 선정하였다.\n\n* 가온, 나래, 다솜테크, 라온에어"
    assert shape(words) == [("selected", 4, None, ["가온", "나래", "다솜테크", "라온에어"])]
    assert shape(words.replace(", 라온에어", "")) != shape(words)


def test_middle_dots_part_towns_of_a_province_and_names_that_a_count_parts() -> None:
    towns = "강원특별자치도 양양군·정선군, 경상남도 창원시·남해군을 사업 지역으로 선정하였다."
    assert shape(towns) == [("selected", 4, None, ["양양군", "정선군", "창원시", "남해군"])]
