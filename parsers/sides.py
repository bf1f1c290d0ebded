"""The sides that Korean tables leave undrawn.

Many have rules and inner lines, but no line at the left and right; one that a page cuts has no rule at the cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parsers.rules import Edge

NEAR = 3.0  # points within which ends are together


def open_sides(vertical: Sequence[Edge], horizontal: Sequence[Edge]) -> list[Edge]:
    """Left and right sides for rules that begin and end together and are joined by lines within."""
    sides: list[Edge] = []
    for alike in _alike(horizontal):
        start, end = alike[0].start, alike[0].end
        inner = [line for line in vertical if start + NEAR < line.at < end - NEAR]
        for top, bottom in _joined([rule.at for rule in alike], inner):
            sides += [Edge(start, top, bottom), Edge(end, top, bottom)]
    return sides


def open_ends(vertical: Sequence[Edge], horizontal: Sequence[Edge]) -> list[Edge]:
    """Rules at the cut of a page: where three lines or more end together, or begin, beyond the last rule across."""
    ends: list[Edge] = []
    for head in (False, True):
        for alike in _ending(vertical, head):
            level = alike[0].start if head else alike[0].end
            across = [r for r in horizontal if r.start <= alike[0].at + NEAR and r.end >= alike[-1].at - NEAR]
            if any(abs(rule.at - level) <= 2 * NEAR for rule in across):
                continue
            within = [
                r for r in across if min(e.start for e in alike) - NEAR <= r.at <= max(e.end for e in alike) + NEAR
            ]
            if within:
                rule = min(within, key=lambda r: abs(r.at - level))
                ends.append(Edge(level, rule.start, rule.end))
    return ends


def _ending(lines: Sequence[Edge], head: bool) -> Iterator[list[Edge]]:
    """Lines that end, or begin, on one level, from left to right; only where there are three or more."""
    groups: dict[int, list[Edge]] = {}
    for line in lines:
        groups.setdefault(round((line.start if head else line.end) / NEAR), []).append(line)
    for level in sorted(groups):
        if len(groups[level]) > 2:
            yield sorted(groups[level], key=lambda line: line.at)


def _alike(rules: Sequence[Edge]) -> Iterator[list[Edge]]:
    """Rules that begin and end at the same places, from top to bottom; only where there are two or more."""
    left = sorted(rules, key=lambda rule: (rule.start, rule.end, rule.at))
    while left:
        _, start, end = left[0]
        same, others = list[Edge](), list[Edge]()
        for rule in left:
            (same if abs(rule.start - start) <= NEAR and abs(rule.end - end) <= NEAR else others).append(rule)
        left = others
        if len(same) > 1:
            yield sorted(same, key=lambda rule: rule.at)


def _joined(levels: Sequence[float], inner: Sequence[Edge]) -> Iterator[tuple[float, float]]:
    """Stretches of levels, each level tied to the next by a line that runs from one to the other."""
    top = None
    for upper, lower in pairwise(levels):
        tied = any(line.start <= upper + NEAR and line.end >= lower - NEAR for line in inner)
        if tied and top is None:
            top = upper
        elif not tied and top is not None:
            yield top, upper
            top = None
    if top is not None:
        yield top, levels[-1]
