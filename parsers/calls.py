"""The PDFium functions that are called for every word and every stroke, bound so that a call costs little.

pypdfium2's own bindings make a typed pointer of each result and a C object of each argument, which costs more than the
call itself. Here no argument has a declared type: a number goes as a C int, a `Handle` or a place of `Floats` as the
address that it is. The calls are so short that the interpreter is not let go meanwhile.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium


class Handle(ctypes.c_void_p):
    """The address of something of PDFium's."""

    __slots__ = ()


def _bound(name: str, result: type[Any] | None, *arguments: type[Any]) -> Callable[..., Any]:
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def _number(name: str) -> Callable[..., int]:
    return _bound(name, ctypes.c_int)


def _written(name: str) -> Callable[..., None]:
    return _bound(name, None)


page_count = _number("FPDFPage_CountObjects")
page_object: Callable[[Handle, int], Handle] = _bound("FPDFPage_GetObject", Handle)
form_count = _number("FPDFFormObj_CountObjects")
form_object: Callable[[Handle, int], Handle] = _bound("FPDFFormObj_GetObject", Handle, Handle, ctypes.c_ulong)
object_kind = _number("FPDFPageObj_GetType")
object_matrix = _written("FPDFPageObj_GetMatrix")
object_bounds = _written("FPDFPageObj_GetBounds")
path_length = _number("FPDFPath_CountSegments")
path_segment: Callable[[Handle, int], Handle] = _bound("FPDFPath_GetPathSegment", Handle)
segment_kind = _number("FPDFPathSegment_GetType")
segment_point = _written("FPDFPathSegment_GetPoint")
is_generated = _number("FPDFText_IsGenerated")
loose_box = _written("FPDFText_GetLooseCharBox")


class Floats:
    """Room for numbers that PDFium writes: the places to hand in, and what stands there."""

    def __init__(self, count: int) -> None:
        self.values = array("f", [0.0] * count)
        shared = (ctypes.c_float * count).from_buffer(self.values)
        self.at = tuple(ctypes.byref(shared, self.values.itemsize * i) for i in range(count))


def handle(pointer: Any) -> Handle:  # noqa: ANN401 - one of pypdfium2's typed pointers
    """The same address as a `Handle`."""
    return ctypes.cast(pointer, Handle)
