"""Releases in PDF: what a reader sees, from files made for the test and from real ones."""

import re
import unicodedata

import pypdfium2
import pytest

from parsers import Source, parse
from tests.conftest import SAMPLES
from tests.make_pdf import SANS, Pages, Ruled, Text, canvas

LONG = "□ 바다와 섬을 잇는 뱃길을 넓히고 낡은 선착장을 고쳐 주민과 손님이 함께 쓰도록 하겠다는 계획을 밝혔다."


def read(data, name="a.pdf"):
    return parse(Source(name, data))


def blocks(document):
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def rows(document, number=0):
    table = [block.table for block in document.blocks if block.table][number]
    places = [[table.at(row, column) for column in range(table.columns)] for row in range(table.rows)]
    return [[document.text[cell.start : cell.end] if cell else None for cell in row] for row in places]


def made(*items, **options):
    pages = Pages(**options)
    pages.add(items)
    return pages.bytes()


def test_wrapped_lines_are_one_paragraph():
    document = read(made(Text(LONG), Text("○ 사업은 내년에 시작한다.", indent=8)))
    assert blocks(document) == [("item", LONG), ("item", "○ 사업은 내년에 시작한다.")]


def test_title_and_annex_heading():
    document = read(
        made(Text("섬과 섬을 잇는 뱃길을 넓힌다", 20, font=SANS), Text(LONG), Text("붙임 1  사업 대상지", 13))
    )
    assert [kind for kind, _ in blocks(document)] == ["title", "item", "heading"]


def test_running_header_and_page_numbers_are_left_out():
    pages = Pages(header="해양의 내일을 여는 부서")
    for _ in range(3):
        pages.add([Text(LONG)] * 3)
        pages.turn()
    text = read(pages.bytes()).text
    assert "내일을 여는" not in text
    assert not re.search(r"- \d -", text)


def test_merged_cells_cover_their_places():
    table = Ruled(
        [["구분", "1차", "2차"], ["접수", "3월", None], [None, "4월", "5월"]],
        [90, 90, 90],
        {(1, 0): (2, 1), (1, 1): (1, 2)},
    )
    assert rows(read(made(table))) == [["구분", "1차", "2차"], ["접수", "3월", "3월"], ["접수", "4월", "5월"]]


def test_table_over_two_pages_is_one_with_one_header():
    names = [["지역", "마을"], *([f"{i}구", f"{i}번 마을"] for i in range(50))]
    document = read(made(Ruled(names, [100, 200])))
    assert document.pages == 2
    assert rows(document) == names
    assert document.place(*span(document, "49번 마을"))[0] == 2


def span(document, words):
    start = document.text.index(words)
    return start, start + len(words)


def test_sides_that_are_not_drawn_are_closed():
    document = read(made(Ruled([["읍면", "마을", "가구"], ["1", "2", "3"]], [90, 90, 90], open_sides=True)))
    assert rows(document) == [["읍면", "마을", "가구"], ["1", "2", "3"]]


def test_box_around_a_paragraph_is_no_table():
    document = read(made(Ruled([["붙임"]], [400], header=0), Text(LONG)))
    assert [kind for kind, _ in blocks(document)] == ["heading", "item"]


def test_page_on_its_side_is_read_as_it_is_shown():
    sheet, out = canvas((595, 842))
    sheet.setPageRotation(90)
    sheet.rotate(90)
    sheet.translate(0, -595)
    sheet.setFont(SANS, 12)
    for i, words in enumerate(["□ 옆으로 누운 쪽의 첫 줄이다.", "□ 그 아래에 둘째 줄이 있다."]):
        sheet.drawString(60, 500 - 40 * i, words)
    for column in range(2):
        for row in range(2):
            sheet.rect(60 + 200 * column, 300 - 30 * row, 200, 30)
            sheet.drawString(80 + 200 * column, 310 - 30 * row, f"{column}열 {row}행")
    sheet.save()
    document = read(out.getvalue())
    assert [words for _, words in blocks(document)[:2]] == [
        "□ 옆으로 누운 쪽의 첫 줄이다.",
        "□ 그 아래에 둘째 줄이 있다.",
    ]
    assert rows(document) == [["0열 0행", "1열 0행"], ["0열 1행", "1열 1행"]]
    assert document.places[0].box.top < document.places[1].box.top < 200


def squeezed(text):
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def outside_their_boxes(data, document, most=3):
    """Quotes of the first pages that have words which PDFium does not find within their box."""
    pdf = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage() for page in pdf]
    wrong = []
    for place in [place for place in document.places if place.page <= most]:
        height = pdf[place.page - 1].get_height()
        x0, top, x1, bottom = place.box
        found = texts[place.page - 1].get_text_bounded(x0 - 0.5, height - bottom - 0.5, x1 + 0.5, height - top + 0.5)
        quote, found = document.text[place.start : place.end], squeezed(found.replace("ㆍ", "·"))
        if squeezed(quote) not in found and any(squeezed(word) not in found for word in quote.split()):
            wrong.append((place.page, quote))
    return wrong


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.pdf")), ids=lambda path: path.name)
def test_boxes_hold_their_words(path):
    data = path.read_bytes()
    assert outside_their_boxes(data, read(data)) == []


def test_boxes_hold_their_words_in_real_files(corpus):
    for path in sorted((corpus / "corpus").glob("*/*.pdf")):
        data = path.read_bytes()
        document = read(data)
        assert len(outside_their_boxes(data, document)) <= 0.002 * len(document.places)


def test_reading_twice_gives_the_same(corpus):
    for path in sorted((corpus / "corpus/authored").glob("*.pdf")):
        assert read(path.read_bytes()) == read(path.read_bytes())


def test_frames_side_by_side_are_kept_whole():
    sheet, out = canvas((595, 842))
    sheet.setFont(SANS, 11)
    for i, (first, second) in enumerate(
        [("사업 홈페이지에서", "참여를 신청한다"), ("요건을 살펴본 뒤에", "참여를 승인한다")]
    ):
        sheet.rect(60 + 250 * i, 600, 110, 50)
        sheet.drawString(66 + 250 * i, 632, first)
        sheet.drawString(66 + 250 * i, 612, second)
    sheet.save()
    found = " ".join(words for _, words in blocks(read(out.getvalue())))
    assert found == "사업 홈페이지에서 참여를 신청한다 요건을 살펴본 뒤에 참여를 승인한다"


def test_cut_off_file_says_so():
    data = made(Text(LONG))
    end = data.rindex(b"startxref")
    assert [notice.code for notice in read(data[:end]).notices] == ["truncated"]
