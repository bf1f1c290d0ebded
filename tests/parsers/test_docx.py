"""DOCX: what Word shows, in the order in which it is read."""

import pytest

from parsers import Source, parse
from parsers.errors import Damaged
from tests.office import W, docx, wp, zipped


def read(body, **members):
    return parse(Source("a.docx", docx(body, **members)))


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{wp(text)}</w:tc>"


def test_merged_cells_are_read_once():
    start, wide, below = "<w:vMerge w:val='restart'/>", "<w:gridSpan w:val='2'/>", "<w:vMerge/>"
    control = f"<w:sdt><w:sdtContent>{cell('지방비')}</w:sdtContent></w:sdt>"
    rows = (
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('구분', start)}{cell('예산', wide)}</w:tr>"
        f"<w:tr>{cell('', below)}{cell('국비')}{control}</w:tr>"
    )
    document = read(f"<w:tbl>{rows}</w:tbl>")
    table = document.blocks[0].table
    assert document.text == "구분\t예산\n국비\t지방비"
    assert table.at(1, 0) is table.at(0, 0)
    assert table.at(0, 2) is table.at(0, 1)
    assert [cell.header for cell in table.cells] == [True, True, False, False]


def test_text_boxes_are_read_once():
    box = f"<w:txbxContent>{wp('글상자')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert read(wp("본문", f"<w:r>{both}</w:r>")).text == "본문\n글상자"


def test_changes_controls_and_hidden_text():
    inside = (
        "<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>"
        "<w:sdt><w:sdtContent><w:r><w:t>억원</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>숨김</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    )
    assert read(wp("국비 ", inside)).text == "국비 12억원"


def test_headings_lists_and_notes():
    styles = (
        f'<w:styles {W}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="X"><w:basedOn w:val="X"/><w:name w:val="Own"/></w:style></w:styles>'
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7"><w:lvl><w:numFmt w:val="ganada"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{wp("각주")}</w:footnote></w:footnotes>'
    kinds = "".join(
        f'<Relationship Id="{kind}" Type="x/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "numbering", "footnotes")
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    document = read(
        wp("추진 배경", properties='<w:pStyle w:val="H1"/>')
        + wp("첫째", properties=listed)
        + wp("둘째", '<w:r><w:footnoteReference w:id="2"/></w:r>', listed),
        **{
            "word/_rels/document.xml.rels": f"<Relationships>{kinds}</Relationships>",
            "word/styles.xml": styles,
            "word/numbering.xml": numbering,
            "word/footnotes.xml": notes,
        },
    )
    assert document.text == "추진 배경\n가. 첫째\n나. 둘째\n각주"
    assert [block.kind for block in document.blocks] == ["heading", "item", "item", "note"]


def test_pages_where_word_saved_them():
    broken = "<w:r><w:lastRenderedPageBreak/><w:t>둘</w:t></w:r>"
    document = read(wp("하나") + wp("", broken) + wp("셋"))
    assert document.pages == 2
    assert document.place(document.blocks[2].start, document.blocks[2].end)[0] == 2


def test_backslashes_in_member_names():
    data = zipped({"word\\document.xml": f"<w:document {W}><w:body>{wp('본문')}</w:body></w:document>"})
    assert parse(Source("a.docx", data)).text == "본문"


def test_a_document_without_body():
    with pytest.raises(Damaged, match="no body"):
        parse(Source("a.docx", zipped({"word/document.xml": f"<w:document {W}/>"})))
