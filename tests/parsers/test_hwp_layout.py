"""Pages of Hancom's documents, from the positions of lines and the heights of rows."""

from parsers import Source, parse
from parsers.hwp_layout import Pages, row_heights
from tests.office import hp, hwpx


def test_columns_are_not_pages():
    pages = Pages(columns=2)
    assert [pages.paragraph([top]) for top in (0, 900, 0, 900, 0)] == [1, 1, 1, 1, 2]


def test_an_asked_for_page_after_a_full_one():
    pages = Pages()
    assert [pages.paragraph([0]), pages.paragraph([0], breaks=True), pages.paragraph([500], breaks=True)] == [1, 2, 3]


def test_a_section_begins_a_page():
    pages = Pages()
    pages.section()
    pages.paragraph([0, 800])
    pages.section()
    assert pages.paragraph([900]) == 2


def test_rows_of_a_table_over_pages():
    pages = Pages(body=70_000)
    pages.paragraph([50_000])
    spots = pages.table([15_000, 15_000, 60_000, 15_000])
    assert [(spot.page, spot.top) for spot in spots] == [(1, 50_000), (2, 0), (2, 15_000), (3, 5_000)]
    assert spots[2].page_at(54_000) == spots[2].page_at(30_000) == 2 + (15_000 + 54_000) // 70_000
    assert spots[2].page_at(56_000) == 3
    # What follows on the page where the table ends opens no page; what stands higher does.
    assert pages.paragraph([20_000]) == 3
    assert pages.paragraph([0]) == 4


def test_a_table_that_fits():
    pages = Pages(body=70_000)
    pages.paragraph([50_000])
    assert pages.table([15_000]) is None


def test_heights_of_rows():
    assert row_heights([(0, 1, 500), (0, 1, 700), (1, 2, 9000), (2, 1, 400), (999_999_999, 1, 1)]) == [700, 0, 400]


def test_cells_have_the_page_of_their_row():
    place = "<hp:cellAddr colAddr='{}' rowAddr='{}'/><hp:cellSz height='30000'/>"
    cell = "<hp:tc><hp:subList>{}</hp:subList>" + place + "</hp:tc>"
    rows = "".join(
        f"<hp:tr>{''.join(cell.format(hp(f'{row}{column}', top=0), column, row) for column in (0, 1))}</hp:tr>"
        for row in range(4)
    )
    margin = "<hp:margin top='5000' bottom='5000' header='2000' footer='2000'/>"
    page = f"<hp:secPr><hp:pagePr height='84000'>{margin}</hp:pagePr></hp:secPr>"
    table = f"<hp:tbl pageBreak='CELL'><hp:pos treatAsChar='0' vertRelTo='PARA'/>{rows}</hp:tbl>"
    body = hp("앞", page, top=0) + hp("", table, top=10_000) + hp("뒤", top=60_000)
    document = parse(Source("a.hwpx", hwpx(body)))
    found = [document.place(cell.start, cell.end)[0] for cell in document.blocks[1].table.cells]
    assert found == [1, 1, 1, 1, 2, 2, 2, 2]
    assert document.pages == 2
