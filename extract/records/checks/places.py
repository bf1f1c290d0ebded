"""Chosen municipalities that no list of municipalities knows."""

from __future__ import annotations

from collections.abc import Iterator

from extract.release import Selection, Warning
from extract.rules.party_name import MUNICIPAL
from extract.rules.region import is_known


def check_places(selections: list[Selection]) -> Iterator[Warning]:
    """Selectees that are written like a municipality but are none."""
    seen: set[str] = set()
    for selectee in (selectee for selection in selections for selectee in selection.selectees):
        name = selectee.name
        shaped = selectee.kind == "local_government" and selectee.region is None and MUNICIPAL.fullmatch(name)
        if not shaped or is_known(name) or name in seen:
            continue
        seen.add(name)
        message = f"{name} is in no list of municipalities"
        yield Warning(code="unknown_region", message=message, evidence=selectee.evidence)
