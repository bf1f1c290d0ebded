"""What a page says of itself: headline, day, authority."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from parsers.document import Meta
from parsers.html_body import Body
from parsers.html_walk import Page, Piece

_SPACES = re.compile(r"\s+")
_BARE = re.compile(r"[\W_]+")
_SEPARATORS = re.compile(r"\s+[-–—|:<>«»·]\s+|\s*[|<>]\s*")
_SITE = re.compile(r"^\s*\[[^\]]{2,20}(?:신문|일보|뉴스|경제|타임스|투데이|방송)\]\s*")
_GENERIC = re.compile(
    r"^(?:보도\s?자료|보도|뉴스|정책뉴스|공지사항|알림|소식|새소식|자료실|게시판|브리핑룸|메인|홈|언론보도"
    r"|보도해명자료|대한민국 정책브리핑)*\s*(?:상세\s?(?:보기|페이지)?|보기|목록|내용|본문)?$"
)
_TITLE_NAME = re.compile(r"(?:^|[\s_-])(?:\w*tit(?:le)?|subject|headline|headtitle)(?:$|[\s_-])", re.I)
_TITLE_LABEL = re.compile(r"\s*제\s{0,4}목\s*:?\s*")
_SUB_NAME = re.compile(r"sub_?-?(?:tit(?:le)?|head)|lead|subtit", re.I)
_DAY = re.compile(r"(?:19|20)\d\d\s?[.년/-]\s?\d{1,2}\s?[.월/-]\s?\d{1,2}")
_POSTED = re.compile(
    r"(?:(?:등록|작성|게시|배포|발행)\s?(?:일자|일시|일)?|기사입력|입력|승인|날\s?짜|Date|DATE)"
    r"[\s:]{0,4}(?=(?:19|20)\d\d)"
)
_AUTHORITY = re.compile(r"^[가-힣\d]{2,20}(?:부|처|청|위원회|원|실|본부|도|시|군|구)$")
_AFTER = 12
_ABOVE = 4  # a board's fields stand right above the article


@dataclass(frozen=True, slots=True)
class Head:
    """The headline's words, the lines under it, and what else the page says of its article."""

    meta: Meta
    title: str | None
    subtitles: tuple[str, ...]


def read_head(root: etree._Element, page: Page, body: Body) -> Head:
    """Headline, subtitles and meta of a page whose article is known."""
    data = dict(_linked_data(root))
    named = _named(root)
    page_title = _one_line("".join(t.text or "" for t in root.iter("title"))[:500])
    filed = _filed(root)
    stated = [filed, data.get("headline"), named.get("og:title"), named.get("twitter:title"), page_title]
    at = _title_at(page.pieces, body, [filed] if filed else [text for text in stated if text])
    title = filed or (page.pieces[at].text if at is not None else _cleaned(stated))
    start = at + 1 if at is not None else body.first
    fields = max(0, min(start, body.first) - _ABOVE) if filed else start
    between = [piece for piece in page.pieces[start : body.first] if -1 not in piece.furniture]
    meta = Meta(
        title=title,
        issuer=_authority(between, page_title),
        published=_day(page, body, fields) or data.get("datePublished") or _named_day(named),
    )
    return Head(meta, title, tuple(_subtitles(between)))


def _filed(root: etree._Element) -> str | None:
    """The title that a board files a release under: what stands in the field beside `제목`."""
    for label in root.iter("th", "dt", "td", "strong", "span", "label"):
        if _TITLE_LABEL.fullmatch(label.text or "") and not len(label):
            field = label.getnext()
            title = _one_line("".join(str(text) for text in field.itertext())[:500]) if field is not None else ""
            if len(title) >= 6 and field is not None and not field.findall(".//input"):
                return title
    return None


def _title_at(pieces: Sequence[Piece], body: Body, stated: Iterable[str]) -> int | None:
    """Index of the headline: the heading that the page's own title repeats, else the last one that names itself so."""
    whole = [_key(text) for text in stated]
    above = range(min(body.first + 3, len(pieces)))
    keys = {i: _key(pieces[i].text) for i in above}
    repeated = [i for i in above if len(keys[i]) >= 6 and any(keys[i] in text for text in whole)]
    headed = [i for i in repeated if _is_headline(pieces[i])]
    if headed or repeated:
        return (headed or repeated)[-1]
    marked = [i for i in above if _is_headline(pieces[i]) and not _SUB_NAME.search(pieces[i].named)]
    return marked[-1] if marked else None


def _is_headline(piece: Piece) -> bool:
    heads = piece.tag in ("h1", "h2", "h3", "h4", "h5") or bool(_TITLE_NAME.search(piece.named))
    return heads and len(piece.text) >= 6 and not piece.furniture and _GENERIC.match(piece.text) is None


def _cleaned(stated: Iterable[str | None]) -> str | None:
    """The page's own title without the site's name; None where it names only the site's sections."""
    for text in stated:
        first = _SEPARATORS.split(_SITE.sub("", text or ""))[0].strip()
        if len(first) >= 6 and not _GENERIC.match(first):
            return first
    return None


def _subtitles(between: Iterable[Piece]) -> Iterator[str]:
    for piece in between:
        deeper = piece.tag in ("h2", "h3", "h4", "h5")
        if (deeper or _SUB_NAME.search(piece.named)) and len(piece.text) >= 6 and not piece.furniture:
            yield piece.text


def _day(page: Page, body: Body, start: int) -> str | None:
    """The day between headline and article or just after it, by its label; else the first date between them."""
    between = [piece.text for piece in page.pieces[start : body.first]]
    inside = [page.pieces[i].text for i in body.pieces[:4]]
    after = [piece.text for piece in page.pieces[body.last + 1 : body.last + _AFTER]]
    for text in [*between, *inside, *after]:
        hit = _POSTED.search(text)
        if hit:
            return text[hit.end() : hit.end() + 20]
    found = _DAY.search(" ".join(between))
    return found.group() if found else None


def _authority(between: Iterable[Piece], page_title: str) -> str | None:
    """An authority that stands alone beside the headline, else the one whose site this is."""
    named = {piece.text for piece in between if _AUTHORITY.match(piece.text)}
    if len(named) == 1:
        return named.pop()
    parts = [part.strip() for part in _SEPARATORS.split(page_title)]
    for part in reversed(parts[1:]):
        name = re.sub(r"(?<=[시군구도])청$", "", part.removesuffix("누리집").removesuffix("홈페이지").strip())
        if _AUTHORITY.match(name):
            return name
    return None


def _named(root: etree._Element) -> dict[str, str]:
    """The page's `meta` elements by name or property."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content:
            found.setdefault(name.lower(), _one_line(content[:2000]))
    return found


def _named_day(named: dict[str, str]) -> str | None:
    keys = ("article:published_time", "datepublished", "pubdate", "dc.date", "date", "og:regdate", "parsely-pub-date")
    return next((named[key] for key in keys if key in named), None)


def _linked_data(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Headline and dates of the page's JSON-LD article."""
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or "") or not element.text:
            continue
        try:
            loaded: object = json.loads(element.text[:200_000], strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(loaded):
            for key in ("headline", "datePublished", "dateModified"):
                value = item.get(key)
                if isinstance(value, str) and value:
                    yield key, _one_line(html.unescape(value))


def _items(loaded: object) -> Iterator[dict[str, object]]:
    """The objects of a JSON-LD value that may be articles: itself, a list's, a graph's."""
    members = loaded if isinstance(loaded, list) else [loaded]
    for member in members[:50]:
        if isinstance(member, dict):
            yield member
            graph = member.get("@graph")
            if isinstance(graph, list):
                yield from (node for node in graph[:50] if isinstance(node, dict))


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _key(text: str) -> str:
    """A wording without spaces and signs, for comparing."""
    return _BARE.sub("", text)
