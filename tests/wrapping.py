"""The parts around the text that Hancom, Word and PowerPoint ask for, as short as they can be."""

from tests.office import HP, PA

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument"


def types(**parts):
    """`[Content_Types].xml` of these parts and their types."""
    rows = "".join(f'<Override PartName="/{name}" ContentType="{MAIN}.{kind}+xml"/>' for name, kind in parts.items())
    standard = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{standard}'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def relations(*rows):
    """A relationship file of (id, kind, target)."""
    inner = "".join(f'<Relationship Id="{one}" Type="{OFFICE}/{kind}" Target="{to}"/>' for one, kind, to in rows)
    return f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def hwpx_parts(sizes):
    """Lists and letter shapes of an HWPX package of one section."""
    shapes = "".join(f'<hh:charPr id="{at}" height="{size * 100}"/>' for at, size in enumerate(sizes))
    container = "urn:oasis:names:tc:opendocument:xmlns:container"
    return {
        "META-INF/container.xml": f'{XML}<ocf:container xmlns:ocf="{container}"><ocf:rootfiles>'
        '<ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/>'
        "</ocf:rootfiles></ocf:container>",
        "Contents/content.hpf": f'{XML}<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:manifest>'
        '<opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>'
        '<opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/></opf:manifest>'
        '<opf:spine><opf:itemref idref="header"/><opf:itemref idref="section0"/></opf:spine></opf:package>',
        "Contents/header.xml": f'{XML}<hh:head {HP} xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head" secCnt="1">'
        f"<hh:refList><hh:charProperties>{shapes}</hh:charProperties></hh:refList></hh:head>",
    }


def docx_parts():
    """Types and relationships of a DOCX package."""
    return {
        "[Content_Types].xml": types(**{"word/document.xml": "wordprocessingml.document.main"}),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
    }


def pptx_parts(count):
    """Types, relationships, master, layout and theme of a PPTX package of `count` slides."""
    slides = [f"ppt/slides/slide{number}.xml" for number in range(1, count + 1)]
    kinds = {"ppt/presentation.xml": "presentationml.presentation.main", "ppt/theme/theme1.xml": "theme"}
    kinds |= {"ppt/slideMasters/slideMaster1.xml": "presentationml.slideMaster"}
    kinds |= {"ppt/slideLayouts/slideLayout1.xml": "presentationml.slideLayout"}
    kinds |= dict.fromkeys(slides, "presentationml.slide")
    ids = "".join(f'<p:sldId id="{255 + at}" r:id="s{at}"/>' for at in range(1, count + 1))
    tree = "<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id='1' name=''/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>"
    tree += "</p:spTree></p:cSld>"
    colours = "".join(f' {at}="{to}"' for at, to in zip(_SLOTS, _COLOURS, strict=True))
    rel = f'xmlns:r="{OFFICE}"'
    return {
        "[Content_Types].xml": types(**kinds),
        "_rels/.rels": relations(("rId1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f'{XML}<p:presentation {PA} {rel}><p:sldMasterIdLst><p:sldMasterId id="2147483648" '
        f'r:id="m1"/></p:sldMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": relations(
            ("m1", "slideMaster", "slideMasters/slideMaster1.xml"),
            *((f"s{at}", "slide", f"slides/slide{at}.xml") for at in range(1, count + 1)),
        ),
        "ppt/slideMasters/slideMaster1.xml": f"{XML}<p:sldMaster {PA} {rel}>{tree}<p:clrMap{colours}/>"
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="l1"/></p:sldLayoutIdLst></p:sldMaster>',
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            ("l1", "slideLayout", "../slideLayouts/slideLayout1.xml"), ("t1", "theme", "../theme/theme1.xml")
        ),
        "ppt/slideLayouts/slideLayout1.xml": f"{XML}<p:sldLayout {PA} {rel}>{tree}</p:sldLayout>",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": relations(
            ("m1", "slideMaster", "../slideMasters/slideMaster1.xml")
        ),
        "ppt/theme/theme1.xml": _theme(),
        **{
            f"ppt/slides/_rels/slide{at}.xml.rels": relations(("l1", "slideLayout", "../slideLayouts/slideLayout1.xml"))
            for at in range(1, count + 1)
        },
    }


_SLOTS = ("bg1", "tx1", "bg2", "tx2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink")
_COLOURS = ("lt1", "dk1", "lt2", "dk2", *_SLOTS[4:])


def _theme():
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in zip(
            ("dk1", "lt1", "dk2", "lt2", *_SLOTS[4:]), ("000000", "FFFFFF", *["1B4F72"] * 10), strict=True
        )
    )
    face = '<a:latin typeface="맑은 고딕"/><a:ea typeface="맑은 고딕"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    looks = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        f'{XML}<a:theme {PA.partition(" ")[2]} name="plain"><a:themeElements><a:clrScheme name="plain">{colours}'
        f'</a:clrScheme><a:fontScheme name="plain"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="plain">{looks}</a:fmtScheme></a:themeElements></a:theme>'
    )
