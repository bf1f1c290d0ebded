import pytest

from parsers import ParseError, Source, parse
from parsers.errors import EmptyInput, UnknownFormat

RELEASE = """---
title: "새싹마을 조성사업 공모 결과"
ministry: "국토교통부"
approve_date: "06/24/2024 09:50:01"
---

# 새싹마을 조성사업 공모 결과

- 부처: 국토교통부
- 배포일: 06/24/2024 09:50:01

> - 두 곳을 골랐다

## 본문

□ 국토교통부는 **두 곳**을 골랐다.
 ○ 가람시는 [물길](https://example.org/a)을 고친다.
 * 자세한 것은 누리집에서

| 구분 | 금액 |
|------|-----:|
| 가람시 | 3 |

## 출처

- 모은 곳
"""


def read(text, name="a.md"):
    return parse(Source(name, text.encode()))


def test_a_collected_release_keeps_its_body_and_leaves_the_collectors_fields():
    document = read(RELEASE)
    assert document.text == (
        "새싹마을 조성사업 공모 결과\n- 두 곳을 골랐다\n□ 국토교통부는 두 곳을 골랐다.\n○ 가람시는 물길을 고친다.\n"
        "* 자세한 것은 누리집에서\n\n구분\t금액\n가람시\t3"
    )
    assert [block.kind for block in document.blocks] == ["title", "heading", "item", "item", "note", "table"]
    assert document.meta.issuer == "국토교통부"


def test_the_first_row_of_a_pipe_table_is_its_header():
    table = read("| 가 | 나 |\n|---|---|\n| 1 | 2 |\n").blocks[0].table
    assert table is not None
    assert [cell.header for cell in table.cells] == [True, True, False, False]


def test_lines_with_tabs_are_rows():
    document = read("구분\t금액\n가람시\t3억 원\n끝", "a.txt")
    assert [block.kind for block in document.blocks] == ["table", "paragraph"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp949", "utf-16", "utf-16-le"])
def test_every_usual_encoding_reads_the_same(encoding):
    data = "보도자료 2024년 6월 24일, 똠방각하 사업 공모 결과를 알립니다.\n".encode(encoding)
    assert parse(Source("a.txt", data)).text == "보도자료 2024년 6월 24일, 똠방각하 사업 공모 결과를 알립니다."


def test_toml_front_matter():
    meta = read('+++\ntitle = "제목"\ndate = 2024-06-24\n+++\n\n본문\n').meta
    assert (meta.title, meta.published) == ("제목", "2024-06-24")


def test_broken_yaml_is_read_line_by_line():
    assert read("---\ntitle: 공모: 결과: [발표\n---\n본문\n").meta.title == "공모: 결과: [발표"


@pytest.mark.parametrize(
    ("data", "error"),
    [(b"", EmptyInput), (b" \n\t", EmptyInput), (bytes(range(256)) * 40, UnknownFormat)],
)
def test_what_is_no_text_is_refused(data, error):
    with pytest.raises(error):
        parse(Source("a.txt", data))
    assert issubclass(error, ParseError)


DRAWN = """┌────┬────┐
│구분│금액│
├────┼────┤
│가람│3억 │
│시  │원  │
└────┴────┘"""


def test_a_drawn_table_is_a_table():
    assert read("앞이다.\n" + DRAWN + "\n뒤다.", "a.txt").text == "앞이다.\n\n구분\t금액\n가람 시\t3억 원\n\n뒤다."
    page = parse(Source("a.html", f"<html><body><p>앞이다.</p><pre>{DRAWN}</pre><p>뒤다.</p></body></html>".encode()))
    assert page.blocks[1].table is not None


def test_steps_over_their_days_are_a_table():
    steps = "[STEP 1]     [STEP 2]      [STEP 3]\n공고  →  신청 접수  →  선발\n8. 4.(월)    8. 18. ~ 9. 5.   10월 중"
    for head in ("# 새싹농장 모집\n\n```\n", "새싹농장 모집\n\n"):
        (table,) = [block.table for block in parse(Source("a.md", (head + steps).encode())).blocks if block.table]
        assert (table.rows, table.columns) == (3, 3)


def test_words_set_apart_without_days_stay_lines():
    document = parse(Source("a.txt", "담당  김가람  044\n문의  박나루  045\n끝  없음  없음".encode()))
    assert not any(block.table for block in document.blocks)


def test_notes_for_the_speaker_and_rules_are_left_out():
    deck = "# 새싹농장\n\n첫 장\n\n<!-- 메모: 예산\n300억은 말하지 않음 -->\n\n---\n\n둘째 장"
    assert parse(Source("a.md", deck.encode())).text == "새싹농장\n첫 장\n둘째 장"


def test_notes_that_a_converter_of_slides_writes_are_left_out():
    slides = ("# 새싹농장\n첫 장\n\n### Notes:\n메모: 300억은 말하지 않음\n", "둘째 장")
    deck = "\n".join(f"<!-- Slide number: {number} -->\n{slide}" for number, slide in enumerate(slides, 1))
    text = parse(Source("a.md", deck.encode())).text
    assert "300억" not in text
    assert "둘째 장" in text


def test_a_delimiter_may_be_one_dash_between_colons():
    document = parse(Source("a.md", "# 제목\n\n| 등급 | 수 |\n| :-: | -: |\n| 가 | 4곳 |\n".encode()))
    assert any(block.table for block in document.blocks)


def test_what_a_converter_keeps_of_speakers_is_no_text():
    deck = "<!-- Slide number: 1 -->\n# 제목\n\n### Notes:\n말로만 할 것\n\n"
    deck += "<!-- Slide number: 2 -->\n# 다음\n\n:::card\n가나\n:::\n"
    text = parse(Source("a.md", deck.encode())).text
    assert "말로만" not in text and "Notes" not in text and ":::" not in text and "다음" in text
