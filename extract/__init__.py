"""A `Document` to one `Release`: selections, budgets and schedules with their evidence.

from extract import extract
from parsers import Source, parse

release = extract(parse(Source("a.html", data)))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.pipeline import extract
    from extract.release import Release

__all__ = ["Release", "extract"]

_HOMES = {"extract": "extract.pipeline", "Release": "extract.release"}


def __getattr__(name: str) -> object:
    """Import on first use: the command line starts before it knows whether it needs the models."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
