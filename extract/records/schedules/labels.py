"""Label lines: `○ 접수기간: 5.27.~29.`, `(일시) 3.26(목)`."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.named import Named
from extract.records.schedules.naming import before_date
from extract.rule import Mention
from extract.sentences import Sentence
from extract.values import Period

_LABEL = re.compile(
    r"\s*(?:[□■○●◯◇◆▪•·ㅇ※▶▷►☞✓✔◈❍⊙*\-–∙>#]+\s*|\d{1,2}[.)]\s*|[①-⑮]\s*|[가-하][.)]\s)*"
    r"(?:[(<【\[](?P<a>[^()\n:：\d]{2,24})[)>】\]]\s*[:：]?|(?P<b>[^\n:：\d]{2,30}?)\s*(?:\([^()\n]{1,30}\)\s*)?[:：]"
    r"|(?P<c>[가-힣·/ ]{0,10}(?:기간|일시|일정|기한|일자|시기))(?=\s))\s*$"
)
_CLOSED = re.compile(
    r"(?:[~∼-]?\s*\d{1,2}:\d\d[^가-힣]*|(?:(?:오전|오후|낮|저녁|밤)\s*)?\d{1,2}시(?:\s?\d{1,2}분)?\s*(?:까지)?\s*(?:[,/(]|$)|까지\s*$|중\s*$|예정\s*$|\S{0,4}일간\s*$|\d{1,2}(?:년|개월|주|일)간?\s*(?:[(,]|$)|(?:예산|재원|자금|물량|기금)?\s?소진\s?시?\s?까지|상시|※|부터\s*$|[(,/·;|\[]|$)"
)
_OVERVIEW = re.compile(
    r"(?:\s*(?:개요|계획|일정|안내|\(안\)|주요|추진|세부|현황|개최|실시|및|결과|내용|사항|방법|대상|[·/]))+\s*$"
)
_FRAME = re.compile(r"^[\s|Ⅰ-Ⅻ<【\[(「『◇◆□■○●ㅇ※\-*#\d.]+|[\s>】\])」』:：*\-]+$")
_BETWEEN = re.compile(r"[\s,/·]*(?:\d{1,2}시|\d{1,2}:\d{2})?[\s,/·]*(?:\([^()]{1,12}\))?\s*")
_PLACE = re.compile(
    r"(?:\([가-힣]{1,10}\)|(?:협약|선정|계약|공고|고시|승인|지정|협약\s?체결|개시|협약개시)일(?:로?부터)?)\s*$"
)
_NEAR = 6
_SHORT = 60


def label_name(reading: Reading, sentence: Sentence, date: Mention[Period]) -> Named | None:
    """The event that a label right before a date names, where nothing behind the date does."""
    text = reading.text
    label = _LABEL.match(text, sentence.start, _label_end(reading, sentence, date))
    rest = re.sub(r"\([^()]*\)", "", text[date.end : sentence.end]).lstrip()
    if label is None or not _CLOSED.match(rest):
        return None
    group = str(label.lastgroup)
    words = label[group].strip(" ○□-*·ㅇ")
    if words.replace(" ", "") not in events().words["labels"]:
        return Named(words, label.start(group), label.end(group), "label")
    name = heading_event(reading, sentence.start)
    return Named(name, label.start(group), label.end(group), "generic") if name else None


def _label_end(reading: Reading, sentence: Sentence, date: Mention[Period]) -> int:
    """Where a label before a date may end: before a place or other dates (`(서울) 3.6., (대전) 3.11.`)."""
    end = date.start
    earlier = reading.dates.within(sentence.start, date.start)
    if earlier and _BETWEEN.fullmatch(reading.text[earlier[-1].end : date.start]):
        end = earlier[0].start
    place = _PLACE.search(reading.text, max(sentence.start, end - 20), end)
    first = place is None or not re.search(r"[가-힣:：]", reading.text[sentence.start : place.start()])
    return end if first or place is None else place.start()


def heading_event(reading: Reading, at: int) -> str | None:
    """What a generic label (`일시`, `기간`) is about: the event of the nearest heading above it, or of the title."""
    place = bisect_left(reading.block_starts, at)
    for block in reversed(reading.document.blocks[max(0, place - _NEAR) : place]):
        if block.table is None and block.end <= at and block.end - block.start <= _SHORT:
            found = _headed(reading.text[block.start : block.end])
            if found and events().head(found):
                return found
    return _headed(reading.header.title or "")


def _headed(line: str) -> str | None:
    """The event that a heading names: `【 사업 설명회 개요 】` → 사업 설명회."""
    line = _OVERVIEW.sub("", _FRAME.sub("", line)).rstrip()
    found = before_date(line, 0, len(line))
    return found.event if found else None
