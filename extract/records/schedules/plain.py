"""Dates that are all that is said of a topic: `공고는 7월 초, 접수는 8월 14일까지다`."""

from __future__ import annotations

import re

from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.named import Named
from extract.records.schedules.naming import before_date
from extract.rule import Mention
from extract.sentences import Sentence
from extract.values import Period

_TOPIC = re.compile(r"(?<=[가-힣])[은는]\s(?:오는\s|지난\s)?$")
_SAID = re.compile(
    r"\s?(?:\([월화수목금토일]\))?\s?(?:까지|부터)?\s?(?:,\s(?=[가-힣·\s]{2,16}[은는]\s)|(?:이다|다|이고|이며|입니다)[.,\s])"
)
# `9월 17일 대면심사에서 계획을 따졌다`: what is done in it is done on its day.
_HELD = re.compile(
    r"\s?(?:\([월화수목금토일]\))?\s(?P<name>(?:[가-힣]{2,6}\s?)?(?:심사|평가|설명회|간담회|공청회))에서(?:는)?\s"
)
_NEAR = 8


def plainly_named(reading: Reading, sentence: Sentence, date: Mention[Period]) -> Named | None:
    """The topic right before a date, where behind the date stands the next topic or the end; what is held on it."""
    text = reading.text
    if held := _HELD.match(text, date.end, sentence.end):
        return Named(held["name"], *held.span("name"), "topic")
    if not _TOPIC.search(text, max(sentence.start, date.start - _NEAR), date.start):
        return None
    if not _SAID.match(text, date.end, sentence.end):
        return None
    found = before_date(text, sentence.start, date.start, "topic")
    return found if found and events().head(found.event) else None
