"""The wording of the review pages, in Korean and English, as `words.toml` has it."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Both:
    """One text in both languages."""

    ko: str
    en: str

    def __add__(self, other: Both) -> Both:
        return Both(self.ko + other.ko, self.en + other.en)


def same(text: object) -> Both:
    """What is the same in both: names, numbers, quotations."""
    return Both(str(text), str(text))


def joined(parts: list[Both], by: str = " · ") -> Both:
    """Texts after one another."""
    return Both(by.join(part.ko for part in parts), by.join(part.en for part in parts))


@cache
def catalogue() -> dict[str, Both]:
    """Every wording by its key, `status.selected`."""
    tables = tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))
    return {f"{table}.{key}": Both(*pair) for table, pairs in tables.items() for key, pair in pairs.items()}


def word(key: str, n: object = "", of: object = "") -> Both:
    """The wording of a key, with numbers in their places; raises KeyError where there is none."""
    found = catalogue()[key]
    if n == "":
        return found
    return Both(*(text.replace("{n}", str(n)).replace("{all}", str(of)) for text in (found.ko, found.en)))


def script() -> str:
    """The catalogue for the scripts of the pages: `bodojaryo.words`, by language and key."""
    words = {language: {key: getattr(both, language) for key, both in catalogue().items()} for language in ("ko", "en")}
    return f"window.bodojaryo.words = {json.dumps(words, ensure_ascii=False, separators=(',', ':'))};\n"
