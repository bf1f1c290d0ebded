"""Which counts of a sentence are of the chosen, which of those who applied, and by which word of decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.records.selections.counts import Places
from extract.records.selections.cues import Cue

_APPLIED = re.compile(
    r"(?!\s?[가-힣]{0,6}[을를]\s(?:최종\s|신규\s|추가\s|새로\s)?(?:선정|선발|지정|뽑|골라|고[른를]))(?:\s?신청(?:팀|자|기업|기관|작)|(?:\([^()]{1,20}\))?(?:의\s)?[^.,()]{0,24}?(?:이|가|에서|의\s[가-힣]{1,8}(?:이|가))?\s?(?:응모|접수되|접수됐|접수하|접수(?=[\s…,.]|$)|신청(?:해|하|했|서|(?=[\s…,.]|$))|지원(?:해|하여|했고|했으며|하였|하면서|자|(?=,))|참여(?:해|하여|했|하였|한)|공모(?:해|하여|했|하였)|출품|참가(?=,|\s?$|하|했)|참석|도전|몰려|제출|올려|들어와|경합|경쟁(?!력))|(?:\s(?!지원)[가-힣]{1,6})?(?:이|가)\s지원(?:하는|한)\s)"
)
_BEFORE_APPLIED = re.compile(
    r"(?:신청|접수|응모|지원자|신청자|출품|참가)(?!(?:하여|해|한\s결과)\s)(?!.*(?:중|가운데)\s)[^,.\n]{0,8}$"
)
_POOL = re.compile(r"[^,.()]{0,16}?(?:가운데|중에서|중|외에도?)(?:\s|(?=최종))")
_ASIDE = re.compile(
    r"씩|\s?(?:더|가량|정도)?\s?(?:늘어|늘었|늘린|증가|감소|줄어|줄었)|[^,.()]{0,8}?\s?외에도?\s|,?\s?\(?\d{1,3}(?:\.\d{1,2})?\s?%|\)?\s?이상\)|\)\s이상|\)?[을를]\s(?:제외|중심으로)|\)?\s?보다\s|(?:\s?연합체|\s?컨소시엄)?\s?\([^()]{1,12}\)[을를]\s대상으로|으로\s구성|로\s[가-힣]+는\s|의\s[가-힣]{2,6}[를을]\s배출|\s?[→➡]|시[·‧・ㆍ∙]?도의\s|(?:\s[가-힣]{2,8})?별(?:로)?|당\s|(?:[가-힣A-Za-z·]{1,8}\s?){0,2}(?:\*{0,3}[을를]\s(?:대상으로|중심으로)|에서\s|에\s(?:걸쳐|이어|대한|대해|속한)|이상의?\s(?![^,.]{1,20}[을를]\s(?:추가로\s|신규\s|새로\s)?(?:선정|지정|선발))|미만|이하|[을를]\s(?:대상으로|보유|운영|갖춘))"
)
_AGAIN = re.compile(
    r"[→➡]\s?(?:(?:20|['’‘])\d\d년?\s?)?$|\d\s?(?:곳|개소|개사|개교|건|명|팀|점|편|개\s?[가-힣]{0,6})\s?\($|별(?:로)?\s?(?:각\s?)?$|[①-⑳][가-힣\s]{1,12}\($|(?:분야|부문|유형|권역)에서\s각\s?$"
)
_RUNNING = re.compile(
    r"(?:누적|누계|현재까지|지금까지|그간|그동안|이제까지|현재|기준|년\s?말까지|\d일\s이후|년부터"
    r"|(?<!향후 \d)년간|최근)[^,.]{0,20}$"
)
# `선정된 20개사 중 17개 기업이 비대면 기업이었다`: what some of the chosen are.
_AMONG = re.compile(r"(?:선정|선발|지정|수상)(?:된|한)?\s?[가-힣\d\s]{0,12}(?:중|가운데)\s$")
_WERE = re.compile(r"\s?[가-힣]{0,4}(?:이|가|은|는)\s[^.,]{2,40}(?:이었다|였다|이다|입니다|으로\s나타났)")
_BREAK = re.compile(
    r"[.?!]\s|(?:하여|해서|하고|하며|으며|지만|는데|[었았였했됐]고|되어|위해|따라|통해|대해(?:서는)?|으로써|거쳐)[\s,]|다\.|(?<=[가-힣])(?<![난올새그])[해돼],?\s|한편|[하한]\s(?:뒤|후),?\s"
)
_LINK = re.compile(
    r"\s*(?:\([^()]{0,60}\))?\s*(?:내외|이내|안팎)?\s*(?:을|를|이|가)?\s*(?:[,·/;▲△∙‧+&]|및|과|와|등|그리고)?\s*[^.?!]{0,60}"
)
# `5개 시·도 9개 사업자`: a count that only tells more of the next.
_MODIFIES = re.compile(
    r"(?!\s?(?:과|와|및|이|가|을|를|은|는|에)\s)\s?[가-힣A-Za-z·‘’'“”\s]{2,30}(?<![,과와및])\s(?:총\s)?"
)
_ROLE = re.compile(r"[을를]\s[^.을를]{0,90}\S(?:으로|로)\s(?:최종\s|신규\s|추가\s|새로\s)?")
_AND = re.compile(r"\s및\s(?!.*\d\s?(?:개|곳|명|건|팀|점|편))")
# Payments to everybody who is entitled, no choice.
_MOST = 100_000
_GRANTS = ("인증", "승인", "인가", "등재", "확정")
# `유산 1,248건이 등재되어 있다`: what stands so is counted, not decided.
_STANDING = re.compile(r"(?:되어|돼|받아|하고)\s있(?:다|는|으며|고|습니다|음)|된\s상태")
_NOTE = re.compile(r"\s?\([^()]{1,60}\)")
_AFTER = re.compile(r"\s?(?:데|바|후|뒤|가운데|것)(?:에)?\s")
# `17개 시도가 기관을 선정했다`: who chooses is not chosen.
_AGENT = re.compile(
    r"\s?(?:[가-힣·]{1,6})?(?:이|가)\s[^,.]{1,14}[을를]\s(?:[가-힣]{1,4}\s)?(?:선정|지정|선발)(?:했|하였|하고|해|하여|한다)"
    r"|\s?[가-힣·]{1,8}(?:과|와)\s함께\s|\s?[가-힣]{1,8}\s?\([^()]{1,20}\)에서\s"
)
_HELD = (*_GRANTS, "지정")
_PARTICLE = re.compile(r"(?:면|이|가|을|를|은|는|에|고|의|등)\s")
_TOPIC = re.compile(r"\s(?:[가-힣]{1,8}\s){0,2}[가-힣]{1,10}(?:은|는)\s(?:총\s|모두\s)?")
_FOLLOWS = re.compile(r"(?:[가-힣]{0,6}\s){0,3}?[가-힣]{0,6}\s?[:：)]?\s?(?:\(|총\s|모두\s)?")


@dataclass(frozen=True, slots=True)
class Bound:
    """A count of the chosen and its word of decision; `part` where it is one of several side by side."""

    places: Places
    cue: Cue
    part: bool = False


def applied(text: str, places: Places, end: int) -> bool:
    """Whether a count is of those who applied."""
    if _BEFORE_APPLIED.search(text, max(0, places.start - 16), places.start):
        return True
    return bool(_APPLIED.match(text, places.end, min(end, places.end + 44)))


def bind(text: str, start: int, end: int, counts: Sequence[Places], cues: Sequence[Cue]) -> list[Bound]:
    """The counts that are of the chosen, in order; those who applied, and pools chosen from, are left out."""
    free = [c for c in counts if not ((applied(text, c, end) and not _led(c, cues)) or _beside(text, start, c, end))]
    direct = {c.start: cue for c in free if (cue := _cue_for(text, c, free, cues))}
    chained = dict(direct)
    for left, right in reversed(list(pairwise(free))):
        cue = chained.get(right.start)
        if cue and left.start not in chained and _chain(text, left, right):
            chained[left.start] = cue
    for left, right in pairwise(free):
        cue = chained.get(left.start)
        if cue and right.start not in chained and _bracketed(text, left, right):
            chained[right.start] = cue
    kept = [c for c in free if c.start in chained]
    return [Bound(c, chained[c.start], sum(chained[o.start] is chained[c.start] for o in kept) > 1) for c in kept]


def _led(count: Places, cues: Sequence[Cue]) -> bool:
    """Whether the chosen go on to something (`선정된 10개 작품이 본선에 출품된다`): they have applied before."""
    return any(cue.form == "adnominal" and 0 <= count.start - cue.end <= 4 for cue in cues)


def _beside(text: str, start: int, count: Places, end: int) -> bool:
    """A pool chosen from, a place where, a share for each (`2개씩`), or a running total is not what is chosen."""
    return count.value >= _MOST or bool(
        _AGAIN.search(text, max(start, count.start - 14), count.start)
        or _POOL.match(text, count.end, min(end, count.end + 22))
        or _ASIDE.match(text, count.end, min(end, count.end + 24))
        or _AGENT.match(text, count.end, end)
        or _RUNNING.search(text, max(start, count.start - 30), count.start)
        or (_AMONG.search(text, max(start, count.start - 30), count.start) and _WERE.match(text, count.end, end))
    )


def _cue_for(text: str, count: Places, counts: Sequence[Places], cues: Sequence[Cue]) -> Cue | None:
    for cue in cues:
        if cue.start >= count.end:
            gap = text[count.end : cue.start]
            aside = _NOTE.match(text, count.end, cue.start)
            clear = aside.end() if aside else count.end
            crowded = any(clear <= other.start < cue.start for other in counts)
            if cue.form == "noun" and (_AND.search(gap) or _counts_itself(text, cue)):
                break
            if cue.stem in _HELD and _STANDING.match(text, cue.start + len(cue.stem)):
                break
            near = len(gap) <= 45 or (cue.form != "adnominal" and _ROLE.fullmatch(gap))
            if near and not crowded and not _BREAK.search(gap) and not _other_clause(gap):
                return cue
            break
    for cue in reversed(cues):
        if cue.start < count.start:
            gap = text[cue.end : count.start]
            if cue.form in ("adnominal", "noun") and len(gap) <= 18 and not _AFTER.match(gap) and _follows(cue, gap):
                return cue
            break
    return None


def _counts_itself(text: str, cue: Cue) -> bool:
    """`일자리 100명, 인증 228건`: a noun that says what the next count is of decides nothing of the one before."""
    return cue.stem in _GRANTS and text[cue.end : cue.end + 2].strip()[:1].isdigit()


def _follows(cue: Cue, gap: str) -> bool:
    """Whether a count may lean back on a decision: `선정된 수출기업 48개사`, `선정 결과 : 1곳`."""
    if _TOPIC.fullmatch(gap):
        return cue.form == "adnominal"
    if _PARTICLE.search(gap) or (cue.form == "noun" and (len(gap) > 10 or cue.stem in _GRANTS)):
        return False
    return bool(_FOLLOWS.fullmatch(gap))


def _other_clause(gap: str) -> bool:
    """A topic between count and verb means that the verb is of something else, unless the count is the topic."""
    return bool(re.search(r"[,]\s.*(?:은|는)\s", gap)) or gap.count(",") > 2


def _chain(text: str, left: Places, right: Places) -> bool:
    gap = text[left.end : right.start]
    if _MODIFIES.fullmatch(gap):
        return False
    return len(gap) <= 80 and not _BREAK.search(gap) and bool(_LINK.fullmatch(gap))


def _bracketed(text: str, left: Places, right: Places) -> bool:
    """`5건(최우수상 1건, 우수상 2건)`: counts in a bracket right after a bound one, or after one another in it."""
    gap = text[left.end : right.start]
    opened = re.match(r"[가-힣\s*]{0,14}\((?P<inside>[^()]{0,24})$", gap)
    return bool(opened) or bool(re.fullmatch(r"\s?(?:\([^()]{0,20}\))?\s?[,·/및∙]\s?[^(),.]{1,24}", gap))
