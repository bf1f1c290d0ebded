"""Names of programmes: in quotes or brackets, or runs of nouns that end in a head noun (`…사업`, `…공모전`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import words
from extract.rule import Kind, Mention
from extract.rules.alternation import one_of
from extract.rules.particle import PARTICLE
from extract.values import Programme

PROGRAMME: Kind[Programme] = Kind("programme")

_QUOTED = re.compile(
    r"「([^「」\n]{2,60})」|『([^『』\n]{2,60})』|‘([^‘’\n]{2,60})’|“([^“”\n]{2,60})”|'([^'\n]{2,60})'|\"([^\"\n]{2,60})\""
    r"|<([^<>\n]{2,60})>|《([^《》\n]{2,60})》|〈([^〈〉\n]{2,60})〉"
)
_YEAR = re.compile(
    r"\s*(?:'?(?P<long>20\d\d)\s?(?:년도?)?(?![\d.])|['’‘](?P<short>\d\d)\s?(?:년도?|(?=\s)))\s*(?:도\s)?"
)
_BREAK = re.compile(r"[\n\t,.:;?!\"“”‘’「」『』<>()\[\]…|※□○ㅇ◦▲*=~]|(?<![A-Za-z])'|(?<!\d)-|  ")
_REACH = 60
_MOST_WORDS = 7


def find_programmes(text: str) -> Iterator[Mention[Programme]]:
    """Names of programmes in order, none overlapping: quoted names first, then runs of nouns."""
    taken = 0
    quoted = list(_quoted(text))
    spans = iter([*quoted, None])
    ahead = next(spans)
    for hit in _head().finditer(text):
        while ahead and ahead.start <= hit.end():
            yield ahead
            taken, ahead = ahead.end, next(spans)
        if hit.start() >= taken and (mention := _run(text, taken, hit.end())):
            yield mention
            taken = mention.end
    if ahead:
        yield ahead
    yield from (mention for mention in spans if mention)


def split_year(name: str) -> tuple[int | None, str]:
    """The year before a name, and the name: `2024년 도시재생사업` -> 2024, `도시재생사업`."""
    hit = _YEAR.match(name)
    if not hit:
        return None, name.strip()
    year = int(hit.group("long") or f"20{hit.group('short')}")
    return year, name[hit.end() :].strip()


def _quoted(text: str) -> Iterator[Mention[Programme]]:
    for hit in _QUOTED.finditer(text):
        group = hit.lastindex or 0
        year, name = split_year(hit.group(group))
        if year is None:
            year = _year_before(text, hit.start())
        if is_programme(name):
            yield Mention(PROGRAMME, Programme(name, year), hit.start(group), hit.end(group), "quoted")


def is_programme(name: str) -> bool:
    """Whether words in quotation marks name a programme: they end in a head noun and say more than it."""
    hit = _ends_in_head().search(name)
    return bool(hit) and len(name) <= 45 and not _is_generic(name)


def _run(text: str, start: int, end: int) -> Mention[Programme] | None:
    """The run of nouns that ends at a head noun."""
    start = max(start, end - _REACH)
    for cut in _BREAK.finditer(text, start, end):
        start = cut.end()
    first = at = end
    for _ in range(_MOST_WORDS):
        space = text.rfind(" ", start, at)
        word = text[space + 1 if space >= 0 else start : at]
        if not word or (at < end and not _fits(word)):
            break
        first = at - len(word)
        if space < 0:
            break
        at = space
    while (head := text[first:end].partition(" "))[0] in _openers() and head[2]:
        first += len(head[0]) + 1
    year, name = split_year(text[first:end])
    first = end - len(name)
    if year is None:
        year = _year_before(text, first)
    if not name or _is_generic(name):
        return None
    return Mention(PROGRAMME, Programme(name, year), first, end, "nouns")


def _fits(word: str) -> bool:
    """Whether a word can stand inside a name: no particle, no verb."""
    if word in _nouns() or word == "및" or any(word.endswith(noun) for noun in _nouns() if len(noun) > 1):
        return True
    return not _NO_NOUN.search(word)


_NO_NOUN = re.compile(
    rf"{PARTICLE}$|(?:[하되있없]|이)(?:는|여|고|며|면서)$|[한된될할]$|위해$|위한$|통해$|따라$|대해$|관해$|[했됐었]$|다$|[년월일]$"
    r"|^(?:또한|그리고|특히|한편|아울러|이어|먼저|우선|최대|최소|약|등)$|[①-⑳]"
)


def _is_generic(name: str) -> bool:
    rest = _ends_in_head().sub("", name).split()
    return all(word in _openers() for word in rest)


def _year_before(text: str, at: int) -> int | None:
    hit = _YEAR_BEFORE.search(text, max(0, at - 12), at)
    if not hit:
        return None
    return int(hit.group("long") or f"20{hit.group('short')}")


_YEAR_BEFORE = re.compile(
    r"(?:(?P<long>20\d\d)\s?년도?|['’‘](?P<short>\d\d)\s?년도?)\s?(?:제?\d차\s|[상하]반기\s)?[「『‘“'\"<]?$"
)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"{one_of(words('programmes.toml')['heads'])}(?=(?:{PARTICLE})?(?![가-힣A-Za-z0-9]))")


@cache
def _ends_in_head() -> re.Pattern[str]:
    return re.compile(rf"{one_of(words('programmes.toml')['heads'])}(?:\s?\([^()]*\))?$")


@cache
def _openers() -> frozenset[str]:
    return frozenset(words("programmes.toml")["generic"])


@cache
def _nouns() -> frozenset[str]:
    return frozenset(words("programmes.toml")["not_particles"])
