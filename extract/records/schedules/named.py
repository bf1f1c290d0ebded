"""The name of a dated event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """An event's name, the span that names it, how it was found, and the verb's noun and form, if a verb said it."""

    event: str
    start: int
    end: int
    how: str
    noun: str = ""
    form: str = ""
    distance: int = 0
    passive: bool = False
