"""The budgets of a release."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.identity import Identities
from extract.reading import Reading
from extract.records.budgets.awarded import awarded
from extract.records.budgets.draft import Draft
from extract.records.budgets.merge import merge
from extract.records.budgets.money_words import plain_label
from extract.records.budgets.parts import with_parts
from extract.records.budgets.prose import prose_drafts
from extract.records.budgets.tables import table_drafts
from extract.release import Budget, Evidence, Selection
from extract.scope import programme_at

_PART = re.compile(r"(?P<name>\S{2,12}(?:\s\S{1,8})?)\s?사업")
_OWN_FUNDS = re.compile(r"(?<![가-힣])(?:시비|도비|군비|구비)(?![가-힣]{2})")
_OTHER_FUNDS = re.compile(r"국비|국고|정부|지방비|민간|총\s?사업비|시[·‧]?군비|구비")


def find_budgets(reading: Reading, selections: list[Selection]) -> list[Budget]:
    """The budgets that the text and tables of a release state, in reading order."""
    tracks = tuple(dict.fromkeys(s.category for s in selections if s.category))
    stated = awarded(reading, with_parts(reading, prose_drafts(reading, tracks)), selections)
    found = sorted([*stated, *table_drafts(reading)], key=lambda draft: draft.start)
    local = _pays_itself(reading)
    drafts = merge(replace(draft, source="local") if local and not draft.payer else draft for draft in found)
    identities = Identities("bud")
    return [_budget(reading, draft, identities) for draft in sorted(drafts, key=lambda draft: draft.start)]


def _pays_itself(reading: Reading) -> bool:
    """Whether a municipality speaks that pays from its own funds: what it gives without naming a payer is its own."""
    issuer = reading.header.issuer or ""
    own = re.search(r"[시도군구]$", issuer) and _OWN_FUNDS.search(reading.text)
    return bool(own) and not _OTHER_FUNDS.search(reading.text)


def _budget(reading: Reading, draft: Draft, identities: Identities) -> Budget:
    programme = programme_at(reading, draft.start)
    program = programme.name if programme else None
    year = draft.year
    if year is None and programme and not draft.loose:
        year = programme.year
    low, high = _whole(draft.money.minimum), _whole(draft.money.maximum)
    return Budget(
        id=identities.of(program, year, *_identity(draft), low, high),
        program=program,
        year=year,
        category=draft.whom.category or (_part(reading, program) if not draft.whom.recipient else None),
        recipient=draft.whom.recipient,
        recipient_region=draft.whom.region,
        source=draft.source,
        label=plain_label(draft.label),
        amount_min=low,
        amount_max=high,
        approximate=draft.money.approximate,
        currency=draft.money.currency,
        per=draft.per,
        period_years=draft.period_years,
        share=draft.share,
        derived=draft.derived,
        evidence=_evidence(reading, draft),
    )


def _part(reading: Reading, program: str | None) -> str | None:
    """The track that a programme is if the release is about another, of which it is a part: `디딤돌 사업`."""
    main = reading.main_programme
    if program is None or main is None or not _PART.fullmatch(program):
        return None
    one, other = program.replace(" ", ""), main.name.replace(" ", "")
    return None if one in other or other in one else _PART.sub(r"\g<name>", program)


def _identity(draft: Draft) -> tuple[str | None, ...]:
    return draft.whom.category, draft.whom.recipient, draft.source, draft.money.currency


def _whole(amount: float | None) -> int | None:
    return None if amount is None else round(amount)


def _evidence(reading: Reading, draft: Draft) -> list[Evidence]:
    return [reading.evidence(start, end) for start, end in dict.fromkeys(draft.spans)]
