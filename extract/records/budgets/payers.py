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
    r"((?:국비|국고|시비|도비|군비|구비|지방비|기금|재정|자부담|정부|추경|예비비)(?:\s?[가-힣]{1,4})?)(?:으로|로)(?:는|만)?(?=\s)"
)
_NOTED = re.compile(
    r"(?:을|를)?\s?(?:[가-힣]{2}\s)?\((?:\d+년간?,?\s?|전액\s?|모두\s?)?(?P<payer>국비|국고|도비|시비|군비|구비|지방비|자부담|민간|기금)"
    r"(?:\s?기준|\s?100\s?%)?\)"
)
_BEARS = re.compile(
    r"(?P<payer>국비|국고|도비|시비|군비|구비|지방비)(?:를|로|는|가)?\s\d{1,3}\s?%(?:까지|씩|를)?,?\s(?:\d년간\s|최대\s|총\s|\S{1,4}당\s)*$"
)
# `90억 원을 ’26년도 정부 예산안에 담았다`.
_STATE_BUDGET = re.compile(r"(?:정부|국가|부처)\s?예산(?:안)?에\s(?:[가-힣]{1,6}\s)?(?:담|반영|편성|포함)")
_SUBJECT = re.compile(r"(?:^|[\s(])(?P<who>정부|국가|민간|민간기업|은행권|금융권|업계)(?:가|이|은|는|에서는?)\s")
_AMOUNT = re.compile(r"\d\s?[조억만천]")
# `30억 원(국비 20억 원, 군비 10억 원)`: several pay.
_DIVIDED = re.compile(r"\s?\((?:국비|국고|도비|시비|군비|구비|지방비|민간|자부담)\s?\d")
_GIVING = re.compile(r"투자|투입|출자|출연|부담|지원|보태|쓰는|쓴다|대는|댄다|내놓|들이|들인")
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
    source = (
        source
        or ("national" if _STATE_BUDGET.search(frame.verb) else None)
        or _noted(frame.after)
        or _bears(frame.left)
        or _gives(frame)
    )
    return Payer(source, True) if source else Payer("total", False)


def _noted(after: str) -> BudgetSource | None:
    """The one payer in brackets right behind an amount: `84억 원(3년간, 국비)`, `512억 원 집행 (전액 국비)`."""
    hit = _NOTED.match(after)
    return payer_in(hit["payer"]) if hit else None


def _bears(left: str) -> BudgetSource | None:
    """Who is said to bear a share, of which the amount is the limit: `국비를 70%, 3년간 70억 원 한도에서`."""
    hit = _BEARS.search(left)
    return payer_in(hit["payer"]) if hit else None


def _gives(frame: Frame) -> BudgetSource | None:
    """Who gives by the subject of the clause: `정부가 여기에 쓰는 돈은`, `민간은 별도로 … 투자`."""
    hit = _SUBJECT.search(frame.left)
    if hit is None or _DIVIDED.match(frame.after) or _AMOUNT.search(frame.left, hit.end()):
        return None
    if not (_GIVING.search(frame.left, hit.end()) or _GIVING.search(frame.verb)):
        return None
    return "national" if hit["who"] in ("정부", "국가") else "private"


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
