"""HWP 5: what Hancom shows, in the order in which it is read."""

import struct

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from parsers import Source, parse
from parsers.errors import Damaged, Encrypted, Unsupported
from tests.compound import compound
from tests.hwp5 import control, hwp, object_char, pack, paragraph, record, table, words


def read(*sections, **options):
    return parse(Source("a.hwp", hwp(*sections, **options)))


def test_table_spans_and_a_table_inside():
    rows = [[("구분", 2, 1), ("지원\n규모", 1, 2)], ["국비", "지방비"]]
    document = read(paragraph(object_char("tbl "), objects=[table(rows)]) + paragraph("끝"))
    grid = document.blocks[0].table
    assert document.text == "구분\t지원 규모\n국비\t지방비\n\n끝"
    assert grid.at(1, 0) is grid.at(0, 0)
    assert grid.at(0, 2) is grid.at(0, 1)
    assert document.format == "hwp"


def test_text_boxes_notes_and_what_is_left_out():
    objects = [
        control("head", 1, words(2, "머리말")),
        control("fn  ", 1, words(2, "각주")),
        control("tcmt", 1, words(2, "숨은 설명")),
        control("gso ", 1, record(0x4C, 2) + words(3, "글상자")),
    ]
    chars = [("head", 16), ("fn  ", 17), ("tcmt", 15), ("gso ", 11)]
    document = read(paragraph("본문" + "".join(object_char(*one) for one in chars), objects=objects))
    assert document.text == "본문\n각주\n글상자"
    assert [block.kind for block in document.blocks] == ["paragraph", "note", "paragraph"]


def test_control_characters():
    tab = "\t" + "\0" * 6 + "\t"
    assert read(paragraph(f"가{tab}나\x18다\x1f라\n마\U0001f600")).text == "가 나-다 라 마\U0001f600"


def test_pages_follow_the_saved_lines():
    data = paragraph("하나", top=0) + paragraph("둘", top=1600) + paragraph("셋", top=0)
    assert [read(data).place(at, at + 1)[0] for at in (0, 3, 5)] == [1, 1, 2]


def test_the_largest_letters_make_the_title():
    document = read(paragraph("제목", shape=1) + paragraph("본문은 조금 더 길다"), heights=(1000, 2000))
    assert [block.kind for block in document.blocks] == ["title", "paragraph"]


def test_unpacked_streams():
    assert read(paragraph("본문"), flags=0).text == "본문"


def test_distribution_document():
    """Masked with zeros for a seed whose numbers we make here, as Hancom does."""
    seed, mask, state = 7, [], 7

    def rand():
        nonlocal state
        state = (state * 214013 + 2531011) & 0xFFFFFFFF
        return state >> 16 & 0x7FFF

    while len(mask) < 256:
        key, count = rand() & 0xFF, (rand() & 15) + 1
        mask += [key] * count
    plain = struct.pack("<I", seed) + bytes(range(252))
    masked = plain[:4] + bytes(a ^ b for a, b in zip(plain[4:], mask[4:256], strict=True))
    at = 4 + (seed & 15)
    body = pack(paragraph("배포용 본문"))
    locker = Cipher(algorithms.AES(plain[at : at + 16]), modes.ECB()).encryptor()
    locked = locker.update(body.ljust(-(-len(body) // 16) * 16, b"\0"))
    section = record(0x1C, 0, masked) + locked
    assert read(flags=5, streams={"ViewText/Section0": section}).text == "배포용 본문"


def test_hwpml():
    cell = '<CELL ColAddr="{}" RowAddr="0" ColSpan="1" RowSpan="1"><PARALIST>{}</PARALIST></CELL>'
    words = "<P><TEXT CharShape='{}'><CHAR>{}</CHAR>{}</TEXT></P>"
    cells = "".join(cell.format(at, words.format(1, text, "")) for at, text in enumerate(("국비", "3억")))
    box = f"<DRAWINGOBJECT><DRAWTEXT><PARALIST>{words.format(1, '글상자', '')}</PARALIST></DRAWTEXT></DRAWINGOBJECT>"
    note = f"<FOOTNOTE><PARALIST>{words.format(1, '각주', '')}</PARALIST></FOOTNOTE>"
    body = words.format(0, "제목", note) + words.format(1, "본문은 조금 더<TAB/>길다", f"<RECTANGLE>{box}</RECTANGLE>")
    body += words.format(1, "", f"<TABLE><ROW>{cells}</ROW></TABLE>")
    shapes = '<CHARSHAPE Id="0" Height="2000"/><CHARSHAPE Id="1" Height="1000"/>'
    data = f'<?xml version="1.0"?><HWPML><HEAD>{shapes}</HEAD><BODY><SECTION>{body}</SECTION></BODY></HWPML>'
    document = parse(Source("a.hml", data.encode()))
    assert document.text == "제목\n각주\n본문은 조금 더 길다\n글상자\n\n국비\t3억"
    assert [block.kind for block in document.blocks] == ["title", "note", "paragraph", "paragraph", "table"]


def test_records_cut_short_are_noted():
    document = read(paragraph("본문") + struct.pack("<I", 0x43 | 900 << 20) + b"short")
    assert document.text == "본문"
    assert [notice.code for notice in document.notices] == ["truncated"]


@pytest.mark.parametrize("flag", [1 << 1, 1 << 4, 1 << 8, 1 << 10])
def test_locked_documents_are_refused(flag):
    with pytest.raises(Encrypted, match="save it without"):
        read(paragraph("본문"), flags=1 | flag)


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"HWP Document File V3.00 \x1a\x01\x02", Unsupported, "HWP 3"),
        (compound({"WordDocument": b"x" * 600}), Unsupported, "Word 97-2003"),
        (compound({"EncryptedPackage": b"x" * 600}), Encrypted, "password"),
        (compound({"FileHeader": b"x" * 600}), Damaged, "file header"),
        (hwp(), Damaged, "no section"),
        (hwp(paragraph("가"))[:700], Damaged, "."),
    ],
)
def test_errors_say_what_is_wrong(data, error, message):
    with pytest.raises(error, match=message):
        parse(Source("a.hwp", data))
