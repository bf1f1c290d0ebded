"""The schedules of a release."""

from __future__ import annotations

from extract.reading import Reading
from extract.release import Schedule


def find_schedules(reading: Reading) -> list[Schedule]:
    """The schedules that the text and tables of a release state, in reading order."""
    return []
