"""The text of slides as others extracted it: pages between form feeds, a box between empty lines, spaces often lost.

Boxes come in the order in which they were drawn, so labels and values stand apart. Three arrangements are plain enough
to be put together again: a table's cells under a header, steps with their dates, and cards that repeat one label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.assembly import Draft, DraftCell, Words
from parsers.bullets import line_kind
from parsers.cell_kinds import cell_kind, is_arrow
from parsers.flattened import table_draft
from parsers.flattened_cells import cells_at
from parsers.flattened_runs import may_begin

_MIN_LINES = 25
_SHORT = 30
_LONG = 70
_GAP = re.compile(r"\n[ \t]*\n[ \t]*\n[ \t]*\n")
_SENTENCE = re.compile(r"다\.[”\"')]?$")
_CHAPTER = re.compile(r"\s*(?:[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+|[IVX]{1,4}(?=\.))\s?\.?\s*\S")
_BULLET = re.compile(r"\s*(?:[□■○●◇◆ㅇ⊙◎▶▷▪•∙※*✓✔]|[-–]\s|[①-⑳])")
_NUMBER = re.compile(r"\d{1,3}$")
_TITLE_LETTERS = 5
_MOST_JOINED = 4
_LABEL = 14
# Headers on one page that come to nothing: a bound for hostile input.
_MOST_TRIES = 30

Box = tuple[str, ...]


def is_slides(text: str) -> bool:
    """Whether a text is a deck's: pages, many short lines between empty ones, hardly a sentence."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < _MIN_LINES or any("\t" in line for line in lines):
        return False
    short = sum(1 for line in lines if len(line) < _SHORT)
    sentences = sum(1 for line in lines if _SENTENCE.search(line))
    boxes = text.count("\n\n") + text.count("\f")
    paged = "\f" in text or len(_GAP.findall(text)) > 2 or all(len(line) < _LONG for line in lines)
    return paged and short >= 0.75 * len(lines) and sentences <= 0.04 * len(lines) and boxes >= 0.3 * len(lines)


def page_count(text: str) -> int | None:
    """How many pages the form feeds divide, or None where there is none."""
    return text.rstrip("\f\n ").count("\f") + 1 if "\f" in text else None


def slide_drafts(text: str) -> Iterator[Draft]:
    """Blocks of a deck, page by page; a page's own number is dropped."""
    paged = "\f" in text
    titled = False
    for number, page in enumerate(text.split("\f"), 1):
        boxes = [box for box in _boxes(page) if box != (str(number),)]
        for draft in _page_drafts(boxes, number if paged else None):
            if not titled and draft.kind == "paragraph" and len(draft.words[0].text.strip()) >= _TITLE_LETTERS:
                titled = True
                yield Draft("title", draft.words)
            else:
                yield draft


def _boxes(page: str) -> list[Box]:
    """What stands between empty lines; a chapter's heading and bullets are boxes of their own."""
    boxes: list[Box] = []
    for chunk in re.split(r"\n[ \t]*\n", page):
        open_lines: list[str] = []
        for line in (line.strip() for line in chunk.split("\n")):
            if not line:
                continue
            if open_lines and (_BULLET.match(line) or _CHAPTER.match(open_lines[0]) or _NUMBER.match(line)):
                boxes.append(tuple(open_lines))
                open_lines = []
            open_lines.append(line)
        if open_lines:
            boxes.append(tuple(open_lines))
    return boxes


def _page_drafts(boxes: Sequence[Box], page: int | None) -> Iterator[Draft]:
    at, tries = 0, _MOST_TRIES
    while at < len(boxes):
        table = _table(boxes, at, page) if tries > 0 else None
        tries -= table is None and may_begin(boxes[at])
        found = table or _steps(boxes, at, page) or _cards(boxes, at, page)
        if found is None:
            yield from _plain(boxes[at], page)
            at += 1
        else:
            draft, used = found
            yield draft
            at += used


def _plain(box: Box, page: int | None) -> Iterator[Draft]:
    """A box as one block, its lines run on; a box of many lines as a block a line."""
    if len(box) == 1 and is_arrow(box[0]):
        return
    if _CHAPTER.match(box[0]) and len(box) == 1:
        yield Draft("heading", _words(box, page), depth=1)
        return
    for lines in [box] if len(box) <= _MOST_JOINED else [(line,) for line in box]:
        kind, depth = line_kind(lines[0])
        yield Draft(kind, _words(lines, page), depth=depth)


def _words(lines: Sequence[str], page: int | None) -> tuple[Words, ...]:
    return tuple(Words(line, page) for line in lines)


def _table(boxes: Sequence[Box], at: int, page: int | None) -> tuple[Draft, int] | None:
    """A table's cells in their rows; a cell merged downwards is drawn anywhere, so none is grown."""
    if not may_begin(boxes[at]):
        return None
    table = cells_at(boxes, at)
    return None if table is None else (table_draft(table, grow=False, page=page), table.groups)


def _steps(boxes: Sequence[Box], at: int, page: int | None) -> tuple[Draft, int] | None:
    """Boxes that name steps, each followed by its date, with arrows or numbers between: a row a step."""
    rows: list[tuple[Box, Box]] = []
    end = arrows = 0
    here = at
    while here + 1 < len(boxes):
        name, day = boxes[here], boxes[here + 1]
        if _is_mark(name):
            arrows += is_arrow(name[0])
            here += 1
            continue
        step, date = " ".join(name), " ".join(day)
        if cell_kind(step) != "words" or cell_kind(date) != "date" or len(step) > 2 * _SHORT:
            break
        rows.append((name, day))
        here = end = here + 2
    if len(rows) < 2 or (len(rows) == 2 and not arrows) or _is_mark(boxes[at]):
        return None
    return _grid(rows, page), end - at


def _is_mark(box: Box) -> bool:
    return len(box) == 1 and (is_arrow(box[0]) or bool(_NUMBER.match(box[0])))


def _cards(boxes: Sequence[Box], at: int, page: int | None) -> tuple[Draft, int] | None:
    """Cards side by side: names, perhaps a line on each, then label and value once a card, label by label."""
    for lead in (1, 2):
        for count in range(2, 7):
            start = at + lead * count
            rows: list[tuple[Box, ...]] = []
            while (values := _labelled(boxes, start, count)) is not None:
                rows.append((boxes[start], *values))
                start += 2 * count
            if len(rows) >= 2 and _are_heads(boxes[at : at + lead * count], count):
                heads = [((), *boxes[at + i * count : at + (i + 1) * count]) for i in range(lead)]
                return _grid([*heads, *rows], page), start - at
    return None


def _are_heads(boxes: Sequence[Box], count: int) -> bool:
    """Whether boxes may head cards: brief names, and no chapter's heading among them."""
    return all(len(" ".join(box)) <= _SHORT for box in boxes[:count]) and not any(_CHAPTER.match(b[0]) for b in boxes)


def _labelled(boxes: Sequence[Box], start: int, count: int) -> tuple[Box, ...] | None:
    """The values after one label said `count` times in turn."""
    labels, values = boxes[start : start + 2 * count : 2], boxes[start + 1 : start + 2 * count : 2]
    if len(values) < count or len(set(labels)) != 1 or len(" ".join(labels[0])) > _LABEL or labels[0] in values:
        return None
    return tuple(values)


def _grid(rows: Sequence[tuple[Box, ...]], page: int | None) -> Draft:
    places = ((r, c, box) for r, row in enumerate(rows) for c, box in enumerate(row))
    return Draft("table", cells=tuple(DraftCell(r, c, _words(box, page)) for r, c, box in places))
