"""A document against the golden file beside it, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.golden.compare import Scope, compare
from extract.golden.figures import Tally
from extract.golden.files import GOLD, parse_item, read_bytes
from extract.golden.names import check_scope
from extract.golden.proposals import proposed
from extract.golden.store import save
from extract.golden.text import difference_lines
from extract.pipeline import extract
from parsers import Source, parse


def compare_document(document: Path, folder: Path, ignore: Sequence[str]) -> str:
    """What differs from the golden file, a line a field; empty if nothing does. Raises GoldenError, ParseError."""
    scope = _scope(ignore)
    path = document.with_name(document.name + GOLD)
    golden = parse_item(str(path), read_bytes(str(path)))
    found = compare(golden, parse_item(str(document), record(document, folder)), scope, Tally())
    if not found:
        return ""
    lines = [line.plain for one in found for line in difference_lines(one)]
    return "\n".join([f"{document.name} gives another record than {path.name}:", *lines])


def accept_document(document: Path, folder: Path, ignore: Sequence[str]) -> bool:
    """Make the golden file say what the document gives; returns whether it had to be written."""
    path = document.with_name(document.name + GOLD)
    proposal = proposed(document.name, document, path, record(document, folder), _scope(ignore))
    if proposal:
        save(path, proposal.after(proposal.differences), proposal.before)
    return proposal is not None


def record(document: Path, folder: Path) -> bytes:
    """The record as a run over the folder writes it."""
    source = Source(document.relative_to(folder).as_posix(), document.read_bytes())
    return extract(parse(source)).to_json().encode()


def _scope(ignore: Sequence[str]) -> Scope:
    scope = Scope(ignore=tuple(ignore))
    check_scope(scope)
    return scope
