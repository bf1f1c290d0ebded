"""Whether two records state the same fact, wording aside: the rules by which figures are counted.

Golden records are written by people, who put `온천지구` where the release says `온천장지구 일원`; a figure that called
this an error would measure spelling. What a golden record leaves out it does not ask for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from extract.golden.kinds import Item
from extract.golden.pairing import likeness
from extract.lexicon import provinces

LONG_CATEGORY, LONG_EVENT = 40, 60  # letters; more is a sentence, and agrees with nothing

_PAYER = re.compile(r"국비|국고|정부|출연|지방비|도비|시비|군비|구비|민간|민자|자부담|자기부담|총\s?사업비|기금")


@lru_cache(maxsize=100_000)
def letters(words: object) -> str:
    """What is compared of a wording: letters and digits in one form, without spaces and marks."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(words or ""))).lower()


def near(one: object, other: object) -> float:
    """Likeness of two wordings; 1 where one is the larger part of the other."""
    a, b = sorted((letters(one), letters(other)), key=len)
    if a and a in b and len(a) >= 0.4 * len(b):
        return 1.0
    return likeness(a, b)


@cache
def _short_names() -> dict[str, str]:
    names = {}
    for province in provinces():
        for name in (province.short, *province.official, *province.also):
            names[name] = province.short
    return names


@cache
def _before_name() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(sorted(_short_names(), key=len, reverse=True))
    return re.compile(rf"(?:{names})\s+(?=\S\S)"), re.compile(rf"(?:{names})(?=[가-힣]{{1,4}}[시군구]$)")


@lru_cache(maxsize=100_000)
def _bare(name: object) -> str:
    """A party's name without its province."""
    words = unicodedata.normalize("NFKC", str(name or "")).strip()
    if letters(words) in _short_names():
        return _short_names()[letters(words)]
    for pattern in _before_name():
        found = pattern.match(words)
        words = words[found.end() :] if found else words
    return letters(words)


def _without_suffix(name: str) -> str:
    return name[:-1] if len(name) >= 3 and name[-1] in "시군구" else name


def _province(region: Item | None) -> str | None:
    return _short_names().get(letters((region or {}).get("sido")))


def same_party(golden: Item, new: Item) -> bool:
    """One party: the same code where both have one, else the same name in no other province."""
    of_golden, of_new = golden.get("region") or {}, new.get("region") or {}
    municipal = golden.get("kind") == "local_government"
    if of_golden.get("code") and of_new.get("code"):
        if str(of_golden["code"]) != str(of_new["code"]):
            return False
        if municipal:
            return True
    one, other = _province(of_golden), _province(of_new)
    if one and other and one != other:
        return False
    a, b = sorted((_bare(golden.get("name")), _bare(new.get("name"))), key=len)
    return bool(a) and (_without_suffix(a) == _without_suffix(b) or (not municipal and len(a) >= 3 and a in b))


def _same_year(golden: Item, new: Item) -> bool:
    return None in (golden.get("year"), new.get("year")) or golden["year"] == new["year"]


def _same_category(golden: object, new: object) -> bool:
    if new is not None and len(letters(new)) > LONG_CATEGORY:
        return False
    return golden is None or (new is not None and near(golden, new) >= 0.6)


def same_selectee(golden: Item, new: Item) -> bool:
    """One party chosen in one way; `selection_category` is the track of the decision."""
    wanted = golden.get("selection_category")
    given = [track for track in (new.get("selection_category"), new.get("category")) if track]
    tracks = any(_same_category(wanted, track) for track in given) if given else wanted is None
    return golden.get("status") == new.get("status") and tracks and same_party(golden, new)


def same_round(golden: Item, new: Item) -> bool:
    """One number of chosen."""
    program = golden.get("program")
    return (
        (golden.get("status"), golden.get("count")) == (new.get("status"), new.get("count"))
        and _same_category(golden.get("category"), new.get("category"))
        and _same_year(golden, new)
        and (not program or (bool(new.get("program")) and near(program, new["program"]) >= 0.4))
    )


def same_budget(golden: Item, new: Item) -> bool:
    """One amount for one recipient or category; who pays counts where the golden label tells of a payer."""
    for field in ("amount_min", "amount_max"):
        if golden.get(field) != new.get(field):
            return False
    if golden.get("currency", "KRW") != new.get("currency", "KRW") or not _same_year(golden, new):
        return False
    label = golden.get("label")
    if golden.get("source") != new.get("source") and (label is None or _PAYER.search(label)):
        return False
    if not golden.get("recipient"):
        return _same_category(golden.get("category"), new.get("category"))
    return bool(new.get("recipient")) and same_party(*(_recipient(one) for one in (golden, new)))


def _recipient(budget: Item) -> Item:
    return {"name": budget["recipient"], "region": budget.get("recipient_region")}


def same_schedule(golden: Item, new: Item) -> bool:
    """The same days of the same event, by its wording or its kind."""
    if (golden.get("start"), golden.get("end")) != (new.get("start"), new.get("end")):
        return False
    kind = golden.get("kind")
    return _same_event(golden.get("event"), new.get("event")) or (
        kind not in (None, "other") and kind == new.get("kind")
    )


def _same_event(golden: object, new: object) -> bool:
    short, long = sorted((letters(golden), letters(new)), key=len)
    if not short or len(letters(new)) > LONG_EVENT:
        return False
    ends = (
        len(short) >= 3 and len(long) <= LONG_CATEGORY and long.endswith(short)
    )  # the head of a noun phrase is its end
    return ends or near(golden, new) >= 0.4


def _selectees(release: Item) -> Iterator[Item]:
    for selection in release.get("selections") or []:
        of = {"status": selection.get("status"), "selection_category": selection.get("category")}
        for one in selection.get("selectees") or []:
            yield {**one, **of, "optional": one.get("optional", selection.get("optional", False))}


# The facts of a release, whether two are the same, and the list in which they stand.
FACTS: dict[str, tuple[Callable[[Item], list[Item]], Callable[[Item, Item], bool], str]] = {
    "selectee": (lambda release: list(_selectees(release)), same_selectee, "selections"),
    "round": (
        lambda release: [s for s in _in(release, "selections") if s.get("count") is not None],
        same_round,
        "selections",
    ),
    "budget": (lambda release: [b for b in _in(release, "budgets") if not b.get("derived")], same_budget, "budgets"),
    "schedule": (lambda release: list(_in(release, "schedules")), same_schedule, "schedules"),
}


def _in(release: Item, name: str) -> list[Item]:
    return release.get(name) or []


def wanted(name: str, golden: Item) -> int:
    """How many facts a golden record asks for: those that are not optional."""
    if name == "selectee":  # the most of all: counted without making an item of each
        return sum([_asked(selection) for selection in _in(golden, "selections")])
    return len([one for one in FACTS[name][0](golden) if not one.get("optional")])


def _asked(selection: Item) -> int:
    default = selection.get("optional", False)
    return len([one for one in selection.get("selectees") or () if not one.get("optional", default)])
