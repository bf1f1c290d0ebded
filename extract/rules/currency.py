"""Currencies by name, sign and code, and the units that captions of tables give: `(단위: 백만원, %)`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from extract.lexicon import words
from extract.rules.alternation import one_of
from extract.rules.number import DIGITS, read_decimal, whole
from extract.values import Money

_NAMES = {name: code for code, names in words("currencies.toml").items() for name in names}
# What must not follow a name that begins other words: 불가능, 엔진, 위안부, 유로존.
_NOT_AFTER = {
    "불": r"(?=가량|규모)|불(?![가편량법만참용복안티꽃빛길균]|이[익행])",
    "엔": r"(?=[을의로은과]|$|[^가-힣])",
    "위안": r"(?![부소])",
    "유로": r"(?!존|화|파)",
}
_PLAIN = one_of(name for name in _NAMES if name not in _NOT_AFTER)
FOREIGN = rf"(?:{_PLAIN}|" + "|".join(f"{name}{limit}" for name, limit in _NOT_AFTER.items()) + ")"
# After a bare number 원 must not begin another word: `3원칙`; after 만 or 억 it seldom does: `5만 원격 진료`.
WON = r"(?:원화|원(?!격|자력|전력|어민|주민)|[₩￦])"
BARE_WON = r"(?:원(?![칙소천료장본형점격어탁년인고자전주화]| 생중계)|원(?=인[ .,]|고[ ,])|[₩￦])"

_SIGNS = {"US$": "USD", "$": "USD", "€": "EUR", "₩": "KRW", "￦": "KRW", "¥": "JPY", "£": "GBP"}
CODE = r"(?:US\$|A\$|[$€₩￦¥£]|(?<![A-Za-z])(?:USD|EUR|KRW|JPY|CNY|GBP)(?![A-Za-z]))"
_SCALES = "십억|백억|천억|십만|백만|천만|[천백만억조]"
_NOTE = re.compile(
    rf"(?:^|(?<=[(\[,:·/ \n]))(?:(?P<scale>{DIGITS} ?[만억]?|{_SCALES}) ?)?"
    rf"(?P<currency>{BARE_WON}|{FOREIGN}|\$)"
)
_CELL = re.compile(
    rf"(?P<about>약 ?)?(?P<sign>[-△▲] ?)?(?:(?P<low>{DIGITS}) ?[~∼] ?)?(?P<amount>{DIGITS})(?P<more>여)?"
)


def currency_of(name: str | None) -> str:
    """The code of a currency by its name or sign; KRW where none is given."""
    if not name:
        return "KRW"
    return _SIGNS.get(name) or _NAMES.get(name) or (name if name.isascii() else "KRW")


@lru_cache(256)
def unit_factor(note: str) -> tuple[int, str] | None:
    """What one unit of a table is worth by its caption or header.

    `(단위: 백만원, %)` is (1000000, "KRW"), `사업비(억 원)` (100000000, "KRW"), `백만 달러` (1000000, "USD").
    None where it names no money, or money of several units.
    """
    units = {
        (int(scale), currency_of(hit.group("currency")))
        for hit in _NOTE.finditer(note)
        if (scale := read_decimal(hit.group("scale") or "1")) is not None
    }
    return units.pop() if len(units) == 1 else None


def read_amount(cell: str, factor: int, currency: str) -> Money | None:
    """The amount of a cell that holds a bare number or range, `1,250` at 1000000 as 1.25 billion; else None."""
    hit = _CELL.fullmatch(cell.strip())
    if not hit:
        return None
    high = Decimal(hit.group("amount").replace(",", "")) * factor
    low = Decimal(hit.group("low").replace(",", "")) * factor if hit.group("low") else high
    if hit.group("sign"):
        low, high = -low, -high
    return Money(whole(low), whole(high), currency, bool(hit.group("about") or hit.group("more")))
