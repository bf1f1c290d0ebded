"""Which pieces of a page are its article: by the names of containers, else by where the prose is dense."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.furniture import is_furniture, opens_list
from parsers.html_walk import Page, Piece

_PROSE_END = re.compile(r"(?:다|요|음|임|함|됨|것|예정|[.!?])[.”\"')\]]*$")
_TEASER = re.compile(r"(?:\.{3}|…|·{3})(?:\s*(?:19|20)\d\d[.-]\d\d[.-]\d\d\.?(?:\s[가-힣]{2,20})?)?$")
_SHORT = 20
_CAP = 800
_MOST = 0.8
_HALF = 0.4
_IMMUNE = 0.4
_LITTLE = 100
_TEASERS = 3


@dataclass(frozen=True, slots=True)
class Body:
    """Indexes of the article's pieces, and of the first and last piece of the container that holds them."""

    pieces: tuple[int, ...]
    first: int
    last: int


def find_body(page: Page) -> Body:
    """The article of a page; everything on it that is no furniture where no article stands out."""
    by_links = False
    weights = [_weight(piece) for piece in page.pieces]
    _drop_furniture(page.pieces, weights)
    if sum(weights) < _LITTLE:
        # A board's list, or an article that is one link: there is nothing but links to read.
        by_links = True
        weights = [0.0 if piece.furniture else _prose(piece.text, len(piece.text)) for piece in page.pieces]
    container = _container(page, weights)
    inside = [i for i, piece in enumerate(page.pieces) if container in piece.path]
    if not inside:
        return Body((), 0, 0)
    return Body(tuple(_without_asides(page.pieces, inside, by_links)), inside[0], inside[-1])


def _weight(piece: Piece) -> float:
    """How much of an article a piece is: letters outside links, fully where they are prose."""
    size = len(piece.text) - piece.linked
    return min(size, _CAP) * 0.5 if piece.cells else _prose(piece.text, size)


def _prose(text: str, size: int) -> float:
    if size < _SHORT:
        return 0.0
    return min(size, _CAP) * (1.0 if _PROSE_END.search(text) else 0.2)


def _drop_furniture(pieces: Sequence[Piece], weights: list[float]) -> None:
    """Pieces in furniture weigh nothing; a name counts for nothing on a container that holds most of the page."""
    held: defaultdict[int, float] = defaultdict(float)
    for piece, weight in zip(pieces, weights, strict=True):
        for container in piece.furniture:
            held[container] += weight
    immune = {container for container, weight in held.items() if container > 0 and weight > _IMMUNE * sum(weights)}
    for i, piece in enumerate(pieces):
        piece.furniture = tuple(container for container in piece.furniture if container not in immune)
        if piece.furniture:
            weights[i] = 0.0


def _container(page: Page, weights: Sequence[float]) -> int:
    """The innermost container that calls itself a body and holds a good part of the prose, else that holds most."""
    total, weighty = sum(weights), sum(map(bool, weights))
    held: defaultdict[int, float] = defaultdict(float)
    members: Counter[int] = Counter()
    for piece, weight in zip(page.pieces, weights, strict=True):
        for container in piece.path:
            held[container] += weight
            members[container] += weight > 0
    named = [container for container in sorted(page.bodies) if held[container] >= _HALF * total and held[container]]
    if named:
        return named[-1]
    deep = [c for c in sorted(held) if held[c] >= _MOST * total and (members[c] > 1 or members[c] == weighty)]
    return deep[-1] if deep else 0


def _without_asides(pieces: Sequence[Piece], inside: Sequence[int], by_links: bool) -> list[int]:
    """The pieces of a container that belong to the article: no furniture, no lists of links to other things."""
    kept: list[int] = []
    listing = False
    for i in inside:
        piece = pieces[i]
        if opens_list(piece.text):
            listing = True
            continue
        if listing and (piece.linked * 2 > len(piece.text) or _prose(piece.text, len(piece.text)) < _SHORT):
            continue
        listing = False
        if not (piece.furniture or is_furniture(piece.text) or (_is_links(piece) and not by_links)):
            kept.append(i)
    return kept


def _is_links(piece: Piece) -> bool:
    """A paragraph or item that is mostly links elsewhere; a single link may be the article's own."""
    share = piece.linked / max(len(piece.text), 1)
    if piece.cells:
        return False
    return share > 0.5 if piece.links > 1 else share > 0.9 and piece.kind == "item"


def is_list(pieces: Sequence[Piece]) -> bool:
    """Whether an article is a board's list of releases: several teasers that break off."""
    return sum(1 for piece in pieces if _TEASER.search(piece.text)) >= _TEASERS
