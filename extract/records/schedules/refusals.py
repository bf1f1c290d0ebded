"""Dates that are no events of the release."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.facts import Fact
from extract.rule import Mention
from extract.values import Period

_STATISTICS = re.compile(
    r"\s*(?:\([^()]{1,8}\)\s*)?(?:\d{1,2}시\s?)?(?:기준|대비|말\s?기준|현재|동기|같은\s?기간|실적|매출|평균|당시|누계|누적|이후\s?누계|출생|개업|출고|생산|수출액|순이익|영업이익)"
)
_CITED = re.compile(
    r"\s*(?:\d{1,2}:\d{2}|\d{1,2}시)?\s*(?:이후\s*)?(?:보도\s*(?:가능|하여|에\s?대한)|(?:자\s?)?(?:보도\S{0,4}자료|기사|자\s?보도|조간|석간|이후\s?보도))"
)
_PAGE = re.compile(
    r"(?:등록|수정|입력|작성일?|게시일?|배포|배포일시?|보도시점|보도일시|승인|업데이트|최종수정|등록일)\s*[:：]?\s*$"
)
_LAW = re.compile(
    r"[.\s]*(?:시행|개정|공포|제정|전부개정)?\)\s*(?:제\d+조\S*\s*)?(?:에\s*(?:따라|따른|의해|의한|의거|근거)|(?<=[조항])(?:\s|$))"
)
# Days counted from another: `마감일 후 3일까지`, `매월 2회(3일, 15일)`.
_COUNTED = re.compile(r"(?:일\s?(?:후|전|이후|이전)|로부터)\s*$|매(?:월|달|주)\s?(?:\d\s?회)?[\s(\d,·일]{0,14}$")
# `첨부파일 [9.25.조간] 가나 선정.hwpx`: dates in the names of files.
_FILE = re.compile(r"[^\n]*\.(?:hwpx?|pdf|docx?|pptx?|xlsx?|zip|jpe?g|png)\b", re.I)
# Headings over what is said of others.
_OTHERS = re.compile(r"(?:^|[\s>\])])(?:다른|유사|타|여타|기타)\s[가-힣·\s]{0,12}(?:사업|제도|지원)")
# `자정 기준으로 신고된 자료`, `높이 평가하였다`: how figures came about, and praise.
_NO_ACT = re.compile(r"자료 기준|기준으로|^(?:높이|높게) 평가")
# `김 팀장은 2010년부터 …`: a person's own years.
_PERSON = re.compile(
    r"^\W*(?:[가-힣]{1,5}\s)?[가-힣]{0,6}(?:팀장|씨|교수|선수|작가|감독|고인|의장|박사|명장|소장|후보자|내정자)[은는]\s"
)
_UNSURE = ("변경", "조정", "취소", "연기", "변동", "단축", "연장")
_MAY = re.compile(r"\s*수\s*(?:도\s*)?있")
_ABOVE = 8
_RELATIVE = re.compile(r"(?:오늘|금일|이번 주|이번주|금주|이날|어제|내일|지난주|지난 주)")
_BEFORE_SAID = re.compile(r"\s*(?:\(?[월화수목금토일]\)|에)?\s*(?:이같이|이와 같이|공식)?\s*")
_CLOCK = re.compile(r"\s*(?:\([월화수목금토일]\))?,?\s*(?:오전|오후|\d{1,2}시|\d{1,2}:)")


def is_event(reading: Reading, fact: Fact) -> bool:
    """Whether a date is an event of the release; not statistics' reference, the day of saying or a name's year."""
    text, date = reading.text, fact.date
    if _STATISTICS.match(text, date.end) or _CITED.match(text, date.end):
        return False
    if _NO_ACT.search(fact.named.event) or _is_unsure(text, fact):
        return False
    if _RELATIVE.fullmatch(text[date.start : date.end]) or _COUNTED.search(text, max(0, date.start - 24), date.start):
        return False
    if _is_page_date(text, date) or _is_said(reading, fact):
        return False
    if date.value.precision == "year" and _PERSON.match(text[text.rfind("\n", 0, date.start) + 1 : date.start]):
        return False
    if _FILE.match(text, text.rfind("\n", 0, date.start) + 1):
        return False
    if _OTHERS.search(_heading(reading, date.start)):
        return False
    if not _is_named(fact) or _LAW.match(text, date.end):
        return False
    if date.value.precision not in ("year", "half", "quarter") or fact.where in ("table", "line", "below"):
        return True
    ends_line = fact.named.how == "before" and not text[date.end : date.end + 40].split("\n")[0].strip(" .)")
    return fact.named.how == "label" or ends_line or _coarse_counts(text, date)


def _heading(reading: Reading, at: int) -> str:
    """The nearest heading over a place."""
    here = bisect_right(reading.block_starts, at) - 1
    above = reversed(reading.document.blocks[max(0, here - _ABOVE) : here])
    lines = ((block.kind, reading.text[block.start : block.end]) for block in above)
    return next((line for kind, line in lines if kind == "heading" or line[:1] in ("<", "[", "【")), "")


def _is_page_date(text: str, date: Mention[Period]) -> bool:
    """Whether a full date only says when the page was written: `등록 2024-06-24`."""
    full = re.match(r"(?:19|20)\d{2}", text[date.start : date.end]) is not None
    return full and _PAGE.search(text, max(0, date.start - 12), date.start) is not None


def _is_unsure(text: str, fact: Fact) -> bool:
    """Whether it only may come so: `일정은 변경될 수 있다`."""
    return fact.named.event.endswith(_UNSURE) and _MAY.match(text, fact.named.end) is not None


def _is_named(fact: Fact) -> bool:
    """Whether the name ends in a noun of events, and is no label of statistics or of a party's own data."""
    lexicon = events()
    return lexicon.head(fact.named.event) is not None and fact.named.event not in lexicon.words["data"]


def _is_said(reading: Reading, fact: Fact) -> bool:
    """`28일 … 개최한다고 밝혔다`: the day of publication before what will be done is the day of saying."""
    text, date = reading.text, fact.date
    if fact.named.event.startswith(events().saying):
        return True
    line = text[date.end : text.find("\n", date.end) if "\n" in text[date.end :] else len(text)][:200]
    said = next((at for stem in events().saying if (at := line.find(stem)) >= 0), None)
    if said is not None and _BEFORE_SAID.fullmatch(line[:said]):
        return True
    if (
        fact.named.how == "participle"
        or said is None
        or not date.value.start == date.value.end == reading.published
        or date.value.precision != "day"
    ):
        return False
    planned = re.search(r"[한된인]다고\s*$", line[:said])
    return planned is not None and fact.named.distance > 2 and not _CLOCK.match(line)


def _coarse_counts(text: str, date: Mention[Period]) -> bool:
    """Whether a year or half is said of an event and is not part of a name: `2018년부터`, `2005년에`, `(’20년)`."""
    period = date.value
    if period.start is None or period.end is None:
        return True
    written = text[date.start : date.end]
    if re.search(r"(?:부터|까지|중|이후|내|안에|간)$", written):
        return True
    if period.start.year != period.end.year and text[max(0, date.start - 1) : date.start] == "(":
        return True
    return re.match(r"\s*(?:에|에는|\)|내|에서|간|동안)", text[date.end : date.end + 4]) is not None
