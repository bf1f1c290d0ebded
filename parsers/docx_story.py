"""The paragraphs, tables and text boxes of a DOCX body in the order of its flow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from parsers.docx_styles import Styles
from parsers.errors import TooLarge
from parsers.items import MAX_NESTING, Grid, GridCell, Item, Paragraph, Strand
from parsers.markup import attribute, child, local, preferred, whole

# Wrappers whose content counts as if they were not there; deleted and moved-away text has its own, left out.
_WRAPPERS = frozenset(("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "sdt", "sdtContent", "dir"))
_SIGNS = {"tab": " ", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}


@dataclass
class Story:
    """One body as it is read; `page` is None where Word saved no page breaks."""

    styles: Styles
    notes: dict[str, etree._Element]
    page: int | None
    _depth: int = 0
    _size: int = 0
    _start: int | None = None

    def content(self, parent: etree._Element) -> list[Item]:
        """The paragraphs and tables of a body, cell, note or text box."""
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise TooLarge(f"tables and text boxes are nested more than {MAX_NESTING} deep")
        items = list[Item]()
        for element in unwrapped(parent):
            name = local(element)
            if name == "p":
                items += self._paragraph(element)
            elif name == "tbl":
                items.append(self._grid(element))
        self._depth -= 1
        return items

    def _paragraph(self, paragraph: etree._Element) -> list[Item]:
        strand = Strand()
        properties = child(paragraph, "pPr")
        style = self.styles.style(attribute(child(properties, "pStyle"), "val"))
        outer, self._size, self._start = self._size, 0, self.page
        for element in unwrapped(paragraph):
            self._inline(element, strand)
        outline = attribute(child(properties, "outlineLvl"), "val")
        level = style.level if outline is None else whole(outline, 9)
        words = Paragraph("", self._start, size=self._size or style.size or self.styles.size)
        if style.title:
            words = replace(words, role="title")
        elif level is not None and level < 9:
            words = replace(words, role="heading", depth=level)
        self._size = outer
        if strand.worded:
            strand.parts.insert(0, self._mark(properties, style.list_id, style.list_depth))
        return strand.items(words)

    def _mark(self, properties: etree._Element | None, list_id: str, depth: int) -> str:
        own = child(properties, "numPr")
        if own is not None:
            list_id = attribute(child(own, "numId"), "val") or list_id
            depth = whole(attribute(child(own, "ilvl"), "val"), depth)
        return self.styles.counters.mark(list_id, depth)

    def _inline(self, element: etree._Element, strand: Strand) -> None:
        if local(element) == "r":
            self._run(element, strand)
        elif local(element) == "AlternateContent":
            for inner in preferred(element):
                self._inline(inner, strand)

    def _run(self, run: etree._Element, strand: Strand) -> None:
        properties = child(run, "rPr")
        if properties is not None:
            hidden = child(properties, "vanish")
            if hidden is not None and attribute(hidden, "val") not in ("0", "false"):
                return
            self._size = max(self._size, whole(attribute(child(properties, "sz"), "val")))
        for element in run:
            self._piece(local(element), element, strand)

    def _piece(self, name: str, element: etree._Element, strand: Strand) -> None:
        match name:
            case "t":
                self._start = self._start if strand.worded else self.page
                strand.write(element.text or "")
            case "br":
                strand.write("\n" if attribute(element, "type") in (None, "textWrapping") else " ")
            case "sym":
                strand.write(_symbol(attribute(element, "char")))
            case "lastRenderedPageBreak":
                self._turn()
            case "footnoteReference" | "endnoteReference":
                note = self.notes.get(f"{name.removesuffix('Reference')} {attribute(element, 'id')}")
                strand.after += [] if note is None else self._note(note)
            case "drawing" | "pict" | "object" | "AlternateContent":
                for box in _boxes(element):
                    strand.add(self.content(box))
            case "ruby":
                for run in element.iterfind("{*}rubyBase/{*}r"):
                    self._run(run, strand)
            case _:
                strand.write(_SIGNS.get(name, ""))

    def _turn(self) -> None:
        self.page = None if self.page is None else self.page + 1

    def _note(self, note: etree._Element) -> list[Item]:
        words = " ".join(item.text.strip() for item in self.content(note) if isinstance(item, Paragraph))
        return [Paragraph(words, self.page, role="note")] if words.strip() else []

    def _grid(self, table: etree._Element) -> Item:
        cells = list[GridCell]()
        open_cells: dict[int, int] = {}
        for row, line in enumerate(unwrapped(table, "tr")):
            properties = child(line, "trPr")
            if child(properties, "del") is not None:
                continue
            header = child(properties, "tblHeader") is not None
            column = whole(attribute(child(properties, "gridBefore"), "val"))
            for cell in unwrapped(line, "tc"):
                shape = child(cell, "tcPr")
                across = max(whole(attribute(child(shape, "gridSpan"), "val"), 1), 1)
                merge = child(shape, "vMerge")
                above = open_cells.get(column)
                content = tuple(self.content(cell))
                if merge is not None and attribute(merge, "val") != "restart" and above is not None:
                    cells[above] = _longer(cells[above], row, content)
                else:
                    open_cells[column] = len(cells)
                    cells.append(GridCell(row, column, 1, across, content, header))
                column += across
        return Grid(tuple(cells))


def _longer(cell: GridCell, row: int, content: tuple[Item, ...]) -> GridCell:
    """A cell that reaches down to `row`."""
    return replace(cell, row_span=row - cell.row + 1, content=cell.content + content)


def unwrapped(parent: etree._Element, name: str | None = None) -> Iterator[etree._Element]:
    """Children, as if wrappers (content controls, insertions, links) were not there; only those of `name`, if given."""
    for element in _children(parent):
        if name is None or local(element) == name:
            yield element


def _children(parent: Iterable[etree._Element]) -> Iterator[etree._Element]:
    for element in parent:
        if local(element) in _WRAPPERS:
            yield from _children(element)
        else:
            yield element


def _boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing, each once."""
    for element in preferred(drawing) if local(drawing) == "AlternateContent" else drawing:
        if local(element) == "txbxContent":
            yield element
        else:
            yield from _boxes(element)


def _symbol(code: str | None) -> str:
    try:
        return chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""
