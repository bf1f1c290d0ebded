"""Which paragraphs of an office document are its headings and its headline, by the height of their letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parsers.assembly import Draft, Words

# Letters so much higher than the body's make a heading.
LARGE = 1.2
# The headline stands among the first blocks, on the first page.
FIRST = 40
# A headline is broken by hand into at most so many lines, and is no longer than this altogether.
LINES = 3
LONGEST = 150

# A heading may be numbered, but starts with no bullet, and has more than one letter.
_LINE = re.compile(r"\s*[^\s□■◆◇▣▢❏❑○◦●⊙◎❍⚪▷▶▸◈▪▫•·∙・※*†–—-](?!\s*$).{0,100}$", re.S)
# What has no word of two letters (a date, a number) is none.
_WORD = re.compile(r"[가-힣A-Za-z]{2}")
# What stands in large letters above the headline: the name of the kind of paper.
_KIND_OF_PAPER = re.compile(r"\W*(?:즉시|정책|언론|합동|공동)?(?:보도|해명|설명|참고)+자?료?(?:자료|배포)?\W*")


def reads_as_heading(text: str) -> bool:
    """Whether a line, set in large letters, would be a heading."""
    return _LINE.match(text) is not None


def with_headline(drafts: Sequence[Draft], sizes: Sequence[float], large: float) -> list[Draft]:
    """The blocks with the largest heading near the top as title, its hand-broken lines joined; `sizes` go with them."""
    if not large or any(draft.kind == "title" for draft in drafts):
        return list(drafts)
    candidates = [at for at, draft in enumerate(drafts[:FIRST]) if sizes[at] >= large and _may_be_headline(draft)]
    if not candidates:
        return list(drafts)
    # The first of the largest: later ones of its size are headings of annexes.
    first = max(candidates, key=lambda at: (sizes[at], -at))
    last = first + 1
    while last in candidates and last < first + LINES and sizes[last] == sizes[first]:
        last += 1
    words = tuple(word for draft in drafts[first:last] for word in draft.words)
    if sum(len(word.text) for word in words) > LONGEST:
        last, words = first + 1, drafts[first].words
    return [*drafts[:first], replace(drafts[first], kind="title", depth=0, words=words), *drafts[last:]]


def _may_be_headline(draft: Draft) -> bool:
    if draft.kind != "heading" or not draft.words or draft.words[0].page not in (None, 1):
        return False
    bare = _bare(draft.words)
    return _WORD.search(bare) is not None and _KIND_OF_PAPER.fullmatch(bare) is None


def _bare(words: Sequence[Words]) -> str:
    return "".join("".join(word.text for word in words).split())
