"""The words of one PPTX shape: paragraphs of a text box, cells of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from parsers.document import Box
from parsers.items import Grid, GridCell, Item, Paragraph
from parsers.markup import child, local, number
from parsers.numbering import figure
from parsers.pptx_shapes import EMU, Shape
from parsers.story import kind_of

# Longer lines are paragraphs of their own.
LINE = 30
_TITLES = frozenset(("title", "ctrTitle"))
_FIGURES = {
    "circleNum": "circle",
    "alphaLc": "latin",
    "alphaUc": "LATIN",
    "romanLc": "roman",
    "romanUc": "ROMAN",
}


def items_of(shape: Shape, page: int) -> list[Item]:
    """What a shape says."""
    table = child(shape.element, "graphic", "graphicData", "tbl")
    if table is not None:
        return [_grid(table, shape.box, page)]
    body = child(shape.element, "txBody")
    if body is None:
        return []
    role = shape.role
    return list(_paragraphs(body, page, shape.box, "heading" if role in _TITLES else "paragraph"))


def _paragraphs(body: etree._Element, page: int, box: Box | None, role: str = "paragraph") -> Iterator[Paragraph]:
    counts: dict[int, int] = {}
    lines = list[Paragraph]()
    for paragraph in body.iterfind("{*}p"):
        text, size = _words(paragraph)
        if text.strip():
            mark = _mark(child(paragraph, "pPr"), counts)
            lines.append(Paragraph(mark + text, page, box, "heading" if role == "heading" else "paragraph", size=size))
    return _joined(lines)


def _joined(lines: list[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs of one box, with those joined that are lines of one, broken by hand."""
    for at, line in enumerate(lines):
        if at and _goes_on(lines[at - 1], line):
            lines[at] = replace(line, text=f"{lines[at - 1].text.rstrip()} {line.text.lstrip()}")
        elif at:
            yield lines[at - 1]
    yield from lines[-1:]


def _goes_on(before: Paragraph, line: Paragraph) -> bool:
    if line.role == "heading":
        return True
    last = before.text.rsplit("\n", 1)[-1]
    short = len(last) <= LINE and len(line.text) <= LINE and not last.rstrip().endswith((".", "다", ":"))
    return short and before.size == line.size and kind_of(line.text)[0] == "paragraph"


def _words(paragraph: etree._Element) -> tuple[str, int]:
    parts, size = list[str](), 0
    for run in paragraph:
        name = local(run)
        if name == "br":
            parts.append("\n")
        elif name == "r" or (name == "fld" and run.get("type", "") != "slidenum"):
            text = child(run, "t")
            parts.append("" if text is None else (text.text or "").replace("\v", "\n").replace("\t", " "))
            size = max(size, number(child(run, "rPr"), "sz"))
    return "".join(parts), size


def _mark(properties: etree._Element | None, counts: dict[int, int]) -> str:
    """The bullet or number that the paragraph itself asks for."""
    bullet, numbers = child(properties, "buChar"), child(properties, "buAutoNum")
    depth = number(properties, "lvl")
    for deeper in [level for level in counts if level > depth]:
        del counts[deeper]
    if numbers is None:
        counts.pop(depth, None)
        return "" if bullet is None else f"{bullet.get('char', '')} "
    counts[depth] = counts.get(depth, number(numbers, "startAt", 1) - 1) + 1
    shape = numbers.get("type", "")
    figures = next((name for sign, name in _FIGURES.items() if shape.startswith(sign)), "digit")
    end = ")" if shape.endswith(("ParenR", "ParenBoth")) else "" if figures == "circle" else "."
    return f"{'(' if shape.endswith('ParenBoth') else ''}{figure(counts[depth], figures)}{end} "


def _grid(table: etree._Element, frame: Box | None, page: int) -> Grid:
    columns = _edges([number(column, "w") for column in table.iterfind("{*}tblGrid/{*}gridCol")])
    rows = list(table.iterfind("{*}tr"))
    tops = _edges([number(row, "h") for row in rows])
    first = child(table, "tblPr")
    header = first is not None and first.get("firstRow") in ("1", "true")
    cells = list[GridCell]()
    for row, line in enumerate(rows):
        for column, cell in enumerate(line.iterfind("{*}tc")):
            if cell.get("hMerge") in ("1", "true") or cell.get("vMerge") in ("1", "true"):
                continue
            down, across = max(number(cell, "rowSpan", 1), 1), max(number(cell, "gridSpan", 1), 1)
            box = _cell_box(frame, columns[column : column + across + 1], tops[row : row + down + 1])
            body = child(cell, "txBody")
            content = () if body is None else tuple(_paragraphs(body, page, box))
            cells.append(GridCell(row, column, down, across, content, header and row == 0))
    return Grid(tuple(cells))


def _edges(sizes: list[int]) -> list[float]:
    edges = [0.0]
    for size in sizes:
        edges.append(edges[-1] + size / EMU)
    return edges


def _cell_box(frame: Box | None, across: list[float], down: list[float]) -> Box | None:
    if frame is None or len(across) < 2 or len(down) < 2:
        return frame
    x, y = frame.x0, frame.top
    return Box(*(round(edge, 2) for edge in (x + across[0], y + down[0], x + across[-1], y + down[-1])))
