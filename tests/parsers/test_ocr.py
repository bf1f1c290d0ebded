"""Pages that are pictures, with tesseract where it is there."""

import io
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from parsers import Source, parse
from parsers.ocr import available

NANUM = Path("/usr/share/fonts/truetype/nanum/NanumGothic.ttf")  # fonts-nanum of Debian


def photographed(data):
    """The first page of a PDF as a picture in another PDF."""
    picture = pypdfium2.PdfDocument(data)[0].render(scale=3).to_pil()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
    canvas.save()
    return out.getvalue()


@pytest.mark.skipif(not available(), reason="needs pytesseract and tesseract with Korean data")
def test_recognised_words_have_a_place_and_a_notice():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica", 16)
    canvas.drawString(60, 700, "Budget 2026: 3,000 million won")
    canvas.save()
    document = parse(Source("a.pdf", photographed(out.getvalue())))
    assert "3,000" in document.text
    assert [notice.code for notice in document.notices] == ["no_text_layer"]
    assert "recognised" in document.notices[0].message
    page, box = document.place(document.text.index("3,000"), document.text.index("3,000") + 5)
    assert page == 1
    assert 120 < box.top < 150


@pytest.mark.skipif(not available(), reason="needs pytesseract and tesseract with Korean data")
@pytest.mark.skipif(not NANUM.exists(), reason="needs a Korean font to draw with")
def test_korean_pictures_give_their_lines_in_order():
    lines = [
        "기후도시 조성사업 대상지 3곳 선정",
        "사업비는 국비 160억원이며 지방비를 더한다",
        "접수는 2026년 3월 5일까지 한다",
    ]
    out = io.BytesIO()
    pdfmetrics.registerFont(TTFont("Nanum", NANUM))
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.setFont("Nanum", 14)
    for i, line in enumerate(lines):
        canvas.drawString(60, 760 - 40 * i, line)
    canvas.save()
    text = parse(Source("a.pdf", photographed(out.getvalue()))).text
    assert [line.replace(" ", "") for line in text.split("\n") if line.strip()] == [x.replace(" ", "") for x in lines]
