"""Who wins or is made something: `가나청, 다라 평가 최우수기관 선정`, `가나원은 … 대상을 수상했다`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import ministries
from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.chosen import choice_of
from extract.records.selections.claim import Claim
from extract.records.selections.names import RANK, Named, is_generic, is_party, kind_of, person_in, plausible
from extract.rules.noun_phrase import noun_phrase
from extract.rules.party_kind import kind_of as body_kind
from extract.sentences import Sentence

_QUOTES = "‘’'“”\"「」『』"
_RANK = r"(?:최우수|우수|선도|모범|으뜸)"
_GRADE = (
    rf"[{_QUOTES}]?{_RANK}[{_QUOTES}]?\s?(?:[가-힣]{{0,6}}(?:기관|부처|부서|등급|기업|단체|사업장|관서|단지|학교|병원))"
    rf"|[{_QUOTES}]?(?:\d|[SA가])등급[{_QUOTES}]?(?:\s?기관)?"
)
_PRIZE = rf"(?<![가-힣])(?:{tracks.PRIZE.pattern})|[가-힣]{{2,12}}(?<![이향예정영현협통보배비])상"
_TIER = rf"[{_QUOTES}]?(?P<tier>{_GRADE}|{_PRIZE})[{_QUOTES}]?"
# Compiled when a headline first tells of winning, since these are the costliest patterns of all.
_HEADLINES_SAY = re.compile("수상|획득|달성|선정|지정")
_TITLE = (
    rf"[\s\-○□ㅇ]*(?:\([^()]{{2,14}}\)\s)?(?P<who>[^,…·\n]{{2,24}}?)(?:,|…|(?<=[장관소원])\s(?=[‘'’]?\d{{2,4}}년))\s?(?P<what>[^\n]{{0,70}}?)"
    rf"{_TIER}\s?(?:(?P<won>수상|획득|달성)|선정)(?:\s?(?:영예|쾌거))?[.\s]*$"
)
_MADE_TITLE = (
    r"(?P<who>[^,…·\n]{2,24}?),\s(?P<what>[^\n]{3,60}?)(?P<tier>)(?P<won>으로|로)\s(?:최종\s|신규\s)?(?:선정|지정)\s*$"
)
_PERSON_TITLE = (
    rf"(?P<who>(?:[가-힣]{{2,14}}\s){{0,2}}[가-힣]{{2,4}}\s(?:{RANK}))(?:,)?\s(?P<what>[^\n]{{0,50}}?){_TIER}\s?"
    r"(?P<won>수상)(?:\s?(?:영예|쾌거))?\s*$"
)
_ENDS = re.compile(
    r"[을를]\s(?:수상|받|차지|거머쥐|거머쥔|획득|달성)(?:[했됐혔았]|하였|하는\s(?:쾌거|영예|성과))"
    r"|(?:으로|로|에)\s(?:최종\s|신규\s|공식\s)?(?:(?:선정|지정)(?:됐|되었|되는\s(?:쾌거|영예|성과))|뽑혔)"
)
_WHO = re.compile(
    r"[\s○ㅇ◦□▪·\-*※]*(?:\([^()]{2,14}\)\s)?(?P<who>[가-힣A-Za-z0-9㈜·]{2,20}?(?:(?<![은는])\s[가-힣A-Za-z0-9]{2,16}?){0,2}?)\s?"
    r"(?:\([^()]{1,40}\))?(?:은|는|이|가)\s"
)
_BY = re.compile(
    r"[^\s]{2,20}[이가]\s(?:[^\s]{2,12}\s)?(?:주관|주최|개최|실시|시행|발표|추진|수여|선정)(?:한|하는|하고)\s"
)
_OTHER = re.compile(
    r"[가-힣A-Za-z’'”」)](?:(?<![놀먹길차])이|(?<![평국작참허인증추농휴문])가|은|(?<![하되라있없])는|을|를)\s"
)
_ACTIVE = re.compile(
    r"(?:선정|선발|시상)(?:했|하였|하고|해\s|하여|한다|합니다)|\d\s?(?:곳|개사|개소|개\s|명|건|팀)[^.\n]{0,12}선정|선정\s?결과"
)
_SURE = re.compile(r"연속|최우수|평가|진단|심사|등급|대상")
_EVENT = re.compile(
    r"(?:대회|평가|공모전?|심사|시상식|어워[드즈]|대전|품평회|진단|측정|콘테스트|챌린지|박람회|경연|선발전|선정|대상|상|사업|인증|제도)[’'”」』]?(?=에서)"
)
_ORDINAL = re.compile(
    r"^(?:\s|연속\s|\d년\s연속|\d?연속|제\s?\d+회|(?:20\d\d|[’'‘]\d\d)년?도?|주관)+|\s?(?:\d년\s?연속|\d년\s|연속)\s*$"
)
_QUOTED = re.compile(r"[「『‘“'\"]([^「」『』‘’“”'\"\n]{4,40})[」』’”'\"]")
_BYGONE = re.compile(r"지난해|작년|(?:20\d\d|[’'‘]\d\d)년(?!도)")
_LINES = 3


def won_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """Who a headline, or a sentence by its subject, says to have won a prize or been made something."""
    if sentence.start < _first_lines(reading) and (claim := _headline(reading, sentence)):
        yield claim
        return
    if claim := _told(reading, sentence):
        yield claim


def _first_lines(reading: Reading) -> int:
    blocks = reading.document.blocks[:_LINES]
    return blocks[-1].end if blocks else 0


def _headline(reading: Reading, sentence: Sentence) -> Claim | None:
    text = reading.text
    if not _HEADLINES_SAY.search(text, sentence.start, sentence.end):
        return None
    for frame in (_TITLE, _MADE_TITLE, _PERSON_TITLE):
        hit = _compiled(frame).match(text, sentence.start, sentence.end)
        if hit is None:
            continue
        item = _who(reading, *hit.span("who"), person=True)
        if item is None or (not hit.groupdict().get("won") and not _passive(reading, hit)):
            continue
        if frame is _MADE_TITLE and _OTHER.search(hit["what"]):
            continue
        at = hit.start("tier") if hit["tier"] else hit.end("what")
        return _claim(reading, item, hit["tier"], (hit.start("what"), at), (hit.start("who"), hit.end()))
    return None


def _passive(reading: Reading, hit: re.Match[str]) -> bool:
    """Whether `가나청, 최우수기관 선정` tells what 가나청 was made: no choosing of others is told of."""
    return bool(_SURE.search(hit.group())) and not _ACTIVE.search(reading.text)


def _told(reading: Reading, sentence: Sentence) -> Claim | None:
    text = reading.text
    subject = _WHO.match(text, sentence.start, sentence.end)
    end = _ENDS.search(text, subject.end(), sentence.end) if subject else None
    if subject is None or end is None:
        return None
    between = _BY.sub("", text[subject.end() : end.start()])
    item = _who(reading, *subject.span("who"), person=True)
    if item is None or _OTHER.search(_unquoted(between)):
        return None
    last = list(_compiled(_TIER).finditer(text, subject.end(), end.start() + 1))
    tier = last[-1] if last and last[-1].end() >= end.start() else None
    role = text[end.start()] in "으로에"
    if tier is None and (not role or _BYGONE.search(between)):
        return None
    at = tier.start() if tier else end.start()
    return _claim(reading, item, tier["tier"] if tier else "", (subject.end(), at), (subject.start("who"), end.end()))


def _unquoted(words: str) -> str:
    words = re.sub(r"「[^」]*」|『[^』]*』", "", words)
    return re.sub(r"[「『‘“'\"][^「」『』‘’“”'\"]*[」』’”'\"]|\([^()]*\)", "", words)


_compiled = cache(re.compile)


def _who(reading: Reading, start: int, end: int, *, person: bool) -> Named | None:
    """The body, or the person by office, that a stretch names; its own part where a ministry stands before it."""
    words = reading.text[start:end].strip(" " + _QUOTES)
    if who := person_in(words):
        at = reading.text.rfind(who, start, end)
        return Named(who, at, at + len(who), led=True) if person else None
    parts = words.split()
    while len(parts) > 1 and parts[0] in ministries():
        parts = parts[1:]
    name = " ".join(parts)
    at = reading.text.find(name, start, end)
    item = Named(name, at, at + len(name))
    if at < 0 or not name or is_generic(name) or not plausible(item):
        return None
    return item if _is_body(reading, name) else None


def _is_body(reading: Reading, name: str) -> bool:
    return name in ministries() or is_party(name) or body_kind(name) is not None or kind_of(name, "") == "institution"


def _claim(reading: Reading, item: Named, tier: str, what: tuple[int, int], span: tuple[int, int]) -> Claim | None:
    label = tracks.clean(tier).strip()
    named = tracks.PRIZE.fullmatch(label) or re.match(_GRADE, label)
    stop = what[1] if named or not label else what[1] + len(tier) + 1
    program = _program(reading.text, what[0], stop)
    choice, _ = choice_of(reading, item, "", None)
    return Claim(
        *span, "selected", 1, "", label if named else None, (choice,), program=program, open=True,
    )  # fmt: skip


def _program(text: str, start: int, end: int) -> str:
    """The contest or assessment that the words before a prize name; empty where they do not."""
    event = next(reversed(list(_EVENT.finditer(text, start, end))), None)
    stop = event.end() if event else end
    quoted = [hit for hit in _QUOTED.finditer(text, start, stop) if not re.fullmatch(_GRADE, hit[1])]
    if quoted and (not event or quoted[-1].end() == stop):
        name = quoted[-1][1]
    else:
        stop = start + len(_ORDINAL.sub("", text[start:stop].rstrip()))
        name = text[noun_phrase(text, max(start, stop - 60), stop) : stop]
    name = _ORDINAL.sub("", name.split("주관 ")[-1]).strip(" " + _QUOTES)
    return name if 4 <= len(name) <= 40 else ""
