"""Hostile files are refused with a clear error, in bounded time and memory."""

import struct

import pytest

from parsers import Source, parse
from parsers.errors import Damaged, Encrypted, ParseError, TooLarge, Unsupported
from tests.compound import compound
from tests.hwp5 import control, hwp, paragraph, record, table, words
from tests.office import HP, docx, hp, hp_table, hwpx, pptx, wp, zipped

LAUGHS = '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


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
        read(data)
    except TooLarge as error:
        assert "nested" in str(error) or "grouped" in str(error)


def test_elements_deeper_than_any_document():
    """libxml2 stops at 256: what stands above is read, with a note."""
    document = read(hwpx(hp("본문") + "<x>" * 5000))
    assert document.text == "본문"
    assert [notice.code for notice in document.notices] == ["unreadable_part"]


def test_spans_that_lie():
    cell = (
        "<hp:tc><hp:subList>{}</hp:subList><hp:cellAddr colAddr='{}' rowAddr='{}'/>"
        "<hp:cellSpan colSpan='60000' rowSpan='999999999'/></hp:tc>"
    )
    rows = "".join(f"<hp:tr>{cell.format(hp('가'), at, at * 99_999_999)}</hp:tr>" for at in range(3))
    table_ = read(hwpx(hp("", f"<hp:tbl>{rows}</hp:tbl>"))).blocks[0].table
    assert table_.rows * table_.columns <= 200_000
    assert table_.at(0, 0) is not None


def test_cells_on_one_place_lose_no_words():
    cell = "<hp:tc><hp:subList>{}</hp:subList><hp:cellAddr colAddr='{}' rowAddr='0'/></hp:tc>"
    cells = "".join(cell.format(hp(text), column) for text, column in (("가", 0), ("나", 0), ("다", 1)))
    assert read(hwpx(hp("", f"<hp:tbl><hp:tr>{cells}</hp:tr></hp:tbl>"))).text.split() == ["가", "나", "다"]


def test_encrypted_and_odd_members():
    data = bytearray(hwpx(hp("가")))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 4)
    with pytest.raises(Encrypted):
        read(bytes(data))
    method = bytes(data).replace(b"\x01\x00\x08\x00", b"\x00\x00\x0e\x00")
    with pytest.raises(ParseError):
        read(method)


def corrupted(at, value, size=4):
    data = bytearray(hwp(paragraph("본문 " * 5000)))
    data[at : at + size] = struct.pack("<Q", value)[:size]
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(corrupted(44, 0xFFFFFFFF), id="sectors of the table"),
        pytest.param(corrupted(72, 0x00FFFFFF), id="sectors of the table of tables"),
        pytest.param(corrupted(30, 31, 2), id="size of a sector"),
        pytest.param(corrupted(48, 0x00FFFFFE), id="place of the directory"),
        pytest.param(compound({"FileHeader": b"x"})[:600], id="cut"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4000, id="all ones"),
    ],
)
def test_compound_files_that_lie(data):
    with pytest.raises(Damaged):
        read(data)


def test_a_ring_of_sectors():
    """Each sector names itself as the next: the stream's size bounds the walk."""
    data = bytearray(hwp(paragraph("본문 " * 5000)))
    table_at = 512 * (1 + struct.unpack_from("<I", data, 76)[0])
    for at in range((len(data) - table_at) // 4):
        struct.pack_into("<I", data, table_at + 4 * at, at)
    with pytest.raises(ParseError):
        read(bytes(data))


def test_tables_without_cells_and_lists_without_tables():
    odd = control("tbl ", 1, words(2, "제목")) + control("gso ", 1) + table([["가"]])
    assert read(hwp(paragraph("본문") + odd)).text.startswith("본문")
