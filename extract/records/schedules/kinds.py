"""The kind of an event, by its head noun and the shape of its dates."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.lexicon.events import events
from extract.release import EventKind
from extract.values import Period

_CHOSEN = re.compile(
    r"(?:선정|심사|공모|당선|수상|합격|평가|최종(?!안)|선발|지정|우승|당첨)\S*?(?:결과|작|자|팀|기업|대상|기관|과제)?"
    r"[^ ]*$"
)
_TOLD = ("발표", "공개", "통보", "공지", "게시", "안내")
_OPEN_CALL = re.compile(r"(?:공모전?|공개\s?모집)(?:\s?(?:시작|개시|진행|실시|시행|개최))?$")
_UNENDING = ("other", "period", "completion", "meeting", "selection")
# What a stretch of more than one day, month or year makes of an act that begins or ends something: it lasts.
_LASTING = ("other", "start", "completion")
_ASIDE = re.compile(r"\([^()]*\)")
_UNITS = {"day": 1, "ten_days": 11, "month": 31, "quarter": 92, "half": 184, "year": 366}


def kind_of(name: str, period: Period) -> EventKind:
    """The contract's kind for an event's name; open starts begin something, ranges of what has no kind are periods."""
    kind = _by_head(name)
    if period.start and period.end is None and kind in _UNENDING:
        return "start"
    open_start = period.start is None and period.precision == "day"
    if open_start or _lasts(period):
        if kind == "other" or (kind in _LASTING and not open_start):
            return "period"
        if kind == "call" and period.precision == "day" and _OPEN_CALL.search(name):
            return "application"
    if kind == "period" and period.precision == "day" and period.start == period.end:
        return "meeting"  # 점검, 운영, 체험 of a single day is something held on it
    return kind


def shape_of(period: Period) -> str:
    """Whether a period is open on a side (`from`, `until`), a `point` or a `range`."""
    if period.end is None or period.start is None:
        return "from" if period.end is None else "until"
    return "point" if period.start == period.end else "range"


def _lasts(period: Period) -> bool:
    """Whether a period goes from one day, month or year to another."""
    if period.start is None or period.end is None:
        return False
    return (period.end - period.start).days >= _UNITS[period.precision]


@lru_cache(4096)
def _by_head(name: str) -> EventKind:
    """The kind of the last noun that is not light; of a light one where there is no other."""
    lexicon = events()
    rest = _ASIDE.sub("", name).replace(" ", "")
    head, first = lexicon.head(rest), None
    while head:
        kind = lexicon.kinds[head]
        paired = rest[: -len(head)].endswith(("·", "및"))
        rest = rest[: -len(head)].rstrip("·,및")
        if paired and kind == "other" and lexicon.head(rest):
            head = lexicon.head(rest)
            continue
        if kind == "publication" and head in _TOLD and _CHOSEN.search(rest):
            return "selection"
        if head in lexicon.words["turns"] and not _before(rest) & {"selection", "call", "application"}:
            return kind
        if not lexicon.light(head) and head not in lexicon.words["phases"]:
            return first if first and kind in ("other", "period") else kind
        first = first or kind
        head = lexicon.head(rest)
    return first or _anywhere(name)


def _before(rest: str) -> set[EventKind]:
    """The kind of the noun before a phase, if any."""
    head = events().head(rest)
    return {events().kinds[head]} if head else set()


def _anywhere(name: str) -> EventKind:
    """No noun ends the name: the last word of it that holds one."""
    lexicon = events()
    for word in reversed(name.split()):
        for cut in range(len(word), 1, -1):
            head = lexicon.head(word[:cut])
            if head and not lexicon.light(head):
                return lexicon.kinds[head]
    return "other"
