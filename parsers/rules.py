"""Straight strokes drawn on a PDF page: what tables and boxes are ruled with.

As pdfplumber does, every straight side counts: of a stroked line, of a rectangle however thin (Chromium draws borders
as filled rectangles), and of a path along the axes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers.calls import (
    Floats,
    Handle,
    form_count,
    form_object,
    object_bounds,
    object_kind,
    object_matrix,
    page_count,
    page_object,
    path_length,
    path_segment,
    segment_kind,
    segment_point,
)
from parsers.document import Box
from parsers.pdfium import Page
from parsers.words import Frame

MAX_OBJECTS = 100_000  # of one page; more is a drawing
MAX_SEGMENTS = 400  # of one path: more is a drawing, not a rule
ROUNDED = 30  # segments; a path of more is a rounded box or a drawing
MAX_EDGES = 20_000  # of one page
MAX_DEPTH = 5  # of forms within forms
NARROW = {2: 4.0, 5: 1.5}  # points by which a line, and a filled rectangle, may be broad to be taken for a stroke
SLIM = 1.3  # times as long as it is broad, and a narrow path is a stroke along its longer side
DOT = 1.0  # points; a shorter stroke is a dot of a dotted rule
DOTS_APART = 3.0
STRAIGHT = 0.01  # points by which a stroke may lean: single precision noise

PATH, FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
MOVE, CURVE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_BEZIERTO

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Count = Callable[[Handle], int]
Get = Callable[[Handle, int], Handle]


class Edge(NamedTuple):
    """A stroke along one axis: at `at` on the other axis, from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The strokes of a page, and the areas that are filled or framed by one path (cards, bars, circles).

    Dots that follow one another are one dotted stroke, kept apart from the drawn ones.
    """

    vertical: list[Edge] = field(default_factory=list)
    horizontal: list[Edge] = field(default_factory=list)
    dotted_vertical: list[Edge] = field(default_factory=list)
    dotted_horizontal: list[Edge] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)

    def add(self, points: Sequence[Point], curved: bool) -> None:
        """Take one subpath, in points from the top left.

        The straight sides of a rounded box are no table rules, but pdfplumber counts them.
        """
        for (x0, y0), (x1, y1) in pairwise(points):
            if -STRAIGHT < x0 - x1 < STRAIGHT:
                self.vertical.append(Edge(x0, y0, y1) if y0 < y1 else Edge(x0, y1, y0))
            elif -STRAIGHT < y0 - y1 < STRAIGHT:
                self.horizontal.append(Edge(y0, x0, x1) if x0 < x1 else Edge(y0, x1, x0))
        if curved or len(points) > 2:
            xs, ys = zip(*points, strict=True)
            self.shapes.append(Box(min(xs), min(ys), max(xs), max(ys)))


def read_rules(page: Page, *, strict: bool = False) -> Rules:
    """The strokes and shapes of a page.

    Paths of many points are taken as shapes by their bounds; where `strict`, their straight sides count, as they do for
    pdfplumber.
    """
    walk = _Walk(MAX_SEGMENTS if strict else ROUNDED, page.frame)
    walk.objects(page_count, page_object, page.handle, page.frame.matrix, 0)
    return walk.rules


class _Walk:
    """A walk over a page's objects, into its forms."""

    def __init__(self, most: int, frame: Frame) -> None:
        self.rules = Rules()
        self._most = most
        self._left = MAX_OBJECTS
        self._two, self._four, self._six = Floats(2), Floats(4), Floats(6)
        self._frame, self._corner = frame, (frame.left, frame.top)

    def objects(self, count: Count, get: Get, parent: Handle, outer: Matrix, depth: int) -> None:
        """Visit a page's or a form's objects; `outer` places a form on its page."""
        edges = self.rules.vertical, self.rules.horizontal
        for thing in map(get, repeat(parent), range(count(parent))):
            self._left -= 1
            kind = object_kind(thing)
            if kind == PATH:
                if self._left < 0 or len(edges[0]) + len(edges[1]) > MAX_EDGES:
                    return
                self._path(thing, outer, depth)
            elif kind == FORM and depth < MAX_DEPTH:
                inner = self._placed(thing, outer)
                self.objects(form_count, form_object, thing, inner, depth + 1)

    def _placed(self, thing: Handle, outer: Matrix) -> Matrix:
        object_matrix(thing, self._six.at[0])
        a, b, c, d, e, f = self._six.values
        A, B, C, D, E, F = outer  # noqa: N806 - the usual names of a matrix
        return a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F

    def _path(self, path: Handle, outer: Matrix, depth: int) -> None:
        count = path_length(path)
        if depth == 0 and count in NARROW and self._stroke(path, NARROW[count]):
            return
        if depth == 0 and self._most < count <= MAX_SEGMENTS:
            self.rules.shapes.append(Box(*self._bounds(path)))
        elif 2 <= count <= MAX_SEGMENTS:
            self._subpaths(path, count, self._placed(path, outer))

    def _stroke(self, path: Handle, narrow: float) -> bool:
        """Take a line, or a filled rectangle, by its bounds, if they are so narrow that it is a stroke along an axis.

        Most rules are such paths, and dotted ones are hundreds; bounds cost a third of what the points do. They are
        wider than the stroke by half its breadth on every side.
        """
        x0, y0, x1, y1 = self._bounds(path)
        wide, high, rules = x1 - x0, y1 - y0, self.rules
        if wide > SLIM * high and high < narrow:
            _keep((y0 + y1) / 2, x0 + high / 2, x1 - high / 2, rules.horizontal, rules.dotted_horizontal)
        elif high > SLIM * wide and wide < narrow:
            _keep((x0 + x1) / 2, y0 + wide / 2, y1 - wide / 2, rules.vertical, rules.dotted_vertical)
        else:
            return False
        return True

    def _bounds(self, path: Handle) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a path that stands on the page itself."""
        object_bounds(path, *self._four.at)
        left, bottom, right, top = self._four.values
        if self._frame.turn:
            return self._frame.box(left, bottom, right, top)
        x, y = self._corner
        return left - x, y - top, right - x, y - bottom

    def _subpaths(self, path: Handle, count: int, matrix: Matrix) -> None:
        """Take the subpaths of a path; PDFium ends one that is closed where it began."""
        a, b, c, d, e, f = matrix
        place, at_x, at_y = self._two.values, *self._two.at
        points, curved = list[Point](), False
        for j in range(count):
            segment = path_segment(path, j)
            kind = segment_kind(segment)
            if kind == MOVE:
                self.rules.add(points, curved)
                points, curved = [], False
            elif kind == CURVE:
                curved = True
            segment_point(segment, at_x, at_y)
            x, y = place
            points.append((a * x + c * y + e, b * x + d * y + f))
        self.rules.add(points, curved)


def _keep(at: float, start: float, end: float, drawn: list[Edge], dotted: list[Edge]) -> None:
    """Keep a stroke; a dot behind a dot makes that longer."""
    if end - start >= DOT:
        drawn.append(Edge(at, start, end))
        return
    last = dotted[-1] if dotted else None
    if last and abs(last.at - at) < STRAIGHT and -DOT < start - last.end < DOTS_APART:
        dotted[-1] = Edge(last.at, last.start, end)
    else:
        dotted.append(Edge(at, start, end))
