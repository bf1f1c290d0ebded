"""Totals that are not the sum of their parts: `총사업비 400억원(국비 200억원, 도비 60억원, 시비 130억원)`.

Parts count only where they come near the total, so that a bracket which names some of them is not taken for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.reading import Reading
from extract.release import Warning
from extract.rule import Mention
from extract.values import Money

_BRACKET = re.compile(r"\s?\(([^()]*)\)")
_OPEN = re.compile(r"등|외 |약|이상|최대|이내|한도|각각|각 |씩|여 |~|누적|기준|→|증|감|전년|대비|중 ")
_SOURCE = re.compile(
    r"(?:국비|국고|재정|정부|지방비|도비|시비|군비|구비|민간|민자|자부담|기금|출연|융자|보조)"
    r"[가-힣]{0,4}[:으로은는이 ]{0,4}$"
)
_TOTAL = re.compile(r"총[가-힣 ]{0,8}$|합계 ?$")
_PLACE = re.compile(r"\d(?:\.(?P<decimals>\d+))? ?(?P<unit>조|천억|백억|억|천만|백만|만|천)?")
_MULTIPLES = {"조": 1e12, "천억": 1e11, "백억": 1e10, "억": 1e8, "천만": 1e7, "백만": 1e6, "만": 1e4, "천": 1e3}
_NEAR = 0.2


def check_sums(reading: Reading) -> Iterator[Warning]:
    """Totals with their parts in brackets after them, or said by payer in the same sentence."""
    bracketed = list(_bracketed(reading))
    read = {total.start for total, _ in bracketed}
    by_payer = [(total, parts) for total, parts in _by_payer(reading) if total.start not in read]
    for total, parts in (*bracketed, *by_payer):
        stated, found = _exact(total.value), [_exact(part.value) for part in parts]
        if stated is None or len(found) < 2 or any(amount is None for amount in found):
            continue
        amounts = [amount for amount in found if amount is not None]
        unit = max(_unit(reading.text[mention.start : mention.end]) for mention in (total, *parts))
        if _disagree(stated, amounts, unit):
            message = f"{' + '.join(f'{amount:,}' for amount in amounts)} is {sum(amounts):,}, not {stated:,}"
            evidence = reading.evidence(total.start, parts[-1].end)
            yield Warning(code="sum_mismatch", message=message, evidence=[evidence])


def _bracketed(reading: Reading) -> Iterator[tuple[Mention[Money], Sequence[Mention[Money]]]]:
    for total in reading.money:
        hit = _BRACKET.match(reading.text, total.end)
        if hit and not _OPEN.search(hit.group(1)):
            yield total, reading.money.within(*hit.span(1))


def _by_payer(reading: Reading) -> Iterator[tuple[Mention[Money], Sequence[Mention[Money]]]]:
    """`총 A를 투자하는데, 국비로 B, 민간투자로 C`: a sentence of one total and amounts that each name their payer."""
    for sentence in reading.sentences:
        amounts = reading.money.within(sentence.start, sentence.end)
        if len(amounts) < 3 or _OPEN.search(reading.text, sentence.start, sentence.end):
            continue
        total, *parts = amounts
        if not _TOTAL.search(reading.text, sentence.start, total.start):
            continue
        if all(_SOURCE.search(reading.text, sentence.start, part.start) for part in parts):
            yield total, parts


def _exact(money: Money) -> int | None:
    if money.minimum != money.maximum or money.minimum is None or money.approximate:
        return None
    return int(money.minimum)


def _disagree(total: int, parts: Sequence[int], unit: float) -> bool:
    """Whether parts come near a total, but further from it than their rounding allows."""
    off = abs(total - sum(parts))
    return unit * (len(parts) + 1) / 2 < off < total * _NEAR


def _unit(words: str) -> float:
    """The place of the last digit that an amount writes: 억 of `2조 279억원`, a tenth of 억 of `3.5억원`."""
    places = list(_PLACE.finditer(words))
    if not places:
        return 1.0
    last = places[-1]
    decimals = len(last["decimals"] or "")
    return _MULTIPLES.get(last["unit"] or "", 1.0) * 0.1**decimals
