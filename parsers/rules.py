"""Straight strokes drawn on a PDF page: what tables and boxes are ruled with.

As pdfplumber does, every straight side counts: of a stroked line, of a rectangle however thin (Chromium draws borders
as filled rectangles), and of a path along the axes.
"""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as pdfium

from parsers.document import Box
from parsers.pdfium import Frame, Page

MAX_OBJECTS = 100_000  # of one page; more is a drawing
MAX_SEGMENTS = 400  # of one path: more is a drawing, not a rule
MAX_EDGES = 20_000  # of one page
MAX_DEPTH = 5  # of forms within forms
STRAIGHT = 0.01  # points by which a stroke may lean: single precision noise

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Handle = ctypes.c_void_p
Count = Callable[[Handle], int]
Get = Callable[[Handle, int], Handle]


class Edge(NamedTuple):
    """A stroke along one axis: at `at` on the other axis, from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The strokes of a page, and the areas that are filled or framed by one path (cards, bars, circles)."""

    vertical: list[Edge] = field(default_factory=list)
    horizontal: list[Edge] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)

    def add(self, points: Sequence[Point], curved: bool) -> None:
        """Take one subpath, in points from the top left."""
        if curved:
            self._shape(points)
            # The straight sides of a rounded box are no table rules, but pdfplumber counts them.
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            if abs(x0 - x1) < STRAIGHT:
                self.vertical.append(Edge(x0, min(y0, y1), max(y0, y1)))
            elif abs(y0 - y1) < STRAIGHT:
                self.horizontal.append(Edge(y0, min(x0, x1), max(x0, x1)))
        if not curved and len(points) > 2:
            self._shape(points)

    def _shape(self, points: Sequence[Point]) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.shapes.append(Box(min(xs), min(ys), max(xs), max(ys)))


def read_rules(page: Page) -> Rules:
    """The strokes and shapes of a page."""
    walk = _Walk(page.frame)
    walk.objects(pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, page.raw, None, 0)
    return walk.rules


class _Walk:
    """A walk over a page's objects, into its forms."""

    def __init__(self, frame: Frame) -> None:
        self.rules = Rules()
        self._frame = frame
        self._left = MAX_OBJECTS
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_float(), ctypes.c_float()

    def objects(self, count: Count, get: Get, parent: Handle, outer: Matrix | None, depth: int) -> None:
        """Visit a page's or a form's objects; `outer` places a form on its page."""
        for i in range(count(parent)):
            self._left -= 1
            if self._left < 0 or len(self.rules.vertical) + len(self.rules.horizontal) > MAX_EDGES:
                return
            thing = get(parent, i)
            kind = pdfium.FPDFPageObj_GetType(thing)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(thing, outer)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                inner = self._placed(thing, outer)
                self.objects(pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, thing, inner, depth + 1)

    def _placed(self, thing: Handle, outer: Matrix | None) -> Matrix:
        m = self._matrix
        pdfium.FPDFPageObj_GetMatrix(thing, m)
        a, b, c, d, e, f = m.a, m.b, m.c, m.d, m.e, m.f
        if outer is None:
            return a, b, c, d, e, f
        A, B, C, D, E, F = outer  # noqa: N806 - the usual names of a matrix
        return a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F

    def _path(self, path: Handle, outer: Matrix | None) -> None:
        count = pdfium.FPDFPath_CountSegments(path)
        if not 2 <= count <= MAX_SEGMENTS:
            return
        matrix = self._placed(path, outer)
        for points, curved in self._subpaths(path, count, matrix):
            if len(points) > 1:
                self.rules.add(points, curved)

    def _subpaths(self, path: Handle, count: int, matrix: Matrix) -> Iterable[tuple[list[Point], bool]]:
        a, b, c, d, e, f = matrix
        x, y, points, curved = self._x, self._y, list[Point](), False
        for j in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, j)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            point = self._frame.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                yield points, curved
                points, curved = [point], False
            else:
                points.append(point)
                curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
            if pdfium.FPDFPathSegment_GetClose(segment) and points[-1] != points[0]:
                points.append(points[0])
        yield points, curved
