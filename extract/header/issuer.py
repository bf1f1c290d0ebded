"""The authority that speaks in a release."""

from __future__ import annotations

import re

from extract.lexicon import ministries
from parsers.document import Document

_HEAD = 6_000
_CHIEFS = "부총리 장관 차관 청장 처장 실장 위?원장 본부장 관장 소장 시장 도?지사 군수 구청장 교육감 총장 (?:이사|사)장"
_CHIEF = "(?:" + "|".join(_CHIEFS.split()) + ")"
_SPEAKER = re.compile(r"([가-힣\d·]{2,24})\s?\(\s?" + _CHIEF + r"\s?(?:직무대행\s?)?[:\s]?[가-힣]{2,4}")
_MUNICIPALITY = re.compile(r"[가-힣]{1,10}(?:특별자치시|특별자치도|특별시|광역시|도|시|군|구)$")
_SEPARATOR = re.compile(r"[·,/&\s]+|및")


def find_issuer(document: Document) -> str | None:
    """Full name of the first authority that speaks; a container's own field counts where it names one."""
    stated = _resolve(document.meta.issuer)
    speaker = _speaker(document.text[:_HEAD])
    if speaker and (stated is None or _is_body_of(speaker, stated)):
        return speaker
    return stated or _subject(document.text)


def _resolve(name: str | None) -> str | None:
    """Full name of the first authority in a field such as `환경부·농식품부`; None where it names none."""
    known = ministries()
    for part in [name.strip(), *_SEPARATOR.split(name)] if name else ():
        if part in known:
            return known[part]
    return None


def _speaker(head: str) -> str | None:
    """The first authority written with its chief: `국토교통부(장관 홍길동)는`."""
    for hit in _SPEAKER.finditer(head):
        name = _resolve(hit.group(1))
        if name or _MUNICIPALITY.match(hit.group(1)):
            return name or hit.group(1)
    return None


def _is_body_of(speaker: str, stated: str) -> bool:
    """Whether the speaker is an institute that publishes through the stated ministry rather than another ministry."""
    return speaker.endswith(("원", "본부", "관", "소")) and not stated.endswith(("원", "본부", "실"))


def _subject(text: str) -> str | None:
    """The first authority of the text that is a subject or topic: `국토교통부는`."""
    hit = _SUBJECT.search(text)
    return ministries()[hit.group(1)] if hit else None


_SUBJECT = re.compile(
    r"(?<![가-힣])(" + "|".join(sorted(ministries(), key=len, reverse=True)) + r")(?=[은는이가]\s|\s?\(|,)"
)
