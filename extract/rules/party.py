"""Parties: who can be chosen or paid, by the marks that their names carry.

What no mark tells apart from other words (a company's bare name in a list) is read by `party_list`, where the context
says that parties are listed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache

from extract.lexicon import words
from extract.release import PartyKind
from extract.rule import Mention, Rule, Rulebook
from extract.rules.alternation import one_of
from extract.rules.municipality import PARTY, find_municipalities
from extract.rules.particle import PARTICLE
from extract.values import Party

_START = "(?<![가-힣A-Za-z0-9])"
_END = rf"(?=(?:{PARTICLE})?(?![가-힣A-Za-z0-9]))"
_NAME = "[가-힣A-Za-z0-9&](?:[가-힣A-Za-z0-9&]|[.'-](?=[가-힣A-Za-z0-9])){1,24}?"


def find_parties(text: str, on: date | None = None, home: str | None = None) -> Iterator[Mention[Party]]:
    """Parties of every kind in order, none overlapping; of two at one place the longer."""
    mentions = [*find_municipalities(text, on, home), *party_rules().scan(text)]
    return _longest(sorted(mentions, key=lambda mention: (mention.start, -mention.end)))


def _longest(mentions: Iterable[Mention[Party]]) -> Iterator[Mention[Party]]:
    last: Mention[Party] | None = None
    for mention in mentions:
        if last and mention.start < last.end:
            last = max(last, mention, key=lambda one: one.end - one.start)
            continue
        if last:
            yield last
        last = mention
    if last:
        yield last


def _of(kind: PartyKind) -> Callable[[re.Match[str]], Party]:
    return lambda hit: Party(hit.group(), kind)


@cache
def party_rules() -> Rulebook[Party]:
    """The rules for parties other than municipalities."""
    return Rulebook(PARTY, [*_companies(), *_universities(), *_bodies(), *_people()])


def _companies() -> list[Rule[Party]]:
    form = "|".join(re.escape(form) for form in words("parties.toml")["company_forms"])
    return [
        Rule(
            "<form> <name>",
            rf"(?:(?:{form}) ?){{1,3}}{_NAME}{_END}",
            _of("company"),
            reads={"㈜바다숨이": Party("㈜바다숨", "company"), "(유) 나래팜,": Party("(유) 나래팜", "company")},
        ),
        Rule(
            "<name> <form>",
            rf"{_START}{_NAME} ?(?:{form}){_END}",
            _of("company"),
            reads={"온결(주)와": Party("온결(주)", "company")},
            refuses=("조사한다. 영농조합법인은",),
        ),
    ]


def _universities() -> list[Rule[Party]]:
    short = one_of(name + "대" for name in words("parties.toml")["universities"])
    return [
        Rule(
            "<name>대학교",
            rf"{_START}[가-힣A-Za-z]{{2,12}}대학교(?: ?(?:[가-힣]{{2,4}}캠퍼스|산학협력단))?{_END}",
            _of("university"),
            reads={"충남대학교는": Party("충남대학교", "university")},
            refuses=("대학교",),
        ),
        Rule(
            "<known>대",
            rf"{_START}{short}(?:\([가-힣]{{2,4}}\)| [가-힣]{{2,4}}캠퍼스)?{_END}",
            _of("university"),
            reads={"경북대와": Party("경북대", "university"), "고려대(세종)": Party("고려대(세종)", "university")},
            refuses=("확대",),
        ),
    ]


def _bodies() -> list[Rule[Party]]:
    institution = one_of(words("parties.toml")["institutions"])
    return [
        Rule(
            "<name><institution>",
            rf"{_START}(?![가-힣]{{1,3}}(?:임|석)연구원)[가-힣A-Za-z0-9]{{2,12}}?{institution}{_END}",
            _of("institution"),
            reads={"한국환경공단이": Party("한국환경공단", "institution")},
            refuses=("공단이", "책임연구원은"),
        )
    ]


def _people() -> list[Rule[Party]]:
    lists = words("parties.toml")
    surname = "".join(name for name in lists["surnames"] if len(name) == 1)
    return [
        Rule(
            "<person> <title>",
            rf"{_START}[{surname}][가-힣]{{2}}(?= (?:{one_of(lists['titles'])})(?:{PARTICLE})?(?![가-힣]))",
            _of("person"),
            reads={"홍길동 씨가": Party("홍길동", "person"), "성춘향 대표는": Party("성춘향", "person")},
            refuses=("홍길동전 작가는",),
        )
    ]
