"""Whom an amount is for: recipients that share it, or the track of the programme."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.lexicon import budget_words
from extract.records.budgets.draft import Whom
from extract.rule import Mention
from extract.values import Party

_LETTERS = r"[가-힣A-Za-z0-9&·‧+\-]"
_TIER = re.compile(
    r"(?:최우수|우수|장려|특별|인기|아이디어|기쁨|격려|참가|공로|으뜸|버금|희망|도약|혁신)(?:상|작)(?![가-힣])|최우수[상작]?"
    r"|(?<![가-힣])(?:대|금|은|동|입|가)상(?=[은는이의과와\s(,:)]|$)|(?<![가-힣])(?:입선|가작)"
)
_PERSONAL = re.compile(r"(?:국회의장|국무총리|대통령|[가-힣]{2,12}장관|[가-힣]{2,10}[청원처회]장)\s?상(?![가-힣])")
_PRIZE = re.compile(r"상금|시상|포상|수상|상장|최우수|공모전|경진|상품권|수여")
_TRACK = re.compile(
    rf"(?P<name>{_LETTERS}{{1,14}}(?:\s?{_LETTERS}{{1,14}})?\s?(?:유형|분야|부문|트랙|리그|등급|펀드|코스)"
    rf"|(?:{_LETTERS}{{1,8}}\s)?{_LETTERS}{{1,14}}(?:형|랩))(?=으?로|[은는에의을를이가도과와]|\s|[:()（,]|$)"
)
_BRACKET = re.compile(
    r"[(（\[【<]\s*(?P<name>[^()（）\[\]【】<>\d]{1,24})\s*[)）\]】>]"
    r"\s*(?:약|총|최대|각각?|평균|연간)?\s*:?\s*$"
)
_LABELS_NO_TRACK = re.compile(
    r"지원|예산|사업비|규모|단위|대상|기간|현재|누적|예정|기준|신규|포함|억|이하|안\b|잠정|국비|지방비|민간|연간"
)
_VAGUE = re.compile(
    r"^(?:이|그|동|본|각|전|해당|신성장|다양한|모든|여러|주요|첨단|관련)\s?(?:분야|부문|유형)$|^[가-힣]{0,1}(?:형|펀드|분야|부문)$"
)
_MONEY_WORD = re.compile(
    r"금액|사업비|예산|국비|지방비|도비|시비|군비|민간|자부담|지원|한도|규모|보조|융자|투자|출연|기금|재정|상금|자금|목표"
    r"|액$|비$|금$|총|원\)"
)
_CAN_BE_TRACK = re.compile(r"(?![^\s]{1,2}$)[^\d'‘’“”]{2,24}")
_JOIN = re.compile(r"\s*(?:\([^()]{0,30}\)\s*)?(?:,|·|‧|/|및|와|과|그리고|、|\s|‘|’|'|“|”)*\s*")
_GIVEN = re.compile(
    r"^['’”\"]?\s*(?:\([^()]{0,30}\)\s*)?(?:등\s*(?:\d+\S{1,4})?)?\s*(?:에게는?|에는?|:|은|는)?\s*"
    r"\(?(?:각각?|총|약|최대|국비|도비|지방비|연간|최소|\d+년간|\s)*$"
)
_TOPIC = re.compile(r"^['’”\"]?\s*(?:\([^()]{0,30}\)\s*)?(?:은|는|이|가)\s")


def recipients(text: str, parties: list[Mention[Party]], start: int, at: int) -> list[Mention[Party]]:
    """The parties listed right before an amount to whom it is given: `광명시, 태백시, 경산시에 각`."""
    listed: list[Mention[Party]] = []
    edge = at
    for party in reversed([party for party in parties if party.start >= start and party.end <= at]):
        between = text[party.end : edge]
        fits = _JOIN.fullmatch(between) if listed else _given(party, between)
        if not fits:
            break
        listed.insert(0, party)
        edge = party.start
    return listed


def _given(party: Mention[Party], between: str) -> bool:
    """Whether the words between a party and an amount say that it gets it; an institution needs a particle."""
    if not _GIVEN.match(between) or _TOPIC.match(between):
        return False
    return party.value.kind != "institution" or bool(re.match(r"[^가-힣]{0,3}(?:등\s)?에", between))


def category(segment: str, label: str, known: Iterable[str], clause: str) -> str | None:
    """The track that the words before an amount name: in brackets, as an award, by suffix, a known one, the label."""
    hit = _BRACKET.search(segment)
    if hit and not _LABELS_NO_TRACK.search(hit["name"]):
        return hit["name"].strip(" *△▲·")
    known = tuple(known)
    for words in (segment, clause):
        found = _last(words, known, clause)
        if found:
            return found
    return label if _CAN_BE_TRACK.fullmatch(label) and not names_money(label) else None


def _last(words: str, known: tuple[str, ...], clause: str) -> str | None:
    hits: list[tuple[int, int, str]] = []
    if _PRIZE.search(clause):
        hits += [(hit.start(), hit.end(), hit.group()) for hit in _TIER.finditer(words)]
        if not hits:
            hits += [(hit.start(), hit.end(), hit.group()) for hit in _PERSONAL.finditer(words)]
    hits += [(hit.start(), hit.end(), hit["name"].strip()) for hit in _TRACK.finditer(words)]
    hits += [(at, at + len(name), name) for name in known if (at := words.rfind(name)) >= 0]
    hits = [hit for hit in hits if not _VAGUE.match(hit[2])]
    return max(hits, key=lambda hit: (hit[1], hit[1] - hit[0]))[2] if hits else None


def names_money(words: str) -> bool:
    """Whether some words name money (`지원 한도`, `국비`) and not a track."""
    groups = budget_words()["cues"]
    return bool(_MONEY_WORD.search(words)) or any(cue in words for cue in (*groups["fund"], *groups["prize"]))


def whom(party: Mention[Party] | None, track: str | None) -> Whom:
    """A recipient if there is one, else the track."""
    if party is None:
        return Whom(category=track)
    return Whom(party.value.name, party.value.region, track)
