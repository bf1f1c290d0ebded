"""The programme that governs a place in the text."""

import pytest

from extract.header import read_header
from extract.reading import Reading
from extract.scope import programme_at
from parsers import Source, parse


def reading(body, title="이웃과 함께 삽니다"):
    document = parse(Source("a.md", f"---\ntitle: {title}\n---\n\n{body}".encode()))
    return Reading(document, read_header(document))


LEAD = "가온군은 ‘2024년 고령친화마을 조성사업’ 대상지로 마을 12곳을 선정했다고 밝혔다.\n\n"


@pytest.mark.parametrize(
    ("body", "name", "year"),
    [
        (LEAD, "고령친화마을 조성사업", 2024),
        (
            "온동네 돌봄은 마을이 함께 아이를 키우도록 지원하는 사업이다. 온동네 돌봄 12곳을 골랐다.",
            "온동네 돌봄",
            None,
        ),
        ("「2025 나루골상」 후보를 찾는다. 「2025 나루골상」은 봄에 준다.", "나루골상", 2025),
    ],
)
def test_what_a_release_is_about(body, name, year):
    found = reading(body).main_programme
    assert (found.name, found.year) == (name, year)


def test_a_title_that_announces_a_call_names_the_programme():
    other = "「풀씨 자문단 이용 지원사업」으로 먼저 상담을 받는다. 「풀씨 자문단 이용 지원사업」은 봄에 연다."
    found = reading(other, "2026년도 들녘 풀씨공장 구축지원사업 참여기업 모집 공고").main_programme
    assert (found.name, found.year) == ("들녘 풀씨공장 구축지원사업", 2026)


@pytest.mark.parametrize(
    ("body", "at", "name"),
    [
        (LEAD + "선정된 마을에는 3억원을 준다.", "3억원", "고령친화마을 조성사업"),
        (LEAD + "한편 빈집 정비사업은 다음 달 7곳을 고른다.", "7곳", "빈집 정비사업"),
        (LEAD + "| 사업 | 곳 |\n|---|---|\n| 빈집 정비사업 | 7 |", "7", "빈집 정비사업"),
        (LEAD + "빈집 정비사업\n\n7곳\n\n3억원", "7곳", "빈집 정비사업"),
    ],
)
def test_programme_at(body, at, name):
    here = reading(body)
    assert programme_at(here, here.text.rindex(at)).name == name


def test_another_year_is_not_the_programmes():
    here = reading(LEAD + "2021년에는 5곳을 선정했다.")
    assert programme_at(here, here.text.index("5곳")).year is None


def test_the_programme_is_that_of_as_many_as_the_title_tells():
    body = (
        "물가 쉼터 이야기 공모전 수상작 6점도 공개\n\n"
        "가람군은 ‘2026년 물가쉼터 조성사업’의 새 대상지 7개소를 정했다고 9일 밝혔다.\n\n"
        "또 「2025 물가 쉼터 이야기 공모전」의 결과를 알렸다. 모두 48점이 나왔다.\n"
    )
    found = reading(body, "가람군, 새 쉼터 7개소 정했다").main_programme
    assert (found.name, found.year) == ("물가쉼터 조성사업", 2026)
