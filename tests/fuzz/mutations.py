"""Ways to break a document: its bytes, the markup of a package's members, the records of an HWP stream."""

import io
import re
import struct
import zipfile
import zlib

import olefile

from parsers import Document, ParseError, Source, parse
from tests.compound import compound
from tests.hwp5 import pack
from tests.office import zipped

NUMBERS = (b"0", b"-1", b"65535", b"4294967295", b"99999999999999999999", b"NaN", b"")


def check(data, name="fuzzed"):
    """Parse: a document whose spans hold together, or a ParseError; anything else is a fault."""
    try:
        document = parse(Source(name, data))
    except ParseError as error:
        assert str(error)
        return None
    sound(document)
    return document


def sound(document: Document):
    """Blocks and cells stand in order inside the text, and no two cells share a place."""
    end = 0
    for block in document.blocks:
        assert end <= block.start < block.end <= len(document.text)
        end = block.end
        if block.table is None:
            continue
        places = [
            (row, column)
            for cell in block.table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        # The grids of broken drawings in a PDF may overlap.
        assert len(places) == len(set(places)) or document.format in ("pdf", "slides")
        assert all(block.start <= cell.start <= cell.end <= block.end for cell in block.table.cells)


def broken(data, operations):
    """Bytes after operations (name, place, size): places count in thousandths of the whole."""
    data = bytearray(data)
    for name, place, size in operations:
        at = place * len(data) // 1000
        match name:
            case "flip" if data:
                data[min(at, len(data) - 1)] ^= 1 << size % 8
            case "cut":
                del data[at:]
            case "drop":
                del data[at : at + size]
            case "repeat":
                data[at:at] = data[at : at + size] * 3
            case "ones":
                data[at : at + size % 9] = b"\xff" * (size % 9)
    return bytes(data)


def broken_package(data, member, operations):
    """A package with one member's markup broken: bytes, numbers, or elements put where others stand."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = sorted(members)[member % len(members)]
    members[name] = broken_markup(members[name], operations)
    return zipped(members)


def broken_markup(markup, operations):
    """Markup after operations; those of `broken`, and `number` and `element`."""
    for name, place, size in operations:
        if name == "number":
            found = list(re.finditer(rb'="(-?\d+)"', markup))
            if found:
                start, end = found[place * len(found) // 1001].span(1)
                markup = markup[:start] + NUMBERS[size % len(NUMBERS)] + markup[end:]
        elif name == "element":
            found = list(re.finditer(rb"<(?!/)[^<>]*>", markup))
            if found:
                one, other = found[place * len(found) // 1001], found[size % len(found)]
                markup = markup[: one.start()] + other.group() + markup[one.end() :]
        else:
            markup = broken(markup, [(name, place, size)])
    return markup


def broken_records(data, operations):
    """An HWP document with the head of some records broken: tag, level or size; or bytes of its stream."""
    streams = hwp_streams(data)
    stream = zlib.decompress(streams["BodyText/Section0"], -15)
    for name, place, size in operations:
        heads = record_heads(stream)
        at = heads[place * len(heads) // 1001] if heads else 0
        if name in ("number", "element") and at + 4 <= len(stream):
            (head,) = struct.unpack_from("<I", stream, at)
            mask = (0x3FF, 0x3FF << 10, 0xFFF << 20)[size % 3]
            head = head & ~mask | (size * 2_654_435_761) & mask
            stream = stream[:at] + struct.pack("<I", head) + stream[at + 4 :]
        else:
            stream = broken(stream, [(name, place, size)])
    return compound(streams | {"BodyText/Section0": pack(stream)})


def hwp_streams(data):
    """The streams of a compound file."""
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        return {"/".join(path): file.openstream(path).read() for path in file.listdir()}


def record_heads(stream):
    """Where records begin, as far as their sizes can be followed."""
    heads, at = [], 0
    while at + 4 <= len(stream):
        heads.append(at)
        size = struct.unpack_from("<I", stream, at)[0] >> 20
        at += 4
        if size == 0xFFF and at + 4 <= len(stream):
            size = struct.unpack_from("<I", stream, at)[0]
            at += 4
        at += size
    return heads
