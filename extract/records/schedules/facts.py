"""A dated event before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.records.schedules.named import Named
from extract.rule import Mention
from extract.values import Period


@dataclass(frozen=True, slots=True)
class Fact:
    """What a date says in its place: the name and its source, the date as read, and the spans that prove it."""

    named: Named
    date: Mention[Period]
    where: str
    spans: tuple[tuple[int, int], ...]

    @property
    def key(self) -> tuple[object, object]:
        """What must agree for two facts to be one."""
        return self.date.value.start, self.date.value.end

    def also(self, spans: tuple[tuple[int, int], ...]) -> Fact:
        """The same fact with more evidence."""
        return replace(self, spans=(*self.spans, *(span for span in spans if span not in self.spans)))
