"""A claim is what one place of the text says of a decision; a selection is made of the claims that say the same."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.release import PartyKind, Region, Status


@dataclass(frozen=True, slots=True)
class Choice:
    """One chosen party and where it is named."""

    name: str
    kind: PartyKind
    start: int
    end: int
    region: Region | None = None
    category: str | None = None
    project: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A decision as one place states it; `status` is None where the words do not tell (`16곳 선정`)."""

    start: int
    end: int
    status: Status | None
    count: int | None = None
    unit: str = ""
    track: str | None = None
    choices: tuple[Choice, ...] = field(default=())
    program: str = ""
    year: int | None = None
    applicants: int | None = None
    ratio: float | None = None
    echo: bool = False
    """Said in passing (`선정된 10개 팀에는`): it confirms a record, and makes one only where it names somebody."""
    also: tuple[tuple[int, int], ...] = ()
    """Where else the same is said."""
    now: bool = False
    """Said to be done, and nothing says when (`16곳을 지정하고 공고한다`): others may say that it is."""
    open: bool = False
    """Names some of the chosen without saying how many there are; `count` is then of the names."""
