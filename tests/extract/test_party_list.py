"""Spans that list parties, split."""

import pytest

from extract.rules.party_list import find_party_list
from extract.rules.party_name import ListContext


def names(text, **context):
    found = find_party_list(text, 0, len(text), ListContext(**context))
    assert all(text[one.start : one.end] == one.party.name for one in found)
    return [one.party.name for one in found]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("경기 광명·안산시, 전남 보성·하동 등 4곳", ["광명", "안산시", "보성", "하동"]),
        ("충남 천안시와 경기 광명시, 강원 태백시", ["천안시", "광명시", "태백시"]),
        ("강원대·강릉원주대, 경북대, 명지대-호서대", ["강원대·강릉원주대", "경북대", "명지대-호서대"]),
        ("(주)온결, 주식회사 나래팜, ㈜루미텍 등 3개사", ["(주)온결", "주식회사 나래팜", "㈜루미텍"]),
        ("파란, 하늘빛, 온누리 외 2개사", ["파란", "하늘빛", "온누리"]),
        ("온결\n나래팜\n루미텍", ["온결", "나래팜", "루미텍"]),
        ("강원(춘천, 원주), 경북(포항)", ["춘천", "원주", "포항"]),
        ("영월군 단양군 금산군", ["영월군", "단양군", "금산군"]),
        ("[경기] 광명시, 안산시 [강원] 춘천시", ["광명시", "안산시", "춘천시"]),
        ("강화군 외포항, 태안군 학암포항", ["외포항", "학암포항"]),
        ("대구 교통공사, 대전도시공사", ["대구 교통공사", "대전도시공사"]),
        ("", []),
    ],
)
def test_names(text, listed):
    assert names(text) == listed


def test_a_count_decides():
    assert names("전주·완주", count=1) == ["전주·완주"]
    assert names("전주·완주", count=2) == ["전주", "완주"]


def test_notes_and_regions():
    text = "광명시(기후위기 대응형), 한빛(경기 안산)"
    town, company = find_party_list(text, 0, len(text), ListContext(kind="company"))
    assert (text[slice(*town.note)], town.party.region.code) == ("기후위기 대응형", "41210")
    assert (company.party.kind, company.party.region.code) == ("company", "41270")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("김은아, 박종호", "person"),
        ("홍길동 대표", "person"),
        ("전주·완주", "local_government"),
        ("고려대(세종)", "university"),
    ],
)
def test_kinds(text, kind):
    assert {one.party.kind for one in find_party_list(text, 0, len(text))} == {kind}
