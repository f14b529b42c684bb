"""A company's own Word document, filled."""

import re
import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from dutywriter.draft import Table
from dutywriter.errors import BadFile
from dutywriter.formats.word import render
from dutywriter.formats.word.names import FACTS, KNOWN, values
from dutywriter.formats.word.template import check_template
from dutywriter.formats.word.xml import clean
from tests.formats.reading import ANYTHING, draft_with, opened, text_of


def saved(document):
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def template_of(*paragraphs, header=""):
    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


LOGO = b"\x89PNG\r\n\x1a\n" + b"".join(
    chunk(*piece)
    for piece in (
        (b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\x1a\x5f\xb4\x1a\x5f\xb4" * 2)),
        (b"IEND", b""),
    )
)


def texts(document):
    return [text_of(element) for element in document.element.body if element.tag == qn("w:p")]


def test_names_are_filled_in_text_tables_and_header_and_all_else_is_kept(draft_of):
    document = Document()
    document.styles["Heading 1"].font.size = Pt(23)
    header = document.sections[0].header.paragraphs[0]
    header.add_run().add_picture(BytesIO(LOGO))
    for piece in ("甲公司 {{ 所", "属部门", " }}"):
        header.add_run(piece)
    document.sections[0].footer.paragraphs[0].text = "编号 HR-01"
    document.add_paragraph("{{ 标题 }}（{{level}}）", "Title")
    document.add_table(1, 2).cell(0, 1).text = "{{ 用人单位 }}"
    document.add_paragraph("{{ 正文 }}")
    document.add_paragraph("盖章")
    draft = draft_of(role="电商", level="主管", department="交付一部", company='<b>&"公司{{ 标题 }}')
    content = render(draft, saved(document))
    found = opened(content)
    assert texts(found)[0] == f"{draft.title}（主管）"
    assert texts(found)[1] == draft.notice.text
    assert texts(found)[-1] == "盖章"
    assert draft.title not in texts(found)
    assert found.tables[0].cell(0, 1).text == '<b>&"公司{{ 标题 }}'
    assert found.sections[0].header.paragraphs[0].text.endswith("甲公司 交付一部")
    assert found.sections[0].footer.paragraphs[0].text == "编号 HR-01"
    assert found.styles["Heading 1"].font.size == Pt(23)
    with ZipFile(BytesIO(content)) as file:
        assert LOGO in [file.read(name) for name in file.namelist() if name.startswith("word/media/")]
    assert content == render(draft, saved(document))


def test_without_a_place_the_body_stands_at_the_end(draft_of):
    draft = draft_of(role="驻场")
    found = opened(render(draft, template_of("信头")))
    assert texts(found)[:3] == ["信头", draft.title, draft.notice.text]
    assert found.element.body[-1].tag == qn("w:sectPr")
    shown = "".join(text_of(element) for element in found.element.body)
    assert all(duty.text in shown for duty in draft.duties())


def test_headings_that_the_company_counts_are_not_counted_twice(draft_of):
    plain = opened(render(draft_of(role="驻场"), template_of("{{ 正文 }}")))
    document = Document()
    number = document.styles["List Number"].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    document.styles["Heading 1"].element.get_or_add_pPr().insert(0, number)
    counted = opened(render(draft_of(role="驻场"), saved(document)))
    for found, expected in ((plain, True), (counted, False)):
        heading = next(paragraph for paragraph in found.paragraphs if paragraph.style.name == "Heading 1")
        assert bool(heading._p.xpath("w:pPr/w:numPr")) is expected


def test_in_a_cell_the_body_is_as_wide_as_the_cell_and_the_cell_stays_valid(draft_of):
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 1).text = "{{ 正文 }}"
    cell = opened(render(draft_of(role="驻场"), saved(document))).tables[0].cell(0, 1)
    assert cell._tc[-1].tag == qn("w:p")
    assert all(int(inner._tbl.xpath("w:tblPr/w:tblW/@w:w")[0]) < cell.width.twips for inner in cell.tables)
    assert cell.tables


def test_a_template_of_a_chinese_word_keeps_its_own_style_ids(draft_of):
    document = Document()
    normal = document.styles["Normal"].element
    for reference in document.styles.element.xpath("//*[@w:val='Normal' and (self::w:basedOn or self::w:next)]"):
        reference.set(qn("w:val"), "a")
    normal.set(qn("w:styleId"), "a")
    document.styles["Heading 1"].element.set(qn("w:styleId"), "1")
    found = opened(render(draft_of(role="驻场"), saved(document)))
    assert found.styles["职责要点"].element.find(qn("w:basedOn")).get(qn("w:val")) == "a"
    ids = [style.get(qn("w:styleId")) for style in found.styles.element.iterchildren(qn("w:style"))]
    assert len(ids) == len(set(ids))
    assert [p for p in found.paragraphs if p.style.style_id == "1"]


@settings(max_examples=20, deadline=None)
@given(ANYTHING)
def test_whatever_was_typed_stays_text_in_a_template(text):
    draft = draft_with(text)
    found = opened(render(draft, template_of("[{{ 标题 }}]", "{{ title }}|{{ notice }}", header="{{ 标题 }}")))
    safe = clean(text)
    assert texts(found)[:2] == [f"[{safe}]", f"{safe}|{safe}"]
    assert found.sections[0].header.paragraphs[0].text == safe


def test_conditions_and_loops_over_the_draft_work(draft_of):
    draft = draft_of(role="驻场")
    found = texts(
        opened(
            render(
                draft,
                template_of(
                    "{% if 编制 %}有编制{% else %}无编制{% endif %}",
                    "{% for part in parts %}{{ loop.index }} {{ part.heading }} {% endfor %}",
                ),
            )
        )
    )
    assert found[0] == "无编制"
    assert found[1].startswith("1 基本信息 2 ")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ 星座 }}", "{{ 星座 }} 没有对应的内容，可用：正文、标题、"),
        ("{{ 薪资 }}", "{{ 薪资 }} 没有对应的内容，是不是 薪酬范围？"),
        ("{{ 直接上司 }}", "{{ 直接上司 }} 没有对应的内容，是不是 直接上级"),
        ("{{ 薪资 }}{{ 奖金 }}", "{{ 奖金 }}、{{ 薪资 }}"),
        ("致 {{ 正文 }}", "{{ 正文 }} 要独占一段"),
        ("{{ 用人单位", "写错了：{{ 用人单位；"),
        ("用人单位 }}", "写错了：}}；"),
        ("{{ }}", "写错了：{{ }}；"),
        ("{{ 用人单位（乙方） }}", "写错了：{{ 用人单位（乙方） }}；"),
        ("{% for part in parts %}", "只能写名称、条件和循环"),
        ("{{ title.__class__ }}", "没有对应的内容"),
        ("{{ title.format }}", "没有对应的内容"),
        ("{{ parts[99] }}", "没有对应的内容"),
        *(
            (text, "写错了：")
            for text in (
                "{{ ''.__class__.__mro__ }}",
                "{{ 7*7 }}",
                "{{ 'a'*10**9 }}",
                "{{ title.upper() }}",
                "{{ title|upper }}",
                "{{ self }}",
                "{{ range(9) }}",
                "{% set x = 1 %}",
                "{% include 'x' %}",
                "{% macro f() %}{% endmacro %}",
                "{{r title }}",
            )
        ),
        ("{% if 'a'*10**9 %}甲{% endif %}", "只能写名称、条件和循环"),
        ("{% for x in lipsum(9) %}甲{% endfor %}", "{{ lipsum }} 没有对应的内容"),
        ("{% if title.upper() %}甲{% endif %}", "只能写名称、条件和循环"),
    ],
)
def test_a_broken_placeholder_is_one_line(draft_of, text, says):
    draft = draft_of(role="驻场")
    for template in (template_of(text), template_of("甲", header=text)):
        with pytest.raises(BadFile) as told:
            render(draft, template)
        (line,) = told.value.lines
        assert says in line
        assert line.startswith("模板")
        assert "\n" not in line


def renamed(content, old, new):
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return out.getvalue()


@pytest.mark.parametrize(
    ("template", "says"),
    [
        (b"", "不是 Word 文档"),
        (b"# Markdown", "不是 Word 文档"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 .doc 或设了打开密码"),
        (template_of("甲")[:-100], "不是 Word 文档"),
        (renamed(template_of("甲"), b"document.main+xml", b"template.main+xml"), ".dotx"),
        (renamed(template_of("甲"), b"</w:body>", b""), "模板已损坏"),
        (renamed(template_of("甲"), b"wordprocessingml", b"spreadsheetml"), "不是 Word 文档"),
    ],
)
def test_what_is_no_word_document_is_one_line(draft_of, template, says):
    for use in (lambda: render(draft_of(role="驻场"), template), lambda: check_template(template)):
        with pytest.raises(BadFile) as told:
            use()
        assert len(told.value.lines) == 1
        assert says in told.value.message


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_file_is_told_or_used_but_never_breaks_the_program(data):
    content = bytearray(template_of("{{ 标题 }}", "{{ 正文 }}"))
    for _ in range(3):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        opened(render(draft_with("甲"), bytes(content)))
    except BadFile as error:
        assert len(error.lines) == 1


@pytest.mark.parametrize("kind", ["说明书", "招聘", "驻场附件"])
@pytest.mark.parametrize("role", ["驻场", "电商", "门店"])
def test_every_row_of_the_facts_has_its_name(draft_of, role, kind):
    given_facts = {"team_size": "4", "headcount": "6", "scope": "240 个群", "business": [], "tools": "Excel"}
    given_facts |= {"industry": "服装", "effective": "2027-01-01"}
    draft = draft_of(role=role, level="主管", kind=kind, **{key: value for key, value in given_facts.items() if value})
    (table,) = [b for part in draft.parts for b in part.blocks if isinstance(b, Table) and b.columns[0].key == "item"]
    labels = [re.sub("（.*）$", "", row[0].text) for row in table.rows]
    assert len(labels) >= 5
    assert set(labels) <= set(FACTS)
    found = values(draft)
    assert list(found) == [name for name in found if name in KNOWN]
    assert set(found) == set(KNOWN)
    assert all(found[label] for label in labels)
