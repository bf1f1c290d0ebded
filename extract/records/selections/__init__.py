"""The selections of a release."""

from __future__ import annotations

from extract.reading import Reading
from extract.release import Selection


def find_selections(reading: Reading) -> list[Selection]:
    """The selections that the text and tables of a release state, in reading order."""
    return []
