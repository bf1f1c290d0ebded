"""Amounts of money: `1조 5,179억원`, `3억 5천만원`, `66백만원`, `5~10억원`, `최대 2억원`, `9억불`, `EUR 20`."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.lexicon import words
from extract.rule import Kind, Mention, Rule, Rulebook
from extract.rules.alternation import one_of
from extract.rules.currency import BARE_WON, CODE, FOREIGN, WON, currency_of, read_amount, unit_factor
from extract.rules.number import AMOUNT, DIGITS, NOT_INSIDE, SPOKEN, digits_before, read_decimal, whole
from extract.values import Money

__all__ = ["MONEY", "MONIES", "find_money", "read_amount", "unit_factor"]

MONEY: Kind[Money] = Kind("money")

# `최대 3년간 총 10억원`: what may stand between 최대 and its amount.
_SPAN = r"(?:\d{1,2} ?(?:년|개월) ?(?:간|동안)? ?)?(?:(?:총|각각?|월|연간?|매년|약) ?)?"
_LEAD = (
    rf"(?:(?P<most>(?:최대|최고) ?{_SPAN})|(?P<least>(?:최소|최저|적어도) ?{_SPAN}))?"
    r"(?P<about>(?:(?<![가-힣])약|대략|총 ?약) ?)?"
)
_MIN, _MAX = "(?:최소|최저|적게는)", "(?:최대|최고|많게는)"
_TAIL = (
    r"(?: ?(?:(?P<up>(?:까지|이내|이하|미만|한도)(?: ?(?:이내|까지))?)|(?P<down>이상|초과|\+ ?(?:α|a|알파|@|⍺))"
    r"|(?P<loose>내외|규모|정도|가량|안팎|수준|남짓|쯤|여(?=[ ,.)]|$)|대(?=[ ,.의로에)]|$))))?"
)
_TO = r"(?: ?[~∼] ?|-)"
_SIGN = r"(?P<sign>(?<![\w)\]\n~∼])-)?"
_CENTS = r"(?: ?(?P<cents>\d\d?|[일이삼사오육칠팔구십]{1,3}) ?센트)?"
_NAMED = rf"(?P<currency>{WON}|{FOREIGN})"
_COUNTERS = words("counters.toml")["not_money"]
_COUNTED = (
    rf"(?! ?(?:{one_of(word for word in _COUNTERS if len(word) > 1)}"
    # A counter of one syllable, not the beginning of 대출, 미만 or 수준.
    rf"|{one_of(word for word in _COUNTERS if len(word) == 1)}(?=[^가-힣]|[이을은의과씩당에로으까도만를가는와]|$)"
    r"|㎡|㎥|[kKtWMGL]|\d|%|[~∼-] ?\d))"
)
_WORD_END = r"(?=[^가-힣]|[을이의과은도씩에로]|까지|이상|이하|정도|미만|짜리|규모|상당|$)"
_TIMES = {"M": 10**6, "million": 10**6, "B": 10**9, "billion": 10**9, "백만": 10**6, "억": 10**8, "만": 10**4}
_UNIT = re.compile(r"[조억만천백십 ]+$")


def _bounds(hit: re.Match[str], low: Decimal, high: Decimal, currency: str) -> Money:
    groups = hit.groupdict()
    loose = bool(groups.get("about") or groups.get("loose") or "여" in hit.group("amount"))
    minimum: int | float | None = whole(low)
    maximum: int | float | None = whole(high)
    if low == high and (groups.get("down") or groups.get("least")):
        maximum = None
    elif low == high and (groups.get("up") or groups.get("most")):
        minimum = None
    return Money(minimum, maximum, currency, loose)


def _amount(hit: re.Match[str]) -> Money | None:
    value = read_decimal(hit.group("amount"))
    groups = hit.groupdict()
    cents = read_decimal(groups.get("cents") or "0")
    if value is None or cents is None:
        return None
    if not value and re.search(r"[가-힣]$", hit.string[max(0, hit.start() - 1) : hit.start()]):
        return None  # a masked name: 이0원
    value = (value + cents / 100) * (-1 if groups.get("sign") else 1)
    return _bounds(hit, value, value, currency_of(groups.get("currency")))


def _spoken(hit: re.Match[str]) -> Money | None:
    """Not the caption `(단위: 백만원)`, not 일원, 사원, 조사원, 이유로 or the name 이억원."""
    amount, currency = hit.group("amount"), hit.group("currency")
    scales = set(amount) & set("십백천만억조")
    if amount[0] in "억조" or (len(amount) == 2 and amount[1] in "억조"):
        return None
    if not scales and (currency[0] not in "달파" or len(amount) > 1) and not hit.group("cents"):
        return None
    noted = hit.string[: hit.start()].endswith(("(", ":", ",", "/", "·")) or hit.string[hit.end() :].startswith(")")
    if noted and not amount.strip("십백천만억조"):
        return None
    return _amount(hit)


def _range(hit: re.Match[str]) -> Money | None:
    high = read_decimal(hit.group("amount"))
    if high is None:
        return None
    unit = _UNIT.search(hit.group("amount"))
    low = _low(hit.group("low"), unit.group().replace(" ", "") if unit else "", high)
    if low is None or low >= high:
        return None
    return _bounds(hit, low, high, currency_of(hit.group("currency")))


def _low(written: str, unit: str, high: Decimal) -> Decimal | None:
    """The first amount of a range: as written, or in the unit of the second: `5~10억`, `5천~1억` (5천만)."""
    if re.search(r"[조억만]", written):
        return read_decimal(written)
    tries = (written + unit, written + unit[-1:], written + "만", written) if unit else (written,)
    values = (read_decimal(each) for each in tries)
    return next((value for value in values if value is not None and value < high), None)


def _coded(hit: re.Match[str]) -> Money | None:
    value = read_decimal(hit.group("amount"))
    if value is None:
        return None
    value *= _TIMES.get(hit.group("times") or "", 1)
    return _bounds(hit, value, value, currency_of(hit.group("code")))


def _noted(hit: re.Match[str]) -> Money | None:
    factor = unit_factor(hit.group("note"))
    return read_amount(hit.group("amount"), *factor) if factor else None


RULES = (
    Rule(
        name="<amount> <scale>원",
        pattern=rf"{_LEAD}{_SIGN}{NOT_INSIDE}(?P<amount>{AMOUNT}) ?(?:(?<=[조억만천백십여])|(?<=[조억만천백십여] ))"
        rf"{_NAMED}{_CENTS}{_TAIL}",
        resolve=_amount,
        reads={
            "1조 5,179억원": Money(1_517_900_000_000, 1_517_900_000_000),
            "66백만원": Money(66_000_000, 66_000_000),
            "최대 3억 원": Money(None, 300_000_000),
            "67.2억불": Money(6_720_000_000, 6_720_000_000, "USD"),
            "3,000억원+α": Money(300_000_000_000, None),
        },
        refuses=("5만 원격 진료",),
    ),
    Rule(
        name="<digits>원",
        pattern=rf"{_LEAD}{_SIGN}{NOT_INSIDE}(?P<amount>{AMOUNT}) ?(?P<currency>{BARE_WON}|{FOREIGN}){_CENTS}{_TAIL}",
        resolve=_amount,
        reads={"27,000원": Money(27_000, 27_000), "200달러 25센트": Money(200.25, 200.25, "USD")},
        refuses=("3원칙", "9불편", "이0원"),
    ),
    Rule(
        name="<amount> ~ <amount> 원",
        pattern=rf"{_LEAD}{NOT_INSIDE}(?P<low>{AMOUNT})(?: ?(?:{WON}|{FOREIGN}))?(?: ?(?:이상|초과),?)?"
        rf"(?:{_TO}|(?<=이상) |(?<=초과) )(?P<amount>{AMOUNT}) ?{_NAMED}{_TAIL}",
        resolve=_range,
        reads={
            "10억~12.5억 원": Money(1_000_000_000, 1_250_000_000),
            "5~10억원": Money(500_000_000, 1_000_000_000),
            "5천~1억원": Money(50_000_000, 100_000_000),
        },
        refuses=("10억~12억 명",),
    ),
    Rule(
        name="최소 <amount> 원에서 최대 <amount> 원",
        # Without 최소, 최대 or 까지, `50만원에서 100만원으로` is a change from one to the other.
        pattern=rf"{_MIN} ?(?P<low>{AMOUNT}) ?(?:{WON}|{FOREIGN})?(?: ?에서|,| ?~)? ?{_MAX} ?(?P<amount>{AMOUNT})"
        rf" ?{_NAMED}{_TAIL}",
        resolve=_range,
        reads={"최소 2천 원에서 최대 5만 원": Money(2_000, 50_000)},
    ),
    Rule(
        name="<amount> 억",
        pattern=rf"{_LEAD}{NOT_INSIDE}{_SIGN}(?P<amount>(?:{DIGITS} ?조 ?)?{DIGITS} ?(?:여|천)?억여?"
        rf"(?: ?{DIGITS} ?[천백]?만)?|{DIGITS}(?:(?<=\.\d)|(?<=\.\d\d)|(?<=,\d\d\d)) ?조){_COUNTED}{_TAIL}",
        resolve=_amount,
        reads={"15억": Money(1_500_000_000, 1_500_000_000), "9.4조": Money(9_400_000_000_000, 9_400_000_000_000)},
        refuses=("15억 명", "제3조", "5조", "1억 그루"),
    ),
    Rule(
        name="<amount in Hangul> 원",
        pattern=rf"(?<![가-힣\d])(?P<sign>마이너스 ?)?(?P<amount>{SPOKEN}) ?"
        rf"(?P<currency>{BARE_WON}{_WORD_END}|{FOREIGN}){_CENTS}{_TAIL}",
        resolve=_spoken,
        reads={"이천칠백삼십오만원": Money(27_350_000, 27_350_000), "만 달러": Money(10_000, 10_000, "USD")},
        refuses=(
            "일원",
            "사원",
            "구원",
            "조사원",
            "이유로",
            "이불",
            "이억원 위원장",
            "백원국 차관",
            "(단위: 백만원)",
            "규모(조원)",
        ),
    ),
    Rule(
        name="<currency code> <amount>",
        pattern=rf"(?P<code>{CODE}) ?(?P<amount>{AMOUNT})(?: ?(?P<times>million|billion|[MB](?![a-zA-Z])))?",
        resolve=_coded,
        reads={"EUR 20": Money(20, 20, "EUR"), "US$ 3.5 million": Money(3_500_000, 3_500_000, "USD")},
        refuses=("$/kg",),
    ),
    Rule(
        name="<number> (<unit>)",
        pattern=rf"{NOT_INSIDE}(?P<amount>{DIGITS}) ?(?P<note>\([백십천조억만]{{0,2}} ?원\))",
        resolve=_noted,
        reads={"2,567 (백만원)": Money(2_567_000_000, 2_567_000_000)},
    ),
)
_AFTER = "조억만천백십원달불유엔위파미영호캐싱홍스베루링대뉴태말인필멕브러텡사디덴노중일헤바₩￦(~∼여-"
_WORDS = "최대|최고|최소|최저|적게는|적어도|약|대략|총 ?약|US\\$|A\\$|\\$|€|₩|￦|¥|£|USD|EUR|KRW|JPY|CNY|GBP|-|마이너스"
_SPOKEN = "|".join(f"{letter}[일이삼사오육칠팔구십백천만억조점]" for letter in "일이삼사오육칠팔구십백천만억조")
_COINS = "|".join(f"{letter} ?(?:달러|불|유로|엔|파운드|원)" for letter in "일이삼사오육칠팔구십백천만")
MONIES = Rulebook(MONEY, RULES, starts=f"{digits_before(_AFTER)}|{_WORDS}|{_SPOKEN}|{_COINS}")


def find_money(text: str) -> list[Mention[Money]]:
    """Every amount of money of a text; bare numbers of a table with a unit note are left to `read_amount`."""
    return list(MONIES.scan(text))
