"""HTML: the article of a page, of a Jekyll post or of a saved page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.assembly import Draft, Words, assemble
from parsers.bullets import line_kind
from parsers.decoding import decode
from parsers.document import Document, Meta, Source
from parsers.errors import EmptyInput
from parsers.front import split_front
from parsers.html_body import find_body, is_list
from parsers.html_meta import Head, read_head
from parsers.html_tree import as_written, tree_of
from parsers.html_walk import Piece, walk

_HEADING = 60
# A headline said again among the first pieces of the body is the same headline.
_REPEATED = 8
_LONG_ENOUGH = 8
_BARE = re.compile(r"[\W_]+")


def parse(source: Source) -> Document:
    """Read a page: headline, lines under it and article, without menus, lists of other articles, buttons, notices."""
    front, text = split_front(decode(source.data))
    return read_page(source, text, front)


def read_page(source: Source, text: str, front: Meta) -> Document:
    """Read the text of a page; what its container says of it goes before what the page says itself."""
    root = tree_of(as_written(text))
    page = walk(root)
    body = find_body(page)
    pieces = [page.pieces[i] for i in body.pieces]
    head = read_head(root, page, body)
    if front.title:
        head = Head(front, front.title, ())
    elif is_list(pieces):
        # A list of releases has no headline of its own; each of its entries is an item.
        head = Head(Meta(issuer=head.meta.issuer), None, ())
        pieces = [replace(piece, kind="item", strong=False) for piece in pieces]
    if not pieces and not head.title:
        raise EmptyInput("the page holds no words to read")
    return assemble(source, "html", _drafts(head, pieces), meta=head.meta)


def _drafts(head: Head, pieces: list[Piece]) -> Iterator[Draft]:
    if head.title:
        yield Draft("title", (Words(head.title),))
    for subtitle in head.subtitles:
        yield Draft("heading", (Words(subtitle),))
    said = [_key(line) for line in (head.title or "", *head.subtitles)]
    for number, piece in enumerate(pieces):
        key = _key(piece.text)
        if number < _REPEATED and len(key) >= _LONG_ENOUGH and any(key in line for line in said):
            continue
        yield _draft(piece)


def _key(text: str) -> str:
    return _BARE.sub("", text)


def _draft(piece: Piece) -> Draft:
    if piece.cells:
        return Draft("table", cells=piece.cells)
    kind, depth = piece.kind, piece.depth
    if kind == "paragraph":
        kind, depth = line_kind(piece.text)
        if piece.strong and len(piece.text) <= _HEADING and not piece.text.endswith((".", "다")):
            kind, depth = "heading", 4
    elif kind == "heading":
        depth = max(depth, 1)
    return Draft(kind, (Words(piece.text),), depth=depth)
