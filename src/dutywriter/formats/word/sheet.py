"""Our style sheet.

宋体 for text and 黑体 for headings, as Chinese offices print: every Windows has both, Word for Mac brings them, and
their Latin names (blank.py) let other programs find what stands in. What is heavy is also bold, because viewers on
phones show both in one font.
"""

from docx.oxml.ns import nsdecls

_HEAVY = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体" w:cs="Arial"/><w:b/><w:bCs/>'
_FLUSH = '<w:ind w:left="0" w:firstLine="0" w:firstLineChars="0"/>'  # a template's own text may begin two characters in
_KEPT = "<w:keepNext/><w:keepLines/>"
_MUTED = '<w:color w:val="595959"/>'
_RULES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def _style(kind: str, identifier: str, name: str, content: str) -> str:
    ours = "" if name.isascii() else ' w:customStyle="1"'
    return f'<w:style w:type="{kind}"{ours} w:styleId="{identifier}"><w:name w:val="{name}"/>{content}</w:style>'


def _based(on: str = "Normal", then: str = "") -> str:
    return f'<w:basedOn w:val="{on}"/>' + (f'<w:next w:val="{then}"/>' if then else "") + "<w:qFormat/>"


def _paragraph(identifier: str, name: str, layout: str, text: str = "", based: str = "") -> str:
    content = f"{based or _based()}<w:pPr>{layout}</w:pPr>" + (f"<w:rPr>{text}</w:rPr>" if text else "")
    return _style("paragraph", identifier, name, content)


def _heading(level: int, before: int, after: int, size: int, then: str = "Normal") -> str:
    number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
    layout = f'{_KEPT}{number}{_spacing(before, after)}<w:jc w:val="left"/><w:outlineLvl w:val="{level - 1}"/>'
    return _paragraph(f"Heading{level}", f"heading {level}", layout, _HEAVY + _size(size), _based(then=then))


def _spacing(before: int, after: int, line: int = 300) -> str:
    """Twips before and after, and the height of a line in 240ths."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _aligned(where: str) -> str:
    return f'{_FLUSH}<w:jc w:val="{where}"/>'


_DEFAULTS = f"""<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>
{_size(21)}<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr>{_spacing(60, 60)}<w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"""

_OURS = (
    _paragraph("Title", "Title", _KEPT + _spacing(120, 160) + _aligned("center"), _HEAVY + _size(36), _based(then="Normal")),
    _paragraph("Notice", "提示", _spacing(60, 200) + _aligned("center"), _MUTED + _size(18)),
    _heading(1, 320, 120, 28),
    _heading(2, 200, 80, 24),
    _heading(3, 100, 0, 21, then="DutyDetails"),
    _paragraph(
        "Duty",
        "职责",
        f'{_KEPT}{_spacing(100, 0)}{_aligned("left")}<w:outlineLvl w:val="2"/>',
        "<w:b/><w:bCs/>",
        _based(then="DutyDetails"),
    ),
    _paragraph(
        "DutyDetails",
        "职责要点",
        f'<w:keepLines/>{_spacing(0, 60)}<w:ind w:left="420" w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="left"/>',
        _MUTED + _size(19),
    ),
    _paragraph(
        "ListNumber",
        "List Number",
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>{_spacing(30, 30)}<w:jc w:val="left"/>',
    ),
    _paragraph("Caption", "caption", _KEPT + _spacing(160, 60) + _aligned("left"), _HEAVY, _based(then="Normal")),
    _paragraph("Footer", "footer", _spacing(0, 0, 240) + _aligned("center"), _MUTED + _size(18)),
    _paragraph("CellText", "表格文字", _spacing(40, 40, 264) + _aligned("left"), _size(19)),
    _paragraph("TableEnd", "表格之后", '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', _size(2)),
    _paragraph("CellHeading", "表头", "<w:keepNext/>", _HEAVY, _based("CellText")),
    _style(
        "character",
        "Suggestion",
        "建议值",
        f'<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:color w:val="6B6B6B"/>{_size(16)}</w:rPr>',
    ),
    _style(
        "character",
        "Open",
        "待填",
        '<w:rPr><w:color w:val="7A4B00"/><w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/></w:rPr>',
    ),
    _style(
        "table",
        "DutyTable",
        "岗位职责表",
        f'{_based("TableNormal")}<w:tblPr><w:tblBorders>{_RULES}</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="EDF0F4"/><w:vAlign w:val="center"/></w:tcPr></w:tblStylePr>',
    ),
)
STYLES = f"<w:styles {nsdecls('w')}>{_DEFAULTS}{''.join(_OURS)}</w:styles>"
