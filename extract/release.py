"""The record contract as models: what one release becomes. The JSON Schema printed by `bodojaryo schema` is theirs."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Status = Literal["selected", "shortlisted", "planned"]
PartyKind = Literal["local_government", "company", "university", "institution", "site", "project", "person", "other"]
BudgetSource = Literal["national", "local", "private", "total", "other"]
Per = Literal["recipient", "program", "year"]
EventKind = Literal[
    "briefing", "call", "application", "planning", "evaluation", "selection", "agreement", "designation", "start",
    "completion", "publication", "meeting", "period", "other",
]  # fmt: skip
Precision = Literal["day", "ten_days", "month", "quarter", "half", "year"]
WarningCode = Literal[
    "weekday_mismatch", "count_mismatch", "sum_mismatch", "ratio_mismatch", "date_order", "unknown_region",
    "no_text_layer", "truncated", "unreadable_part",
]  # fmt: skip
SourceFormat = Literal["html", "pdf", "slides", "text", "hwpx", "hwp", "docx", "pptx"]


class Model(BaseModel):
    """Frozen, and closed to fields that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Model):
    """The words that state a value: `quote` is exactly the reading text between `start` and `end` (code points)."""

    start: int = Field(ge=0, description="first character in the reading text, counted in code points")
    end: int = Field(ge=0, description="behind the last character")
    quote: str = Field(description="the words, exactly")
    page: int | None = Field(default=None, description="page or slide, from 1")
    bbox: tuple[float, float, float, float] | None = Field(
        default=None, description="left, top, right, bottom on the page, in points from its upper left corner"
    )


Evidences = Annotated[list[Evidence], Field(min_length=1)]


class Region(Model):
    """A municipality or province by its official names and 5-digit code in force on the release's date."""

    sido: str = Field(description="official name of the province or metropolitan city")
    sigungu: str | None = Field(description="official name of the city, county or district; none for a whole province")
    code: Annotated[str, Field(pattern=r"^\d{5}$")] | None = Field(
        description="5-digit code in force on the day of the release"
    )


class SourceInfo(Model):
    """The input: where it came from, what it is, and the hash of its bytes."""

    uri: str = Field(description="where the input came from")
    format: SourceFormat = Field(description="what the input is")
    sha256: str = Field(description="of its bytes")
    pages: int | None = Field(default=None, description="how many it has")


class Contact(Model):
    """A person to ask."""

    department: str | None = Field(default=None, description="division or team")
    position: str | None = Field(default=None, description="rank or duty")
    name: str | None = Field(default=None, description="of the person")
    phone: str | None = Field(default=None, description="as written")


class Selectee(Model):
    """One chosen party, as written."""

    name: str = Field(description="as written, without its programme")
    kind: PartyKind = Field(description="what sort of party it is")
    region: Region | None = Field(default=None, description="where it is or belongs to")
    category: str | None = Field(default=None, description="track in which it was chosen")
    project: str | None = Field(default=None, description="what it was chosen for")
    evidence: Evidences = Field(description="words that state it")


class Selection(Model):
    """One decision to choose, per programme, category and round."""

    id: str = Field(description="within the release")
    program: str = Field(description="programme of the decision")
    year: int | None = Field(default=None, description="programme year")
    category: str | None = Field(default=None, description="track")
    status: Status = Field(description="chosen, on the short list, or still to be chosen")
    count: int | None = Field(default=None, description="how many are chosen, as stated")
    applicants: int | None = Field(default=None, description="how many applied")
    competition_ratio: float | None = Field(default=None, description="applicants to one chosen")
    selectees: list[Selectee] = Field(default_factory=list, description="chosen parties")
    evidence: Evidences = Field(description="words that state it")


class Budget(Model):
    """One stated amount of money, in whole units of `currency`."""

    id: str = Field(description="within the release")
    program: str | None = Field(default=None, description="programme that the money is for")
    year: int | None = Field(default=None, description="budget year")
    category: str | None = Field(default=None, description="track")
    recipient: str | None = Field(default=None, description="who gets it")
    recipient_region: Region | None = Field(default=None, description="where the recipient is")
    source: BudgetSource = Field(description="who pays")
    label: str | None = Field(default=None, description="what the release calls it")
    amount_min: int | None = Field(default=None, description="lower bound in whole units of the currency")
    amount_max: int | None = Field(default=None, description="upper bound in whole units of the currency")
    approximate: bool = Field(default=False, description="whether it is said to be about so much")
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(default="KRW", description="ISO 4217")
    per: Per | None = Field(default=None, description="what one amount is for")
    period_years: float | None = Field(default=None, description="years over which it is spent")
    share: float | None = Field(default=None, description="part of the whole, from 0 to 1")
    derived: bool = Field(default=False, description="computed from a stated rule, not stated itself")
    evidence: Evidences = Field(description="words that state it")


class Schedule(Model):
    """One dated event; `start` and `end` are inclusive, None where open."""

    id: str = Field(description="within the release")
    program: str | None = Field(default=None, description="programme of the event")
    year: int | None = Field(default=None, description="programme year")
    category: str | None = Field(default=None, description="track")
    event: str = Field(description="shortest noun phrase that names it")
    kind: EventKind = Field(description="what sort of event it is")
    start: date | None = Field(description="first day; none where open")
    end: date | None = Field(description="last day; none where open")
    precision: Precision = Field(description="how exact the days are")
    text: str = Field(description="the date as written")
    evidence: Evidences = Field(description="words that state it")


class Warning(Model):
    """What the release says that cannot be right, or what could not be read."""

    code: WarningCode = Field(description="what sort of doubt it is")
    message: str = Field(description="the doubt in words")
    evidence: list[Evidence] = Field(default_factory=list, description="words that raise it")


class Release(Model):
    """All that one release states."""

    schema_: Literal["press-release/1"] = Field(default="press-release/1", alias="schema")
    source: SourceInfo = Field(description="the input")
    title: str | None = Field(default=None, description="headline")
    subtitles: list[str] = Field(default_factory=list, description="lines below the headline")
    issuer: str | None = Field(default=None, description="body that published it")
    published: date | None = Field(default=None, description="day of publication")
    embargo: datetime | None = Field(default=None, description="when it may be reported")
    contacts: list[Contact] = Field(default_factory=list, description="people to ask")
    selections: list[Selection] = Field(default_factory=list, description="decisions to choose")
    budgets: list[Budget] = Field(default_factory=list, description="amounts of money")
    schedules: list[Schedule] = Field(default_factory=list, description="dated events")
    warnings: list[Warning] = Field(default_factory=list, description="what cannot be right or could not be read")

    def to_json(self) -> str:
        """The record as it is written: contract order, two-space indent, final newline."""
        return self.model_dump_json(by_alias=True, indent=2) + "\n"
