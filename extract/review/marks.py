"""The places of a release that its records cite, numbered: what links a record on the page with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from extract.release import Budget, Evidence, Release, Schedule, Selectee, Selection

Cited = Selection | Selectee | Budget | Schedule
KINDS = ("selections", "budgets", "schedules", "warnings")


@dataclass(frozen=True, slots=True)
class Mark:
    """A cited place: its number on the page, and the kinds of record that cite it."""

    number: int
    evidence: Evidence
    kinds: tuple[str, ...]


@dataclass
class Marks:
    """The cited places of one release; a place that several records cite has one number."""

    _numbers: dict[tuple[object, ...], int] = field(default_factory=dict)
    _cited: list[tuple[Evidence, list[str]]] = field(default_factory=list)

    @classmethod
    def of(cls, release: Release) -> Marks:
        """Number everything that the release's records cite, in the order of the records."""
        marks = cls()
        for selection in release.selections:
            marks._cite("selections", selection.evidence)
            for selectee in selection.selectees:
                marks._cite("selections", selectee.evidence)
        for kind, records in (("budgets", release.budgets), ("schedules", release.schedules)):
            for record in records:
                marks._cite(kind, record.evidence)
        for warning in release.warnings:
            marks._cite("warnings", warning.evidence)
        return marks

    def number(self, evidence: Evidence) -> int:
        """The number of a cited place."""
        return self._numbers[_key(evidence)]

    def all(self) -> list[Mark]:
        """Every cited place, by number."""
        return [Mark(number, evidence, tuple(kinds)) for number, (evidence, kinds) in enumerate(self._cited)]

    def _cite(self, kind: str, evidence: Iterable[Evidence]) -> None:
        for one in evidence:
            number = self._numbers.setdefault(_key(one), len(self._cited))
            if number == len(self._cited):
                self._cited.append((one, []))
            kinds = self._cited[number][1]
            if kind not in kinds:
                kinds.append(kind)


def with_evidence(release: Release, change: Callable[[Evidence], Evidence]) -> Release:
    """The release with every piece of evidence of its records put through `change`."""

    def changed(record: Cited) -> Cited:
        update: dict[str, object] = {"evidence": [change(one) for one in record.evidence]}
        if isinstance(record, Selection):
            update["selectees"] = [changed(selectee) for selectee in record.selectees]
        return record.model_copy(update=update)

    kinds = {kind: [changed(record) for record in getattr(release, kind)] for kind in KINDS[:3]}
    return release.model_copy(update=kinds)


def cited(release: Release) -> list[Evidence]:
    """Every cited place of a release once, in the order of its records."""
    return [mark.evidence for mark in Marks.of(release).all()]


def _key(evidence: Evidence) -> tuple[object, ...]:
    return (evidence.start, evidence.end, evidence.page, evidence.bbox)
