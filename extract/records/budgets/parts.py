"""Amounts that add up to one right before them are its parts: `합계 39억 원` over `- 거점 30억 원`, `- 상품 9억 원`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.reading import Reading
from extract.records.budgets.draft import Draft, Whom
from extract.records.budgets.money_words import names_money
from extract.records.budgets.payers import payer_in
from extract.rule import Mention
from extract.values import Money

_MOST = 8
_LINE = 60
_PAYER = 8
_LEAD = re.compile(r"^[\s□■○●ㅇ◦•·▪▸▶*\-–+=,(①-⑳:]+|[\s:：=]+$|^(?:및|와|과|그리고)\s")
# What an amount turned into or was spent of is no part.
_APART = re.compile(r"[→⇒➔△▲]|에서|집행|대비|[가-힣]\s?중\s|\)\s*[-–=]")
_NAME = re.compile(r"(?!.*(?:(?<![마가노])[은는을를]|에서|으로|하여|하고)\s)[가-힣A-Za-z][가-힣A-Za-z0-9·\s&]{1,19}")


@dataclass(frozen=True, slots=True)
class _Part:
    """An amount and the words before it."""

    amount: Mention[Money]
    words: str


def with_parts(reading: Reading, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, and the parts of those that are wholes; a part is paid like its whole, in the same year."""
    stated = list(drafts)
    parts: dict[tuple[int, int], tuple[Draft, _Part]] = {}
    for draft in stated:
        for part in _parts(reading, draft) if _can_be_whole(draft) else ():
            parts.setdefault((part.amount.start, part.amount.end), (draft, part))
    for draft in stated:
        found = parts.pop(draft.spans[-1], None)
        yield _told(draft, *found) if found else draft
    for span, (whole, part) in parts.items():
        new = Draft(part.amount.value, (span,), whole.source, whole.payer, whole.label, year=whole.year)
        yield _told(replace(new, place=span[0]), whole, part)


def _can_be_whole(draft: Draft) -> bool:
    exact = draft.money.minimum is not None and draft.money.minimum == draft.money.maximum
    return exact and draft.whom.recipient is None and len(draft.spans) == 1 and draft.per != "recipient"


def _parts(reading: Reading, whole: Draft) -> list[_Part]:
    """The amounts right after a whole, in its line or a line each below it, that add up to it."""
    for run in (_in_line(reading, whole), _in_lines(reading, whole)):
        total = 0.0
        for count, part in enumerate(run, 1):
            if _APART.search(part.words):
                break
            total += part.amount.value.maximum or 0
            if count > 1 and total == whole.money.maximum:
                return run[:count]
    return []


def _in_line(reading: Reading, whole: Draft) -> list[_Part]:
    end = reading.text.find("\n", whole.spans[0][1])
    found, at = [], whole.spans[0][1]
    for amount in reading.money.within(at, len(reading.text) if end < 0 else end)[:_MOST]:
        found.append(_Part(amount, reading.text[at : amount.start]))
        at = amount.end
    return found


def _in_lines(reading: Reading, whole: Draft) -> list[_Part]:
    blocks, found = reading.document.blocks, []
    here = bisect_right(reading.block_starts, whole.start) - 1
    for block in blocks[here + 1 : here + 1 + _MOST]:
        amounts = reading.money.within(block.start, block.end)
        if block.table or len(amounts) != 1 or amounts[0].start - block.start > _LINE:
            break
        found.append(_Part(amounts[0], reading.text[block.start : amounts[0].start]))
    return found


def _told(draft: Draft, whole: Draft, part: _Part) -> Draft:
    """A part with what its whole and the words before it tell."""
    name = _LEAD.sub("", _LEAD.sub("", part.words))
    payer = payer_in(name) if len(name) <= _PAYER else None
    if payer is not None and not draft.payer:
        draft = replace(draft, source=payer, payer=True, label=name)
    elif not draft.payer and whole.payer:
        draft = replace(draft, source=whole.source, payer=True)
    track = name if payer is None and _NAME.fullmatch(name) and not names_money(name) else None
    if track and draft.whom.recipient is None:
        draft = replace(draft, whom=Whom(category=track))
    return replace(draft, year=draft.year if draft.year is not None else whole.year)
