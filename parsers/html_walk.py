"""One walk over a page: every block of words or table, with where it stands and how much of it is links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from parsers.assembly import Draft, DraftCell
from parsers.boxdrawing import drawn_tables
from parsers.document import BlockKind
from parsers.furniture import name_kind
from parsers.html_tables import is_layout, table_cells, text_of

_CONTAINERS = frozenset(
    "html body div section article main form center td th dd blockquote fieldset tbody table tr ul ol dl li header "
    "figure hgroup details summary".split()
)
_LEAVES = frozenset("p h1 h2 h3 h4 h5 h6 dt pre figcaption caption address legend label option".split())
_SKIPPED = frozenset(
    "script style noscript template head nav footer aside iframe button select textarea svg object audio video map "
    "canvas input math datalist".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r"[\s\xa0]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True)
class Piece:
    """A block of the page: words or cells, the containers around it (outermost first), its letters in links."""

    kind: BlockKind
    text: str
    path: tuple[int, ...]
    depth: int = 0
    linked: int = 0
    links: int = 0
    strong: bool = False
    named: str = ""
    tag: str = ""
    cells: tuple[DraftCell, ...] = ()
    furniture: tuple[int, ...] = ()


@dataclass
class Page:
    """All pieces of a page in order; which containers call themselves an article's body."""

    pieces: list[Piece] = field(default_factory=list)
    bodies: set[int] = field(default_factory=set)


def walk(root: etree._Element) -> Page:
    """Take a page apart, once, in document order."""
    walker = _Walker()
    walker.run(root)
    return walker.page


class _Walker:
    """The state of the walk: open containers and the words gathered since the last break."""

    def __init__(self) -> None:
        self.page = Page()
        self.path: list[int] = []
        self.furniture: list[int] = []
        self.words: list[str] = []
        self.linked = self.links = self.in_link = self.in_strong = self.strong = self.items = 0
        self.leaf: list[etree._Element] = []
        self.names: list[str] = []
        self.count = 0

    def run(self, root: etree._Element) -> None:
        events = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in events:
            if event == "start":
                if self.start(element):
                    events.skip_subtree()
                    skipped = element
            else:
                if element is skipped:
                    skipped = None
                else:
                    self.end(element)
                if element.tail and element is not root:
                    self.say(element.tail)
        self.flush()

    def start(self, element: etree._Element) -> bool:
        """Enter an element; true where its inside is not to be walked."""
        tag = element.tag
        if tag in _SKIPPED or _is_hidden(element):
            return True
        if tag == "table" and not is_layout(element):
            self.table(element)
            return True
        if tag in _CONTAINERS:
            self.flush()
            self.enter(element)
        elif tag in _LEAVES:
            self.flush()
            self.leaf.append(element)
        elif tag in ("br", "hr"):
            self.flush()
        elif tag == "a":
            self.in_link += 1
            self.links += 1
        elif tag in ("b", "strong"):
            self.in_strong += 1
        self.items += tag == "li"
        if element.text:
            self.say(element.text)
        return False

    def end(self, element: etree._Element) -> None:
        """Leave an element."""
        tag = element.tag
        if tag in _CONTAINERS:
            self.flush()
            if self.furniture and self.furniture[-1] == self.path[-1]:
                self.furniture.pop()
            self.path.pop()
            self.names.pop()
        elif tag in _LEAVES:
            self.flush()
            self.leaf.pop()
        elif tag == "a":
            self.in_link -= 1
        elif tag in ("b", "strong"):
            self.in_strong -= 1
        self.items -= tag == "li"

    def enter(self, element: etree._Element) -> None:
        self.count += 1
        self.path.append(self.count)
        self.names.append(_names(element) or (self.names[-1] if self.names and element.tag == "li" else ""))
        kind = name_kind(self.names[-1])
        if kind == "body" or element.get("itemprop") == "articleBody":
            self.page.bodies.add(self.count)
        elif kind == "furniture":
            self.furniture.append(self.count)

    def say(self, text: str) -> None:
        self.words.append(text)
        size = len(text.strip())
        self.linked += size if self.in_link else 0
        self.strong += size if self.in_strong else 0

    def flush(self) -> None:
        """End the block that is open, if it has words."""
        if not self.words:
            return
        leaf = self.leaf[-1] if self.leaf else None
        tag = str(leaf.tag) if leaf is not None else ""
        joined = "".join(self.words)
        lines = drawn_tables(joined.split("\n")) if tag == "pre" else [_SPACES.sub(" ", joined).strip()]
        for line in lines:
            if isinstance(line, Draft):
                text = " ".join(words.text for cell in line.cells for words in cell.words)
                self.page.pieces.append(
                    Piece("table", text, tuple(self.path), cells=line.cells, furniture=self.around(leaf))
                )
            elif line.strip():
                self.put(line, tag, leaf)
        self.words.clear()
        self.linked = self.strong = 0
        self.links = 1 if self.in_link else 0

    def put(self, line: str, tag: str, leaf: etree._Element | None) -> None:
        kind: BlockKind = "heading" if tag in _HEADINGS else "item" if self.items else "paragraph"
        if tag in ("caption", "figcaption"):
            kind = "note"
        depth = _HEADINGS.get(tag, max(self.items - 1, 0))
        strong = self.strong >= len(line.strip()) * 0.9
        piece = Piece(kind, line, tuple(self.path), depth, self.linked, self.links, strong, tag=tag)
        piece.named = (_names(leaf) if leaf is not None else "") or (self.names[-1] if self.names else "")
        piece.furniture = self.around(leaf)
        self.page.pieces.append(piece)

    def around(self, leaf: etree._Element | None) -> tuple[int, ...]:
        """The open containers that name themselves furniture; -1 for a leaf that does."""
        if leaf is not None and name_kind(_names(leaf)) == "furniture":
            return (*self.furniture, -1)
        return tuple(self.furniture)

    def table(self, element: etree._Element) -> None:
        self.flush()
        for caption in element.iterchildren("caption"):
            text = _SPACES.sub(" ", text_of(caption)).strip()
            if text:
                self.page.pieces.append(Piece("note", text, tuple(self.path), furniture=tuple(self.furniture)))
        linked = sum(len(text_of(link).strip()) for link in element.iter("a"))
        self.put_cells(table_cells(element), element, linked)

    def put_cells(self, cells: tuple[DraftCell, ...], element: etree._Element | None, linked: int = 0) -> None:
        text = " ".join(words.text for cell in cells for words in cell.words)
        if text:
            piece = Piece("table", text, tuple(self.path), linked=linked, cells=cells, tag="table")
            piece.furniture = self.around(element)
            self.page.pieces.append(piece)


def _names(element: etree._Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))
