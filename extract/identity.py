"""Stable ids: the same record in the same release always has the same id, whatever else the release holds."""

from __future__ import annotations

import hashlib
from collections import Counter


class Identities:
    """Gives out ids within one release; records whose identity fields agree are numbered in reading order."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._given: Counter[str] = Counter()

    def of(self, *fields: object) -> str:
        """An id of the fields that say which record this is (programme, year, count...): `sel-1f0c9a2b77`."""
        words = "\x1f".join("" if field is None else str(field) for field in fields)
        digest = hashlib.sha256(words.encode()).hexdigest()[:10]
        self._given[digest] += 1
        number = self._given[digest]
        return f"{self._prefix}-{digest}" + (f"-{number}" if number > 1 else "")
