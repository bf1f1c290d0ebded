"""Which of the names around a date is its event: the rules' own, unless more speaks for another.

The weights of what can be seen of a candidate are in `lexicon/event_weights.csv`, written by
`bench/train_event_names.py` from the gold files.
"""

from __future__ import annotations

from extract.lexicon import event_weights
from extract.reading import Reading
from extract.records.schedules.candidates import candidates
from extract.records.schedules.named import Named
from extract.rule import Mention
from extract.sentences import Sentence
from extract.values import Period

LABELS = ("label", "generic", "topic")


def choose(reading: Reading, sentence: Sentence, date: Mention[Period], ruled: Named | None) -> Named | None:
    """The candidate for which most speaks, of equals the first; a label or a predicate decides alone."""
    if ruled and ruled.how in LABELS:
        return ruled
    weights = event_weights()
    best, most = ruled, float("-inf")
    for candidate in candidates(reading, sentence, date, ruled):
        total = sum(weights.get(trait, 0.0) for trait in candidate.traits)
        if total > most:
            best, most = candidate.named, total
    return ruled if ruled and best and best.event == ruled.event else best
