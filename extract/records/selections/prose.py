"""Decisions as sentences state them: `거점형은 천안시 1개소, 강소형은 광명시, 태백시 등 3개소를 선정했다`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.binding import Bound, bind
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.counts import places_in
from extract.records.selections.cues import Cue, cues_in, tense
from extract.records.selections.each import each_of
from extract.records.selections.labels import beside, label_of
from extract.records.selections.moments import bygone, foreseen, in_year, is_over, over_years, running, year_before
from extract.records.selections.parties import after, before, in_bracket, told_of
from extract.records.selections.presented import IS, equated, presented
from extract.sentences import Sentence

_STOP = re.compile(
    r"[.?!]\s|(?:하여|해서|하고|하며|으며|지만|는데|[었았였했됐]고|되어|위해|따라|통해|대해|으로써|거쳐|결과,?)[\s,]|(?<=[가-힣])(?<![난올새그])[해돼],?\s"
)
_ALONE = re.compile(r"(?:예비\s?)?(?:선정|선발|지정)|뽑|골|채택|당선|낙점|결정")
_OBJECT = re.compile(r"(?<=[가-힣)’'”」A-Za-z])(?:을|를|이|가)\s")
_ROLE = re.compile(
    r"(?:강소|우수|혁신|유망|선도|인증|사회적|가족친화|예비|으뜸)\s?(?:[가-힣]{1,6}\s?)?(?:기업|기관|업체)$"
    r"|(?:부서|한국인|도전자|대상자|참가자|참여자|홍보대사)$|\d\s?(?:천|백|만)?\s?명"
)
# Whom a government punishes it does not choose.
_SANCTION = re.compile(r"(?:제재|단속|수사)\s?대상|독자\s?제재|감사인\s?지정")
# Nor whom it looks into, nor whom it hires.
_LOOKED_INTO = re.compile(
    r"(?:점검|조사|검사|평가|감사|수거|감시|관찰|모니터링|실태조사|현장점검|관리|집중관리|중점관리)\s?(?:대상|품목|업체|사업장|시설)(?:[가-힣]{0,3})?(?:으로|로)\s(?:[가-힣]{1,4}\s){0,2}(?:선정|지정|확정)"
    r"|(?:선정|선별)(?:하여|해)\s(?:[가-힣]{1,6}\s){0,2}(?:점검|조사|검사|단속|수거)|(?:방사능|안전성)\s?검사"
)
_HIRED = re.compile(
    r"(?:공개|경력|제한)\s?경쟁\s?채용|공채|공개\s?채용|경력\s?채용|신규\s?채용|(?:임용|채용|공무원)\s?(?:필기\s?|면접\s?)?시험|필기시험|군무원|[5-9]급\s"
)
_MAY = re.compile(r"(?:지정|선정|선발)(?:·[가-힣]{2})?(?:할|하도록|하는|될)\s?(?:수|있도록|경우|방안|제도)")
# What is made a theme or a policy is not chosen among applicants.
_NO_CHOICE = re.compile(r"국정\s?과제|정책\s?과제|핵심\s?과제|주제|슬로건|목표|해역|창구|구역|기간으로")
# `‘가나 대책’을 통한 … 지정`: what stands between is of something else; what is done every year is a custom.
_OF_OTHERS = re.compile(r"(?:통한|위한|대한|따른|통해|위해|대해|따라|발표|거쳐)[\s,]")
_USUAL = re.compile(r"(?:매년|해마다|매월|매달|격년|분기마다)\s")
# `‘가나’ 선정 기업`: what somebody was chosen for.
_CALLED = re.compile(r"\s?(?:기업|기관|팀|단체|지역|지자체|대학|작품|과제|마을)(?![가-힣]*다)")
# `「가나 대학」 선정 결과`: the programme, not who is chosen.
_ABOUT = re.compile(r"\s?(?:결과|계획|공고|공모|기준|현황|\d+주년|기념|[·ㆍ]\s?운영)")
_FIRM = re.compile(r"(?:예비\s?)?(?:선정|지정|선발)(?:한다|합니다|하고|하여|해|하며)(?:고)?(?!\s?있|\s?(?:예정|계획))")
_PROGRAMME = re.compile(
    r"(?:날|기간|주간|구역|지역)$|^(?:이달|올해|금주)의\s|(?:사업|공모|공모전|프로그램|프로젝트|제도|솔루션)$"
)
# `10곳을 선정하고 시상식을 개최한다`: who is celebrated has been chosen.
_CEREMONY = re.compile(
    r"(?:시상식|수여식|전달식|선정식|현판식|기념식|발대식|위촉식|출범식)[을를]\s(?:[^.,]{0,20}\s)?(?:개최|열|진행|갖|마련)"
)
_DONE = re.compile(r"이번에\s(?:[가-힣]{1,5}\s)?(?:선정|지정|선발)(?:된|한)\s")
# `최우수상 1점(위원장상)`: who gives a prize names it, and is not who gets it.
_HONOUR = re.compile(r"(?:장상|표창|상장|훈장|포상)$")
_RESERVE = re.compile(r"예비\s?(?!창업|사회적|유니콘|부부|부모|교사|교원|소셜)(?:[가-힣·]{1,6}\s?)?$")
_GRANTED = re.compile(r"에\s대한\s(?P<role>[^,.]{0,30}?)\s?(?:지정|인가|승인|인증|선정)(?:[을를과와]|\s및|\s[·등])")
_MULTIPLE = re.compile(r"\s?\(?약?\s?\d(?:\.\d)?배수")
_MULTIPLE_BEFORE = re.compile(r"\d(?:\.\d)?배수(?:인|의|로)?\s(?:약\s|총\s)?$")
_SPREAD = re.compile(
    r"(?:규모|업종|업력|지역|권역|시[·‧・ㆍ]?도|성|연령|연령대|직급|소재지|국가|전공)별(?:로)?(?:는|\s보면|\s살펴보면|\s?[:：])"
)
# `신규로 지정된 제품은 31개이며`: how many they are is what the clause says.
_NEAR = 90
_COPULA = re.compile(r"(?:[가-힣]{0,3}\s?[가-힣]{0,4})?(?:이다|이며|이고|입니다|으로,)(?![가-힣])")
# `이번에 선정된 100개사에는`: the decision that the release is about.
_FRESH = re.compile(
    r"(?:이번에?|올해에?는?|금년에?는?|최종|새롭게|새로|신규로?)\s(?:[^\s,.]{1,12}\s){0,3}?(?:선정|지정|선발)(?:된|한)\s[^,.]{0,24}$"
)
# `우수기관으로 선정된 25개 센터에 표창을 수여했다`
_AS = re.compile(r"(?:으로|로|에)\s(?:최종\s)?(?:선정된|선발된|뽑힌|지정된)\s(?:총\s)?$")
_HONOURED = re.compile(r"표창|시상|수상|포상|수여|격려|모범|유공")
# `6곳 8곳 5곳`: counts with nothing between them are the row of a table that lost its columns.
_ROW = re.compile(r"[ \t]+")
_LATER = re.compile(
    r"예정|계획|방침|향후|앞으로|내년|년까지|추가|하반기|키로|하기로|다음\s?달|이내|내외|최대|모집|공모|신청|접수"
)


def claims_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """What a sentence says of decisions, in order."""
    text, start, end = reading.text, sentence.start, sentence.end
    if any(pattern.search(text, start, end) for pattern in (_SANCTION, _LOOKED_INTO, _HIRED)):
        return
    cues = list(cues_in(text, start, end))
    counts = list(places_in(text, start, end))
    if any(_ROW.fullmatch(text, a.end, b.start) for a, b in pairwise(counts)):
        return
    bound = bind(text, start, end, counts, cues)
    for item in bound:
        left = max([start, *(c.end for c in counts if c.end <= item.places.start)])
        if not _breakdown(text, start, left, item):
            claim = _counted(reading, sentence, item, left)
            clause = _after_stops(text, max(start, item.places.start - 2 * _NEAR), item.places.start)
            done = claim.status != "planned"
            if over_years(reading, left, item) or (done and running(text, clause, left, item)):
                continue
            yield from each_of(text, start, claim) or (claim,)
    if not bound:
        yield from equated(reading, sentence, counts)
    yield from _granted(reading, sentence)
    if not any(item.places.start < item.cue.start or item.cue.form == "adnominal" for item in bound):
        yield from presented(reading, sentence)
    taken = {id(item.cue) for item in bound}
    for cue in cues:
        if id(cue) not in taken and cue.form != "adnominal" and _firm(text, cue) and _ALONE.fullmatch(cue.stem):
            yield from _uncounted(reading, sentence, cue)


def _counted(reading: Reading, sentence: Sentence, item: Bound, left: int) -> Claim:
    text, places = reading.text, item.places
    first, left = left, _after_stops(text, left, places.start)
    track, at = label_of(text, sentence.start, left, item)
    choices = before(reading, at, places.start, places, first) or in_bracket(reading, places, sentence.end)
    choices = () if any(_HONOUR.search(choice.name) for choice in choices) else choices
    if track is None and not choices:
        track = beside(text, left, item)
    stands = IS.match(text, places.end, sentence.end)
    if not choices and stands and (item.cue.start < places.start or item.cue.end <= stands.end()):
        choices = after(reading, stands.end(), sentence.end, places)
    year = year_before(reading, left, places.start, sentence.start)
    status = in_year(reading, year, foreseen(text, left, item) or item.cue.status or bygone(reading, left, item))
    if status == "planned" and item.cue.form == "linked" and _DONE.search(text):
        status = None
    if status == "planned" and item.cue.form == "linked" and _CEREMONY.search(text, item.cue.end, sentence.end):
        status = "selected"
    if status == "planned" and choices and _firm(text, item.cue):
        status = "selected"
    if _MULTIPLE.match(text, places.end) or _MULTIPLE_BEFORE.search(text, left, places.start):
        status = "shortlisted"
    if item.cue.form == "linked" and re.search("예비", text[places.end : item.cue.start]):
        status = "shortlisted"
    if status != "planned" and _RESERVE.search(text, left, places.start):
        status = "shortlisted"
    if status is None and re.match(r"\s?(?:[가-힣]{1,6}\s?)?(?:내외|이내|안팎)", text[places.end : places.end + 12]):
        status = "planned"
    said = _listed(text, sentence) or _COPULA.match(text, places.end, sentence.end)
    fresh = item.cue.start < places.start and (
        _FRESH.search(text, max(sentence.start, places.start - _NEAR), places.start)
        or (
            _AS.search(text, max(sentence.start, places.start - _NEAR), places.start)
            and _HONOURED.search(text, sentence.start, sentence.end)
        )
    )
    echo = item.cue.form == "adnominal" and not (choices or said or fresh or is_over(reading, year))
    return Claim(
        min(places.start, *(c.start for c in choices)) if choices else places.start,
        max(item.cue.end, places.end),
        status,
        places.value,
        places.unit,
        track,
        choices,
        year=year,
        echo=echo,
        now=status == "planned"
        and (item.cue.form == "linked" or not _LATER.search(text, sentence.start, sentence.end)),
    )


def _breakdown(text: str, start: int, left: int, item: Bound) -> bool:
    """`경기 6곳(…) 전남 3곳(…)`, `기업규모별로는 …`: how the chosen spread is no round of its own."""
    label = tracks.clean(re.split(r"[,)]", text[left : item.places.start])[-1])
    return item.part and (tracks.is_region(label) or bool(_SPREAD.search(text, start, item.places.start)))


def _firm(text: str, cue: Cue) -> bool:
    """Whether a decision that names the chosen is made: `가시를 지정한다고 밝혔다`, but not `지정할 계획`."""
    return cue.status != "planned" or bool(_FIRM.match(text, cue.start))


def _listed(text: str, sentence: Sentence) -> bool:
    return bool(re.search(r"(?:다음|아래)과?와?\s?같|이다\.?$|입니다\.?$", text[sentence.start : sentence.end]))


def _after_stops(text: str, left: int, end: int) -> int:
    for hit in _STOP.finditer(text, left, end):
        left = hit.end()
    return left


def _granted(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """`㈜가, ㈜나에 대한 종합사업자 지정을 의결하였다`."""
    text, left = reading.text, sentence.start
    for hit in _GRANTED.finditer(text, sentence.start, sentence.end):
        choices = before(reading, left, hit.start(), None)
        if choices:
            status = tense(text, hit.end(), sentence.end)
            label = tracks.clean(hit["role"])
            yield Claim(choices[0].start, hit.end(), status, len(choices), "", label or None, choices)
        left = hit.end()


def _uncounted(reading: Reading, sentence: Sentence, cue: Cue) -> Iterator[Claim]:
    """`천안시를 거점형으로 선정했다`: who is chosen, where nobody is counted."""
    text = reading.text
    left = _after_stops(text, sentence.start, cue.start)
    hit = next(reversed(list(_OBJECT.finditer(text[left : cue.start]))), None)
    if hit:
        stop = left + hit.start()
        role = text[left + hit.end() : cue.start]
        if _MAY.match(text, cue.start):
            return
        if len(role) > 70:
            return
    elif _CALLED.match(text, cue.end) or _ABOUT.match(text, cue.start + len(cue.stem)):
        return
    elif cue.form == "noun" or cue.status is None:
        stop, role = cue.start, ""
    else:
        return
    if role.count(")") != role.count("("):
        return
    if _NO_CHOICE.search(role) or _OF_OTHERS.search(role) or _USUAL.search(text, left, cue.start):
        return
    found = tracks.topic(text, left, stop)
    choices = before(reading, found[1] if found else left, stop, None) or (told_of(reading, left, stop) if hit else ())
    if len(choices) == 1 and "각각" in role:
        return
    if choices and not any(_PROGRAMME.search(choice.name) or _is_role(choice) for choice in choices):
        track = found[0] if found else _role_track(role)
        status = "selected" if cue.status == "planned" else cue.status
        at = choices[0].start
        year = year_before(reading, at, at, sentence.start)
        yield Claim(at, cue.end, status, len(choices), "", track, choices, year=year, open=True)


def _is_role(choice: Choice) -> bool:
    """A title that is given (`‘청렴선도부서’ 선정`), or how many will get it, names nobody."""
    return choice.kind in ("other", "company") and bool(_ROLE.search(choice.name))


def _role_track(role: str) -> str | None:
    label = tracks.clean(re.sub(r"(?:으로|로)\s*(?:최종|추가|신규)?\s*$", "", role))
    return label if tracks.is_track(label) else None
