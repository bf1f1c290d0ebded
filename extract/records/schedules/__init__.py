"""The schedules of a release: every dated event that it is about, once, with all its evidence."""

from __future__ import annotations

from extract.identity import Identities
from extract.reading import Reading
from extract.records.schedules.chains import read_chains
from extract.records.schedules.facts import Fact
from extract.records.schedules.judging import is_likely
from extract.records.schedules.kinds import kind_of
from extract.records.schedules.merging import merge
from extract.records.schedules.prose import read_prose
from extract.records.schedules.refusals import is_event
from extract.records.schedules.sequences import read_sequences
from extract.records.schedules.tables import read_tables
from extract.release import Schedule
from extract.scope import programme_at


def find_schedules(reading: Reading) -> list[Schedule]:
    """The schedules that the text and tables of a release state, in reading order."""
    facts = [fact for fact in read_facts(reading) if is_likely(reading, fact)]
    identities = Identities("sch")
    return [_record(reading, fact, identities) for fact in merge(facts)]


def read_facts(reading: Reading) -> list[Fact]:
    """Every date with the event that its words name, in reading order, without those that cannot be events."""
    steps = list(read_chains(reading))
    apart = {fact.date.start for fact in steps}
    others = (*read_prose(reading), *read_tables(reading), *read_sequences(reading))
    found = (*steps, *(fact for fact in others if fact.date.start not in apart))
    return sorted((fact for fact in found if is_event(reading, fact)), key=lambda fact: fact.date.start)


def _record(reading: Reading, fact: Fact, identities: Identities) -> Schedule:
    period, event = fact.date.value, fact.named.event
    programme = programme_at(reading, fact.date.start)
    program, year = (programme.name, programme.year) if programme else (None, None)
    return Schedule(
        id=identities.of(program, year, event, period.start, period.end),
        program=program,
        year=year,
        event=event,
        kind=kind_of(event, period),
        start=period.start,
        end=period.end,
        precision=period.precision,
        text=reading.text[fact.date.start : fact.date.end],
        evidence=[reading.evidence(start, end) for start, end in fact.spans],
    )
