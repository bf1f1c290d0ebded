"""What readers of office formats find, as found: paragraphs, notes and tables in the order of their flow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from parsers.document import Box

# Hancom refuses deeper nesting than ten or so; XML readers stop at 256 elements.
MAX_NESTING = 24


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as found: `role` is what its style says where its first sign does not, `size` the largest letters'
    height in any unit of the document; `text` may hold line breaks made by hand."""

    text: str
    page: int | None = None
    box: Box | None = None
    role: Literal["title", "heading", "paragraph", "note"] = "paragraph"
    depth: int = 0
    size: float = 0


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as found: its 0-based place and span as the file says them, and its content."""

    row: int
    column: int
    row_span: int
    column_span: int
    content: tuple[Paragraph | Grid, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as found."""

    cells: tuple[GridCell, ...]


Item: TypeAlias = Paragraph | Grid


@dataclass
class Strand:
    """The content of one paragraph as it is read: objects met before its first words stand before it."""

    before: list[Item] = field(default_factory=list)
    after: list[Item] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    worded: bool = False

    def write(self, text: str) -> None:
        """Add words."""
        self.parts.append(text)
        self.worded = self.worded or bool(text.strip())

    def add(self, items: Iterable[Item]) -> None:
        """Add objects that are anchored here."""
        (self.after if self.worded else self.before).extend(items)

    def items(self, paragraph: Paragraph) -> list[Item]:
        """Everything in order; `paragraph` gives what the words do not say."""
        text = "".join(self.parts)
        if not text.strip():
            return [*self.before, *self.after]
        return [*self.before, replace(paragraph, text=text), *self.after]
