"""Containers of releases: what is in them, each member a source of its own."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.document import Source


def expand(source: Source) -> Iterator[Source]:
    """The releases in a source: its members, or itself where it is no container."""
    yield source
