from parsers import Source, parse

SAVED = """기사 메일전송
새싹마을 열 곳 확정, 세 해 동안 돕는다
  • 성춘향 기자
  • 등록 2024-06-24 09:50:01

기사수정
  • 가람시 등 열 곳에 국비 80억 원

국토교통부는 새싹마을 조성사업 공모 결과 가람시 등 열 곳을 선정했다고 24일 밝혔다.

선정된 곳에는 3년간 국비 80억 원을 지원하고 내년 3월에 사업을 시작할 계획이다.

0
  • 목록 바로가기
  • 인쇄

많이 본 뉴스더보기
  1. 나루군, 나들이 열차 운행 나루군은 주말마다 나들이 열차를 운행하고 있다고 밝혔다.
모바일 버전 바로가기
"""


def test_the_article_of_a_saved_page():
    document = parse(Source("a.txt", SAVED.encode()))
    assert document.text == (
        "새싹마을 열 곳 확정, 세 해 동안 돕는다\n가람시 등 열 곳에 국비 80억 원\n"
        "국토교통부는 새싹마을 조성사업 공모 결과 가람시 등 열 곳을 선정했다고 24일 밝혔다.\n"
        "선정된 곳에는 3년간 국비 80억 원을 지원하고 내년 3월에 사업을 시작할 계획이다."
    )
    assert document.meta.published == "2024-06-24 09:50:01"


def test_a_release_that_mentions_a_list_is_no_saved_page():
    text = "□ 관련기사\n국토교통부는 열 곳을 선정했다고 밝혔다.\n목록\n끝"
    assert parse(Source("a.txt", text.encode())).text == text
