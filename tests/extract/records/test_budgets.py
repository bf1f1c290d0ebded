import pytest

from extract import extract
from parsers import parse
from parsers.document import Source


def budgets_of(text):
    document = parse(Source("가람.txt", f"가람 지원사업 공고\n\n{text}\n".encode()))
    return extract(document).budgets


def amounts(text):
    return [(b.amount_min, b.amount_max) for b in budgets_of(text)]


def test_a_breakdown_by_payer():
    found = budgets_of("총사업비는 400억 원(국비 200억 원, 도비 60억 원, 군비 140억 원)이다.")
    assert [(b.source, b.amount_max) for b in found] == [
        ("total", 40_000_000_000), ("national", 20_000_000_000), ("local", 6_000_000_000), ("local", 14_000_000_000),
    ]  # fmt: skip


def test_bare_parts_take_the_unit_of_the_whole():
    found = budgets_of("총사업비 400억원(국비 250, 지방비 150)을 투입한다.")
    assert [(b.source, b.amount_max) for b in found][1:] == [("national", 25_000_000_000), ("local", 15_000_000_000)]


def test_recipients_that_share_an_amount():
    found = budgets_of("정부는 광명시, 태백시, 경산시에 각 국비 80억 원을 지원한다.")
    assert [(b.recipient, b.per) for b in found] == [(name, "recipient") for name in ("광명시", "태백시", "경산시")]


def test_limits_have_no_minimum():
    assert amounts("기업당 최대 3억 원을 지원한다.") == [(None, 300_000_000)]
    assert amounts("지원한도는 기업당 2억 원이다.") == [(None, 200_000_000)]


def test_a_record_and_a_raise_are_no_limits():
    assert amounts("지원금은 지난해보다 5% 인상한 월 50만 원이다.") == [(500_000, 500_000)]
    assert amounts("역대 최대인 국비 30억 원을 지원한다.") == [(3_000_000_000, 3_000_000_000)]


def test_a_range_of_two_amounts():
    assert amounts("지원금은 최소 100만 원 ~ 최대 1,200만 원이다.") == [(1_000_000, 12_000_000)]


def test_prizes_by_tier():
    found = budgets_of("대상 300만 원, 금상 200만 원, 은상 100만 원의 상금을 수여한다.")
    assert [(b.category, b.amount_max) for b in found] == [
        ("대상", 3_000_000), ("금상", 2_000_000), ("은상", 1_000_000)
    ]  # fmt: skip


def test_tracks_in_brackets():
    found = budgets_of("개소당 지원규모는 (전문랩) 15억 원, (일반랩) 1억 원이다.")
    assert [b.category for b in found] == ["전문랩", "일반랩"]


def test_a_matching_part_follows():
    stated, derived = budgets_of("국비 160억 원(지방비 1:1 매칭)을 지원한다.")
    assert (stated.derived, derived.derived) == (False, True)
    assert (derived.source, derived.amount_max) == ("local", 16_000_000_000)


def test_the_same_fact_twice_is_one_record():
    (found,) = budgets_of("올해 국비 120억 원을 지원한다.\n\n올해 사업에는 국비 120억 원을 지원할 예정이다.")
    assert len(found.evidence) == 2


def test_a_series_of_years():
    found = budgets_of("* 사업 예산(억원) : (’22) 79 → (’23) 221 → (’24) 328")
    assert [(b.year, b.amount_max) for b in found] == [
        (2022, 7_900_000_000), (2023, 22_100_000_000), (2024, 32_800_000_000)
    ]  # fmt: skip


def test_what_an_amount_was_before_is_no_budget():
    assert amounts("대상 상금은 500만 원에서 1,000만 원으로 올린다.") == [(10_000_000, 10_000_000)]
    assert amounts("지원 한도를 기업당 최대 2억 원 → 3억 원으로 상향한다.") == [(None, 300_000_000)]


def test_by_how_much_it_grew_is_no_budget():
    assert amounts("2023년 대비 24%(140억 원) 증가한 총 700억 원을 지원한다.") == [(70_000_000_000, 70_000_000_000)]


def test_a_limit_that_begins_somewhere():
    assert amounts("기업당 6천만 원부터 최대 1.6억 원까지 지원한다.") == [(60_000_000, 160_000_000)]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("상금 200만 원을 수여하는 대상(가람시장상)은 나루팀이다.", "대상"),
        ("‘도약 리그’에 국비 40억 원을 지원한다.", "도약 리그"),
        ("①품목지정형 과제 6개에 국비 60억 원, ②자유공모 과제 5개에 국비 10억 원을 지원한다.", "자유공모"),
        ("예비창업자는 1천만 원을 지원하고, 기창업자는 업력에 따라 최대 3천만 원을 지원한다.", "기창업자"),
    ],
)
def test_the_track_of_an_amount(text, category):
    assert budgets_of(text)[-1].category == category


@pytest.mark.parametrize(
    "text",
    [
        "지난해 매출액은 330억 원을 기록했다.",
        "자산 2조 원 이상인 상장회사는 제외한다.",
        "과징금 37억 9천만 원을 부과했다.",
        "수출은 194억 불로 지난해보다 늘었다.",
        "평균 분양가격은 3억 원이다.",
    ],
)
def test_money_that_is_no_budget(text):
    assert amounts(text) == []


def test_a_table_by_recipient_and_payer():
    text = "(단위: 억원)\n시군\t국비\t지방비\n가평군\t160\t40\n양평군\t80\t20"
    found = budgets_of(text)
    assert [(b.recipient, b.source, b.amount_max) for b in found] == [
        ("가평군", "national", 16_000_000_000), ("가평군", "local", 4_000_000_000),
        ("양평군", "national", 8_000_000_000), ("양평군", "local", 2_000_000_000),
    ]  # fmt: skip


def test_totals_and_years_of_a_table():
    text = "연도별 예산(백만원)\n구분\t2023\t2024\n가람형\t1,200\t1,500\n합계\t2,200\t2,500"
    found = budgets_of(text)
    assert [(b.category, b.year, b.amount_max) for b in found] == [
        ("가람형", 2023, 1_200_000_000), ("가람형", 2024, 1_500_000_000),
        (None, 2023, 2_200_000_000), (None, 2024, 2_500_000_000),
    ]  # fmt: skip


def test_every_quote_is_the_slice_it_names():
    document = parse(Source("가람.txt", "가람 지원사업\n\n국비 20억 원을 나루시에 지원한다.\n".encode()))
    for budget in extract(document).budgets:
        assert all(document.text[e.start : e.end] == e.quote for e in budget.evidence)


def test_prizes_and_amounts_in_two_lists():
    found = budgets_of("최우수상, 우수상, 장려상에는 3백만 원, 1백만 원, 50만 원의 상금이 각각 주어진다.")
    assert [(b.category, b.amount_max) for b in found] == [
        ("최우수상", 3_000_000), ("우수상", 1_000_000), ("장려상", 500_000),
    ]  # fmt: skip


def test_a_budget_for_losses_is_no_loss():
    assert amounts("소상공인 손실보상 예산 300억 원을 증액하였다.") == [(30_000_000_000, 30_000_000_000)]


def test_a_sum_is_paid_by_who_pays_its_parts():
    found = budgets_of("2년간 매년 국비 2억 5천만 원씩 총 5억 원을 지원한다.")
    assert [(b.source, b.label, b.amount_max) for b in found] == [
        ("national", "국비", 250_000_000), ("national", "국비", 500_000_000),
    ]  # fmt: skip


def test_who_pays_side_by_side_under_one_head_by_town():
    rows = (
        "<td rowspan=2>유형</td><td rowspan=2>지역</td><td rowspan=2>사업</td><td colspan=2>재원</td>",
        "<td>국비</td><td>민간</td>",
        "<td>거점형</td><td>경남 함안</td><td>불꽃 공원</td><td>80</td><td>20</td>",
        "<td>연계형</td><td>전남 강진</td><td>물가 사잇길</td><td>50</td><td>10</td>",
        "<td colspan=3>합계 (2)</td><td>130</td><td>30</td>",
    )
    table = "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    page = f"<article><h1>새마루 관광사업 선정</h1><p>예산 (단위: 억원)</p>{table}</article>"
    found = extract(parse(Source("가람.html", page.encode()))).budgets
    assert [(b.recipient, b.category, b.source, b.amount_max) for b in found if b.recipient] == [
        ("함안", "거점형", "national", 8_000_000_000), ("함안", "거점형", "private", 2_000_000_000),
        ("강진", "연계형", "national", 5_000_000_000), ("강진", "연계형", "private", 1_000_000_000),
    ]  # fmt: skip


def test_research_money_is_not_a_wards():
    assert [one.source for one in budgets_of("과제마다 1차년도 연구비 1억원을 지원한다.")] == ["total"]


def test_by_how_much_something_changed_is_no_budget():
    found = amounts("시설 예산은 지난해 300억 원에서 40억 원이 증가한 340억 원이다.")
    assert 4_000_000_000 not in [high for _, high in found]
    assert amounts("보도에 따르면 잦은 설계 변경으로 30억 원의 예산이 낭비되었다.") == []


def test_a_kind_of_contract_is_no_round_amount():
    found = budgets_of("계약 방법별로는 적격심사 150억 원, 수의계약 10억 원으로 입찰이 집행될 예정이다.")
    assert [(b.category, b.approximate) for b in found] == [("적격심사", False), ("수의계약", False)]


def test_parts_of_a_sentence_are_no_track():
    for words in (
        "수출 지원 예산 150억 원을 상반기에 투입한다.",
        "뽑힌 기업을 대상으로 최대 2억 원의 실증 자금을 지원한다.",
        "끝까지 참여하면 30만 원의 연수비를 지급한다.",
        "이들에게는 최대 3억 원을 지원한다.",
    ):
        assert [b.category for b in budgets_of(words)] == [None]


def test_the_price_of_a_work_is_not_what_a_kind_of_tender_adds_up_to():
    found = budgets_of("종합평가 301억 원이 집행된다.\n\n하수관 공사(추정가격 301억 원)를 발주한다.")
    assert len(found) == 2


def test_sites_under_a_head_of_names_get_the_money():
    head = ("시·도", "시·군·구", "어항명", "주요 시설", "총사업비", "국비")
    rows = (("전남", "완도군", "달빛항", "방파제", "90", "63"), ("경남", "남해군", "노을항", "물양장", "50", "35"))
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (head, *rows))
    page = f"<article><h1>어항 정비사업 선정</h1><p>대상 어항 (단위: 억원)</p><table>{cells}</table></article>"
    found = extract(parse(Source("가람.html", page.encode()))).budgets
    assert [(b.recipient, b.category, b.source, b.amount_max) for b in found] == [
        ("달빛항", None, "total", 9_000_000_000), ("달빛항", None, "national", 6_300_000_000),
        ("노을항", None, "total", 5_000_000_000), ("노을항", None, "national", 3_500_000_000),
    ]  # fmt: skip


def test_a_province_that_passes_on_others_money_does_not_pay_itself():
    text = "사업비 30억 원을 들인다.\n\n국비 20억 원과 도비 10억 원이다.\n"
    document = parse(Source("가람.txt", f"전라남도 가람 지원사업 공고\n전라남도\n\n{text}".encode()))
    assert [b.source for b in extract(document).budgets] == ["total", "national", "local"]


def test_a_card_is_under_its_track():
    found = budgets_of("물결형\n\n3곳 지정\n\n국비 최대 40억 원\n\n바람형\n\n2곳 지정\n\n국비 최대 20억 원")
    assert [(b.category, b.amount_max) for b in found] == [("물결형", 4_000_000_000), ("바람형", 2_000_000_000)]


def test_a_card_under_a_name_is_for_who_bears_it():
    found = budgets_of("달빛마을 작은도서관\n\n사업비 2억 원\n\n(국비 1억 원, 시비 1억 원)")
    assert [(b.recipient, b.source) for b in found] == [
        ("달빛마을 작은도서관", source) for source in ("total", "national", "local")
    ]  # fmt: skip


def test_those_whom_the_sentence_before_named():
    found = budgets_of("보성군과 하동군이 사업자로 뽑혔다. 두 군에는 각 30억 원이 지원된다.")
    assert [(b.recipient, b.amount_max) for b in found] == [("보성군", 3_000_000_000), ("하동군", 3_000_000_000)]


def test_parts_that_add_up_to_what_stands_over_them():
    found = budgets_of("올해 예산은 합계 10억 원(국비 기준)\n\n- 쉼터 7억 원\n\n- 장터 3억 원")
    assert [(b.category, b.source, b.amount_max) for b in found] == [
        (None, "national", 1_000_000_000), ("쉼터", "national", 700_000_000), ("장터", "national", 300_000_000)
    ]  # fmt: skip


def test_lines_that_do_not_add_up_are_no_parts():
    found = budgets_of("올해 예산은 합계 10억 원(국비 기준)\n\n- 물가 쉼터 7억 원\n\n- 나루 장터 2억 원")
    assert [b.source for b in found] == ["national", "total", "total"]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("모두 84억 원(3년간, 국비)을 투입한다.", "national"),
        ("예산 12억 원 집행 (전액 시비)", "local"),
        ("설계비 등 90억 원을 내년도 정부 예산안에 담았다.", "national"),
        ("올해 국비 예산으로는 모두 36억 원이 편성되어 있다.", "national"),
        ("곳당 국비를 70%, 3년간 50억 원 한도에서 보조한다.", "national"),
        ("민간은 따로 숙박 시설에 20억 원을 투자한다.", "private"),
        ("정부가 여기에 쓰는 예산은 올해 모두 60억 원이다.", "national"),
        ("가람 조합에 정부가 5억 원, 나루 조합이 2억 원을 낸 기금 7억 원을 지원한다.", "national"),
    ],
)
def test_who_pays_by_what_stands_around(words, source):
    assert budgets_of(words)[0].source == source


def test_a_raised_limit_is_a_limit():
    assert (None, 400_000_000) in amounts("보증 한도가 7월부터 기업당 3억 원에서 4억 원으로 높아진다.")


def test_merged_amounts_that_add_up_are_of_the_group():
    rows = (
        "<td>분야</td><td>대학</td><td>지원액</td>",
        "<td>가람 분과</td><td>달빛대학교</td><td>30</td>",
        "<td rowspan=2>나루 분과</td><td>노을대학교</td><td rowspan=2>40</td>",
        "<td>새벽대학교</td>",
        "<td colspan=2>합계</td><td>70</td>",
    )
    table = "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    page = f"<article><h1>물가 연구 지원사업 선정</h1><p>지원 예산 (단위: 억원)</p>{table}</article>"
    found = extract(parse(Source("가람.html", page.encode()))).budgets
    assert [(b.recipient, b.category, b.amount_max) for b in found] == [
        ("달빛대학교", "가람 분과", 3_000_000_000), (None, "나루 분과", 4_000_000_000), (None, None, 7_000_000_000),
    ]  # fmt: skip


def test_money_under_a_head_of_other_programmes_is_none_of_the_releases():
    assert amounts("< 참고 > 다른 창업 사업\n\nㅇ (가람 패키지) 올해 예산 20억 원, 기업당 최대 5천만 원") == []


def test_parts_in_brackets_are_for_those_whom_the_whole_is_for():
    found = budgets_of("정부는 보성군과 하동군에 각 30억 원(국비 20억 원, 군비 10억 원)을 지원한다.")
    assert [(b.recipient, b.source) for b in found] == [
        ("보성군", "total"), ("하동군", "total"), ("보성군", "national"), ("하동군", "national"), ("보성군", "local"),
        ("하동군", "local"),
    ]  # fmt: skip


def test_two_payers_who_give_as_much():
    assert [(b.source, b.label) for b in budgets_of("곳당 국비·지방비 각 20억 원을 투입한다.")] == [
        ("national", "국비"), ("local", "지방비"),
    ]  # fmt: skip


def test_the_year_with_which_a_caption_opens():
    rows = (
        "<tr><td>훈격</td><td>기업</td><td>포상금(만 원)</td></tr><tr><td>으뜸상</td><td>㈜가람</td><td>500</td></tr>"
    )
    page = f"<article><h1>2026년 가람 지원사업 계획</h1><p>’25년 우수기업 포상</p><table>{rows}</table></article>"
    (found,) = extract(parse(Source("가람.html", page.encode()))).budgets
    assert (found.recipient, found.year, found.amount_max) == ("㈜가람", 2025, 5_000_000)


def test_as_many_as_a_sentence_names_and_counts():
    found = budgets_of("보성군 차밭 숲, 하동군 들녘 숲 등 2곳이 뽑혀 각각 국비 30억 원을 받는다.")
    assert [b.recipient for b in found] == ["보성군", "하동군"]
    assert [b.recipient for b in budgets_of("보성군, 하동군 등 5곳이 뽑혀 각각 국비 30억 원을 받는다.")] == [None]
