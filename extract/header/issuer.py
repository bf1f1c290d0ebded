"""The authority that speaks in a release."""

from __future__ import annotations

import re
from datetime import date

from extract.lexicon import ministries, words
from extract.rules.region import is_known, lookup
from parsers.document import Document

_HEAD = 6_000
_TOP = 600
_CHIEFS = "부총리 장관 차관 청장 처장 실장 위?원장 본부장 관장 소장 시장 도?지사 군수 구청장 교육감 총장 (?:이사|사)장"
_CHIEF = "(?:" + "|".join(_CHIEFS.split()) + ")"
_SPEAKER = re.compile(r"([가-힣\d·]{2,24})\s?\(\s?" + _CHIEF + r"\s?(?:직무대행\s?)?[:\s]?[가-힣]{2,4}")
_MUNICIPAL = r"[가-힣]{1,9}(?:특별자치시|특별자치도|특별시|광역시|도|시|군|구)"
_MUNICIPALITY = re.compile(_MUNICIPAL + "$")
_MINISTRY = "(?:" + "|".join(sorted(ministries(), key=len, reverse=True)) + ")"
_UNIT = (
    r"(?:\s?/|(?:\s?[가-힣·\d]{1,14}(?:과|국|관|실|단|팀|센터|본부|청|원)\b){1,3}"
    r"(?:\s['’‘]?\d{2,4}\.\s?\d{1,2}\.\s?\d{1,2}\.?(?:\s?\([가-힣]\))?)?|\s?누리집)?"
)
_ALONE = re.compile(r"(?:^|(?<=[\t\n]))(" + _MINISTRY + r"|" + _MUNICIPAL + r")" + _UNIT + r"\s?(?=$|[\t\n/]|[·,]\s)")
_HOLDS_OFFICE = r"\s(?:[가-힣]{2,4}\s)?(?:장관|차관|청장|처장)[은이]\s"
_SUBJECT = re.compile(
    r"(?<![가-힣])(?:(" + _MINISTRY + r")(?=[은는이가와과]\s|\s?\(|,|" + _HOLDS_OFFICE + r")"
    r"|(" + _MUNICIPAL + r")(?=[은는]\s|가\s|\())"
)
_IN_TITLE = re.compile(r"([\d가-힣]{2,24}),\s")
_IN_CHARGE = re.compile(r"담당\s?부서[\s:]{1,4}([\d가-힣]{2,24})(?=[\s(])")
_BEFORE = re.compile(r"(?<![\d가-힣])([\d가-힣]{2,24})\s$")
_UNDER = re.compile(r"[가-힣]{2,12}\s(?:산하|소속)\s(?:[가-힣]{2,8}\s)?$")
_SAYS = re.compile(r"[^\n]{0,300}?(?:밝혔|발표했|알렸|전했|밝힌|밝혀|발표하|밝힙|알립)")
_SEPARATOR = re.compile(r"[·,/&\s]+|및")


def find_issuer(document: Document, published: date | None = None) -> str | None:
    """Full name, on the day, of the first authority that speaks; a container's own field counts where it names one."""
    stated = _resolve(document.meta.issuer, published)
    text = document.text[:_HEAD]
    speaker = _speaker(text, stated, published)
    if stated:
        return speaker if speaker and _is_body_of(speaker, stated) else stated
    return (
        speaker or _alone(text, published) or _institute(text) or _subject(text, published) or _in_charge(document.text)
    )


def _resolve(name: str | None, on: date | None) -> str | None:
    """Full name of the first authority in a field such as `환경부·농식품부`; None where it names none."""
    known = ministries()
    for part in [name.strip(), *_SEPARATOR.split(name)] if name else ():
        if part in known:
            return known[part]
    return _municipality(name.strip(), on) if name else None


def _municipality(name: str, on: date | None) -> str | None:
    """Full name of a province or municipality, without its province: `부산시` -> `부산광역시`."""
    bare = name.split()[-1] if name.split() else ""
    if not _MUNICIPALITY.match(bare):
        return None
    region = lookup(name, on=on) or lookup(bare, on=on)
    if region is not None:
        return region.sigungu or region.sido
    return bare if is_known(bare) else None


def _speaker(head: str, stated: str | None, on: date | None) -> str | None:
    """The first authority written with its chief: `국토교통부(장관 홍길동)는`; or the ministry right before it."""
    for hit in _SPEAKER.finditer(head):
        name = _resolve(hit.group(1), on)
        above = _BEFORE.search(head, max(hit.start() - 24, 0), hit.start())
        if name and above and above.group(1) in ministries():
            return stated or ministries()[above.group(1)]
        if name:
            return name
    return None


def _institute(head: str) -> str | None:
    """The first public body other than a ministry that is written with its chief, before any ministry is named."""
    endings = tuple(words("parties.toml")["speakers"])
    hit = next((hit for hit in _SPEAKER.finditer(head) if hit.group(1).endswith(endings)), None)
    if hit is None or any(name in _UNDER.sub("", head[: hit.start()]) for name in ministries()):
        return None
    return hit.group(1)


def _is_body_of(speaker: str, stated: str) -> bool:
    """Whether the speaker is an institute that publishes through the stated ministry rather than another ministry."""
    return speaker.endswith(("원", "본부", "관", "소")) and not stated.endswith(("원", "본부", "실"))


def _alone(head: str, on: date | None) -> str | None:
    """The first authority at the top that stands alone on a line or in a cell, perhaps with its department."""
    return next((name for hit in _ALONE.finditer(head[:_TOP]) if (name := _resolve(hit.group(1), on))), None)


def _subject(head: str, on: date | None) -> str | None:
    """The authority that opens the headline (`부산시, …`), else the first that says something, else any topic."""
    opening = _IN_TITLE.match(head)
    subjects = list(_SUBJECT.finditer(head))
    says = [hit for hit in subjects if _SAYS.match(head, hit.end())]
    names = [opening.group(1)] if opening else []
    names += [hit.group(1) or hit.group(2) for hit in (*says, *subjects)]
    return next((name for one in names if (name := _resolve(one, on))), None)


def _in_charge(text: str) -> str | None:
    names = (hit.group(1) for hit in _IN_CHARGE.finditer(text))
    return next((known for name in names if (known := ministries().get(name))), None)
