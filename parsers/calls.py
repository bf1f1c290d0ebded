"""The PDFium functions that are called for every word and every stroke, taking and giving plain addresses.

pypdfium2's own bindings make a typed pointer for each result, which costs as much again as the call itself.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int


def _bound(name: str, result: type[Any], *arguments: type[Any]) -> Callable[..., int]:
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(result, *arguments)(address)


page_count = _bound("FPDFPage_CountObjects", _INT, _ADDRESS)
page_object = _bound("FPDFPage_GetObject", _ADDRESS, _ADDRESS, _INT)
form_count = _bound("FPDFFormObj_CountObjects", _INT, _ADDRESS)
form_object = _bound("FPDFFormObj_GetObject", _ADDRESS, _ADDRESS, ctypes.c_ulong)
object_kind = _bound("FPDFPageObj_GetType", _INT, _ADDRESS)
object_matrix = _bound("FPDFPageObj_GetMatrix", _INT, _ADDRESS, _ADDRESS)
object_bounds = _bound("FPDFPageObj_GetBounds", _INT, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
path_length = _bound("FPDFPath_CountSegments", _INT, _ADDRESS)
path_segment = _bound("FPDFPath_GetPathSegment", _ADDRESS, _ADDRESS, _INT)
segment_kind = _bound("FPDFPathSegment_GetType", _INT, _ADDRESS)
segment_point = _bound("FPDFPathSegment_GetPoint", _INT, _ADDRESS, _ADDRESS, _ADDRESS)
segment_close = _bound("FPDFPathSegment_GetClose", _INT, _ADDRESS)
is_generated = _bound("FPDFText_IsGenerated", _INT, _ADDRESS, _INT)
loose_box = _bound("FPDFText_GetLooseCharBox", _INT, _ADDRESS, _INT, _ADDRESS)


class Floats:
    """Room for numbers that PDFium writes: the addresses to hand in, and what stands there."""

    def __init__(self, count: int) -> None:
        self.values = array("f", [0.0] * count)
        start, _ = self.values.buffer_info()
        self.at = tuple(start + self.values.itemsize * i for i in range(count))


def address(handle: Any) -> int:  # noqa: ANN401 - one of pypdfium2's typed pointers
    """The plain address in a pointer."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
