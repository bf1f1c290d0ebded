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


def hp(text, inside="", top=None, shape=0, **attributes):
    """A paragraph of HWPX; `inside` is markup of objects after its text, `top` its line's position."""
    words = f"<hp:t>{escape(text)}</hp:t>" if text else ""
    line = "" if top is None else f'<hp:linesegarray><hp:lineseg vertpos="{top}"/></hp:linesegarray>'
    extra = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<hp:p{extra}><hp:run charPrIDRef="{shape}">{words}{inside}</hp:run>{line}</hp:p>'


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


GROUP = "<p:nvGrpSpPr><p:cNvPr id='1' name=''/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"


def wp(text, inside="", properties="", before="", size=0, page=False):
    """A paragraph of DOCX; `inside` is markup of runs after its text, `before` stands in its run."""
    look = f'<w:rPr><w:sz w:val="{size * 2}"/></w:rPr>' if size else ""
    words = f'<w:r>{look}{before}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    broken = "<w:pageBreakBefore/>" if page else ""
    return f"<w:p><w:pPr>{properties}{broken}</w:pPr>{words}{inside}</w:p>"


def wp_table(rows):
    """A table of DOCX from rows of texts, or of (text, row span, column span)."""
    open_cells, lines = {}, []
    for cells in rows:
        line, waiting, column = [], list(cells), 0
        while waiting or open_cells.get(column):
            if open_cells.get(column):
                down, across = open_cells[column]
                open_cells[column] = (down - 1, across) if down > 1 else None
                line.append(_wp_cell("", across, "<w:vMerge/>"))
                column += across
                continue
            cell = waiting.pop(0)
            text, down, across = cell if isinstance(cell, tuple) else (cell, 1, 1)
            line.append(_wp_cell(text, across, '<w:vMerge w:val="restart"/>' if down > 1 else ""))
            open_cells[column] = (down - 1, across) if down > 1 else None
            column += across
        lines.append(f"<w:tr>{''.join(line)}</w:tr>")
    width = max(sum(cell[2] if isinstance(cell, tuple) else 1 for cell in cells) for cells in rows)
    grid = '<w:gridCol w:w="2400"/>' * width
    look = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _wp_cell(text, across, merge):
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{wp(text)}</w:tc>"


def docx(body, **members):
    """A DOCX package of this body's markup."""
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>", **members})


def box(text, x, y, width=100, height=20, markup="", size=18):
    """A text box of PPTX at a place in points."""
    look = f'<a:rPr sz="{size * 100}"/>'
    lines = "".join(f"<a:p><a:r>{look}<a:t>{escape(line)}</a:t></a:r></a:p>" for line in text.split("\n"))
    place = f'<a:off x="{x * 12700}" y="{y * 12700}"/><a:ext cx="{width * 12700}" cy="{height * 12700}"/>'
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr id='2' name='b'/><p:cNvSpPr/><p:nvPr>{markup}</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
        f"{place}</a:xfrm><a:prstGeom prst='rect'/></p:spPr><p:txBody><a:bodyPr/>{lines}</p:txBody></p:sp>"
    )


def pptx(*slides, **members):
    """A PPTX package of these slides' shape markup."""
    parts = {
        f"ppt/slides/slide{number}.xml": f"<p:sld {PA}><p:cSld><p:spTree>{GROUP}{tree}</p:spTree></p:cSld></p:sld>"
        for number, tree in enumerate(slides, 1)
    }
    return zipped({**parts, **members})


def a_table(rows, x, y, width, height=20):
    """A table of PPTX at a place in points, from rows of texts or of (text, row span, column span)."""
    grid = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            text, down, across = cell if isinstance(cell, tuple) else (cell, 1, 1)
            while (row, column) in grid:
                column += 1
            for at_row, at_column in ((r, c) for r in range(down) for c in range(across)):
                merged = f"{' vMerge=!1!' if at_row else ''}{' hMerge=!1!' if at_column else ''}"
                spans = f"{f' rowSpan=!{down}!' if down > 1 else ''}{f' gridSpan=!{across}!' if across > 1 else ''}"
                first = not at_row and not at_column
                grid[row + at_row, column + at_column] = (text if first else "", (spans if first else merged))
    columns = max(column for _, column in grid) + 1
    lines = "".join(
        f'<a:tr h="{height * 12700}">{"".join(_a_cell(*grid[row, column]) for column in range(columns))}</a:tr>'
        for row in range(len(rows))
    )
    wide = f'<a:gridCol w="{width * 12700 // columns}"/>' * columns
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="t"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{x * 12700}" y="{y * 12700}"/><a:ext cx="{width * 12700}" '
        f'cy="{height * len(rows) * 12700}"/></p:xfrm><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/>'
        f"<a:tblGrid>{wide}</a:tblGrid>{lines}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _a_cell(text, attributes):
    words = f"<a:r><a:t>{escape(text)}</a:t></a:r>" if text else ""
    body = f"<a:txBody><a:bodyPr/><a:p>{words}</a:p></a:txBody><a:tcPr/>"
    return f"<a:tc{attributes.replace('!', chr(34))}>{body}</a:tc>"
