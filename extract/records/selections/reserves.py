"""Who steps in for others: `완도군과 거제시는 예비 대상지로 남아`, `※ 예비 대상지 : 낭도항(여수시), 백사장항`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.reading import Reading
from extract.records.selections.chosen import choices_of
from extract.records.selections.claim import Claim
from extract.records.selections.names import named, plausible, split_names
from extract.rule import Mention
from extract.sentences import Sentence
from extract.values import Party

_ROLE = (
    r"예비\s?(?:\d순위|합격(?:\s?\d{1,2}(?:팀|곳|명|개사))?|선정(?:\s?\d{1,2}(?:팀|곳|명|개사))"
    r"|대상지?|대상\s?지역|후보지?|사업자|선정지?|지자체|도시|지구|시[·‧]?군|마을|기관|기업)"
)
_PUT = re.compile(
    r"[을를은는이가]?\s?(?:\([^()\n]{1,20}\)\s?)?(?:각각\s)?" + _ROLE + r"(?:으로|로|에)\s"
    r"(?:머[무문물]|남[았아겨긴기]|두[었고기]|뒀|둔|정[했하한]|선정|지정|뽑|올[랐라]|이름)"
)
_LABEL = re.compile(_ROLE + r"\s?[:：]\s?(?P<names>[^\n]{2,120})")
_AND = re.compile(r"(?:\([^()\n]{1,20}\))?\s?(?:와|과|,|·|및)?\s?(?:[가-힣]{2,7}\s)?")
_STOP = re.compile(r"\s[-–]\s.*|\s?※.*")


def reserves_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """A claim for every sentence or line that names the reserves."""
    if reading.text.find("예비", sentence.start, sentence.end) < 0:
        return
    for hit in _PUT.finditer(reading.text, sentence.start, sentence.end):
        parties = _run(reading, sentence.start, hit.start())
        yield from _claim(reading, [(party.start, party.end) for party in parties], hit.end())
    for hit in _LABEL.finditer(reading.text, sentence.start, sentence.end):
        names = _STOP.sub("", hit["names"])
        spans = split_names(reading.text, hit.start("names"), hit.start("names") + len(names))
        yield from _claim(reading, spans, hit.end())


def _run(reading: Reading, start: int, end: int) -> list[Mention[Party]]:
    """The parties that stand in a row right before a place."""
    run: list[Mention[Party]] = []
    at = end
    for party in reversed(reading.parties.within(start, end)):
        if not _AND.fullmatch(reading.text, party.end, at):
            break
        run.insert(0, party)
        at = party.start
    return run


def _claim(reading: Reading, spans: list[tuple[int, int]], end: int) -> Iterator[Claim]:
    items = [item for a, b in spans if (item := named(reading.text, a, b)) and plausible(item)]
    if items:
        yield Claim(spans[0][0], end, "shortlisted", len(items), "", None, choices_of(reading, items, ""))
