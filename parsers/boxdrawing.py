"""Tables drawn with characters (`┌─┬─┐`, `+---+`), as plain text and `<pre>` hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.assembly import Draft, DraftCell, Words

_BORDER = re.compile(r"\s*[┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝+][─━═┬┼┴┳╋┻╦╬╩+┌┐├┤└┘┏┓┣┫┗┛╔╗╠╣╚╝\s-]*[┐┤┘┓┫┛╗╣╝+]\s*$")
_SIDE = re.compile(r"[│┃║|]")
_ROW = re.compile(r"\s*[│┃║|].*[│┃║|]\s*$")


def drawn_tables(lines: Sequence[str]) -> Iterator[str | Draft]:
    """The lines, with a table in place of those that draw one whose rows all have as many cells."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and (_BORDER.match(lines[end]) or (end > at and _ROW.match(lines[end]))):
            end += 1
        table = _table(lines[at:end]) if end - at > 2 else None
        if table is None:
            yield from lines[at : max(end, at + 1)]
        else:
            yield table
        at = max(end, at + 1)


def _table(lines: Sequence[str]) -> Draft | None:
    rows = [_row(group) for group in _groups(lines)]
    if not rows or not all(rows) or len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return None
    places = ((r, c, cell) for r, row in enumerate(rows) for c, cell in enumerate(row))
    return Draft("table", cells=tuple(DraftCell(r, c, tuple(map(Words, cell))) for r, c, cell in places))


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each row: those between two borders."""
    group: list[str] = []
    for line in lines:
        if _BORDER.match(line):
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group


def _row(lines: Sequence[str]) -> list[list[str]]:
    """A row's cells, each with its lines; empty where its lines do not agree."""
    parts = [[part.strip() for part in _SIDE.split(line.strip())[1:-1]] for line in lines]
    if len({len(part) for part in parts}) != 1:
        return []
    return [[part for part in column if part] for column in zip(*parts, strict=True)]
