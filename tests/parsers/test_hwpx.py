"""HWPX: what Hancom shows, in the order in which it is read."""

import pytest

from parsers import Source, parse
from parsers.errors import Damaged, Encrypted
from tests.office import hp, hp_table, hwpx


def read(*sections, **members):
    return parse(Source("a.hwpx", hwpx(*sections, **members)))


def test_sections_in_the_order_of_the_list():
    listing = (
        '<p><m><item id="b" href="Contents/section0.xml"/><item id="a" href="section1.xml"/></m>'
        '<s><itemref idref="a"/><itemref idref="b"/></s></p>'
    )
    document = read(hp("둘째"), hp("첫째"), **{"Contents/content.hpf": listing})
    assert document.text == "첫째\n둘째"
    assert document.format == "hwpx"


def test_table_spans_and_a_table_inside():
    inner = hp("", hp_table([["가", "나"], ["다", "라"]]))
    document = read(hp("", hp_table([[(hp("구분"), 2, 1), (hp("지원") + hp("규모"), 1, 2)], ["국비", (inner, 1, 1)]])))
    outer, nested = document.blocks
    assert document.text == "구분\t지원 규모\n국비\t\n\n가\t나\n다\t라"
    assert (outer.table.rows, outer.table.columns) == (2, 3)
    assert outer.table.at(1, 0) is outer.table.at(0, 0)
    assert nested.table.columns == 2


def test_a_frame_is_no_table():
    document = read(hp("", hp_table([[(hp("□ 개요") + hp("ㅇ 대상: 시·군"), 1, 1)]])))
    assert [(block.kind, block.depth) for block in document.blocks] == [("item", 0), ("item", 1)]


def test_text_boxes_notes_and_what_is_left_out():
    inside = (
        "<hp:ctrl><hp:header><hp:subList><hp:p><hp:run><hp:t>머리말</hp:t></hp:run></hp:p></hp:subList></hp:header></hp:ctrl>"
        f"<hp:ctrl><hp:footNote><hp:subList>{hp('각주')}</hp:subList></hp:footNote></hp:ctrl>"
        f"<hp:ctrl><hp:hiddenComment><hp:subList>{hp('숨은 설명')}</hp:subList></hp:hiddenComment></hp:ctrl>"
        f"<hp:rect><hp:drawText><hp:subList>{hp('글상자')}</hp:subList></hp:drawText><hp:shapeComment>사각형입니다.</hp:shapeComment></hp:rect>"
    )
    document = read(hp("본문", inside))
    assert document.text == "본문\n각주\n글상자"
    assert [block.kind for block in document.blocks] == ["paragraph", "note", "paragraph"]


def test_tracked_changes_as_accepted():
    changed = "<hp:t>국비 <hp:deleteBegin/>10<hp:deleteEnd/><hp:insertBegin/>12<hp:insertEnd/>억원</hp:t>"
    assert read(hp("", changed)).text == "국비 12억원"


def test_pages_follow_the_saved_lines():
    document = read(hp("하나", top=0) + hp("둘", top=1600) + hp("셋", top=0))
    assert document.pages == 2
    assert [document.place(block.start, block.end)[0] for block in document.blocks] == [1, 1, 2]
    assert read(hp("하나", top=0) + hp("둘", top=0)).pages is None


@pytest.mark.parametrize("name", ["contents/SECTION0.XML", "Contents\\section0.xml", "./Contents/section0.xml"])
def test_sloppy_member_names(name):
    document = read(**{name: f'<sec xmlns:hp="p">{hp("본문")}</sec>', "mimetype": ""})
    assert document.text == "본문"


def test_a_package_without_its_directory():
    data = hwpx(hp("본문") * 50)
    whole = parse(Source("a.hwpx", data[: data.find(b"PK\x01\x02")]))
    assert whole.text.split("\n") == ["본문"] * 50
    assert [notice.code for notice in whole.notices] == ["truncated"]


def test_a_package_cut_off():
    data = hwpx("".join(hp(f"본문 {at * at * at}") for at in range(2000)))
    cut = parse(Source("a.hwpx", data[: len(data) // 2]))
    assert cut.text.startswith("본문 0\n본문 1\n")
    assert {notice.code for notice in cut.notices} == {"truncated", "unreadable_part"}


def test_broken_markup_is_read_as_far_as_it_goes():
    document = read(**{"Contents/section0.xml": f'<sec xmlns:hp="p">{hp("본문")}<hp:p>&#1;'})
    assert document.text == "본문"
    assert [notice.code for notice in document.notices] == ["unreadable_part"]


def test_errors_say_what_is_wrong():
    with pytest.raises(Encrypted):
        read(hp("가"), **{"META-INF/manifest.xml": "<m><encryption-data/></m>"})
    with pytest.raises(Damaged, match="no section"):
        read(**{"Contents/content.hpf": "<p/>"})
