"""Pages of a PDF as pictures. Runs in a worker process of its own: a page may be hostile, and PDFium has no threads.

The worker never imports `parsers.pdfium`, which hides the machine's fonts from PDFium so that boxes are the same
everywhere: a picture for people needs the fonts that the file does not hold.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import pypdfium2
from PIL.Image import Image

from extract.review.spots import Cite, Spot, search, spots
from parsers.archives import expand
from parsers.document import Box, Source
from parsers.errors import ParseError

WIDTH = 1240  # pixels: an A4 page at 150 a inch
MAX_PIXELS = 4_000_000
MAX_SHEETS = 300  # pictures of one release; a page further on is shown as text
_QUALITY, _EFFORT = 75, 2
_A4 = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw: the pages of the original with this hash, all or those in `wanted`, as files in a folder."""

    original: Path
    sha256: str
    folder: Path
    wanted: frozenset[int] | None = None
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in points, the name of its picture if one was made, and where its cited words stand."""

    number: int
    width: float
    height: float
    picture: str | None = None
    spots: tuple[Spot, ...] = ()


def picture_name(sha256: str, number: int) -> str:
    """The file of a page's picture."""
    return f"{sha256[:16]}-{number}.webp"


def draw(order: Order) -> list[Sheet] | None:
    """The sheets of the original; None where it is not a PDF with that hash any more. Pictures that are there stay."""
    with _opened(order) as pdf:
        if pdf is None:
            return None
        return [_sheet(pdf, number, order) for number in range(1, len(pdf) + 1) if number <= MAX_SHEETS]


def locate(order: Order) -> dict[int, tuple[int, Box]]:
    """Page and box of the order's cited places, by number, of which the words stand in the original."""
    with _opened(order) as pdf:
        return search(pdf or (), order.cites)


@contextmanager
def _opened(order: Order) -> Iterator[pypdfium2.PdfDocument | None]:
    data = _find(order)
    if data is None or data[:1024].find(b"%PDF-") < 0:
        yield None
        return
    pdf = pypdfium2.PdfDocument(data)
    try:
        yield pdf
    finally:
        pdf.close()


def _find(order: Order) -> bytes | None:
    try:
        source = Source(order.original.name, order.original.read_bytes())
        if source.sha256 == order.sha256:
            return source.data
        return next((member.data for member in expand(source) if member.sha256 == order.sha256), None)
    except (OSError, ParseError):
        return None


def _sheet(pdf: pypdfium2.PdfDocument, number: int, order: Order) -> Sheet:
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:  # this page is broken; the others are not
        return Sheet(number, *_A4)
    try:
        width, height = page.get_size()
        found = spots(page, [cite for cite in order.cites if cite.page == number])
        wanted = order.wanted is None or number in order.wanted
        return Sheet(number, width, height, _picture(page, number, order) if wanted else None, found)
    finally:
        page.close()


def _picture(page: pypdfium2.PdfPage, number: int, order: Order) -> str:
    name = picture_name(order.sha256, number)
    target = order.folder / name
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{os.getpid()}.part")
        _drawn(page).save(temporary, "WEBP", quality=_QUALITY, method=_EFFORT)
        temporary.replace(target)
    return name


def _drawn(page: pypdfium2.PdfPage) -> Image:
    width, height = page.get_size()
    scale = min(WIDTH / width, sqrt(MAX_PIXELS / (width * height)))
    picture: Image = page.render(scale=scale).to_pil()
    return picture.convert("RGB")
