"""Titles and who is given them: `이달의 수산물로 김과 감태를 선정했다`, `이달의 ①수산물로 김을, ②등대로 …를 선정`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.reading import Reading
from extract.records.selections.chosen import choice_of
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.names import (
    Named,
    is_count,
    is_generic,
    kind_of,
    named,
    person_in,
    plausible,
    split_names,
)
from extract.sentences import Sentence

_OF_TIME = r"(?:이\s?달|올해|금주|이주|\d{1,2}월)의"
_WORD = r"[가-힣A-Za-z0-9·&-]{1,14}"
_ROLE = re.compile(
    rf"(?:[‘’'“\"「『]\s?)?(?<![가-힣])(?P<title>{_OF_TIME}\s(?:[①-⑳]\s?)?(?:{_WORD}\s){{0,3}}?(?:{_WORD}?))"
    r"\s?[’‘'”\"」』]?(?:(?:으로|로)(?:는|도)?,?|에(?:는)?)\s"
)
_NEXT = re.compile(rf"[을를],?\s(?:[①-⑳]\s?)?(?P<title>(?:{_WORD}\s){{0,2}}?{_WORD}?)(?:으로|로)(?:는|도)?\s")
_CHOSEN = re.compile(
    r"(?<=[가-힣)])\s선정(?=[,.\s]|$)|[을를이가]\s(?:각각\s|최종\s|새로\s|공동\s|공식\s){0,2}(?:선정(?!\s?(?:할|될|예정|계획|하지|되지))|선발(?=[했하])|뽑(?=[았혔아])|지정(?=[했하됐되]))"
)
_TELLING = re.compile(r"[가-힣]*[은는한된던을를할될인친킨낸]\s|[로서에]\s(?=\S)")
_OFFICE = re.compile(r"(?:대표이?사?|사장|회장|교수|박사|씨|님|선생|명장|작가)")
# `연구를 이끌고, 후학을 기른 홍길동 박사`: what somebody did comes before the name.
_DEED = re.compile(r"[을를이가에]\s[가-힣]+(?:고|며|하여|해)$")
_AGED = re.compile(r"\s?\([^()]{1,20}\)(?=\s)")
_SO = re.compile(r"(?:최종\s)?(?:선정된|뽑힌|선발된)\s(?P<name>[^,.\n]{2,40}?)(?:은|는|이|가|에게|을|를)\s")
_REACH = 160


def _named_so(reading: Reading, role: re.Match[str], end: int) -> Iterator[Claim]:
    """`3월 「이달의 기술인」으로 선정된 가나㈜ 홍길동 대표는`."""
    hit = _SO.match(reading.text, role.end(), end)
    item = _one(reading.text, *hit.span("name")) if hit else None
    if hit and item:
        choices = tuple(_choices(reading, [item]))
        yield Claim(role.start(), hit.end(), "selected", 1, "", None, choices, program=_plain(role["title"]), open=True)


def conferred_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """A claim for every title of a sentence and those who are given it."""
    text = reading.text
    if text.find("의 ", sentence.start, sentence.end) < 0:
        return
    for role in _ROLE.finditer(text, sentence.start, sentence.end):
        limit = min(sentence.end, role.end() + _REACH)
        yield from _named_so(reading, role, limit)
        chosen = _CHOSEN.search(text, role.end(), limit)
        if chosen is None or _SO.match(text, role.end(), limit):
            continue
        whose, title, at, first = _split(role["title"]), _plain(role["title"]), role.end(), role.start()
        for more in _NEXT.finditer(text, role.end(), chosen.start()):
            yield from _claim(reading, title, at, more.start(), first)
            title, at, first = f"{whose} {_plain(more['title'])}", more.end(), more.start("title")
        yield from _claim(reading, title, at, chosen.start(), first)


def _split(title: str) -> str:
    return title.split("의")[0] + "의"


def _plain(title: str) -> str:
    """A title without the number of its item: `이달의 ①수산물`."""
    return " ".join(re.sub(r"[①-⑳]\s?", "", title).split())


def _claim(reading: Reading, title: str, start: int, end: int, first: int) -> Iterator[Claim]:
    choices = _given(reading, start, end)
    if choices:
        yield Claim(
            first, end, "selected", len(choices), "", None, choices, program=title, open=True,
        )  # fmt: skip


def _given(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    """Those named in a span that a title is given to; nothing where one cannot be told from the words around it."""
    items: list[Named] = []
    for a, b in split_names(reading.text, start, end):
        words = reading.text[a:b].strip()
        if (items and _OFFICE.fullmatch(words)) or (b < end and _DEED.search(words)):
            continue
        item = _one(reading.text, a, b)
        if item is None:
            return ()
        items.append(item)
    return tuple(_choices(reading, items))


def _one(text: str, start: int, end: int) -> Named | None:
    """The name of an item: in quotation marks, after what is told of it, or all of a few words."""
    words = text[start:end].strip()
    if len(words) == 1 and "가" <= words <= "힣":
        at = text.index(words, start)
        return Named(words, at, at + 1)
    item = named(text, start, end)
    if item is None or is_count(item.name) or is_generic(item.name):
        return None
    if item.led or item.work:
        return item
    if person := person_in(_AGED.sub("", item.name)):
        at = item.start + item.name.rindex(person)
        return Named(person, at, at + len(person), item.aside)
    told = list(_TELLING.finditer(item.name))
    if told and len(item.name) > 12:
        at = item.start + told[-1].end()
        item = Named(text[at : item.end].split("(")[0].strip(), at, item.end, item.aside)
    return item if plausible(item) and len(item.name.split()) <= 4 and len(item.name) > 1 else None


def _choices(reading: Reading, items: Sequence[Named]) -> Iterator[Choice]:
    province: str | None = None
    for item in items:
        if len(item.name) == 1:
            yield Choice(item.name, kind_of(item.name, ""), item.start, item.end)
            continue
        choice, province = choice_of(reading, item, "", province)
        yield choice
