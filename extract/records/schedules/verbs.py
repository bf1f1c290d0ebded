"""A word as a verb: the noun that it makes of itself and how it stands in its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extract.lexicon.events import events

Form = Literal["final", "joining", "past", "present", "future", "reported"]

_HADA = re.compile(
    r"(?P<noun>.*?[가-힣A-Za-z)」』｣’'”\"])(?P<verb>하|한|할|함|해|했|합(?=[니시])|되|된|될|됨|돼|됐|됩|시키|시킨|시킬|시켰|시켜|받|받은|받아)"
    r"(?P<rest>(?:[다는고며면여였었으지도려게기자거습니야서라던겠므나세십시]|[을를은도만에]$)[가-힣]*|)$"
)
_PARTICIPLES: dict[str, Form] = {
    "한": "past", "된": "past", "할": "future", "될": "future", "시킨": "past", "시킬": "future", "받은": "past",
}  # fmt: skip
_ALONE = {*_PARTICIPLES, "함", "됨", "해", "돼", "시켜", "받아"}
_FINAL = ("세요", "십시", "시기 바", "다", "였다", "었다", "습니다", "니다", "였습", "었습", "기로", "야", "겠")
_EDGES = " ,.'\"‘’“”「」『』｢｣<>"
_PASSIVE = ("열린", "열리", "열릴", "열렸", "이뤄", "이루어", "달라", "바뀌", "바뀐", "바뀔", "늘어", "뽑")
_JOINING = "고며서여어아려쳐켜춰워와러게뤄"
_DO = re.compile(r"(?:(?P<final>한다|했다|합니다|했습니다|함|해야|하기로)|하고|하며|하여|해|했으며|했고)")
_GENERIC = re.compile(r"[가-힣]+(?:[는었았였했됐렸졌났켰쳤혔겠왔갔]다|습니다|[한된진린친긴난인간선쓴]다)(?:고|는|며)?")


@dataclass(frozen=True, slots=True)
class Verb:
    """`known` tells verbs of the lexicon from those that only look like one; their noun may be empty.

    `inner` is an object written together with its verb: `심사를진행하였다`.
    """

    noun: str
    form: Form
    passive: bool
    known: bool
    inner: str = ""


def read_verb(bare: str) -> Verb | None:
    """The verb that a word is, if it is one."""
    lexicon = events()
    noun = lexicon.native(bare)
    if noun is not None:
        form = _native_form(bare)
        return Verb(noun, form, bare.startswith(_PASSIVE), True) if form else None
    hit = _HADA.fullmatch(bare)
    verb = _hada(hit) if hit else None
    if verb is None and len(bare) >= 3 and _GENERIC.fullmatch(bare):
        return Verb("", "final", True, False)
    return verb


def read_do(bare: str) -> Verb | None:
    """The bare verb 하다 behind its object: `이의신청을 할 수 있으며`."""
    hit = _DO.match(bare)
    if bare == "할":
        return Verb("", "future", False, True)
    return Verb("", "final" if hit["final"] else "joining", False, True) if hit else None


def _hada(hit: re.Match[str]) -> Verb | None:
    noun, syllable, rest = hit["noun"].strip(_EDGES), hit["verb"], hit["rest"]
    inner, glue, last = noun.rpartition("을") if "을" in noun else noun.rpartition("를")
    if glue and len(inner) > 1 and len(last) > 1:
        return Verb(last, _form(syllable, rest) or "final", syllable[0] in "되된될됨돼됐됩", True, inner)
    known = events().head(noun) is not None
    if not rest and (syllable not in _ALONE or (not known and len(noun) != 2)):
        return None
    if not known and len(noun) < 2:
        return None
    form = _form(syllable, rest)
    return Verb(noun, form, syllable[0] in "되된될됨돼됐됩", known) if form else None


def _form(syllable: str, rest: str) -> Form | None:
    if rest == "에":
        return "final" if syllable in ("함", "됨") else None
    if not rest:
        return _PARTICIPLES.get(syllable, "final" if syllable in ("함", "됨") else "joining")
    if rest.endswith(("다는", "라는")):
        return "future"
    if rest.endswith(("다고", "라고", "자고")):
        return "reported"
    if rest.startswith("는다"):
        return "final"
    if rest.startswith("는") or rest.endswith("던"):
        return "present" if rest.startswith("는") else "past"
    if syllable in ("했", "됐", "합", "됩", "시켰") or rest.startswith(_FINAL):
        return "joining" if rest.startswith(("으며", "고", "으나")) else "final"
    if rest[0] in "을를은도만":
        return "final" if syllable in ("함", "됨") else None
    return "joining"


def _native_form(bare: str) -> Form | None:
    last = bare[-1]
    if last == "면":
        return "joining"
    if bare.endswith("다는"):
        return "future"
    if bare.endswith(("다고", "라고")) or last in "다요야":
        return "final"
    if last == "는":
        return "present"
    tail = (ord(last) - 0xAC00) % 28 if "가" <= last <= "힣" else 0
    if tail in (4, 8):
        return "past" if tail == 4 else "future"
    if last in _JOINING or bare.endswith("들어가"):
        return "joining"
    return "final" if last in "기음지" else None
