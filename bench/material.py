"""What the costs are measured on: documents that the bench makes itself, the samples, and real ones where there are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from parsers import Source
from tests.make_pdf import SANS, Pages, Ruled, Text
from tests.pdf_samples import alley_slides, forest_camp, island_energy

ROOT = Path(__file__).parent.parent

BODY = (
    "□ 해양수산부(장관 홍길동)는 2026년부터 「섬마을 에너지자립 사업」을 시작한다고 6월 24일(수) 밝혔다. 공모에는 "
    "31곳이 신청하여 12곳이 선정되었으며, 경쟁률은 2.6 대 1이었다.",
    "○ 한 곳에 3년간 총사업비 30억 원이 들어가고, 이 가운데 국비는 50%인 15억 원이다. 7월 중 협약을 맺고 9월부터 "
    "실시설계를 시작하여 2028년 12월까지 준공할 계획이다.",
    "○ 선정된 곳은 완도군, 신안군, 진도군, 여수시, 고흥군, 통영시, 남해군, 사천시, 보령시, 태안군, 군산시, 옹진군이다.",
)


def corpus(*patterns: str) -> Iterator[Source]:
    """Real documents below the folder that BODOJARYO_CORPUS names, if it does."""
    folder = os.environ.get("BODOJARYO_CORPUS")
    for pattern in patterns if folder else ():
        for path in sorted(Path(str(folder)).glob(pattern)):
            yield Source(path.name, path.read_bytes())


def samples(*patterns: str) -> Iterator[Source]:
    """Samples of some kinds."""
    for path in sorted(path for pattern in patterns for path in (ROOT / "samples").glob(pattern)):
        yield Source(path.name, path.read_bytes())


def long_pdf(parts: int) -> bytes:
    """A release of so many parts, each about a page: paragraphs and a table."""
    pages = Pages(header="해양수산부")
    rows: list[list[str | None]] = [["시·도", "시·군", "총사업비(백만원)", "준공"]]
    rows += [["전라남도", "완도군", "3,000", "’28.12월"] for _ in range(8)]
    for part in range(parts):
        pages.add([Text(f"붙임 {part + 1}  대상지 현황", 13, font=SANS), *(Text(body) for body in BODY)])
        pages.add([Ruled(rows, [100, 110, 150, 115]), *(Text(body) for body in BODY)])
        pages.turn()
    return pages.bytes()


def long_text(parts: int) -> bytes:
    """The same as plain text."""
    return "\n\n".join("\n".join(BODY) for _ in range(parts)).encode()


def long_html(parts: int) -> bytes:
    """The same as a page."""
    body = "".join(f"<p>{words}</p>" for _ in range(parts) for words in BODY)
    row = "<tr><td>완도군</td><td>3,000</td><td>’28.12월</td></tr>"
    table = f"<table><tr><th>시·군</th><th>총사업비(백만원)</th><th>준공</th></tr>{row * 4 * parts}</table>"
    return f"<html><head><title>섬마을</title></head><body><article>{body}{table}</article></body></html>".encode()


def releases() -> list[Source]:
    """PDF releases."""
    made = [island_energy(), forest_camp(), long_pdf(4)]
    return [*(Source(f"made-{i}.pdf", data) for i, data in enumerate(made)), *corpus("corpus/office/*.pdf")]


def decks() -> list[Source]:
    """Slides as PDF."""
    real = corpus("corpus/authored/moe-chip-univ-result.pdf", "corpus/authored/molit-hydrogen-city-briefing.pdf")
    return [Source("made.pdf", alley_slides()), *real]


def articles() -> list[Source]:
    """HTML pages."""
    return [*samples("*.html"), *corpus("corpus/authored/*.html", "corpus/office/*.html")]


def texts() -> list[Source]:
    """Plain text and Markdown."""
    return [*samples("*.txt", "*.md"), *corpus("corpus/authored/*.txt", "seeds/*.txt")]
