"""Word files, ours and others', read as the text that people see."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dutywriter.errors import Misuse
from dutywriter.formats import markdown, word
from dutywriter.reading.about import about
from dutywriter.reading.segments import segments
from dutywriter.reading.source import Source
from dutywriter.reading.word import LARGEST, read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="own"><w:name w:val="自定义"/><w:basedOn w:val="base"/></w:style>
<w:style w:styleId="base"><w:name w:val="底"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="loop"/></w:style>
</w:styles>"""


def document(body, *, styles=STYLES, head=""):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'{head}<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
        )
        archive.writestr("word/styles.xml", styles)
    return out.getvalue()


def paragraph(text, properties="", run=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def read(body):
    return list(segments(read_word(document(body))))


def keys(source):
    return [(s.kind, s.part, s.column, s.row, s.text) for s in segments(source)]


@pytest.mark.parametrize("kind", ["说明书", "招聘", "正文", "任务清单", "驻场附件"])
def test_our_word_files_say_what_our_markdown_says(draft_of, kind):
    draft = draft_of(role="驻场", kind=kind)
    source = read_word(word.render(draft))
    page = Source(markdown.render(draft).decode())
    assert keys(source) == keys(page)
    assert (about(source).kind, about(source).onsite) == (kind, True)


def test_headings_are_known_by_their_style_and_outline_level():
    body = (
        paragraph("甲书")
        + paragraph("任职要求", '<w:pStyle w:val="1"/>')
        + paragraph("（一）必备", '<w:pStyle w:val="own"/>')
        + paragraph("直接", '<w:outlineLvl w:val="2"/>')
        + paragraph("圈", '<w:pStyle w:val="loop"/>')
    )
    assert [(s.kind, s.text, s.depth) for s in read(body)][1:] == [
        ("heading", "任职要求", 2),
        ("heading", "必备", 3),
        ("heading", "直接", 4),
        ("item", "圈", 0),
    ]


def test_what_was_typed_by_hand_is_read_as_in_a_text():
    body = (
        paragraph("岗位职责：")
        + paragraph("1、负责店铺")
        + paragraph("任职要求", run="<w:b/>")
        + paragraph("本科", '<w:numPr><w:numId w:val="3"/></w:numPr>')
        + paragraph("2、三年经验；3、年龄不限", run="<w:b/>")
    )
    assert [(s.kind, s.part, s.text) for s in read(body)] == [
        ("heading", "duties", "岗位职责"),
        ("item", "duties", "负责店铺"),
        ("heading", "requirements", "任职要求"),
        ("item", "requirements", "本科"),
        ("item", "requirements", "三年经验；"),
        ("item", "requirements", "年龄不限"),
    ]


def test_each_paragraph_is_a_line():
    source = read_word(document(paragraph("甲") + "<w:p/>" + paragraph("丙丁")))
    assert source.text == "甲\n\n丙丁"
    assert source.position(source.text.index("丁")) == (3, 2)


def test_changes_under_tracking_are_read_as_accepted():
    body = (
        "<w:p><w:r><w:t>甲</w:t></w:r><w:ins><w:r><w:t>乙</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>丙</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>丁</w:t></w:r></w:moveFrom></w:p>"
    )
    assert read_word(document(body)).text == "甲乙"


def test_tabs_breaks_fields_links_and_hidden_text():
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type='page'/></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>丁</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>戊</w:t></w:r></w:p>"
    )
    source = read_word(document(body))
    assert source.text == "甲\t乙\v丙丁"
    assert [s.text for s in segments(source)] == ["甲\t乙", "丙丁"]


def test_text_boxes_and_content_controls_are_read_once():
    box = f"<w:txbxContent>{paragraph('框里')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>外面</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>行内</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )
    assert read_word(document(body)).text == "外面\n框里\n控件\n行内"


def cell(text, span=""):
    return f"<w:tc><w:tcPr>{span}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows, head=""):
    return "<w:tbl>" + "".join(f"<w:tr>{head if not place else ''}{row}</w:tr>" for place, row in enumerate(rows)) + "</w:tbl>"


def test_cells_have_the_heading_over_them_also_beside_wide_ones():
    head = "<w:trPr><w:tblHeader/></w:trPr>"
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        cell("类") + cell("指标") + cell("目标"), cell("甲", wide) + cell("3%"), cell("乙") + cell("丙") + cell("丁"), head=head
    )
    assert [(s.text, s.column, s.row) for s in read(body)] == [
        ("类", "", 0),
        ("指标", "", 0),
        ("目标", "", 0),
        ("甲", "类", 1),
        ("3%", "目标", 1),
        ("乙", "类", 2),
        ("丙", "指标", 2),
        ("丁", "目标", 2),
    ]


def test_a_table_of_names_and_contents_has_no_headings():
    body = table(cell("岗位名称") + cell("店长"), cell("学历") + cell("本科"))
    assert [(s.text, s.column, s.row) for s in read(body)] == [
        ("岗位名称", "", 1),
        ("店长", "", 1),
        ("学历", "", 2),
        ("本科", "", 2),
    ]


def test_a_table_within_a_cell_is_read_in_its_place():
    inner = table(cell("内"))
    body = table(f"<w:tc>{paragraph('前')}{inner}{paragraph('后')}</w:tc>")
    assert [s.text for s in read(body)] == ["前", "内", "后"]


def test_entities_are_not_followed():
    head = '<!DOCTYPE d [<!ENTITY a "岗位"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    assert read_word(document(paragraph("甲&b;乙"), head=head)).text.startswith("甲")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "密码.*另存为 .docx"),
        (b"PK\x03\x04 broken", "打不开"),
        (b"", "打不开"),
        (document(paragraph("甲"))[:-30], "打不开"),
        (document("<w:p>"), "打不开"),
    ],
)
def test_what_cannot_be_opened_is_told(content, said):
    with pytest.raises(Misuse, match=said):
        read_word(content)


def test_a_zip_without_a_document_is_told():
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "甲")
    with pytest.raises(Misuse, match="没有正文"):
        read_word(out.getvalue())


def test_a_file_that_unpacks_to_far_more_is_refused():
    with pytest.raises(Misuse, match="过大"):
        read_word(document(" " * 3_000_000))


def test_a_file_that_lies_about_its_size_is_refused():
    content = bytearray(document(paragraph("甲")))
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (LARGEST + 1).to_bytes(4, "little")
    with pytest.raises(Misuse):
        read_word(bytes(content))


def test_a_protected_file_is_told():
    content = bytearray(document(paragraph("甲")))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    with pytest.raises(Misuse, match="密码"):
        read_word(bytes(content))


def test_damage_anywhere_is_told_or_survived():
    whole = document(paragraph("甲乙丙") * 20)
    for place in range(0, len(whole), 7):
        content = bytearray(whole)
        content[place] ^= 0x5A
        try:
            read_word(bytes(content))
        except Misuse as error:
            assert error.message
