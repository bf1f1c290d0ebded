"""What these bytes are: content first, name second."""

from __future__ import annotations

from parsers.document import Source
from parsers.packages import package_kind


def detect(source: Source) -> str:
    """The key in `PARSERS` of the parser that reads these bytes."""
    if source.data[:1024].find(b"%PDF-") >= 0:
        return "pdf"
    if source.data.startswith(b"PK\x03\x04"):
        return package_kind(source.data)
    head = source.data[:2048].lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "text"
