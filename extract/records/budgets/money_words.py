"""Whether words name money and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.lexicon import budget_words

_LETTER_SPACED = re.compile(r" (?<=[가-힣] )(?<![가-힣]{2} )(?=[가-힣](?![가-힣]))")
_MONEY_WORD = re.compile(
    r"금액|사업비|예산|국비|지방비|도비|시비|군비|민간|자부담|지원|한도|규모|보조|융자|투자|출연|기금|재정|상금|자금|목표"
    r"|액$|비$|금$|총|원\)"
)


def closed_up(words: str) -> str:
    """Letter-spaced words closed up: `국 비` to `국비`."""
    return _LETTER_SPACED.sub("", words)


@lru_cache(maxsize=4096)
def names_money(words: str) -> bool:
    """Whether some words name money (`지원 한도`, `국비`) and not a track."""
    groups = budget_words()["cues"]
    words = closed_up(words)
    return bool(_MONEY_WORD.search(words)) or any(cue in words for cue in (*groups["fund"], *groups["prize"]))


_LEADING = re.compile(
    r"^(?:\d{1,2}년간|각각?|[가-힣]{1,6}당|최대|매년|[가-힣]{1,6}\s\d{1,3}\s?(?:팀|명|곳|건|개))\s+(?=\S)"
)
_AHEAD = re.compile(r"(?<=[가-힣])할\s(?:계획|예정|방침)$")
_UNIT = re.compile(r"\s?\((?:단위\s?[:：]\s?)?(?:조|십억|억|천만|백만|천|만)?\s?원(?:,\s?[^()]{1,6})?\)$")


def plain_label(label: str | None) -> str | None:
    """A label as its word: `국비` of `3년간 국비`, `개소당 국비`, `국비(억 원)`."""
    while label and (shorter := _AHEAD.sub("", _UNIT.sub("", _LEADING.sub("", label)))) != label:
        label = shorter
    return label
