"""Selections that tables state, through the public face."""

from __future__ import annotations

from extract.pipeline import extract
from extract.release import Selection
from parsers import Source, parse

HEAD = "2024년 가나다 지원사업 선정 결과"


def find(body: str, title: str = HEAD) -> list[Selection]:
    page = f"<html><body><article><h1>{title}</h1>{body}</article></body></html>"
    return extract(parse(Source("a.html", page.encode()))).selections


def rows(*lines: str) -> str:
    """A table of cells in tags, a line a row."""
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


def counted(found: list[Selection]) -> set[tuple[str | None, int | None]]:
    return {(one.category, one.count) for one in found}


def test_a_label_merged_over_rows_does_not_tell_them_apart() -> None:
    table = rows(
        "<th>분야</th><th>세부 분야</th><th>선정 인원</th>",
        "<td>일반</td><td>모든 기술 (25개 기관)</td><td>58명</td>",
        "<td rowspan=2>특화</td><td>바다</td><td>5명</td>",
        "<td>들녘</td><td>6명</td>",
        "<td colspan=2>합계</td><td>69명</td>",
    )
    assert counted(find(table)) == {("일반", 58), ("바다", 5), ("들녘", 6), (None, 69)}


def test_halves_of_the_year_divide_a_head() -> None:
    table = rows(
        "<th rowspan=2>구분</th><th colspan=3>선정 과제 수</th>",
        "<th>상반기</th><th>하반기</th><th>소계</th>",
        "<td>지정공모</td><td>10</td><td>15</td><td>25</td>",
        "<td>자유공모</td><td>14</td><td>12</td><td>26</td>",
        "<td>계</td><td>24</td><td>27</td><td>51</td>",
    )
    assert {("지정공모", 10), ("지정공모", 25), ("자유공모", 14), (None, 51)} <= counted(find(table))


def test_places_of_each_host_are_no_rounds() -> None:
    table = rows(
        "<th>권역</th><th>주관기관</th><th>인원</th>",
        "<td>수도권</td><td>가나센터</td><td>38</td>",
        "<td>충청권</td><td>다라센터</td><td>27</td>",
    )
    assert find(f"<p>주관기관별 인원</p>{table}") == []


def test_tracks_over_regions() -> None:
    table = rows(
        "<th rowspan=2>권역</th><th colspan=2>단독형</th><th colspan=2>연합형</th>",
        "<th>대학</th><th>지원액</th><th>대학 연합</th><th>지원액</th>",
        "<td rowspan=3>수도권</td><td>가나대</td><td>5억</td><td rowspan=3>다라대–마바대</td><td rowspan=3>7억</td>",
        "<td>사아대</td><td>5억</td>",
        "<td>하가대</td><td>5억</td>",
        "<td>비수도권</td><td>자차대</td><td>5억 원</td><td>카타대–파하대</td><td>7억 원</td>",
    )
    found = find(f"<p>심사를 거쳐 모두 6개 사업단을 선정했다.</p>{table}")
    named = {one.category: [party.name for party in one.selectees] for one in found if one.category}
    assert named == {
        "수도권 단독형": ["가나대", "사아대", "하가대"],
        "수도권 연합형": ["다라대–마바대"],
        "비수도권 단독형": ["자차대"],
        "비수도권 연합형": ["카타대–파하대"],
    }


def test_prizes_of_two_divisions() -> None:
    prizes = rows(
        "<td colspan=2>구분</td><td>수량</td><td>상금</td>",
        "<td rowspan=2>대상</td><td>가나부 장관상</td><td>1</td><td>5,000,000</td>",
        "<td>다라부 장관상</td><td>1</td><td>5,000,000</td>",
        "<td>최우수상</td><td>원장상</td><td>1</td><td>1,000,000</td>",
        "<td>우수상</td><td>이사장상</td><td>2</td><td>500,000</td>",
    )
    found = find(
        f"<p>작품을 모집한다.</p><p>기업(수기) 부문 시상</p>{prizes}<p>일반 부문 시상</p>{prizes}", "가나다 공모전 개최"
    )
    tiers = (("대상", 2), ("최우수상", 1), ("우수상", 2))
    assert {(f"{part}부문 {tier}", count) for part in ("기업", "일반") for tier, count in tiers} <= counted(found)


def test_prizes_given_before_a_plan() -> None:
    table = rows(
        "<th>훈격</th><th>기업</th><th>소재지</th><th>과제</th><th>포상금(만 원)</th>",
        "<td>최우수</td><td>㈜가람드론</td><td>대전 유성구</td><td>물길 살피는 드론</td><td>2,000</td>",
        "<td>우수</td><td>나루센서</td><td>경북 구미시</td><td>빗물 센서</td><td>1,000</td>",
        "<td>우수</td><td>다솜로봇㈜</td><td>경남 창원시</td><td>논길 로봇</td><td>1,000</td>",
    )
    plan = "<p>올해 36개 과제를 새로 뽑을 계획이다.</p><p>▣ ’25년 우수기업 (성과공유회에서 시상)</p>"
    found = find(f"{plan}{table}", "2026년 물살핌 도약사업 추진계획")
    assert {(one.status, one.year, one.category, one.count) for one in found} == {
        ("planned", 2026, None, 36),
        ("selected", 2025, "최우수", 1),
        ("selected", 2025, "우수", 2),
    }


def test_researchers_with_where_they_work() -> None:
    table = rows(
        "<th>연번</th><th>유형 (신청 수)</th><th>연구자(소속)</th><th>과제명</th>",
        "<td>1</td><td>나라안형 (20)</td><td>김가람(나라대)</td><td>뇌 지도</td>",
        "<td>2</td><td>나라안형 (20)</td><td>박나루(바다대)</td><td>촉매</td>",
        "<td>3</td><td>나라밖형 (11)</td><td>이다온(강원대)</td><td>양자</td>",
        "<td colspan=4>합계 (31)</td>",
    )
    told = "<p>새내기 학자 지원사업에 3명을 선정하였다.</p><p>담당자 사무관 홍길동</p><p>[붙임] 선정 과제</p>"
    found = find(told + table, "2025년 새내기 학자 지원사업 선정 결과")
    assert {one.name for track in found for one in track.selectees} == {"김가람", "박나루", "이다온"}


def test_counts_under_a_head_over_heads() -> None:
    table = rows(
        "<td>유형</td><td colspan=3>선정 결과</td><td>예산</td>",
        "<td></td><td>신청</td><td>선정</td><td>경쟁률</td><td>신규</td>",
        "<td>나라안형</td><td>1,212</td><td>202</td><td>6.0:1</td><td>26,260</td>",
        "<td>나라밖형</td><td>315</td><td>90</td><td>3.5:1</td><td>6,300</td>",
        "<td>계</td><td>1,527</td><td>292</td><td>5.2:1</td><td>32,560</td>",
    )
    found = find(f"<p>【 유형별 선정 결과 】</p>{table}")
    assert counted(found) == {("나라안형", 202), ("나라밖형", 90), (None, 292)}


def test_labels_that_count_their_rows_are_tracks_whatever_their_head() -> None:
    table = rows(
        "<th>프로젝트</th><th>수행대학(소재지)</th><th>배정액</th>",
        "<td rowspan=2>지역 견인 (2)</td><td>가나대(전주)</td><td>148</td>",
        "<td>다라대(군산)</td><td>92</td>",
        "<td>생활 해결 (1)</td><td>마바대(익산)</td><td>54</td>",
    )
    found = find("<p>3개 대학을 선정했다.</p>" + table)
    tracks = {one.category: [party.name for party in one.selectees] for one in found if one.category}
    assert tracks == {"지역 견인": ["가나대", "다라대"], "생활 해결": ["마바대"]}


def test_sites_and_prizes_by_their_columns() -> None:
    table = rows(
        "<th>유형</th><th>시·도</th><th>시·군·구</th><th>산단명</th>",
        "<td rowspan=2>새단장 (2)</td><td>경남</td><td>창원시</td><td>가나국가산단</td>",
        "<td>경북</td><td>구미시</td><td>다라일반산단</td>",
        "<td>거리 (1)</td><td>인천</td><td>남동구</td><td>마바산단</td>",
    )
    names = [party.name for one in find("<p>3개 산단을 선정했다.</p>" + table) for party in one.selectees]
    assert names == ["가나국가산단", "다라일반산단", "마바산단"]
    prizes = rows(
        "<th>순위</th><th>이름</th><th>작품</th>",
        "<td>대상(1)</td><td>김가나</td><td>점심</td>",
        "<td>최우수상(1)</td><td>이다라</td><td>저녁</td>",
    )
    found = find("<p>공모전 수상작을 발표했다.</p><p>< 수상작 ></p>" + prizes)
    assert {one.category: one.selectees[0].name for one in found} == {"대상": "김가나", "최우수상": "이다라"}


def test_a_label_joins_its_count_whatever_kind_it_is_called() -> None:
    table = rows(
        "<th>부문</th><th>사업체</th><th>소재지</th>",
        "<td rowspan=2>대기업</td><td>㈜가나</td><td>경기 이천시</td>",
        "<td>㈜다라</td><td>경기 김포시</td>",
        "<td>중견·중소</td><td>마바㈜</td><td>대구 서구</td>",
    )
    found = find("<p>3개소를 선정했다.</p><p>대기업 부문 2개소, 중견·중소기업 부문 1개소이다.</p>" + table)
    assert {(one.category, one.count, len(one.selectees)) for one in found if one.category} == {
        ("대기업 부문", 2, 2),
        ("중견·중소기업 부문", 1, 1),
    }


def test_a_table_of_as_many_as_its_caption_counts() -> None:
    table = rows(
        "<th>기업명</th><th>시·도</th><th>국비(억 원)</th>",
        "<td>㈜새싹</td><td>경남</td><td>41</td>",
        "<td>나래산업㈜</td><td>경북</td><td>38</td>",
    )
    found = find(f"<p>Ⅱ. 새싹 키움기업 2곳</p>{table}")
    assert [name.name for one in found for name in one.selectees] == ["㈜새싹", "나래산업㈜"]
    assert find(f"<p>Ⅱ. 새싹 키움기업 3곳</p>{table}") == []
