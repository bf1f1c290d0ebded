"""Names of programmes: in quotes or brackets, or runs of nouns that end in a head noun (`…사업`, `…공모전`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import words
from extract.rule import Kind, Mention
from extract.rules.alternation import one_of
from extract.rules.noun_phrase import noun_phrase
from extract.rules.particle import PARTICLE
from extract.seek import seek
from extract.values import Programme

PROGRAMME: Kind[Programme] = Kind("programme")

_QUOTED = re.compile(
    r"(?:「([^「」\n]{2,60})」|『([^『』\n]{2,60})』|‘([^‘’\n]{2,60})[’‘]|“([^“”\n]{2,60})[”“]|(?<!\w)'([^'\n]{2,60})'"
    r"|\"([^\"\n]{2,60})\"|<([^<>\n]{2,60})>|《([^《》\n]{2,60})》|〈([^〈〉\n]{2,60})〉|(?<!\w)’(?!\d\d)([^‘’\n]{2,60})[‘’])"
)
_MARKS = re.compile("[「『‘“'\"<《〈’]")
_YEAR = re.compile(
    r"\s*(?:(?P<long>20\d\d)(?:\s?년도?|(?=\s))|['’‘]?(?P<short>\d\d)\s?년도?)(?:[,·~]\S*)?\s*|\s*제\s?\d+회\s*|[상하]반기\s*"
)
_YEAR_BEFORE = re.compile(
    r"(?:(?<!\d)(?P<long>20\d\d)(?:\s?년도?)?|['’‘](?P<short>\d\d)\s?년도?)\s?(?:제?\d[차기]\s|[상하]반기\s|제\d회\s)?"
    r"[「『‘“'\"<]?$"
)
_NTH = re.compile(r"제\s?\d+회\s")
_OUTSIDE = re.compile(
    rf" ?(?:지원 ?)?(?:사업|공모전|프로젝트|경진대회|프로그램|펀드)(?=(?:{PARTICLE})?(?![가-힣A-Za-z0-9]))"
)
# What a slide without spaces runs on after a name: `도시재생사업신규선정결과`.
_RUN_ON = (
    "(?:신규|추가|최종)?(?:선정|공모|지정|모집|추진)(?:결과|계획|안내|공고)?"
    "|설명회|(?:추진|공모)?(?:개요|계획|안내|결과)"
)
# `‘이달의 등대’로 선정`: what is conferred names the programme, whatever its last word.
_CONFERRED = re.compile(
    r"[’”'\"」』>》〉]? ?(?:으로|로|에) ?(?:최종 |신규 |새로 |추가 |공식 )?(?:선정|지정|선발|뽑|인증|등재|위촉)"
)
# `‘소통 분야’에 선정`: a division of a programme, no programme.
_TRACK = re.compile(r"(?:분야|부문|유형|트랙)$|^(?:최?우수|장려|특별|금|은|동|대)상$")
_TRAIL = re.compile(r"\s*(?:\s\d+(?:개|곳|명|건|팀)(?:사|소)?|\((?:안|가칭)\)|\('?\d\d.*\))+$")


def find_programmes(text: str) -> Iterator[Mention[Programme]]:
    """Names of programmes in order, none overlapping: of a quoted name and a run of nouns the quoted one."""
    taken = 0
    quoted = [*_quoted(text), None]
    at = 0
    for hit in _head().finditer(text):
        while (ahead := quoted[at]) and ahead.start <= hit.end():
            yield ahead
            taken, at = ahead.end, at + 1
        if hit.start() >= taken and (mention := _run(text, taken, hit.end())):
            yield mention
            taken = mention.end
    yield from (mention for mention in quoted[at:] if mention)


def split_year(name: str) -> tuple[int | None, str]:
    """The year before a name, and the name: `2024년 도시재생사업` -> 2024, `도시재생사업`."""
    year = None
    while hit := _YEAR.match(name):
        year = year or _year(hit)
        name = name[hit.end() :]
    return year, name.strip()


def year_before(text: str, at: int) -> int | None:
    """The year that stands right before a name, outside its quotation marks."""
    return _year(_YEAR_BEFORE.search(text, max(0, at - 16), at))


def _year(hit: re.Match[str] | None) -> int | None:
    if hit is None or not (hit["long"] or hit["short"]):
        return None
    return int(hit["long"] or f"20{hit['short']}")


def quoted_terms(text: str) -> Iterator[tuple[int, int]]:
    """The spans of what stands in quotation marks or angle brackets on one line, the marks left out."""
    for hit in seek(_MARKS, _QUOTED, text, 0, len(text)):
        yield hit.span(hit.lastindex or 0)


def named_in_lead(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The spans before `end` of nouns that end in a head noun which other phrases have as well."""
    for hit in _lead_head().finditer(text, 0, end):
        first = noun_phrase(text, 0, hit.end())
        if first < hit.start():
            yield first, hit.end()


def _quoted(text: str) -> Iterator[Mention[Programme]]:
    for start, end in quoted_terms(text):
        inside = _TRAIL.sub("", text[start:end])
        year, name = split_year(inside)
        if outside := _OUTSIDE.match(text, end + 1):
            name += outside.group() if len(name) <= 30 and not _any_head().search(name) else ""
        conferred = 3 <= len(name) <= 25 and not _TRACK.search(name) and bool(_CONFERRED.match(text, end))
        if conferred or _is_name(name):
            first = start + inside.find(name[:2])
            rule = "quoted" if conferred or _head_end().search(name) else "quoted weak"
            yield Mention(PROGRAMME, Programme(name, year or year_before(text, first)), first, end, rule)


def _is_name(name: str) -> bool:
    """Whether words in quotation marks name a programme: they end in a head noun and say more than it."""
    hit = _any_head().search(name)
    return bool(hit) and 3 <= len(name) <= 45 and not is_generic(name[: hit.start()] if hit else name)


def _run(text: str, start: int, end: int) -> Mention[Programme] | None:
    """The run of nouns that ends at a head noun."""
    first = noun_phrase(text, start, end)
    if nth := _NTH.search(text, first, end):
        first = nth.start()
    year, name = split_year(text[first:end])
    first = end - len(name)
    head = _head_end().search(name)
    if not head or (is_generic(name[: head.start()]) and not is_name_alone(name)):
        return None
    return Mention(PROGRAMME, Programme(name, year or year_before(text, first)), first, end, "nouns")


def is_named(name: str) -> bool:
    """Whether a name ends in a head noun that only programmes have."""
    return bool(_head_end().search(name))


def is_name_alone(name: str) -> bool:
    """Whether a name is a head noun that needs no other word: `규제샌드박스`."""
    return name in words("programmes.toml")["names"]


def is_head(name: str) -> bool:
    """Whether a name is a head noun and nothing more."""
    lists = words("programmes.toml")
    return name in lists["heads"] or name in lists["weak_heads"]


def is_generic(words_before: str) -> bool:
    """Whether a head noun with these words before it names nothing: `이번 지원`사업."""
    return all(word in _generic() or word.isdigit() for word in words_before.replace("·", " ").split())


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"{one_of(words('programmes.toml')['heads'])}(?=(?:{PARTICLE}|{_RUN_ON})?(?![가-힣A-Za-z0-9]))")


@cache
def _lead_head() -> re.Pattern[str]:
    return re.compile(rf"{one_of(words('programmes.toml')['lead_heads'])}(?=(?:{PARTICLE})?(?![가-힣A-Za-z0-9]))")


@cache
def _head_end() -> re.Pattern[str]:
    return re.compile(rf"{one_of(words('programmes.toml')['heads'])}(?:\s?\([^()]*\))?$")


@cache
def _any_head() -> re.Pattern[str]:
    lists = words("programmes.toml")
    return re.compile(rf"{one_of([*lists['heads'], *lists['weak_heads']])}(?:\s?\([^()]*\))?$")


@cache
def _generic() -> frozenset[str]:
    lists = words("programmes.toml")
    return frozenset([*lists["generic"], *lists["openers"]])
