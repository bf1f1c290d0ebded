# ruff: noqa: E501
"""Amounts of money: `1조 5,179억원`, `3억 5천만원`, `66백만원`, `5~10억원`, `최대 2억원`, `9억불`, `EUR 20`."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.rule import Kind, Mention, Rule, Rulebook
from extract.rules.number import AMOUNT, DIGITS, NOT_INSIDE, SPOKEN, digits_before, read_decimal, whole
from extract.values import Money

MONEY: Kind[Money] = Kind("money")

# Names of currencies; where one begins another word, that word is ruled out.
_CURRENCIES = {
    "미국 ?달러|미 ?달러": "USD",
    "호주 ?달러": "AUD",
    "캐나다 ?달러": "CAD",
    "싱가포르 ?달러": "SGD",
    "홍콩 ?달러": "HKD",
    "달러": "USD",
    "불(?=가량|규모)|불(?![가편량법만참용복안티꽃빛길균]|이[익행])": "USD",
    "유로": "EUR",
    "영국 ?파운드|파운드": "GBP",
    "엔화|엔(?![가-힣])|엔(?=[을의로은과])": "JPY",
    "위안화|위안(?![부소])": "CNY",
    "루블": "RUB",
    "루피아": "IDR",
    "루피": "INR",
    "스위스 ?프랑": "CHF",
    "링깃": "MYR",
    "베트남 ?동": "VND",
}
_WON = r"원화|원|₩"
# After a bare number 원 must not begin another word (`3원칙`).
_BARE_WON = r"원(?![칙소천료장본형점격어탁년])|₩"
_FOREIGN = "|".join(_CURRENCIES)
_BY_WORD = tuple((re.compile(words), code) for words, code in _CURRENCIES.items())
_CODES = {"US$": "USD", "$": "USD", "€": "EUR", "₩": "KRW", "\\": "KRW", "¥": "JPY", "£": "GBP"}
_CODE = r"US\$|\$|€|₩|¥|£|USD|EUR|KRW|JPY|CNY|GBP"

_LEAD = (
    r"(?:(?P<most>(?:최대|최고) ?(?:총 ?)?)|(?P<least>(?:최소|최저) ?(?:총 ?)?))?(?P<about>(?:약|대략|총 약|약 총) ?)?"
)
_TAIL = (
    r"(?: ?(?:(?P<up>(?:까지|이내|이하|미만|한도)(?: ?(?:이내|까지))?)|(?P<down>이상|초과|\+ ?(?:α|알파|@))"
    r"|(?P<loose>내외|규모|정도|가량|안팎|상당|수준|남짓|쯤|여(?=[ ,.]|$)|대(?=[ ,.의로에]|$))))?"
)
_TO = r" ?[~\-] ?"


def _bounds(hit: re.Match[str], low: Decimal, high: Decimal, currency: str) -> Money:
    groups = hit.groupdict()
    loose = any(groups.get(name) for name in ("about", "loose")) or "여" in hit.group()
    minimum: int | float | None = whole(low)
    maximum: int | float | None = whole(high)
    if low == high:
        if groups.get("down") or groups.get("least"):
            maximum = None
        elif groups.get("up") or groups.get("most"):
            minimum = None
    return Money(minimum, maximum, currency, loose)


def _currency(words: str | None) -> str:
    if not words or re.match(_WON, words):
        return "KRW"
    return next((code for pattern, code in _BY_WORD if pattern.match(words)), "KRW")


def _amount(hit: re.Match[str]) -> Money | None:
    value = read_decimal(hit.group("amount"))
    if value is None:
        return None
    if hit.group("sign"):
        value = -value
    cents = hit.groupdict().get("cents")
    if cents:
        value += Decimal(cents) / 100
    return _bounds(hit, value, value, _currency(hit.groupdict().get("currency")))


_UNIT = re.compile(r"[조억만천백십 ]+$")


def _low(words: str, unit: str, high: Decimal) -> Decimal | None:
    """The first amount of a range: as written, or in the unit of the second where that fits."""
    if re.search(r"[조억만]", words):
        return read_decimal(words)
    tries = (words + unit, words + unit[-1:], words + "만", words) if unit else (words,)
    values = (read_decimal(each) for each in tries)
    return next((value for value in values if value is not None and value < high), None)


def _range(hit: re.Match[str]) -> Money | None:
    high = read_decimal(hit.group("amount"))
    if high is None:
        return None
    unit = _UNIT.search(hit.group("amount"))
    low = _low(hit.group("low"), unit.group().replace(" ", "") if unit else "", high)
    if low is None or low >= high:
        return None
    return _bounds(hit, low, high, _currency(hit.group("currency")))


def _coded(hit: re.Match[str]) -> Money | None:
    value = read_decimal(hit.group("amount"))
    if value is None:
        return None
    value *= {"M": 10**6, "million": 10**6, "B": 10**9, "billion": 10**9}.get(hit.group("times") or "", 1)
    code = hit.group("code")
    return _bounds(hit, value, value, _CODES.get(code, code))


def _noted(hit: re.Match[str]) -> Money | None:
    factor = unit_factor(hit.group("note"))
    return read_amount(hit.group("amount"), *factor) if factor else None


_SIGN = r"(?P<sign>(?<![\w)\]])-)?"
RULES = (
    Rule(
        name="<amount> 원",
        pattern=rf"{_LEAD}{_SIGN}{NOT_INSIDE}(?P<amount>{AMOUNT}) ?(?:(?<=[조억만천백십여])|(?<=[조억만천백십여] ))(?P<currency>{_WON}|{_FOREIGN})"
        rf"(?: ?(?P<cents>\d\d?) ?센트)?{_TAIL}",
        resolve=_amount,
        reads={
            "1조 5,179억원": Money(1_517_900_000_000, 1_517_900_000_000),
            "3억 5천만원": Money(350_000_000, 350_000_000),
            "66백만원": Money(66_000_000, 66_000_000),
            "최대 3억 원": Money(None, 300_000_000),
            "약 8천여만 원": Money(80_000_000, 80_000_000, approximate=True),
            "67.2억불": Money(6_720_000_000, 6_720_000_000, "USD"),
            "3,000억원+α": Money(300_000_000_000, None),
        },
    ),
    Rule(
        name="<digits>원",
        pattern=rf"{_LEAD}{_SIGN}{NOT_INSIDE}(?P<amount>{AMOUNT}) ?(?P<currency>{_BARE_WON}|{_FOREIGN})(?: ?(?P<cents>\d\d?) ?센트)?{_TAIL}",
        resolve=_amount,
        reads={"27,000원": Money(27_000, 27_000), "200달러 25센트": Money(200.25, 200.25, "USD")},
        refuses=("3원칙", "9불편"),
    ),
    Rule(
        name="<amount> ~ <amount> 원",
        pattern=rf"{_LEAD}{NOT_INSIDE}(?P<low>{AMOUNT})(?: ?원)?{_TO}(?P<amount>{AMOUNT}) ?(?P<currency>{_WON}|{_FOREIGN}){_TAIL}",
        resolve=_range,
        reads={
            "10억~12.5억 원": Money(1_000_000_000, 1_250_000_000),
            "5~10억원": Money(500_000_000, 1_000_000_000),
            "5천~1억원": Money(50_000_000, 100_000_000),
            "6~9천만원": Money(60_000_000, 90_000_000),
        },
        refuses=("10억~12억 명",),
    ),
    Rule(
        name="<amount> 억",
        pattern=rf"{_LEAD}{NOT_INSIDE}(?P<sign>-)?(?P<amount>{DIGITS} ?조 ?{DIGITS} ?억|(?:{DIGITS} ?조 ?)?{DIGITS} ?천?억(?: ?{DIGITS} ?[천백]?만)?|{DIGITS}(?:(?<=\.\d)|(?<=\.\d\d)) ?조)"
        r"(?! ?(?:명|개|건|톤|대|회|주|장|그루|㎡|인|분의|표|가구|마리|배럴|화소|번|뷰|단|년|k|t|W|M|G|\d|[~\-] ?\d))"
        + _TAIL,
        resolve=_amount,
        reads={"15억": Money(1_500_000_000, 1_500_000_000), "9.4조": Money(9_400_000_000_000, 9_400_000_000_000)},
        refuses=("15억 명", "제3조", "5조", "1억 그루"),
    ),
    Rule(
        name="<amount in Hangul> 원",
        pattern=rf"(?<![가-힣])(?P<sign>마이너스 ?)?(?P<amount>{SPOKEN}) ?(?P<currency>(?<=[십백천만억조])원(?![칙소천료장본형점격어탁년])|(?<=[십백천만억조] )원(?![칙소천료장본형점격어탁년])|{_FOREIGN})"
        r"(?: ?(?P<cents>\d\d?) ?센트)?" + _TAIL,
        resolve=_amount,
        reads={"이천칠백삼십오만원": Money(27_350_000, 27_350_000)},
        refuses=("일원", "사원", "구원", "이원"),
    ),
    Rule(
        name="<currency code> <amount>",
        pattern=rf"(?P<code>{_CODE}) ?(?P<amount>{AMOUNT})(?: ?(?P<times>million|billion|M|B)(?![a-zA-Z]))?",
        resolve=_coded,
        reads={"EUR 20": Money(20, 20, "EUR"), "US$ 3.5 million": Money(3_500_000, 3_500_000, "USD")},
    ),
    Rule(
        name="<number> (<unit>)",
        pattern=rf"{NOT_INSIDE}(?P<amount>{DIGITS}) ?(?P<note>\([백십천조억만]{{0,2}} ?원\))",
        resolve=_noted,
        reads={"2,567 (백만원)": Money(2_567_000_000, 2_567_000_000)},
    ),
)
_AFTER = "조억만천백십원달불유엔위파미영호캐싱홍스베루링₩(~∼～여"
_LEADS = "최대|최고|최소|최저|약|대략|총 ?약"
MONIES = Rulebook(
    MONEY,
    RULES,
    starts=f"{digits_before(_AFTER)}|-|{_LEADS}|US\\$|\\$|€|₩|¥|£|USD|EUR|KRW|JPY|CNY|GBP|마이너스|십|백|천|만|억|조|일[십백천만억조]|이[십백천만억조달불]|삼|사[십백천만억조]|오|육|칠|팔|구",
)


def find_money(text: str) -> list[Mention[Money]]:
    """Every amount of money of a text; bare numbers of a table with a unit note are left to `read_amount`."""
    return list(MONIES.scan(text))


_NOTE = re.compile(
    rf"(?:^|[(\[,:·/ ])(?P<scale>{DIGITS}|십억|백억|천억|백만|천만|십만|[천백만억조])? ?(?P<currency>원|{_FOREIGN})"
)


def unit_factor(note: str) -> tuple[int, str] | None:
    """What one unit of a table is worth by its caption, `(단위: 백만원, %)` as (1000000, "KRW"); None if no money."""
    hit = _NOTE.search(note)
    if not hit:
        return None
    scale = read_decimal(hit.group("scale") or "1")
    return None if scale is None else (int(scale), _currency(hit.group("currency")))


_CELL = re.compile(rf"(?P<about>약 ?)?(?P<sign>[-△▲])? ?(?P<amount>{DIGITS})")


def read_amount(cell: str, factor: int, currency: str) -> Money | None:
    """The amount of a cell that holds one bare number, `1,250` at 1000000 as 1.25 billion; None for other cells."""
    hit = _CELL.fullmatch(cell.strip())
    if not hit:
        return None
    value = Decimal(hit.group("amount").replace(",", "")) * factor
    value = -value if hit.group("sign") else value
    return Money(whole(value), whole(value), currency, bool(hit.group("about")))
