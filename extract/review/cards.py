"""Records as the cards that a page shows: what it is, the value in large, the rest as labelled facts, the words."""

from __future__ import annotations

from dataclasses import dataclass

from extract.release import Budget, Evidence, Region, Release, Schedule, Selectee, Selection, Warning
from extract.review.marks import Marks
from extract.review.sayings import saying
from extract.review.wording import amount, calendar, named, when
from extract.review.words import Both, joined, same, word


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value."""

    label: Both
    value: Both


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the source that a record cites, by their number on the page."""

    number: int
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Party:
    """One of the chosen."""

    name: str
    about: Both
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A record, for people."""

    kind: str
    id: str
    name: Both
    lead: Both
    facts: tuple[Fact, ...]
    quotes: tuple[Quote, ...]
    parties: tuple[Party, ...] = ()
    remark: Both | None = None

    @property
    def numbers(self) -> list[int]:
        """The cited places of the record and its parties."""
        quotes = [*self.quotes, *(quote for party in self.parties for quote in party.quotes)]
        return list(dict.fromkeys(quote.number for quote in quotes))


def cards(release: Release, marks: Marks) -> list[Card]:
    """The warnings of a release, then its records in reading order."""
    return [
        *(_warning(warning, f"warning-{n}", marks) for n, warning in enumerate(release.warnings, 1)),
        *(_selection(selection, marks) for selection in release.selections),
        *(_budget(budget, marks) for budget in release.budgets),
        *(_schedule(schedule, marks) for schedule in release.schedules),
    ]


def _warning(warning: Warning, name: str, marks: Marks) -> Card:
    return Card(
        "warnings",
        name,
        saying(warning.message),
        word(f"warning.{warning.code}"),
        (),
        _quotes(warning.evidence, marks),
        remark=word(f"explain.{warning.code}"),
    )


def _selection(selection: Selection, marks: Marks) -> Card:
    status = word(f"status.{selection.status}")
    count = selection.count
    lead = status if count is None else Both(f"{status.ko} {count:,}", f"{count:,} {status.en}")
    facts = [
        ("category", _plain(selection.category)),
        ("applicants", _count(selection.applicants)),
        ("competition_ratio", _plain(_ratio(selection.competition_ratio))),
    ]
    parties = tuple(_party(selectee, marks) for selectee in selection.selectees)
    name = _programme(selection.year, selection.program)
    return Card("selections", selection.id, name, lead, _facts(facts), _quotes(selection.evidence, marks), parties)


def _party(selectee: Selectee, marks: Marks) -> Party:
    about = [word(f"party.{selectee.kind}")]
    region = _region(selectee.region)
    if region and region.ko.split()[-1] != selectee.name:
        about.append(region)
    elif selectee.region and selectee.region.sigungu:
        about.append(same(selectee.region.sido))
    about += [same(text) for text in (selectee.category, selectee.project) if text]
    return Party(selectee.name, joined(about), _quotes(selectee.evidence, marks))


def _budget(budget: Budget, marks: Marks) -> Card:
    source = word(f"source.{budget.source}")
    facts = [
        ("source", source if budget.label in (None, source.ko) else source + same(f" ({budget.label})")),
        ("recipient", _plain(budget.recipient)),
        ("recipient_region", _region(budget.recipient_region)),
        ("category", _plain(budget.category)),
        ("per", named("per", budget.per)),
        ("period_years", _plain(budget.period_years and f"{budget.period_years:g}")),
        ("share", _plain(budget.share and f"{budget.share * 100:g}%")),
    ]
    remark = word("release.derived") if budget.derived else None
    name = _programme(budget.year, budget.program)
    return Card(
        "budgets", budget.id, name, amount(budget), _facts(facts), _quotes(budget.evidence, marks), remark=remark
    )


def _schedule(schedule: Schedule, marks: Marks) -> Card:
    facts = [
        ("kind", word(f"event.{schedule.kind}")),
        ("program", _programme(schedule.year, schedule.program) if schedule.program else None),
        ("category", _plain(schedule.category)),
        ("text", same(schedule.text)),
    ]
    quotes = _quotes(schedule.evidence, marks)
    return Card("schedules", schedule.id, same(schedule.event), when(schedule), _facts(facts), quotes)


def header_facts(release: Release) -> tuple[Fact, ...]:
    """Embargo and contacts of a release."""
    embargo = release.embargo
    until = None if embargo is None else calendar(embargo.date()) + same(f" {embargo:%H:%M}")
    people = [
        " ".join(part for part in (person.department, person.position, person.name, person.phone) if part)
        for person in release.contacts
    ]
    rows = [("embargo", until)]
    facts = list(_facts(rows))
    if people:
        facts.append(Fact(word("release.contacts"), same(", ".join(people))))
    return tuple(facts)


def _facts(rows: list[tuple[str, Both | None]]) -> tuple[Fact, ...]:
    return tuple(Fact(word(f"field.{key}"), value) for key, value in rows if value is not None)


def _quotes(evidence: list[Evidence], marks: Marks) -> tuple[Quote, ...]:
    return tuple(Quote(marks.number(one), one.quote, one.page) for one in evidence)


def _programme(year: int | None, program: str | None) -> Both:
    return same(" ".join(str(part) for part in (year, program) if part is not None))


def _plain(value: str | float | None) -> Both | None:
    return None if value is None else same(value)


def _count(value: int | None) -> Both | None:
    return None if value is None else same(f"{value:,}")


def _ratio(value: float | None) -> str | None:
    return None if value is None else f"{value:g} : 1"


def _region(region: Region | None) -> Both | None:
    return None if region is None else same(" ".join(part for part in (region.sido, region.sigungu) if part))
