"""What a release says that cannot be right."""

from __future__ import annotations

from extract.reading import Reading
from extract.release import Budget, Schedule, Selection, Warning


def check(
    reading: Reading, selections: list[Selection], budgets: list[Budget], schedules: list[Schedule]
) -> list[Warning]:
    """Warnings about the release, what could not be read first."""
    return [Warning(code=notice.code, message=notice.message) for notice in reading.document.notices]
