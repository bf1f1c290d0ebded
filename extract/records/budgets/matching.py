"""What follows from an amount: the part that another payer matches, and the share of the whole that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.records.budgets.draft import Draft
from extract.records.budgets.payers import payer_in
from extract.values import Money

_MATCHED = re.compile(
    r"[^.()\n]{0,12}\(?\s?(?P<who>지방비|도비|시비|군비|구비|민간|자부담)[^().\n]{0,8}?"
    r"(?P<own>\d{1,3})\s?[:：대]\s?(?P<other>\d{1,3})(?:\s?(?:비율|매칭)|\))"
)
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


def _times(amount: float | None, ratio: float) -> int | None:
    return None if amount is None else round(amount * ratio)
