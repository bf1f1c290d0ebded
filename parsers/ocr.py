"""Text of pages that are pictures, recognised by tesseract: only with the extra `bodojaryo[ocr]`.

Needs the packages pytesseract and Pillow, and the program tesseract with its Korean data (`tesseract-ocr-kor` of
Debian); without any of them pages stay unread, as they are without the extra.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from parsers.words import Word

if TYPE_CHECKING:
    from PIL.Image import Image

SCALE = 3.0  # pixels to a point: 216 dots an inch
SURE = 30.0  # per cent of confidence below which a word is left out
LONGEST = 60  # seconds for one page
PAGES = 50  # of one document


@cache
def available() -> bool:
    """Whether everything is there to recognise Korean."""
    if find_spec("pytesseract") is None or find_spec("PIL") is None:
        return False
    import pytesseract

    try:
        return "kor" in pytesseract.get_languages()
    except (pytesseract.TesseractError, OSError):
        return False


def recognise(picture: Image) -> list[Word]:
    """The words in the picture of a page, drawn at `SCALE`; none where tesseract fails or takes too long."""
    import pytesseract

    try:
        found = pytesseract.image_to_data(
            picture, lang="kor+eng", output_type=pytesseract.Output.DICT, timeout=LONGEST, config="--psm 3"
        )
    except (pytesseract.TesseractError, RuntimeError, OSError):
        return []
    return list(_words(found))


def _words(found: dict[str, list[str]]) -> Iterator[Word]:
    at, line = 0, None
    for i, text in enumerate(found["text"]):
        if not text.strip() or float(found["conf"][i]) < SURE:
            continue
        x, y, width, height = (int(found[key][i]) / SCALE for key in ("left", "top", "width", "height"))
        place = tuple(found[key][i] for key in ("block_num", "par_num", "line_num"))
        yield Word(text.strip(), x, y, x + width, y + height, " " if place == line else "\n", at)
        at, line = at + len(text.strip()) + 1, place
