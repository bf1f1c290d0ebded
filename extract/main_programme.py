"""The programme that a release is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from extract.lexicon import ministries
from extract.rule import Mention
from extract.rules.noun_phrase import is_noun, noun_phrase
from extract.rules.party_kind import kind_of
from extract.rules.programme import is_generic, is_head, is_named, quoted_terms, split_year, named_in_lead, year_before
from extract.rules.region import lookup
from extract.values import Programme

_ASIDE = re.compile(r"[^가-힣A-Za-z0-9]+")
_DECISION = re.compile(
    r"(?<=[가-힣A-Za-z0-9)’」'])(?: ?\d[\d,]*[가-힣]{1,3})?(?:으로|로|에)?(?: (?:최종|신규|추가|최초|우선|첫|본격|공동|대상지?|\d+곳|\d+개\S{0,2}))*"
    r" (?:예비|본)?(?:선정|지정|선발|공모|모집|공고|뽑)"
)
# `글로컬대학은 … 지원하는 사업이다`: the release says what its programme is.
_DEFINITION = re.compile(
    r"(?:^|[\n.*※○ㅇ□▪])[ ‘'“「*(]{0,3}(?P<name>[가-힣A-Za-z0-9][^\n.,‘’“”「」']{2,30}?)(?:['’”」)]|\([^()\n]{1,40}\)){0,2}"
    r"(?:은|는|이란|란),? [^\n]{5,160}?(?:사업|제도|프로그램|프로젝트|공모전|대회|도시|대학|지구|특구|정책)"
    r"(?:이다|입니다|으로|로|임|이며|다)(?![가-힣])"
)
_NO_TERM = re.compile(r"[.?!,]|^[^가-힣A-Za-z0-9]|[다요까자]$|(?:법|법률|시행령|시행규칙|규칙|규정|개정안|고시|및|등)$")
_LEAD = 700
_OFTEN = 4


@dataclass
class _Candidate:
    """A name that may be the main programme's, and what speaks for it."""

    name: str
    first: int
    score: float = 0
    years: Counter[int] = field(default_factory=Counter)


def find_main_programme(text: str, title: str, named: list[Mention[Programme]]) -> Programme | None:
    """The name that title, lead, quotation marks, decisions and repetition speak for most."""
    candidates: dict[str, _Candidate] = {}
    for name, at, year, score in _names(text, title, named):
        candidate = candidates.setdefault(plain(name), _Candidate(name, at))
        candidate.score += score
        if year:
            candidate.years[year] += 1
    squashed, head = plain(text), plain(title)
    for key, candidate in candidates.items():
        candidate.score = min(candidate.score, 12) + 6 * (key in head) + 3 * (candidate.first < _LEAD)
        candidate.score += min(squashed.count(key), 8)
    best = max(candidates.values(), key=lambda one: (one.score, len(one.name)), default=None)
    return _programme(_in_full(best, candidates)) if best else None


def _in_full(best: _Candidate, candidates: Mapping[str, _Candidate]) -> _Candidate:
    """The longer name that holds the best one, where it ends in a head noun and is well supported itself."""
    key = plain(best.name)
    longer = [one for name, one in candidates.items() if key in name and key != name and is_named(one.name)]
    full = max(longer, key=lambda one: one.score, default=best)
    if full.score < best.score / 2:
        return best
    full.years.update(best.years)
    return full


def _programme(candidate: _Candidate) -> Programme:
    return Programme(candidate.name, candidate.years.most_common(1)[0][0] if candidate.years else None)


def plain(name: str) -> str:
    """A name without spaces and marks."""
    return _ASIDE.sub("", name)


def _names(text: str, title: str, named: list[Mention[Programme]]) -> Iterator[tuple[str, int, int | None, float]]:
    """Names that may be the programme's: where each stands, its year, its weight."""
    weights = {"quoted": 4.0, "quoted weak": 2.0, "nouns": 3.0}
    for mention in named:
        yield mention.value.name, mention.start, mention.value.year, weights[mention.rule]
    for start, end in quoted_terms(text):
        year, name = split_year(text[start:end])
        if _is_term(name):
            yield name, start, year or year_before(text, start), 1.5
    for hit in _DECISION.finditer(text):
        first = noun_phrase(text, max(0, hit.start() - 60), hit.start())
        year, name = split_year(text[first : hit.start()])
        if _is_term(name):
            yield name, first, year or year_before(text, first), 1.5
    for hit in _DEFINITION.finditer(text):
        first = noun_phrase(text, hit.start("name"), hit.end("name"))
        year, name = split_year(text[first : hit.end("name")])
        if _is_term(name):
            yield name, first, year, 5.0
    for start, end in named_in_lead(text, _LEAD):
        year, name = split_year(text[start:end])
        if _is_term(name):
            yield name, start, year or year_before(text, start), 0.5
    squashed = plain(text)
    for name in _runs(title):
        if _is_term(name) and squashed.count(plain(name)) >= _OFTEN:
            yield name, max(text.find(name), 0), year_before(title, title.index(name)), -2.0


def _runs(title: str) -> Iterator[str]:
    """Two to four nouns of the title in a row."""
    for part in re.split(r"[^가-힣A-Za-z0-9 ·&+-]+", title):
        words = part.split()
        for start, end in combinations(range(len(words) + 1), 2):
            run = words[start:end]
            if 2 <= len(run) <= 4 and all(map(is_noun, run)) and not is_generic(run[0]) and not is_generic(run[-1]):
                yield " ".join(run)


def _is_term(name: str) -> bool:
    """Whether words can name a programme at all: neither a sentence, a law, a place nor a word of any programme."""
    if not 4 <= len(name) <= 24 or _NO_TERM.search(name) or is_generic(name) or is_head(name):
        return False
    return name not in ministries() and kind_of(name) != "university" and lookup(name) is None
