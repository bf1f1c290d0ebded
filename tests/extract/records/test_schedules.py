"""Dated events, by the sentences, labels, lines and tables that state them."""

from datetime import date

import pytest

from extract.header import Header
from extract.reading import Reading
from extract.records.schedules import find_schedules
from parsers.assembly import Draft, DraftCell, Words, assemble
from parsers.document import Source

PUBLISHED = date(2024, 6, 3)


def table(*rows):
    cells = tuple(
        DraftCell(row, column, (Words(words),)) for row, line in enumerate(rows) for column, words in enumerate(line)
    )
    return Draft("table", cells=cells)


def read(*parts, title=None):
    drafts = [part if isinstance(part, Draft) else Draft("paragraph", (Words(part),)) for part in parts]
    document = assemble(Source("a.txt", b""), "text", drafts)
    return find_schedules(Reading(document, Header(title=title, published=PUBLISHED)))


def days(record):
    return tuple(day and day.strftime("%m-%d") for day in (record.start, record.end))


@pytest.mark.parametrize(
    ("text", "event", "kind", "dates"),
    [
        ("한마을시는 6월 20일 협약을 체결할 예정이다.", "협약 체결", "agreement", ("06-20", "06-20")),
        ("참여 기업을 6월 10일부터 6월 28일까지 모집한다.", "참여 기업 모집", "application", ("06-10", "06-28")),
        ("이번 개정안은 7월 1일부터 시행한다.", "개정안 시행", "start", ("07-01", None)),
        ("올해는 두 유형으로 나누어 공모 접수(5.27.~29.)하였다.", "공모 접수", "application", ("05-27", "05-29")),
        (
            "지난 5월 21일 마을경제회의를 통해 상황을 살피고 방안을 찾기로 했다.",
            "마을경제회의",
            "meeting",
            ("05-21", "05-21"),
        ),
        ("6월 28일까지 이의신청을 할 수 있으며, 결과는 추후 알린다.", "이의신청", "application", (None, "06-28")),
        ("6월 12일까지 협약 체결 후 자금을 지원할 계획이다.", "협약 체결", "agreement", (None, "06-12")),
        ("5월 30일 열린 마을위원회의 심의를 거쳐 확정하였다.", "마을위원회 심의", "evaluation", ("05-30", "05-30")),
        ("○ 접수기간 : 6.10.~6.28.", "접수기간", "application", ("06-10", "06-28")),
        ("접수 기간은 6월 28일까지로, 누구나 낼 수 있다.", "접수 기간", "application", (None, "06-28")),
        ("선정 결과는 7월 5일 누리집을 통해 공개할 예정이다.", "선정 결과 공개", "selection", ("07-05", "07-05")),
        ("입찰공고는 6월 10일부터 나라장터에서 20일간 진행한다.", "입찰공고", "call", ("06-10", "06-29")),
        ("6월 11일 공모를 시작하여 6월 25일까지 접수를 받는다.", "공모 시작", "application", ("06-11", "06-25")),
        ("ㅇ (신청기간) 6. 10.(월) ~ 6. 28.(금)", "신청기간", "application", ("06-10", "06-28")),
        ("신청기간 6월 10일 ~ 6월 28일 (예산 소진 시 마감)", "신청기간", "application", ("06-10", "06-28")),
        ("신청서는 6월 10일부터 6월 28일까지 시청에서 받는다.", "신청서 접수", "application", ("06-10", "06-28")),
        (
            "6월 10일부터 마을지원 누리집(maeul.go.kr)을 통해 6월 28일까지 신청할 수 있다.",
            "신청",
            "application",
            ("06-10", "06-28"),
        ),
        ("7월에 실시설계에 착수해 9월 10일까지 마칠 계획이다.", "실시설계 착수", "start", ("07-01", "07-31")),
        ("마을법 시행규칙 개정(6.21 시행)으로 문턱이 낮아진다.", "마을법 시행규칙 개정", "other", ("06-21", "06-21")),
        (
            "금융위원회는 6월 10일, 회관에서 간담회를 개최한다.",
            "간담회",
            "meeting",
            ("06-10", "06-10"),
        ),
        ("총회가 6월 10일 오후 6시(한국시간)부터 6월 21일까지 열린다.", "총회", "meeting", ("06-10", "06-21")),
        ("가람 선생 63주기 추모제전 10일 개최", "추모제전 개최", "meeting", ("06-10", "06-10")),
        ("시장이 6월 7일 마을정책 세미나를 마친 뒤 인사하고 있다.", "마을정책 세미나", "meeting", ("06-07", "06-07")),
        ("6월 3일부터 6월 21일까지 참여할 마을을 모집한다고 밝혔다.", "마을 모집", "application", ("06-03", "06-21")),
        ("비상저감조치는 6월 5일 시행에 들어간다.", "시행 착수", "start", ("06-05", "06-05")),
        ("마을들은 오는 6월 13일까지 다듬은 계획서를 내야 한다.", "계획서 제출", "application", (None, "06-13")),
        ("도는 지난 5월 공고를 내고 심사를 준비해 왔다.", "공고", "call", ("05-01", "05-31")),
        ("설계를 6월 20일까지 마치면 7월에 공사를 시작한다.", "설계 완료", "completion", (None, "06-20")),
        ("성과는 6월 20일 연차평가로 따지며, 지원을 조정한다.", "연차평가", "evaluation", ("06-20", "06-20")),
        ("1월 한 달간 마을 토론 평가를 거쳤다.", "마을 토론 평가", "evaluation", ("01-01", "01-31")),
        ("- 지정 기간 : 고시일부터 2024. 6. 29.까지", "지정 기간", "period", (None, "06-29")),
        ("결과는 7월 중 누리집에서 알린다.", "결과 통보", "selection", ("07-01", "07-31")),
        ("6월 12일 발표심사에서 순위를 가렸다.", "발표심사", "evaluation", ("06-12", "06-12")),
        ("6월 20일 한마을호텔 볼룸에서 출범식을 개최한다.", "출범식", "start", ("06-20", "06-20")),
        ("씨앗 구입(5.3.) → 마을로 씨앗 배송 완료(5.6.)", "씨앗 구입", "other", ("05-03", "05-03")),
        ("신청은 6월 14일 오후 6시까지 누리집에서 하면 된다.", "신청", "application", (None, "06-14")),
        ("6월 초 ─ 2차 공모", "2차 공모", "call", ("06-01", "06-10")),
    ],
)
def test_prose(text, event, kind, dates):
    assert [(r.event, r.kind, days(r)) for r in read(text)][:1] == [(event, kind, dates)]


@pytest.mark.parametrize(
    "text",
    [
        "한마을시는 마을축제를 연다고 3일 밝혔다.",
        "’23년 12월 기준 인구는 3만 명이다.",
        "2024년 마을가꾸기 사업 안내",
        "등록 2024-06-03 09:50:01",
        "「마을기본법」(’21.2.5. 시행)에 따라 지원한다.",
        "- 근거 : 「마을기본법」(2024. 2. 5. 시행) 제9조",
        "6월 4일, 음식점 120개소",
        "김 팀장은 2010년부터 마을 대표로 활동해 왔다.",
        "6월 20일 이후 금액은 변경될 수 있다.",
        "접수 건수는 5월 대비 3% 증가하였다.",
    ],
)
def test_no_events(text):
    assert read(text) == []


def test_acts_of_one_day_are_two_events():
    records = read("시행령 개정안은 6월 25일 공포·시행될 예정이다.")
    assert [(r.event, r.kind) for r in records] == [
        ("시행령 개정안 공포", "publication"),
        ("시행령 개정안 시행", "start"),
    ]


def test_a_window_and_its_deadline_are_one_record():
    records = read("6월 10일부터 6월 28일까지 신청을 접수한다.", "신청은 6월 28일까지 받는다.")
    assert [days(r) for r in records] == [("06-10", "06-28")]
    assert len(records[0].evidence) == 2


def test_generic_labels_take_the_heading_above():
    records = read("< 사업 설명회 개요 >", "○ 일시 : 6.12.(수) 14:00")
    assert [(r.event, r.kind) for r in records] == [("사업 설명회", "briefing")]


def test_table_of_steps():
    records = read(table(("구분", "일정"), ("공모 공고", "'24.6월 초"), ("신청 접수", "~7.12."), ("준공", "'26.12월")))
    assert [(r.event, r.kind, r.precision) for r in records] == [
        ("공모 공고", "call", "ten_days"),
        ("신청 접수", "application", "day"),
        ("준공", "completion", "month"),
    ]


def test_names_before_dates_in_one_line():
    records = read("- 지정 심의 6. 24.(월) / 지정 고시 6. 28.(금)")
    assert [(r.event, days(r)[0]) for r in records] == [("지정 심의", "06-24"), ("지정 고시", "06-28")]


def test_acts_behind_their_dates_in_one_line():
    records = read("추가로 뽑기 위해 6월 공고, 7.1.~7.31. 접수, 9월 중 선정")
    assert [r.event for r in records] == ["공고", "접수", "선정"]


def test_a_head_over_the_whole_table_names_no_column():
    cells = (DraftCell(0, 0, (Words("추진 일정"),), column_span=2, header=True),)
    rows = (("서면평가", "협약 체결"), ("6.10.~6.14.", "6.28.(금)"))
    body = tuple(DraftCell(r, c, (Words(words),)) for r, row in enumerate(rows, 1) for c, words in enumerate(row))
    records = read(Draft("table", cells=cells + body))
    assert [r.event for r in records] == ["서면평가", "협약 체결"]


def test_places_under_a_heading_are_its_events():
    records = read("5 | 찾아가는 설명회", table(("권역", "일시", "장소"), ("중부", "6. 5.(수) 14:00", "마을회관")))
    assert [(r.event, r.kind) for r in records] == [("중부 설명회", "briefing")]


def test_steps_over_dates_on_lines_of_their_own():
    records = read("서류 접수", "→", "현장 평가", "→", "최종 선정", "6월", "7월", "8월")
    assert [(r.event, r.start.month) for r in records] == [("서류 접수", 6), ("현장 평가", 7), ("최종 선정", 8)]


def test_every_record_quotes_the_text():
    parts = ("6월 20일 협약을 체결할 예정이다.", table(("구분", "일정"), ("착공", "'25.3월"), ("준공", "'26.12월")))
    records = read(*parts)
    assert len(records) == 3
    assert all(quote.quote for record in records for quote in record.evidence)
    assert len({record.id for record in records}) == 3


def test_long_runs_cost_little():
    assert isinstance(read("6.1." + "(" * 2000 + "가" * 4000 + " 1" * 2000), list)


def test_steps_and_dates_that_take_turns():
    records = read("공모공고", "'24.7.1.", "신청접수", "9.2.~9.6.", "종합평가", "11.18.~11.22.")
    assert [(r.event, days(r)) for r in records] == [
        ("공모공고", ("07-01", "07-01")),
        ("신청접수", ("09-02", "09-06")),
        ("종합평가", ("11-18", "11-22")),
    ]


def steps(*parts):
    return [(one.event, *days(one)) for one in read(*parts)]


def test_steps_joined_by_arrows_over_lines():
    chain = ("앞으로의 일정은 다음과 같다.", "협약 체결", "’24.7월 중 ⇨ 기본설계 착수", "’24.8.1. ⇨ 준공", "~’24.12월")
    assert steps(*chain) == [
        ("협약 체결", "07-01", "07-31"),
        ("기본설계 착수", "08-01", "08-01"),
        ("준공", None, "12-31"),
    ]


def test_steps_numbered_in_quotes():
    line = "① 설계 공모 '7.3.~7.24.' → ② 실시설계 '8월' → ③ 공사 '9.3. 착공'"
    assert steps(line) == [
        ("설계 공모", "07-03", "07-24"),
        ("실시설계", "08-01", "08-31"),
        ("공사 착공", "09-03", "09-03"),
    ]


def test_labels_that_bullets_part():
    assert steps("• 지정 : ’24.4.30. • 기본계획 용역 완료 : ’24.5월 • 첫 삽 착공 : ’24.9월(예정)") == [
        ("지정", "04-30", "04-30"),
        ("기본계획 용역 완료", "05-01", "05-31"),
        ("첫 삽 착공", "09-01", "09-30"),
    ]


def test_names_and_dates_take_turns_in_a_cell():
    rows = (("접수", "평가"), ("6. 3. ~ 6. 14.", "서면 6월 하순 현장·발표 7. 8. ~ 7. 18. 선정위원회 의결 8. 5."))
    assert steps(table(*rows)) == [
        ("접수", "06-03", "06-14"),
        ("서면 평가", "06-21", "06-30"),
        ("현장·발표 평가", "07-08", "07-18"),
        ("선정위원회 의결", "08-05", "08-05"),
    ]


def test_a_month_under_a_year_is_of_that_year():
    rows = (("구분", "’25년", "’26년"), ("추진 내용", "기본설계 착수 (3월)", "준공(6월) 개관(10월)"))
    found = [(one.event, one.start.isoformat()) for one in read(table(*rows))]
    assert found == [("기본설계 착수", "2025-03-01"), ("준공", "2026-06-01"), ("개관", "2026-10-01")]


def test_a_column_of_dates_over_a_column_of_steps():
    lines = (
        "시간표",
        "6.10.(월)",
        "6.17.(월) ~6.28.(금)",
        "7월 20일경",
        "모집공고",
        "온라인 접수 새싹누리",
        "최종 선정",
    )
    assert steps(*lines) == [
        ("모집공고", "06-10", "06-10"),
        ("온라인 접수", "06-17", "06-28"),
        ("최종 선정", "07-20", "07-20"),
    ]


def test_topics_take_turns_with_their_dates():
    assert steps("하반기에는 과제 여덟 개를 새로 뽑는다. 공고는 7월 초, 접수는 8월 14일까지다.") == [
        ("공고", "07-01", "07-10"),
        ("접수", None, "08-14"),
    ]


def test_figures_of_speech():
    assert steps("새싹마을 책방이 지난 5월 28일 문을 열었다.") == [("새싹마을 책방 개소", "05-28", "05-28")]


def test_the_day_in_a_files_name():
    assert steps("첨부파일 [6.25.화.조간] 새싹마을 선정 발표.hwpx") == []


def test_steps_of_a_line_with_commas():
    assert steps("새싹펀드 : 사업자 모집 ’24.7.10.(수)~8.14.(수), 심사 9월, 우선협상대상자 발표 10월 초") == [
        ("사업자 모집", "07-10", "08-14"),
        ("심사", "09-01", "09-30"),
        ("우선협상대상자 발표", "10-01", "10-10"),
    ]


def test_two_rows_of_steps_over_their_dates():
    rows = (
        ("공모", "평가", "확정"),
        ("6.3.", "6.17.", "6.28."),
        ("설명회", "협약 체결", "준공"),
        ("7.5.", "7.12.", "8.2."),
    )
    assert steps(table(*rows)) == [
        ("공모", "06-03", "06-03"),
        ("평가", "06-17", "06-17"),
        ("확정", "06-28", "06-28"),
        ("설명회", "07-05", "07-05"),
        ("협약 체결", "07-12", "07-12"),
        ("준공", "08-02", "08-02"),
    ]


def test_so_many_years_from_a_day():
    assert [
        (one.start.isoformat(), one.end.isoformat()) for one in read("인증 기간은 2024년 7월 1일부터 3년이다.")
    ] == [("2024-07-01", "2027-06-30")]
