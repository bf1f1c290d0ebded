"""Dated events in sentences, list items and label lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.choosing import choose
from extract.records.schedules.facts import Fact
from extract.records.schedules.kinds import kind_of
from extract.records.schedules.labels import label_name
from extract.records.schedules.named import Named
from extract.records.schedules.naming import after_date, before_date, joined, object_before
from extract.records.schedules.plain import plainly_named
from extract.records.schedules.spans import spans
from extract.records.schedules.splitting import split_acts
from extract.rule import Mention
from extract.sentences import Sentence
from extract.values import Period

_COPULA = re.compile(
    r"\s*(?:\([^()]{1,12}\)\s*)?(?:까지|간|동안)?\s*(?:\d+(?:일|주|개월|년)간?)?\s*(?:로|으로|이며|이다|이고|입니다|임|인|이었|였)(?=[\s,.]|다|으며|고)[다으며고]*[,.]?"
)
# `신청은 6월 16일까지 누리집에서 하면 된다`: nothing but where it is done.
_DONE = re.compile(
    r"\s*(?:오[전후]\s\S{1,6}\s)?(?:[^\s.,]+(?:에서|에|으로|로|통해)\s){0,2}(?:하면\s?[된됩]|할\s수\s있)"
)
_MARK = re.compile(r"\s*(?:o(?=\s)\s*|[□■○●◯◇◆▪•·ㅇ※▶▷►☞✓✔◈❍⊙*\-–∙>#△▲]+\s*|[①-⑮]\s*)*")
_LABEL = re.compile(r"\s*[(\[<](?P<a>[가-힣 ·]{2,14})[)\]>]\s*[:：]?\s*$|(?P<b>[가-힣 ·]{2,14})\s*[:：]\s*$")
_HEADLINE = re.compile(r"\s*(?:[,…·/→▶]|\.\.|$)")
# Steps with their dates in brackets: what follows the arrow is the next.
_ARROW = re.compile(r"\s*[→⇒▶➡⇨]")
_PLANS = ("방안", "대책", "계획", "전략", "로드맵", "지침", "가이드라인")
_LISTED = re.compile(r"(?P<act>[가-힣][가-힣 ·]{1,20}?)(?:\s?(?:일정|시기|일자))?\s*[:：]\s*(?=\S)")
_PLACE = re.compile(r"(?:^|[:：,/]|\))\s*([가-힣A-Za-z·‧]{2,24})\s*$")
_HOUR = re.compile(r"(?:시|분|:\d\d)\s?부터$")
# How far from a date its event is looked for, so that long series of dates are read in time that grows with them.
_SIGHT = 600
_HANGUL = re.compile(r"[가-힣]{2}")


def read_prose(reading: Reading) -> Iterator[Fact]:
    """What every date outside tables says happens."""
    for sentence in reading.sentences:
        for date in spans(reading, sentence):
            named = plainly_named(reading, sentence, date)
            named = named or choose(reading, sentence, date, name_in(reading, sentence, date))
            date = _opening(reading, date, named) if named else date
            if named and _HANGUL.search(named.event):
                span = min(date.start, named.start), max(date.end, named.end)
                yield from (Fact(act, date, "prose", (span,)) for act in split_acts(named))


def _opening(reading: Reading, date: Mention[Period], named: Named) -> Mention[Period]:
    """A meeting from an hour on is of that day: `27일 오후 7시부터 열리는 공연`."""
    written = reading.text[date.start : date.end]
    if date.value.end is not None or date.value.precision != "day" or not _HOUR.search(written):
        return date
    meets = kind_of(named.event, replace(date.value, end=date.value.start)) in ("meeting", "briefing")
    return replace(date, value=replace(date.value, end=date.value.start)) if meets else date


def name_in(reading: Reading, sentence: Sentence, date: Mention[Period]) -> Named | None:
    """The event of one date in its sentence."""
    text = reading.text
    start = _MARK.match(text, sentence.start, date.start)
    scene = Sentence(
        max(start.end() if start else sentence.start, date.start - _SIGHT), min(sentence.end, date.end + _SIGHT)
    )
    bracket = _bracket(text, scene, date)
    found = bracket and _bracketed(reading, scene, date, bracket)
    found = found or label_name(reading, sentence, date)
    if not found and (_COPULA.match(text, date.end, scene.end) or _DONE.match(text, date.end, scene.end)):
        found = _topic(text, scene, date)
    return found or _sentence_name(reading, scene, date, bracket)


def _sentence_name(
    reading: Reading, scene: Sentence, date: Mention[Period], bracket: tuple[int, int] | None
) -> Named | None:
    if not bracket and _HEADLINE.match(reading.text, date.end, scene.end):
        found = before_date(reading.text, scene.start, date.start)
        if found and events().head(found.event) and not found.noun:
            return found
    after = min(bracket[1] + 1, scene.end) if bracket else date.end
    if bracket and _ARROW.match(reading.text, after, scene.end):
        return before_date(reading.text, scene.start, bracket[0])
    found = _following(reading, scene, date, after)
    if found is None:
        return before_date(reading.text, scene.start, date.start)
    if found.how == "noun" and " " not in found.event:
        return _labelled(reading.text, scene, date, found)
    return _completed(reading.text, scene, date, found)


def _labelled(text: str, scene: Sentence, date: Mention[Period], found: Named) -> Named:
    """`(선정결과) '25.1월 중순 발표`: a bare noun behind a date takes the label before it."""
    label = _LABEL.match(text, scene.start, date.start)
    words = label and (label["a"] or label["b"]).strip()
    if not label or not words or words.replace(" ", "") in events().words["labels"]:
        topic = object_before(text, scene.start, date.start, passive=True) or _beside(text, scene, date)
        return replace(found, event=joined(topic.event, found.event), start=topic.start) if topic else found
    return replace(found, event=joined(words, found.event), start=label.start())


def _beside(text: str, scene: Sentence, date: Mention[Period]) -> Named | None:
    """The thing right before a date that a bare act behind it is done to: `추모제전 10일 개최`."""
    before = before_date(text, scene.start, date.start)
    if before is None or before.noun or text[before.end - 1] in ",;/":
        return None
    return None if text[before.end : date.start].strip(" '‘’\"") else before


def _following(reading: Reading, scene: Sentence, date: Mention[Period], after: int) -> Named | None:
    """The event behind a date: before the next date if one is named there, else in the whole sentence."""
    past = _past(reading, date)
    later = reading.dates.within(after, scene.end)
    limits = (other.start for other in later if other.value.precision != "year" or _open(other.value))
    limit = next(limits, None)
    if limit is not None:
        near = after_date(reading.text, after, limit, past, through=True)
        if near and events().head(near.event) and not events().light(near.event):
            return near
    return after_date(reading.text, after, scene.end, past)


def _open(period: Period) -> bool:
    return period.start is None or period.end is None


def _past(reading: Reading, date: Mention[Period]) -> bool:
    start = date.value.start or date.value.end
    return reading.published is None or start is None or start <= reading.published


def _bracket(text: str, scene: Sentence, date: Mention[Period]) -> tuple[int, int] | None:
    """The round bracket around a date: where it opens and closes."""
    depth = 0
    for at in range(date.start - 1, scene.start - 1, -1):
        if text[at] == ")":
            depth += 1
        elif text[at] == "(" and depth:
            depth -= 1
        elif text[at] == "(":
            close = text.find(")", date.end, scene.end)
            return at, close if close >= 0 else scene.end
    return None


def _bracketed(reading: Reading, scene: Sentence, date: Mention[Period], bracket: tuple[int, int]) -> Named | None:
    """`공모 접수(5.27.~29.)`, `「자본시장법」 개정('21.6.30 시행)`."""
    lexicon, text = events(), reading.text
    outer = before_date(text, scene.start, bracket[0], "bracket")
    if outer and not _aside_before(text, bracket[0]):
        if lexicon.head(outer.event):
            return outer
        if outer.event.endswith(_PLANS) and not _years(date):
            return replace(outer, event=f"{outer.event} 발표")
    shared = _shared(text, scene, bracket[0])
    if shared:
        return shared
    inner = after_date(text, date.end, bracket[1], _past(reading, date))
    if inner is None or not lexicon.head(inner.event):
        return None
    if outer and not outer.noun and " " not in inner.event and not _aside_before(text, bracket[0]):
        return Named(f"{outer.event} {inner.event}", outer.start, inner.end, "bracket")
    return inner


def _shared(text: str, scene: Sentence, at: int) -> Named | None:
    """What a label says of each of a list: `교육개시 일정 : 전북(8월말), 전남·경남(9월초)`."""
    label = _LISTED.match(text, scene.start, at)
    one = label and _PLACE.search(text[label.end() : at])
    if not label or not one:
        return None
    act = before_date(text, label.start("act"), label.end("act"), "bracket")
    if act is None or not events().head(act.event):
        return None
    return replace(act, event=f"{one[1].strip()} {act.event}")


def _aside_before(text: str, at: int) -> bool:
    """Whether a bracket only spells out the word before it: `오늘(3.20.)`."""
    words = text[max(0, at - 12) : at].split()
    return bool(words) and (words[-1].endswith("다") or words[-1].strip("(·,") in events().words["adverbs"])


def _years(date: Mention[Period]) -> bool:
    return date.value.precision == "year"


def _topic(text: str, scene: Sentence, date: Mention[Period]) -> Named | None:
    """`접수 기간은 10월 11일까지로`: the topic before a date that is itself the predicate."""
    found = before_date(text, scene.start, date.start, "topic")
    return found if found and events().head(found.event) else None


def _completed(text: str, scene: Sentence, date: Mention[Period], found: Named) -> Named:
    """A verb without its own object takes the nearest one before the date."""
    if found.how != "verb" or found.event != found.noun:
        return found
    before = object_before(text, scene.start, date.start, found.passive)
    if before is None:
        return found
    return replace(found, event=joined(before.event, found.noun), start=min(before.start, found.start))
