"""Municipalities and provinces by their names: official names and codes as in force on a day."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache

from extract.lexicon import Place, places, provinces
from extract.release import Region

# 경기 광주시 has no 구.
_GWANGJU = re.compile(r"광주시 ?((?:동|서|남|북|광산)구)")
_SUFFIX = re.compile(r"(?:시|군|구)$")


@lru_cache(maxsize=8192)
def lookup(name: str, sido: str | None = None, on: date | None = None) -> Region | None:
    """The one region of that name, or None where no list knows it or several share it.

    `name` is a province or municipality in full or short (`충남 천안`, `천안시`, `광명`, `수원시 장안구`, `서울`),
    `sido` the province that it is known to lie in. Names and codes are those in force `on` a day; without a day, those
    of the latest version, unless the province is written by a name that only an older version bears.
    """
    province, rest = split_province(name)
    if province and not rest:
        return _province(province, on)
    within = province or (split_province(sido)[0] if sido else None)
    rows = _by_name().get(_key(rest), ())
    if within:
        rows = tuple(row for row in rows if row.sido in _official(within))
    rows = _current(rows, within, on)
    if rest == "광주시" and not within and (metropolis := _province("광주", on)) and metropolis.sido == "광주광역시":
        return metropolis  # 경기 광주시 is written with its province
    found = {(row.sido, row.name): row for row in _municipal_first(rows)}
    return _region(next(iter(found.values()))) if len(found) == 1 else None


def is_known(name: str) -> bool:
    """Whether any version of the code list has a municipality of this full name."""
    return _key(name) in _by_name()


def is_namesake(name: str) -> bool:
    """Whether several provinces have a municipality of this full name: `동구`, `고성군`."""
    rows = _by_name().get(_key(name), ())
    return name[-1:] in "시군구" and len({short_province(row.sido) for row in rows}) > 1


@lru_cache(maxsize=8192)
def split_province(name: str) -> tuple[str | None, str]:
    """The province as written at the head of a name, and the rest: `충남 천안시` -> (`충남`, `천안시`)."""
    if name in _municipal_names():
        return None, name
    if of_gwangju := _GWANGJU.fullmatch(name):
        return "광주", of_gwangju[1]
    for written in _written_provinces():
        if name.startswith(written):
            rest = name[len(written) :].strip()
            if not rest or name[len(written)] == " " or _key(rest) in _by_name():
                return written, rest
    return None, name


def reference_day(text: str, published: date | None) -> date | None:
    """The day whose names count: that of publication, else the last on which the provinces were named as written."""
    if published:
        return published
    days = [
        row.until - timedelta(days=1)
        for row in places()
        if not row.name and row.until < date.max and _names_outlived(text, row.sido)
    ]
    return min(days, default=None)


@lru_cache(maxsize=4096)
def short_province(written: str) -> str | None:
    """The usual short form of a province in whatever way it is written."""
    for province in provinces():
        if written in (province.short, *province.official, *province.also):
            return province.short
    return None


def province_names() -> tuple[str, ...]:
    """Every way to write a province, longest first."""
    return _written_provinces()


def municipality_names() -> tuple[str, ...]:
    """Every full name of a municipality, longest first: `수원시 장안구` also as `장안구`."""
    names = {part for row in places() if row.name for part in (row.name, row.name.split()[-1])}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _names_outlived(text: str, sido: str) -> bool:
    """Whether the text writes a province by a name that it no longer bears, and nowhere by its later name."""
    family = next(province for province in provinces() if province.official[0] == sido)
    later = family.official[1:]
    if any(name in text for name in later):
        return False
    renamed = any(short_province(name) != family.short for name in later)
    return sido in text or (renamed and family.short in text)


def _province(written: str, on: date | None) -> Region | None:
    names = _official(written)
    rows = _current([row for row in places() if not row.name and row.sido in names], written, on)
    return _region(rows[-1]) if rows else None


def _current(rows: Iterable[Place], written: str | None, on: date | None) -> tuple[Place, ...]:
    """The rows in force; where none is, the latest of each name."""
    rows = tuple(rows)
    if on is None:
        named = tuple(row for row in rows if row.sido == written)
        rows = named or rows
        on = max((row.until for row in rows), default=date.max) - timedelta(days=1)
    current = tuple(row for row in rows if row.in_force(on))
    if current or not rows:
        return current
    latest = max(row.until for row in rows)
    return tuple(row for row in rows if row.until == latest)


def _municipal_first(rows: tuple[Place, ...]) -> tuple[Place, ...]:
    """A 구 of a city without its city's name is meant only where no other place bears the name."""
    whole = tuple(row for row in rows if " " not in row.name)
    return whole or rows


def _region(row: Place) -> Region:
    sigungu = row.name if row.name and row.code[:2] != "36" else None
    return Region(sido=row.sido, sigungu=sigungu, code=row.code)


def _official(written: str) -> tuple[str, ...]:
    short = short_province(written)
    return next((province.official for province in provinces() if province.short == short), ())


@cache
def _written_provinces() -> tuple[str, ...]:
    names = [name for province in provinces() for name in (province.short, *province.official, *province.also)]
    return tuple(sorted(set(names), key=lambda name: (-len(name), name)))


@cache
def _municipal_names() -> frozenset[str]:
    return frozenset(row.name for row in places() if row.name)


@cache
def _by_name() -> Mapping[str, tuple[Place, ...]]:
    """Rows by what they may be called, without spaces: full, last word, and both without 시, 군, 구."""
    index: dict[str, list[Place]] = defaultdict(list)
    for row in places():
        if row.name:
            last = row.name.split()[-1]
            forms = {row.name, last, *(_SUFFIX.sub("", form) for form in (row.name, last) if len(last) > 2)}
            for form in sorted(forms):
                index[form.replace(" ", "")].append(row)
    return {name: tuple(rows) for name, rows in index.items()}


def _key(name: str) -> str:
    return name.replace(" ", "").replace("특례시", "시")
