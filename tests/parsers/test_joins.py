"""Spaces at line breaks."""

import pytest

from parsers.joins import Joiner
from parsers.layout import Line, around
from parsers.words import Word


def line(text, gap="\n"):
    words, at = [], 0
    for i, word in enumerate(text.split()):
        words.append(Word(word, 10.0 * at, 0.0, 10.0 * (at + len(word)), 10.0, " " if i else gap, at))
        at += len(word) + 1
    return Line(tuple(words), 1, around(words))


@pytest.mark.parametrize(
    ("before", "after", "glue"),
    [
        ("중앙정부가 협약을 맺고 관련 사업", "을 한데 묶어 지원한다", ""),
        ("농식품부는 4월 21일부터", "5월 2일까지 신청서를 받았다", " "),
        ("평가위원회는 이 가운데 18", "건을 뽑았다", ""),
        ("대상지로 12곳을 최종", "선정하였다고 밝혔다", " "),
        ("신청서를 낸 대학은 실행계획서를 내야 한", "다.", ""),
        ("서류", "·현장심사를 거쳐", ""),
        ("자료는 https://example.kr/", "notice 에 있다", ""),
    ],
)
def test_letters_around_the_break_decide(before, after, glue):
    assert Joiner([]).glue(line(before), line(after)) == glue


def test_space_at_the_end_of_the_line_is_kept():
    assert Joiner([]).glue(line("관련 사업"), line("을 묶는다", gap=" \n")) == " "


def test_word_that_the_document_writes_elsewhere():
    elsewhere = [line("이번에 뽑힌 다솜에너지솔루션 등 세 곳이다")]
    assert Joiner(elsewhere).glue(line("선정된 기업은 다솜에"), line("너지솔루션 등이다")) == ""


def test_document_that_never_breaks_words():
    breaks = [(line("대상지로 12곳을 최종"), line("선정하였다고 밝혔다"))] * 8
    assert Joiner([], breaks).glue(line("관련 사업"), line("을 한데 묶어")) == " "
