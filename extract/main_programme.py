"""The programme that a release is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from extract.lexicon import ministries
from extract.rule import Mention
from extract.rules.noun_phrase import is_noun, noun_phrase
from extract.rules.party_kind import kind_of
from extract.rules.programme import (
    is_generic,
    is_head,
    is_name_alone,
    is_named,
    named_in_lead,
    quoted_terms,
    split_year,
    year_before,
)
from extract.rules.region import lookup
from extract.values import Programme

_SAID = re.compile(r"[가-힣A-Za-z0-9]+")
_DECISION = re.compile(r"(?<= )(?:예비|본)?(?:선정|지정|선발|공모|모집|공고|뽑)")
# What may stand between a programme's name and the decision: `고령친화마을 12곳 신규 선정`, `…특구로 최종 지정`.
_BETWEEN = re.compile(
    r"['’」]?(?: ?\d[\d,]*[가-힣]{1,3})?(?: \S{0,3}(?:수상|대상|참가)(?:자|작|지)?)?(?:으로|로|에)?"
    r"(?: (?:최종|신규|추가|최초|우선|첫|본격|공동|대상지?|\d+곳|\d+개\S{0,2}))* $"
)
# `글로컬대학은 … 지원하는 사업이다`: the release says what its programme is.
_DEFINED = re.compile(
    r"(?:사업|제도|프로그램|프로젝트|공모전|대회|도시|대학|지구|특구|정책)(?:이다|입니다|으로|로|임|이며|다)(?![가-힣])"
)
_DEFINING = re.compile(
    r"(?:^|[\n.*※○ㅇ□▪])[ ‘'“「*(]{0,3}(?P<name>[가-힣A-Za-z0-9][^\n.,‘’“”「」']{2,30}?)"
    r"(?:['’”」)]|\([^()\n]{1,40}\)){0,2}(?:은|는|이란|란),? "
)
_NO_TERM = re.compile(
    r"[.?!,]|^[^가-힣A-Za-z0-9]|(?:을|를|에서|에게|까지|부터|하여|이하|위한|위해|[가-힣]은|[가-힣]는)$|(?:다|[세하이어아해네데]요|까|[하되가보]자)$|(?:법|법률|시행령|시행규칙|규칙|규정|개정안|고시|및|등|분야|부문)$"
)
# `2026년도 가나 지원사업 참여기업 모집 공고`: what the title calls for.
_CALL = re.compile(
    r"(?:\s?(?:신규|추가|예비|통합|변경|연장|재)?\s?(?:공모|모집|신청|접수|입찰|시행|선정)){0,2}"
    r"\s?(?:공고|안내|안내서|공모|모집)$"
)
# `2020년도 가나문화대상 발표`: what the title tells the result of.
_RESULT = re.compile(
    r"(?:\s?(?:최종|심사|수상|선정)){0,2}\s?(?:결과|수상자|수상작)?\s?(?:발표|선정|시상식?|개최|열려)$"
)
# A contest or an honour by the end of its name.
CONTEST = re.compile(r"(?:공모|공모전|대회|대전|콘테스트|챌린지|해커톤|어워[드즈]|시상|포상|영화제|상)$")
_COUNT = re.compile(r"\s\d+(?:개|곳|명|건|팀)(?:사|소|교)?$")
# `가나 지원사업 주관기관 선정`: who is looked for is not part of the programme's name.
_ROLE = re.compile(
    r"(?<=사업|제도|대회|캠프|펀드)\s(?:신규\s|최종\s|예비\s)?(?:(?:주관|운영|수행|참여|시행|전담|지원|위탁|공동)(?:연구|개발)?(?:기관|기업|대학|사업자|업체)"
    r"|대상(?:지|자|기관|기업|지자체|\s?지역)?|사업자|참여자|참가자|선도자)(?:\s(?:모집|선정|공모))?$"
)
_COUNTED = re.compile(r"(?<![\d.,])\d{1,3}(?:곳|개소|개사|개교|개 ?[가-힣]{1,2}|팀|명|건|편)")
_TOLD, _REACH = 6.0, 100
_LEAD = 700
_OFTEN = 4
_RUN = 4
_IN_TITLE = 6
# `가나 사업 등 지원사업 공고`: the title names one of several.
_AMONG = 12
_AND_OTHERS = re.compile(r"[’'”」]?\s?등\s")
_WEIGHTS = {"quoted": 4.0, "quoted weak": 2.0, "nouns": 3.0}


class _Name(NamedTuple):
    """A name that may be the main programme's: where it stands, its year, its weight, and whether it is `told` of as
    many as the title says."""

    name: str
    at: int
    year: int | None
    weight: float
    told: bool = False


@dataclass
class _Candidate:
    """A name and what speaks for it."""

    name: str
    first: int
    score: float = 0
    often: int = 0
    told: bool = False
    years: Counter[int] = field(default_factory=Counter)


def find_main_programme(text: str, title: str, named: Iterable[Mention[Programme]]) -> Programme | None:
    """The name that title, lead, quotation marks, decisions and repetition speak for most."""
    candidates: dict[str, _Candidate] = {}
    squashed, head = plain(text), plain(title)
    for one in _names(text, title, squashed, named):
        candidate = candidates.setdefault(plain(one.name), _Candidate(one.name, one.at))
        candidate.score += one.weight
        candidate.told |= one.told
        candidate.often = max(candidate.often, 8 if one.weight >= 1 else 3)
        if one.year:
            candidate.years[one.year] += 1
    for key, candidate in candidates.items():
        candidate.score = min(candidate.score, 12) + _IN_TITLE * (key in head) + 3 * (candidate.first < _LEAD)
        candidate.score += min(squashed.count(key), candidate.often) + _TOLD * candidate.told
        if _is_example(candidate.name, title):
            candidate.score -= _AMONG
    best = max(candidates.values(), key=lambda one: (one.score, len(one.name)), default=None)
    return _programme(_in_full(best, candidates, head)) if best else None


def _is_example(name: str, title: str) -> bool:
    """Whether the title names it as one of several: `가나 지원사업 등 3개 사업`."""
    at = title.find(name)
    while at >= 0 and not _AND_OTHERS.match(title, at + len(name)):
        at = title.find(name, at + 1)
    return at >= 0


def plain(name: str) -> str:
    """A name without spaces and marks."""
    return "".join(_SAID.findall(name))


def _in_full(best: _Candidate, candidates: Mapping[str, _Candidate], head: str) -> _Candidate:
    """The longer name that holds the best one, if it ends in a head noun or the title quotes it, and is supported."""
    key = plain(best.name)
    longer = [
        one
        for name, one in candidates.items()
        if key in name and key != name and (is_named(one.name) or (name in head and one.score >= 1.5 + _IN_TITLE))
    ]
    full = max(longer, key=lambda one: one.score, default=best)
    if full.score < best.score / 2:
        return best
    full.years.update(best.years)
    return full


def _programme(candidate: _Candidate) -> Programme:
    return Programme(candidate.name, candidate.years.most_common(1)[0][0] if candidate.years else None)


def _names(text: str, title: str, squashed: str, named: Iterable[Mention[Programme]]) -> Iterator[_Name]:
    counted = frozenset(hit.group() for hit in _COUNTED.finditer(title))
    for mention in named:
        name = mention.value.name
        if is_name_alone(name) or name.count("(") != name.count(")"):
            continue
        told = mention.rule == "quoted" and _tells(text, mention.end, counted)
        yield _Name(name, mention.start, mention.value.year, _WEIGHTS[mention.rule], told)
    yield from _terms(text, (span for span in quoted_terms(text) if not _is_slogan(text, *span)), 1.5)
    yield from _terms(title, _marked(title), 6.0)
    yield from _terms(title, _called(title), 4.0)
    yield from _terms(text, _decided(text), 1.5)
    yield from _terms(text, _defined(text), 5.0)
    yield from _terms(text, named_in_lead(text, _LEAD), 0.5)
    for start, end in _runs(title):
        name = title[start:end]
        if _is_term(name) and squashed.count(plain(name)) >= _OFTEN:
            yield _Name(name, max(text.find(name), 0), year_before(title, start), -2.0)


def _tells(text: str, at: int, counted: frozenset[str]) -> bool:
    """Whether the sentence goes on to tell of as many as the title: `새 대상지 7개소`, `… 신규 대상지 7개소를 승인`."""
    rest = text[at : at + _REACH].partition("\n")[0]
    return any(hit.group() in counted for hit in _COUNTED.finditer(rest))


def _is_slogan(text: str, start: int, end: int) -> bool:
    """Whether words in double quotation marks open the text, as what somebody says: they end in no head noun."""
    return start == 1 and text[0] in '“"' and not is_named(text[start:end])


def _terms(text: str, spans: Iterable[tuple[int, int]], weight: float) -> Iterator[_Name]:
    for start, end in spans:
        year, name = split_year(_COUNT.sub("", text[start:end]))
        name = _ROLE.sub("", name)
        if _is_term(name):
            yield _Name(name, start, year or year_before(text, start), weight)


def _marked(title: str) -> Iterator[tuple[int, int]]:
    """What the title has in the brackets that mark names."""
    return (hit.span("name") for hit in re.finditer(r"[「『](?P<name>[^「」『』]+)[」』]", title))


def _called(title: str) -> Iterator[tuple[int, int]]:
    """What a title that announces a call or the result of a contest begins with."""
    call = _CALL.search(title)
    if call and is_named(_ROLE.sub("", title[: call.start()])):
        yield 0, call.start()
    result = _RESULT.search(title)
    if result and CONTEST.search(title, 0, result.start()):
        yield 0, result.start()


def _decided(text: str) -> Iterator[tuple[int, int]]:
    """What is called for, chosen or designated."""
    for hit in _DECISION.finditer(text):
        between = _BETWEEN.search(text, max(0, hit.start() - 40), hit.start())
        if between:
            yield noun_phrase(text, max(0, between.start() - 60), between.start()), between.start()


def _defined(text: str) -> Iterator[tuple[int, int]]:
    """What a sentence says to be a programme."""
    for hit in _DEFINED.finditer(text):
        line = text.rfind("\n", max(0, hit.start() - 200), hit.start())
        if line >= 0 and (name := _DEFINING.match(text, line, hit.start())):
            yield noun_phrase(text, name.start("name"), name.end("name")), name.end("name")


def _runs(title: str) -> Iterator[tuple[int, int]]:
    """Two to four nouns of the title in a row."""
    words = list(re.finditer(r"[가-힣A-Za-z0-9·&+-]+", title))
    nouns = [is_noun(word.group()) for word in words]
    plainly = [not is_generic(word.group()) for word in words]
    for first, last in combinations(range(len(words)), 2):
        if last - first >= _RUN or not all(nouns[first : last + 1]) or not plainly[first] or not plainly[last]:
            continue
        start, end = words[first].start(), words[last].end()
        if title[start:end].count(" ") == last - first:
            yield start, end


def _is_term(name: str) -> bool:
    """Whether words can name a programme at all: neither a sentence, a law, a place nor a word of any programme."""
    if not 4 <= len(name) <= 24 or _NO_TERM.search(name) or is_generic(name) or is_head(name):
        return False
    if name.count("(") != name.count(")"):
        return False
    return name not in ministries() and kind_of(name) != "university" and lookup(name) is None
