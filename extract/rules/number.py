"""Numbers as the press writes them: `1,234.5`, `9만 4천`, `1조 5,179억`, `이천칠백삼십오만`.

The patterns here are bounded and possessive, so that long runs of digits cost no more than their length.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extract.rule import Kind, Mention, Rule, Rulebook
from extract.values import Number

NUMBER: Kind[Number] = Kind("number")

# Digits, with or without thousands marks and decimals.
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,6}+(?!\d)|\d{1,18}+)(?:\.\d{1,10}+)?"
# What stands before 조, 억 or 만: digits, with 천, 백 and 십 written out in part (`7천 5백 30`).
_BELOW = rf"{DIGITS}여?(?: ?[천백십](?: ?여)?(?: ?\d{{1,3}}(?: ?[백십])?여?){{0,3}})?"
_GAP = r"(?: (?=\d)|여(?= )|여)?"
SCALED = (
    rf"(?:{_BELOW} ?조{_GAP}(?:{_BELOW} ?억{_GAP})?(?:{_BELOW} ?만{_GAP})?"
    rf"|{_BELOW} ?억{_GAP}(?:{_BELOW} ?만{_GAP})?|{_BELOW} ?만{_GAP})"
)
# A number led by a digit; `(?<!\d[.,])` keeps it from starting inside another number.
AMOUNT = rf"(?:{SCALED}(?:{_BELOW})?|{_BELOW})"
NOT_INSIDE = r"(?<!\d)(?<!\d[.,])"
# A number in Hangul; the reader declines what is none.
SPOKEN = r"[일이삼사오육칠팔구영십백천만억조]{1,24}+(?:점[일이삼사오육칠팔구영]{1,8}+)?"


def digits_before(following: str, run: str = "[0-9,.]{0,24}+") -> str:
    """Where digits start that are followed by one of these characters, as a rulebook's `starts` wants it."""
    return "|".join(f"{digit}(?<![0-9][0-9]){run}(?= ?[{following}]|\\Z)" for digit in range(10))


DIGIT_RUNS = "|".join(f"{digit}[0-9]*+" for digit in range(10))
_SCALE_LETTERS = "일이삼사오육칠팔구영십백천만억조"
SPOKEN_RUNS = "|".join(f"{letter}[{_SCALE_LETTERS}]*+" for letter in _SCALE_LETTERS)

_SPOKEN_DIGITS = {word: value for value, word in enumerate("영일이삼사오육칠팔구")}
_SMALL = {"십": 10, "백": 100, "천": 1000}
_BIG = {"만": 10**4, "억": 10**8, "조": 10**12}
_TOKEN = re.compile(
    rf"(?P<digits>{DIGITS})|(?P<spoken>[영일이삼사오육칠팔구])|(?P<small>[십백천])|(?P<big>[만억조])|(?P<other>.)"
)


def whole(value: Decimal) -> int | float:
    """An int where there is no fraction, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)


def read_number(words: str) -> int | float | None:
    """The value of one number in digits, Hangul or both; None where the words do not make one number."""
    if words.isdecimal():
        return int(words)
    value = read_decimal(words)
    return None if value is None else whole(value)


def read_decimal(words: str) -> Decimal | None:
    """As `read_number`, exactly."""
    if words.isdecimal():
        return Decimal(words)
    words = words.replace(" ", "").replace("여", "")
    words, point, fraction = words.partition("점")
    if not words:
        return None
    value = _Sum().read(words)
    if value is None or not point:
        return value
    digits = [_SPOKEN_DIGITS.get(letter) for letter in fraction]
    if None in digits or not digits:
        return None
    return value + Decimal("0." + "".join(map(str, digits)))


class _Sum:
    """Adds the parts of a number from the left; every unit must be smaller than the one before it."""

    def __init__(self) -> None:
        self.total = self.section = Decimal(0)
        self.digits: Decimal | None = None
        self.small, self.big = 10**4, 10**16

    def read(self, words: str) -> Decimal | None:
        for token in _TOKEN.finditer(words):
            if not getattr(self, f"_{token.lastgroup}")(token.group()):
                return None
        return self.total + self._below() if self._fits(1) else None

    def _below(self) -> Decimal:
        return self.section + (self.digits or 0)

    def _fits(self, unit: int) -> bool:
        if self.digits is not None and self.section and self.digits >= self.small:
            return False
        return self.big == 10**16 or self._below() * unit < self.big

    def _digits(self, word: str) -> bool:
        free = self.digits is None
        self.digits = Decimal(word.replace(",", ""))
        return free

    def _spoken(self, word: str) -> bool:
        free = self.digits is None
        self.digits = Decimal(_SPOKEN_DIGITS[word])
        return free

    def _small(self, word: str) -> bool:
        unit = _SMALL[word]
        if unit >= self.small:
            return False
        self.section += (1 if self.digits is None else self.digits) * unit
        self.digits, self.small = None, unit
        return True

    def _big(self, word: str) -> bool:
        unit = _BIG[word]
        if unit >= self.big or not self._fits(unit):
            return False
        bare = not self.section and self.digits is None
        self.total += (Decimal(1) if bare else self._below()) * unit
        self.section, self.digits, self.small, self.big = Decimal(0), None, 10**4, unit
        return True

    def _other(self, word: str) -> bool:
        return False


def _plain(hit: re.Match[str]) -> Number | None:
    value = read_number(hit.group("amount"))
    if value is None:
        return None
    return Number(-value if hit.group("sign") else value)


def _fraction(hit: re.Match[str]) -> Number | None:
    below, above = read_decimal(hit.group("below")), read_decimal(hit.group("above"))
    whole_part = read_decimal(hit.groupdict().get("whole") or "0")
    if not below or above is None or whole_part is None:
        return None
    value = whole_part + above / below
    return Number(float(f"{-value if hit.group('sign') else value:.15g}"))


def _apart(hit: re.Match[str]) -> Number | None:
    return Number(whole(Decimal(hit.group("amount").replace(" ", ""))))


_ANY = rf"(?:{AMOUNT}|(?<![가-힣]){SPOKEN})"
RULES = (
    Rule(
        name="<digits and scales>",
        pattern=rf"(?P<sign>(?<![\w)\]])-|[△▲]|마이너스 ?)?{NOT_INSIDE}(?P<amount>{AMOUNT})",
        resolve=_plain,
        reads={
            "1,234.5": Number(1234.5),
            "9만 4천": Number(94_000),
            "5억2천만": Number(520_000_000),
            "2.5만": Number(25_000),
            "△3억2천만": Number(-320_000_000),
        },
    ),
    Rule(
        name="<number in Hangul>",
        pattern=rf"(?<![가-힣])(?P<sign>마이너스 ?)?(?P<amount>{SPOKEN}(?: {SPOKEN})?)(?![가-힣])",
        resolve=_plain,
        reads={"이십삼": Number(23), "이천칠백삼십오만": Number(27_350_000)},
    ),
    Rule(
        name="<number> 분의 <number>",
        pattern=rf"(?P<below>{_ANY}) ?분의 ?(?P<sign>마이너스 ?)?(?P<above>{AMOUNT}|{SPOKEN})",
        resolve=_fraction,
        reads={"3분의 1": Number(0.333333333333333), "오분의 이": Number(0.4)},
    ),
    Rule(
        name="<fraction>, nothing else",
        pattern=r"\A(?P<sign>-)? ?(?:(?P<whole>\d{1,4}) {1,2})?(?P<above>\d{1,4})/(?P<below>\d{1,4})\Z",
        resolve=_fraction,
        reads={"3/4": Number(0.75), "2 1/4": Number(2.25)},
    ),
    Rule(
        name="<digits in groups>, nothing else",
        pattern=r"\A(?P<amount>\d{1,3}(?: \d{3}){1,5}(?:\.\d{1,8})?|\.\d{1,12})\Z",
        resolve=_apart,
        reads={"1 234 567": Number(1_234_567), ".25": Number(0.25)},
    ),
)
NUMBERS = Rulebook(NUMBER, RULES, starts=rf"{DIGIT_RUNS}|{SPOKEN_RUNS}|-|△|▲|마이너스|\.[0-9]")


def find_numbers(text: str) -> list[Mention[Number]]:
    """Every bare number of a text."""
    return list(NUMBERS.scan(text))
