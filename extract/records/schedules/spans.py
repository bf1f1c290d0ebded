"""Days said in two places of a sentence: `3월 7일부터 나라장터에서 25일간`, `2.17일에 공모를 시작하여 3.16일까지`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from extract.reading import Reading
from extract.rule import Mention
from extract.sentences import Sentence
from extract.values import Period

_LENGTH = re.compile(r"(?<![\d.])(\d{1,3})일간|(이틀|사흘|나흘|닷새|일주일)간")
_WORDS = {"이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "일주일": 7}
_BEGINS = re.compile(r"\s*에?\s[^,.]{0,30}(?:시작|개시)(?:하여|해|하고)\s*$")
_HOUR = re.compile(r"\s*(?:오전|오후)?\s*\d{1,2}시(?:\s?\d{1,2}분)?\s?(?:\([^()\n]{1,40}\))?\s?부터\s*")
_REACH = 60
# Between `9월 1일부터` and `10월 31일까지` nothing else is said than where and how.
_WHERE = re.compile(r"(?:「[^」\n]*」|[^,.;\n「」]|\.(?=[a-z])){0,80}")
_ELSE = re.compile(r"[하되]고|[하되]며|[하되]여|(?<![통위대])해\s|[다음함]\s|이며|이고")


def spans(reading: Reading, sentence: Sentence) -> Iterator[Mention[Period]]:
    """The dates of a sentence, open ones closed by what the sentence says later."""
    dates = reading.dates.within(sentence.start, sentence.end)
    for at, date in enumerate(dates):
        later = dates[at + 1] if at + 1 < len(dates) else None
        yield _lasting(reading, sentence, date, later) or _until(reading, date, later) or date


def _lasting(
    reading: Reading, sentence: Sentence, date: Mention[Period], later: Mention[Period] | None
) -> Mention[Period] | None:
    period = date.value
    if period.start is None or period.end is not None or period.precision != "day":
        return None
    end = min(date.end + _REACH, later.start if later else sentence.end, sentence.end)
    hit = _LENGTH.search(reading.text, date.end, end)
    if hit is None:
        return None
    days = int(hit.group(1)) if hit.group(1) else _WORDS[hit.group(2)]
    return replace(date, value=replace(period, end=period.start + timedelta(days=days - 1)))


def _until(reading: Reading, date: Mention[Period], later: Mention[Period] | None) -> Mention[Period] | None:
    """A beginning and the deadline right behind it, as one window."""
    if later is None or later.value.start is not None or later.value.precision not in ("day", "ten_days", "month"):
        return None
    between = reading.text[date.end : later.start]
    if date.value.precision != "day" or date.value.start is None or later.value.end is None:
        return None
    opened = date.value.end is None and _WHERE.fullmatch(between) and not _ELSE.search(between)
    begun = date.value.start == date.value.end and (_BEGINS.fullmatch(between) or _HOUR.fullmatch(between))
    if not (opened or begun) or later.value.end < date.value.start:
        return None
    return replace(date, value=replace(date.value, end=later.value.end))
