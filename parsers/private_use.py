"""Private-use characters that stand for visible signs in Korean office documents.

Two ranges matter: U+F020-U+F0FF, into which word processors put the characters of symbol fonts (Wingdings above all,
which Hancom's bullets use), and U+F0000 upwards, Hancom's own signs. Only signs whose look is known are listed; old
Hangul in the Hanyang range is left to the caller.
"""

from __future__ import annotations


def _run(start: int, signs: str) -> dict[int, str]:
    return {start + at: sign for at, sign in enumerate(signs) if sign != " "}


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FILLED = "❶❷❸❹❺❻❼❽❾❿⓫⓬⓭⓮⓯⓰⓱⓲⓳⓴"

_WINGDINGS = {
    **_run(0xF045, "☜☞☝☟"),
    **_run(0xF06C, "●❍■□□❑❒⬧⧫◆❖⬥"),
    **_run(0xF080, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_run(0xF09E, "·•·○○○◉◎ ▪□ ✦★✶✴✹"),
    # Of the font Symbol, whose other signs Wingdings has, too.
    0xF0B7: "•",
    **_run(0xF0D8, "➢"),
    **_run(0xF0DF, "←→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⇔⇕"),
    **_run(0xF0FB, "✗✓☒☑"),
}
_HANCOM = {
    0xF003B: "↓",
    0xF00DA: "▸",
    0xF012B: "(인)",
    # Numbers in circles, in squares and in filled squares.
    **_run(0xF0288, "⓪①②③④⑤⑥⑦⑧⑨"),
    **_run(0xF02B1, _CIRCLED),
    **_run(0xF02CE, _FILLED),
    0xF02EC: "◇",
    0xF02EE: "▪",
    0xF02EF: "·",
    0xF02FB: "▸",
    0xF02FC: "►",
    0xF031C: "■",
    0xF03C5: "□",
    0xF03DA: "□",
    0xF03FF: "□",
    0xF0827: "■",
    0xF0854: "《",
    0xF0855: "》",
}

# Code point to what is shown, in the shape of `str.translate`.
SHOWN: dict[int, str] = {**_WINGDINGS, **_HANCOM}


def shown(text: str) -> str:
    """The text with known private-use signs as what they show."""
    return text.translate(SHOWN)
