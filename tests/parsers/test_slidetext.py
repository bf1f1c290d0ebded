from parsers import Source, parse

DECK = """2024년하반기새싹마을선정결과

2024.12.23.(월)

국토교통부마을과

Ⅰ. 공모 개요
거점형

강소형

지원 한도

최대 국비 250억

지원 한도

최대 국비 150억

선정 결과

1곳

선정 결과

5곳

1
\fⅡ.평가경과

공모공고

’24.7.1.

➡

신청접수

9.2.~9.6.

➡

2
\fⅢ.선정지(3곳)

(단위 : 억 원)

시·도

시·군·구

총사업비

국비

가람도

가람시

320

150

나루도

나루군

298

150

3
"""


def test_a_deck_is_put_together_again():
    document = parse(Source("a.txt", DECK.encode()))
    assert document.format == "slides"
    assert document.pages == 3
    assert document.text == (
        "2024년하반기새싹마을선정결과\n2024.12.23.(월)\n국토교통부마을과\nⅠ. 공모 개요\n\n"
        "\t거점형\t강소형\n지원 한도\t최대 국비 250억\t최대 국비 150억\n선정 결과\t1곳\t5곳\n\n"
        "Ⅱ.평가경과\n\n공모공고\t’24.7.1.\n신청접수\t9.2.~9.6.\n\nⅢ.선정지(3곳)\n(단위 : 억 원)\n\n"
        "시·도\t시·군·구\t총사업비\t국비\n가람도\t가람시\t320\t150\n나루도\t나루군\t298\t150"
    )
    assert document.place(0, 5)[0] == 1
    assert document.place(len(document.text) - 3, len(document.text))[0] == 3


def test_a_release_is_no_deck():
    text = "□ 가람시는 두 곳을 골랐다.\n\n○ 물길을 고친다.\n\n" * 20
    assert parse(Source("a.txt", text.encode())).format == "text"


def test_a_markdown_deck_keeps_its_tables_and_headings():
    cards = "\n\n".join(f"{n}호 마을\n\n{n}곳 지정\n\n국비 {n}0억 원" for n in range(1, 12))
    table = "| 도시 | 국비 |\n| --- | --- |\n| 가온군 | 45 |"
    deck = f"# 새마루 조성사업\n\n2026. 3. 18.(수)\n\n---\n\n## 현황\n\n{table}\n\n{cards}\n"
    document = parse(Source("a.md", deck.encode()))
    assert document.format == "slides"
    assert [block.kind for block in document.blocks][:4] == ["title", "paragraph", "heading", "table"]
    assert "#" not in document.text
    assert "**" not in document.text
