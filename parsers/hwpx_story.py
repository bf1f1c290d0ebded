"""The paragraphs, tables and text boxes of one HWPX section in the order of its flow."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from parsers.errors import TooLarge
from parsers.hwp_layout import Pages, Spot, row_heights
from parsers.hwpx_styles import Styles
from parsers.items import MAX_NESTING, Grid, GridCell, Item, Paragraph, Strand
from parsers.markup import child, local, named, number

# Drawn objects, whose text stands in a `drawText`; `container` groups others.
_DRAWN = frozenset(
    ("rect", "ellipse", "polygon", "curve", "arc", "line", "connectLine", "pic", "ole", "container", "textart")
)
_SIGNS = {"lineBreak": "\n", "tab": " ", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_NUMBERED = ("TABLE", "PICTURE", "FIGURE", "EQUATION")


@dataclass
class Story:
    """One section as it is read; without `pages` its paragraphs have none."""

    styles: Styles
    pages: Pages | None
    page: int | None = None
    outline: str = ""
    _spot: Spot | None = None
    _depth: int = 0
    _deleted: bool = False

    def section(self, root: etree._Element) -> list[Item]:
        """Everything in the section."""
        if self.pages is not None:
            self.pages.section()
        items = list[Item]()
        for paragraph in root:
            if local(paragraph) == "p":
                self._turn(paragraph)
                items += self.paragraph(paragraph)
        return items

    def _turn(self, paragraph: etree._Element) -> None:
        if self.pages is None:
            return
        for columns in paragraph.iterfind("{*}run/{*}ctrl/{*}colPr"):
            self.pages.columns = max(number(columns, "colCount", 1), 1)
        tops = [number(line, "vertpos") for line in paragraph.iterfind("{*}linesegarray/{*}lineseg")]
        self.page = self.pages.paragraph(tops, paragraph.get("pageBreak") == "1")

    def paragraph(self, paragraph: etree._Element) -> list[Item]:
        """A paragraph and what is anchored in it."""
        strand, heights = Strand(), [0]
        if self._spot is not None and self._depth == 1:
            line = child(paragraph, "linesegarray", "lineseg")
            self.page = self._spot.page_at(number(line, "vertpos"))
        self._deleted = False
        for run in paragraph:
            if local(run) == "run":
                before = len(strand.parts)
                for thing in run:
                    self._child(thing, strand)
                if len(strand.parts) > before:
                    heights.append(self.styles.heights.get(run.get("charPrIDRef", ""), 0))
        # Words after a table may stand on a later page than its anchor.
        page = self.pages.page if strand.before and self.pages is not None and self._depth == 0 else self.page
        words = Paragraph("", page, size=max(heights))
        if strand.worded:
            words = self._numbered(paragraph, strand, words)
        return strand.items(words)

    def _numbered(self, paragraph: etree._Element, strand: Strand, words: Paragraph) -> Paragraph:
        heading = self.styles.headings.get(paragraph.get("paraPrIDRef", ""))
        if heading is None:
            return words
        outline = heading.kind == "OUTLINE"
        name = f"NUMBER {self.outline}" if outline else heading.list_name
        strand.parts.insert(0, self.styles.counters.mark(name, heading.depth))
        return replace(words, role="heading" if outline else "paragraph")

    def _child(self, thing: etree._Element, strand: Strand) -> None:
        name = local(thing)
        if name == "t":
            self._text(thing, strand)
        elif name == "ctrl":
            for control in thing:
                self._control(control, strand)
        elif name in ("tbl", *_DRAWN):
            strand.add(self._object(thing))
        else:
            self._rare(name, thing, strand)

    def _rare(self, name: str, thing: etree._Element, strand: Strand) -> None:
        match name:
            case "secPr":
                self._section(thing)
            case "compose":
                strand.write(thing.get("composeText", ""))
            case "dutmal":
                strand.write("".join(text.text or "" for text in named(thing, "mainText")))
            case "footNote" | "endNote" | "autoNum":
                self._control(thing, strand)
            case "switch":
                for inner in next(iter(thing), ()):
                    self._child(inner, strand)

    def _section(self, settings: etree._Element) -> None:
        self.outline = settings.get("outlineShapeIDRef", "")
        page = child(settings, "pagePr")
        margin = child(page, "margin")
        if self.pages is not None and page is not None:
            # In landscape the page is turned, but its measures are not.
            height = number(page, "width" if page.get("landscape") == "NARROWLY" else "height")
            edges = sum(number(margin, edge) for edge in ("top", "bottom", "header", "footer"))
            self.pages.body = max(height - edges, 0)

    def _text(self, text: etree._Element, strand: Strand) -> None:
        self._write(text.text, strand)
        for sign in text:
            match local(sign):
                case "deleteBegin":
                    self._deleted = True
                case "deleteEnd":
                    self._deleted = False
                case name:
                    self._write(_SIGNS.get(name), strand)
            self._write(sign.tail, strand)

    def _write(self, text: str | None, strand: Strand) -> None:
        if text and not self._deleted:
            strand.write(text)

    def _control(self, control: etree._Element, strand: Strand) -> None:
        match local(control):
            case "footNote" | "endNote":
                strand.after += self._notes(control)
            case "autoNum" if control.get("numType") in _NUMBERED:
                strand.write(control.get("num", ""))

    def _notes(self, note: etree._Element) -> list[Item]:
        words = " ".join(item.text.strip() for item in self._inside(note) if isinstance(item, Paragraph))
        return [Paragraph(words, self.page, role="note")] if words else []

    def _inside(self, parent: etree._Element) -> list[Item]:
        """The paragraphs of the lists of text directly in an object, cell or note."""
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise TooLarge(f"objects are nested more than {MAX_NESTING} deep")
        deleted = self._deleted
        items = [item for paragraph in parent.iterfind("{*}subList/{*}p") for item in self.paragraph(paragraph)]
        self._deleted = deleted
        self._depth -= 1
        return items

    def _object(self, thing: etree._Element) -> list[Item]:
        """A table or drawing, and its caption."""
        items = [self._grid(thing)] if local(thing) == "tbl" else self._drawing(thing)
        caption = thing.find("{*}caption")
        if caption is None:
            return items
        words = self._inside(caption)
        return [*words, *items] if caption.get("side") == "TOP" else [*items, *words]

    def _drawing(self, drawing: etree._Element) -> list[Item]:
        items = list[Item]()
        if local(drawing) == "textart" and drawing.get("text", "").strip():
            items.append(Paragraph(drawing.get("text", ""), self.page))
        for thing in drawing:
            name = local(thing)
            if name == "drawText":
                items += self._inside(thing)
            elif name in ("tbl", *_DRAWN):
                items += self._nested(thing)
        return items

    def _nested(self, thing: etree._Element) -> list[Item]:
        self._depth += 1
        if self._depth > MAX_NESTING:
            raise TooLarge(f"objects are nested more than {MAX_NESTING} deep")
        items = self._object(thing)
        self._depth -= 1
        return items

    def _grid(self, table: etree._Element) -> Item:
        cells, spots, outer = list[GridCell](), self._spots(table), self._spot
        for row, line in enumerate(table.iterfind("{*}tr")):
            for column, cell in enumerate(line.iterfind("{*}tc")):
                address, span = child(cell, "cellAddr"), child(cell, "cellSpan")
                place = max(number(address, "rowAddr", row), 0)
                if spots is not None:
                    self._spot = spots[min(place, len(spots) - 1)]
                cells.append(
                    GridCell(
                        place,
                        max(number(address, "colAddr", column), 0),
                        number(span, "rowSpan", 1),
                        number(span, "colSpan", 1),
                        tuple(self._inside(cell)),
                        cell.get("header") == "1",
                    )
                )
        self._spot = outer
        return Grid(tuple(cells))

    def _spots(self, table: etree._Element) -> list[Spot] | None:
        """Where the rows of a table of the text's own flow begin, if it runs over pages."""
        place = child(table, "pos")
        if self.pages is None or self._depth or place is None or place.get("treatAsChar") == "1":
            return None
        if table.get("pageBreak", "NONE") == "NONE" or place.get("vertRelTo") != "PARA":
            return None
        rows = [
            (
                number(child(cell, "cellAddr"), "rowAddr"),
                number(child(cell, "cellSpan"), "rowSpan", 1),
                number(child(cell, "cellSz"), "height"),
            )
            for cell in table.iterfind("{*}tr/{*}tc")
        ]
        return self.pages.table(row_heights(rows)) or None
