"""Who pays: the source of an amount by the words of its label."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.lexicon import budget_words
from extract.records.budgets.frame import Frame
from extract.records.budgets.money_words import closed_up
from extract.release import BudgetSource

# `총사업비` and `지방비` before `국비`, which they may stand beside; private before national (`민간 출연`).
_MEANS = re.compile(
    r"((?:국비|국고|시비|도비|군비|구비|지방비|기금|재정|자부담|정부|추경|예비비)(?:\s?[가-힣]{1,4})?)(?:으로|로)(?=\s)"
)
_COSTS = re.compile(r"연구비|전시비")  # end like `구비`, `시비`, and name no payer
_ORDER: tuple[BudgetSource, ...] = ("total", "local", "private", "national")


@dataclass(frozen=True, slots=True)
class Payer:
    """A source, and whether the words name it; unnamed is `total`."""

    source: BudgetSource
    named: bool


def payer_of(frame: Frame) -> Payer:
    """The payer that the nearest words name: the label, then the head noun, then the verb (`출연`)."""
    for words in (frame.label, frame.topic):
        source = payer_in(words)
        if source:
            return Payer(source, True)
    source = payer_in(_last_noun(frame.head)) or _means(frame.left) or _means(frame.verb)
    return Payer(source, True) if source else Payer("total", False)


def _means(words: str) -> BudgetSource | None:
    """The payer that is said to pay by its means: `국고 지원금으로`, `전액 시비로`."""
    hits = [hit[1] for hit in _MEANS.finditer(words)]
    return payer_in(hits[-1]) if hits else None


def _last_noun(head: str) -> str:
    """The noun at the end of a head phrase, if the phrase names one thing."""
    if re.search(r"[와과및,·]\s", head):
        return ""
    return head if head.endswith(("투자", "자금", "재원")) else " ".join(head.split()[-2:])


@lru_cache(maxsize=4096)
def payer_in(words: str) -> BudgetSource | None:
    """The payer that some words name; where they name several, the last."""
    words = _COSTS.sub("", closed_up(words))
    best: tuple[int, BudgetSource] | None = None
    for source in _ORDER:
        for word in budget_words()["payers"][source]:
            at = words.rfind(word)
            if at >= 0 and (best is None or at + len(word) > best[0]):
                best = at + len(word), source
    return best[1] if best else None
