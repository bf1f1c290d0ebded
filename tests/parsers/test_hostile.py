"""Input that was made to hurt ends in a document or a clear error, and soon."""

import time

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
    start = time.process_time()
def read(data, name="a"):
    return parse(Source(name, data))


@pytest.mark.parametrize("declaration", [LAUGHS, OUTSIDE])
def test_entities_are_refused(declaration):
    section = f"{declaration}<s {HP}><hp:p><hp:run><hp:t>&a;</hp:t></hp:run></hp:p></s>"
    for data in (hwpx(**{"Contents/section0.xml": section}), zipped({"word/document.xml": section})):
        with pytest.raises(Unsupported, match="entities"):
            read(data)
    with pytest.raises(ParseError):
        read(hwpx(**{"Contents/section0.xml": f'<?xml version="1.0"?>{section}'.encode("utf-16")}))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(hwpx(**{"Contents/section0.xml": bytes(80_000_000)}), id="size"),
        pytest.param(hwpx(**{"Contents/section0.xml": b"<a>" + b" " * 8_000_000}), id="ratio"),
        pytest.param(hwpx("".join(f'<a b="{at % 977}"/>' for at in range(800_000))), id="tags"),
        pytest.param(hwp(bytes(70_000_000)), id="deflate"),
        pytest.param(hwp(record(0x42, 0) * 600_000), id="records"),
        pytest.param(hwp(paragraph("가" * 9_000_000)), id="text"),
    ],
)
def test_bombs(data):
    with pytest.raises(TooLarge):
        read(data)


def test_a_directory_of_too_many_members():
    with pytest.raises(TooLarge, match="members"):
        read(b"PK\x03\x04" + b"PK\x01\x02" * 30_000)


def test_a_member_without_name():
    data = hwpx(hp("본문"), Q="x")
    place = data.rfind(b"PK\x01\x02")
    nameless = data[: place + 28] + b"\0\0" + data[place + 30 : place + 46] + data[place + 47 :]
    size = data.rfind(b"PK\x05\x06")
    (length,) = struct.unpack_from("<I", data, size + 12)
    end = nameless.rfind(b"PK\x05\x06")
    nameless = nameless[: end + 12] + struct.pack("<I", length - 1) + nameless[end + 16 :]
    assert read(nameless).text == "본문"


def nested(depth, inner, around):
    for _ in range(depth):
        inner = around(inner)
    return inner


def level(at):
    """A table's first cell inside that of the level above."""
    return record(0x42, at, bytes(24)) + record(0x47, at + 1, b" lbt") + record(0x48, at + 2, bytes(24))


@pytest.mark.parametrize(
    "data",
    [
        hwpx(nested(30, hp("가"), lambda inner: hp("", hp_table([[(inner, 1, 1), "나"]])))),
        docx(nested(30, wp("가"), lambda inner: f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>")),
        pptx(nested(100, "", lambda inner: f"<p:grpSp>{inner}</p:grpSp>")),
        hwp(b"".join(level(2 * at) for at in range(200))),
    ],
    ids=["hwpx", "docx", "pptx", "hwp"],
)
def test_deep_nesting(data):
    try:
        parse(Source("a.txt", HOSTILE[name]))
    except ParseError as error:
        assert str(error)
    assert time.process_time() - start < 5
