"""The budgets of a release."""

from __future__ import annotations

from extract.reading import Reading
from extract.release import Budget, Selection


def find_budgets(reading: Reading, selections: list[Selection]) -> list[Budget]:
    """The budgets that the text and tables of a release state, in reading order."""
    return []
