"""What kind of party a name is of, where the context says that it is a party's name."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import words
from extract.release import PartyKind
from extract.rules.alternation import one_of

_PARTS = re.compile(r"[-–·,]")
_NOTE = re.compile(r" ?\([^()]*\)$")


def kind_of(name: str) -> PartyKind | None:
    """The kind that a name gives away by its marks; None where it could be anyone's."""
    if _company().search(name):
        return "company"
    bare = _NOTE.sub("", name)
    first = _PARTS.split(bare, 1)[0].strip()
    if _university().fullmatch(bare) or (first != bare and _university().fullmatch(first)):
        return "university"
    if _ending("institutions").search(bare):
        return "institution"
    if _ending("sites").search(bare):
        return "site"
    return "company" if _ending("company_endings").search(bare) else None


def looks_like_person(name: str) -> bool:
    """Whether a bare name has the shape of a Korean person's: a surname and one or two syllables."""
    return bool(_bare_person().fullmatch(name))


@cache
def _company() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(form) for form in words("parties.toml")["company_forms"]))


@cache
def _university() -> re.Pattern[str]:
    short = one_of(f"{name}대" for name in words("parties.toml")["universities"])
    return re.compile(
        rf"(?:[가-힣A-Za-z ]{{2,14}}(?:대학교|대학|전문대|과학대|교대|여대)|{short})(?: [가-힣]{{2,4}}캠퍼스)?"
    )


@cache
def _bare_person() -> re.Pattern[str]:
    surnames = words("parties.toml")["surnames"]
    return re.compile(rf"(?:{'|'.join(surnames)})[가-힣]{{1,2}}")


@cache
def _ending(group: str) -> re.Pattern[str]:
    return re.compile(rf"[가-힣A-Za-z0-9)] ?(?:{one_of(words('parties.toml')[group])})$")
