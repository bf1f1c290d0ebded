"""A web page saved as plain text: the article between the furniture of its site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.document import Meta
from parsers.furniture import is_furniture, opens_list

_BULLET = re.compile(r"^\s*[•·*▪‣]\s*")
_NUMBERED = re.compile(r"^\s*(?:[•·*▪‣]|\d{1,2}[.)])\s")
_POSTED = re.compile(r"^(?:등록|입력|승인|게시|작성|발행|기사입력)\s?(?:일시|일자|일)?\s?[:：]?\s?((?:19|20)\d\d.*)$")
_MODIFIED = re.compile(r"^(?:수정|최종수정|업데이트)\s?(?:일시|일자|일)?\s?[:：]?\s?(?:19|20)\d\d")
_REPORTER = re.compile(r"^[가-힣]{2,4}\s?(?:선임|수석|전문|편집|인턴|객원)?\s?기자(?:\s.{0,40})?$")
_COUNT = re.compile(r"^[\d,]{1,6}$")
_SENTENCE = re.compile(r"[다요음임함]\.?[”\"']?$")
_TOP = 80
_PROSE = 40
_TITLE = 10
_SIGNS = 3


@dataclass(frozen=True, slots=True)
class Article:
    """What a saved page holds of its article."""

    meta: Meta
    title: str | None
    subtitles: tuple[str, ...]
    lines: tuple[str, ...]


def is_saved_page(lines: Sequence[str]) -> bool:
    """Whether several lines of a text are a site's buttons, bylines and list headings."""
    return sum(1 for line in lines if line.strip() and _is_sign(_bare(line))) >= _SIGNS


def read_saved(lines: Sequence[str]) -> Article:
    """The article of a saved page: its headline stands above the byline, its end where the site goes on."""
    bare = [_bare(line) for line in lines]
    byline = next((i for i, line in enumerate(bare[:_TOP]) if _POSTED.match(line)), None)
    end = _end(lines, bare)
    title = None if byline is None else _headline(bare, byline)
    start = 0 if title is None else title + 1
    body = [i for i in range(start, end) if bare[i] and not _is_byline(bare[i]) and not is_furniture(bare[i])]
    subtitles = _subtitles(lines, bare, body) if title is not None else []
    meta = Meta(
        title=bare[title] if title is not None else None,
        published=_first(_POSTED, bare[:_TOP]),
    )
    kept = [lines[i] for i in body if i not in set(subtitles)]
    return Article(meta, meta.title, tuple(bare[i] for i in subtitles), tuple(kept))


def _bare(line: str) -> str:
    return _BULLET.sub("", line).strip()


def _is_sign(line: str) -> bool:
    return is_furniture(line) or opens_list(line) or bool(_POSTED.match(line))


def _is_byline(line: str) -> bool:
    return any(pattern.match(line) for pattern in (_POSTED, _MODIFIED, _REPORTER))


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE and not _NUMBERED.match(line) and bool(_SENTENCE.search(line.rstrip()))


def _end(lines: Sequence[str], bare: Sequence[str]) -> int:
    """Index after the article: the site goes on where a button or a list's heading has most of the prose before it."""
    prose = [i for i, line in enumerate(lines) if _is_prose(line)]
    for i, line in enumerate(bare):
        before = sum(1 for at in prose if at < i)
        if before and 2 * before > len(prose) and (is_furniture(line) or opens_list(line)):
            while i and (not bare[i - 1] or _COUNT.match(bare[i - 1])):
                i -= 1
            return i
    return len(lines)


def _headline(bare: Sequence[str], byline: int) -> int | None:
    above = (i for i in range(byline - 1, -1, -1) if len(bare[i]) >= _TITLE)
    return next((i for i in above if not _is_byline(bare[i]) and not is_furniture(bare[i])), None)


def _subtitles(lines: Sequence[str], bare: Sequence[str], body: Sequence[int]) -> list[int]:
    """The bulleted lines between byline and first paragraph."""
    found: list[int] = []
    for i in body:
        if not _NUMBERED.match(lines[i]) or len(bare[i]) < _TITLE:
            break
        found.append(i)
    return found


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str | None:
    return next((hit.group(1) for hit in map(pattern.match, lines) if hit), None)
