"""What a cell holds, by its shape alone: a number, a date, a place, a header word, an arrow."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal

CellKind = Literal["blank", "number", "date", "place", "tier", "words"]

_HEADS = tomllib.loads((files("parsers") / "heads.toml").read_text(encoding="utf-8"))
_LABELS = frozenset(_HEADS["labels"])
_STARTERS = frozenset(_HEADS["starters"])
_ENDERS = frozenset(_HEADS["enders"])
_ENDINGS = tuple(_HEADS["endings"])
_NOTES = re.compile(r"\([^()]{0,30}\)|[\d*)\s]+$|[\s*]+")

_BLANK = re.compile(r"[-–—·.\s]*$")
_NUMBER = re.compile(
    r"\d+(?:\.\d+)?\s?:\s?1$|(?:총|약|최대|각|연|최소|\(|△|▲|▵|\+|-|\s)*\d[\d,.]*\s?(?:조|억|천만|백만|만|천)?\s?(?:[\d,.]+\s?(?:억|천만|백만|만|천)?\s?)?"
    r"[가-힣%℃㎡㎞㎥a-zA-Z:]{0,6}(?:\s?(?:내외|이내|이상|이하))?\s?\)?(?:\s?\([^()]{1,14}\))?$"
)
_FOOTNOTE = re.compile(r"(?<=\S)\s*[*※].{0,14}$")
_DATE = re.compile(
    r"[~(]?\s?(?!\d+(?:\.\d+)?\s?:\s?1(?!\d)|\d+\.\d+\s?(?:[%℃㎡]|[배억조만천점톤]))(?:['’‘]?\d{2,4}\s?[.년/-]\s?(?:\d|상|하|말|초)|['’‘]\d{2}|\d{4}년|\d{1,2}\s?월|\d{1,2}\s?[./]\s?\d{1,2}\.?(?![\d%]))"
)
_PLACE = re.compile(
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별자치시|특별자치도|특별시|광역시|도|시)?"
    r"(?:\s?[가-힣]{1,4}[시군구])?$|[가-힣]{1,4}[시군구]$"
)
_TIER = re.compile(
    r"(?:최우수|우수|장려|특별|대|금|은|동|최고|본|입선|가작|노력|참가|인기)상?(?:\s?\(.{1,12}\))?$|[가-힣]{2,10}(?:상|표창)$"
)
_SIDE = re.compile(r"\([A-Za-z가-힣+\-=/·\s]{1,12}\)$|[①-⑳❶-❿]$|\*{1,3}$|\d\)$")
_NOTE = re.compile(r"\((?!\d)[^()]{1,60}\)")
_UNIT_NOTE = re.compile(r"[(\[<【]?\s?단위\s?[:：][^()\[\]<>【】]{1,40}[)\]>】]?")
_AMOUNTS = re.compile(r"(?:최소|최대|총|약|각)?\s?\d[\d,.]*\s?[조억만천백]*\s?원.{0,24}")
_BREAKDOWN = re.compile(r"\+?\s?[가-힣]{2,8}\s\d[\d,.]*\s?[조억만천백]*원.{0,40}")
_TOTAL = re.compile(r"\s*(?:총|합|소|전체|누)?\s?계(?:\s|$|\()|\s*(?:전체|전국|총괄|총\s)")
_ARROW = re.compile(r"[\s→⇒⇨➡➜►▶▷▸➔⟹⇢⭢↓⇓▼▽\-=>]+$")
_BULLET = re.compile(r"\s*(?:[□■○◦●◯ㅇ◇◆◈❍▢◎⊙▣▪▫▲△▶▷►☞※*‣]|[-–]\s|[①-⑳]\s?\S{20}|붙임|참고|별첨)")
_SENTENCE = re.compile(
    r"(?:[니한된이있했됐였하었]다|다[.”\"')]|요)[.”\"')]*$|[,며고는](?<=.{51})$|(?:으로|에서)(?<=.{52})$"
)


@lru_cache(maxsize=4096)
def cell_kind(words: str) -> CellKind:
    """The shape of a cell's words."""
    words = _FOOTNOTE.sub("", words)
    if _BLANK.match(words):
        return "blank"
    if _DATE.match(words):
        return "date"
    if _NUMBER.match(words):
        return "number"
    if _PLACE.match(words):
        return "place"
    return "tier" if _TIER.match(words) else "words"


def may_start(words: str, *, exactly: bool) -> bool:
    """Whether these words may be the first header of a table; `exactly` asks for one that never stands elsewhere."""
    label = _label(words)
    return label in _STARTERS if exactly else is_head(words) and label not in _ENDERS


def is_side(words: str) -> bool:
    """Whether these words only add to the cell before: a letter in brackets, a circled number, a footnote sign."""
    return bool(_SIDE.match(words))


def is_note(words: str) -> bool:
    """Whether these words are nothing but a note in brackets."""
    return bool(_NOTE.fullmatch(words))


def is_unit_note(words: str) -> bool:
    """Whether these words only say in what the numbers below are: no head of a column."""
    return bool(_UNIT_NOTE.fullmatch(words))


def is_figure(words: str) -> bool:
    """Whether a cell holds a number, a range of amounts or nothing."""
    return cell_kind(words) in ("number", "blank") or bool(_AMOUNTS.fullmatch(words))


def is_breakdown(words: str) -> bool:
    """Whether these words divide the amount before them: `민간 1.5조원 +기금 2조원`."""
    return bool(_BREAKDOWN.fullmatch(words))


def is_head(words: str) -> bool:
    """Whether these words head a column."""
    label = _label(words)
    return 0 < len(label) <= 14 and (label in _LABELS or label.endswith(_ENDINGS))


def _label(words: str) -> str:
    return _NOTES.sub("", words).lower()


def is_total(words: str) -> bool:
    """Whether these words head a row of totals."""
    return bool(_TOTAL.match(words)) and len(words) <= 12


def is_arrow(words: str) -> bool:
    """Whether there is nothing but an arrow between steps."""
    return bool(words.strip()) and not _BLANK.match(words) and bool(_ARROW.match(words))


def is_sentence(words: str) -> bool:
    """Whether these words are a sentence or open like a paragraph of the body."""
    return bool(_BULLET.match(words)) or bool(_SENTENCE.search(words))
