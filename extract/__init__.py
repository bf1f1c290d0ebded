"""A `Document` to one `Release`: selections, budgets and schedules with their evidence."""

from __future__ import annotations

from extract.pipeline import extract
from extract.release import Release

__all__ = ["Release", "extract"]
