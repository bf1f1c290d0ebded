"""What follows from an amount: the part that another payer matches, and the share of the whole that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.records.budgets.draft import Draft
from extract.records.budgets.payers import payer_in
from extract.values import Money

_MATCHED = re.compile(
    r"[^.()\n]{0,12}\(?\s?(?P<who>지방비|도비|시비|군비|구비|민간|자부담)[^().\n]{0,8}?"
    r"(?P<own>\d{1,3})\s?[:：대]\s?(?P<other>\d{1,3})(?:\s?(?:비율|매칭)|\))"
)
_PAYERS = "국비|도비|시비|군비|구비|지방비|시군비|자부담"
_EACH_PAYS = re.compile(rf"(?<![가-힣])(?P<one>{_PAYERS})[·,와과]\s?(?P<other>{_PAYERS})\s?각각?\s?\d")
_SHARE = re.compile(r"\s?\((?:전체의\s?|총사업비의\s?)?(?P<percent>\d{1,3}(?:\.\d)?)\s?%\)")


def share_of(after: str) -> float | None:
    """The share of the whole in brackets right after an amount, `200억원(50%)` as 0.5."""
    hit = _SHARE.match(after)
    return float(hit["percent"]) / 100 if hit and float(hit["percent"]) <= 100 else None


def matched(draft: Draft, after: str, at: int) -> Iterator[Draft]:
    """The amount that another payer adds by a stated ratio: `국비 160억원(지방비 1:1 매칭)` gives local 160억."""
    hit = _MATCHED.match(after)
    source = payer_in(hit["who"]) if hit else None
    if hit is None or source is None or draft.source == source or int(hit["own"]) == 0:
        return
    ratio = int(hit["other"]) / int(hit["own"])
    money = Money(_times(draft.money.minimum, ratio), _times(draft.money.maximum, ratio), draft.money.currency)
    span = (at + hit.start("who"), at + hit.end("other"))
    yield replace(
        draft, money=money, source=source, payer=True, label=hit["who"], derived=True, spans=(*draft.spans, span)
    )


def shared(text: str, wholes: Sequence[Draft], part: Draft) -> list[Draft]:
    """A part in the brackets behind an amount is for those whom the whole is for; `국비·지방비 각` is one of each."""
    at = part.spans[-1][0]
    mine = [whole for whole in wholes if whole.whom.recipient and _holds(text, whole.spans[-1][1], at)]
    if part.whom.recipient or not mine or not part.payer:
        return _by_payer(text, part)
    return [
        replace(draft, whom=replace(whole.whom, category=draft.whom.category or whole.whom.category))
        for draft in _by_payer(text, part)
        for whole in mine
    ]


def _holds(text: str, end: int, at: int) -> bool:
    """Whether the bracket that opens right behind an amount holds an offset."""
    return bool(re.match(r"\s?\(", text[end : end + 2])) and end < at and ")" not in text[end:at]


def _by_payer(text: str, draft: Draft) -> list[Draft]:
    """A draft for each of two payers who give as much: `국비·지방비 각 20억 원`."""
    hit = _EACH_PAYS.search(text[max(0, draft.spans[-1][0] - 16) : draft.spans[-1][1]])
    if hit is None or draft.whom.recipient:
        return [draft]
    both = [(payer_in(hit[name]), hit[name]) for name in ("one", "other")]
    return [replace(draft, source=source, payer=True, label=label) for source, label in both if source]


def _times(amount: float | None, ratio: float) -> int | None:
    return None if amount is None else round(amount * ratio)
