"""Text of pages that are pictures, recognised by tesseract: only with the extra `bodojaryo[ocr]`.

Needs the packages pytesseract and Pillow, and the program tesseract with its Korean data (`tesseract-ocr-kor` of
Debian); without any of them pages stay unread, as they are without the extra.
"""

from __future__ import annotations

import math
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
    """The words of a line after one another: as high as their line, none reaching into the next."""
    top, bottom, line, at = 0.0, 0.0, list[tuple[str, float, float]](), 0
    for i, text in enumerate(found["text"]):
        x, y, width, height = (int(found[key][i]) / SCALE for key in ("left", "top", "width", "height"))
        if int(found["level"][i]) == LINE:
            yield from _line(line, top, bottom, at)
            at += sum([len(word) + 1 for word, *_ in line])
            top, bottom, line = y, y + height, []
        elif text.strip() and float(found["conf"][i]) >= SURE:
            line.append((text.strip(), x, x + width))
    yield from _line(line, top, bottom, at)


def _line(words: list[tuple[str, float, float]], top: float, bottom: float, at: int) -> Iterator[Word]:
    end, gap = 0.0, "\n"
    for (text, left, right), (_, after, _) in zip(words, [*words[1:], ("", math.inf, 0.0)], strict=False):
        if gap != "\n":
            gap = "" if left - end < TOUCH * (bottom - top) else " "
        # Tesseract's boxes of Hangul overlap, as if two letters stood on one another.
        end = max(min(right, after), left)
        yield Word(text, left, top, end, bottom, gap, at)
        at, gap = at + len(text) + 1, " "
