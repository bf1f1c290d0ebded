"""Dates of the press: `'24.6.25.(화)`, `5.27.~6.3.`, `6월 25일 오후 2시`, `12월 초까지`, `내년 상반기`, `~'24년`.

`date_rules` finds expressions, `date_words` reads their words, `date_resolve` makes days of them; here they are
resolved in reading order, so that a year said earlier in a sentence, cell or row holds for the dates after it.
"""

from __future__ import annotations

import re
from datetime import date

from extract.rule import Kind, Mention
from extract.rules.date_resolve import Context, resolve
from extract.rules.date_rules import DATES
from extract.rules.when import Hint, Point, When
from extract.values import Period

PERIOD: Kind[Period] = Kind("date")
# Dates further apart than this do not belong together.
_REACH = 250
_COARSE = ("year", "half", "quarter")

_BREAK = re.compile(r"\n|[가-힣)]\. |[.!?]\s*\n")
# `내년에는 7월에 착공한다`: the year is what the sentence is about.
_TOPIC = re.compile(r"(?:에는|에도|엔|은|도)\s(?!말|초|중)")
_JOINED = re.compile(r"(?:[\s,·/()~]|와|과|및|에서|부터|까지)*")
_VERB = re.compile(
    r"(?P<coming>예정|계획|할 것|한다[고. ]|하겠|될 것|\S 수 [있없])"
    r"|[했됐렸었였았][다고으던는]|한 바|해 ?왔|기준|누계|누적"
)


def find_dates(text: str, published: date | None) -> list[Mention[Period]]:
    """Every date of a text as days; what depends on an unknown day of publication is left out."""
    found: list[Mention[Period]] = []
    before: Mention[Period] | None = None
    gone: Mention[Period] | None = None
    for mention in DATES.scan(text):
        bracketed = gone if text[mention.start - 1 : mention.start] == "(" and before is not gone else None
        known = _known(text, before, mention, published) or _known(text, bracketed, mention, published)
        tied = known is not None and before is not None and _tied(text, before, mention)
        period = resolve(
            mention.value, Context(published, known, _tense(text, mention), tied=tied, plan=_plan(found, mention))
        )
        if period is None:
            continue
        here = Mention(PERIOD, period, mention.start, mention.end, mention.rule)
        found.append(here)
        if _governs(mention, text, known) or (
            text[mention.end : mention.end + 1] == "에" and _coming(period, published)
        ):
            before = here
        if _names_year(mention):
            gone = here if _past_year(mention) else None
    return found


def _governs(mention: Mention[When], text: str, known: date | None) -> bool:
    """Whether later dates of the sentence take year and month from this one: a day or month, or `2024년(3월)`."""
    point: Point | None = mention.value.start or mention.value.end
    if point is None or mention.value.said:
        return False
    if known and point.year is None and point.years is None:
        return True
    if point.precision not in _COARSE:
        return True
    return text[mention.end : mention.end + 1] in ("(", ",", ":") or _TOPIC.match(text, mention.end) is not None


def _names_year(mention: Mention[When]) -> bool:
    point = mention.value.start or mention.value.end
    return point is not None and (point.year is not None or point.years is not None)


def _past_year(mention: Mention[When]) -> bool:
    """Whether a year gone by is named, of which the months in brackets are: `지난해 설명회(8월), 박람회(10월)`."""
    point = mention.value.start or mention.value.end
    return point is not None and point.precision == "year" and point.years is not None and point.years < 0


def _coming(period: Period, published: date | None) -> bool:
    """Whether a year still to come is named: what follows in the sentence is of it (`내년에도 …, 하반기에`)."""
    day = period.start or period.end
    return published is not None and day is not None and period.precision == "year" and day.year == published.year + 1


def _known(text: str, before: Mention[Period] | None, mention: Mention[When], published: date | None) -> date | None:
    """The date before, where the same sentence, cell or row goes on and it can give this one its year or month."""
    day = (before.value.start or before.value.end) if before else None
    if before is None or day is None or mention.value.said or mention.start - before.end > _REACH:
        return None
    if _tied(text, before, mention):
        return day
    between = text[before.end : mention.start]
    opened, closed = between.find("("), between.find(")")
    if (closed >= 0 and (opened < 0 or closed < opened)) or _BREAK.search(between):
        return None
    point = mention.value.start or mention.value.end
    far = published is not None and abs((day - published).days) > 200
    return None if far and point is not None and point.alone else day


def _plan(found: list[Mention[Period]], mention: Mention[When]) -> date | None:
    """The date just before, whatever the sentence: a list of what is to come goes on."""
    near = found[-1] if found and mention.start - found[-1].end < _REACH else None
    if near is None or near.value.precision in _COARSE:
        return None
    return near.value.end or near.value.start


def _tied(text: str, before: Mention[Period], mention: Mention[When]) -> bool:
    return _JOINED.fullmatch(text, before.end, mention.start) is not None


def _tense(text: str, mention: Mention[When]) -> Hint | None:
    """Past or coming, by the first verb after the date in its sentence."""
    stop = text.find("\n", mention.end, mention.end + 150)
    verb = _VERB.search(text, mention.end, stop if stop >= 0 else mention.end + 150)
    if verb is None:
        return "coming" if mention.value.start is None else None
    return "coming" if verb.lastgroup else "past"
