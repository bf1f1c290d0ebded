"""Amounts listed apart from the prizes that they are for: `최우수상, 우수상에는 300만 원, 100만 원이 각각`.

As many amounts as prizes are matched in order, in one sentence, or line by line where a table was lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.records.budgets.tiers import TIER
from extract.rule import Mention
from extract.values import Money

_COMMA = re.compile(r"\s*(?:[,·/]|및|와|과)\s*(?:각\s*)?")
_NAMES = re.compile(rf"(?:{TIER.pattern})(?:작|자)?(?:\s?\([^()]{{1,12}}\))?")
_NAMES_APART = re.compile(r"\s*(?:[,·/]|및|와|과)\s*")
_NAME_LINE = re.compile(rf"\s*(?:{_NAMES.pattern})\s*")
_AMOUNT_LINE = re.compile(
    r"\s*[(\[]?\s*(?:상금)?\s*(?:각각?|총|약|최대)?\s*[\d,.]{1,9}\s?[십백천만억]{0,3}\s?원?\s*[)\]]?\s*"
)
_BACK, _LINES = 400, 30


def spread_tier(text: str, start: int, amounts: Sequence[Mention[Money]], amount: Mention[Money]) -> str | None:
    """The prize that an amount of a sentence from `start` on is for, if prizes and amounts stand in two lists."""
    return _in_sentence(text, start, amounts, amount) or _in_lines(text, amount)


def _in_sentence(text: str, start: int, amounts: Sequence[Mention[Money]], amount: Mention[Money]) -> str | None:
    run: list[Mention[Money]] = []
    for one in amounts:
        joined = run and _COMMA.fullmatch(text, run[-1].end, one.start)
        if run and not joined and amount in run:
            break
        run = [*run, one] if joined else [one]
    if amount not in run or len(run) < 2:
        return None
    names: list[re.Match[str]] = []
    for hit in _NAMES.finditer(text, start, run[0].start):
        names = [*names, hit] if names and _NAMES_APART.fullmatch(text, names[-1].end(), hit.start()) else [hit]
    if len(names) != len(run) or re.search(r"\d\s?[만억]", text[names[-1].end() : run[0].start]):
        return None
    return _tier(names[run.index(amount)].group())


def _in_lines(text: str, amount: Mention[Money]) -> str | None:
    """The same over lines of a lost table: some that are a prize each, then as many that are an amount each."""
    line = text.rfind("\n", 0, amount.start) + 1
    if not _AMOUNT_LINE.fullmatch(text, line, _line_end(text, amount.end)):
        return None
    before = text[max(0, line - _BACK) : line].split("\n")[:-1]
    names = [at for at, words in enumerate(before) if _NAME_LINE.fullmatch(words)]
    if len(names) < 2 or names[-1] - names[0] != len(names) - 1:
        return None
    earlier = sum(bool(_AMOUNT_LINE.fullmatch(words)) for words in before[names[-1] + 1 :])
    later = text[_line_end(text, amount.end) : amount.end + _BACK].split("\n")[1 : 2 * len(names)]
    total = earlier + 1 + sum(bool(_AMOUNT_LINE.fullmatch(words)) for words in later)
    return _tier(before[names[earlier]]) if total == len(names) else None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _tier(words: str) -> str:
    hit = TIER.search(words)
    return hit.group() if hit else words.strip()
