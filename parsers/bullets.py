"""What the first sign of a line says: the bullets of Korean official writing and their depth."""

from __future__ import annotations

import re

from parsers.document import BlockKind

# The order in which ministries nest their bullets: □ ○ - · with ※ and * for notes, ①, 1. and 가. for lists.
_DEPTHS = {
    **dict.fromkeys("□■◆◇▣▢❏❑", 0),
    **dict.fromkeys("○◦●ㅇoO⊙◎❍⚪▷▶▸◈", 1),
    **dict.fromkeys("-–—▪▫•·∙・", 2),
}
_BULLET = re.compile(
    r"(?:[□■◆◇▣▢❏❑○◦●⊙◎❍⚪▷▶▸◈▪▫•·∙・]|[-–—](?=\s)|[ㅇoO](?=\s)|[①-⑳❶-❿➀-➓]|\d{1,2}[.)]\s|[가-하][.)]\s)"
)
_NOTE = re.compile(r"(?:※|\*{1,3}(?!\*)|†|주\d?\))\s*\S")


def line_kind(line: str) -> tuple[BlockKind, int]:
    """Block kind and depth of a line, by its first sign."""
    bare = line.lstrip()
    if _NOTE.match(bare):
        return "note", 0
    hit = _BULLET.match(bare)
    if hit is None:
        return "paragraph", 0
    return "item", _DEPTHS.get(bare[0], 1)
