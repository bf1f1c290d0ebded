"""Releases as collectors keep them in JSON: title, body and dates under the names in use."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from parsers.decoding import decode
from parsers.document import Document, Meta, Source
from parsers.errors import Damaged, Unsupported
from parsers.front import meta_of

Record = Mapping[str, object]

# Names of the body, best first; names are compared in lower case, without underscores and hyphens.
_BODIES = (
    "datacontents bodyhtml contenthtml html articlebody body content contents maintext fulltext text article 본문 내용 "
    "description summary"
).split()
_TITLES = "title subject headline name 제목 newstitle".split()
_SUBTITLES = "subtitle subtitle1 subtitle2 subtitle3 부제 소제목".split()
_DATES = (
    "approvedate published publishedat publisheddate datepublished pubdate date regdate createdat 배포일 등록일".split()
)
_ISSUERS = "ministercode ministry issuer agency organization department 부처 기관 기관명 발행기관".split()
_PLAIN_KEY = re.compile(r"[\s_-]+")
_TAG = re.compile(r"<(?:p|br|div|span|table|td|li|h[1-6])\b[^<>]{0,400}>", re.I)
_DEEPEST = 6
_SHORTEST = 50


def records(data: bytes) -> list[Record]:
    """The releases in JSON or JSON lines, wherever they lie; raises `Damaged` where it is neither."""
    source = decode(data)
    try:
        loaded: object = json.loads(source)
    except (ValueError, RecursionError) as error:
        return list(_lines(source, error))
    return list(_find(loaded, 0))


def is_json(data: bytes) -> bool:
    """Whether bytes open like a JSON object or list."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*[\"}]", data[:200]))


def parse(source: Source) -> Document:
    """Read the one release of a JSON object; its body may be HTML, Markdown or plain text."""
    from parsers import html, text  # late: a PDF or a text needs no HTML library

    found = records(source.data)
    if not found:
        raise Unsupported("JSON in which nothing has both a title and a body")
    fields = _fields(found[0])
    body, meta = _first(fields, _BODIES) or "", _meta(fields)
    if _TAG.search(body):
        return html.read_page(source, body, meta)
    subtitles = [fields[name] for name in _SUBTITLES if fields.get(name)]
    return text.read_text(source, "\n".join([*subtitles, body]), meta)


def _meta(fields: Mapping[str, str]) -> Meta:
    known = meta_of(fields)
    return replace(
        known,
        title=_first(fields, _TITLES),
        issuer=_first(fields, _ISSUERS) or known.issuer,
        published=_first(fields, _DATES) or known.published,
    )


def _lines(source: str, error: Exception) -> Iterator[Record]:
    """JSON lines; broken ones are passed over as long as most can be read."""
    lines = [line for line in source.splitlines() if line.strip()]
    broken = 0
    for line in lines:
        try:
            loaded: object = json.loads(line)
        except (ValueError, RecursionError):
            broken += 1
            continue
        yield from _find(loaded, 0)
    if len(lines) < 2 or broken * 2 > len(lines):
        raise Damaged(f"neither JSON nor JSON lines: {error}") from error


def _find(loaded: object, depth: int) -> Iterator[Record]:
    """The outermost objects that are releases."""
    if depth > _DEEPEST:
        return
    if isinstance(loaded, dict):
        if _is_release(loaded):
            yield loaded
        else:
            for value in loaded.values():
                yield from _find(value, depth + 1)
    elif isinstance(loaded, list):
        for value in loaded:
            yield from _find(value, depth + 1)


def _is_release(record: Record) -> bool:
    fields = _fields(record)
    body = _first(fields, _BODIES)
    return body is not None and (len(body) >= _SHORTEST or _first(fields, _TITLES) is not None)


def _fields(record: Record) -> dict[str, str]:
    """The text fields of a record under plain names."""
    return {
        _PLAIN_KEY.sub("", str(key)).lower(): str(value)
        for key, value in record.items()
        if isinstance(value, str | int | float) and str(value).strip()
    }


def _first(fields: Mapping[str, str], names: list[str]) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)
