"""Lists of parties: a span that is known, from its context, to name parties, split into them.

`경기 광명·안산시, 전남 보성·하동 등 4곳` lists four municipalities. A bracket after a name is its note
(`광명시(기후위기 대응형)`) unless it holds the list of a province (`강원(춘천, 원주)`). Commas separate more than
middle dots do: where both stand, the dots join one party (`A대·B대, C대`), except among municipalities. A stated
count decides where two splits are possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extract.release import PartyKind
from extract.rules.party_name import ListContext, Listed, read_name
from extract.rules.region import is_namesake, lookup, split_province

_BRACKETED = r"\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\]|‘[^’\n]*’|“[^”\n]*”|「[^」\n]*」"
_COMMA = r"(?<!\s)\s*[,、;\n\t]\s*|(?<!\s)\s+및\s+|(?<!\s)\s*[▲△▷▶]\s*|(?<!\s)\s+(?=\[[가-힣]{2,8}\])"
_WAYS = tuple(
    re.compile(rf"{_BRACKETED}|(?P<cut>{cuts})")
    for cuts in (rf"{_COMMA}|(?<!\s)\s*[·/]\s*|(?<=[가-힣)])[와과]\s+", rf"{_COMMA}|(?<=[가-힣)])[와과]\s+", _COMMA)
)
_UNIT = "(?:개\\s?)?(?:곳|개소|개사|개교|개|사|팀|명|인|건|대학|지자체|시·군|시군|시|군|구|기업|기관|과제|지구)+"
_COUNT = rf"(?:총\s?)?(?:\d[\d,]*|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?{_UNIT}"
_REST = re.compile(
    rf"(?<!\s)\s*+(?:(?:등|외)(?:의|에)?(?:\s*(?:모두\s?)?{_COUNT})?|(?<=\s){_COUNT})\s*(?:\([^()]*\))?\s*$"
)
_HEAD = re.compile(r"[\[(<]\s?([가-힣]{2,8})\s?[\])>]\s*|([가-힣]{2,8})\s?(?:\(\d+[가-힣]{0,2}\)\s?:?|:)\s*(?=\S)")
_WORD = re.compile(r"\S+")
_JOINED = re.compile(r"[·/]")


def find_party_list(text: str, start: int, end: int, context: ListContext | None = None) -> list[Listed]:
    """The parties that a span lists, in order; the span is taken at its word to list nothing else."""
    context = context or ListContext()
    if rest := _REST.search(text, start, end):
        end = rest.start()
    ways = [_read(text, start, end, cuts, context) for cuts in _WAYS]
    best = next((way for way in ways if len(way) == context.count), None)
    return _with_kinds(best or _preferred(text, ways), context.kind)


def _preferred(text: str, ways: list[list[Listed]]) -> list[Listed]:
    """Every separator splits where all that comes out is known, or where no commas stand beside the dots."""
    every, _, commas = ways
    if all(listed.party.kind != "other" for listed in every) and not _joint(text, commas):
        return every
    joined = any(_JOINED.search(text, listed.start, listed.end) for listed in commas)
    return commas if joined and len(commas) > 1 else every


def _joint(text: str, listed: list[Listed]) -> bool:
    """Whether commas separate parties of which some are joined by dots, and none is a municipality."""
    joined = [one for one in listed if _JOINED.search(text, one.start, one.end)]
    return len(listed) > 1 and bool(joined) and all(one.party.kind == "university" for one in joined)


def _read(text: str, start: int, end: int, cuts: re.Pattern[str], context: ListContext) -> list[Listed]:
    found: list[Listed] = []
    for piece in _pieces(text, start, end, cuts):
        for at, until, province in _words(text, *piece, context):
            context = _in(province, context)
            found += read_name(text, at, until, context)
        if found and found[-1].province:
            context = _in(found[-1].province, context)
    return found


def _in(province: str | None, context: ListContext) -> ListContext:
    return context if province == context.province else replace(context, province=province)


def _pieces(text: str, start: int, end: int, cuts: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for hit in cuts.finditer(text, start, end):
        if hit.group("cut"):
            yield start, hit.start()
            start = hit.end()
    yield start, end


def _words(text: str, start: int, end: int, context: ListContext) -> Iterator[tuple[int, int, str | None]]:
    """The names in a piece, each with the province that it stands under: `[경기] 광명시`, `영월군 단양군`."""
    province = context.province
    if (head := _HEAD.match(text, start, end)) and split_province(head.group(1) or head.group(2))[1] == "":
        province, start = head.group(1) or head.group(2), head.end()
    words = [(hit.start(), hit.end()) for hit in _WORD.finditer(text[start:end])]
    names = [text[start + a : start + b] for a, b in words]
    first = 1 if names and split_province(names[0])[1] == "" else 0
    apart = len(names) - first > 1 and all(_is_town(name, context.on) for name in names[first:])
    if not apart or lookup(" ".join(names), on=context.on):
        yield start, end, province
        return
    province = names[0] if first else province
    yield from ((start + a, start + b, province) for a, b in words[first:])


def _is_town(name: str, on: date | None) -> bool:
    return name[-1] in "시군구" and (lookup(name, on=on) is not None or is_namesake(name))


def _with_kinds(found: list[Listed], kind: PartyKind | None) -> list[Listed]:
    """Unmarked names take the kind of the context, else that of the marked ones around them."""
    unmarked = [one for one in found if one.party.kind == "other"]
    if not unmarked:
        return found
    marked = [one.party.kind for one in found if one.party.kind in ("company", "person", "site")]
    guess = kind or (marked[0] if marked else "person" if all(one.person for one in unmarked) else "other")
    return [replace(one, party=replace(one.party, kind=guess)) if one in unmarked else one for one in found]
