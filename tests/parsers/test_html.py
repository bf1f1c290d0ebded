import pytest

from parsers import Source, parse
from parsers.errors import EmptyInput, TooLarge

PAGE = """<!doctype html><html lang="ko"><head><title>새싹마을 열 곳 확정 | 가람신문</title></head>
<body>
<header><ul class="gnb"><li>정책</li><li>지역</li></ul></header>
<div id="wrap"><div class="path">홈 &gt; 정책</div><h2 class="tit">새싹마을 열 곳 확정</h2>
<p class="info"><span>등록 2024-06-24 09:50</span></p>
<div class="view_cont">
<h3>무엇을 하나</h3>
<p>국토교통부는 새싹마을 조성사업 공모 결과 <b>열 곳</b>을 선정했다고 밝혔다.</p>
<p>선정된 곳에는 3년간 국비 80억 원을<br>지원할 계획이다.</p>
<ul><li>가람시</li><li>나루군</li></ul>
<table><caption>(단위: 백만원)</caption>
<tr><th rowspan="2">구분</th><th colspan="2">지원</th></tr><tr><th>국비</th><th>지방비</th></tr>
<tr><td>가람시</td><td>80</td><td>80</td></tr></table>
<div class="rel_in"><dl><dt>관련기사</dt><dd><a href="#">다른 곳 이야기</a></dd></dl></div>
<p>사업은 내년 3월에 시작한다고 관계자가 말했다.</p>
</div>
<div class="sns_share">페이스북 트위터</div><div>목록 바로가기</div>
<ol class="rank"><li>많이 본 다른 소식을 소개한다.</li></ol></div>
<footer>주소</footer></body></html>"""


def read(page, name="a.html"):
    return parse(Source(name, page.encode()))


def test_the_article_without_what_stands_around_it():
    document = read(PAGE)
    assert document.text == (
        "새싹마을 열 곳 확정\n무엇을 하나\n국토교통부는 새싹마을 조성사업 공모 결과 열 곳을 선정했다고 밝혔다.\n"
        "선정된 곳에는 3년간 국비 80억 원을\n지원할 계획이다.\n가람시\n나루군\n(단위: 백만원)\n\n"
        "구분\t지원\n국비\t지방비\n가람시\t80\t80\n\n사업은 내년 3월에 시작한다고 관계자가 말했다."
    )
    assert document.format == "html"
    assert document.meta.published is not None
    assert document.meta.published.startswith("2024-06-24")


def test_spans_make_a_grid():
    table = next(block.table for block in read(PAGE).blocks if block.table)
    assert (table.rows, table.columns) == (3, 3)
    assert table.at(1, 0) is table.at(0, 0)
    assert table.at(0, 2) is table.at(0, 1)


def test_a_table_that_only_lays_out_is_no_table():
    page = (
        "<html><body><table><tr><td><table><tr><td>보도시점</td><td>2024. 2. 25.(일) 11:00</td></tr></table>"
        "<p>가람시는 스무 곳을 골라 내년부터 돕기로 했다.</p></td></tr></table></body></html>"
    )
    assert [block.kind for block in read(page).blocks] == ["table", "paragraph"]


def test_a_post_with_front_matter():
    document = read('---\ntitle: "열 곳 확정"\ndate: 2024-06-24\n---\n<p>하나</p><p>둘</p><p>셋</p>')
    assert document.format == "html"
    assert document.text == "열 곳 확정\n하나\n둘\n셋"


def test_cp949_without_a_declaration():
    page = "<html><body><p>똠방각하 마을을 가꾸는 사업에 열 곳이 뽑혔다.</p></body></html>"
    assert parse(Source("a.html", page.encode("cp949"))).text == "똠방각하 마을을 가꾸는 사업에 열 곳이 뽑혔다."


def test_deep_nesting_ends_in_an_error():
    with pytest.raises(TooLarge):
        read("<html><body>" + "<div>" * 100_000 + "글" + "</div>" * 100_000)


@pytest.mark.parametrize("page", ["<html></html>", "<html><body></body></html>", "<html><body><table></table>"])
def test_a_page_without_words_is_empty(page):
    with pytest.raises(EmptyInput):
        read(page)


def test_endless_spans_are_cut():
    page = "<html><body><table>" + '<tr><td rowspan="9999" colspan="9999">가</td><td>나</td></tr>' * 30 + "</table>"
    assert "가" in read(page).text


def test_a_board_files_a_release_under_its_title():
    page = (
        "<html><head><title>가람부 &gt; 보도자료</title></head><body><h1>가람부 누리집</h1>"
        "<table><tr><th>제목</th><td>쉬는 섬을 깨운다… 섬 다섯 곳 낙점</td></tr>"
        "<tr><th>작성일</th><td>2025-05-21</td></tr></table>"
        "<div class='view'><p><b>쉬는 섬을 깨운다<br>섬 다섯 곳 낙점</b></p>"
        "<p>가람부는 섬 깨우기 사업의 대상으로 다섯 곳을 낙점했다고 21일 밝혔다.</p>"
        "<p>한 곳에 3년 동안 국비 20억 원을 지원하며 섬마다 하나씩 맡을 단체를 둔다.</p></div></body></html>"
    )
    assert read(page).meta.title == "쉬는 섬을 깨운다… 섬 다섯 곳 낙점"
    assert str(read(page).meta.published).startswith("2025-05-21")
