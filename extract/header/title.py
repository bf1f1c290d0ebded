"""Headline and the lines under it."""

from __future__ import annotations

import re

from extract.lexicon import ministries
from parsers.document import Block, Document

_PRESS_WORD = (
    r"(?:(?:합동|공동|정책|언론)\s?[-·]?\s?)?"
    r"(?:보\s?도\s?(?:자\s?료|참\s?고|설\s?명)?|참\s?고|설\s?명|해\s?명)\s?(?:자\s?료|문)?"
)
_KIND = re.compile(r"^\s*(?:\[" + _PRESS_WORD + r"\]|\(" + _PRESS_WORD + r"\)|【" + _PRESS_WORD + r"】)\s*")
_LABEL_LINE = re.compile(
    r"^[\W_]*(?:(?:[가-힣]{2,12}\s)?"
    + _PRESS_WORD
    + r"\s*$|"
    + _PRESS_WORD
    + r"|보\s?도\s?(?:시\s?점|일\s?시)|배\s?포|담\s?당|문\s?의|총\s?\d+|즉시|엠바고|등록"
    r"|작성|수정|입력|기사|제공|자료제공|담당자|담당부서|페이지|쪽|\d{1,4}[.년/-]\s?\d{1,2})"
)
# A board puts the department that wrote a release in brackets before its headline.
_DEPARTMENT = re.compile(r"^\[[가-힣·\s]{1,14}(?:관|국|과|실|단|부|청|팀|센터|본부)\]\s*(?=\S)")
_SUBTITLE = re.compile(r"^\s*(?:[-–—▪•·∙*◈]|\((?!\d))\s*(?=\S)")
# A sentence is the body's, a collector's `- 부처: 환경부` its header's.
_NO_SUBTITLE = re.compile(r"다\.$|^[\W_]*(?:부처|기관|배포일?|등록일?|작성일?|출처|담당)\s?[:：]")
_IN_CHARGE = re.compile(r"[\W_]*(?:담\s?당|책임|문\s?의)")
_PHONE = re.compile(r"\(?0\d{1,2}[-)]\s?\d{3,4}")
_UNIT = re.compile(r"^[가-힣·]{2,14}(?:과|국|관|실|단|팀|센터|본부)$")
_NAME = 4
_TRAIL = re.compile(r"\s*[-–—]\s*$")
_MAX_TITLE = 150
_SENTENCE = 40
_MAX_SUBTITLES = 6


def find_title(document: Document) -> str | None:
    """The headline: as the container gives it, else the title block, else the first line that is no label."""
    if document.meta.title and document.meta.title.strip():
        return _clean(document.meta.title)
    block = _title_block(document)
    return _clean(document.text[block.start : block.end]) if block else None


def find_subtitles(document: Document) -> tuple[str, ...]:
    """The lines under the headline that open with a dash, or that the parser marked as headings without depth."""
    block = _title_block(document)
    if block is None:
        return ()
    at = document.blocks.index(block) + 1
    lines = []
    for under in document.blocks[at : at + _MAX_SUBTITLES]:
        words = document.text[under.start : under.end]
        marked = under.kind == "heading" and under.depth == 0
        lined = len(words) < _MAX_TITLE and _SUBTITLE.match(words) and not _NO_SUBTITLE.search(words)
        if under.table is not None or not (marked or lined):
            break
        lines.append(_TRAIL.sub("", _SUBTITLE.sub("", words)).rstrip(")") if not marked else words)
    return tuple(lines)


def _title_block(document: Document) -> Block | None:
    marked = next((block for block in document.blocks if block.kind == "title"), None)
    if marked:
        return marked
    named = False
    for block in document.blocks[:30]:
        words = document.text[block.start : block.end]
        named = named or bool(_IN_CHARGE.match(words))
        if _may_be_title(document, block) and not (named and _is_field(words)):
            return block
    return None


def _is_field(words: str) -> bool:
    """Whether a line behind `담당 부서` says who is in charge: a ministry, a division, a rank, a name, a phone."""
    bare = "".join(words.split())
    return words.strip() in ministries() or bool(_PHONE.search(words)) or len(bare) <= _NAME or bool(_UNIT.search(bare))


def _may_be_title(document: Document, block: Block) -> bool:
    words = document.text[block.start : block.end]
    return block.table is None and len(words) <= _MAX_TITLE and _LABEL_LINE.match(words) is None


def _clean(title: str) -> str:
    """A headline on one line, without the word for its kind (`[보도자료]`)."""
    line = " ".join(title.split())
    return _DEPARTMENT.sub("", _KIND.sub("", line)) or line
