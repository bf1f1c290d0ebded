"""Who won which prize, as prose says it: `대상을 수상한 ㈜가나는`, `최우수상에 홍길동 과장`, `(금상) ‘가나회’는`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, zip_longest

from extract.reading import Reading
from extract.records.selections import tracks
from extract.records.selections.chosen import choices_of
from extract.records.selections.claim import Choice, Claim
from extract.records.selections.names import named, plausible
from extract.records.selections.parties import parties_of
from extract.records.selections.stretch import listed, marked_works, told_person
from extract.sentences import Sentence

_PRIZE = (
    rf"(?<![가-힣])(?P<prize>(?:{tracks.PRIZE.pattern})(?:\s(?:개인|단체|기업)(?:\s?유공자)?)?)"
    r"(?:\s?\([가-힣\s]{2,20}\))?"
)
# Compiled when a text first names a prize: as patterns these cost more to compile than most releases to read.
_FRAMES = (
    # 대상을 수상한 ○○은
    (rf"{_PRIZE}[을를]\s(?:받은|수상한|차지한|탄|거머쥔)\s(?P<names>[^.]{{2,120}}?)(?:은|는|이|가)\s"),
    # 우수상에 선정된 ○○은
    (rf"{_PRIZE}(?:에|으로)\s(?:선정된|뽑힌|오른)\s(?P<names>[^.]{{2,80}}?)(?:은|는|이|가)\s"),
    # 우수상 수상자인 ○○은
    (rf"{_PRIZE}\s(?:수상자|수상팀|수상작)인\s(?P<names>[^.]{{2,60}}?)(?:은|는|이|가)\s"),
    # 최우수상에는 ○○이 / 대상은 ○○이 선정
    (
        rf"{_PRIZE}(?:에는|에|은|는|으로는|으로|의\s영예는|의\s주인공은)\s(?P<names>[^.]{{2,160}}?)"
        r"(?:(?:이|가|을|를|에|에게|에게로)\s(?:각각\s)?(?:최종\s)?(?:선정|수상|수훈|차지|돌아|영예|뽑|받(?:았|게|는다)|올랐|안았|선발)|(?:이다|입니다|이며|로\s선정|으로\s선정|\s선정))"
    ),
    # (단체상) 우수 부서로는 ○○을 선정
    (rf"[(\[<【]\s?{_PRIZE}\s?[)\]>】]\s[^.,]{{2,30}}로는?\s(?P<names>[^.]{{2,160}}?)(?:이|가|을|를)\s(?:최종\s)?선정"),
    # (금상) ○○은
    (
        rf"[(\[<【]\s?(?:[가-힣]{{2,8}}\s){{0,2}}{_PRIZE}\s?[)\]>】]\s?[:：]?\s?(?P<names>[^.,]{{2,60}}?)(?<!로)(?<!에서)(?:(?:은|는|이|가)\s|,|$)"
    ),
    # 최우수상은 ‘○○’으로, / 우수상 ‘○○’는 / 장려상인 ‘○○’은
    (
        rf"{_PRIZE}(?:인|은|는|에는)?\s(?P<names>[‘“「『][^‘“「『’”」』\n]{{2,50}}[’”」』](?:,\s[‘“「『][^‘“「『’”」』\n]{{2,50}}[’”」』]){{0,9}})(?:은|는|이|가|으로|로|을|를|도)[,\s]"
    ),
    # 대상(상금 500만 원)은 ○○의 ‘○○’가 거머쥐었다
    rf"{_PRIZE}(?:\s?\([^()]{{1,30}}\))?(?:은|는)\s(?P<names>[^.,]{{2,60}}?)(?:이|가)\s(?:거머쥐|거머쥔|차지|수상|받|안았)",
    # 대상 : ○○
    (rf"(?:^|[▲△○ㅇ\-·•]\s?){_PRIZE}(?:\s?\([^()]{{1,30}}\))?\s?[:：]\s?(?P<names>[^.]{{2,160}}?)$"),
)
_WINS = (
    r"(?P<names>[^.]{2,100}?)(?<!에서)(?<!에)(?<!로)(?:이|가|은|는)\s(?:[^.]{0,60}?\s)??(?:각각\s)?"
    rf"{_PRIZE}[’”'\"]?(?:\s수상\s*$|[을를](?:\s(?:수상|받았|받는|차지|거머|각각\s(?:수상|받))|,\s(?=[^.]{{0,120}}(?:수상|받았))))"
)
_TIER = (
    rf"(?<![가-힣])(?P<open>[(\[<【]\s?)?(?P<prize>{tracks.PRIZE.pattern}|[가-힣A-Za-z0-9·]{{1,12}}\s?(?:형|분야|부문|유형|트랙)|(?:최)?우수\s?(?:기관|기업|단지|지자체|팀|사례))(?:\s?수상(?:작|자|팀)(?:인)?)?(?:\s?[)\]>】](?=\s?[:：]?\s?[가-힣㈜‘“「(]))?"
    r"(?:\s?\(\s?(?:(?P<count>\d{1,2})\s?[가-힣]{0,4}|[가-힣\s]{2,20}|(?:각|상금|부상)?\s?[\d,.조억만천백\s]{1,12}원)\s?\)|\s(?P<more>\d{1,2})\s?(?:곳|개소|개|명|팀|점|편|건))?"
    r"\s?(?:에서는|에서|에는|에|은|는|[:：]|[-–]|으로는|으로|의\s영예는|[을를]\s(?:받은|수상한|차지한))?(?:\s|(?<=[:：)\]>】])|(?=\())"
)
_TIER_END = re.compile(
    r"\s?(?:등|총)?\s?(?:\d+\s?(?:곳|개|명|팀|건|점|편)(?:\s?[가-힣]{1,4}?)?)?(?:이|가|을|를|에|으로|로)?\s?(?:각각\s)?"
    r"(?:선정|수상|시상|표창|포상|입상|거머|받|비롯|차지|뽑|이름을|올랐|돌아|영예)|[.]\s?$|이며|이다|이고|[(\[<【]$"
)
_JOINS = re.compile(r",\s|·|(?<=[가-힣])[과와]\s|\s및\s")
_BRIEF = 16
_BRACKETED = 5
_compiled = cache(re.compile)
# What the frames need, cheap to look for: most sentences name no prize, and few that do say who won it.
_TITLES = r"[수려격별쁨로기의력가선작금은동본체인대령리관원장감사표\s]상"
_NAMED = re.compile(rf"[상작선창장](?:(?<={_TITLES})|(?<=[수가]작|입선|표창|훈장|포장))")
_WON = re.compile(r"상[’”'\"]?\s수상\s*$|[을를]\s(?:수상|받았|받는|차지|거머|각각\s)")
_TIERED = re.compile(
    rf"[상작선창장형야문랙수](?:(?<={_TITLES})|(?<=가작|입선|표창|훈장|포장|분야|부문|트랙|우수)|(?<=형))"
)
_NEXT = re.compile(r"[고며나],?\s(?P<names>[‘’'“「][^‘’'“”」]{2,40}[’‘'”」](?:\s?\([^()]{1,20}\))?)(?:은|는)\s")
_WHOM = re.compile(r"(?:[을를의]|지원|사업|공모|모집|선정|교육|적용|지정|인증|신청|조사|평가)\s$")
# `대상으로 홍길동 씨의 ‘가을 길’을 선정`: a work is given the prize.
_WORK_OF = re.compile(
    r"으로\s[^.,‘'“「]{2,40}의\s[‘'“「][^’'”」\n]{1,40}[’'”」](?:[을를이가])\s(?:각각\s|최종\s)?(?:선정|뽑)"
)
_TOLD = re.compile(
    r"[을를이가]\s[^,‘'“「]{0,30}(?:한|된|인|낸|든|온|은)\s(?=[‘'“「])|(?:[하되으]며|[하되]고|[았었였했됐]고|지만|결과|에서는?|에는|이외에|외에)[,\s]\s*"
)
_WHOSE = re.compile(r"[’'”」』]?\s?(?:\([^()]*\))?\s*")
_COUNTED = re.compile(r"\d{1,3}\s?(?:개사|개|곳|명|팀)\)\s?[:：]\s?")
_NOT_DONE = re.compile(r"하기도\s|수여(?:할|될)|예정|계획|선정할|시상할|수여한다|수여됩|수여된다")


def awards_in(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    """The prizes of a sentence that name their winners."""
    text, start, end = reading.text, sentence.start, sentence.end
    if not _TIERED.search(text, start, end) or _NOT_DONE.search(text, start, end):
        return
    seen: set[int] = set()
    several = len(list(islice(_TIERED.finditer(text, start, end), 2))) > 1
    tiers = list(tiers_in(reading, start, end)) if several else []
    if len(tiers) > 1:
        yield from tiers
        return
    if not _NAMED.search(text, start, end):
        return
    for frame in (*_FRAMES, _WINS) if _WON.search(text, start, end) else _FRAMES:
        for hit in _compiled(frame).finditer(text, start, end):
            if text[hit.start("prize") - 1] == "(" and tracks.prize_before(text, start, hit.start("prize") - 1):
                continue
            if (
                tracks.PRIZE.search(hit["names"])
                or hit.start("prize") in seen
                or _target(text, hit.start("prize"), hit.end("prize"))
            ):
                continue
            label = tracks.clean(hit["prize"])
            first = _after_clauses(text, hit) if frame is _WINS else hit.start("names")
            choices = _winners(reading, first, hit.end("names"))
            if choices and tracks.PRIZE.match(label):
                seen.add(hit.start("prize"))
                if frame is _FRAMES[_BRACKETED]:
                    choices += _more(reading, hit.end(), end)
                yield Claim(hit.start("prize"), hit.end(), "selected", len(choices), "", label, choices, open=True)


def _winners(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    found = marked_works(reading, start, end) or parties_of(reading, start, end)
    choices = tuple(one for one, after in zip_longest(found, found[1:]) if not _employs(reading.text, one, after))
    return choices if len(choices) > 1 else told_person(reading, start, end) or choices


def _employs(text: str, one: Choice, after: Choice | None) -> bool:
    """Whether a body only says whose the person right after it is: `‘가나 유한회사’(서울) 홍길동 대표`."""
    return (
        after is not None
        and one.kind in ("company", "institution")
        and after.kind in ("person", "other")
        and bool(_WHOSE.fullmatch(text, one.end, after.start))
    )


def _after_clauses(text: str, hit: re.Match[str]) -> int:
    """Where the winners before a verb begin: after what is told of others or of where they won."""
    return max([hit.start("names"), *(one.end() for one in _TOLD.finditer(text, *hit.span("names")))])


def _more(reading: Reading, start: int, end: int) -> tuple[Choice, ...]:
    """Further winners of the same prize that open the next clauses: `…하였고, ‘나회’(경기 파주)는 …`."""
    hits = _NEXT.finditer(reading.text, start, end)
    return tuple(choice for hit in hits for choice in parties_of(reading, hit.start("names"), hit.end("names")))


def tiers_in(reading: Reading, start: int, end: int) -> Iterator[Claim]:
    """A list cut by its prizes or tracks: `대상 가시, 최우수상(2곳) 나군·다시, 우수상은 라구, 마군이 …`."""
    text = reading.text
    hits = [
        hit
        for hit in _compiled(_TIER).finditer(text, start, end)
        if not _target(text, hit.start("prize"), hit.end("prize"))
    ]
    if len({hit["prize"] for hit in hits}) < 2 or _NOT_DONE.search(text, start, end):
        return
    for at, hit in enumerate(hits):
        stop = hits[at + 1].start() if at + 1 < len(hits) else end
        tail = _TIER_END.search(text, hit.end(), stop)
        until = tail.start() if tail else stop
        count = int(hit["count"] or hit["more"] or 0) or None
        inner = _inner(text, hit.end(), until)
        choices = listed(reading, *inner, count) or (parties_of(reading, *inner) if inner[1] - inner[0] < 60 else ())
        choices = choices or _subjects(reading, inner, until)
        if choices and (count is None or len(choices) <= count):
            yield Claim(
                hit.start("prize"),
                until,
                "selected",
                count or len(choices),
                "",
                hit["prize"],
                choices,
                open=count is None,
            )


def _subjects(reading: Reading, inner: tuple[int, int], until: int) -> tuple[Choice, ...]:
    """Brief names, whatever they are called, that win: `장려상에는 가나숲과 다라숲이 입상했다`."""
    if not re.match(r"[이가](?:[,\s]|$)", reading.text[inner[1] : until + 1]):
        return ()
    cuts = [inner[0], *(at for hit in _JOINS.finditer(reading.text, *inner) for at in hit.span()), inner[1]]
    spans = list(zip(cuts[::2], cuts[1::2], strict=True))
    items = [item for a, b in spans if (item := named(reading.text, a, b)) and plausible(item)]
    brief = len(items) == len(spans) and all(1 < len(item.name) <= _BRIEF for item in items)
    return choices_of(reading, items, "") if brief else ()


def _inner(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the bracket that holds all of it and the separators around it."""
    if subject := re.search(r"[이가],?\s*$", text[start:end]):
        end = start + subject.start()
    while end > start and text[end - 1] in " ,·/△▲▴;\n":
        end -= 1
    while start < end and text[start] in " :：":
        start += 1
    if counted := _COUNTED.match(text, start, end):
        start = counted.end()
    if text[start : start + 1] == "(" and text.find(")", start, end) == end - 1:
        return start + 1, end - 1
    return start, end


def _target(text: str, start: int, end: int) -> bool:
    """`대상` that means whom something is for, not the grand prize."""
    before, after = text[max(0, start - 4) : start], text[end : end + 2]
    whom = after == "으로" and not _WORK_OF.match(text, end)
    return text[start:end] == "대상" and (whom or bool(_WHOM.search(before)))
