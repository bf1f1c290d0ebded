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
