"""The track of the programme that an amount is for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.lexicon import budget_words
from extract.records.budgets.money_words import names_money, plain_label
from extract.records.budgets.tiers import TIER


def _any(name: str) -> str:
    """A pattern of the words of one list, longest first."""
    return "|".join(budget_words()["tracks"][name])


_LETTERS = r"[가-힣A-Za-z0-9&·‧+\-]"
_PERSONAL = re.compile(r"(?:국회의장|국무총리|대통령|[가-힣]{2,12}장관|[가-힣]{2,10}[청원처회]장)\s?상(?![가-힣])")
_EACH = re.compile(r"\S당|각|씩")
_LEAD_UP = re.compile(
    r"(?:등|이|의|을|를|은|는|시|이중|그|또|중|및|각|총|약|매|동|본|위해|통해|대한|관련|위한|따라|지난해|작년|올해|최대|본건|[-–*•·△▲]+|['‘’`]?\d{2,4}년도?"
    r"|\S+(?:는|은|을|를|의|에|된|(?<![제권기상하유무])한|고|며|도록|에서|으로|하는|해|돼|하면|받아|따라|하던|있던))\s+"
)
_NO_TRACK = re.compile(rf"{_any('never')}|\S{{1,2}}분야|.*(?:{_any('endings')})")
_PRIZE = re.compile(_any("prizes"))
_TRACK = re.compile(
    rf"(?P<name>{_LETTERS}{{1,14}}(?:\s?{_LETTERS}{{1,14}})?\s?(?:{_any('suffixes')})"
    rf"|(?:{_LETTERS}{{1,8}}\s)?{_LETTERS}{{1,14}}(?:형|랩))(?=으?로|[은는에의을를이가도과와]|\s|[:()（,’\'”」]|$)"
)
_BRACKET = re.compile(
    r"[(（\[【<]\s*(?P<name>[^()（）\[\]【】<>\d]{1,24})\s*[)）\]】>]"
    r"\s*(?:약|총|최대|각각?|평균|연간)?\s*:?\s*$"
)
_LABELS_NO_TRACK = re.compile(rf"{_any('asides')}|안\b")
_VAGUE = re.compile(
    r"^(?:이|그|동|본|각|전|해당|신성장|다양한|모든|여러|주요|첨단|관련)\s?(?:분야|부문|유형)$|^[가-힣]{0,1}(?:형|펀드|분야|부문)$"
)
_SHARED = re.compile(r"(?P<names>[가-힣A-Za-z]{2,8}(?:[·,]\s?[가-힣A-Za-z]{2,8}){1,3})\s?(?P<kind>분야|부문|유형|트랙)")
_CONDITION = re.compile(
    r"(?P<name>[가-힣]{2,6})(?:을|를)\s(?:전제로\s한|추진하는|신청하는|선택하는|포함하는)\s(?:대학|기업|곳|경우|지역)"
)
_COUNTED = re.compile(
    r"(?P<n>\d+)\s?(?:곳|개|건|팀)[가-힣]{0,3}(?:,|·|과|와)\s[가-힣·]{2,10}\s\d+\s?(?:곳|개|건|팀)[가-힣]{0,3}에(?:는|게|게는)?\s"
    r"(?!각)[^,]{0,16}$"
)
_OPENING = re.compile(r"\s*(?:[□■○●ㅇ◦•*-]\s*)?[(\[<](?P<name>[^()\[\]<>\d]{2,16})[)\]>]")
# `“햇빛두레 발전소”에 150억 원을`, and the head of an enumerated item: `③자유공모 과제 5개에`.
_GIVEN_TO = re.compile(
    r"[‘“'\"「『](?P<name>[^‘’“”'\"「」『』\d]{2,16})[’”'\"」』]\s?(?:에|에는|에게)\s*(?:총|약|최대|각각?)?\s*$"
)
_ITEM = re.compile(r"[①-⑳❶-❿]\s?(?P<name>[가-힣A-Za-z·]{2,12})(?=[\s(])[^①-⑳❶-❿]{0,40}$")
_AWARDED = re.compile(r"\s?(?:을|를)\s(?:수여하는|수여받는|지급하는|받는|받은|주는)\s")
_BULLETS = re.compile(r"^(?:\s*(?:[□■○●ㅇ◦◇◆▶▷•*·-]|[①-⑳]|\d{1,2}[.)]|[가-하][.)]))+\s*")
_SUBJECTLESS = re.compile(
    r"(?:\s*(?:[□■○●ㅇ◦◇◆▶▷•*·-]|[①-⑳]))*\s*"
    rf"(?:[(\[<]?\s?(?:{_any('fields')})[가-힣·/\s]{0, 10}[)\]>]?\s?[:：)]"
    r"|총|최대|약|각|\S{1,6}당|\d|국비|사업비)"
)
_COUNT_LINE = re.compile(r"\W*(?:총|약)?\s?\d+\s?(?:개|곳|팀|명|건|과제|기관|편|점)")
_GENERIC = re.compile(_any("generic"))
_NOTED = re.compile(r"\s?\((?P<note>[^()]{2,20})\)")
_CLAUSE_TOPIC = re.compile(
    r"^\s*(?:[□■○●ㅇ◦•*-]\s*)?(?P<name>[가-힣A-Za-z]{1,9}[가-힣A-Za-z])(?<![에서게하되])(?:은|는)\s"
)
_NEW_TOPIC = re.compile(r"[,고며]\s(?P<name>[가-힣A-Za-z]{2,10})(?<![에서게하되])(?:은|는)\s[^,]{0,40}$")
_DESTINED = re.compile(
    r"[은는을를]?\s?[^.]{0,40}?['‘「](?P<name>[^'’」]{2,14})['’」]에\s?(?:투입|출자|지원|배분|투자|공급)"
)
_OUTLINE = re.compile(r"\s?(?:개요|현황|내역|계획)$")
_MONEY_PART = re.compile(_any("money"))
# A label that ends so names the money itself: `수출지원 예산`, `추정가격`.
_NAMES_ITSELF = re.compile(
    r"(?:예산|가격|금액|총액|전망치|실적|계획|지급|증액|감액)$|[가-힣](?:사업|투자|활동|교육|이자)비$"
)
_SPEAKER = re.compile(rf"(?:{_any('speakers')})$")
_CAN_BE_TRACK = re.compile(
    r"(?![^\s]{1,2}$)(?!.*(?:당|된|는|면|면서|에게|별|별로|한|의|다|(?<![공애개법노업])인|까지|대비|예정|현재|(?<!도)로|예산도)$)[^\d'‘’“”]{2,24}"
)


@dataclass(frozen=True, slots=True)
class Around:
    """The words before an amount: since the amount before it, since its clause, its sentence began; and the others.

    `card` is the track that heads the card in which it stands.
    """

    segment: str
    clause: str
    sentence: str
    after: str
    heading: str
    card: str | None = None


def tracks_of(around: Around, label: str, known: Iterable[str]) -> tuple[str, ...]:
    """The tracks that the words around an amount name; several where a list shares it (`일반·글로벌 분야`).

    What all tracks of a count share is of none: `거점형 3곳, 강소형 2곳에 국비 90억원`.
    """
    if _COUNTED.search(around.clause):
        return ()
    track = category(around.segment, label, known, around.clause, around.sentence + around.after)
    if track is None and (awarded := _AWARDED.match(around.after)):
        tier = TIER.match(around.after, awarded.end())
        track = tier.group() if tier else None
    if track is None and (destined := _DESTINED.match(around.after)):
        track = destined["name"]
    track = track or _noted(around) or _opening(around.sentence)
    track = track or _topic(around.segment, _NEW_TOPIC) or _topic(around.sentence)
    track = track or _opening(around.heading) or around.card or _headed(around)
    track = _trimmed(track)
    shared = _SHARED.fullmatch(track) if track and _EACH.search(around.segment[-16:]) else None
    if shared:
        return tuple(one.strip() for one in re.split("[·,]", shared["names"]))
    return (track,) if track else ()


def _trimmed(track: str | None) -> str | None:
    """A track without what leads up to it: words with particles, conjunctions."""
    while track and (hit := _LEAD_UP.match(track)) and hit.end() < len(track):
        track = track[hit.end() :]
    track = track.strip(" *·-'‘’\"“”」「") if track else None
    return track if track and len(track) > 1 and not _NO_TRACK.fullmatch(track) else None


def category(segment: str, label: str, known: Iterable[str], clause: str, said: str = "") -> str | None:
    """The one track named nearest: in brackets, as an award, by its suffix, a known one, the label."""
    given = _GIVEN_TO.search(segment)
    if given:
        return given["name"]
    hit = _BRACKET.search(segment)
    if hit and not _LABELS_NO_TRACK.search(hit["name"]):
        return hit["name"].strip(" *△▲·")
    if segment.endswith("(") and (name := name_in(label)):
        return name
    known = tuple(known)
    item = _ITEM.search(segment)
    if item and _last(segment[item.start() :], known, said or clause) is None:
        return item["name"]
    for words in (segment, clause):
        found = _last(words, known, said or clause)
        if found:
            return found
    condition = _CONDITION.search(clause)
    if condition:
        return condition["name"]
    return name_in(label)


def name_in(label: str) -> str | None:
    """A label that names more than money: `산업전반지원`, not `지원한도`; without `개요` and the like."""
    name = _trimmed(_OUTLINE.sub("", plain_label(label) or "")) or ""
    rest = "" if _NAMES_ITSELF.search(name) else _MONEY_PART.sub("", name.replace(" ", ""))
    return name if _CAN_BE_TRACK.fullmatch(name) and len(rest) >= 2 else None


def _opening(words: str) -> str | None:
    """What stands in brackets at the head of an item: `ㅇ (일반형) 기업당`."""
    hit = _OPENING.match(words)
    return hit["name"].strip() if hit and not _LABELS_NO_TRACK.search(hit["name"]) else None


def _noted(around: Around) -> str | None:
    """The track in brackets right after an amount: `100만 원(대상)`."""
    hit = _NOTED.match(around.after)
    if hit and "포함" in hit["note"]:
        return None
    return _last(hit["note"], (), around.sentence + around.after) if hit else None


def _headed(around: Around) -> str | None:
    """The line over an amount's own line if it is a name and that line has no subject: `- 지원규모 : 5억 원`."""
    if not _SUBJECTLESS.match(around.sentence):
        return None
    name = re.sub(r"\([^()]*\)|[:：].*$", "", _BULLETS.sub("", around.heading)).strip(" <>【】[]")
    fits = 2 <= len(name) <= 24 and not _COUNT_LINE.match(name) and not _GENERIC.search(name) and not names_money(name)
    return name if fits and not re.search(r"[.다]$|\d{2}|%", name) else None


def _topic(clause: str, pattern: re.Pattern[str] = _CLAUSE_TOPIC) -> str | None:
    """The topic of a clause if it can be a kind of recipient: `프리앵커기업은`."""
    hit = pattern.search(clause)
    if not hit or _SPEAKER.search(hit["name"]) or names_money(hit["name"]):
        return None
    return hit["name"]


def _last(words: str, known: tuple[str, ...], said: str) -> str | None:
    if _PRIZE.search(said):
        tiers = [hit.group() for pattern in (TIER, _PERSONAL) for hit in list(pattern.finditer(words))[-1:]]
        if tiers:
            return tiers[0]
    hits = [(hit.start(), hit.end(), hit["name"].strip()) for hit in _TRACK.finditer(words)]
    hits += [(at, at + len(name), name) for name in known if (at := words.rfind(name)) >= 0]
    hits = [hit for hit in hits if not _VAGUE.match(hit[2])]
    return max(hits, key=lambda hit: (hit[1], hit[1] - hit[0]))[2] if hits else None
