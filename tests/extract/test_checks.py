"""Warnings: what a release says that cannot be right."""

import pytest

from extract import extract
from parsers import Source, parse

HEAD = "---\ntitle: 고령친화마을 선정\napprove_date: 03/04/2025 09:00:00\n---\n\n"


def warnings(body):
    release = extract(parse(Source("a.md", (HEAD + body).encode())))
    return [warning.code for warning in release.warnings]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("설명회는 3월 11일(월)에 연다.", ["weekday_mismatch"]),
        ("설명회는 3월 11일(화)에 연다.", []),
        ("설명회를 28일(금)에 열었다.", []),
        ("강원 3곳(춘천시, 원주시)을 골랐다.", ["count_mismatch"]),
        ("강원 2곳(춘천시, 원주시)을 골랐다.", []),
        ("강원 3곳(춘천시, 원주시 등)을 골랐다.", []),
        ("공모 결과 충남 천안시, 경북 나루시 등 2곳을 최종 선정했다.", ["unknown_region"]),
        ("공모 결과 충남 천안시, 경북 경산시 등 2곳을 최종 선정했다.", []),
        ("신청 기간은 2025. 5. 27.부터 5. 20.까지이다.", ["date_order"]),
        ("총사업비 400억원(국비 200억원, 도비 60억원, 시비 130억원)을 들인다.", ["sum_mismatch"]),
        ("총사업비 400억원(국비 200억원, 도비 60억원, 시비 140억원)을 들인다.", []),
        ("총사업비 400억원(국비 200억원 등)을 들인다.", []),
        ("총사업비 400억원(국비 200, 도비 60, 시비 130)을 들인다.", ["sum_mismatch"]),
        ("총사업비 400억원(국비 200, 도비 60, 시비 140)을 들인다.", []),
        ("25곳에 총 2,900억원을 쓴다. 5곳에는 각각 167억원, 20곳에는 각각 100억원을 준다.", ["sum_mismatch"]),
        ("25곳에 총 2,900억원을 쓴다. 5곳에는 각각 180억원, 20곳에는 각각 100억원을 준다.", []),
        ("과제 18건(단독 12건, 통합 3건, 연합 2건)을 골랐다.", ["sum_mismatch"]),
        ("과제 18건(단독 12건, 통합 3건, 연합 3건)을 골랐다.", []),
        ("총 300억원을 투자하는데, 국비로 100억원, 민간투자로 210억원을 마련한다.", ["sum_mismatch"]),
    ],
)
def test_in_text(body, codes):
    assert warnings(body) == codes


@pytest.mark.parametrize(("ratio", "codes"), [("3.9:1", ["ratio_mismatch"]), ("3.8:1", []), ("3.7:1", [])])
def test_ratio_in_a_table(ratio, codes):
    assert warnings(f"| 구분 | 신청 | 선정 | 경쟁률 |\n|---|---|---|---|\n| 계 | 30 | 8 | {ratio} |") == codes


@pytest.mark.parametrize(("total", "codes"), [("60", []), ("66", ["sum_mismatch"])])
def test_total_of_a_table(total, codes):
    rows = ["| 구분 | 국비 | 지방비 |", "|---|---|---|", "| 가람 | 10 | 5 |", "| 나루 | 20 | 5 |", "| 다솜 | 30 | 5 |"]
    assert warnings("\n".join([*rows, f"| 계 | {total} | 15 |"])) == codes
