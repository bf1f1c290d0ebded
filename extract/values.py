"""The values that mentions carry."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from extract.release import PartyKind, Precision, Region


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number, `3.5` or `9만 4천` as 94000."""

    value: int | float


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole units of `currency`; `최대` sets only the maximum, `이상` only the minimum."""

    minimum: int | float | None
    maximum: int | float | None
    currency: str = "KRW"
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included; None where the expression leaves that side open.

    `weekdays` are those written beside the first and the last day (Monday is 0), right or wrong.
    """

    start: date | None
    end: date | None
    precision: Precision
    weekdays: tuple[int | None, int | None] = field(default=(None, None), compare=False)


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something: `3곳`, `세 개 지자체`, `20개사 내외`; `unit` as written."""

    value: int
    unit: str
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Ratio:
    """`5.7:1` or `5.7 대 1` as 5.7, `1:1` as 1.0; a percentage `50%` as 0.5."""

    value: float


@dataclass(frozen=True, slots=True)
class Party:
    """Who can be chosen or paid: name as written without its province, and where it is."""

    name: str
    kind: PartyKind
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme by its name without year and quotation marks, and the year that the text gives it."""

    name: str
    year: int | None = None
