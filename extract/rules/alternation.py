"""One pattern for many words."""

from __future__ import annotations

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, that shares their beginnings and so fails fast."""
    return _branches([word for word in sorted(set(words)) if word])


def _branches(words: list[str]) -> str:
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    options = []
    for first, rest in rests.items():
        longer = [word for word in rest if word]
        tail = _branches(longer) if longer else ""
        options.append(re.escape(first) + (f"{tail}?" if longer and "" in rest else tail))
    return options[0] if len(options) == 1 and len(options[0]) == 1 else f"(?:{'|'.join(options)})"
