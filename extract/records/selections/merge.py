"""The same decision said in title, lead, body and table becomes one selection with several evidences."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from extract.records.selections.claim import Choice, Claim
from extract.records.selections.tracks import PRIZE
from extract.release import Status

_BESIDES = re.compile(r"[\W_]+")  # what names that are compared differ by


def squash(words: str | None) -> str:
    """Comparable form of a name or label."""
    return _BESIDES.sub("", words).lower() if words else ""


_CALLING = (
    r"모집한다|모집합니다|모집하고|공모한다|공모를\s(?:실시|시작|진행)|접수한다|신청을?\s받(?![은아았])"
    r"|공모에\s참여|참여할\s[^.]{2,20}모집|참가자\s?모집|접수를?\s(?:시작|받(?![은아았]))"
    r"|(?:공모전?|경진대회|대회)[을를]\s[^.]{0,30}개최한다"
)
_DECIDED = (
    r"(?:선정|선발|확정|지정|낙점|채택|승인)(?:했|하였|됐|되었)|수상했|뽑았|뽑혔|골랐|가려냈|추렸|이름을\s올렸"
    r"|(?:결과|명단)[을를]\s(?:최종\s)?(?:발표|공개|확정|내놓|내놨)"
)
_TOLD = (
    r"(?:유형|분야|부문|트랙)별\s?선정\s?결과|최종\s?(?:선정|확정)(?:했|하였|됐|되었)"
    r"|(?:과제|대상지?|사업자|기업)\s?(?:최종\s)?확정(?=[,\s])"
)
# `2025년 새싹지구 선정 결과` under a headline that does not tell.
_HEADED = re.compile(r"\n[^\n.]{4,50}\s선정\s?결과(?:\s?보고)?(?=\n)")
_TOP = 200
_THEME = r"주제[은는를가][^.]{0,80}\."  # what a theme is chosen to be


def lean(claims: Sequence[Claim], title: str, lead: str) -> Status:
    """What the release is about, where a noun does not tell: decided, or to be decided."""
    decided = re.search(r"선정\s?결과|결과\s?발표|최종\s?선정|선정$|확정$|수상|시상", title)
    ahead = not decided and re.search(r"공모|모집|접수|공고|신청|찾습니다|예고|계획|설명회", title)
    if not ahead and re.search(r"선정|수상|시상|확정|지정|선발|뽑", title):
        return "shortlisted" if re.search(r"예비\s?지정", title) else "selected"
    if not ahead and re.search(_CALLING, lead) and not re.search(_DECIDED, re.sub(_THEME, "", lead)):
        return "planned"
    if not ahead and (re.search(_TOLD, lead) or _HEADED.search(lead, 0, _TOP)):
        return "selected"
    votes = [claim.status for claim in claims if claim.status and not claim.echo]
    if ahead:
        return "selected" if "selected" in votes[:3] and "planned" not in votes[:3] else "planned"
    return next(
        (vote for vote in votes if vote != "shortlisted"), "planned" if re.search(_CALLING, lead) else "selected"
    )


def alike(claims: Sequence[Claim]) -> list[Claim]:
    """Claims whose words do not tell whether they are done, as others that count the same say it.

    So are those named in passing as what is being done (`지정하는 7개 구역`).
    """
    told: dict[tuple[int, str, int], set[Status]] = {}
    for claim in claims:
        if claim.status and claim.count and claim.year:
            told.setdefault((claim.count, squash(claim.track), claim.year), set()).add(claim.status)
    decided = {(one.count, squash(one.track)) for one in claims if one.status == "selected" and not one.echo}
    parts = {
        (squash(one.track), one.count) for one in claims if one.track and one.status == "selected" and not one.year
    }
    if len(parts) > 1:
        decided.add((sum(count or 0 for _, count in parts), ""))
    done = []
    for claim in claims:
        if (claim.echo or claim.now) and claim.status == "planned" and (claim.count, squash(claim.track)) in decided:
            done.append(replace(claim, status="selected"))
            continue
        if claim.status is None and claim.track and (claim.count, squash(claim.track)) in decided:
            done.append(replace(claim, status="selected"))
            continue
        known = told.get((claim.count or 0, squash(claim.track), claim.year or 0), set())
        done.append(replace(claim, status=next(iter(known))) if claim.status is None and len(known) == 1 else claim)
    return done


def passed(claims: Sequence[Claim], whole: Status) -> list[Claim]:
    """Claims of a release about a first stage: whoever `뽑혔다` there is named as having passed it too."""
    first = [names_of(claim) for claim in claims if claim.status == "shortlisted"]
    return [
        replace(claim, status="shortlisted")
        if whole == "shortlisted" and claim.choices and any(names_of(claim) <= names for names in first)
        else claim
        for claim in claims
    ]


def merge(claims: Iterable[Claim], main: str) -> list[Claim]:
    """Claims that say the same made one; names come from all of them."""
    done: list[Claim] = []
    for claim in claims:
        for at, other in enumerate(done):
            if _same(other, claim, main):
                done[at] = joined(other, claim)
                break
        else:
            done.append(claim)
    return done


def _same(a: Claim, b: Claim, main: str) -> bool:
    alike = a.status == b.status and a.count == b.count and _division(a) == _division(b) and not (a.open or b.open)
    if alike and not (a.year and b.year and a.year != b.year) and names_of(a) & names_of(b):
        return True
    if a.status != b.status or not same_program(a, b, main) or (a.year and b.year and a.year != b.year):
        return False
    if (a.open or b.open) and _division(a) == _division(b) and a.track:
        return True
    mine, theirs = names_of(a), names_of(b)
    if a.year != b.year and mine and theirs and not mine & theirs:
        return False
    if a.count == b.count and (_division(a) == _division(b) or b.echo):
        return True
    return bool(mine and theirs) and _division(a) == _division(b) and (mine >= theirs or theirs >= mine)


def _division(claim: Claim) -> str:
    """A track without the word that says it is one: `글로벌 분야`, `글로벌`."""
    bare = squash(claim.track)
    return re.sub(r"(?<=..)(?:분야|부문|유형|트랙)$", "", bare)


def names_of(claim: Claim) -> set[str]:
    """What tells the parties of a claim."""
    return {_key(choice) for choice in claim.choices}


def _key(choice: Choice) -> str:
    """What tells a party: its code where it is a municipality (`인천`, `인천광역시`), else its name."""
    code = choice.region.code if choice.region and choice.kind == "local_government" else None
    return code or squash(choice.name)


def prune(claims: Sequence[Claim]) -> list[Claim]:
    """Without what is said twice of the same parties: whom a track names, the total does not name again."""
    kept: list[Claim] = []
    everybody = {name for claim in claims for name in names_of(claim)}
    for claim in claims:
        named = _named_elsewhere(claims, claim)
        left = tuple(one for one in claim.choices if _key(one) not in named and not _several(one, everybody))
        if (claim.choices and not left and claim.open) or _retold(claims, claim):
            continue
        whole = claim.track is not None and left
        kept.append(claim if whole else replace(claim, choices=left))
    return kept


def _retold(claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether the same is said of a track, or of a fuller one: `최우수상은 ‘가’ 등 5개사가 수상했다`, `대상 2점`."""
    fuller = [
        one
        for one in claims
        if one.track
        and one is not claim
        and (one.status, one.count) == (claim.status, claim.count)
        and not (one.year and claim.year and one.year != claim.year)
    ]
    if claim.track is None and any(_overlap(one, claim) for one in fuller):
        return True
    fuller = [one for one in fuller if squash(one.program) == squash(claim.program)]
    if claim.choices or not fuller:
        return not claim.choices and any(_twin(one, claim) for one in claims)
    if claim.track:
        return any(str(one.track).endswith(f" {claim.track}") for one in fuller)
    totals = [one.count or 0 for one in claims if one.track is None and one.status == claim.status]
    return max(totals) > (claim.count or 0)


def _twin(one: Claim, claim: Claim) -> bool:
    """Whether a prize is counted under another programme too, where its winners are named."""
    alike = (one.status, one.count, squash(one.track)) == (claim.status, claim.count, squash(claim.track))
    return alike and one is not claim and bool(claim.track and one.choices) and bool(PRIZE.fullmatch(str(claim.track)))


def _overlap(one: Claim, other: Claim) -> bool:
    return any(start < other.end and other.start < end for start, end in ((one.start, one.end), *one.also))


def _several(choice: Choice, everybody: Collection[str]) -> bool:
    """Whether a headline joined by dots what others name one by one: `가대·나대 등 8곳`."""
    parts = [squash(part) for part in choice.name.split("·")]
    return len(parts) > 1 and all(part in everybody for part in parts)


def _named_elsewhere(claims: Sequence[Claim], claim: Claim) -> set[str]:
    """Names of other claims that say more of them: with a track where this has none, else stated or said first."""
    return {
        _key(choice)
        for other in claims
        if other is not claim and other.status == claim.status and _says_more(other, claim)
        for choice in other.choices
    }


def _says_more(other: Claim, claim: Claim) -> bool:
    if bool(other.track) != bool(claim.track):
        return bool(other.track)
    if not claim.open or len(other.choices) < len(claim.choices):
        return False
    return not other.open or other.start < claim.start


def same_program(a: Claim, b: Claim, main: str) -> bool:
    """Whether two claims can be of one programme: what is said without a name may be of any."""
    one, other = squash(a.program), squash(b.program)
    return one in other or other in one or main in (one, other)


def joined(a: Claim, b: Claim) -> Claim:
    """One claim of two that say the same, with the names of both."""
    known = names_of(a)
    extra = tuple(c for c in b.choices if _key(c) not in known)
    choices = a.choices + extra
    stated = [claim.count for claim in (a, b) if claim.count and not claim.open]
    count = max(stated) if stated else len(choices)
    return replace(
        a,
        choices=choices,
        count=count,
        year=a.year or b.year,
        also=(*a.also, (b.start, b.end), *b.also),
        echo=a.echo and b.echo,
        open=a.open and b.open,
    )
