"""What HWP 5 saves of its layout: positions of lines, the height of a page's text, the heights of a table's rows."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from parsers.hwp_layout import row_heights
from parsers.hwp_records import Record, u16, u32

LINES, LIST, PAGE, TABLE = 0x45, 0x48, 0x49, 0x4D
_LINE = struct.Struct("<Ii28x")
# Of a table: it stands in its line as a letter does, its place counts from the paragraph, a page's end may cut it.
_AS_LETTER, _FROM, _PARAGRAPH, _CUT = 1, 3 << 3, 2 << 3, 3


def tops(data: bytes, record: Record) -> list[int]:
    """The vertical positions of a paragraph's lines."""
    cut = record.end - (record.end - record.start) % _LINE.size
    return [top for _, top in _LINE.iter_unpack(data[record.start : cut])]


def has_layout(data: bytes, records: Sequence[Record]) -> bool:
    """Whether Hancom saved line positions with the top-level paragraphs."""
    return any(top for record in records if record.tag == LINES and record.level == 1 for top in tops(data, record))


def body_height(data: bytes, record: Record) -> int:
    """The height of a page's text; in landscape the page is turned, but its measures are not."""
    turned = u32(data, record, 36) & 1
    edges = sum(u32(data, record, offset) for offset in (16, 20, 24, 28))
    return max(u32(data, record, 0 if turned else 4) - edges, 0)


def cut_rows(data: bytes, records: Sequence[Record], at: int, head: Record) -> list[int]:
    """The heights of the rows of a table that may be cut at a page's end; `at` is the record after its head."""
    place = u32(data, head, 4)
    if place & _AS_LETTER or place & _FROM != _PARAGRAPH:
        return []
    rows = list[tuple[int, int, int]]()
    for index in range(at, len(records)):
        record = records[index]
        if record.level <= head.level:
            break
        if record.level > head.level + 1:
            continue
        if record.tag == TABLE and not u32(data, record, 0) & _CUT:
            return []
        if record.tag == LIST:
            rows.append((u16(data, record, 10), u16(data, record, 14), u32(data, record, 20)))
    return row_heights(rows)
