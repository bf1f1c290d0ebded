"""The chosen parties that stand around a count or before a verb, as choices with kind and region."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.reading import Reading
from extract.records.selections.chosen import SIDO, choices_of, kind_in, spread
from extract.records.selections.claim import Choice
from extract.records.selections.counts import Places
from extract.records.selections.names import (
    Named,
    is_party,
    named,
    person_in,
    plausible,
    quoted_in,
    split_names,
)
from extract.records.selections.stretch import last_person
from extract.records.selections.tracks import is_region
from extract.rules.party_list import find_party_list
from extract.rules.party_name import ListContext, Listed, read_name

_TEAM = re.compile(r"(?:팀|회|단|과|반|조합|농장|단지|법인|마을)$")
_ETC = re.compile(
    r"\s*등\s*(?:의\s)?(?:전국\s)?(?:[가-힣·]{1,9}(?<![은는이가을를에의로서과와고며중])\s){0,2}(?:총|모두|전체|최종)?\s*(?:전국\s)?$"
)
_LEAD = re.compile(
    r".*(?:[가-힣)’'”」‘](?:(?<![맑좋젊작높깊밝넓많같낮짧검붉굵늙옳굳곧받얻])은|는|으로|로|에서도?|에도?|결과|통해|중인?|따라|올해|이번)[,\s]\s*|[:：]\s*|\d일(?:\([^()]\))?\s)(?=\S)"
)
_STANDS = re.compile(
    r"\s?등?\s?(?:총\s)?(?:(?P<count>\d+)\s?(?:곳|개소|개사|개교|명|팀|건|개\s?[가-힣]{0,3}))?(?:각\s)?(?:\d곳씩)?"
    r"(?:이다|입니다|이며|(?<=[시군구도대곳소사교명팀건])다\.|등이\s있다|으로,?\s|(?<=[시군구사곳])로,?\s|[이가]?\s(?:최종\s)?(?:선정|지정|뽑|이름))"
)
_DOTTED = re.compile(r"[가-힣A-Za-z0-9]{2,12}(?=[·‧∙・ㆍ]|$)")
_TOPIC = re.compile(r"[’‘'”\"」』][은는]\s*$")
_QUOTED_LEAD = re.compile(r"\s*[‘'“\"「『｢][^‘’'“”\"「」『』｢｣]{2,60}[’'”\"」』｣](?:에서|에)(?:는|도)?\s(?=[^,]{2})")
_UNCOUNTED = 99
_MARKED = re.compile(r"\s?[▲△▴ㅿ]")
_ADNOMINAL = re.compile(r".*[가-힣](?:한|된|인|킨|친|낸|던|온)\s(?=\S)")
_BODY = re.compile(r"(?:아파트|단지|마을|병원|센터|연구원|연구소|공사|공단|재단|학교|도서관|박물관|조합|컨소시엄)$")


def before(
    reading: Reading, start: int, end: int, places: Places | None, first: int | None = None
) -> tuple[Choice, ...]:
    """The parties enumerated right before `end`; without a count only those that show what they are.

    Names in quotation marks that have words of their own before them may stand as far back as `first`.
    """
    first = start if first is None else first
    text = reading.text
    etc = _ETC.search(text, start, end)
    stop = etc.start() if etc else end
    items = _run(reading, start, stop)
    if not items and places is None:
        return ()
    if not items and etc and places and (item := last_person(text, start, stop)):
        return choices_of(reading, [item], places.unit)
    if places is None:
        sure = all(_strong(reading, item) or _known(reading, item) for item in items)
        return choices_of(reading, _apart(reading, items, _UNCOUNTED), "") if sure else ()
    items = _apart(reading, items, places.value)
    fits = len(items) == places.value and len(items) > 1
    listed = etc is not None and len(items) <= places.value
    strong = all(_strong(reading, i) for i in items)
    if not fits and len(quoted := list(quoted_in(text, first, stop))) == places.value > 1:
        return choices_of(reading, quoted, places.unit)
    if fits or (strong and len(items) == places.value) or (listed and (strong or len(items) > 1)):
        return choices_of(reading, items, places.unit)
    return ()


def _apart(reading: Reading, items: list[Named], count: int) -> list[Named]:
    """Municipalities that middle dots join, taken apart where the count asks for more parties."""
    if len(items) >= count:
        return items
    found: list[Named] = []
    for item in items:
        parts = find_party_list(reading.text, item.start, item.start + len(item.name), ListContext(reading.names_day))
        places = len(parts) > 1 and all(part.party.kind == "local_government" for part in parts)
        found += [Named(reading.text[a:b], a, b, item.aside) for a, b in _spans(reading, parts)] if places else [item]
    if len(found) < count != _UNCOUNTED:
        found = _undotted(reading, items, count) or found
    return found if len(found) <= count else items


def _undotted(reading: Reading, items: Sequence[Named], count: int) -> list[Named]:
    """Single words that middle dots join, where just as many as were counted come of it."""
    found: list[Named] = []
    for item in items:
        end = item.start + len(item.name)
        words = [(hit.start(), hit.end()) for hit in _DOTTED.finditer(reading.text, item.start, end)]
        if len(words) > 2 and words[-1][1] == end:
            found += [one for a, b in words if (one := named(reading.text, a, b))]
        else:
            found.append(item)
    return found if len(found) == count and all(map(plausible, found)) else []


def _spans(reading: Reading, parts: Sequence[Listed]) -> list[tuple[int, int]]:
    """Spans of listed municipalities, each with the province that is written right before it."""
    spans = []
    for part in parts:
        lead = re.search(rf"{SIDO}\s?$", reading.text[max(0, part.start - 8) : part.start])
        spans.append((part.start - (len(lead.group()) if lead else 0), part.end))
    return spans


def after(reading: Reading, start: int, end: int, places: Places | None) -> tuple[Choice, ...]:
    """The parties of `선정된 8곳은 A, B, C이다`; without a count all of them must be parties by their looks."""
    text = reading.text
    stop = _STANDS.search(text, start, end)
    if not stop:
        return _bulleted(reading, start, end, places) if places else ()
    items = [n for a, b in split_names(text, start, stop.start()) if (n := named(text, a, b))]
    if not items or not all(plausible(n) or spread(n) for n in items):
        return ()
    items = _apart(reading, items, places.value if places else _UNCOUNTED)
    choices = choices_of(reading, items, places.unit if places else "")
    if places:
        return choices if len(choices) <= places.value else ()
    counted = stop["count"] is not None and int(stop["count"]) == len(choices)
    return choices if counted or all(_strong(reading, n) or _known(reading, n) for n in items) else ()


def _bulleted(reading: Reading, start: int, end: int, places: Places) -> tuple[Choice, ...]:
    """The parties of `수상자 20명은 △가나소방서 홍길동 △…`: just as many as were counted, a mark before each."""
    if places.value < 3 or not _MARKED.match(reading.text, start, end):
        return ()
    items = [n for a, b in split_names(reading.text, start, end) if (n := named(reading.text, a, b))]
    return choices_of(reading, items, places.unit) if len(items) == places.value and all(map(plausible, items)) else ()


def in_bracket(reading: Reading, places: Places, end: int) -> tuple[Choice, ...]:
    """The parties of `기업 2곳(㈜가, ㈜나)`."""
    text = reading.text
    hit = re.compile(r"[가-힣*\s]{0,12}\((?P<inside>(?:[^()]|\([^()]{0,30}\)){2,600})\)").match(text, places.end, end)
    if not hit:
        return ()
    items = [n for a, b in split_names(text, hit.start("inside"), hit.end("inside")) if (n := named(text, a, b))]
    if all(plausible(n) and not re.search(r"\d\s?(?:곳|개|건|명|점|편|팀|억|만|%|월|년)", n.name) for n in items) and (
        len(items) == places.value or (all(_strong(reading, n) for n in items) and len(items) <= places.value)
    ):
        return choices_of(reading, items, places.unit)
    return ()


def _run(reading: Reading, start: int, end: int) -> list[Named]:
    """The longest run of plausible names that ends at `end`."""
    items: list[Named] = []
    for a, b in reversed(split_names(reading.text, start, end)):
        item, led = _item(reading, a, b)
        topic = bool(_TOPIC.search(reading.text, a, b))
        if topic or item is None or not _brief(item):
            break
        items.append(item)
        if led or item.led:
            break
    return items[::-1]


def _brief(item: Named) -> bool:
    """Whether an item is a name, or several that middle dots join."""
    parts = item.name.split("·")
    return (plausible(item) and len(item.name) <= 30) or (len(parts) > 2 and all(len(part) <= 12 for part in parts))


def _item(reading: Reading, start: int, end: int) -> tuple[Named | None, bool]:
    """The name of an item, and whether words of the sentence had to be cut off before it (`심사 결과 수원시`)."""
    item = named(reading.text, start, end)
    lead = None if _quoted(reading.text, start, end) else _LEAD.match(reading.text, start, end)
    if lead is None:
        return item, False
    rest = named(reading.text, lead.end(), end)
    if rest and is_region(re.sub(r"(?:은|는|에서는?)[,\s]*$", "", lead.group().strip(" ·,▲△○ㅇ-"))):
        return rest, False
    if rest and (item is None or not plausible(item) or _strong(reading, rest)):
        return rest, True
    return item, False


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether an item opens with a quotation mark and is not led by what is quoted (`‘가나 사업’에서도 다라시`)."""
    return text[start:end].strip()[:1] in "‘’'“\"「『｢" and not _QUOTED_LEAD.match(text, start, end)


def _strong(reading: Reading, item: Named) -> bool:
    return (
        is_party(item.name)
        or kind_in(reading, item) == "local_government"
        or reading.text[item.start - 1 : item.start] in ("‘", "’", "'", "“", "「", "『", "｢")
    )


def parties_of(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    """The parties that a stretch names and nothing else: an enumeration, a person with office, a quoted name."""
    items = [item for a, b in split_names(reading.text, start, end) if (item := _party(reading, a, b))]
    return choices_of(reading, items, "")


def _party(reading: Reading, start: int, end: int) -> Named | None:
    item = named(reading.text, start, end)
    if item is None or not plausible(item):
        last = reading.text[start:end].split()[-1:] or [""]
        if is_party(last[0]) and len(last[0]) > 2:
            at = reading.text.rfind(last[0], start, end)
            return Named(last[0], at, at + len(last[0]), led=True)
    if item is None:
        return None
    if person := person_in(item.name):
        at = item.start + item.name.rfind(person)
        return Named(person, at, at + len(person), item.aside, item.work)
    if plausible(item) and (item.work or _strong(reading, item) or _looks(reading, item)):
        return item
    return None


def told_of(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    """The one body or place by its ending that ends a stretch, whatever is told of it: `… 모범이 된 가나 아파트`."""
    told = _ADNOMINAL.match(reading.text, start, end)
    item = named(reading.text, told.end(), end) if told else None
    if item is None or not plausible(item) or not 2 <= len(item.name.split()) <= 4 or not _BODY.search(item.name):
        return ()
    return choices_of(reading, [item], "")


def sure(reading: Reading, items: Sequence[Named]) -> bool:
    """Whether most names of a list are parties by their own looks."""
    known = sum(is_party(item.name) or kind_in(reading, item) not in ("other", "project", "site") for item in items)
    return known >= 0.6 * len(items)


def _known(reading: Reading, item: Named) -> bool:
    """Whether a bare name is a body by its ending or a person by office: enough where nothing else says a list."""
    if len(item.name.split()) > 4:
        return False
    kind = kind_in(reading, item)
    firm = kind == "company" and (" " not in item.name or is_party(item.name))
    return person_in(item.name) is not None or firm or kind in ("university", "institution")


def _looks(reading: Reading, item: Named) -> bool:
    """Whether a bare name has the shape of a party: a body by its ending, a person by surname."""
    found = read_name(reading.text, item.start, item.start + len(item.name), ListContext(reading.names_day))
    if len(found) != 1 or len(item.name.split()) > 4:
        return False
    return found[0].party.kind not in ("other", "project") or found[0].person or bool(_TEAM.search(item.name))
