"""The encodings in which Korean pages are found."""

import pytest

from parsers.decoding import decode

PAGE = '<meta charset="{}"><p>똠양꿍 축제, 6월 3일 개최'


@pytest.mark.parametrize(
    ("declared", "written"),
    [("utf-8", "utf-8"), ("euc-kr", "cp949"), ("none-such", "cp949"), ("utf-8", "utf-8-sig"), ("utf-8", "utf-16")],
)
def test_korean_pages(declared, written):
    assert decode(PAGE.format(declared).encode(written)) == PAGE.format(declared)


def test_a_page_in_the_encoding_that_it_declares():
    page = '<meta charset="shift_jis"><p>東京で開催'
    assert decode(page.encode("shift_jis")) == page


@pytest.mark.parametrize("declared", ["zip", "idna", "a\0b", "x" * 300])
def test_a_declared_name_that_is_no_encoding(declared):
    page = PAGE.format(declared)
    assert decode(page.encode("cp949")) == page
