"""Amounts for winners whom the selections name: `최우수상(각 300만 원)에는 가람숲과 나래숲이` is a record for each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from extract.reading import Reading
from extract.records.budgets.draft import Draft, Whom
from extract.release import Selectee, Selection

_SHORTEST = 3
_TOPIC = re.compile(r"(?P<name>[가-힣A-Za-z0-9㈜()]{3,20})(?:은|는|에는|의 경우)(?=[\s,])")


def awarded(reading: Reading, drafts: Iterable[Draft], selections: Sequence[Selection]) -> Iterator[Draft]:
    """The drafts; one that a track's winners share, as the sentence names them, for each of them.

    What is said elsewhere of a track's only winner is the winner's too.
    """
    chosen = [one for one in selections if one.category and one.selectees and one.status != "planned"]
    places = {one.name: one for selection in chosen for one in selection.selectees if len(one.name) >= _SHORTEST}
    stated = list(drafts)
    given = [_winners(reading, draft, chosen) for draft in stated]
    alone = {_prize(draft): winners for draft, winners in zip(stated, given, strict=True) if len(winners) == 1}
    for draft, named in zip(stated, given, strict=True):
        winners = named or ([] if draft.whom.recipient else alone.get(_prize(draft), []))
        winners = winners or _spoken_of(reading, draft, places)
        for winner in winners:
            spans = (*draft.spans, *((one.start, one.end) for one in winner.evidence[:1]))
            yield replace(draft, whom=Whom(winner.name, winner.region, draft.whom.category), spans=spans)
        if not winners:
            yield draft


def _spoken_of(reading: Reading, draft: Draft, chosen: Mapping[str, Selectee]) -> list[Selectee]:
    """The one chosen of whom the paragraph speaks as its topic: `가람항은 5년간 300억 원을 들여`."""
    if draft.whom.recipient or draft.per or draft.whom.category:
        return []
    block = reading.document.blocks[bisect_right(reading.block_starts, draft.start) - 1]
    before = reading.text[block.start : draft.start]
    topics = {hit["name"] for hit in _TOPIC.finditer(before)}
    named = {name for name in chosen if name in before}
    return [chosen[name] for name in named] if len(named) == 1 and named <= topics else []


def _prize(draft: Draft) -> tuple[str | None, float | None]:
    """A track and how much it brings."""
    return draft.whom.category, draft.money.maximum


def _winners(reading: Reading, draft: Draft, chosen: Iterable[Selection]) -> list[Selectee]:
    """The winners of a draft's track, all named in its sentence; a sum is nobody's."""
    track = draft.whom.category
    sentence = reading.sentence_at(draft.start)
    if draft.whom.recipient or not track or draft.per in ("program", "year") or sentence is None:
        return []
    for one in chosen:
        if one.category is None or one.category.replace(" ", "") != track.replace(" ", ""):
            continue
        inside = [
            any(sentence.start <= said.start < sentence.end for said in winner.evidence) for winner in one.selectees
        ]
        if all(inside) and (draft.per == "recipient" or len(inside) == 1):
            return list(one.selectees)
    return []
