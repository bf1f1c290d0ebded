"""When a decision stands by the words around its count: ahead, over, or of a year of its own."""

from __future__ import annotations

import re

from extract.reading import Reading
from extract.records.selections.binding import Bound
from extract.release import Status

_AHEAD = re.compile(r"년까지\s[^,.]{0,20}$|(?:향후|앞으로|내년)[^,.]{0,30}$")
_WHEN = re.compile(
    r"(?<![\d가-힣])(?:(?P<word>내년|지난해|작년)|(?:['’‘](?=\d\d년)|(?=20\d\d년))(?P<full>(?:20)?\d\d)년도?(?!도?\s?(?:부터|까지|말|이후)))"
)
# `※ ’24년에는 11곳이 신청하여 3곳이 선정됨`: the year that a sentence opens with, but not the day in it.
_OPENS = re.compile(
    r"[\s○ㅇ◦□▪·•\-*※]*(?:앞서|이미|한편,?)?\s?(?:지난\s)?" + _WHEN.pattern + r"(?:에는|에도?|은|는)?\s(?!\d{1,2}월)"
)
_OTHERWISE = re.compile(rf"올해|금년|이번|올\s|{_WHEN.pattern}")
_UNTIL = re.compile(r"(20\d\d)년(?:\s?말)?까지\s(?:총|모두|누적)\s?$")
_SO_FAR = re.compile(r"(?:현재|지금|이제|지난해|작년)까지\s|(?:그간|그동안)\s")
_NEW = re.compile(r"올해|이번|금년|신규|추가|새로")
# `2013년부터 … 총 194곳을 지정했으며`: a running total.
_SINCE = re.compile(r"년부터\s(?:(?!올해|이번|금년|지난)[^.]){2,100}\s(?:총|모두|누적)\s?$")


def foreseen(text: str, left: int, item: Bound) -> Status | None:
    """`2022년까지 100개사 선정`, `향후 5년간 100개 선정`: a noun of decision after words that look ahead."""
    ahead = item.cue.form == "noun" and item.cue.status is None and _AHEAD.search(text, left, item.places.start)
    return "planned" if ahead else None


def bygone(reading: Reading, left: int, item: Bound) -> Status | None:
    """`1기('18년 선발) 45명`: a noun of decision beside a year that is over."""
    today, end = reading.header.published, max(item.places.start, item.cue.start)
    years = [hit["full"] for hit in _WHEN.finditer(reading.text, left, end)]
    past = today and years and all(year and int(year[-2:]) < today.year % 100 for year in years)
    return "selected" if past and item.cue.form == "noun" else None


def year_before(reading: Reading, left: int, end: int, first: int) -> int | None:
    """The year that the words before a count name, or its sentence, from `first` on, opens with."""
    hits = list(_WHEN.finditer(reading.text, left, end))
    opening = None if hits else _OPENS.match(reading.text, first, end)
    hits = [opening] if opening and not _OTHERWISE.search(reading.text, opening.end(), end) else hits
    hit = hits[-1] if len({hit.group() for hit in hits}) == 1 else None
    today = reading.header.published
    if hit is None:
        return None
    if hit["full"]:
        year = int(hit["full"]) % 100
        return 2000 + year if year < 60 else None
    return today.year + (1 if hit["word"] == "내년" else -1) if today else None


def in_year(reading: Reading, year: int | None, status: Status | None) -> Status | None:
    """A status in its year: once that is over all is decided, whatever the sentence goes on to say."""
    return "selected" if is_over(reading, year) and status in ("planned", None) else status


def is_over(reading: Reading, year: int | None) -> bool:
    """Whether a year has passed when a release is published."""
    return bool(year and reading.published and year < reading.published.year)


def over_years(reading: Reading, left: int, item: Bound) -> bool:
    """`2023년까지 총 194곳`, once that year has come."""
    hit = _UNTIL.search(reading.text, left, item.places.start)
    return bool(hit and reading.published and int(hit[1]) <= reading.published.year)


def running(text: str, clause: int, left: int, item: Bound) -> bool:
    """Whether a count is of all that were chosen over the years; `clause` is where its clause begins."""
    stop = item.places.start
    so_far = _SO_FAR.search(text, clause, stop)
    return bool(_SINCE.search(text, left, stop) or (so_far and not _NEW.search(text, so_far.end(), stop)))
