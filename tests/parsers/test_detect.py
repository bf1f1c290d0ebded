import pytest

from parsers import Source
from parsers.detect import detect
from parsers.errors import EmptyInput, UnknownFormat


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "hwp"),
        (b"<!DOCTYPE html><html>", "html"),
        ("<html>가</html>".encode("utf-16"), "html"),
        (b"\xef\xbb\xbf <!-- a --><HTML><p>", "html"),
        ("---\ntitle: 가\n---\n\n<p>나</p><p>다</p><br>".encode(), "html"),
        ("---\ntitle: 가\n---\n\n# 나\n".encode(), "text"),
        ("값 < 3 은 작다".encode(), "text"),
        ("<붙임> 사업 개요".encode(), "text"),
    ],
)
def test_content_decides_and_not_the_name(data, key):
    assert detect(Source("release.pdf", data)) == key


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0" + b"\0" * 50, b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_a_picture_is_named_as_one(data):
    with pytest.raises(UnknownFormat, match="picture"):
        detect(Source("release.pdf", data))


def test_nothing_is_empty():
    with pytest.raises(EmptyInput):
        detect(Source("a.html", b" \n\0"))
