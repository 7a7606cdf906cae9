"""The lines that are drawn on a page of a PDF, across it and down it, such as those between the cells of a table."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_MOST_OBJECTS: Final = 20_000  # on a page; a drawing has more, and no table
_MOST_RULES: Final = 6_000
_DEEPEST: Final = 4  # forms within forms
_THIN: Final = 2.5  # points: what is filled and no wider is a line
_STRAIGHT: Final = 0.8  # points
_SHORTEST: Final = 4.0  # points

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Point: TypeAlias = tuple[float, float]
_SAME: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A line: across the page at height `at` from `start` to `end`, or down the page at `at` from the left."""

    across: bool
    at: float
    start: float
    end: float


def rules(page: pdfium.PdfPage) -> list[Rule]:
    """The straight lines of a page, where it is not a drawing; a box that is filled and not drawn around has none."""
    found: list[Rule] = []
    segments = 0
    for path, matrix in _paths(page):
        segments += 1 + max(0, raw.FPDFPath_CountSegments(path))
        if segments > _MOST_OBJECTS or len(found) > _MOST_RULES:
            return []
        found += _of_path(path, matrix)
    return found


def _paths(page: pdfium.PdfPage) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, Matrix]]:
    """The paths of a page, those in its forms too, each with what turns its points into places on the page."""
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        yield from _inside(raw.FPDFPage_GetObject(page.raw, number), _SAME, 0)


def _inside(thing: raw.FPDF_PAGEOBJECT, around: Matrix, depth: int) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, Matrix]]:
    kind = raw.FPDFPageObj_GetType(thing)
    if kind == raw.FPDF_PAGEOBJ_PATH:
        yield thing, _product(_matrix(thing), around)
    elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        within = _product(_matrix(thing), around)
        for number in range(raw.FPDFFormObj_CountObjects(thing)):
            yield from _inside(raw.FPDFFormObj_GetObject(thing, number), within, depth + 1)


def _matrix(thing: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _of_path(path: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return
    for points in _strokes(path, matrix):
        yield from _of_points(points, drawn=bool(stroke.value))


def _strokes(path: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[list[Point]]:
    """The points of each stroke of a path; a stroke with a curve is left out."""
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    points: list[Point] = []
    curved = False
    for number in range(min(raw.FPDFPath_CountSegments(path), _MOST_OBJECTS)):
        segment = raw.FPDFPath_GetPathSegment(path, number)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if not curved:
        yield points


def _of_points(points: Sequence[Point], *, drawn: bool) -> Iterator[Rule]:
    """The lines of a stroke; a filled box that is thin is one line, as which word processors draw them."""
    if len(points) < 2:
        return
    ends = list(pairwise(points))
    if not drawn:
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        if min(right - left, high - low) > _THIN:
            return
        x, y = (left + right) / 2, (low + high) / 2
        ends = [((x, low), (x, high))] if high - low > right - left else [((left, y), (right, y))]
    for (x, y), (to_x, to_y) in ends:
        if abs(y - to_y) <= _STRAIGHT and abs(x - to_x) >= _SHORTEST:
            yield Rule(True, (y + to_y) / 2, min(x, to_x), max(x, to_x))
        elif abs(x - to_x) <= _STRAIGHT and abs(y - to_y) >= _SHORTEST:
            yield Rule(False, (x + to_x) / 2, min(y, to_y), max(y, to_y))
