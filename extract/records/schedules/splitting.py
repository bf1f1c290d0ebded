"""Two acts of one day said in one breath are two events: `공포·시행`, `협약 체결 및 착수`."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.lexicon.events import events
from extract.records.schedules.named import Named

_PAIR = re.compile(r"^(?P<object>.*?)(?P<one>[가-힣]{2,4})(?:·|\s및\s)(?P<other>[가-힣]{2,4})$")
# Kinds that follow one another; what is applied for and received, or judged twice, is one act.
_APART = ("start", "agreement", "publication", "completion", "designation")


def split_acts(named: Named) -> tuple[Named, ...]:
    """The events of a name: two where it ends in two acts of different kinds, else itself."""
    lexicon = events()
    pair = _PAIR.match(named.event)
    if pair is None:
        return (named,)
    kinds = [lexicon.kinds.get(pair[group]) for group in ("one", "other")]
    if (
        kinds[0] == kinds[1]
        or not all(kind in _APART for kind in kinds)
        or set(kinds) == {"designation", "publication"}
    ):
        return (named,)
    stem = pair["object"]
    return replace(named, event=stem + pair["one"]), replace(named, event=stem + pair["other"])
