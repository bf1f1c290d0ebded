"""Slides: boxes are kept whole and read in order."""

import pytest

from parsers import Source, parse
from tests.make_pdf import Card, slides

STEPS = [("설명회", "3.4.(화)"), ("접수", "4월 중"), ("평가", "5월 초"), ("발표", "6월 말")]


def read(*cards, foot="", heading="Ⅰ. 사업 개요"):
    document = parse(Source("a.pdf", slides([(heading, cards), ("Ⅱ. 기타", [])], foot)))
    assert document.format == "slides"
    return [document.text[block.start : block.end] for block in document.blocks]


def test_cards_side_by_side_are_not_mixed():
    left = Card(40, 120, 400, 120, ["빈 점포를 고쳐", "마을 책방으로 쓴다"], "목적")
    right = Card(500, 120, 400, 120, ["시·군·구 가운데", "인구가 줄어든 곳"], "대상")
    assert read(left, right)[1:3] == ["목적 빈 점포를 고쳐 마을 책방으로 쓴다", "대상 시·군·구 가운데 인구가 줄어든 곳"]


@pytest.mark.parametrize("below", [True, False])
def test_steps_keep_their_dates(below):
    boxes = [Card(40 + 225 * i, 150, 170, 60, [name]) for i, (name, _) in enumerate(STEPS)]
    dates = [Card(40 + 225 * i, 214 if below else 122, 170, 24, [day], frame=False) for i, (_, day) in enumerate(STEPS)]
    assert read(*boxes, *dates)[1:5] == [f"{name} {day}" for name, day in STEPS]


def test_rows_of_number_step_and_date():
    cards = [
        card
        for i, (name, day) in enumerate(STEPS)
        for card in (
            Card(40, 90 + 90 * i, 40, 40, [str(i + 1)]),
            Card(110, 90 + 90 * i, 260, 40, [name]),
            Card(420, 90 + 90 * i, 200, 40, [day], frame=False),
        )
    ]
    assert read(*cards)[1:5] == [f"{i} {name} {day}" for i, (name, day) in enumerate(STEPS, start=1)]


def test_columns_of_unequal_height_are_read_one_after_the_other():
    left = [Card(40, 90 + 130 * i, 400, 100, [f"왼쪽 {i}"]) for i in range(3)]
    right = [Card(500, 110 + 90 * i, 400, 60, [f"오른쪽 {i}"]) for i in range(4)]
    assert read(*left, *right)[1:8] == [*(f"왼쪽 {i}" for i in range(3)), *(f"오른쪽 {i}" for i in range(4))]


def test_names_keep_their_amounts():
    cards = [Card(60 + 290 * i, 140, 250, 110, [town, money]) for i, (town, money) in enumerate(
        [("춘천시", "80억원"), ("원주시", "65억원"), ("강릉시", "70억원")]
    )]  # fmt: skip
    assert read(*cards)[1:4] == ["춘천시 80억원", "원주시 65억원", "강릉시 70억원"]


def test_footers_are_left_out():
    assert "도심재생과" not in " ".join(read(Card(40, 120, 400, 120, ["내용"]), foot="도심재생과 설명회 자료"))
