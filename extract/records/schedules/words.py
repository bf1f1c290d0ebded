"""Words of a clause as far as naming an event needs them: the noun, its particle, or the verb that it forms.

No morphological analyser: a word is a stretch without spaces (quotations and brackets keep theirs), its particle is
told by its last syllables and the batchim before them, its verb by 하다/되다 after a noun or by the lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from extract.lexicon.events import events
from extract.records.schedules.verbs import Verb, read_do, read_verb
from extract.sentences import WHOLE

Role = Literal["", "obj", "subj", "top", "of", "and", "adv", "into", "at", "comma", "skip"]

_WORD = re.compile(rf"(?:{WHOLE}|[^\s…])+|…")
_BRACKETS = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]|[*※†☞]+")
_EDGES = "①②③④⑤⑥⑦⑧⑨⑩ \t,.;:!?…'\"‘’“”「」『』｢｣<>()·~-–—↔/─━│┃|□■○●ㅇ▲△◈◇▶▷→•▪"
_NO_ROLE: Role = ""
_QUOTED = ("'", '"', "’", "”", "」", "』", "｣")
_GLUED = re.compile(r"^[가-힣]+(?:에서|으로|위해|통해|된|한|은|는|을|를|의)(?=[「『“‘\"'])")
# What cannot be a noun: `않도록`, `기관이었던`; and 는 behind a closed syllable, which only verbs take (`넘는`).
_ASIDE = re.compile(r"도록$|[이였]었?던$|이라는$")
# `제출토록 하여`, `수행하도록 한 뒤`: what somebody has others do.
_MADE = re.compile(r"([가-힣·]{2,12}?)(?:하도록|되도록|토록)$")
# Joining verbs that the lexicon does not know (`나누어`), told from nouns that end alike (`참여`, `언어`).
_JOINING = re.compile(
    r"..(?:(?<![참기수대부급잉투증])여|(?<![영국언용단방제장한본외])어|(?<![우염배고격독장])려|[켜쳐춰]|(?<![파타샤])워)$"
)
# Longest endings first; those in _CLOSED follow a batchim, those in _OPEN a vowel.
_PARTICLES: tuple[tuple[str, Role], ...] = (
    ("입니다", "adv"), ("이었다", "adv"), ("이며", "adv"), ("이고", "adv"), ("이다", "adv"), ("에서는", "top"),
    ("에서도", "at"), ("으로서", "adv"), ("이라는", "adv"), ("까지", "adv"), ("부터", "adv"), ("에서", "at"),
    ("에게", "adv"), ("에도", "into"), ("으로도", "adv"), ("으로", "adv"), ("로서", "adv"), ("라는", "adv"),
    ("에는", "top"), ("이나", "and"),
    ("께서", "subj"), ("마다", "adv"), ("별로", "adv"), ("을", "obj"), ("를", "obj"), ("이", "subj"), ("가", "subj"),
    ("은", "top"), ("는", "top"), ("도", "top"), ("의", "of"), ("와", "and"), ("과", "and"), ("에", "into"),
    ("로", "adv"), ("만", "adv"),
)  # fmt: skip
_CLOSED = {"을", "은", "이", "과", "으로", "이나", "으로서", "이라는"}
_OPEN = {"를", "는", "가", "와", "라는"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its span, its noun without particle, the particle's role and the verb, if it is one."""

    start: int
    end: int
    text: str
    noun: str
    role: Role
    verb: Verb | None = None


def split_words(text: str, start: int, end: int) -> list[Word]:
    """The words between two offsets."""
    words = [_word(hit.group(), hit.start()) for hit in _WORD.finditer(text, start, end)]
    for at in range(1, len(words)):
        before, word = words[at - 1], words[at]
        if word.verb is None and word.text[0] in "하한할해했합함" and before.role == "obj":
            verb = read_do(word.text.strip(_EDGES)) if events().head(before.noun) else None
            words[at] = replace(word, verb=verb) if verb else word
    return words


def _word(raw: str, at: int) -> Word:
    noun, role, verb = _read(raw)
    return Word(at, at + len(raw), raw, noun, role, verb)


@lru_cache(4096)
def _read(raw: str) -> tuple[str, Role, Verb | None]:
    bare = _GLUED.sub("", _BRACKETS.sub("", raw)).strip(_EDGES) or raw.strip(_EDGES + "[]")
    made = _MADE.match(bare)
    if made and events().head(made[1]):
        return bare, "", Verb(made[1], "joining", False, True)
    if bare in events().words["adverbs"]:
        return bare, "", None
    if bare in events().words["circumstance"] or _ASIDE.search(bare):
        return "", "skip", None
    verb = read_verb(bare)
    if verb:
        return bare, "", verb
    if _JOINING.search(bare):
        return "", "skip", None
    if len(bare) > 1 and bare.endswith("는") and _closed(bare[-2]) and not bare.endswith("에는"):
        return "", "skip", None
    quoted = raw.rstrip(",.;)").endswith(_QUOTED)
    noun, role = _particle(bare) if not quoted else (bare, _NO_ROLE)
    if not role and raw.rstrip("\"'”’)").endswith((",", ";")):
        role = "comma"
    return noun.strip(_EDGES), role, None


def _closed(syllable: str) -> bool:
    return "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 > 0


def _particle(bare: str) -> tuple[str, Role]:
    lexicon = events()
    own = lexicon.head(bare)
    if own and bare.endswith("의") and len(lexicon.head(bare[:-1]) or "") >= len(own):
        return bare[:-1], "of"
    if len(bare) < 2 or own or bare.endswith(lexicon.whole):
        return bare, ""
    for ending, role in _PARTICLES:
        if bare.endswith(ending) and len(bare) > len(ending) and _fits(bare[: -len(ending)], ending):
            return bare[: -len(ending)], role
    return bare, ""


def _fits(stem: str, ending: str) -> bool:
    last = stem[-1]
    if not "가" <= last <= "힣":
        return True
    closed = _closed(last)
    return closed if ending in _CLOSED else not closed if ending in _OPEN else True
