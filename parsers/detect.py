"""What these bytes are: content first, name second."""

from __future__ import annotations

import re

from parsers.collected import is_json
from parsers.document import Source
from parsers.errors import EmptyInput, UnknownFormat
from parsers.mail import is_mail
from parsers.packages import package_kind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a bitmap picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"RIFF", "a WebP picture or a sound"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_PAGE = re.compile(rb"\s*(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_HWPML = re.compile(rb"\s*(?:<\?.{0,400}?\?>\s*)*<HWPML\b", re.S)
_TAGS = re.compile(rb"<(?:p|div|h[1-6]|br|table|tr|td|ul|ol|li|span|article|section)\b[^<>]{0,400}/?>", re.I)
_FRONT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(---|\+\+\+)[ \t]*\r?\n.{0,65536}?\n\1[ \t]*\r?\n", re.S)


def detect(source: Source) -> str:
    """The key in `PARSERS` of the parser that reads these bytes.

    Raises `EmptyInput`, or `UnknownFormat` naming what the bytes are where that shows.
    """
    data = source.data
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise EmptyInput("the file is empty or holds only white space")
    if is_json(data):
        return "json"
    if is_mail(data):
        return "mail"
    return _binary(data) or _markup(data) or "text"


def _binary(data: bytes) -> str | None:
    if data[:1024].find(b"%PDF-") >= 0:
        return "pdf"
    if data.startswith((_OLE, b"HWP Document File")):
        return "hwp"
    if data.startswith(b"PK\x03\x04"):
        return package_kind(data)
    for sign, name in _PICTURES:
        if data.startswith(sign):
            raise UnknownFormat(f"{name}, whatever the file name says; there is no text to read")
    return None


def _markup(data: bytes) -> str | None:
    sample = data[:65536]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        sample = sample.replace(b"\0", b"")[2:]
    sample = sample.removeprefix(b"\xef\xbb\xbf")
    if _HWPML.match(sample):
        return "hwp"
    if _PAGE.match(sample):
        return "html"
    front = _FRONT.match(sample)
    body = sample[front.end() :] if front else sample
    return "html" if body.lstrip()[:1] == b"<" and len(_TAGS.findall(body[:20_000])) >= 3 else None
