"""The same fact said twice is one budget with two evidences; the exact amount stands, the rounded one is evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import floor, log10

from extract.records.budgets.draft import Draft, Whom


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts in reading order, repetitions folded into the first."""
    kept: list[Draft] = []
    for draft in drafts:
        at = next((at for at, other in enumerate(kept) if _same(other, draft)), None)
        if at is None:
            kept.append(draft)
        else:
            kept[at] = _joined(kept[at], draft)
    return _without_rounded(kept)


def _same(a: Draft, b: Draft) -> bool:
    if a.money.currency != b.money.currency or (a.place is not None and a.place == b.place):
        return False
    if a.derived != b.derived or not _compatible(a, b) or _work_and_kind(a, b) or _work_and_kind(b, a):
        return False
    return _bounds(a) == _bounds(b) or (_limit(a, b) and a.whom.category == b.whom.category and a.per == b.per)


def _work_and_kind(a: Draft, b: Draft) -> bool:
    """Whether one is the estimated price of a single work, the other what a kind of tender adds up to."""
    return a.label == "추정가격" != b.label and b.whom.category is not None


def _bounds(draft: Draft) -> tuple[float | None, float | None]:
    return draft.money.minimum, draft.money.maximum


def _limit(a: Draft, b: Draft) -> bool:
    """Whether one states as a limit what the other states as such."""
    most = a.money.maximum
    return most is not None and most == b.money.maximum and None in (a.money.minimum, b.money.minimum)


def _compatible(a: Draft, b: Draft) -> bool:
    """Whether nothing that both state differs."""
    if a.payer and b.payer and a.source != b.source:
        return False
    pairs = ((a.year, b.year), (a.whom.recipient, b.whom.recipient), (a.period_years, b.period_years))
    if any(x is not None and y is not None and x != y for x, y in pairs):
        return False
    if (a.whom.recipient is None) != (b.whom.recipient is None):
        return False
    return _alike(a.whom.category, b.whom.category)


def _alike(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    a, b = a.replace(" ", ""), b.replace(" ", "")
    return a in b or b in a


def _joined(a: Draft, b: Draft) -> Draft:
    payer = a if a.payer or not b.payer else b
    return replace(
        a,
        money=a.money if a.money.minimum is None or b.money.minimum is not None else b.money,
        spans=(*a.spans, *b.spans),
        source=payer.source,
        payer=a.payer or b.payer,
        label=payer.label or a.label or b.label,
        whom=_fuller(a.whom, b.whom),
        year=a.year if a.year is not None else b.year,
        per=a.per or b.per,
        period_years=a.period_years if a.period_years is not None else b.period_years,
        share=a.share if a.share is not None else b.share,
    )


def _fuller(a: Whom, b: Whom) -> Whom:
    tracks = [track for track in (a.category, b.category) if track]
    return Whom(a.recipient or b.recipient, a.region or b.region, min(tracks, key=len, default=None))


def _without_rounded(drafts: list[Draft]) -> list[Draft]:
    """Fold amounts that round another one, which says the same, into it."""
    kept = list(drafts)
    for draft in drafts:
        exact = next((other for other in kept if other is not draft and _rounds(draft, other)), None)
        if exact is not None:
            kept[kept.index(exact)] = _joined(replace(exact, money=exact.money), replace(draft, money=exact.money))
            kept.remove(draft)
    return kept


def _rounds(coarse: Draft, exact: Draft) -> bool:
    a, b = coarse.money.maximum, exact.money.maximum
    if (
        coarse.table is not None
        or a is None
        or b is None
        or a == b
        or coarse.money.minimum != a
        or exact.money.minimum != b
        or min(a, b) <= 0
    ):
        return False
    if coarse.whom.recipient != exact.whom.recipient or not _compatible(coarse, exact):
        return False
    digits = len(str(int(a)).rstrip("0"))
    unit = 10 ** (floor(log10(b)) + 1 - digits)
    return digits < len(str(int(b)).rstrip("0")) and round(b / unit) * unit == a and _speaks_coarsely(coarse, digits)


def _speaks_coarsely(draft: Draft, digits: int) -> bool:
    return draft.money.approximate or digits >= 2
