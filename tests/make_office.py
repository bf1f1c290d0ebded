"""Write the office samples anew: `python -m tests.make_office samples`. Same bytes every time."""

import sys
from pathlib import Path

from tests import hwp5, office, wrapping
from tests.release import RELEASE, Line

SIZES = sorted({part.size for part in RELEASE if isinstance(part, Line)})
STEP, PAGE = 2400, 65000


def laid_out():
    """Every part with the position of its line on its page, in Hancom's units."""
    top = 0
    for part in RELEASE:
        if isinstance(part, Line) and part.page:
            top = 0
        yield part, top
        top += STEP if isinstance(part, Line) else STEP * len(part.rows)


def hwpx():
    """HWPX."""
    body = []
    for part, top in laid_out():
        if isinstance(part, Line):
            body.append(office.hp(part.text, top=top, shape=SIZES.index(part.size), pageBreak=int(part.page)))
        else:
            rows = [[c if isinstance(c, str) else (office.hp(c[0]), *c[1:]) for c in row] for row in part.rows]
            body.append(office.hp("", office.hp_table(rows), top=top))
    return office.hwpx("".join(body), **wrapping.hwpx_parts(SIZES))


def hwp():
    """HWP 5."""
    body = b""
    for part, top in laid_out():
        if isinstance(part, Line):
            body += hwp5.paragraph(part.text, top=top, breaks=part.page, shape=SIZES.index(part.size))
        else:
            body += hwp5.paragraph(hwp5.object_char("tbl "), objects=[hwp5.table(part.rows)], top=top)
    return hwp5.hwp(body, heights=[size * 100 for size in SIZES])


def docx():
    """DOCX."""
    body = []
    for part in RELEASE:
        if isinstance(part, Line):
            saved = "<w:lastRenderedPageBreak/>" if part.page else ""
            body.append(office.wp(part.text, before=saved, size=part.size, page=part.page))
        else:
            body.append(office.wp_table(part.rows))
    return office.docx("".join(body), **wrapping.docx_parts())


def pptx():
    """PPTX: a slide a page, its parts one below the other."""
    slides, top = [[]], 10
    for part in RELEASE:
        if isinstance(part, Line) and part.page:
            slides.append([])
            top = 10
        if isinstance(part, Line):
            slides[-1].append(office.box(part.text, 30, top, 660, 20, size=part.size))
            top += 24
        else:
            slides[-1].append(office.a_table(part.rows, 30, top, 660))
            top += 20 * len(part.rows) + 10
    shapes = ["".join(slide) for slide in slides]
    return office.pptx(*shapes, **wrapping.pptx_parts(len(slides)))


FILES = {
    "빈집-새숨-마을.hwpx": hwpx,
    "빈집-새숨-마을.hwp": hwp,
    "빈집-새숨-마을.docx": docx,
    "office-village-renewal.pptx": pptx,
}


def main(folder):
    """Write all four."""
    for name, write in FILES.items():
        Path(folder, name).write_bytes(write())


if __name__ == "__main__":
    main(*sys.argv[1:])
