"""Who is chosen: enumerations of parties as prose, brackets and lists write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.release import PartyKind

_OPEN, _CLOSE = "([「『｢<〈《", ")]」』｣>〉》"
_QUOTES = "‘’“”"
_STRAIGHT = "'\""
_QUOTED = re.compile(r"[‘’'“\"「『｢](?P<name>[^‘’'“”\"「」『』｢｣]{2,80})[’‘'”\"」』｣]")
_MARK = re.compile(
    r"[,、;▲△▴ㅿ▶◇◆•]|\s(?:및|과|와|그리고)\s|(?<=[가-힣)’'”」])(?:과|와)\s|\n|\t|[①-⑳]|(?<=\))\s|[을를]\s비롯(?:해|한|하여)\s|(?<=\s)/(?=\s)"
)
_TRIM = re.compile(
    r"^(?:[\s○ㅇ◦⊙◎▲△□■·‧*※\-–:]|\(?\d{1,2}[.)]\s|\d{1,3}\s?(?:개사|개|곳|명)\)\s?[:：]\s|[①-⑳]|그리고\s|[이그]\s?(?:외에도|밖에도?)\s|및\s|또한\s|특히\s)+|[\s:·‧,]+$"
)
_TAIL = re.compile(
    r"\s총\s*$|\s*(?:등|외)(?:의|이|을|를|에|도|은|는)?\s*$|\s(?:외|등)\s?(?:총\s)?\d+\s?(?:곳|명|개사|인|개소|개|팀)\s*$"
)
_BRACKET = re.compile(r"\s*[(（](?P<inside>[^()（）]{1,60})[)）]\s*$")
_WORDY = re.compile(
    r"[할될]\s(?:예정|계획)|[가-힣]{2}으로$|[가-힣][’”」』]\s?\d|^(?:붙임|별첨|참고)\s|[.?!→←↔⇒\"“”]|수상(?:자|기업|팀|작)|들이\s|[가-힣]{2}에$|(?:기술|분야)로$|[가-힣]적$|에\s비해\s|수준$|\s중$|[가-힣]는\s|[가-힣](?<![높많좋젊작밝넓깊같짧])은\s[가-힣]|\)(?:은|는|을|를)\s|\)(?:은|는|을|를)$|(?:후보|대상)로$|[가-힣]한\s[가-힣]{1,6}으로\s|[로에서]는$|(?:하여|하고|위해|위한|통해|따라|대해|대한|있는|하는|되는|하며|[으이]며|결과|경우|기준|이번|올해|지난)(?:\s|$)|[가-힣](?:(?<![마가노고])을|를|에서|에게|으로써|한다|했다|됐다|된다)(?:\s|$)"
)
# What is in quotation marks may be wordy, but no sentence.
_SAID = re.compile(r"[다요죠까]$|[.→←↔⇒]|(?:위해|통해|따라|대해)\s")
_CALLED = re.compile(
    r"\s?(?:과제|기술|사업|작품|제품|서비스|아이디어|사례|마을|숲|팀|씨|님|기업|업체|지구|프로젝트|연구|콘텐츠|영상|특구)?"
)
_DIVISION = re.compile(r"(?:형|분야|부문|유형|트랙)$")
_COUNT = re.compile(r"\d\s?(?:곳|개|건|명|점|편|팀|억|만|천|백|%|월|년|종|회|차)[가-힣]{0,3}$|^\d|^상금")
_OWNER_QUOTED = re.compile(r"[‘'“](?P<name>[^‘’“”']{2,20})[’'”]의\s*$")
_OWNER = re.compile(
    r"(?:^|\s)(?P<name>[가-힣]{2,4}|[가-힣]{2,12}(?:숲|센터|원|관|학교|대|회|소|청|시|군|구)|[가-힣A-Za-z]{2,12}\s?팀)(?:\s?(?:씨|님|군|양|작가|학생))?의\s*$"
)
_GENERIC = re.compile(
    r"(?:우수|선정|지원|참여|해당|대상|최종|신청|수상|주관|전문|추진|관계|상위|일반|민간|공공|유관|국내|해외|중소|중견|대|창업|벤처|지방|광역|기초|관련|각|개별)?\s?"
    r"(?:기업|기관|대학|지자체|지방자치단체|업체|사업자|사업단|과제|사례|작품|팀|후보|후보지|대상|대상자|수상자|수상작|지역|시·군|단체|시설|병원|학교|제품|사업|아이디어|컨소시엄|지구|전국|군인|군무원|예비군|민간인|공무원|주민|농가|전문가|위원|한편|특히|아울러|우수작|공모작|최종|결과|내용|등)"
    r"(?:들|들이)?"
)
_LOCAL = re.compile(r"(?:[가-힣]{1,8}\s)?[가-힣]{1,5}[시군구도]")
_COMPANY = re.compile(
    r"㈜|\(주\)|\(유\)|주식회사|유한회사|농업회사법인|영농조합법인|협동조합|컴퍼니|전자$|건설$|은행$|증권$|카드$|보험$|제약$|바이오$|테크$|솔루션$|시스템즈?$|산업$|엔지니어링$"
)
_FORM = re.compile(r"㈜|\(주\)|\(유\)|주식회사|유한회사|법인|조합|컴퍼니|은행$")
_UNIVERSITY = re.compile(r"대학교|(?<![등지무시세군연])대$|대학$|과기원$|교대$|공대$|대\(|대[-–·]")
_INSTITUTION = re.compile(
    r"(?:병원|센터|연구원|연구소|공사|공단|재단|진흥원|협회|학교|도서관|박물관|관리소|교육청|위원회|청|처|원|단|회|소|관)$"
)
_SITE = re.compile(r"(?:지구|단지|아파트|묘역|마을|숲|섬|항|해수욕장|산단|시장|거리|공원|길|역|권|지역|부지|특구)$")
_BY_UNIT: dict[str, PartyKind] = {
    "명": "person", "인": "person", "개사": "company", "社": "company", "사": "company", "개교": "university",
    "건": "project", "편": "project", "점": "project", "작품": "project", "마을": "site", "지자체": "local_government",
    "시·군": "local_government",
}  # fmt: skip
RANK = (
    r"대표이?사?|연구소장|부소장|연구위원|사무총장|이사장|총장|학장|단장|관장|교장|교감|사무장|지점장|지사장|공장장|의원|변호사|간호사|매니저|파트장|그룹장|계장|행정관|조사관|감사관|여사|사무부장|부?사장|부?회장|전무|상무|(?:상임)?고문|점장|[조부]교수|주임|교수|연구원|연구관|연구사|과장|사무관|주무관|서기관|팀장|부장|차장|대리|원장|센터장|경사|경위|경장|순경|경감|경정|소방[장교사위경감정령준]|님|씨"
    r"|박사|선생님|학생|명장|작가|감독|선수|이사|실장|국장|본부장|책임|선임|수석|병장|상사|중사|대위|소령|중령|교사|소장|위원|대원|기자|소방관|상무이사"
)
_SURNAME = (
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구나"
    "민진지엄채원천방공현함변염여추도석선설마길연위표명기반왕금옥육인맹제모탁국은용편봉피팽좌갈빈"
)
_PERSON = re.compile(rf"(?<![가-힣])(?P<name>[{_SURNAME}][가-힣]{{1,2}})\s?(?:{RANK})(?![가-힣])")
_OF = re.compile(rf"(?<![가-힣])(?P<name>[{_SURNAME}][가-힣]{{2}})\s\S{{2,14}}\s(?:{RANK})(?![가-힣])")
_RANKED = re.compile(rf"(?:{RANK})\s(?P<name>[{_SURNAME}][가-힣]{{1,2}})(?![가-힣])")


@dataclass(frozen=True, slots=True)
class Named:
    """A name as written, its span, and what stood in brackets after it."""

    name: str
    start: int
    end: int
    aside: tuple[int, int] | None = None
    work: str | None = None
    led: bool = False
    marked: bool = False
    """Whether other words stood before the name (`… 가능한 ‘가’`), so that no enumeration runs on to its left.

    A name in quotation marks is `marked`.
    """


def split_names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of an enumeration, cut at marks outside brackets and quotes."""
    cuts, depth, at = [start], 0, start
    depths = []
    quoted = ""
    for at in range(start, end):
        char = text[at]
        if _turns(text, at, start, quoted):
            quoted = "" if quoted else char
        depth += char in _OPEN
        depths.append(depth + bool(quoted))
        depth -= char in _CLOSE and depth > 0
    spans = []
    for hit in _MARK.finditer(text, start, end):
        if depths[hit.start() - start] == 0 or text[hit.start()] in "▲△\n\t":
            spans.append((cuts[-1], hit.start()))
            cuts.append(hit.end())
    return [(a, b) for a, b in [*spans, (cuts[-1], end)] if text[a:b].strip()]


def _turns(text: str, at: int, start: int, quoted: str) -> bool:
    """Whether a character opens or closes a quotation; a year's apostrophe does neither."""
    char = text[at]
    if char in _STRAIGHT:
        return quoted == char or (
            not quoted and (at == start or text[at - 1] in " (\t") and text[at + 1 : at + 2] >= "가"
        )
    return char in _QUOTES and quoted not in (*_STRAIGHT,) and not text[at + 1 : at + 2].isdigit()


def named(text: str, start: int, end: int) -> Named | None:
    """The name that an item of an enumeration gives; None where the item is no name."""
    words = text[start:end]
    lead = _TRIM.match(words)
    if lead:
        start += lead.end()
    words = text[start:end].rstrip(" :·‧,\t\n*")
    words = _TAIL.sub("", words)
    aside = None
    hit = _BRACKET.search(words)
    if hit and hit.start() and not re.fullmatch(r"주|유|사|재", hit["inside"]):
        aside = (start + hit.start("inside"), start + hit.end("inside"))
        words = words[: hit.start()]
    quoted = list(_QUOTED.finditer(words))
    if quoted and _CALLED.fullmatch(words, quoted[-1].end()):
        last = quoted[-1]
        led = bool(words[: last.start()].strip())
        if owner := _OWNER.search(words[: last.start()]) or _OWNER_QUOTED.search(words[: last.start()]):
            at = start + owner.start("name")
            return Named(owner["name"], at, at + len(owner["name"]), aside, last["name"].strip())
        return Named(
            last["name"].strip(), start + last.start("name"), start + last.end("name"), aside, led=led, marked=True
        )
    words = words.strip()
    if not 1 < len(words) <= 60 or re.match(r"[(\[](?!(?:주|유|사|재)\))", words):
        return None
    return Named(words, start, start + len(words), aside)


def is_count(name: str) -> bool:
    """Whether words are a number of something and no name."""
    return bool(_COUNT.search(name))


def is_generic(name: str) -> bool:
    """Whether words say only what kind of thing is chosen (`선정기업`)."""
    return bool(_GENERIC.fullmatch(name))


def plausible(item: Named) -> bool:
    """Whether a name may stand in a list of winners on the strength of the list alone."""
    told = _SAID.search(item.name) if item.marked else _WORDY.search(item.name)
    return (
        len(item.name) <= 45
        and not _COUNT.search(item.name)
        and not _DIVISION.search(item.name)
        and not told
        and not _GENERIC.fullmatch(item.name)
        and not item.name.isdigit()
    )


def kind_of(name: str, unit: str) -> PartyKind:
    """What a name is of, by its own words, else by what is counted."""
    for pattern, kind in _PATTERNS:
        if pattern.search(name):
            return kind
    return _BY_UNIT.get(unit, "other")


_PATTERNS: Sequence[tuple[re.Pattern[str], PartyKind]] = (
    (_COMPANY, "company"),
    (_UNIVERSITY, "university"),
    (_INSTITUTION, "institution"),
    (_SITE, "site"),
)


def is_party(name: str) -> bool:
    """Whether a name shows by itself that it is one: a company by its form, a university."""
    return bool(
        (_COMPANY.search(name) and (" " not in name or _FORM.search(name)))
        or re.search(r"대학교$|대(?:학교)?\s[가-힣A-Za-z]{2,6}캠퍼스$|[가-힣]{2,}(?<![등지무시세군연])대$", name)
    )


def person_in(name: str) -> str | None:
    """The person in words that give office or rank: `홍길동 과장`, `홍길동 가나텍 부장`, `가나소방서 소방장 홍길동`."""
    for pattern in (_PERSON, _OF, _RANKED):
        hits = [hit for hit in pattern.finditer(name) if hit.end() == len(name)]
        if hits:
            return hits[-1]["name"]
    return None


def without_title(name: str) -> str:
    """A person's name without office or rank; other names as they are."""
    return person_in(name) or name


_EVENT = re.compile(r"(?:사업|공모전?|대회|행사|프로그램|시상식|콘테스트|챌린지)$")


def quoted_in(text: str, start: int, end: int) -> Iterator[Named]:
    """Every quoted name in a span."""
    for hit in _QUOTED.finditer(text, start, end):
        item = Named(hit["name"].strip(), hit.start("name"), hit.end("name"))
        if plausible(item) and not _EVENT.search(item.name):
            yield item
