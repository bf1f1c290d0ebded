"""Per what, for how long, for which year and with what share an amount is stated."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extract.release import Per
from extract.values import Money

_EACH = re.compile(r"(?:\S당|각각?|씩|별\s?최대)(?=\s|$|[^가-힣])|개소당|곳당|인당|건당|팀당|명당|각\s*$")
_YEARLY = re.compile(r"매년|연간|해마다|연\s?(?=\d|최대|약|총|$)|년\s?최대")
_ALL = re.compile(r"총|전체|합계|모두|도합")
_YEARS = re.compile(
    r"(?<!\d)(?P<n>\d{1,2}(?:\.\d)?)\s?(?:개년|년)\s?(?:간|동안|이내|에 걸쳐)|최대\s?(?P<m>\d{1,2})\s?년(?!\s?차)"
)
_YEAR = re.compile(
    r"(?<![~∼-])(?<![~∼-] )(?:['‘’`´](?P<short>\d{2})|(?P<long>20\d{2}))(?:\s?년도?|\))"
    r"(?!\s?(?:까지|부터|이후|말까지|이래|~))"
    r"|(?P<this>올해|금년|올\s)|(?P<next>내년|명년)|(?P<last>지난해|작년|전년(?!\s?대비))"
)


# What comes about in a year, whatever the money's year: `2029년 개장을 목표로`.
_AIMED = re.compile(r"(?:개장|준공|완공|개통|완료|도입|시행|착공)[을를]?\s(?:목표|위해|예정)")
# `역대 최대인`, `인상한` set no limit.
_LIMIT = re.compile(r"(?<!역대 )(?<!역대)최(?:대|고)(?![인치])|한도|(?<!인)상한|이내")
# `한도가 기업당 3억 원에서` before what it is raised to.
_RAISED = re.compile(
    r"한도(?:액|금액)?(?:가|를|는|도|도록)?\s[^.]{0,40}\d[\d,.]*\s?[십백천만억조]*\s?원?에서\s(?:\S{1,6}당\s)?(?:최대\s)?$"
)


def limited(money: Money, label: str, left: str, before: str = "") -> Money:
    """An amount that its label calls a limit (`지원 한도`, `최대 지원금`) has no minimum.

    `before` is the clause so far: a limit that is raised to it is named at its head.
    """
    exact = money.minimum is not None and money.minimum == money.maximum
    limit = _LIMIT.search(label + left[-8:]) or _RAISED.search(before)
    return replace(money, minimum=None) if exact and limit else money


def per_of(left: str, inside: str, after: str) -> Per | None:
    """Per recipient, year or programme, by the words just before, in and after an amount."""
    near = left[-14:] + inside
    if _EACH.search(near) or after.startswith(("씩", " 씩")):
        return "recipient"
    if _YEARLY.search(near):
        return "year"
    return "program" if _ALL.search(left[-6:] + inside) else None


def years_of(left: str, after: str) -> float | None:
    """For how many years, as in `3년간` or `2년 이내`."""
    found = list(_YEARS.finditer(left))
    hit = found[-1] if found else _YEARS.match(after.lstrip(" (,"))
    return float(hit["n"] or hit["m"]) if hit else None


def year_of(words: str, published: date | None) -> int | None:
    """The last year that some words name, relative ones from the day of publication."""
    year = None
    for hit in _YEAR.finditer(words):
        if _AIMED.search(words, hit.end()):
            continue
        if hit["long"] or hit["short"]:
            year = int(hit["long"] or "20" + hit["short"])
        elif published:
            year = published.year + (1 if hit["next"] else -1 if hit["last"] else 0)
    return year
