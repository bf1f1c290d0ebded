"""Input that was made to hurt ends in a document or a clear error."""

import pytest

from parsers import ParseError, Source, parse

HOSTILE = {
    "elements never closed": b"<html><body><p>" + b"<b>" * 100_000,
    "a cell of everything": b"<html><body><table>" + b"<tr><td rowspan=9999 colspan=9999>x<td>y" * 2_000,
    "headers without a table": "\n\n".join(["구분"] * 10_000).encode(),
    "a table without an end": "\n\n".join(["구분", "금액", *["3억"] * 10_000]).encode(),
    "rows without an end": "\n\n".join([" 가\n 나\n 다"] * 5_000).encode(),
    "marks never closed": b"# a\n" + b"**a [a](b" * 20_000,
    "parts in parts": b"From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n"
    + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 20_000,
    "lists in lists": b'{"a":' + b"[" * 200_000,
    "front matter of itself": b"---\na: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\nx",
    "digits": b"1" * 300_000,
    "dots": b"." * 300_000,
    "spaces": b" " * 300_000 + b"a",
    "broken utf-8": "가나다".encode() * 1_000 + b"\xff\xfe\xff",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends(name):
    try:
        assert parse(Source("a.txt", HOSTILE[name])).text is not None
    except ParseError as error:
        assert str(error)
