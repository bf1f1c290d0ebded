"""Whether an amount is a budget: what the words around it say, weighed.

Each part of a frame is looked through for the cue words of `lexicon/budgets.toml`; a cue in a part is a feature, and
its weight is in `lexicon/budget_weights.csv`, written by `bench/train_budgets.py` from the gold files. An amount is a
budget if the weights add up to more than nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.lexicon import budget_weights, budget_words
from extract.records.budgets.frame import Frame
from extract.records.budgets.money_words import closed_up, names_money
from extract.values import Money

_LIMIT = re.compile(r"\s*(?:이하|이상|미만|초과|를 넘|을 넘)")
_ELIGIBLE = re.compile(r"(?:이하|이상|미만|초과)(?:인|의)?\s?(?:기업|자|법인|회사|가구|사업장|중소|주택|업체|경우)")
_BEYOND = re.compile(r"\s*(?:초과|미만)")
_CHANGE = re.compile(r"\s*(?:에서|→|⇒|대비)")
_ASIDE = re.compile(r"(?:와|과|이)\s?별(?:도|개)로|이와 별도|한편,|앞서 ")
_OTHERS = re.compile(r"(?:다른|유사|타|관련|기타|여타)\s[가-힣·\s]{0,12}(?:사업|제도|지원)")
_DATIVE = re.compile(r"(?:에게|에는?|에게는)\s*(?:각|총|최대|약|각각)?\s*$")
# Without one of these anywhere near, nothing says that an amount is a budget.
_GROUNDS = frozenset(("fund", "support", "loan", "prize", "invest", "contract", "money"))
_SMALL = 10_000


def features(frame: Frame, money: Money) -> Iterator[str]:
    """The names of what holds of an amount and its frame."""
    yield "always"
    for part in ("label", "topic", "head", "verb", "left", "rest", "heading", "title"):
        words = getattr(frame, part)
        for group in _groups(closed_up(words) if part in ("label", "topic") else words):
            yield f"{part}.{group}"
    for part in ("label", "topic", "head"):
        if not getattr(frame, part):
            yield f"{part}.none"
    yield from _shape(frame, money)


@lru_cache(maxsize=4096)  # the cells of a column share their labels, and all amounts the title
def _groups(words: str) -> tuple[str, ...]:
    cues = budget_words()["cues"] if words else {}
    return tuple(group for group, some in cues.items() if any(cue in words for cue in some))


def _shape(frame: Frame, money: Money) -> Iterator[str]:
    most = money.maximum if money.maximum is not None else money.minimum
    near = frame.inside + frame.verb[:12]
    holds = {
        "small": most is not None and most < _SMALL and money.currency == "KRW",
        "foreign": money.currency != "KRW",
        "eligible": _ELIGIBLE.match(frame.verb.lstrip()) or _ELIGIBLE.search(near),
        "limit": _LIMIT.search(frame.inside) or _LIMIT.match(frame.verb),
        "beyond": _BEYOND.search(frame.inside) or _BEYOND.match(frame.verb),
        "money": names_money(frame.label) or names_money(frame.topic),
        "up_to": money.minimum is None,
        "change": _CHANGE.match(frame.verb),
        "aside": _ASIDE.search(frame.left + frame.rest) or _OTHERS.search(frame.heading),
        "each": re.search(r"당|각|씩", frame.left[-12:] + frame.inside),
        "dative": _DATIVE.search(frame.left),
    }
    yield from (f"shape.{name}" for name, held in holds.items() if held)


def score(frame: Frame, money: Money) -> float:
    """The sum of the weights of what holds; above nothing means a budget."""
    weights = budget_weights()
    held = list(features(frame, money))
    if not any(feature.split(".")[-1] in _GROUNDS for feature in held):
        return -1.0
    return sum(weights.get(feature, 0.0) for feature in held)
