import pytest

from parsers import Source, parse
from parsers.errors import Damaged


def test_noise_behind_a_pdf_head_is_damaged():
    with pytest.raises(Damaged):
        parse(Source("a.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20))


def test_every_real_pdf_becomes_text(corpus):
    for path in sorted((corpus / "corpus/office").glob("*.pdf")):
        document = parse(Source(path.name, path.read_bytes()))
        assert document.text and document.places
