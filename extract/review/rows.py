"""The list of releases as data for its page: rows of plain values, in chunks of bounded size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from extract.release import Release

CHUNK: Final = 1_000
_WORDS = 1_500  # characters of names that one row brings for the search


@dataclass(frozen=True, slots=True)
class Row:
    """What the list shows of one release, and what its search reads."""

    name: str
    title: str
    issuer: str
    published: str
    format: str
    counts: tuple[int, int, int]
    warnings: tuple[str, ...]
    programmes: tuple[str, ...]
    names: str
    reviewed: bool = False


def row(name: str, release: Release, reviewed: bool = False) -> Row:
    """The row of a release."""
    programmes = [record.program for record in release.selections]
    programmes += [budget.program for budget in release.budgets if budget.program]
    programmes += [schedule.program for schedule in release.schedules if schedule.program]
    parties = [selectee.name for selection in release.selections for selectee in selection.selectees]
    parties += [budget.recipient for budget in release.budgets if budget.recipient]
    return Row(
        name,
        release.title or "",
        release.issuer or "",
        release.published.isoformat() if release.published else "",
        release.source.format,
        (len(release.selections), len(release.budgets), len(release.schedules)),
        tuple(dict.fromkeys(warning.code for warning in release.warnings)),
        tuple(dict.fromkeys(programmes)),
        " ".join(dict.fromkeys(parties))[:_WORDS],
        reviewed,
    )


def chunks(rows: Iterable[Row]) -> Iterator[str]:
    """Scripts that add the rows to the list, each of at most `CHUNK` rows."""
    for some in _batched(rows):
        lines = ",\n".join(_line(one) for one in some)
        yield f"bodojaryo.add([\n{lines}\n]);\n"


def _batched(rows: Iterable[Row]) -> Iterator[list[Row]]:
    some: list[Row] = []
    for one in rows:
        some.append(one)
        if len(some) == CHUNK:
            yield some
            some = []
    if some:
        yield some


def _line(one: Row) -> str:
    values = [
        one.name, one.title, one.issuer, one.published, one.format, one.counts, one.warnings, one.programmes,
        one.names, int(one.reviewed),
    ]  # fmt: skip
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
