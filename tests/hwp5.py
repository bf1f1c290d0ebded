"""Small HWP 5 documents built record by record."""

import struct
import zlib

from tests.compound import compound

PARAGRAPH, TEXT, SHAPES, LINES, CONTROL, LIST, TABLE = 0x42, 0x43, 0x44, 0x45, 0x47, 0x48, 0x4D


def record(tag, level, data=b""):
    """One record."""
    if len(data) >= 0xFFF:
        return struct.pack("<II", tag | level << 10 | 0xFFF << 20, len(data)) + data
    return struct.pack("<I", tag | level << 10 | len(data) << 20) + data


def object_char(name, code=11):
    """The eight units that stand in the text for an object."""
    return chr(code) + name[::-1][:2] + name[::-1][2:] + "\0\0\0\0" + chr(code)


def paragraph(text, level=0, objects=(), top=None, breaks=False, shape=0):
    """A paragraph; `objects` are records from `table`, `note` and the like, whose characters `text` holds."""
    raw = (text + "\r").encode("utf-16-le")
    head = struct.pack("<IIHBBHHHI", len(raw) // 2, 0, 0, 0, 4 if breaks else 0, 1, 0, 1, 0)
    lines = b"" if top is None else record(LINES, level + 1, struct.pack("<Ii28x", 0, top))
    shapes = record(SHAPES, level + 1, struct.pack("<II", 0, shape))
    return record(PARAGRAPH, level, head) + record(TEXT, level + 1, raw) + shapes + lines + b"".join(objects)


def control(name, level, inside=b"", data=b""):
    """The record of an object and what hangs below it."""
    return record(CONTROL, level, name[::-1].encode() + data) + inside


def words(level, *texts):
    """A list of paragraphs."""
    return record(LIST, level, struct.pack("<HHI", len(texts), 0, 0)) + b"".join(paragraph(t, level) for t in texts)


def table(rows, level=1):
    """A table; rows of texts or (text, row span, column span)."""
    taken, cells = set(), b""
    for row, line in enumerate(rows):
        column = 0
        for cell in line:
            text, down, across = cell if isinstance(cell, tuple) else (cell, 1, 1)
            while (row, column) in taken:
                column += 1
            taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
            lines = text.split("\n")
            place = struct.pack("<HHIHHHHIIHHHHH", len(lines), 0, 0, column, row, across, down, 0, 0, 0, 0, 0, 0, 0)
            cells += record(LIST, level + 1, place) + b"".join(paragraph(line, level + 1) for line in lines)
    width = max(column for _, column in taken) + 1
    return control("tbl ", level, record(TABLE, level + 1, struct.pack("<IHH", 0, len(rows), width)) + cells)


def pack(data):
    """Raw deflate, as HWP packs its streams."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def doc_info(heights):
    """DocInfo with letter shapes of these heights and one plain paragraph shape."""
    shapes = b"".join(record(0x15, 0, bytes(42) + struct.pack("<II", height, 0) + bytes(20)) for height in heights)
    return record(0x10, 0, bytes(26)) + shapes + record(0x19, 0, bytes(54))


def hwp(*sections, flags=1, heights=(1000,), streams=()):
    """An HWP document of these sections' records; `streams` add to or replace its streams."""
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", 0x05010100, flags) + bytes(216)
    squeeze = pack if flags & 1 else bytes
    parts = {"FileHeader": header, "DocInfo": squeeze(doc_info(heights))}
    for number, data in enumerate(sections):
        parts[f"BodyText/Section{number}"] = squeeze(data)
    return compound(parts | dict(streams))
