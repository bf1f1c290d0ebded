"""PPTX: slides as pages, boxes in the order in which they are read."""

from parsers import Source, parse
from tests.office import box, pptx


def read(*slides, **members):
    return parse(Source("a.pptx", pptx(*slides, **members)))


def test_boxes_in_columns_with_their_places():
    document = read(
        box("오른쪽", 400, 100) + box("제목", 50, 10, 600) + box("왼쪽 아래", 50, 200) + box("왼쪽", 50, 100)
    )
    assert document.text.split("\n") == ["제목", "왼쪽", "왼쪽 아래", "오른쪽"]
    assert document.place(0, 2) == (1, (50, 10, 650, 30))
    assert document.pages == 1


def test_labels_are_read_with_what_they_say():
    rows = "".join(
        box(label, 50, y, 80) + box(text, 150, y, 400)
        for label, text, y in (("대상", "시·군", 100), ("규모", "5곳", 150))
    )
    assert read(rows).text.split("\n") == ["대상", "시·군", "규모", "5곳"]


def test_groups_move_and_scale_their_boxes():
    group = (
        '<p:grpSp><p:grpSpPr><a:xfrm><a:off x="1270000" y="0"/><a:ext cx="1270000" cy="1270000"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="2540000" cy="2540000"/></a:xfrm></p:grpSpPr>'
        f"{box('안', 100, 100, 40, 20)}</p:grpSp>"
    )
    document = read(group)
    assert document.place(0, 1)[1] == (150, 50, 170, 60)


def test_table_with_merged_cells():
    def cell(text, attributes=""):
        return f"<a:tc {attributes}><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"

    rows = (
        f'<a:tr h="127000">{cell("구분", "rowSpan=!2!")}{cell("예산", "gridSpan=!2!")}{cell("", "hMerge=!1!")}</a:tr>'
        f'<a:tr h="127000">{cell("", "vMerge=!1!")}{cell("국비")}{cell("지방비")}</a:tr>'
    ).replace("!", '"')
    grid = '<a:tblGrid><a:gridCol w="127000"/><a:gridCol w="127000"/><a:gridCol w="254000"/></a:tblGrid>'
    frame = (
        '<p:graphicFrame><p:xfrm><a:off x="0" y="0"/><a:ext cx="508000" cy="254000"/></p:xfrm>'
        f"<a:graphic><a:graphicData><a:tbl>{grid}{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    document = read(frame)
    table = document.blocks[0].table
    assert document.text == "구분\t예산\n국비\t지방비"
    last = table.at(1, 2)
    assert document.place(last.start, last.end)[1] == (20, 10, 40, 20)


def test_furniture_is_left_out():
    number = '<p:ph type="sldNum" idx="12"/>'
    slides = [
        box(f"본문 {page}", 50, 200)
        + box("사업설명회 자료", 50, 490)
        + box(str(page), 600, 490)
        + box("끝", 1, 1, markup=number)
        for page in (1, 2, 3)
    ]
    assert read(*[box("제목", 50, 0) + slide for slide in slides]).text == "본문 1\n본문 2\n본문 3"


def test_order_of_the_presentation():
    listing = '<p xmlns:r="r"><sldIdLst><sldId id="9" r:id="b"/><sldId id="8" r:id="a"/></sldIdLst></p>'
    rels = (
        '<Relationships><Relationship Id="a" Type="x/slide" Target="slides/slide1.xml"/>'
        '<Relationship Id="b" Type="x/slide" Target="/ppt/slides/slide2.xml"/></Relationships>'
    )
    parts = {"ppt/presentation.xml": listing, "ppt/_rels/presentation.xml.rels": rels}
    assert read(box("둘째", 0, 0), box("첫째", 0, 0), **parts).text == "첫째\n둘째"


def test_hand_broken_lines_of_one_box():
    assert read(box("2.10.(월)~\n2.28.(금) 16시\n□ 대상", 0, 0)).text == "2.10.(월)~ 2.28.(금) 16시\n□ 대상"
