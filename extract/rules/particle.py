"""Where a name ends and its particle begins: 은, 이, 을, 과 follow a final consonant, 는, 가, 를, 와 a vowel."""

from __future__ import annotations

import re
from functools import lru_cache

_OPEN = "".join(map(chr, range(0xAC00, 0xD7A4, 28)))
_AGREEING = (
    rf"(?<=[{_OPEN}])(?:[는가를와로나]|라[고는])"
    rf"|(?<=[가-힣])(?<![{_OPEN}])(?:[은이을과]|으로|이[며고나란라]|이라[고는])"
)
PARTICLE = (
    rf"(?:{_AGREEING}|(?<![가-힣])(?:[은는이가을를와과로]|으로)|[의도만등및외]|에서?는?|에[도게]|까지|부터|입니다|이다)"
)
"""A particle that fits the word before it."""

_TRAILING = re.compile(rf"{PARTICLE}$")


@lru_cache(maxsize=4096)
def without_particle(words: str) -> str:
    """The words without one particle at their end."""
    return _TRAILING.sub("", words)
