"""Whether an amount is a budget: what the words around it say, weighed.

Each part of a frame is looked through for the cue words of `lexicon/budgets.toml`; a cue in a part is a feature, and
its weight is in `lexicon/budget_weights.csv`, written by `bench/train_budgets.py` from the gold files. An amount is a
budget if the weights add up to more than nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from extract.lexicon import budget_weights, budget_words
from extract.records.budgets.frame import Frame
from extract.records.budgets.money_words import closed_up, names_money
from extract.values import Money

_LIMIT = re.compile(r"\s*(?:이하|이상|미만|초과|를 넘|을 넘)")
_ELIGIBLE = re.compile(r"(?:이하|이상|미만|초과)(?:인|의)?\s?(?:기업|자|법인|회사|가구|사업장|중소|주택|업체|경우)")
_BEYOND = re.compile(r"\s*(?:초과|미만)")
# A row of years (`('21) 180억원 → ('22) 300억원`) is no change.
_CHANGE = re.compile(r"\s*(?:에서|[→⇒](?!\s*\(?['‘’`]?\d{2,4}(?:\s?[.년)]|\s[가-힣]))|대비)")
_PROGRAMME = re.compile(
    r"(?:사업|프로그램|바우처|패키지|프로젝트|R&D|연구개발|기술개발|육성|구축|팩토링|펀드|개발|조성|지원단|플랫폼|캠퍼스|인프라"
    r"|양성|고도화|실증|정비|건립|설치|개선)(?:\s?개요)?$"
)
# `500만 원에서 1,000만 원으로`: what it was before; `1,348억 원 증가`: by how much it changed.
_OLD = re.compile(r"\s*에서\s*(?:약|총|최대|연)?\s*\d[^.]{0,24}?(?:으로|로)\s")
_TURNED = re.compile(r"\s*[→⇒]\s*(?:약|총|최대|연)?\s*\d[\d,.]*\s?[십백천만억조]")
_COMPARED = re.compile(r"전년|작년|지난해")
_DATED = re.compile(r"['‘’`]\d\d|\d{4}|(?<![전작])년")
_MORE = re.compile(
    r"\)?\s*(?:이|을|를|만큼|씩|가량|이나)?\s*(?:더\s|추가\s?)?(?:증가|감소|증액|늘|인상|올[라랐린]|오른|줄|삭감|감액|상향)"
)
# By how much something changed is no budget: `235억 원이 감소한`, `1만 원 인상하여`, `240억 원의 예산이 낭비`.
_DIFFERENCE = re.compile(
    r"\s*(?:이|가|을|를)?\s?(?:\([^()]{1,14}\)\s?)?(?:더\s|추가로\s)?"
    r"(?:증가|감소|줄[어었인]|늘어|늘었|인상|인하|상승|하락|감액|삭감|낭비|절감|절약)"
    r"|\s*(?:의|상당의)?\s[가-힣]{2,6}[이가을를]?\s(?:낭비|절감|절약)"
)
_GREW = re.compile(r"\)\s*(?:이|가|을|를)?\s*(?:증가|감소|증액|늘|확대|상향|인상|삭감|줄)")
_FORMULA = re.compile(r"\)?\s?[×✕+]\s?[\d(]")
_BARRED = re.compile(
    r"동시에[^.]{0,14}(?:없|불가)|중복\s?(?:지원|수혜|신청|수령)|(?:예산|사업비|지원금)[이은]\s아[닌니님]"
)
_FIRMS = re.compile(r"(?:기업|업체|회사|사업자|점주|소비자)들?(?:이|은|는)\s[^.]{0,50}$")
_SCALED = re.compile(r"\s*규모?(?:로|의|이다|이며)?\s(?:진행|추진|운영|편성|투입)")
_ASIDE = re.compile(r"(?:와|과|이)\s?별(?:도|개)로|이와 별도|한편,|앞서 ")
_OTHERS = re.compile(r"(?:다른|유사|타|관련|기타|여타)\s[가-힣·\s]{0,12}(?:사업|제도|지원)")
# `개소당 최대 10억 원`: what each place gets.
_CAPPED = re.compile(
    r"(?:개소|곳|기업|개사|업체|팀|과제|대학|기관|지구|지자체|시군|마을|단체|동아리|센터|학교|상품|점포|시설|단지)당\s?(?:연|평균|국비)?\s?최대\s?\d"
)
_OTHER_ONES = re.compile(r"(?:다른|유사|타)\s[가-힣·\s]{0,12}(?:사업|제도|지원)(?:\s?(?:안내|현황|소개))?[\s>)\]]*$")
_DATIVE = re.compile(r"(?:에게|에는?|에게는)\s*(?:각|총|최대|약|각각)?\s*$")
# Without one of these anywhere near, nothing says that an amount is a budget.
_GROUNDS = frozenset(
    ("fund", "support", "loan", "prize", "invest", "contract", "money", "programme", "scaled", "capped")
)
_NEVER = frozenset(("shape.old", "shape.formula", "shape.difference", "shape.others"))
_SMALL = 10_000
# What a sum is of stands before it: `자산합계`.
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SUMS = ("합계", "총액")


def features(frame: Frame, money: Money) -> Iterator[str]:
    """The names of what holds of an amount and its frame."""
    yield "always"
    for part in ("label", "topic", "head", "verb", "left", "rest", "heading", "title"):
        words = getattr(frame, part)
        groups = _named(closed_up(words)) if part in ("label", "topic") else _groups(words)
        for group in groups:
            yield f"{part}.{group}"
    for part in ("label", "topic", "head"):
        if not getattr(frame, part):
            yield f"{part}.none"
    yield from _shape(frame, money)


@lru_cache(maxsize=4096)  # the cells of a column share their labels, and all amounts the title
def _groups(words: str) -> tuple[str, ...]:
    """The groups of all cues in some words."""
    return tuple(dict.fromkeys(group for _, groups in _cues_in(words) for group in groups))


def _named(words: str) -> tuple[str, ...]:
    """The groups of what a label names, in brackets only where it names nothing else: `한도 총액(참가비)`."""
    return _final(_BRACKETS.sub("", words)) or _final(words)


@lru_cache(maxsize=4096)
def _final(words: str) -> tuple[str, ...]:
    """The groups of the last cue of a noun phrase, which is what it names: `손실보상 예산` is no loss."""
    found = list(_cues_in(words))
    named = [groups for at, groups in found if words[at : at + 2] not in _SUMS]
    return (named or [groups for _, groups in found] or [()])[-1]


def _cues_in(words: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where cues stand and their groups; one inside a longer one does not count (`가격` in `추정가격`)."""
    cues, at = _cues_by_start(), 0
    while at < len(words):
        hit = next((cue for cue in cues.get(words[at : at + 2], ()) if words.startswith(cue[0], at)), None)
        if hit:
            yield at, hit[1]
        at += len(hit[0]) if hit else 1


@cache
def _cues_by_start() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """All cues by their first two letters, longest first; innocent words have no group."""
    groups: dict[str, tuple[str, ...]] = dict.fromkeys(budget_words()["innocent"]["words"], ())
    for group, cues in budget_words()["cues"].items():
        for cue in cues:
            groups[cue] = (*groups.get(cue, ()), group)
    starts: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for cue in sorted(groups, key=len, reverse=True):
        starts[cue[:2]] = (*starts.get(cue[:2], ()), (cue, groups[cue]))
    return starts


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
        "programme": _PROGRAMME.search(frame.label.rstrip(" *")),
        "change": _CHANGE.match(frame.verb),
        "old": _OLD.match(frame.verb) or _is_difference(frame) or (was_before(frame) and not last_year(frame)),
        "difference": _DIFFERENCE.match(frame.after),
        "more": _MORE.match(frame.verb),
        "formula": _FORMULA.match(frame.verb) or "×" in frame.left[-24:],
        "barred": _BARRED.search(frame.verb),
        "firms": _FIRMS.search(frame.left),
        "scaled": (frame.inside.endswith("규모") and frame.verb.startswith("로 ")) or _SCALED.match(frame.verb),
        "aside": _ASIDE.search(frame.left + frame.rest) or _OTHERS.search(frame.heading),
        "others": _OTHER_ONES.search(frame.heading),
        "each": re.search(r"당|각|씩", frame.left[-12:] + frame.inside),
        "capped": _CAPPED.search(frame.left + frame.inside),
        "dative": _DATIVE.search(frame.left),
    }
    yield from (f"shape.{name}" for name, held in holds.items() if held)


def _is_difference(frame: Frame) -> bool:
    """Whether an amount says by how much another grew: `24%(1,348억 원) 증가한`."""
    return frame.left.rstrip().endswith(("%(", "% (")) and _GREW.match(frame.after) is not None


def was_before(frame: Frame) -> bool:
    """Whether an arrow leads from an amount to what became of it, and no year is named."""
    return _TURNED.match(frame.after) is not None and not _DATED.search(frame.left[-16:])


def last_year(frame: Frame) -> bool:
    """Whether the clause compares with the year before: `전년 대비 2배(200억 원→400억 원)`."""
    return _COMPARED.search(frame.left) is not None


def score(frame: Frame, money: Money) -> float:
    """The sum of the weights of what holds; above nothing means a budget."""
    weights = budget_weights()
    held = list(features(frame, money))
    if not _NEVER.isdisjoint(held):
        return -1.0
    if not any(feature.split(".")[-1] in _GROUNDS for feature in held):
        return -1.0
    return sum(weights.get(feature, 0.0) for feature in held)
