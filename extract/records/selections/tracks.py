# ruff: noqa: E501 - alternations of words read better in one line
"""The track a count or name belongs to: a type, field, division, tier or prize, as the text names it."""

from __future__ import annotations

import re
from functools import lru_cache

_PRIZE = (
    r"(?:(?:최)?우수|장려|격려|특별|기쁨|공로|인기|창의|노력|아차|참가|봉사|명예|공헌|혁신|도전|희망|나눔|신인|작품|감동|화합|꿈나무|아이디어|입선|가작|금|은|동|본|단체|개인|대)상"
    r"|(?:최)?우수작|가작|입선|대통령상|(?:국무)?총리상|[가-힣]{0,14}?(?:[부처청]\s)?(?:장관|위원장|원장|청장|처장|회장|총장|이사장|교육감|시장|도지사|사장|본부장|대표이사)\s?(?:상|표창|상장)"
    r"|대통령\s?표창|(?:국무)?총리\s?표창|(?:(?:[금은동철석]탑\s?)?산업|국민|근정|보국|수교|문화|체육|과학기술|새마을|무공|건국|예비군)?\s?훈장|(?:산업|국민|근정|보국|수교|문화|체육|과학기술|새마을|예비군)\s?포장|포장(?!\s?(?:방법|지|재|기술|재료|용기|도로|공사|판매|제품|상태|디자인|비닐|유통|이사|마차|을\s열|하))"
)
_KINDS = r"형|(?:초등|중등|중고등|고등|대학|일반|학생|청소년|성인|청년|유치|어린이)부|유형\s?[ⅠⅡⅢIV\d가-하A-D]|분야|부문|유형|트랙|그룹|리그|등급|계열|랩|(?<=[가-힣])(?:공모|응모|연장)"
PRIZE = re.compile(_PRIZE)
_NOT_PRIZE = re.compile(
    r"(?:지원|사업|공모|모집|신청|평가|선정|심사|조사|적용|교육|참여|국민|청년|기업|업체|학생|신규|추가|최종|지정|내년도?|올해|을|를|의|\d)\s?대상$"
)
_TELLS = re.compile(r"[가-힣]{2}(?:한|된|되는|하는|에서|에게)\s|(?<![가-힣])쓴\s|[가-힣](?:낸|던)\s")
_OFFICE = re.compile(r"\s(?:회장|대표이?사?|사장|부사장|교수|원장|이사|전무|상무|씨|님)\s")
_END = re.compile(rf"(?:{_PRIZE}|{_KINDS})$")
_TOPIC = re.compile(
    rf"(?P<track>(?:[가-힣A-Za-z0-9·‧∙・ㆍ+&/\-‘’'\"「」｢｣()]+\s){{0,3}}?[가-힣A-Za-z0-9·‧∙・ㆍ+&/\-‘’'\"「」｢｣()]*?(?:{_PRIZE}|형|분야|부문|유형|트랙|그룹|리그|등급|계열|랩))"
    r"(?:\s(?:사업|과제))?(?P<topic>은|는|에는|에서는|에서|에|의\s경우|(?:으로|로)(?=\s(?:최종\s|신규\s)?(?:선정|지정|선발)))(?=[\s,])"
)
_TAIL = re.compile(r"\s*(?:총|모두|전체|최종|신규|약|각각|각|등|및|또는|합쳐|\(|:|-|–|에서|에는|에|의|으로|,|·)\s*$")
_COLON = re.compile(r"[:：]\s(?=.*[가-힣])|(?<![가-힣])각\s[가-힣]{1,6}별\s")
_SPACED = re.compile(r"\s+(?:은|는|이|가|을|를|과|와|로)\s*$")
_HEAD = re.compile(
    r"^\s*(?:(?:수상|시상|선정)\s?(?:내역|결과|규모)\s?[:：]|[○ㅇ◦▲△▴ㅿ◇◆□■▪▸▷►•ㆍ·*※①-⑳\-–<〈《[()\])]+|(?:그리고|또한|특히|이중|및|과|와|올해는|올해|내년|이번|금번|신규|먼저|우선|그 외에도|이외에도?|그 ?밖에도?|이 ?밖에도?|은|는|을|를|이|가(?!\s(?:등급|그룹|유형|군|지구))|에|으로|로|등|의)\s|[,:]\s*)\s*"
)
_SPLIT = re.compile(
    r"(?:중(?:에서)?|가운데|년간|(?<=[가-힣])(?:부터|까지|하여)|에서는?|에게|위해|통해|따라|외에도?|거쳐|결과,?|(?<=[가-힣)’'”」])(?:은|는|을|를|으로|로|이며|하며|되며))\s|(?<=[)’'”」])[이가의]\s"
)
_QUOTES = str.maketrans("", "", "‘’'\"“”「」｢｣『』<>〈〉《》")
_REGION = re.compile(
    r"(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)(?:특별시|광역시|특별자치[시도]|도|시)?(?:\s?지역)?"
)
_NO_LABEL = re.compile(
    r"^\d{1,2}(?:기|차|회)$|^(?:시·?군·?구?|시·?도)$|\d{3,}|[.?!]|\d(?:억|만|천)|(?:하여|하고|위해|통해|따라|대해|대한|위한|통한|있는|하는|되는|이번|올해|내년|작년|선정|지원|최종|총|중|가운데|이상|이하|신청|접수|수상자|년|월|매년|전국|국내|우리)"
)


@lru_cache(maxsize=4096)
def clean(label: str) -> str:
    """A label without quotation marks, bullets, footnote marks and particles around it."""
    parts = _SPLIT.split(_COLON.split(label.replace("*", ""))[-1].rstrip() + " ")
    label = next((part for part in reversed(parts) if part.strip()), "")
    while (shorter := _HEAD.sub("", label)) != label:
        label = shorter
    while (shorter := _bare(_TAIL.sub("", label))) != label:
        label = shorter
    if label.count("(") > label.count(")") and not label.endswith("("):
        label = label.rsplit("(", 1)[1]
    if label.count(")") > label.count("("):
        label = label.replace(")", "")
    label = " ".join(label.translate(_QUOTES).split())
    return label.strip("()") if label.count("(") != label.count(")") else label


def _bare(label: str) -> str:
    """A label without the particle that its last syllable is, where the one before it lets it be one (`반도체는`).

    `디스플레이` keeps its end: `이` as a particle follows a syllable that ends in a consonant.
    """
    words = label.rstrip()
    if len(words) < 2 or not "가" <= words[-2] <= "힣":
        return _SPACED.sub("", label)
    closed = (ord(words[-2]) - ord("가")) % 28 > 0
    return words[:-1] if words[-1] in ("은이을과" if closed else "는가를와로") else label


@lru_cache(maxsize=4096)
def is_track(label: str) -> bool:
    """Whether a short label names a track by its own last word."""
    return (
        bool(label)
        and len(label) <= 30
        and bool(_END.search(label))
        and not _NOT_PRIZE.search(label)
        and not _TELLS.search(label)
        and not _OFFICE.search(label)
        and not re.search(
            r"\d+\s?개|등의?\s|^(?:이번|올해|금년|신규|하반기|상반기|추가)?\s?(?:공개)?공모$|^(?:동|본|해당|이들)\s|^(?:각|전|해당|모든|분야|부문|유형|신규|일반|이러한|다양한)$|별$",
            label,
        )
    )


def is_whom(words: str) -> bool:
    """Whether words end in a `대상` that is whom something is for, no grand prize: `신규 대상`, `지원 대상`."""
    return bool(_NOT_PRIZE.search(words))


_ASIDE = re.compile(
    r"(?:보도\s?(?:참고|자료|설명)|참고|설명|즉시.*|공동.*|붙임|개선|현행|기존|예시|주요(?:\s?내용)?|대상|방식|일시|장소|(?:[가-힣0-9]+\s)?[가-힣0-9]*[과팀실국처]|(?:지원|선정|모집|시상|사업)?(?:규모|대상|내용|기간|결과|현황|방법|인원|개요|일정))|.*(?:별|일정|절차)"
)
_COUNTED = re.compile(
    r"(?:기관|사례|기업|업체|수상자|수상작|작품|과제|팀|제품|사업|지자체|대학|학교|병원|사업자|사업단|후보지?|대상지?|대상자|우수작|품목|단체|기술|지구|지역|특구|공모작|아이디어|곳|명|유공자|참여자|선정)$"
)


# Ends of verbs, what is left of a list, shares, floors of offices: no names of tracks.
_TOLD = re.compile(
    r"(?:올려|들여|거쳐|걸쳐|더해|합쳐)$|[→⇒➡]|(?:^|\s)[가-힣]{2}(?:된|한)$|\s(?:후|뒤)$|(?:서면|서류|발표|현장)\s?(?:심사|평가)$|[형야문]에\s|[가-힣](?:[았었였했]던|[가이]\s[가-힣]{2,8}[된한]\s.*)|^(?:나머지|기타|이중|그중|일부|이\s|그\s|추가|올해\s)|%$|(?:읍|면|동)$|(?:갖춘|마친|거친|만든|보낸|받은|얻은|있는|없는|확보한|보다|제외|포함|실적)$|^\d+\s?건$"
)


def is_label(label: str, *, marked: bool = False) -> bool:
    """Whether words beside several counts can be the names of tracks: short, nouns only, no region.

    Words `marked` by a bullet of their own (`△취약계층 지원 146건`) may be longer.
    """
    return (
        1 < len(label) <= (28 if marked else 18)
        and (marked or not _NO_LABEL.search(label))
        and not _COUNTED.search(label)
        and not _ASIDE.fullmatch(label)
        and "," not in label
        and not _REGION.fullmatch(label)
        and not _TOLD.search(label)
        and not re.search(r"(?<=[가-힣])(?:은|는|을|를|에서|에게|으로|이며|이고)(?:\s|$)", label)
    )


def is_region(label: str) -> bool:
    """Whether a label is a province: a breakdown of the chosen, not a track."""
    return bool(_REGION.fullmatch(label))


def prize(text: str, start: int, end: int) -> str | None:
    """The prize that a count in brackets follows: `장려상 50만원(2개 팀`."""
    near = re.split(r"[,;]", text[start:end])[-1]
    hit = next(reversed(list(PRIZE.finditer(near))), None)
    return hit.group() if hit and re.fullmatch(r"[^.()]{0,24}\(", near[hit.end() :]) else None


def prize_before(text: str, start: int, end: int) -> str | None:
    """The prize whose name ends a span."""
    return next((hit.group() for hit in PRIZE.finditer(text, start, end) if hit.end() == end), None)


def topic(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The track that a span is about (`강소형은 …`): the last one named, and where the words after it begin."""
    found = None
    for hit in _TOPIC.finditer(text, start, end):
        label = clean(hit["track"])
        whom = hit["topic"].startswith(("으로", "로")) and label.endswith("대상")
        if is_track(label) and not whom:
            found = label.split(", ")[-1], hit.end()
    return found
