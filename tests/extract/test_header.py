from datetime import date

import pytest

from extract.header import read_header
from parsers import Source, parse


def header(text, published=None):
    return read_header(parse(Source("a.txt", text.encode())), published)


def test_the_head_of_a_ministry_release():
    found = header(
        "보도시점 : 2024. 5. 1.(수) 11:00 이후(5. 2.(목) 조간) / 배포 : 2024. 4. 30.(화)\n\n새싹마을 열 곳 확정\n\n"
        "- 앞으로 세 해 동안 돕는다\n\n□ 국토교통부(장관 홍길동)는 4월 30일 열 곳을 확정하였다.\n"
    )
    assert found.title == "새싹마을 열 곳 확정"
    assert found.subtitles == ("앞으로 세 해 동안 돕는다",)
    assert found.issuer == "국토교통부"
    assert found.published == date(2024, 4, 30)
    assert found.embargo is not None
    assert found.embargo.isoformat() == "2024-05-01T11:00:00+09:00"


def test_papers_and_broadcast_have_their_own_moments():
    found = header(
        "배포일시\t2021. 11. 8.(월) / 총 5매\n보도일시\t2021년 11월 9일(화) 조간부터 보도하여 주시기 바랍니다. "
        "※ 통신·방송·인터넷은 11. 8.(월) 11:00 이후 보도 가능\n새싹마을 추진\n"
    )
    assert found.embargo is not None
    assert found.embargo.isoformat() == "2021-11-08T11:00:00+09:00"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("제목\n국토부는 두 곳을 골랐다.", "국토교통부"),
        ("제목\n당진시(시장 홍길동)는 두 곳을 골랐다.", "당진시"),
        ("제목\n두 곳이 뽑혔다.", None),
    ],
)
def test_the_issuer_is_the_authority_that_speaks(text, issuer):
    assert header(text).issuer == issuer


def test_a_given_day_only_stands_in():
    given = date(2020, 1, 1)
    assert header("제목\n등록 2024-06-24 09:50\n본문", given).published == date(2024, 6, 24)
    assert header("제목\n본문", given).published == given
