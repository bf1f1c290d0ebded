"""Chosen municipalities that no list of municipalities knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.release import Selection, Warning
from extract.rules.region import is_known

_SHAPE = re.compile(r"[가-힣]{2,3}(?:(?<!도)시|(?<![시전])군|(?<![지특공기])구)")


def check_places(selections: list[Selection]) -> Iterator[Warning]:
    """Selectees that are written like a municipality but are none."""
    seen: set[str] = set()
    for selectee in (selectee for selection in selections for selectee in selection.selectees):
        name = selectee.name
        shaped = selectee.kind == "local_government" and selectee.region is None and _SHAPE.fullmatch(name)
        if not shaped or is_known(name) or name in seen:
            continue
        seen.add(name)
        message = f"{name} is in no list of municipalities"
        yield Warning(code="unknown_region", message=message, evidence=selectee.evidence)
