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

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quote: str
    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None


Evidences = Annotated[list[Evidence], Field(min_length=1)]


class Region(Model):
    """A municipality or province by its official names and 5-digit code in force on the release's date."""

    sido: str
    sigungu: str | None
    code: Annotated[str, Field(pattern=r"^\d{5}$")] | None


class SourceInfo(Model):
    """The input: where it came from, what it is, and the hash of its bytes."""

    uri: str
    format: SourceFormat
    sha256: str
    pages: int | None = None


class Contact(Model):
    """A person to ask."""

    department: str | None = None
    position: str | None = None
    name: str | None = None
    phone: str | None = None


class Selectee(Model):
    """One chosen party, as written."""

    name: str
    kind: PartyKind
    region: Region | None = None
    category: str | None = None
    project: str | None = None
    evidence: Evidences


class Selection(Model):
    """One decision to choose, per programme, category and round."""

    id: str
    program: str
    year: int | None = None
    category: str | None = None
    status: Status
    count: int | None = None
    applicants: int | None = None
    competition_ratio: float | None = None
    selectees: list[Selectee] = []
    evidence: Evidences


class Budget(Model):
    """One stated amount of money, in whole units of `currency`."""

    id: str
    program: str | None = None
    year: int | None = None
    category: str | None = None
    recipient: str | None = None
    recipient_region: Region | None = None
    source: BudgetSource
    label: str | None = None
    amount_min: int | None = None
    amount_max: int | None = None
    approximate: bool = False
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "KRW"
    per: Per | None = None
    period_years: float | None = None
    share: float | None = None
    derived: bool = False
    evidence: Evidences


class Schedule(Model):
    """One dated event; `start` and `end` are inclusive, None where open."""

    id: str
    program: str | None = None
    year: int | None = None
    category: str | None = None
    event: str
    kind: EventKind
    start: date | None
    end: date | None
    precision: Precision
    text: str
    evidence: Evidences


class Warning(Model):
    """What the release says that cannot be right, or what could not be read."""

    code: WarningCode
    message: str
    evidence: list[Evidence] = []


class Release(Model):
    """All that one release states."""

    schema_: Literal["press-release/1"] = Field(default="press-release/1", alias="schema")
    source: SourceInfo
    title: str | None = None
    subtitles: list[str] = []
    issuer: str | None = None
    published: date | None = None
    embargo: datetime | None = None
    contacts: list[Contact] = []
    selections: list[Selection] = []
    budgets: list[Budget] = []
    schedules: list[Schedule] = []
    warnings: list[Warning] = []

    def to_json(self) -> str:
        """The record as it is written: contract order, two-space indent, final newline."""
        return self.model_dump_json(by_alias=True, indent=2) + "\n"
