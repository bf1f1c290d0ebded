"""Small office documents built in memory, for tests that need one wrong or odd thing at a time."""

import io
import zipfile
from xml.sax.saxutils import escape

HP = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    """The bytes of a ZIP of these members, the same every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            # ZipInfo takes a backslash for a folder only on Windows: set the name as it shall stand.
            info.filename = name
            info.compress_type = compression
            archive.writestr(info, data)
    return out.getvalue()


def hp(text, inside="", top=None, **attributes):
    """A paragraph of HWPX; `inside` is markup of objects after its text, `top` its line's position."""
    words = f"<hp:t>{escape(text)}</hp:t>" if text else ""
    line = "" if top is None else f'<hp:linesegarray><hp:lineseg vertpos="{top}"/></hp:linesegarray>'
    extra = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<hp:p{extra}><hp:run>{words}{inside}</hp:run>{line}</hp:p>"


def hp_table(rows):
    """A table of HWPX from rows of texts, or of (markup, row span, column span)."""
    lines, columns = [], {}
    for row, cells in enumerate(rows):
        line, column = [], 0
        for cell in cells:
            markup, down, across = cell if isinstance(cell, tuple) else (hp(cell), 1, 1)
            while columns.get((row, column)):
                column += 1
            columns |= {(row + y, column + x): True for y in range(down) for x in range(across)}
            line.append(
                f"<hp:tc><hp:subList>{markup}</hp:subList>"
                f'<hp:cellAddr colAddr="{column}" rowAddr="{row}"/><hp:cellSpan colSpan="{across}" rowSpan="{down}"/>'
                "</hp:tc>"
            )
        lines.append(f"<hp:tr>{''.join(line)}</hp:tr>")
    return f"<hp:tbl>{''.join(lines)}</hp:tbl>"


def hwpx(*sections, **members):
    """An HWPX package of these sections' markup; `members` replace or add parts by name."""
    parts = {"mimetype": "application/hwp+zip"}
    for number, markup in enumerate(sections):
        parts[f"Contents/section{number}.xml"] = f"<hs:sec {HP}>{markup}</hs:sec>"
    return zipped({**parts, **members})


W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="v" xmlns:wps="wps"'
)
PA = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)


def wp(text, inside="", properties=""):
    """A paragraph of DOCX; `inside` is markup of runs after its text."""
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}{inside}</w:p>"


def docx(body, **members):
    """A DOCX package of this body's markup."""
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **members})


def box(text, x, y, width=100, height=20, markup=""):
    """A text box of PPTX at a place in points."""
    lines = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
    place = f'<a:off x="{x * 12700}" y="{y * 12700}"/><a:ext cx="{width * 12700}" cy="{height * 12700}"/>'
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr/><p:nvPr>{markup}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>{place}</a:xfrm></p:spPr>"
        f"<p:txBody>{lines}</p:txBody></p:sp>"
    )


def pptx(*slides, **members):
    """A PPTX package of these slides' shape markup."""
    parts = {
        f"ppt/slides/slide{number}.xml": f"<p:sld {PA}><p:cSld><p:spTree>{tree}</p:spTree></p:cSld></p:sld>"
        for number, tree in enumerate(slides, 1)
    }
    return zipped({**parts, **members})
