"""Markdown: marks removed, pipe tables, and the layout in which collectors keep releases."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from parsers.aligned import aligned_tables
from parsers.assembly import Draft, DraftCell, Words
from parsers.bullets import line_kind
from parsers.flattened import rebuild

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,200}\")?\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~|<>])")
_DELIMITER = re.compile(r"(?=[^|]*\||[ \t]*:?--)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")
# A speaker's notes and settings, as comments or as converters of slides write them.
_ASIDE = re.compile(r"^#{1,6} Notes?:?[ \t]*$.{0,5000}?(?=^#|<!--|\Z)|<!--.{0,5000}?-->", re.S | re.M)
_RULE = re.compile(r"[\s\-*_│┃|↓▼]{3,}|\s*[│┃|↓▼]\s*")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.I)

_BODY = "본문"
_AFTER_BODY = ("출처", "첨부/링크", "첨부", "링크", "첨부파일")
_FIELD = re.compile(r"-[ \t]*(?:부처|배포일|등록일|원문|NewsItemId|기관|담당)[ \t]*:")


def is_markdown(text: str) -> bool:
    """Whether plain text carries Markdown's own marks."""
    return any(_HEADING.match(line) or _DELIMITER.match(line) for line in text.splitlines() if line[:1] in "#|")


def plain(line: str) -> str:
    """A line without Markdown's inline marks; the words stay as written."""
    if "[" in line:
        line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    if "**" in line or "__" in line:
        line = _BOLD.sub(r"\2", line)
    if "\\" in line:
        line = _ESCAPE.sub(r"\1", line)
    return html.unescape(line) if "&" in line else line


def deck_drafts(text: str, boxes: Callable[[str], Iterator[Draft]]) -> Iterator[Draft]:
    """Blocks of a Markdown deck: its headings and tables, and between them what `boxes` makes of the words."""
    between: list[str] = []
    for found in _tables(_lines(text), flattened=False):
        marked = isinstance(found, Draft) or _HEADING.match(found) or (found.strip() and _RULE.fullmatch(found))
        if not marked:
            between.append(plain(_QUOTE.sub("", str(found))))
            continue
        yield from _untitled(boxes("\n".join(between)))
        between = []
        yield from [found] if isinstance(found, Draft) else _block(found)
    yield from _untitled(boxes("\n".join(between)))


def _untitled(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """A deck has its title in its marks."""
    return (replace(draft, kind="paragraph") if draft.kind == "title" else draft for draft in drafts)


def _lines(text: str) -> list[str]:
    """Without notes and fences; what a fence of colons divides stays apart."""
    lines = (line for line in _ASIDE.sub("", text).splitlines() if not line.startswith("```"))
    return ["" if line.startswith(":::") else line for line in lines]


def markdown_drafts(text: str) -> Iterator[Draft]:
    """Blocks of a Markdown text; a collector's furniture around `## 본문` is left out."""
    lines = _lines(text)
    at = _body_start(lines)
    if at:
        yield from _head(lines[: at - 1])
    for found in _tables(lines[at : _body_end(lines, at)], flattened=at > 0):
        yield from [found] if isinstance(found, Draft) else _block(found)


def _tables(lines: Sequence[str], *, flattened: bool) -> Iterator[str | Draft]:
    """The lines, with a table in place of those that are one; `flattened` ones only where a collector made them."""
    at = start = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end > at:
            yield from rebuild(lines[start:at]) if flattened else aligned_tables(lines[start:at])
            yield pipe_table(lines[at:end])
            start = end
        at = max(end, at + 1)
    yield from rebuild(lines[start:]) if flattened else aligned_tables(lines[start:])


def _body_end(lines: Sequence[str], at: int) -> int:
    """Index after a collector's body: its lists of links and sources follow under their own headings."""
    headings = ((i, _HEADING.match(lines[i])) for i in range(at, len(lines)) if lines[i].startswith("#"))
    return next((i for i, hit in headings if hit and hit.group(2) in _AFTER_BODY), len(lines)) if at else len(lines)


def _body_start(lines: Sequence[str]) -> int:
    """Index of the first line after a collector's `## 본문`; 0 where there is none."""
    return next((i + 1 for i, line in enumerate(lines[:200]) if line.strip() == f"## {_BODY}"), 0)


def _head(lines: Sequence[str]) -> Iterator[Draft]:
    """Title and subtitles (kept as quotes) above a collector's body; its fields are furniture."""
    titled = False
    for line in lines:
        if not line.strip() or _FIELD.match(line):
            continue
        words = plain(_QUOTE.sub("", line).removeprefix("# "))
        yield Draft("heading" if titled else "title", (Words(words),))
        titled = True


def _block(line: str) -> Iterator[Draft]:
    heading = _HEADING.match(line) if line.startswith("#") else None
    if heading:
        depth = len(heading.group(1))
        yield Draft("title" if depth == 1 else "heading", (Words(plain(heading.group(2))),), depth=depth)
    elif line.strip() and not _RULE.fullmatch(line):
        words = plain(_QUOTE.sub("", line) if ">" in line else line)
        kind, depth = line_kind(words)
        yield Draft(kind, (Words(words),), depth=depth)


def _table_end(lines: Sequence[str], at: int) -> int:
    """Index after the pipe table that starts here, or `at`: a header line over a delimiter line."""
    if "|" not in lines[at] or at + 1 >= len(lines) or not _DELIMITER.match(lines[at + 1]):
        return at
    end = at + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    return end


def pipe_table(lines: Sequence[str]) -> Draft:
    """A pipe table: its first line is the header, the second its delimiter."""
    rows = [lines[0], *lines[2:]]
    cells = tuple(
        DraftCell(row, column, _cell(words), header=row == 0)
        for row, line in enumerate(rows)
        for column, words in enumerate(_UNESCAPED_BAR.split(line.strip().removeprefix("|").removesuffix("|")))
    )
    return Draft("table", cells=cells)


def _cell(words: str) -> tuple[Words, ...]:
    return tuple(Words(plain(part)) for part in _LINE_BREAK.split(words))
