"""Applicants and competition ratios beside decisions."""

from __future__ import annotations

import pytest

from tests.extract.test_selections import find


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("시·군 3곳을 선정했다. 공모에는 27개 시·군이 신청해 9대 1의 경쟁률을 보였다.", [(27, 9.0)]),
        ("시·군 10곳을 선정했다. 전국에서27곳이신청하여경쟁률2.7:1을기록했다.", [(27, 2.7)]),
        ("2월 6일부터 23일까지 접수했다. 시·군 3곳을 선정해 국비 10억원(지방비 1:1 매칭)을 지원한다.", [(None, None)]),
        ("3곳을 선정했다. 지난해에는 12곳이 신청해 4:1의 경쟁률을 보였다.", [(None, None)]),
    ],
)
def test_competition(words: str, wanted: list[tuple]) -> None:
    assert [(selection.applicants, selection.competition_ratio) for selection in find(words)] == wanted
