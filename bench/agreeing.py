"""Whether a dated event of a release is one of its gold file: the same days, alike in wording or of the same kind."""

from __future__ import annotations

import re
from typing import Any

from extract.records.schedules.kinds import kind_of
from extract.values import Period

ALIKE = 0.4


def agrees(item: dict[str, Any], event: str, period: Period) -> bool:
    """Whether a gold schedule is this event on these days."""
    days = tuple(None if day is None else day.isoformat() for day in (period.start, period.end))
    if (item.get("start"), item.get("end")) != days:
        return False
    same_kind = item.get("kind") not in (None, "other") and item["kind"] == kind_of(event, period)
    return same_kind or _alike(item["event"], event)


def _alike(one: str, other: str) -> bool:
    """Whether one name ends with the other, or they share enough of their pairs of letters."""
    short, long = sorted((re.sub(r"[\W_]+", "", name).lower() for name in (one, other)), key=len)
    if not short:
        return False
    if (len(short) >= 3 and long.endswith(short)) or (short in long and len(short) >= ALIKE * len(long)):
        return True
    pairs = [{name[at : at + 2] for at in range(max(1, len(name) - 1))} for name in (short, long)]
    return 2 * len(pairs[0] & pairs[1]) >= ALIKE * (len(pairs[0]) + len(pairs[1]))
