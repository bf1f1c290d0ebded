"""What happens on a day, in words: `events.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from extract.release import EventKind

_TIMES = ("일", "일자", "기간", "기한", "시기", "시점")
_PLACES = ("에서", "에게", "에는", "에도", "까지", "으로")
_COUNTED = re.compile(r"\d개소$")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, eq=False)
class Events:
    """Nouns of events by kind, the verbs that stand for them, and the words that are passed over beside them."""

    kinds: Mapping[str, EventKind]
    verbs: Mapping[str, str]
    figures: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    saying: tuple[str, ...]
    agents: tuple[str, ...]
    whole: tuple[str, ...]
    longest: int

    @lru_cache(maxsize=8192)  # noqa: B019 - there is one lexicon, which lives as long as the process
    def head(self, phrase: str) -> str | None:
        """The longest event noun that ends a phrase; spaces do not matter."""
        phrase = _BRACKETS.sub("", phrase).replace(" ", "")
        for length in range(min(len(phrase), 14), 1, -1):
            if phrase[-length:] in self.kinds:
                return None if _COUNTED.search(phrase) else phrase[-length:]
        return self.head(phrase[:-2]) if phrase.endswith(("작업", "절차", "업무")) else None

    def light(self, noun: str) -> bool:
        """Whether a verb's noun says only that something happens."""
        return noun.replace(" ", "") in self.words["light"]

    def native(self, word: str) -> str | None:
        """The event noun of a verb that is not one with 하다 or 되다."""
        if word.endswith(_PLACES):
            return None
        for length in range(min(len(word), self.longest), 0, -1):
            if (noun := self.verbs.get(word[:length])) is not None:
                return noun
        return None


def _formed(kinds: Mapping[str, EventKind]) -> dict[str, EventKind]:
    """What nouns of two syllables form: the day or term of an act (`접수일`), the act as a meeting (`개최식`)."""
    short = [(noun, kind) for noun, kind in kinds.items() if len(noun) == 2]
    times: dict[str, EventKind] = {noun + time: kind for noun, kind in short for time in _TIMES}
    return {**times, **{noun + "식": "meeting" for noun, _ in short}}


@cache
def events() -> Events:
    """The lexicon of events."""
    data = tomllib.loads((files("extract.lexicon") / "events.toml").read_text(encoding="utf-8"))
    verbs: dict[str, str] = {}
    for noun, stems in data["verbs"].items():
        for stem in stems:
            verbs.setdefault(stem, noun)
    lists = "light circumstance adverbs closings labels means phases turns things data leaning".split()
    kinds = {noun.replace(" ", ""): kind for kind, nouns in data["kinds"].items() for noun in nouns}
    return Events(
        kinds={**_formed(kinds), **kinds},
        verbs=verbs,
        figures=data["figures"],
        words={name: frozenset(data[name]["words"]) for name in lists},
        saying=tuple(data["saying"]["words"]),
        agents=tuple(data["agents"]["words"]),
        whole=tuple(data["whole"]["words"]),
        longest=max(map(len, verbs)),
    )
