"""Whom to ask: the table or lines of people in charge at the end or the top of a release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.lexicon import words
from extract.release import Contact
from extract.seek import seek
from parsers.document import Document

_ANCHOR = re.compile(
    r"(?:^|(?<=[\t\n*( ]))"
    r"(?:담\s?당\s?(?:부\s?서|과(?=[\s:])|자(?=[\s:]))|문\s?의\s?(?:처)?\s?:|연\s?락\s?처\s?:|자료\s?문의)"
    r"|취재를 원하시면"
)
# Where one can begin.
_AT = re.compile(r"담(?=\s?당)|문(?=\s?의)|연(?=\s?락)|자(?=료)|취(?=재를)")
_STOP = re.compile(r"\n\s?(?:□|○|■|<|참고|붙임|\[|- |보도시점)|\n\n(?=[^\n\t]{30})")
_ZONE = 900
_MOST = 30
_POSITIONS = sorted(words("positions.toml")["positions"], key=len, reverse=True)
_DEPARTMENTS = tuple(words("positions.toml")["departments"])
_TOKEN = re.compile(
    r"(?P<phone>\(?0\d{1,2}\)?[-.\s)]{1,2}\d{3,4}[-.]\d{4}(?:\s?[,~·/]\s?\d{3,4}(?![-\d]))*)"
    r"|(?P<role>담\s?당\s?부\s?서|담\s?당\s?자|담\s?당\s?과(?![가-힣])|책\s?임\s?자|총\s?괄|문\s?의\s?처?|연\s?락\s?처|공\s?동)(?![가-힣])"
    r"|(?P<position>" + "|".join(r"\s{0,3}".join(name) for name in _POSITIONS) + r")(?![가-힣])"
    r"|(?P<word>[가-힣A-Za-z\d·‧]+)"
)
_NAME = re.compile(r"[가-힣]{2,4}$")
_SURNAMES = frozenset(words("positions.toml")["surnames"])
_AREA = re.compile(r"\(?(0\d{1,2})\)?[-.\s)]{1,2}(\d{3,4})[-.](\d{4})")


def find_contacts(document: Document) -> tuple[Contact, ...]:
    """The people in charge, in reading order, each with department, title and number as far as they are given."""
    found: list[Contact] = []
    end = 0
    for anchor in seek(_AT, _ANCHOR, document.text, 0, len(document.text)):
        if anchor.start() < end:
            continue
        zone = document.text[anchor.start() : anchor.start() + _ZONE]
        stop = _STOP.search(zone)
        zone = zone[: stop.start()] if stop else zone
        end = anchor.start() + len(zone)
        found += [contact for contact in _read(zone) if contact not in found]
        if len(found) > _MOST:
            break
    return tuple(found[:_MOST])


@dataclass
class _State:
    """What has been read since the last number."""

    department: list[str] = field(default_factory=list)
    people: list[tuple[str | None, str]] = field(default_factory=list)
    position: str | None = None
    closed: bool = False


def _read(zone: str) -> Iterator[Contact]:
    """Contacts of one zone: names gather until a number comes, a department holds until the next."""
    state = _State()
    for hit in _TOKEN.finditer(zone):
        words_ = hit.group()
        if hit["phone"]:
            yield from _contacts(state, words_)
        elif hit["role"]:
            state.closed = True
        elif hit["position"]:
            _take_position(state, re.sub(r"\s+", "", words_))
        elif _is_name(words_, state):
            state.people.append((state.position, words_))
            state.position, state.closed = None, True
        elif words_.endswith(_DEPARTMENTS) and len(words_) > 1:
            _take_department(state, words_)


def _take_position(state: _State, position: str) -> None:
    if state.people and state.people[-1][0] is None:
        state.people[-1] = (position, state.people[-1][1])
    else:
        state.position = position


def _take_department(state: _State, name: str) -> None:
    if state.closed:
        state.department, state.closed = [], False
    state.department.append(name)


def _is_name(words_: str, state: _State) -> bool:
    """Whether a word is a person's name: a surname's syllable first, and no department unless a title stands before."""
    if not _NAME.match(words_) or words_[0] not in _SURNAMES:
        return False
    return state.position is not None or len(words_) == 2 or not words_.endswith(_DEPARTMENTS) or not state.closed


def _contacts(state: _State, phone: str) -> Iterator[Contact]:
    """The people since the last number, each with its own number where there are several; a department alone."""
    numbers = _numbers(phone)
    department = " ".join(state.department) or None
    people: list[tuple[str | None, str | None]] = [*state.people]
    if not people and department:
        people.append((state.position, None))
    for index, (position, name) in enumerate(people):
        yield Contact(department=department, position=position, name=name, phone=numbers[min(index, len(numbers) - 1)])
    state.people, state.position, state.closed = [], None, True


def _numbers(phone: str) -> list[str]:
    """Every number of `044-201-4879, 4844`, in full."""
    first = _AREA.match(phone)
    if first is None:
        return [phone]
    area, exchange, line = first.groups()
    more = re.findall(r"\d{3,4}", phone[first.end() :])
    return [f"{area}-{exchange}-{number}" for number in (line, *(line[: 4 - len(n)] + n for n in more))]
