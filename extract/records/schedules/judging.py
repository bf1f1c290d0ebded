"""Whether a dated phrase is an event of the release: what speaks for and against it, weighed.

Every feature is a plain observation of the words around a date; its weight is in `lexicon/schedule_weights.csv`,
written by `bench/train_schedules.py` from the gold files. A fact is taken where the weights add up to more than zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.lexicon import schedule_weights
from extract.lexicon.events import events
from extract.reading import Reading
from extract.records.schedules.facts import Fact
from extract.records.schedules.kinds import kind_of, shape_of

_TAILS = ("부터", "까지", "이후", "이전", "중", "내", "안에", "간", "~")
_NEXT = (
    ("into", re.compile(r"\s*에(?:는|도|서)?(?=\s|$)")),
    ("close", re.compile(r"\s*[)\]]")),
    ("comma", re.compile(r"\s*[,·]")),
    ("end", re.compile(r"\s*$")),
    ("of", re.compile(r"\s*의\s")),
    ("glued", re.compile(r"[가-힣]")),
    ("number", re.compile(r"\s*(?:약|총|전체)?\s*[\d,.]+\s?(?:명|건|개|곳|억|만|조|천|%)")),
    ("words", re.compile(r"\s+[가-힣A-Za-z「‘“『'\"]")),
)
_COUNTING = re.compile(r"증가|감소|전년|대비|누적|통계|비율|%|확진|매출|수출액|평균|기록")
_SPEECH = re.compile(r"[”\"]\s*(?:라|이라|고|며|면서)")
_PLAN = re.compile(r"예정|계획|방침|할 것|[한된]다(?:고|\.|$)")
_PAST = re.compile(r"[했됐었였]다|[했됐었였]으며|[했됐었였]습니다|한 바")
_DAYS = ((-1100, "ages"), (-365, "years"), (-92, "year"), (-15, "season"), (-1, "lately"), (0, "today"), (15, "soon"))
_LATER = ((92, "months"), (400, "later"))


def is_likely(reading: Reading, fact: Fact) -> bool:
    """Whether more speaks for a fact than against it."""
    weights = schedule_weights()
    return sum(weights.get(name, 0.0) for name in features(reading, fact)) > 0


def features(reading: Reading, fact: Fact) -> Iterator[str]:
    """What can be seen of a fact, by name."""
    period, named = fact.date.value, fact.named
    kind = kind_of(named.event, period)
    yield "always"
    yield f"precision.{period.precision}"
    yield f"shape.{shape_of(period)}"
    yield f"how.{named.how}"
    yield f"where.{fact.where}"
    yield f"kind.{kind}"
    yield f"form.{named.form or 'none'}"
    yield f"precision.{period.precision}.how.{named.how}"
    yield f"when.{_when(reading, fact)}"
    yield from _name_features(fact)
    yield from _place_features(reading, fact)


def _when(reading: Reading, fact: Fact) -> str:
    day = fact.date.value.start or fact.date.value.end
    if reading.published is None or day is None:
        return "unknown"
    days = (day - reading.published).days
    for limit, name in (*_DAYS, *_LATER):
        if days <= limit:
            return name
    return "far"


def _name_features(fact: Fact) -> Iterator[str]:
    event = fact.named.event
    yield f"words.{min(event.count(' ') + 1, 4)}"
    if re.search(r"\d", event):
        yield "name.digits"
    if event == fact.named.noun:
        yield "name.bare"
    if events().light(event.split()[-1]):
        yield "name.light"
    yield f"distance.{min(fact.named.distance, 8) // 2}"


def _place_features(reading: Reading, fact: Fact) -> Iterator[str]:
    text, date = reading.text, fact.date
    written = text[date.start : date.end]
    tail = next((tail for tail in _TAILS if written.endswith(tail)), "none")
    start = text.rfind("\n", 0, date.start) + 1
    end = text.find("\n", date.end)
    line = text[start : end if end >= 0 else len(text)]
    rest = line[date.end - start :][:160]
    follows = next((name for name, pattern in _NEXT if pattern.match(rest)), "other")
    yield f"tail.{tail}"
    yield f"next.{follows}"
    yield f"tail.{tail}.{date.value.precision}"
    yield f"next.{follows}.{date.value.precision}"
    if date.start - start < 4:
        yield "line.start"
    if text[max(0, date.start - 2) : date.start].strip().endswith("("):
        yield "bracket"
    if re.search(r"\d{4}|['’‘]\d\d", written):
        yield "year.written"
    if _COUNTING.search(rest[:80]):
        yield "counting"
    if _SPEECH.search(rest):
        yield "speech"
    if _PLAN.search(rest):
        yield "plan"
    if _PAST.search(rest):
        yield "past"
    if line.lstrip()[:1] in "*※":
        yield "note"
    yield f"dates.{min(len(reading.dates.within(start, start + len(line))), 5)}"
    yield f"position.{min(4, 5 * date.start // max(1, len(text)))}"
