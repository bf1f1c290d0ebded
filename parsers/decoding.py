"""Bytes of text to text: the encodings in which Korean pages and files are found."""

from __future__ import annotations

import re

from parsers.errors import EmptyInput, TooLarge, UnknownFormat

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# The longest release seen has 0.5 MB of text; JSON and mail hold many, and are read whole.
MAX_TEXT = 50_000_000

_BAD_SHARE = 0.02
# An encoding that a page may declare; Python knows codecs that are none (`zip`, `idna`), and the name may be noise.
_NAME = re.compile(r"(?:utf|iso|euc|cp|ks|windows|shift|big|gb|koi|mac|johab)[\w.:-]{0,30}", re.I | re.A)
# 똠, 햏 and their like are in CP949 but not in the encoding that pages declare.
_WIDER = {"euc-kr": "cp949", "euc_kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "windows-949": "cp949"}


def decode(data: bytes) -> str:
    """Text of these bytes: by byte order mark, else UTF-8, CP949 (which holds EUC-KR) or UTF-16.

    Raises `EmptyInput` where there is no text, `TooLarge` past `MAX_TEXT` bytes, `UnknownFormat` where nothing fits.
    """
    if len(data) > MAX_TEXT:
        raise TooLarge(f"{len(data):,} bytes of text; a release has at most {MAX_TEXT:,}")
    text = _text(data)
    if text is None:
        raise UnknownFormat("neither UTF-8, CP949/EUC-KR nor UTF-16 text: a binary file or an unknown encoding")
    if not text.strip("\ufeff\x00 \t\r\n"):
        raise EmptyInput("the file is empty or holds only white space")
    return text


def _text(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data.count(b"\0", 0, 4096) > len(data[:4096]) // 8:
        return _wide(data)
    for encoding in ("utf-8", *_declared(data), "cp949"):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        return text if _readable(text) else None
    return _mended(data)


def _declared(data: bytes) -> list[str]:
    """The encoding that markup which is not UTF-8 names, read as Korean browsers do: EUC-KR as CP949."""
    if b"<" not in data[:200]:
        return []
    from bs4.dammit import EncodingDetector  # a tenth of a second, for the few pages that need it

    name = EncodingDetector.find_declared_encoding(data[:8192], is_html=True)
    return [_WIDER.get(name.lower(), name)] if name and _NAME.fullmatch(name) else []


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of ASCII, spaces and digits is zero."""
    odd = data[1:4096:2].count(0)
    even = data[0:4096:2].count(0)
    text = data.decode("utf-16-le" if odd >= even else "utf-16-be", errors="replace")
    return text if _readable(text) else None


def _mended(data: bytes) -> str | None:
    """A few broken bytes in otherwise sound text become U+FFFD; the encoding with fewer of them wins."""
    candidates = [data.decode(encoding, errors="replace") for encoding in ("utf-8", "cp949")]
    text = min(candidates, key=lambda candidate: candidate.count("\ufffd"))
    return text if text.count("\ufffd") <= max(1, len(text) * _BAD_SHARE) and _readable(text) else None


def _readable(text: str) -> bool:
    """Whether a sample reads as text: hardly any control characters."""
    sample = text[:20_000]
    controls = sum(1 for char in sample if char < " " and char not in "\t\n\r\f\v\x1a\x1b")
    return controls <= max(2, len(sample) * _BAD_SHARE)
