"""What a release says that cannot be right, and what of it could not be read.

Every check asks for more than one fact to disagree: what the release leaves open is not doubted.
"""

from __future__ import annotations

from extract.reading import Reading
from extract.records.checks.counts import check_counts
from extract.records.checks.days import check_order, check_weekdays
from extract.records.checks.places import check_places
from extract.records.checks.ratios import check_ratios
from extract.records.checks.sums import check_sums
from extract.records.checks.tables import check_tables
from extract.release import Budget, Schedule, Selection, Warning


def check(
    reading: Reading, selections: list[Selection], budgets: list[Budget], schedules: list[Schedule]
) -> list[Warning]:
    """Warnings about the release, what could not be read first."""
    return [
        *(Warning(code=notice.code, message=notice.message) for notice in reading.document.notices),
        *check_weekdays(reading),
        *check_order(reading, schedules),
        *check_counts(reading),
        *check_ratios(reading, selections),
        *check_sums(reading),
        *check_tables(reading),
        *check_places(selections),
    ]
