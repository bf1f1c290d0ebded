"""Who the chosen are said to be: `선정된 지자체는 A, B, C이다`, `올해 으뜸기업은 ㈜가, ㈜나 등 10개사다`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.claim import Claim
from extract.records.selections.counts import Places
from extract.records.selections.parties import after, before
from extract.seek import seek
from extract.sentences import Sentence

_CHOSEN = re.compile(
    r"(?:(?:선정|지정|선발|확정|수상)(?:된|한)?\s(?:[가-힣·]{1,10}\s?){1,3}?(?<!\s)|(?:선정지|대상지|수상자|수상작|당선작|합격자))"
    r"(?:으로는|은|는|으로)\s(?!\d)"
)
# Where it can begin.
_WHO_AT = re.compile(r"선(?=[정발])|지(?=정)|확(?=정)|수(?=상)|대(?=상지)|당(?=선작)|합(?=격자)")
_TELLS = re.compile(r"선정|지정|선발|확정|수상|인증|뽑|당선|(?:이다|입니다|이고|등)\.?\s*$|[:：]")
IS = re.compile(r"[^.,()]{0,20}?(?:은|는)\s|\s?[:：]\s?")
# `올해 으뜸기업은 … 등 총 10개사다.`
_ARE = re.compile(r"(?:이?다|입니다|이며,?|으로,)(?![가-힣])")
_WHO_ARE = re.compile(
    r"[\s○ㅇ◦□▪·\-*※]*(?:이번에?\s|올해\s|최종\s|신규\s)?(?:[가-힣A-Za-z0-9·‘’'“”]{1,14}\s){0,3}?[가-힣A-Za-z]{0,8}"
    r"(?:기업|기관|지자체|대학|병원|도시|마을|제품|작품|과제|사업자|단체|수상자|수상작|대상지|후보지|선정지|특구|지구|농가|학교|상품|센터)[’'”]?(?:은|는)\s"
)


def equated(reading: Reading, sentence: Sentence, counts: Sequence[Places]) -> Iterator[Claim]:
    """`종합선도형 5곳은 경기(화성시), 전북(전주시) …이다`: what a count is said to be."""
    text = reading.text
    if (topic := _WHO_ARE.match(text, sentence.start, sentence.end)) and counts and _ARE.match(text, counts[-1].end):
        choices = before(reading, topic.end(), counts[-1].start, counts[-1])
        if 1 < len(choices) <= counts[-1].value:
            yield Claim(choices[0].start, sentence.end, None, counts[-1].value, counts[-1].unit, None, choices)
            return
    if not _TELLS.search(text, sentence.start, sentence.end):
        return
    for places in counts[:1]:
        stands = IS.match(text, places.end, sentence.end)
        choices = after(reading, stands.end(), sentence.end, places) if stands else ()
        if places.value >= len(choices) > max(1, places.value // 2):
            label = tracks.clean(text[sentence.start : places.start])
            track = label if tracks.is_track(label) else None
            yield Claim(places.start, sentence.end, None, places.value, places.unit, track, choices)


def presented(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """`선정된 지자체는 A, B, C이다`: who the chosen are said to be, uncounted."""
    hit = next(seek(_WHO_AT, _CHOSEN, reading.text, sentence.start, sentence.end), None)
    choices = after(reading, hit.end(), sentence.end, None) if hit else ()
    if hit and choices and (len(choices) > 1 or choices[0].kind in ("company", "university", "institution")):
        yield Claim(hit.start(), choices[-1].end, "selected", len(choices), "", None, choices, open=True)
