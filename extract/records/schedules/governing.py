"""To which verb a date belongs: finite and joining verbs, participles right behind the date, none that is an aside."""

from __future__ import annotations

from collections.abc import Sequence

from extract.lexicon.events import events
from extract.records.schedules.verbs import Verb
from extract.records.schedules.words import Word

_PLAN = ("예정", "계획", "방침", "전망", "것", "필요", "목표", "예상", "생각")
# `보완한 계획서를`: a paper, no plan.
_PAPERS = ("계획서", "계획안", "목표치", "목표액", "전망치")
_PLANNED_AS = ("예정인", "예정이던", "예정이었던", "계획인", "예정된")
_AFTER = ("뒤", "후", "다음", "이후", "이래", "데", "바")
_ABLE = ("있다", "있으", "있고", "있습", "있도", "있게", "있음", "있을")
_PURPOSE = ("기", "도록", "고자", "려는", "려고", "려면")
_MAKES = ("하", "한", "할", "해", "했")
_FOR = ("위해", "위하여", "위한", "의해")
REACH = 4


def form_of(words: Sequence[Word], at: int, verb: Verb, past: bool) -> str:
    """A verb's form with the words that follow it: `선정할 예정`, `확정한 뒤` are finite, `운영되고 있는` is not."""
    following = words[at + 1].text if at + 1 < len(words) else ""
    if verb.form == "reported":
        later = next((word.text for word in words[at + 1 :] if word.verb or word.text.startswith(events().saying)), "")
        return "" if past and later and not later.startswith(events().saying) else "final"
    if verb.form == "joining":
        if words[at].text.endswith("지") and following.startswith(("않", "못")):
            return ""
        return "present" if following.startswith(("있는", "있던")) and words[at].text.endswith("고") else "final"
    if following == "수":
        able = at + 2 < len(words) and words[at + 2].text.startswith(_ABLE)
        return "final" if able else verb.form
    planned = following.startswith((*_PLAN, *_AFTER)) and not following.startswith((*_PLANNED_AS, *_PAPERS))
    return "final" if planned else verb.form


def is_near(words: Sequence[Word], at: int, verb: Verb, form: str, past: bool) -> bool:
    """Whether a participle is close enough for a date to be its own, and as old."""
    if at > REACH or not verb.known or any(word.role in ("obj", "subj", "top") for word in words[:at]):
        return False
    return form == "present" or past or verb.noun in ("예정", "계획")


def is_means(words: Sequence[Word], at: int, verb: Verb) -> bool:
    """Whether a joining verb is only the means of a later one: `누리집을 방문하여 신청한다`."""
    if verb.form != "joining" or verb.noun not in events().words["means"]:
        return False
    later = (word.verb for word in words[at + 1 :] if word.verb)
    return any(other.known and other.form in ("final", "future", "joining") for other in later)


def is_purpose(words: Sequence[Word], at: int) -> bool:
    following = words[at + 1].text if at + 1 < len(words) else ""
    if words[at].text.endswith("토록") or words[at].text.endswith("도록"):
        return not following.startswith(_MAKES)
    return words[at].text.endswith(_PURPOSE) or following.startswith(_FOR)
