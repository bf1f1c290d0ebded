"""Pages that are pictures, with tesseract where it is there."""

import io

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from parsers import Source, parse
from parsers.ocr import available


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
