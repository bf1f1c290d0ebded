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
        ("제목\n당진시는 이 갯벌을 가꾼다.\n해양수산부는 두 곳을 골랐다고 3일 밝혔다.", "해양수산부"),
        ("제목\n두 곳이 뽑혔다.", None),
        ("부산시, 열한 곳 골랐다\n시는 두 곳을 골랐다.", "부산광역시"),
        ("새싹마을 선정 결과\n2024. 6. 24.(월)\n국토교통부도시경제과", "국토교통부"),
        ("제목\n산업통상자원부 국가기술표준원(원장 홍길동)은 조사했다.", "산업통상자원부"),
        ("제목\n고용노동부 홍길동 장관은 3월 2일 현장을 찾았다.", "고용노동부"),
        ("제목\n행정안전부 지방정책국 균형발전과 2026. 3. 31.(화)\n나루군 새싹팀", "행정안전부"),
        ("제목\n한국새싹진흥원(원장 홍길동)은 두 곳을 골랐다.\n환경부는 요금을 고시했다.", "한국새싹진흥원"),
    ],
)
def test_the_issuer_is_the_authority_that_speaks(text, issuer):
    assert header(text).issuer == issuer


def test_a_day_in_a_sentence_is_not_the_releases_own():
    found = header("새싹기업 설명회\n2026. 2. 26.(목)\n해양수산부\n* 나이는 공고일(’26.3.3.)을 기준으로 센다")
    assert found.published == date(2026, 2, 26)


def test_a_given_day_only_stands_in():
    given = date(2020, 1, 1)
    assert header("제목\n등록 2024-06-24 09:50\n본문", given).published == date(2024, 6, 24)
    assert header("제목\n본문", given).published == given


def test_moments_named_behind_their_medium():
    found = header(
        "보도시점\t2025. 4. 29.(화) 12:00 (온라인) 2025. 4. 30.(수) 조간 (지면)\t"
        "배포일시\t2025. 4. 29.(화) 09:00\n제목\n"
    )
    assert found.embargo is not None
    assert found.embargo.isoformat() == "2025-04-29T12:00:00+09:00"


def test_at_once_is_no_embargo():
    assert header("보도시점\n배포 즉시\n배포\n2025. 11. 26.(수) 09:20\n제목\n").embargo is None


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "담당 부서\t도시정책관\t책임자\t과 장\t성춘향 (044-000-0001)\n"
            "\t도시경제과\t담당자\t사무관\t이몽룡 (044-000-0002)",
            [("도시정책관", "과장", "성춘향", "044-000-0001"), ("도시경제과", "사무관", "이몽룡", "044-000-0002")],
        ),
        (
            "* 문의: 시설총괄과 홍길동 사무관(042-000-0003), 구매총괄과 임꺽정 서기관(042-000-0004)",
            [("시설총괄과", "사무관", "홍길동", "042-000-0003"), ("구매총괄과", "서기관", "임꺽정", "042-000-0004")],
        ),
        (
            "담당과\n병원지원팀 팀 장 성춘향, 사무관 이몽룡(☎044-000-6020, 6826)",
            [("병원지원팀", "팀장", "성춘향", "044-000-6020"), ("병원지원팀", "사무관", "이몽룡", "044-000-6826")],
        ),
    ],
)
def test_contacts(text, people):
    found = header("제목\n본문이다.\n" + text).contacts
    assert [(c.department, c.position, c.name, c.phone) for c in found] == people


@pytest.mark.parametrize(
    "line",
    [
        "2025. 4. 18.(금) 배포",
        "2025. 4. 18.(금) 창업생태계과",
        "행정안전부 지방정책국 균형발전과 2025. 4. 18.(금)",
        "새싹재단 | 2025.4.18.",
    ],
)
def test_a_line_at_the_top_gives_the_day(line):
    assert header(f"새싹마을 열 곳 확정\n{line}\n두 곳은 5월 2일에 문을 연다.").published == date(2025, 4, 18)


@pytest.mark.parametrize(("day", "issuer"), [(date(2023, 5, 1), "전라북도"), (date(2024, 5, 1), "전북특별자치도")])
def test_an_issuer_bears_the_name_of_its_day(day, issuer):
    assert header("제목\n전북도는 두 곳을 골랐다고 밝혔다.", day).issuer == issuer


def test_the_word_for_its_kind_is_no_headline():
    assert header("행정안전부 보도자료\n\n마을 살림에 밑천 된다\n□ 두 곳을 골랐다.").title == "마을 살림에 밑천 된다"


def test_who_is_in_charge_is_no_headline():
    found = header(
        "보도자료\n담당부서\n고용노동부\n새싹기업과\n과  장\n홍길동\n(044-000-0001)\n새싹기업 열두 곳 탄생\n□ 본문"
    )
    assert found.title == "새싹기업 열두 곳 탄생"


def test_the_first_of_several_authorities_on_a_line():
    assert header("새싹관광 선정 결과\n문화체육관광부 관광산업과 · 한국새싹공사 관광팀").issuer == "문화체육관광부"
