"""Plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from parsers.aligned import aligned_tables
from parsers.assembly import Draft, DraftCell, Words, assemble
from parsers.boxdrawing import drawn_tables
from parsers.bullets import line_kind
from parsers.decoding import decode
from parsers.document import Document, Meta, Source
from parsers.flattened import rebuild
from parsers.front import split_front
from parsers.markdown import deck_drafts, is_markdown, markdown_drafts
from parsers.slidetext import is_slides, page_count, slide_drafts
from parsers.webtext import Article, is_saved_page, read_saved

_BARE = re.compile(r"[\W_]+")
_OPENING = 1_000


def parse(source: Source) -> Document:
    """Read text or Markdown, a line a block; lines with tabs between words are a table's rows."""
    meta, body = split_front(decode(source.data).replace("\r\n", "\n").replace("\r", "\n"))
    return read_text(source, body, meta)


def read_text(source: Source, body: str, meta: Meta) -> Document:
    """Read a text whose container is known; its headline is put on top where the text does not open with it."""
    body = body.replace("\r\n", "\n").replace("\r", "\n")
    if is_slides(body):
        drafts = deck_drafts(body, slide_drafts) if is_markdown(body) else slide_drafts(body)
        return assemble(source, "slides", drafts, pages=page_count(body), meta=meta)
    lines = body.split("\n")
    if not is_markdown(body) and is_saved_page(lines):
        article = read_saved(lines)
        return assemble(source, "text", _article_drafts(article), meta=article.meta)
    drafts = markdown_drafts(body) if is_markdown(body) else plain_drafts(lines)
    title = meta.title if meta.title and _key(meta.title) not in _key(body[:_OPENING]) else None
    head = [Draft("title", (Words(title),))] if title else []
    return assemble(source, "text", chain(head, drafts), meta=meta)


def _key(text: str) -> str:
    return _BARE.sub("", text)


def _article_drafts(article: Article) -> Iterator[Draft]:
    if article.title:
        yield Draft("title", (Words(article.title),))
    yield from (Draft("heading", (Words(line),)) for line in article.subtitles)
    yield from plain_drafts(article.lines)


def plain_drafts(lines: Sequence[str]) -> Iterator[Draft]:
    """Blocks of plain text: tables where lines have tabs or were a table's cells, else a line a block."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and "\t" in lines[end].strip():
            end += 1
        if end > at:
            yield tabbed_table(lines[at:end])
        else:
            while end < len(lines) and "\t" not in lines[end].strip():
                end += 1
            yield from _untabbed(lines[at:end])
        at = end


def _untabbed(lines: Sequence[str]) -> Iterator[Draft]:
    plain: list[str] = []
    for found in aligned_tables(list(drawn_tables(lines))):
        if isinstance(found, Draft):
            yield from _lines(plain)
            yield found
            plain = []
        else:
            plain.append(found)
    yield from _lines(plain)


def _lines(lines: Sequence[str]) -> Iterator[Draft]:
    for found in rebuild(lines):
        if isinstance(found, Draft):
            yield found
        else:
            kind, depth = line_kind(found)
            yield Draft(kind, (Words(found),), depth=depth)


def tabbed_table(lines: Sequence[str]) -> Draft:
    """Lines with tabs between cells, as copied from a sheet or written by a PDF reader; empty cells have no words."""
    cells = tuple(
        DraftCell(row, column, (Words(words),) if words.strip() else ())
        for row, line in enumerate(lines)
        for column, words in enumerate(line.rstrip().split("\t"))
    )
    return Draft("table", cells=cells)
