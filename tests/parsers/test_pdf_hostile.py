"""Broken, locked, empty and hostile PDF files end in a clear error or a document."""

import io
import zlib

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from parsers import Source, parse
from parsers.errors import Damaged, Encrypted, ParseError, TooLarge
from tests.make_pdf import Pages, Text


def read(data):
    return parse(Source("a.pdf", data))


def drawn(draw, pages=1, **options):
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, **options)
    for _ in range(pages):
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_noise_behind_a_pdf_head_is_damaged():
    with pytest.raises(Damaged):
        read(b"%PDF-1.7\n" + bytes(range(256)) * 20)


def test_password():
    with pytest.raises(Encrypted, match="password"):
        read(drawn(lambda canvas: canvas.drawString(50, 50, "secret"), encrypt="open sesame"))


def test_more_pages_than_a_release_has():
    with pytest.raises(TooLarge, match="2001 pages"):
        read(drawn(lambda canvas: None, pages=2001))


def test_picture_without_text():
    picture = ImageReader(Image.new("RGB", (40, 40), "white"))
    document = read(drawn(lambda canvas: canvas.drawImage(picture, 0, 0, 500, 700), pages=2))
    assert [(notice.code, notice.message[:6]) for notice in document.notices] == [
        ("no_text_layer", "page 1"),
        ("no_text_layer", "page 2"),
    ]


def test_empty_pages_are_an_empty_document():
    document = read(drawn(lambda canvas: None))
    assert (document.text, document.pages, document.notices) == ("", 1, ())


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_cut_off(share):
    pages = Pages()
    pages.add([Text("□ 내년에 시작한다.")] * 60)
    data = pages.bytes()
    try:
        document = read(data[: int(len(data) * share)])
    except ParseError:
        return
    assert document.pages


def page_of(content):
    """A page with this content stream, by hand."""
    packed = zlib.compress(content)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"xref\n0 5\n0000000000 65535 f \n%strailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + tail % (table, len(out))


def test_a_hundred_thousand_strokes():
    strokes = b"".join(b"%d %d m %d %d l S\n" % (i % 500, i % 800, i % 500 + 30, i % 800) for i in range(100_000))
    assert read(page_of(strokes)).pages == 1


def test_a_net_of_lines():
    net = b"".join(b"0 %d m 595 %d l S\n%d 0 m %d 842 l S\n" % (4 * i, 4 * i, 4 * i, 4 * i) for i in range(200))
    assert read(page_of(net)).pages == 1


def test_one_path_of_many_points():
    assert read(page_of(b"0 0 m\n" + b"10 10 l 20 5 l\n" * 100_000 + b"S")).pages == 1


def test_numbers_beyond_reason():
    assert read(page_of(b"1e30 0 0 1e30 0 0 cm 0 0 m 1e30 0 l S 0 0 1e38 1e38 re f")).pages == 1


def test_every_real_pdf_becomes_text(corpus):
    for path in sorted((corpus / "corpus/office").glob("*.pdf")):
        document = read(path.read_bytes())
        assert document.text and document.places
