"""The track of one count of a sentence, looked for from near to far."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.records.selections import tracks
from extract.records.selections.binding import Bound

Label = tuple[str, int]

NEAR = re.compile(r"[,▲△▴ㅿ;(]|\s(?:및|과|와)\s|(?<=[가-힣])[과와]\s")
_NOTE = re.compile(r"(?<=\S)\s?\([^()]{1,30}\)\s*$")
_LENGTHENED = re.compile(r"의?\s?(?P<label>(?:지정|사업|특례)?\s?기간\s?연장)")
_NOTED = re.compile(r"[가-힣\s]{0,8}\((?P<label>[^()\d,]{2,20})\)")
_BULLET = re.compile(r"[△▲▴ㅿ]\s?[^△▲▴ㅿ,]{2,30}$")
_OBJECT = re.compile(r"\*{0,3}\s?[가-힣]{0,6}[을를]\s")
_GETS = re.compile(rf"(?:이|가|은|는|에게)\s(?:각각\s)?(?P<prize>{tracks.PRIZE.pattern})[을를](?=[,\s])")
_AMONG = re.compile(r"[상장창]\s등\s*(?:총|모두)?\s*$")
_AS = re.compile(r"(?<![,’'”」와과및]\s)['‘“](?P<label>[가-힣A-Za-z0-9·\s]{2,16}?)['’”]\s(?:총\s|부문\s|분야\s)?$")
_CHOSEN_KIND = re.compile(
    r"(?<=상)\s수상(?:자|작|팀)$|(?<=형)\s(?:신규\s)?(?:연구개발\s?|기술개발\s?)?(?:과제|사업|기업|기관|팀|대학|지자체)$"
)
# `유공자 33명과 우수기관 7곳`
_MERIT = re.compile(
    r"(?:업무\s?)?유공(?:자|기관|단체)|(?:최?우수|모범|선도|으뜸)\s?(?:기관|기업|단체|사례|팀|공무원|부서|직원|시군|지자체)"
)
_ITEM = re.compile(r"[\s○ㅇ◦□▪·\-*※]*[①-⑳]\s?(?P<label>[가-힣A-Za-z0-9·\s]{2,20}?)(?:\s?지원)?(?:은|는)\s")
# `여럿이 뭉친 협업 트랙`: what is told of a track is no part of its name.
_TELLING = re.compile(r"(?<=[가-힣])[친린난킨찬낸]\s")
_SIDE = re.compile(r"[\s○ㅇ◦□▪·\-*※]*(?P<label>[가-힣A-Za-z0-9·]{2,14})\s쪽(?:에서는|에서도|에는|은)\s")
_VERBAL = re.compile(r"[은는한된할의을를]\s*$|적인\s*$|\d$")
_LEAD = re.compile(r"[\s○ㅇ◦□▪·\-*※①-⑳]*[(<\[【](?P<label>[^()<>\[\]【】]{2,24})[)>\]】]")
_TOPICAL = re.compile(
    r"[\s○ㅇ◦□▪·\-*※①-⑳]*(?P<label>[가-힣A-Za-z0-9·\s]{2,24}?)\s?"
    r"(?P<head>과제|사업|기업|기관|팀|작품|대학|지자체|병원|학교)(?:은|는)\s"
)


def label_of(text: str, start: int, left: int, item: Bound) -> tuple[str | None, int]:
    """The track of a count whose own words begin at `left`, and where the words after the track begin."""
    for look in _LOOKS:
        found = look(text, start, left, item)
        if found:
            return found
    return None, left


def beside(text: str, left: int, item: Bound) -> str | None:
    """The plain noun beside one of several counts: `사진 12점, 동영상 3점`, `△취약계층 지원 146건`."""
    words = text[left : item.places.start]
    near = NEAR.split(words.rstrip().removesuffix("("))[-1]
    marked = bool(_BULLET.search(words))
    label = tracks.clean(near)
    if re.search(r"등\s*(?:총|모두)?\s*$", near) or _VERBAL.search(near):
        return None
    if item.part and _MERIT.fullmatch(label):
        return label
    return label if (item.part or marked) and tracks.is_label(label, marked=marked) else None


def _adjacent(text: str, start: int, left: int, item: Bound) -> Label | None:
    """`… 거점형 1곳`, `장려상 50만원(2개 팀`."""
    end = item.places.start
    words = NEAR.split(_NOTE.sub("", text[left:end]).rstrip().removesuffix("("))[-1]
    if _AMONG.search(words) or tracks.is_whom(words.rstrip()):
        return None
    label = tracks.clean(_CHOSEN_KIND.sub("", _TELLING.split(words)[-1].rstrip()))
    if tracks.is_track(label) and len(label.split()) <= 4:
        return label, end
    prize = tracks.prize(text, left, end)
    return (prize, end) if prize else None


def _topic(text: str, start: int, left: int, item: Bound) -> Label | None:
    """`강소형은 경기 광명시 … 3곳`."""
    return tracks.topic(text, left, item.places.start)


def _noted(text: str, start: int, left: int, item: Bound) -> Label | None:
    """`5곳(종합선도형)`, `5건 지정기간 연장`."""
    if more := _LENGTHENED.match(text, item.places.end):
        return more["label"], left
    hit = _NOTED.match(text, item.places.end)
    label = tracks.clean(hit["label"]) if hit else ""
    return (label, left) if tracks.is_track(label) else None


def _side(text: str, start: int, left: int, item: Bound) -> Label | None:
    """The side that a sentence is of: `긴급 쪽에서는 … 4개가 채택되었다`."""
    hit = _SIDE.match(text, start, item.places.start)
    return (hit["label"], left) if hit and tracks.is_label(hit["label"]) else None


def _won(text: str, start: int, left: int, item: Bound) -> Label | None:
    """`5명은 … 장관상을 받는다`."""
    if item.cue.stem[:1] not in "을를":
        return None
    prize = tracks.prize_before(text, item.places.end, item.cue.start)
    return (prize, left) if prize else None


def _gets(text: str, start: int, left: int, item: Bound) -> Label | None:
    """`5인이 대통령 표창을, 6인이 …`."""
    hit = _GETS.match(text, item.places.end)
    return (tracks.clean(hit["prize"]), left) if hit else None


def _bracketed(text: str, start: int, left: int, item: Bound) -> Label | None:
    """`(거점형) … 5곳을 선정`, at the start of the sentence or of this count's own words."""
    end = item.places.start
    hit = _LEAD.match(text, start, end) if left <= start + 30 else _LEAD.match(text, left, end)
    if not hit or end - hit.end() >= 120:
        return None
    label = tracks.clean(hit["label"])
    return (label, left) if tracks.is_label(label) or tracks.is_track(label) else None


def _quoted(text: str, start: int, left: int, item: Bound) -> Label | None:
    """`… ‘새싹기업’ 16개사를 선정`: what several are chosen as."""
    hit = _AS.search(text, left, item.places.start)
    if hit is None or item.places.value < 2 or not _OBJECT.match(text, item.places.end):
        return None
    return hit["label"], hit.start()


def _opening(text: str, start: int, left: int, item: Bound) -> Label | None:
    """The topic that opens the sentence: `생산부문은 … 7건을 선정`."""
    about = tracks.topic(text, start, min(item.places.start, start + 40))
    return (about[0], left) if about else None


def _numbered(text: str, start: int, left: int, item: Bound) -> Label | None:
    """The item that a sentence is: `② 기능개선 지원은 … 18개 기업을 선정해`."""
    hit = _ITEM.match(text, start, item.places.start)
    return (tracks.clean(hit["label"]), left) if hit else None


def _kin(text: str, start: int, left: int, item: Bound) -> Label | None:
    """A topic of the kind that is counted: `핵심부품 과제는 … 16개 과제를 선정`."""
    hit = _TOPICAL.match(text, start, item.places.start)
    if not hit or hit.end() > left + 30:
        return None
    label, rest = tracks.clean(hit["label"]), text[item.places.end : item.places.end + 4].lstrip()
    fits = rest.startswith((hit["head"], "을", "를", "이", "가")) and tracks.is_label(label, marked=True)
    return (label, left) if fits and len(label) > 2 else None


_LOOKS: tuple[Callable[[str, int, int, Bound], Label | None], ...] = (
    _adjacent,
    _topic,
    _noted,
    _side,
    _won,
    _gets,
    _bracketed,
    _quoted,
    _opening,
    _numbered,
    _kin,
)
