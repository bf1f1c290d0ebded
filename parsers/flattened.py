"""Tables that a collector flattened: one cell a paragraph, or one row a paragraph with its cells on lines.

Only what is plainly a table is rebuilt. Rows on paragraphs must agree in their number of lines; cells on paragraphs
must repeat one pattern of labels and numbers under a header of as many labels. A row of lines that lacks cells begins
under cells merged from above; a row of numbers that lacks some is set to the right if the header ends in a total,
else to the left. All else stays lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.document import DraftCell, Words

Row = tuple[str, ...]
Filled = tuple[str | None, ...]

_BULLET = re.compile(r"\s*(?:[□■○●◯◇◆❍❏▢ㅇ※☞▷▶►▲△*•◦‣<【\[#>]|-\s|\d{1,2}[.)]\s|[가-하]\.\s|붙임|참고|별첨|\|)")
_NUMBER = re.compile(
    r"(?:(?:최소|최대|총|약|각|연|월)\s?)*[△▲\-+]?\s?\d[\d,.]*\s?(?:[~∼-]\s?)?.{0,24}|-|–|—"
    r"|\(\d[^()]{0,16}\).{0,12}",
    re.S,
)
_SENTENCE = re.compile(r"[다요음함됨임]\.\s*$|[한된이있했됐였하]다\s*$")
_NOTE = re.compile(r"\(.*\)|[①-⑳❶-❿]|[*†]{1,3}", re.S)
_MIXED = re.compile(r"\+?\s?[가-힣]{2,8}\s\d[\d,.]*\s?[조억만천백]*원.{0,40}", re.S)
_TOTAL = re.compile(r"(?:합|총|소|누)?\s?계|합|총")
_ODD_HEADER = re.compile(r"[·→(※⇒]|\S*$(?<=다)|.{31}", re.S)
_LONGEST = 70
_MOST_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Flattened:
    """A rebuilt table over lines `start` to `end`: its cells, the first row being the header."""

    start: int
    end: int
    cells: tuple[DraftCell, ...]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """Lines without an empty one between them, from line `start` to `end`."""

    start: int
    end: int
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        return "\n".join(line.strip() for line in self.lines)


def find_flattened(lines: Sequence[str]) -> Iterator[Flattened]:
    """The tables that can be rebuilt from lines, in order."""
    paragraphs = list(_paragraphs(lines))
    at = 0
    while at < len(paragraphs):
        end = at
        while end < len(paragraphs) and _cell_like(paragraphs[end]):
            end += 1
        found = _table(paragraphs[at:end]) if end - at >= 3 else None
        if found:
            yield found
            at = next(i for i, p in enumerate(paragraphs) if p.end == found.end) + 1
        else:
            at += 1


def _paragraphs(lines: Sequence[str]) -> Iterator[_Paragraph]:
    start = 0
    for at, line in enumerate([*lines, ""]):
        if not line.strip():
            if at > start:
                yield _Paragraph(start, at, tuple(lines[start:at]))
            start = at + 1


def _cell_like(paragraph: _Paragraph) -> bool:
    lines = paragraph.lines
    if len(lines) > _MOST_COLUMNS + 2 or any(len(line) > _LONGEST for line in lines):
        return False
    return not _BULLET.match(lines[0]) and not any(_SENTENCE.search(line) for line in lines)


def _table(run: Sequence[_Paragraph]) -> Flattened | None:
    return _rows_of_lines(run) or _cells(run)


def _rows_of_lines(run: Sequence[_Paragraph]) -> Flattened | None:
    """Paragraphs as rows, lines as cells; the header is one row, or two where the second divides the first's last."""
    rows = [_line_cells(paragraph) for paragraph in run]
    if not _is_header(rows[0]):
        return None
    double = len(rows) > 3 and _is_header(rows[1]) and len(rows[0]) - 1 + len(rows[1]) <= len(rows[2]) > len(rows[0])
    heads = 2 if double else 1
    width = len(rows[2]) if double else len(rows[0])
    end = heads
    while end < len(rows) and (max(2, width - 1) <= len(rows[end]) <= width or _is_total(rows[end], width)):
        end += 1
    if width < 2 or end - heads < (2 if width > 2 else 3):
        return None
    body = _folded(rows[heads:end])
    head = _double_header(rows[0], rows[1], width) if double else _cells_of([rows[0]])
    return Flattened(run[0].start, run[end - 1].end, (*head, *_body(body, heads, width)))


def _is_header(row: Row) -> bool:
    return len(row) > 1 and not any(_is_number(cell) or _ODD_HEADER.match(cell) for cell in row)


def _is_total(row: Row, width: int) -> bool:
    return 2 <= len(row) < width and bool(_TOTAL.search(row[0])) and all(map(_is_number, row[1:]))


def _folded(rows: Sequence[Row]) -> list[Row]:
    """Rows in which a lone longer one has lost a line break inside a cell: its last two labels are one."""
    lengths = Counter(map(len, rows))
    usual = max(lengths, key=lambda length: (lengths[length], length))
    return [_fold(row) if len(row) == usual + 1 and lengths[len(row)] == 1 and len(rows) > 3 else row for row in rows]


def _fold(row: Row) -> Row:
    labels = [at for at in range(1, len(row)) if not _is_number(row[at]) and not _is_number(row[at - 1])]
    at = labels[-1] if labels else 0
    return (*row[: at - 1], row[at - 1] + "\n" + row[at], *row[at + 1 :]) if at else row


def _double_header(first: Row, second: Row, width: int) -> Iterator[DraftCell]:
    slack = width - len(second) - (len(first) - 2)
    at = 0
    for cell in first[:-1]:
        span = slack if at == 0 else 1
        yield DraftCell(0, at, (Words(cell),), 2, span, header=True)
        at += span
    yield DraftCell(0, at, (Words(first[-1]),), 1, len(second), header=True)
    for column, cell in enumerate(second):
        yield DraftCell(1, at + column, (Words(cell),), header=True)


def _body(rows: Sequence[Row], top: int, width: int) -> Iterator[DraftCell]:
    """Body rows; one that is a cell short stands under a first cell merged from above, a total under nothing."""
    merged: dict[int, int] = {}
    first = 0
    for at, row in enumerate(rows):
        if len(row) == width or at == 0:
            first = at
        elif len(row) == width - 1 and not _TOTAL.match(row[0]):
            merged[first] = at - first + 1
    for at, row in enumerate(rows):
        for column, cell in enumerate(row, width - len(row)):
            yield DraftCell(top + at, column, (Words(cell),), merged.get(at, 1) if column == 0 else 1)


def _cells_of(rows: Sequence[Filled]) -> Iterator[DraftCell]:
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            yield DraftCell(at, column, (Words(cell),) if cell else (), header=at == 0)


def _line_cells(paragraph: _Paragraph) -> Row:
    """The lines as cells; where some are indented, one that is not continues the cell before."""
    lines = paragraph.lines
    if not any(line[:1].isspace() for line in lines[1:]):
        return tuple(line.strip() for line in lines)
    cells: list[str] = []
    for line in lines:
        if cells and not line[:1].isspace():
            cells[-1] += "\n" + line.strip()
        else:
            cells.append(line.strip())
    return tuple(cells)


def _all_labels(row: Sequence[str]) -> bool:
    return not any(_is_number(cell) for cell in row)


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.fullmatch(cell)) and not re.fullmatch(r"['‘’`]?\d{2,4}년(?:도)?", cell)


def _cells(run: Sequence[_Paragraph]) -> Flattened | None:
    """Paragraphs as cells, regular first; then with notes joined to the cell before; then with short rows."""
    plain = [(paragraph.words, paragraph.end) for paragraph in run]
    noted = _joined(plain)
    return _regular(run[0].start, plain) or _regular(run[0].start, noted) or _ragged(run[0].start, noted)


def _joined(cells: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Notes in brackets, circled numbers and breakdowns belong to the cell before them."""
    joined: list[tuple[str, int]] = []
    for words, end in cells:
        more = _MIXED.fullmatch(words) and joined and _is_number(joined[-1][0].split("\n")[0])
        if joined and (more or _NOTE.fullmatch(words)):
            joined[-1] = (joined[-1][0] + "\n" + words, end)
        else:
            joined.append((words, end))
    return joined


def _regular(start: int, cells: Sequence[tuple[str, int]]) -> Flattened | None:
    """A header of k labels and rows of k cells that repeat one pattern with a number in it."""
    best: Flattened | None = None
    for width in range(2, min(_MOST_COLUMNS, len(cells) // 3) + 1):
        pattern = [_is_number(words) for words, _ in cells[width : 2 * width]]
        if not any(pattern) or pattern[0] or not _all_labels([words for words, _ in cells[:width]]):
            continue
        end = width
        while end + width <= len(cells) and [_is_number(w) for w, _ in cells[end : end + width]] == pattern:
            end += width
        rows = end // width
        if rows >= 4 and (best is None or cells[end - 1][1] > best.end):
            table = tuple(tuple(w for w, _ in cells[at : at + width]) for at in range(0, end, width))
            best = Flattened(start, cells[end - 1][1], tuple(_cells_of(table)))
    return best


def _ragged(start: int, cells: Sequence[tuple[str, int]]) -> Flattened | None:
    """A header of labels, then rows of one label and its numbers, some rows short of cells."""
    groups = _groups([words for words, _ in cells])
    if len(groups) < 2:
        return None
    values = max(len(numbers) for _, numbers in groups)
    width = values + 1
    if values < 2 or len(groups[0][0]) != width + 1:
        return None
    header, first = groups[0][0][:width], ((groups[0][0][width],), groups[0][1])
    rows = [first, *groups[1:]]
    good = 0
    while good < len(rows) and len(rows[good][0]) == 1 and rows[good][1]:
        good += 1
    if sum(len(numbers) == values for _, numbers in rows[:good]) < 0.5 * good or good * values < 7:
        return None
    right = bool(re.search(r"계|합|총", header[-1]))
    table = [tuple(header), *((labels[0], *_set(numbers, values, right)) for labels, numbers in rows[:good])]
    last = width + sum(1 + len(numbers) for _, numbers in rows[:good]) - 1
    return Flattened(start, cells[last][1], tuple(_cells_of(table)))


def _groups(cells: Sequence[str]) -> list[tuple[Row, Row]]:
    """Labels and the numbers that follow them, over and over."""
    groups: list[tuple[list[str], list[str]]] = []
    for words in cells:
        number = _is_number(words.split("\n")[0])
        if not groups or (not number and groups[-1][1]):
            groups.append(([], []))
        groups[-1][1 if number else 0].append(words)
    return [(tuple(labels), tuple(numbers)) for labels, numbers in groups]


def _set(row: Sequence[str], width: int, right: bool) -> tuple[str | None, ...]:
    """A row filled up to a width."""
    empty = (None,) * (width - len(row))
    return (*empty, *row) if right else (*row, *empty)
