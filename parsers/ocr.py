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
ONE_COLUMN = "--psm 4"  # lines of any size below each other; in the default mode half of a Korean page is lost
TOUCH = 0.4  # heights of a line: words that stand closer are one, since Hangul comes letter by letter
LINE = 4  # level of a line among what tesseract finds


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
            picture, lang="kor", output_type=pytesseract.Output.DICT, timeout=LONGEST, config=ONE_COLUMN
        )
    except (pytesseract.TesseractError, RuntimeError, OSError):
        return []
    return list(_words(found))


def _words(found: dict[str, list[str]]) -> Iterator[Word]:
    """The words with the height of their line, so that what stands on a line stays on it."""
    at, top, bottom, right, gap = 0, 0.0, 0.0, 0.0, "\n"
    for i, text in enumerate(found["text"]):
        x, y, width, height = (int(found[key][i]) / SCALE for key in ("left", "top", "width", "height"))
        if int(found["level"][i]) == LINE:
            top, bottom, gap = y, y + height, "\n"
        if not text.strip() or float(found["conf"][i]) < SURE:
            continue
        if gap != "\n":
            gap = "" if x - right < TOUCH * (bottom - top) else " "
        yield Word(text.strip(), x, top, x + width, bottom, gap, at)
        at, right, gap = at + len(text.strip()) + 1, x + width, " "
