"""Words of decision and what their endings say: chosen already, still to be chosen, or named in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.release import Status
from extract.seek import seek

Form = Literal["finite", "linked", "adnominal", "noun"]

_CHOOSE = "선정|선발|채택|당선|입상|낙점|합격|(?<=로 )(?<!기로 )결정|(?<=로 최종 )(?<!기로 최종 )결정"
_GRANT = "지정|확정|인증|인가|승인|등재"
_AWARD = "수상|시상|표창|포상|수여|전수(?=[했하됐되])"
_CALL = "모집|공모|공고"
_VERBS = ("뽑", "골", "고", "가려")  # stems of verbs: `뽑을` has no particle
_NOTICE = re.compile(r"한다|했다|하였다|합니다|할\s|하고")
_STEM = (
    rf"(?P<stem>(?:예비\s?)?(?:{_CHOOSE}|{_GRANT}|{_AWARD})|(?<![가-힣])(?:{_CALL})|(?<![가-힣])(?:뽑(?=[혀혔힌힐히아은는을기았고])|골(?=라|랐)|고(?=른|를)|가려(?=[내낸냈낼뽑]))"
    r"|(?<=[상창])[을를]\s(?:받|수상|차지)|이름을\s?올|(?P<stage>(?:관문|문턱|(?:서류|예비|1차)\s?(?:심사|평가))[을를]\s?(?:넘|통과)|(?<![가-힣])추(?=[려린렸릴])|(?:발표\s?평가|본선|결선|최종\s?심사|2차\s?심사)(?:에\s?올|에?\s?진출)))"
)
_CUE = re.compile(
    _STEM
    + r"(?P<ending>(?:받|[되돼됐된될하해했한할함됨혀혔힌힐히아은는을기았라랐른를렸린리었어]|되었|키로)?[가-힣]{0,6})"
)
# Where a stem can begin.
_AT = re.compile(
    r"예(?=비)|합(?=격)|결(?=정)|가(?=려)|선(?=[정발])|채(?=택)|당(?=선)|입(?=상)|낙(?=점)|지(?=정)|확(?=정)|인(?=[증가])|승(?=인)|등(?=재)|수(?=[상여])|시(?=상)"
    r"|표(?=창)|포(?=상)|모(?=집)|공(?=[모고])|뽑|골|고(?=[른를])|전(?=수[했하됐되])|을(?=\s)|를(?=\s)|이(?=름을)|관(?=문)|문(?=턱)|서(?=류)|1(?=차)|2(?=차)"
    r"|발(?=표)|추(?=[려린렸릴])|본(?=선)|결(?=선)|최(?=종)"
)
_PAST = re.compile(
    r"(?:[했됐혔랐았렸었]|하였|되었|받았|했었)(?:다|습니다|으며|고|는데|으나|지만|다고|다며|다는|음|기)|(?:함|됨)(?![가-힣])|한\s?바|된\s?바|(?:선정|지정|수상)$"
)
_NOW = "".join(chr(at) for at in range(ord("간"), ord("힣"), 28))  # syllables that end in ㄴ: `보탠다`, `연다`
_DOES = re.compile(rf"[{_NOW}]다(?=고|며|\.|$)")
_AHEAD = re.compile(
    r"(?:할|될|을|힐|를)\s?(?:예정|계획|방침|것)|하게\s?된|하기로|키로|하고자|하려|려고|하겠|한다|된다|합니다|됩니다|뽑는다|고른다|나갈|갈\s?(?:예정|계획)"
    r"|예정|계획(?:이|임|입|$)|시킬|할\s?수\s?있|질\s?(?:예정|계획|것|전망)|준다|는다(?=고|며|\.|$)|받는다|[가-힣]게\s?된다|(?<![했됐었았])을\s?것"
)
_ONGOING = re.compile(r"(?:고|중에?)\s?있(?:다|으며|습니다|고)|중이(?:다|며)|해\s?왔다|해\s?오고")
_SAYING = re.compile(
    r"(?:고|라고|라며|면서)\s?(?:\d{1,2}일\s?)?(?:밝[혔힌]|말[했하]|전[했하]|설명[했하]|강조[했하]|발표[했하]|덧붙)"
)
_BROKEN = re.compile(r"\n(?=[가-힣])[^\n.]{2,200}(?:다|니다)\.")
_NOTE = re.compile(r"\s?\([^()\n]{1,30}\)(?=[하했되됐돼]|하였|되었)")
# `지정병상`, `인증기관`: the word inside a longer noun decides nothing.
_INSIDE = re.compile(r"(?![되돼됐된될하해했한할함됨받을를이가에의으로과와은는도만키식서안]|형|공모|기간)[가-힣]")
_COMPOUND = re.compile(r"[가-힣·](?<![재규종가별로])(?:인증|승인)(?![가-힣]*[되돼됐된하했받])")
# What a visitor shows is no decision: `인증 도장`.
_STAMP = re.compile(r"\s?(?:시(?![가-힣])|도장|샷|사진|번호|절차|수단|방식|인증)")
# What somebody holds, or a word of another name: `지정 의료기관`, `위촉장을 수여`.
_HELD = re.compile(r"\s?(?:의료기관|병원|병상|약국|검사기관|기탁|사회적\s?기업|제품\s?구매)")
_HANDED = re.compile(
    r"(?:증서|위촉장|임명장|수료증|졸업장|학위|자격증|면허증|기념품|감사패|감사장|꽃다발|메달|장학금)[을를]?\s(?:[가-힣]{1,4}\s)?$"
)
_LISTED = re.compile(r"명단[을를]\s[^.]{0,12}(?:내놓|내놨|발표|공개|확정)")
_WATER = re.compile(r"수상(?:황|태|자원|\s?(?:활동|레저|스포츠|태양광|안전|택시|구조|인명|교통|운송|식물|경찰)|에서)")
_STAGE = re.compile(
    r"(?:1차|예선)\s?(?:심사|평가|오디션)?(?:\s?\([^()]{0,14}\))?에서\s(?:[^,.]{0,24}\s)?(?=선정|선발|뽑)|예비\s?(?:지정|선정|합격)|본선\s?진출|1차\s?(?:관문|통과)|1차\s?공모\s?(?:당선|선정)|(?:1차|서류)\s?(?:심사|평가)(?:\s?\([^()]{0,14}\))?[를을로]\s?(?:거쳐|통해)?\s?(?=선정|선발|추)"
)

_FIRST = re.compile(r"1차|첫|서류|서면|예비|예선|1단계")
# `1차 공모의 당선작으로 … 다섯 개 작품을 선정`
_STAGE_ROLE = re.compile(r"(?:1차|예비|서류)\s?(?:공모|심사|평가)의?\s?(?:당선|선정|통과)작?(?:으로|로)\s")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of decision; `status` is None where nothing tells whether it is done."""

    stem: str
    form: Form
    status: Status | None
    start: int
    end: int

    @property
    def award(self) -> bool:
        """Whether it gives prizes rather than places."""
        return _is_award(self.stem)


def cues_in(text: str, start: int, end: int) -> Iterator[Cue]:
    """The words of decision in a sentence, in order, each with what the sentence's verbs say of it."""
    for hit in seek(_AT, _CUE, text, start, end):
        if _weak(hit, text, end):
            continue
        form, status = _read(hit, text, end)
        stage = _STAGE.search(text, max(start, hit.start() - 46), min(end, hit.end() + 8))
        stage = stage or _STAGE_ROLE.search(text, start, hit.start())
        final = hit["stem"] == "추" and _LISTED.search(text, hit.end(), end)
        sifted = hit["stem"] == "추" and status is None and not final
        first = stage or (hit["stage"] and not final and not _is_last_gate(hit, text, start))
        if sifted or (status != "planned" and first):
            status = "shortlisted"
        yield Cue(hit["stem"], form, status, hit.start(), hit.end())


def _is_last_gate(hit: re.Match[str], text: str, start: int) -> bool:
    """Whether a gate is passed that nothing calls the first: `평가를 거쳐 7곳이 관문을 통과했다`."""
    return hit["stage"][:2] in ("관문", "문턱") and not _FIRST.search(text, start, hit.start())


def _is_award(stem: str) -> bool:
    return stem == "전수" or bool(re.fullmatch(_AWARD, stem))


def _part_of_another(hit: re.Match[str], text: str, tail: str) -> bool:
    """Whether the word belongs to another: `지정병원`, `수상 레저`, `인증 도장`, `위촉장을 수여`."""
    stem = hit["stem"]
    if stem == "수여" and _HANDED.search(text, max(0, hit.start() - 14), hit.start()):
        return True
    if re.fullmatch(_GRANT, stem) and (_INSIDE.match(tail) or _HELD.match(tail)):
        return True
    if stem in ("인증", "승인") and (_COMPOUND.match(text, max(0, hit.start() - 1)) or _STAMP.match(tail)):
        return True
    return bool(_WATER.match(text, hit.start()))


def _weak(hit: re.Match[str], text: str, end: int) -> bool:
    """A noun that only names the act (`공모를 통해`, `지정을 축하하며`, `선정 기준`) decides nothing here."""
    tail = text[hit.end("stem") : min(end, hit.end("stem") + 12)]
    if hit["stage"] or hit["stem"] in _VERBS:
        return False
    if _part_of_another(hit, text, tail):
        return True
    if re.match(r"(?:해야|하지|되지|하면|되면|할\s수|될\s수|받으려)", tail):
        return True
    if hit["stem"] == "공고" and not _NOTICE.match(tail):
        return True
    if re.fullmatch(_CALL, hit["stem"]):
        return bool(
            re.match(
                r"\s?(?:[에를을가는와과]|당선|결과|전|사업|대상|기간|요강|분야|부문|안내|방식|작|에서|단위|형)",
                tail,
            )
        )
    if _is_award(hit["stem"]):
        return False
    if re.search(r"\d\s?[가-힣]{1,4}\s?(?:신규|추가|최종)?\s?$", text[max(0, hit.start() - 14) : hit.start()]):
        return bool(re.match(r"\s?(?:기준|요건|취소|해제|신청)", tail))
    if re.search(r"[가-힣]의\s$", text[max(0, hit.start() - 3) : hit.start()]) and re.match(r"\s[가-힣]{2}", tail):
        return True
    if re.match(r"[을를]\s받(?:았|게\s(?:되었|됐))", tail):
        return False
    return bool(
        re.match(r"(?:[을를이가에의과와]|으로|에서|부터|까지)(?=\s)", tail)
        or re.match(
            r"\s?(?:향해|앞두|가능|기준|심사|평가|위원|절차|방법|요건|기간|제도|신청|공고|취소|해제|여부|대상자?\s|과정|이후|시\s|서\s)",
            tail,
        )
    )


def _read(hit: re.Match[str], text: str, end: int) -> tuple[Form, Status | None]:
    stem, at = hit["stem"], _past_note(text, hit.end("stem"), end)
    tail = _plain_ending(stem, text[at : min(end, at + 14)])
    if found := _set_form(stem, tail):
        return found
    call, award = bool(re.fullmatch(_CALL, stem)), (_is_award(stem) or stem[:1] in "을를")
    if award and not re.match(r"(?:[했됐았]|하였|되었)", tail):
        said = r"(?:한|하는|할|된)\s" if _is_award(stem) else r"(?:한|하는|할|된|은|는|을)\s"
        return ("adnominal" if re.match(said, tail) else "noun"), None
    if re.match(r"(?:된|한|받은|힌|른|은)(?=\s)", tail) and not re.match(
        r"(?:된|한|힌|은)\s(?:바|뒤|후|다음)(?![가-힣])", tail
    ):
        return "adnominal", None if call else "selected"
    if re.match(r"되는\s(?:영예|쾌거|성과|기쁨|영광)", tail):
        return "finite", "selected"
    if re.match(r"\s?(?:할|될|하는|되는|힐|를|는)(?=\s)", tail):
        ahead = re.match(r"\s?(?:할|될|힐|를)\s?(?:예정|계획|방침|것)", tail)
        return ("finite" if ahead else "adnominal"), "planned"
    if re.match(r"\s?(?:하기로|키로|기로|하고자|하려|하겠|한다|된다|합니다|됩니다|하게\s?된다|는다|른다)", tail):
        return "finite", "planned"
    if call:
        return ("linked" if tail[:1] in "하해" else "noun"), "planned"
    if re.match(
        r"(?:[했됐혔랐렸았]|하였|되었|었|하였)(?:다|습니다|으며|고|는데|으나|지만|음)|(?:함|됨)(?![가-힣])|(?:한|된)\s바",
        tail,
    ):
        return "finite", "selected"
    if re.match(
        r"(?:해|하여|해서|하고|하며|되어|돼|되고|되며|혀|고|아|아서|라|혀|리고|라서|[한힌은된]\s(?:뒤|후|다음))(?![가-힣])",
        tail,
    ):
        passive = tail[:1] in "되돼혀"
        apart = tail.startswith(("하고", "고"))
        return "linked", "selected" if passive else tense(text, hit.end(), end, apart=apart)
    return "noun", _noun_tense(text, hit.end(), end)


def _set_form(stem: str, tail: str) -> tuple[Form, Status] | None:
    """Forms that need no other look: `뽑기 위해`, `인증을 받았다`."""
    if re.match(r"하?기\s위", tail):
        return "adnominal", "planned"
    granted = re.match(r"[을를]\s받(?:았|게\s(?:되었|됐))", tail) and re.fullmatch(_GRANT, stem)
    return ("finite", "selected") if granted else None


def _plain_ending(stem: str, tail: str) -> str:
    """An ending as it follows other verbs of choosing: `가려냈다` as `했다`, `가려뽑는다` as `는다`."""
    if stem != "가려":
        return tail
    return {"낸": "한", "냈": "했", "낼": "할", "내": "하"}.get(tail[:1], "") + tail[1:]


def _past_note(text: str, at: int, end: int) -> int:
    """Where the ending of a noun of decision begins: a note may stand before it (`선정(3.18일 현재)되었으며`)."""
    note = _NOTE.match(text, at, end)
    return note.end() if note else at


def _noun_tense(text: str, start: int, end: int) -> Status | None:
    """A noun of decision is dated only by what leans on it: `선정 예정`, `선정을 마쳤다`."""
    near = text[start : min(end, start + 14)]
    if re.match(r"\s?(?:\([^)]{0,20}\)\s?)?(?:예정|계획|방침|예고|공고|심사|규모)", near):
        return "planned"
    if re.match(r"\s?(?:완료|결과)", near):
        return "selected"
    return None


def _on(text: str, end: int) -> int:
    """Where a sentence ends that its lines broke before its verb."""
    if text[max(0, end - 8) : end].rstrip()[-1:] in ".!?" or not (more := _BROKEN.match(text, end)):
        return end
    return more.end()


def tense(text: str, start: int, end: int, *, apart: bool = False) -> Status | None:
    """What the last verb of a sentence says, verbs of saying aside; None where it ends in a noun.

    What is done now says nothing of an act that stands `apart` from it (`10곳을 뽑고 시상식을 연다`).
    """
    end = _on(text, end)
    said = _SAYING.search(text, start, end)
    stop = said.start() + 1 if said else end
    last: Status | None = None
    at = -1
    verbs = ((_PAST, "selected"), (_AHEAD, "planned"), (_DOES, "planned"), (_ONGOING, "selected"))
    for pattern, status in (verb for verb in verbs if not (apart and verb[0] is _DOES)):
        for hit in pattern.finditer(text, start, stop):
            if hit.end() >= at:
                last, at = status, hit.end()  # type: ignore[assignment]
    return last
