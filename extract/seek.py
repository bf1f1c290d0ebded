"""Matches of a pattern tried only where a cheap one says that it can begin.

`re` skips fast to the next place only where a pattern begins with a set of characters; one that begins with a look
around or with open choices is tried at every character, which is what most of a reading's time would go to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def seek(places: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds, provided that `places` matches wherever it does, and not across another place."""
    for place in places.finditer(text, start, end):
        if place.start() >= start and (hit := pattern.match(text, place.start(), end)):
            yield hit
            start = hit.end()
