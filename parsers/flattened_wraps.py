"""Paragraphs that a collector stored as several lines: no empty line between them, and the words go on.

Two forms are plain enough. In one, what goes on begins with a single space where the paragraph's own lines have none.
In the other a bullet opens the paragraph, the lines below it have none, and only the last ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.bullets import line_kind

_LONG = 24
_GOES_ON = re.compile(r" [가-힣A-Za-z\d(‘“'\"「→△]")
_ENDS = re.compile(r"[.!?:;>】\]]\s*$|(?<!\S)-\s*$|[다음임함됨]\s*$")
_FIELD = re.compile(r"^\S{1,8}\s?[:：]")


def joined(lines: Sequence[str]) -> list[str]:
    """The lines of a group, those that go on one another as one."""
    if len(lines) > 1 and _is_paragraph(lines):
        return [" ".join(line.strip() for line in lines)]
    found: list[str] = []
    for line in lines:
        if found and _goes_on(found[-1], line):
            found[-1] = f"{found[-1].rstrip()} {line.strip()}"
        else:
            found.append(line)
    return found


def _goes_on(before: str, line: str) -> bool:
    last = before.rstrip()
    return bool(_GOES_ON.match(line)) and _opens(before) and len(last) >= _LONG and not _ENDS.search(last)


def _opens(line: str) -> bool:
    """Whether a line begins without the space that what goes on begins with."""
    return not line.startswith(" ")


def _is_paragraph(lines: Sequence[str]) -> bool:
    """Whether a bullet opens a sentence that goes on over all lines."""
    first, rest = lines[0], lines[1:]
    if line_kind(first)[0] != "item" or not (_ENDS.search(lines[-1]) or lines[-1].rstrip().endswith(",")):
        return False
    if any(line_kind(line)[0] != "paragraph" or _FIELD.match(line.strip()) for line in rest):
        return False
    return (
        not any(_ENDS.search(line) for line in lines[:-1]) and len("".join(lines[:-1])) >= _LONG * (len(lines) - 1) / 2
    )
