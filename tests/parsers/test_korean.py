"""The normal form of Korean text, and the way back."""

import pytest

from parsers.assembly import Draft, Words, assemble
from parsers.document import Source
from parsers.korean import normalise


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("２０２４．６．２５．（화）", "2024.6.25.(화)"),
        ("시ㆍ군‧구", "시·군·구"),
        ("사진․영상", "사진·영상"),
        ("｢도로법｣", "「도로법」"),
        ("5.27.∼29.", "5.27.~29."),
        ("보 도 자 료", "보도자료"),
        ("가나\u0001다라\u00a0마", "가나 다라 마"),
        ("\u1112\u1161\u11ab글", "한글"),
        ("가\r\n나\r다", "가\n나\n다"),
        ("\uf06f 개요", "□ 개요"),
        ("\U000f02b1 추진", "① 추진"),
        ("\ue0bc", "•"),
        ("\ufeff제목\u200b", "제목"),
        ("이 보 전진을 위해", "이 보 전진을 위해"),
    ],
)
def test_normal_form(written, normal):
    assert normalise(written).text == normal


def test_original_wording_is_kept():
    source = Source("a.txt", b"")
    document = assemble(
        source, "text", [Draft("heading", (Words("보 도 자 료"),)), Draft("item", (Words("２０２４ㆍ봄"),))]
    )
    assert document.text == "보도자료\n2024·봄"
    assert document.original(0, 4) == "보 도 자 료"
    assert document.original(5, 11) == "２０２４ㆍ봄"
