"""Bytes to one `Document`, whatever the format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from parsers.archives import Unread, expand
from parsers.detect import detect
from parsers.document import Block, Box, Cell, Document, Notice, Place, Source, Table
from parsers.errors import ParseError, TooLarge, Unsupported

__all__ = [
    "MAX_BYTES",
    "PARSERS",
    "Block",
    "Box",
    "Cell",
    "Document",
    "Notice",
    "ParseError",
    "Place",
    "Source",
    "Table",
    "expand",
    "parse",
]

# The largest input that is read, in bytes.
MAX_BYTES = 100_000_000

# What `detect` may answer, and the module whose `parse` reads it; imported when first needed.
PARSERS = {
    "docx": "parsers.docx",
    "pptx": "parsers.pptx",
    "hwp": "parsers.hwp",
    "hwpx": "parsers.hwpx",
    "html": "parsers.html",
    "json": "parsers.collected",
    "mail": "parsers.mail",
    "text": "parsers.text",
    "pdf": "parsers.pdf",
}


def parse(source: Source) -> Document:
    """Read one input; raises a `ParseError` that says what is wrong with it."""
    if isinstance(source, Unread):
        raise source.problem
    if len(source.data) > MAX_BYTES:
        raise TooLarge(f"{len(source.data):,} bytes; at most {MAX_BYTES:,} are read")
    key = detect(source)
    if key not in PARSERS:
        raise Unsupported("a ZIP archive of several files: `expand` gives its members")
    return cast("Callable[[Source], Document]", import_module(PARSERS[key]).parse)(source)
