"""Who pays: the source of an amount by the words of its label."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon import budget_words
from extract.records.budgets.frame import Frame
from extract.release import BudgetSource

# `총사업비` and `지방비` before `국비`, which they may stand beside; private before national (`민간 출연`).
_ORDER: tuple[BudgetSource, ...] = ("total", "local", "private", "national")


@dataclass(frozen=True, slots=True)
class Payer:
    """A source, and whether the words name it; unnamed is `total`."""

    source: BudgetSource
    named: bool


def payer_of(frame: Frame) -> Payer:
    """The payer that the nearest words name: the label, then the head noun, then the verb (`출연`)."""
    for words in (frame.label, frame.topic, frame.head):
        source = payer_in(words)
        if source:
            return Payer(source, True)
    return Payer("total", False)


def payer_in(words: str) -> BudgetSource | None:
    """The payer that some words name; where they name several, the last."""
    best: tuple[int, BudgetSource] | None = None
    for source in _ORDER:
        for word in budget_words()["payers"][source]:
            at = words.rfind(word)
            if at >= 0 and (best is None or at + len(word) > best[0]):
                best = at + len(word), source
    return best[1] if best else None
