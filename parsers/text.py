"""Plain text and Markdown."""

from __future__ import annotations

import re

import yaml

from parsers.document import Document, Draft, Meta, Source, Words, assemble

_FRONT = re.compile(r"\A\ufeff?---\s*\n(.*?)\n---\s*\n", re.S)


def parse(source: Source) -> Document:
    """Read UTF-8 text, a line a block."""
    text = source.data.decode("utf-8", errors="replace")
    front, meta = _FRONT.match(text), Meta()
    if front:
        fields = yaml.safe_load(front.group(1))
        meta = Meta(title=fields.get("title"), issuer=fields.get("ministry"), published=fields.get("approve_date"))
        text = text[front.end() :]
    drafts = [Draft("paragraph", (Words(line),)) for line in text.splitlines()]
    return assemble(source, "text", drafts, meta=meta)
