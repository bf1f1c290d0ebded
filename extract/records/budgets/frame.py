"""The words around an amount, by the part they play: label before it, head noun after it, verb, clause, heading.

`총사업비 200억 원을 투입` has the label `총사업비` and the verb `투입`; `36억 원 규모의 정책 자금을 지원` the head
`정책 자금`; in `그린 펀드(150억 원)` what stands before the bracket is the label. In a list (`최우수상 150만 원, 우수상
100만 원 등의 상금`) the head after the last amount is everybody's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.rule import Mention
from extract.sentences import Clause
from extract.values import Money

REACH = 70
# A longer series shares neither its label nor its head.
_LONGEST_CHAIN = 40
# What may stand between a label and its amount without being part of the label.
_BETWEEN = re.compile(
    r"(?:[\s:：(（\[〔+]|(?<![가-힣])(?:총|약|최대|최소|최고|각각?|평균|연간|매년|매월|연|월|누적|향후|추가로|모두|전체|신규|무려"
    r"|기존|종전|대략|별도|최종|추가|합계|현행|당초|올해|내년|지난해|금년|작년|등"
    r"|같은 기간|이 기간|이들에게|지난달까지)"
    r"|(?:총|매)\s?\d+\S{1,4}에|['’‘`]?\d{2,4}년(?:도|까지|에는?)?|[\d.~∼-]+년간?(?:\s?이내)?,?|\S{1,8}당"
    r"|\S{1,8}별(?:로)?|\d+\s?[명곳건점팀개편인][사소]?|\(?['‘’`]\d{2}(?:\.\d{1,2}월?)?년?도?\)?"
    r"|\((?:[^()\n]{0,12}[,:]\s?)?(?:조|억|백만|천|만)\s?원\)|규모는?|금액은?|합쳐서?|합하면|(?<![\d.])\d{1,3}(?:\.\d)?\s?%\s?[·/:])+$"
)
# A field of a form: `(사업비) 536억원`.
_NAMED = re.compile(
    r"(?:^|\n)[\s*ㅇ○◦□•·※▶-]*[(\[<](?P<label>[가-힣][가-힣\s·/]{1,11})[)\]>]\s?:?\s?(?:총|약|최대)?\s?$"
)
# A field inside a line: `(업종) 제조업, (매출) 1조 원`.
_FIELD = re.compile(r"(?:^|[\s,·/])[(\[<](?P<label>[가-힣]{2,10})[)\]>]\s?:?\s?(?:총|약|최대)?\s?$")
_NOUNS = re.compile(r"(?:[가-힣A-Za-z0-9&·‧'’‘*」』]+\s?){1,3}$")
_AFTER_FINAL, _AFTER_VOWEL = ("은", "을", "이"), ("는", "를", "가")
_LEADING = re.compile(r"^(?:및|또는|와|과|을|를|이|가|은|는|의|으로|로|고|도|인|에서|까지)(?=\s)\s*")
_DATIVE = re.compile(r"(?:에게|에게는|에|에는|에서|께|의|와|과|및|하여|위해|대해|통해|고|며|해)$")
_HEAD = re.compile(
    r"\s*(?:\([^()]{0,30}\)\s*)?(?:규모|상당|가량|내외|이상|이하|이내|수준|한도|안팎|정도|씩)?(?:\s*\([^()]{0,30}\))?\s*"
    r"(?:까지|씩)?(?P<josa>의|인|을|를|이|가|으로|로|은|는|도|까지)?\s*(?P<words>(?:[^\s,.;()]+\s?){0,6})"
)
_HEAD_END = re.compile(r"(?<=[가-힣)])(?:을|를|이|가|은|는|과|와|에|에서|으로|로|도|이다|의)(?=\s|$)")
# Between amounts of one series: `235억 원 → (’19) 285억 원`, `100억 원 또는 200억 원`.
_CHAIN = re.compile(
    r"\s*(?:\([^()]{0,20}\)\s*)?(?:→|⇒|➔|에서|,|·|/|~|또는|및|와|과)?\s*(?:\(?['‘’`]?\d{2,4}\.?(?:년|\d{1,2}월)?[^\d\s()]{0,4}\)?\s*)?"
    r"(?:총|약|최대)?\s*"
)
_LIST = re.compile(r"\s*(?:\([^()]{0,40}\)\s*)?(?:[,·/]|와\s|과\s|및\s|→|등)")


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts, as text; empty where there is none. `topic` is a label with a particle (`예산은 100억 원`).

    `verb` is what stands behind the last amount of a list, `after` what stands right behind this one.
    """

    label: str
    topic: str
    head: str
    verb: str
    left: str
    rest: str
    heading: str
    inside: str
    title: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where an amount stands: its clause, its bracket if any, the amounts beside it, and the heading over it."""

    text: str
    clause: Clause
    sentence: tuple[int, int]
    amounts: Sequence[Mention[Money]]
    heading: str
    title: str = ""


def frame_of(stretch: Stretch, amount: Mention[Money]) -> Frame:
    """What stands around one amount of a stretch."""
    text, clause = stretch.text, stretch.clause
    bracket = _bracket(text, stretch.sentence[0], amount.start)
    before = text[max(clause.start, amount.start - REACH) : amount.start]
    label, topic = _label(text, bracket, stretch, amount)
    last = _last_of_list(stretch, amount)
    after = text[amount.end : min(clause.end, amount.end + 2 * REACH)]
    tail = text[last.end : min(clause.end, last.end + REACH)]
    head = _head(after) if not _LIST.match(after) and not after.startswith(")") else ""
    return Frame(
        label=label,
        topic=topic,
        head=head or _head(tail.lstrip(")")),
        verb=tail,
        left=before,
        rest=_rest(stretch),
        heading=stretch.heading,
        inside=text[amount.start : amount.end],
        title=stretch.title,
        after=text[amount.end : min(stretch.sentence[1], amount.end + 24)],
    )


def _rest(stretch: Stretch) -> str:
    """The sentence around the clause."""
    start, end = stretch.sentence
    before = stretch.text[start : stretch.clause.start][-2 * REACH :]
    return before + " " + stretch.text[stretch.clause.end : end][:REACH]


def _bracket(text: str, start: int, at: int) -> int | None:
    """Where the bracket opens in which an offset stands, if it does."""
    depth = 0
    for place in range(at - 1, max(start, at - 200) - 1, -1):
        if text[place] in ")]":
            depth += 1
        elif text[place] in "([":
            if depth == 0:
                return place
            depth -= 1
    return None


def _end(amount: Mention[Money]) -> int:
    return amount.end


def _label(
    text: str, bracket: int | None, stretch: Stretch, amount: Mention[Money], deep: int = _LONGEST_CHAIN
) -> tuple[str, str]:
    at = bisect_right(stretch.amounts, amount.start, key=_end)
    before = stretch.amounts[at - 1] if at else None
    start = max(stretch.sentence[0], amount.start - REACH, before.end if before else 0)
    label, topic = _nouns(text[max(start, bracket + 1 if bracket is not None else 0) : amount.start])
    if deep and before and not label and not topic and _CHAIN.fullmatch(text[before.end : amount.start]):
        return _label(text, _bracket(text, stretch.sentence[0], before.start), stretch, before, deep - 1)
    if not label and not topic and bracket is not None and bracket >= start:
        return _nouns(text[start:bracket])
    return label, topic


def _nouns(left: str) -> tuple[str, str]:
    """The noun phrase at the end of some words, as label or, if a particle follows it, as topic."""
    named = _NAMED.search(left) or _FIELD.search(left)
    if named:
        return named["label"], ""
    left = _BETWEEN.sub("", _LEADING.sub("", left.lstrip(" )")))
    if not left or left[-1] in ",.;·→":
        return "", ""
    last = left.rsplit(None, 1)[-1]
    if _DATIVE.search(last) and len(last) > 1:
        return "", ""
    hit = _NOUNS.search(left)
    if not hit:
        return "", ""
    words = _own(hit.group().split())
    bare = _without_particle(words)
    return ("", bare) if bare != words else (words, "")


def _without_particle(words: str) -> str:
    """Words without a topic, subject or object particle; one that the last syllable rules out is part of the noun."""
    if words.endswith("으로"):
        return words[:-2]
    if len(words) == 2 and words[-1] in "은는을를이가" and words[0] in "시도군구부청처":
        return ""
    if len(words) < 3 or not "가" <= words[-2] <= "힣":
        return words
    final = (ord(words[-2]) - ord("가")) % 28 != 0
    return words[:-1] if words[-1] in (_AFTER_FINAL if final else _AFTER_VOWEL) else words


_VERB_END = re.compile(
    r"\s*(?:(?:하|되|시키|받)(?:고|여|며|는|면|기|었다|였다|였으며|도록|게|ㄴ다)?"
    r"|해|했다|한다|한|할|된다|됐다|된|될|함|됨|하는|합니다|됩니다)$"
)


def noun_of(head: str) -> str:
    """The noun of a head phrase: `지원` of `지원하여`, the last two words of a longer phrase."""
    words = head.split()[:4]
    noun = _VERB_END.sub("", " ".join(words[-2:])).strip()
    return "" if len(noun) < 2 or noun.endswith(("다", "된", "는", "며", "여", "고")) else noun


def _own(words: list[str]) -> str:
    """The last words that belong together: none before a particle."""
    kept: list[str] = []
    for word in reversed(words):
        if (
            kept
            and re.search(
                r"(?:[을를은는이가에의로]|에게|에서|하여|하고|이며|며|(?<![제권기상하소유무])한|된|하는)$", word
            )
            and len(word) > 1
        ):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _last_of_list(stretch: Stretch, amount: Mention[Money]) -> Mention[Money]:
    """The last amount of the list that this one begins or continues."""
    last = amount
    for later in stretch.amounts[bisect_right(stretch.amounts, amount.start, key=_end) :][:_LONGEST_CHAIN]:
        if later.start < last.end:
            continue
        if later.start > stretch.clause.end:
            break
        between = stretch.text[last.end : later.start]
        if len(between) > 60 or re.search(r"[다음함]\.", between) or not _LIST.match(between):
            break
        last = later
    return last


def _head(after: str) -> str:
    hit = _HEAD.match(after)
    if not hit:
        return ""
    words = hit["words"]
    end = _HEAD_END.search(words)
    if end and end.group() in ("와", "과"):
        return ""
    return words[: end.start()].strip() if end else words.strip()
