"""Parties and programmes in running text."""

import pytest

from extract.rules.municipality import find_municipalities
from extract.rules.party import find_parties, party_rules
from extract.rules.programme import find_programmes


def parties(text):
    return [mention.value.name for mention in find_parties(text)]


def codes(text):
    return [mention.value.region and mention.value.region.code for mention in find_municipalities(text)]


@pytest.mark.parametrize("rule", party_rules().rules, ids=lambda rule: rule.name)
def test_examples(rule):
    book = party_rules()
    assert all([mention.value for mention in book.scan(words)] == [value] for words, value in rule.reads.items())
    assert not [words for words in rule.refuses if list(book.scan(words))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("경기 광명·안산시, 전남 보성·하동을 선정", ["광명", "안산시", "보성", "하동"]),
        ("충남 천안시와 경기 광명시, 강원 태백시", ["천안시", "광명시", "태백시"]),
        ("서울시는 경남도의회와 경기 침체를", ["서울시"]),
        ("예산\t고성군", ["고성군"]),
        ("㈜바다숲, (주)온결이", ["㈜바다숲", "(주)온결"]),
    ],
)
def test_names(text, names):
    assert parties(text) == names


def test_a_province_holds_for_its_list():
    assert codes("부산 동구·서구와 대구 동구, 중구") == ["26170", "26140", "27140", "27110"]
    assert codes("시도\t시군\n경남\t고성군")[-1] == "48820"
    assert codes("고성군") == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘2024년 스마트도시 조성사업’ 공모 결과", [("스마트도시 조성사업", 2024)]),
        ("'24년 메이커 공간 구축·운영 사업을", [("메이커 공간 구축·운영 사업", 2024)]),
        ("2022년 ‘상점가 활성화 사업’을", [("상점가 활성화 사업", 2022)]),
        ("이번 공모사업에는 청년을 위한 지원사업이", []),
        ("영상 제1회 숲길 사진 공모전 결과", [("숲길 사진 공모전", None)]),
        ("상공의 날 유공자 포상을", [("상공의 날 유공자 포상", None)]),
        ("첫 숲길 콘텐츠 공모전을", [("숲길 콘텐츠 공모전", None)]),
        ("추진단이 ‘소통 분야’에 선정되었다", []),
        ("직원은 ‘최우수상’에 선정되었다", []),
    ],
)
def test_programmes(text, found):
    assert [(mention.value.name, mention.value.year) for mention in find_programmes(text)] == found


@pytest.mark.parametrize("run", ["(주)", "가", "'", "‘가 ", "천안시·", "경기 ", "사업 ", " ", "1"])
def test_long_runs_end_soon(run):
    """Ten thousand times the same: what takes quadratic time does not end here."""
    text = run * 10_000
    assert len(list(find_parties(text))) + len(list(find_programmes(text))) >= 0
