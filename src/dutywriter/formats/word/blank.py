"""A blank A4 document: our styles, page numbers in the footer, Chinese as its language."""

from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from dutywriter.formats.word.sheet import STYLES
from dutywriter.formats.word.xml import node, text_node

A4_TEXT = 9184  # twips between our margins on A4
NARROWEST = 2000
KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
}
SETTINGS = f"""
<w:settings {nsdecls("w")}>
<w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/>
<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="zh-CN" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>
</w:settings>"""
FONTS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts {nsdecls("w")}>
<w:font w:name="宋体"><w:altName w:val="SimSun"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font>
</w:fonts>"""


def blank() -> Any:
    """An empty document."""
    document: Any = Document()
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, relation in relations.items() if relation.reltype not in KEPT]:
            del relations[key]
    _replace(document.styles.element, STYLES)
    _replace(document.settings.element, SETTINGS)
    document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)._blob = FONTS.encode()  # noqa: SLF001 - a part without a setter
    _lay_out(document.sections[0])
    return document


def text_width(section: Any) -> int:
    """Twips between the margins of a section (w:sectPr), or the width of one of its columns."""
    size, margins, columns = (section.find(qn(f"w:{name}")) for name in ("pgSz", "pgMar", "cols"))
    if size is None or margins is None:
        return A4_TEXT
    whole = int(size.get(qn("w:w"))) - int(margins.get(qn("w:left"), 0)) - int(margins.get(qn("w:right"), 0))
    number = int(columns.get(qn("w:num"), 1)) if columns is not None else 1
    return max(whole // number, NARROWEST)


def _replace(element: Any, xml: str) -> None:
    element[:] = list(parse_xml(xml))


def _lay_out(section: Any) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.4)
    section.top_margin = section.bottom_margin = Cm(2.4)
    section.header_distance = section.footer_distance = Cm(1.4)
    section.footer.is_linked_to_previous = False
    paragraph = section.footer.paragraphs[0]._p  # noqa: SLF001 - python-docx has no fields
    paragraph.extend([_run("第 "), _field("PAGE"), _run(" 页　共 "), _field("NUMPAGES"), _run(" 页")])


def _field(instruction: str) -> Any:
    return node("fldSimple", _run("1"), instr=instruction)


def _run(text: str) -> Any:
    return node("r", text_node(text))
