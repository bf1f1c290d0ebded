"""Totals in running text that are not the sum of their parts: `총사업비 400억원(국비 200, 도비 60, 시비 130)`.

Parts count only where they come near the total, so that a bracket which names some of them is not taken for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.reading import Reading
from extract.release import Warning
from extract.rule import Mention
from extract.values import Money

_BRACKET = re.compile(r"\s?\(([^()]*)\)")
_OPEN = re.compile(r"등|외 |약|이상|최대|이내|한도|각각|각 |씩|여 |~|누적|기준|→|증|감|전년|대비|중 |중복")
_SOURCE = re.compile(
    r"(?:국비|국고|재정|정부|지방비|도비|시비|군비|구비|민간|민자|자부담|기금|출연|융자|보조)"
    r"[가-힣]{0,4}[:으로은는이 ]{0,4}$"
)
_TOTAL = re.compile(r"총[가-힣 ]{0,10}$|합계 ?$")
_PLACE = re.compile(r"\d(?:\.(?P<decimals>\d+))? ?(?P<unit>조|천억|백억|억|천만|백만|만|천)?")
_MULTIPLES = {"조": 1e12, "천억": 1e11, "백억": 1e10, "억": 1e8, "천만": 1e7, "백만": 1e6, "만": 1e4, "천": 1e3}
_PART = re.compile(
    r"\s*[가-힣A-Za-z][가-힣A-Za-z·& ]{0,14}? ?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit> ?[가-힣]{0,3})\s*"
)
_COUNTED = re.compile(
    r"(?P<total>\d(?<![\d,.]\d)[\d,]*) ?(?P<unit>개소|개사|개교|개팀|곳|명|건|팀|편|점)\s?\((?P<parts>[^()]{5,120})\)"
)
_CUT = re.compile(r"[,+/]\s*(?!\d{3}(?!\d))")
_EACH = re.compile(r"(?<![\d.,])(\d{1,3}) ?(?:곳|개소|개사|개교)(?:에는?|은|는)? 각각? ?[가-힣 ]{0,8}$")
_EACH_REACH = 30
_NEAR = 0.2


class _Amount(NamedTuple):
    """A number, the place of its last digit, and where its words end."""

    value: float
    unit: float
    end: int


def check_sums(reading: Reading) -> Iterator[Warning]:
    """Totals with their parts in brackets after them, or said by payer in the same sentence."""
    seen: set[int] = set()
    for start, total, parts in (*_bracketed(reading), *_by_payer(reading), *_counted(reading), *_per_place(reading)):
        if start in seen or len(parts) < 2:
            continue
        if _disagree(total, parts):
            seen.add(start)
            added = " + ".join(f"{part.value:,.12g}" for part in parts)
            message = f"{added} is {sum(part.value for part in parts):,.12g}, not {total.value:,.12g}"
            yield Warning(code="sum_mismatch", message=message, evidence=[reading.evidence(start, parts[-1].end)])


_Sum = tuple[int, _Amount, Sequence[_Amount]]


def _bracketed(reading: Reading) -> Iterator[_Sum]:
    """`400억원(국비 200억원, 지방비 200억원)`, or with the unit said once."""
    for mention in reading.money:
        hit = _BRACKET.match(reading.text, mention.end)
        total = _exact(mention, reading.text)
        if hit is None or total is None or _OPEN.search(hit.group(1)):
            continue
        amounts = [_exact(part, reading.text) for part in reading.money.within(*hit.span(1))]
        parts = [part for part in amounts if part]
        if not amounts:
            parts = _bare(hit.group(1), hit.start(1), _multiple(reading.text[mention.start : mention.end]), "")
        if len(parts) == len(amounts) or not amounts:
            yield mention.start, total, parts


def _by_payer(reading: Reading) -> Iterator[_Sum]:
    """`총 A를 투자하는데, 국비로 B, 민간투자로 C`: a sentence of one total and amounts that each name their payer."""
    for sentence in reading.sentences:
        amounts = reading.money.within(sentence.start, sentence.end)
        if len(amounts) < 3 or _OPEN.search(reading.text, sentence.start, sentence.end):
            continue
        if not _TOTAL.search(reading.text, sentence.start, amounts[0].start):
            continue
        exact = [amount for mention in amounts if (amount := _exact(mention, reading.text))]
        paid = all(_SOURCE.search(reading.text, sentence.start, part.start) for part in amounts[1:])
        if paid and len(exact) == len(amounts):
            yield amounts[0].start, exact[0], exact[1:]


def _counted(reading: Reading) -> Iterator[_Sum]:
    """`18건(단독 12건, 통합 3건, 연합 3건)`."""
    for hit in _COUNTED.finditer(reading.text):
        if not _OPEN.search(hit["parts"]):
            total = _Amount(float(hit["total"].replace(",", "")), 0.0, hit.end("unit"))
            yield hit.start(), total, _bare(hit["parts"], hit.start("parts"), 1.0, hit["unit"])


def _per_place(reading: Reading) -> Iterator[_Sum]:
    """`5곳에는 각각 A`, `20곳에는 각각 B`, where 25 are chosen and the release names one total."""
    parts, places, totals = [], 0, []
    for mention in reading.money:
        amount = _exact(mention, reading.text)
        before = max(0, mention.start - _EACH_REACH)
        each = _EACH.search(reading.text, before, mention.start)
        if amount and each:
            count = int(each.group(1))
            parts.append(_Amount(amount.value * count, amount.unit * count, mention.end))
            places += count
        elif amount and _TOTAL.search(reading.text, before, mention.start):
            totals.append((mention.start, amount))
    values = {amount.value for _, amount in totals}
    if len(parts) > 1 and len(values) == 1 and re.search(rf"(?<!\d){places} ?(?:곳|개)", reading.text):
        start, total = totals[-1]
        yield start, total, [part._replace(end=total.end) for part in parts]


def _bare(words: str, start: int, multiple: float, unit: str) -> list[_Amount]:
    """Parts that give a label and a number each; none where any says more, or counts something else."""
    found = []
    for part in _CUT.split(words):
        hit = _PART.fullmatch(part)
        if hit is None or hit["unit"].strip() not in ("", unit):
            return []
        decimals = len(hit["number"].partition(".")[2])
        value = float(hit["number"].replace(",", "")) * multiple
        found.append(_Amount(value, multiple * 0.1**decimals if multiple > 1 else 0.0, start + len(words)))
    return found


def _exact(mention: Mention[Money], text: str) -> _Amount | None:
    money = mention.value
    if money.minimum != money.maximum or money.minimum is None or money.approximate:
        return None
    return _Amount(float(money.minimum), _unit(text[mention.start : mention.end]), mention.end)


def _disagree(total: _Amount, parts: Sequence[_Amount]) -> bool:
    """Whether parts come near a total, but further from it than their rounding allows."""
    off = abs(total.value - sum(part.value for part in parts))
    unit = max(amount.unit for amount in (total, *parts))
    return unit * (len(parts) + 1) / 2 < off < total.value * _NEAR


def _multiple(words: str) -> float:
    places = list(_PLACE.finditer(words))
    return _MULTIPLES.get(places[-1]["unit"] or "", 1.0) if places else 1.0


def _unit(words: str) -> float:
    """The place of the last digit that an amount writes: 억 of `2조 279억원`, a tenth of 억 of `3.5억원`."""
    places = list(_PLACE.finditer(words))
    decimals = len(places[-1]["decimals"] or "") if places else 0
    return _multiple(words) * 0.1**decimals
