"""What the DocInfo stream of HWP 5 says of letters, paragraphs and lists."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.hwp_records import Record, records, u16, u32
from parsers.numbering import Counters, Level

_CHAR_SHAPE, _NUMBERING, _BULLET, _PARA_SHAPE = 0x15, 0x17, 0x18, 0x19
_FIGURES = {
    1: "circle",
    2: "ROMAN",
    3: "roman",
    4: "LATIN",
    5: "latin",
    8: "syllable",
    9: "circled syllable",
    10: "jamo",
    13: "ideograph",
}
_KINDS = ("", "OUTLINE", "NUMBER", "BULLET")


@dataclass(frozen=True, slots=True)
class Heading:
    """How a paragraph shape counts: by the section's outline, a list of numbers or a bullet; 0-based depth."""

    kind: str
    list_id: int
    depth: int


@dataclass
class Info:
    """Shapes in the order of their ids."""

    heights: list[int] = field(default_factory=list)
    headings: list[Heading | None] = field(default_factory=list)
    counters: Counters = field(default_factory=lambda: Counters({}))


def read_info(data: bytes) -> Info:
    """Read what is there."""
    info = Info()
    lists: dict[str, list[Level]] = {}
    numbers = bullets = 0
    for record in records(data, "DocInfo")[0]:
        if record.tag == _CHAR_SHAPE:
            info.heights.append(u32(data, record, 42))
        elif record.tag == _PARA_SHAPE:
            info.headings.append(_heading(data, record))
        elif record.tag == _NUMBERING:
            numbers += 1
            lists[f"NUMBER {numbers}"] = _levels(data, record)
        elif record.tag == _BULLET:
            bullets += 1
            sign = chr(u16(data, record, 12, 0x2022))
            lists[f"BULLET {bullets}"] = [Level(sign if sign.isprintable() or sign > "\ud7ff" else "•")] * 7
    info.counters = Counters(lists)
    return info


def _heading(data: bytes, record: Record) -> Heading | None:
    shape = u32(data, record, 0)
    kind = _KINDS[shape >> 23 & 3]
    return Heading(kind, u16(data, record, 30), shape >> 25 & 7) if kind else None


def _levels(data: bytes, record: Record) -> list[Level]:
    """The first seven levels: twelve bytes of shape, then the form's length and the form itself."""
    levels, at = list[Level](), 0
    for _ in range(7):
        figures = _FIGURES.get(u32(data, record, at) >> 5 & 15, "digit")
        length = u16(data, record, at + 12)
        start = record.start + at + 14
        form = data[start : min(start + 2 * length, record.end)].decode("utf-16-le", "replace")
        levels.append(Level(form, figures))
        at += 14 + 2 * length
    return levels
