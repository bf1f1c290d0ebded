"""Who wins, or is made something, and what counts as no choice at all."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.release import Selection
from parsers import Source, parse


def find(title: str, words: str = "자세한 내용은 붙임을 참고하시기 바랍니다.") -> list[Selection]:
    release = f"{title}\n\n- 배포일: 2024-05-06\n\n{words}"
    return extract(parse(Source("a.txt", release.encode()))).selections


def won(title: str, words: str = "자세한 내용은 붙임을 참고하시기 바랍니다.") -> list[tuple[str | None, list[str]]]:
    return [(one.category, [party.name for party in one.selectees]) for one in find(title, words)]


@pytest.mark.parametrize(
    ("title", "track", "name"),
    [
        ("행복청, 다라 종합평가 3년 연속 최우수기관 선정", "최우수기관", "행복청"),
        ("산림청, ’23년 적극행정 경진대회 최우수상 수상", "최우수상", "산림청"),
        ("한국가나다공단, 대한민국 안전건설대상 수상", None, "한국가나다공단"),
        ("관세청, 국토교통부 주관 대한민국 가나건축상 대상 수상", "대상", "관세청"),
        ("가나다도서관, 세계에서 가장 조용한 문화기관으로 선정", None, "가나다도서관"),
        ("조달청 홍길동 연구관 ‘대한민국 가나상’ 수상", None, "홍길동"),
    ],
)
def test_a_headline_of_a_winner(title: str, track: str | None, name: str) -> None:
    assert won(title) == [(track, [name])]


@pytest.mark.parametrize(
    ("words", "track", "name"),
    [
        (
            "산림청 국립가나연구원은 29일 한국협회가 개최한 연차대회에서 ‘가나다논문상’을 수상했다고 밝혔다.",
            None,
            "국립가나연구원",
        ),
        (
            "조달청은 5일 행안부가 주관하는 ‘가나다 품질인증’ 심사에서 ‘최우수’ 등급을 획득했다고 밝혔다.",
            "최우수 등급",
            "조달청",
        ),
        ("통계청(청장 홍길동)은 가나다 청렴 평가에서 우수기관으로 선정됐다고 밝혔다.", "우수기관", "통계청"),
    ],
)
def test_a_sentence_of_a_winner(words: str, track: str | None, name: str) -> None:
    assert won("가나다 추진", words) == [(track, [name])]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("환경부, 하수도 평가 최우수기관 선정", "환경부는 6개 시군을 하수도 평가 최우수기관으로 선정했다."),
        ("가나 정책, 나라 행사에서 소개", "가나원은 우수기관을 선정했다고 밝혔다."),
        ("가나다 추진", "가나청은 나다㈜를 우수기업으로 선정했다고 밝혔다."),
    ],
)
def test_who_chooses_wins_nothing(title: str, words: str) -> None:
    names = [name for _, names in won(title, words) for name in names]
    assert not {"환경부", "가나원", "가나청"} & set(names)


@pytest.mark.parametrize(
    "words",
    [
        "올해 9급 공개경쟁채용으로 98명을 선발한다.",
        "최근 문제가 된 30개 품목을 안전성 조사 대상으로 선정하였다.",
        "위반이 의심되는 업소 98곳을 선정하여 점검하였다.",
        "지금까지 세계 유산 목록에는 98건이 등재되어 있다.",
        "현재까지 우수제품 90개사, 시제품 8개사 등 총 98개사의 제품이 혁신제품으로 지정됐다.",
        "댐 98곳의 용수공급에 지장이 없도록 저수상황 관리를 강화한다.",
        "공원 인증 시 98곳 단위로 기념품을 준다.",
        "검토를 거쳐 98건을 관리대상으로 선정하였다.",
        "이미 지정된 98개 시·도*를 대상으로 신청을 받는다.",
        "98개소는 전담병원 또는 호흡기지정의료기관을 운영한다.",
        "진료 지정 의료기관 98개소로 늘었다.",
        "후손 98명에게 국적증서를 수여하였다.",
        "서포터즈 98명에게 위촉장을 수여했다.",
        "올해는 작년(98점)보다 수상규모를 확대한다.",
        "「가나 국가숲길」 지정 1주년을 기념한다.",
        "지난해까지 총 98명의 명인을 지정했다.",
        "2023년까지 총 98곳을 중점지역으로 지정",
        "의무 98건에 대해서는 매년 기업집단 지정 뒤 점검한다.",
        "전국 98개 시도가 수행기관을 선정하였다.",
        "98개 시·도와 함께 방역 대상국 추가지정을 논의하였다.",
        "센터(98개)를 중심으로 창업자를 모집한다.",
        "2010년부터 매년 ‘가나 관리 단지’를 선정하여 시상하고 있다.",
        "「가나 계획」을 통한 공급 발표, 신도시 지정 등이 있었다.",
        "가나청은 2013년부터 침수가 잦은 지역을 중심으로 매년 지정해 총 98곳을 지정했으며, 예산을 투입하고 있다.",
    ],
)
def test_no_choice_among_applicants(words: str) -> None:
    assert find("가나다 추진", words) == []


def test_who_is_celebrated_has_been_chosen() -> None:
    words = "가나부는 10개 기업을 ‘으뜸가나기업’으로 선정하고, 9일 표창 수여식을 개최한다."
    more = "올해 으뜸가나기업은 ㈜가나, ㈜다라, 마바 주식회사 등 총 10개 사다."
    found = find("10개 기업 장관 표창", f"{words}\n\n{more}")
    assert [(one.status, one.count, len(one.selectees)) for one in found] == [("selected", 10, 3)]


def test_what_is_said_to_be_done_is_done_where_the_same_is_told_of_as_past() -> None:
    words = "가나부는 가구 나동, 다시 라동 등 침수가 잦은 지역 16곳을 중점지역으로 신규 지정하고 이를 공고한다."
    more = "심사를 거쳐 최종 16곳을 선정했다."
    assert [(one.status, one.count) for one in find("가나다 추진", f"{words}\n\n{more}")] == [("selected", 16)]


def test_works_under_prizes() -> None:
    words = (
        "최우수상은 ‘놀이터의 하루(영상)’로, 아이들을 담았다.\n\n우수상 ‘참 좋다!(사진)’는 고향을 소개하였고, "
        "장려상인 ‘저녁 풍경(사진)’은 바다를 그렸다."
    )
    assert won("가나다 공모전 수상작 발표", words) == [
        ("최우수상", ["놀이터의 하루"]),
        ("우수상", ["참 좋다!"]),
        ("장려상", ["저녁 풍경"]),
    ]


def test_each_winner_after_where_it_won() -> None:
    words = "발표회 결과, ‘귀농형’ 부문에서는 강원도 양구군 마바마을이 최우수상을 차지하였다."
    assert won("우수사례 발표회 개최", words) == [("최우수상", ["마바마을"])]


def test_money_between_label_and_count() -> None:
    assert find("가나다 추진", "* 지원 규모 : 56억원 → 68억원(8개소 운영비)") == []


@pytest.mark.parametrize(
    ("words", "program", "status", "count", "names"),
    [
        (
            "가나청은 다라도에 자리한 「마바 고분군(馬 古墳群)」을 국가지정유산 사적으로 지정 예고하였다.",
            "국가지정유산 사적",
            "planned",
            1,
            ["마바 고분군"],
        ),
        ("‘가나 묘 출토복식(총 96건)’을 5월 3일 보물로 지정한다.", "보물", "selected", 1, ["가나 묘 출토복식"]),
        (
            "「가나 단풍나무」와 「다라 느티나무」 등 3건의 나무를 천연기념물로 지정했다.",
            "천연기념물",
            "selected",
            3,
            ["가나 단풍나무", "다라 느티나무"],
        ),
    ],
)
def test_what_is_put_under_protection(words: str, program: str, status: str, count: int, names: list[str]) -> None:
    found = [(s.program, s.status, s.count, [one.name for one in s.selectees]) for s in find("가나다 추진", words)]
    assert found == [(program, status, count, names)]


def test_who_stands_after_what_is_told_of_it() -> None:
    words = "2023년 최우수 단지로 주민의 참여를 통해 공동체의 모범을 제시한 가나마을 다라 아파트가 선정되었다."
    assert [[one.name for one in s.selectees] for s in find("최우수 단지 선정", words)] == [["가나마을 다라 아파트"]]


def test_whom_honours_go_to() -> None:
    assert [s.count for s in find("가나 기념식 개최", "장관은 산재예방 유공자 98명에게 정부포상을 전수했다.")] == [98]


def test_counts_in_brackets_do_not_stand_between() -> None:
    words = "지난해 41개사를 선정한 데 이어 올해 30개사(가나부 15개사, 다라부 15개사)를 추가로 선정할 계획이다."
    found = find("가나다 지원사업 추진", words)
    assert [(one.status, one.count) for one in found if one.category is None] == [("selected", 41), ("planned", 30)]


def test_marked_works_of_a_prize() -> None:
    words = "우수상에는 ▲가나 발급(다라부) ▲특허 개발(마바공단) ▲보행자 경고체계(시스템) 설치(사아시) 등이 선정됐다."
    assert won("우수사례 경진대회", words) == [("우수상", ["가나 발급", "특허 개발", "보행자 경고체계(시스템) 설치"])]


def test_a_decade_is_no_year_of_a_decision() -> None:
    words = "「2030 가나 아카데미」 공모 결과 98명을 선발했다."
    assert [(one.count, one.year) for one in find("가나다 추진", words)] == [(98, None)]


def test_whom_it_is_for_is_no_prize() -> None:
    words = "41개 연합체를 대상으로 선정평가를 진행한 결과, 총 8개 연합체가 지원 대상으로 선정되었다."
    assert won("가나다 추진", words) == [(None, [])]


def test_a_medal_after_what_is_told() -> None:
    words = "은탑산업훈장은 투자를 유치하여 고용에 크게 기여한 ‘가나 유한회사’(서울 소재) 홍길동 대표가 수상했다."
    found = find("가나 기념식 개최", words)
    assert [(s.category, [(one.name, one.kind) for one in s.selectees]) for s in found] == [
        ("은탑산업훈장", [("홍길동", "person")])
    ]


def test_honours_are_of_the_honours_that_the_release_names() -> None:
    words = "기념식에서는 14명이 표창을 받았다.\n\n* 훈장 1명, 포장 2명, 대통령 표창 4명, 국무총리 표창 7명"
    found = find("가나의 날 기념식 개최", f"{words}\n\n가나산업 유공 정부포상 수상자들이 참석했다.")
    assert {one.program for one in found if one.category == "훈장"} == {"가나산업 유공 정부포상"}


def test_a_numbered_item_is_a_track() -> None:
    words = "② 기능개선 지원은 기술이 부족한 기업 중 18개 기업을 선정해 자금을 지원한다."
    assert won("가나다 지원사업 공고", words) == [("기능개선", [])]


def test_a_first_stage_by_its_audition() -> None:
    words = "1차 오디션(6월)에서 39:1의 경쟁률을 뚫고 선발된 34개팀이 최종 대회에 참여했으며, 이들은 34개팀이다."
    assert {one.status for one in find("가나다 대회", words) if one.count == 34} <= {"shortlisted"}


def test_districts_of_the_metropolis() -> None:
    words = "가나부는 우수 지자체 8곳을 발표하고 인천시 부평구와 광주시 광산구를 최우수 지자체로 선정했다고 밝혔다."
    found = [one.region and one.region.code for s in find("우수 지자체 발표", words) for one in s.selectees]
    assert found == ["28237", "29200"]


def test_two_after_what_is_told_of_each() -> None:
    words = "산업포장은 제품을 수출하고 있는 가나(주) 홍길동 회장과 원사를 만들고 있는 다라(주) 김철수 대표가 수상했다."
    assert won("가나 기념식 개최", words) == [("산업포장", ["홍길동", "김철수"])]


def test_a_line_of_a_work_and_its_prize() -> None:
    assert won("가나 우수사례", "- 「가나 통역 서비스」가 최우수상 수상") == [("최우수상", ["가나 통역 서비스"])]


def test_counts_before_the_names_of_a_prize() -> None:
    words = "▴(대통령 표창 2개사): ㈜가나, 다라(주) / ▴(장관 표창 2개사): ㈜마바, 사아(주)"
    assert won("우수 기업 표창 계획", words) == [
        ("대통령 표창", ["㈜가나", "다라(주)"]),
        ("장관 표창", ["㈜마바", "사아(주)"]),
    ]
