"""Who is chosen where nobody is counted: `㈜가나는 … 지원사업에 선정되어`, `2019년 가대·나대, 2021년 다대 … 선정`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.reading import Reading
from extract.records.selections.chosen import choices_of, kind_in
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.names import is_party, named, plausible
from extract.records.selections.stretch import listed
from extract.sentences import Sentence

_CHOSEN = re.compile(
    r"(?:사업|공모|대상|대상자|대상지|[가-힣]{0,4}기업|기관|대학|지구|지역|사업자|후보지)(?:에|으로|로)\s(?:최종\s|신규\s|새로\s|추가로?\s)?"
    r"(?:선정|지정|선발)(?:되어|돼|됐[다고으]|되었[다고으]|된\s(?:바|곳|기업|업체|대학|기관)[은이입으])"
)
_SUBJECT = re.compile(
    r"[\s○ㅇ◦□▪·\-*※]*(?:한편,?\s|특히,?\s|먼저,?\s)?(?P<name>[^\s,.]{2,20}?(?:\s[^\s,.]{1,12}){0,2}?)(?:은|는)\s"
)
_OTHER_YEAR = re.compile(r"지난해|작년|(?:20\d\d|[’'‘]\d\d)년")
_YEAR = re.compile(r"(?<!\d)(?:(?P<long>20[0-3]\d)|[’'‘](?P<short>[0-3]\d))년(?:도)?(?:에는|에|:)?\s(?=\S)")
_EARLIER = re.compile(
    r"(?:지난해|작년|(?:20|['’‘])(?P<year>\d\d)년)에?\s(?:[^\s,.]{1,10}\s){0,2}?(?:최초\s|처음\s)?(?:선정|지정)된\s"
    r"(?P<names>[^.\n]{4,80}?)(?:에\s이어|에\s이은|[와과]\s함께)"
)
# `기존 캠퍼스 : 가시·나시(’22년 선정), 다군(’23년 선정)`
_NOTED = re.compile(
    r"(?:^|[:：,]|은|는)\s(?P<names>[^\n():：,]{2,60}?)\s?\((?:20|['’‘])(?P<year>\d\d)년(?:\s?\d{1,2}월)?\s?(?:선정|지정)\)"
)
_CLOSE = re.compile(r"\s?(?:등\s)?(?:총\s|모두\s)?\d{1,3}\s?(?:개\s?)?[가-힣]{1,4}[을를이가]\s|[을를이가]\s")
_BETWEEN_DOTS = re.compile(r"[^·,]+")
_DECIDED = re.compile(r"(?:선정|지정|선발)(?:했|하였|됐|되었|해\s|하여|하고\s있|되어)")


def subjects_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """The body that a sentence opens with and says to have been chosen."""
    text = reading.text
    chosen = _CHOSEN.search(text, sentence.start, sentence.end)
    subject = _SUBJECT.match(text, sentence.start, sentence.end) if chosen else None
    if not chosen or not subject or subject.end() > chosen.start():
        return
    between = text[subject.end() : chosen.start()]
    if re.search(r"[^\s]{2,}[이가]\s[^,]*$", between) or _OTHER_YEAR.search(between):
        return
    item = named(text, *subject.span("name"))
    if item is None or not plausible(item) or item.name == reading.header.issuer:
        return
    if is_party(item.name) or kind_in(reading, item) in ("company", "university"):
        choices = choices_of(reading, [item], "")
        yield Claim(choices[0].start, chosen.end(), "selected", len(choices), "", None, choices, open=True)


def earlier_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """`지난해 1기로 지정된 가구, 나시에 이어`: those of a year before, named in passing."""
    for hit in _EARLIER.finditer(reading.text, sentence.start, sentence.end):
        choices = listed(reading, *hit.span("names"), None)
        today = reading.header.published
        if len(choices) > 1 and today:
            year = int(hit["year"]) if hit["year"] else today.year - 1
            year += 2000 if year < 100 else 0
            yield Claim(hit.start(), hit.end(), "selected", len(choices), "", None, choices, year=year)


def noted_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """Those whose year of decision stands in brackets after them."""
    for hit in _NOTED.finditer(reading.text, sentence.start, sentence.end):
        choices = listed(reading, *hit.span("names"), None)
        if choices:
            year = 2000 + int(hit["year"])
            yield Claim(hit.start("names"), hit.end(), "selected", len(choices), "", None, choices, year=year)


def by_year_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """The chosen of several years that one sentence lists."""
    text = reading.text
    years = list(_YEAR.finditer(text, sentence.start, sentence.end))
    if len(years) < 2 or not _DECIDED.search(text, years[-1].end(), sentence.end):
        return
    last = _CLOSE.search(text, years[-1].end(), sentence.end)
    if last is None:
        return
    found: list[Claim] = []
    for year in years:
        stop = _before(text, year.end(), years, last.start())
        choices = listed(reading, year.end(), stop, None) or _dotted(reading, year.end(), stop)
        if not choices:
            return
        number = int(year["long"] or f"20{year['short']}")
        found.append(Claim(year.start(), stop, "selected", len(choices), "", None, choices, year=number))
    yield from found


def _dotted(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    """Names that dots join, where most are bodies by their looks: `가대·나대·다대 라캠퍼스`."""
    spans = [hit.span() for hit in _BETWEEN_DOTS.finditer(reading.text, start, end)]
    items = [item for a, b in spans if (item := named(reading.text, a, b)) and plausible(item)]
    if len(items) < len(spans) or 2 * sum(is_party(item.name) for item in items) <= len(items):
        return ()
    return choices_of(reading, items, "")


def _before(text: str, start: int, years: list[re.Match[str]], last: int) -> int:
    """Where the names of a year that begin at `start` end."""
    stop = next((hit.start() for hit in years if hit.start() > start), last)
    while stop > start and text[stop - 1] in " ,;":
        stop -= 1
    return stop
