"""What a cell's words are: a value or a label, and which units they note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_YEAR = re.compile(
    r"(?:['‘’`´](?:20)?\d{2}|(?:19|20)\d{2}|\d{2}(?=\s*년))\s*(?:년도?|\.)?(?:\s*[상하]반기|\s*\d\s*분기)?"
    r"(?:\s*\([^()]{1,8}\))?(?:\s*까지|\s*이후|\s*이전|~)?"
)
_ORDINAL = re.compile(r"(?:제\s*)?\d{1,2}\s*(?:차|기|단계|년차|차\s*년도|순위|위|급|등급|유형|호)(?:\s*년도)?")
# `1차년도 지원액`, `2단계(’25~’27) 국비`: a head that begins with a stage.
_STAGED = re.compile(r"(?:제\s*)?\d{1,2}\s*(?:차\s*년도|년차|단계)\s*(?:\([^()]{1,12}\))?\s*[가-힣][가-힣\s]{1,9}")
_VALUE = re.compile(r"(?:총|약|최대|각|연|월)?\s*[~△▲▵+\-]?\s*\(?\s*\d")
_NOTE = re.compile(
    r"[(\[<【]\s*단위\s*[:：;,]?\s*(?P<unit>[^()\[\]<>【】]{1,40})[)\]>】]|단위\s*[:：]\s*(?P<bare>[^\s()]{1,12})"
)
_BRACKET = re.compile(r"[(,]\s*(?P<unit>(?:조|억|천만|백만|십만|만|천)?\s*(?:원|달러|불|유로|엔))\s*(?=[)/,])")
# What may stand beside the digits of a value; more than a few letters besides make it a name (`5G 융합서비스`).
_UNITS = re.compile(
    r"[\W\d_]+|조|억|만|천|백|원|달러|불|명|개|곳|건|년|월|일|분기|이내|내외|이상|이하|최대|최소|약|총|각|까지|부터|예정|규모|상당"
)
_FEW = 4


@dataclass(frozen=True, slots=True)
class Note:
    """A unit note and where it stands: `백만원` of `(단위: 백만원)`."""

    unit: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def is_value(words: str) -> bool:
    """Whether a cell's words are a value (an amount, count or date) and not a label that happens to hold a digit."""
    if not words or _YEAR.fullmatch(words) or _ORDINAL.fullmatch(words) or not _VALUE.match(words):
        return False
    if _STAGED.fullmatch(words):
        return False
    return len(_UNITS.sub("", words)) <= _FEW


def notes_in(text: str, start: int, end: int) -> Iterator[Note]:
    """Unit notes written out in a span: `(단위: 억원)`."""
    for hit in _NOTE.finditer(text, start, end):
        group = "unit" if hit["unit"] else "bare"
        yield Note(hit[group].strip(), hit.start(group), hit.end(group))


def bracketed(text: str, start: int, end: int) -> Iterator[Note]:
    """A unit alone in brackets, as header cells and captions have it: `국비(백만원)`, `운용계획(안, 억원)`."""
    for hit in _BRACKET.finditer(text, start, end):
        yield Note(hit["unit"], hit.start("unit"), hit.end("unit"))
