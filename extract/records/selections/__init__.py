"""The selections of a release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.identity import Identities
from extract.reading import Reading
from extract.records.selections.adopting import adopt
from extract.records.selections.awards import awards_in
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.competition import with_competition
from extract.records.selections.conferred import conferred_in
from extract.records.selections.designated import designated_in
from extract.records.selections.examples import with_examples
from extract.records.selections.following import sections_in, with_marked
from extract.records.selections.headed import headed_in
from extract.records.selections.honours import honours_in
from extract.records.selections.labelled import labelled_in
from extract.records.selections.lists import lists_in
from extract.records.selections.merge import alike, lean, merge, passed, prune, squash
from extract.records.selections.notes import with_notes
from extract.records.selections.parts import parts_in
from extract.records.selections.prizes import prizes_in
from extract.records.selections.prose import claims_in
from extract.records.selections.reserves import reserves_in
from extract.records.selections.scoping import scoped
from extract.records.selections.settling import settle
from extract.records.selections.sheets import sheets
from extract.records.selections.spread import spread_in
from extract.records.selections.subjects import by_year_in, earlier_in, noted_in, subjects_in
from extract.records.selections.tallies import tallies_in
from extract.records.selections.tracks import PRIZE
from extract.records.selections.winners import winners_in
from extract.records.selections.won import won_in
from extract.records.selections.yearly import yearly_in
from extract.release import Selectee, Selection, Status
from extract.sentences import Sentence

_SOMEBODY = re.compile(r"(?:수상|선정|입상|우승|당선)(?:팀|자|작|기업|기관|단체|지자체|도시|마을)$")
# `’25년 우수기업(성과공유회에서 시상)`: chosen before, whatever the release plans.
_AWARDED = re.compile(r"명단|시상|수상|(?:선정|심사|평가)\s?결과|(?:선정|수상)된\s")
_MONTH = re.compile(r"\d{1,2}월(?:\s?\d{1,2}일)?|\d\s?분기|\d{4}년?|[상하]반기")
_TIERS = re.compile(r"우수상|장려상|[금은동]상|특별상|입선|최우수작|대상['’”]?(?:을\s(?:수상|차지|받)|\s수상)")


def find_selections(reading: Reading) -> list[Selection]:
    """The selections that the text and tables of a release state, in reading order."""
    claims = [claim for sentence in reading.sentences for claim in _stated(reading, sentence)]
    claims += [claim for sentence in reading.sentences for claim in awards_in(reading, sentence)]
    claims += prizes_in(reading)
    found = list(sheets(reading))
    claims += [claim for sheet in found for claim in (*tallies_in(sheet, found), *yearly_in(reading, sheet))]
    claims += lists_in(reading)
    claims += sections_in(reading)
    claims += labelled_in(reading)
    claims += spread_in(reading)
    whole = lean(claims, reading.header.title or "", reading.text[:1500])
    contest = bool(_TIERS.search(reading.text))
    told = scoped(reading, [claim for claim in claims if contest or not _grand(claim)])
    main = squash(reading.main_programme.name) if reading.main_programme else ""
    dated = [_dated(_unnamed(claim, main), whole) for claim in alike(told)]
    merged = merge(passed(dated, whole), main)
    merged += parts_in(reading, merged)
    merged = with_examples(reading, with_marked(reading, with_notes(reading, adopt(merged))))
    counts = {claim.count for claim in merged if claim.count and claim.status != "planned"}
    shown = [sheet for sheet in found if whole != "planned" or _AWARDED.search(sheet.caption)]
    rolls = [claim for sheet in shown for claim in winners_in(reading, sheet, counts)]
    headed = headed_in(reading) if whole != "planned" else ()
    merged = settle(merged, scoped(reading, [*rolls, *headed]), "selected" if whole == "planned" else whole)
    stated = with_competition(reading, [claim for claim in prune(merged) if not claim.echo])
    stated = [_in_time(reading, claim) for claim in stated if not _MONTH.fullmatch(claim.track or "")]
    kept = sorted(stated, key=lambda claim: claim.start)
    ids = Identities("sel")
    return [_selection(reading, claim, ids) for claim in kept]


def _stated(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """What a sentence decides; who is given a title is not also said of another programme."""
    if protected := list(designated_in(reading, sentence)):
        yield from protected
        return
    titled = [*conferred_in(reading, sentence), *honours_in(reading, sentence)]
    yield from titled
    if not titled:
        yield from won_in(reading, sentence)
    yield from by_year_in(reading, sentence)
    yield from subjects_in(reading, sentence)
    yield from earlier_in(reading, sentence)
    yield from noted_in(reading, sentence)
    yield from reserves_in(reading, sentence)
    for claim in claims_in(reading, sentence):
        if not (claim.open and any(claim.start < one.end and one.start < claim.end for one in titled)):
            yield claim


def _dated(claim: Claim, whole: Status) -> Claim:
    """A claim with the release's status where it has none: who is listed by name is chosen already.

    A plan or a first stage counts even in passing.
    """
    own: Status = "selected" if whole == "planned" and len(claim.choices) > 1 else whole
    echo = claim.echo and claim.status not in ("planned", "shortlisted")
    return replace(claim, status=claim.status or own, echo=echo)


def _unnamed(claim: Claim, main: str) -> Claim:
    """A claim without its names where the programme itself is one of them: a headline is no list of the chosen."""
    listed = not claim.program and len(claim.choices) > 1 and any(squash(one.name) == main for one in claim.choices)
    return replace(claim, choices=()) if main and listed else claim


def _in_time(reading: Reading, claim: Claim) -> Claim:
    """A claim without a year that what is decided cannot be of: `2030 청년` is no year."""
    today = reading.published
    ahead = claim.year and today and claim.year > today.year + (1 if claim.status != "planned" else 15)
    return replace(claim, year=None) if ahead else claim


def _grand(claim: Claim) -> bool:
    """`대상`, `우수작` are prizes where a release has other prizes, else whom something is for or what is chosen."""
    return bool(claim.track) and str(claim.track).endswith(("대상", "우수작"))


def _selection(reading: Reading, claim: Claim, ids: Identities) -> Selection:
    assert claim.status is not None
    return Selection(
        id=ids.of(squash(claim.program), claim.year, squash(claim.track), claim.status, claim.count),
        program=claim.program,
        year=claim.year,
        category=claim.track,
        status=claim.status,
        count=claim.count,
        applicants=claim.applicants,
        competition_ratio=claim.ratio,
        selectees=[_selectee(reading, choice) for choice in claim.choices if not _nobody(choice, claim)],
        evidence=[reading.evidence(start, end) for start, end in sorted({(claim.start, claim.end), *claim.also})],
    )


def _nobody(choice: Choice, claim: Claim) -> bool:
    """Whether a name is the programme's own, or only says that somebody was chosen: `대상 수상팀 등 12팀`."""
    return choice.kind == "other" and (
        (squash(choice.name) == squash(claim.program) and not PRIZE.fullmatch(claim.track or ""))
        or bool(_SOMEBODY.search(choice.name))
        or bool(PRIZE.fullmatch(choice.name))
    )


def _selectee(reading: Reading, choice: Choice) -> Selectee:
    return Selectee(
        name=choice.name,
        kind=choice.kind,
        region=choice.region,
        category=choice.category,
        project=choice.project,
        evidence=[reading.evidence(choice.start, choice.end)],
    )
