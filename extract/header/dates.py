"""Day of publication and embargo, as the head of a release or its container gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from parsers.document import Document

KST = timezone(timedelta(hours=9))
_HEAD = 2_500

_DAY = (
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d\d|['’‘]?\d\d)\s?[.년/-]\s{0,2})?(?P<month>1[0-2]|0?[1-9])\s?[.월/-]\s{0,2}"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)\s?(?:일|\.)?"
)
_WEEKDAY = r"(?:\s?\(?[월화수목금토일](?:요일)?[).,]?)?"
_CLOCK = (
    r"(?:[\s,/]{0,3}(?P<half>오전|오후|낮|정오)?\s?"
    r"(?:(?P<hour>[01]?\d|2[0-4])\s?(?::\s?(?P<minute>[0-5]\d)|시\s?(?:(?P<min>[0-5]?\d)분)?))?)"
)
_MOMENT = re.compile(_DAY + _WEEKDAY + _CLOCK)
_LABEL = r"(?:^|(?<=[\s/|\[(<■□○※•·]))"
_GAP = r"[\s:|\[\]>()]{0,8}"
_RELEASED = re.compile(_LABEL + r"배\s{0,3}포\s?(?:일\s?시|일\s?자|일|날짜)?" + _GAP + "(?=['’‘]?\\d)", re.M)
# `보도시점⏎배포⏎2025. 2. 27.(목) 12:00 이후 … 2025. 2. 27.(목) 09:00`: labels over the line of their days.
_STACKED = re.compile(r"(?m)^보\s?도\s?시\s?점[\s|]{1,3}배\s?포\s?\n(?P<days>.+)$")
_POSTED = re.compile(
    _LABEL
    + r"(?:등\s?록|작\s?성|게\s?시|입력|승인|발행|제공|[가-힣]{0,4}\s?공고(?=일))\s?(?:일\s?시|일\s?자|일|날짜)?"
    + _GAP
    + "(?=['’‘]?\\d)",
    re.M,
)
# `공고일(’26.3.3.)을 기준으로`: a day in a sentence, not the release's own.
_IN_SENTENCE = re.compile(r"\s?\)?\s?(?:을|를|부터|까지|이후|이전|기준|현재)")
_ALONE = re.compile(
    r"(?m)^[<(\[]?\s?"
    + _DAY
    + _WEEKDAY
    + r"\s?[>)\]]?(?:\s?(?:배포|발표|제공)|\s[가-힣]{2,14}(?:과|국|관|실|단|팀|센터))?$"
)
# `국토교통부 도시정책과 2026. 3. 31.(화)`: who publishes, and when.
_SIGNED = re.compile(
    r"(?m)^[가-힣\d·]{2,20}(?:부|처|청|위원회|원|공단|공사|재단|본부|도|시|군|구|과|국|관|실|단|팀|센터)(?:\s[가-힣\d·]{2,20}){0,3}"
    r"[\s,·|/]{1,3}" + _DAY + _WEEKDAY + r"$"
)
_TOP = 400
_EMBARGO = re.compile(r"보\s?도\s?(?:시\s?점|일\s?시|시\s?기|일\s?자|가\s?능)|엠바고")
_BROADCAST = re.compile(r"통신|방송|인터넷|온라인")
_ONLINE = re.compile(r"\s?(?:이후)?\s?\(?\s?(?:온라인|인터넷|방송|통신)")
_RELEASE = re.compile(r"(?<=[\s/|])배\s{0,3}포|즉\s?시")
_WINDOW = 220
_PAPER = re.compile(r"\s?\(?[월화수목금토일]?\)?\s?(?:\(?조간|\(?석간|지면)")
_AMERICAN = re.compile(r"(?P<month>\d\d)/(?P<day>\d\d)/(?P<year>\d{4})\b")
_COMPACT = re.compile(r"(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")


def find_published(document: Document) -> date | None:
    """배포일, else 등록일 or 작성일, else the container's date, else a line at the top that is or ends in a date."""
    head = document.text[:_HEAD]
    for label in (_RELEASED, _POSTED):
        for hit in label.finditer(head):
            moment = _MOMENT.match(head, hit.end())
            day = _dated(moment)
            if moment and day and not _IN_SENTENCE.match(head, moment.end()):
                return day
    return (
        read_day(document.meta.published)
        or _stacked(head)
        or _dated(_ALONE.search(head))
        or _dated(_SIGNED.search(head[:_TOP]))
    )


def _stacked(head: str) -> date | None:
    """The last full day of the line below the labels."""
    labels = _STACKED.search(head)
    days = [day for hit in _MOMENT.finditer(labels["days"]) if (day := _dated(hit))] if labels else []
    return days[-1] if days else None


def read_day(text: str | None) -> date | None:
    """A container's date in any form that collectors use: ISO, `06/24/2024 09:50:01`, `2024. 6. 24.`, RFC 5322."""
    if not text:
        return None
    for pattern in (_AMERICAN, _COMPACT, _MOMENT):
        day = _dated(pattern.search(text))
        if day:
            return day
    try:
        return parsedate_to_datetime(text).date()
    except ValueError:
        return None


def find_embargo(document: Document, published: date | None) -> datetime | None:
    """보도시점 for broadcast and internet: the moment named for them, else the first with a time that is no paper's."""
    head = document.text[:_HEAD]
    label = _EMBARGO.search(head)
    if label is None:
        return None
    window = _RELEASE.split(head[label.end() : label.end() + _WINDOW])[0]
    moments = list(_moments(window, published))
    for hit, moment in moments:
        if _ONLINE.match(window, hit.end()):
            return moment
    broadcast = _BROADCAST.search(window)
    named = [moment for hit, moment in moments if broadcast and hit.start() >= broadcast.end()]
    if named:
        return named[0]
    return next((moment for hit, moment in moments if not _PAPER.match(window, hit.end())), None)


def _moments(window: str, published: date | None) -> Iterator[tuple[re.Match[str], datetime]]:
    for hit in _MOMENT.finditer(window):
        day, hour = _dated(hit, published), _hour(hit)
        if day and hour:
            yield hit, datetime(day.year, day.month, day.day, *hour, tzinfo=KST)


def _dated(hit: re.Match[str] | None, near: date | None = None) -> date | None:
    """The date of a match; without a year the year of `near`, or none."""
    if hit is None:
        return None
    year = hit["year"]
    if year is None and near is None:
        return None
    number = near.year if year is None and near else int((year or "").strip("'’‘"))
    try:
        return date(number + 2000 if number < 100 else number, int(hit["month"]), int(hit["day"]))
    except ValueError:
        return None


def _hour(hit: re.Match[str]) -> tuple[int, int] | None:
    if hit["half"] == "정오":
        return 12, 0
    if hit["hour"] is None:
        return None
    hour = int(hit["hour"])
    if hit["half"] in ("오후", "낮") and hour < 12:
        hour += 12
    return (hour, int(hit["minute"] or hit["min"] or 0)) if hour < 24 else None
