"""Word: what python-docx and the raw XML read back."""

import re
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from lxml import etree

from dutywriter.draft import Column, Items, Line, Paragraph, Table
from dutywriter.formats.lines import details, shown
from dutywriter.formats.word import render
from dutywriter.formats.word.widths import widths
from dutywriter.formats.word.xml import clean
from tests.formats.reading import ANYTHING, USER, draft_with, opened, text_of


def xml_of(content, name):
    with ZipFile(BytesIO(content)) as file:
        return file.read(name).decode()


def blocks(document):
    """The paragraphs and tables of the body, each as its style's name and its text, a table as its rows of cells."""
    for element in document.element.body:
        if element.tag == qn("w:p"):
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))
            yield next(s.name for s in document.styles if s.style_id == style), text_of(element)
        elif element.tag == qn("w:tbl"):
            yield "table", [[text_of(cell) for cell in row.iter(qn("w:tc"))] for row in element.iter(qn("w:tr"))]


def expected(draft):
    yield "Title", draft.title
    if draft.notice:
        yield "提示", shown(draft.notice)
    for part in draft.parts:
        yield "Heading 1", part.heading
        for block in part.blocks:
            yield from expected_block(block)


def expected_block(block):
    if isinstance(block, Paragraph):
        yield "Normal", shown(block.line)
    elif isinstance(block, Items):
        yield from (("List Number", shown(line)) for line in block.lines)
    elif isinstance(block, Table):
        yield from [("Caption", block.caption)] if block.caption else []
        yield "table", [[c.heading for c in block.columns], *([shown(line) for line in row] for row in block.rows)]
    else:
        for title, duties in block.by_section():
            yield "Heading 2", title
            for duty in duties:
                yield "Heading 3", shown(duty)
                yield "职责要点", " · ".join(text if label == "时间" else f"{label}：{text}" for label, text in details(duty))


@pytest.mark.parametrize("length", ["精简", "标准", "详尽"])
@pytest.mark.parametrize("role", ["驻场", "电商"])
def test_every_line_stands_in_its_style_in_order(draft_of, role, length):
    draft = draft_of(
        role=role, level="主管", length=length, team_size="4", metrics=["退款率=14%->11%@2027-06-30"] * (role == "电商")
    )
    found = [block for block in blocks(opened(render(draft))) if block not in (("表格文字", ""), ("表格之后", ""))]
    assert found == list(expected(draft))


@pytest.mark.parametrize("kind", ["招聘", "驻场附件", "正文", "任务清单"])
def test_every_kind_of_document_stands_whole(draft_of, kind):
    draft = draft_of(role="驻场", level="主管", kind=kind, pay="8-12K")
    found = [block for block in blocks(opened(render(draft))) if block not in (("表格文字", ""), ("表格之后", ""))]
    assert found == list(expected(draft))


@settings(max_examples=25, deadline=None)
@given(ANYTHING)
def test_whatever_was_typed_is_text(text):
    draft = draft_with(text)
    content = render(draft)
    safe = clean(text)
    assert len(safe) == len(text)
    found = [block for block in blocks(opened(content)) if block not in (("表格文字", ""), ("表格之后", ""))]
    assert found[0] == ("Title", safe)
    assert [row[0] for kind, rows in found if kind == "table" for row in rows] == ["项目", safe] * 3
    assert ("Heading 3", safe) in found
    assert content == render(draft)


def test_characters_that_xml_forbids_are_shown():
    assert clean("甲\x00\x1b乙\ud800丙\ufffe丁\x85戊\n己\t") == "甲��乙�丙�丁 戊 己 "


def test_headings_are_counted_by_word(draft_of):
    content = render(draft_of(role="驻场"))
    document = opened(content)
    numbering = document.part.numbering_part.element
    for place, (name, format_, text) in enumerate(
        [
            ("Heading 1", "chineseCountingThousand", "%1、"),
            ("Heading 2", "chineseCountingThousand", "（%2）"),
            ("Heading 3", "decimal", "%3."),
        ]
    ):
        style = document.styles[name]
        number = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        assert [number.find(qn(f"w:{key}")).get(qn("w:val")) for key in ("ilvl", "numId")] == [str(place), "1"]
        level = numbering.xpath(f"w:abstractNum[@w:abstractNumId=//w:num[@w:numId='1']/w:abstractNumId/@w:val]/w:lvl[{place + 1}]")[
            0
        ]
        values = [level.find(qn(f"w:{key}")).get(qn("w:val")) for key in ("numFmt", "pStyle", "lvlText")]
        assert values == [format_, style.style_id, text]
    assert not re.search("<w:t[^>]*>(一、|（一）|1\\.)", xml_of(content, "word/document.xml"))


def test_each_list_starts_from_one():
    content = render(draft_with("甲"))
    document = opened(content)
    numbers = [int(n) for n in document.element.body.xpath("//w:p/w:pPr/w:numPr/w:numId/@w:val")]
    assert len(numbers) == len(set(numbers)) == 2
    for number in numbers:
        start = document.part.numbering_part.element.xpath(f"w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride/@w:val")
        assert start == ["1"]


def test_tables_repeat_their_header_and_keep_their_rows_whole(draft_of):
    document = opened(render(draft_of(role="电商", level="主管", length="详尽")))
    assert len(document.tables) > 20
    for table in document.tables:
        assert table.style.name == "岗位职责表"
        header, *rows = table._tbl.tr_lst
        assert header.xpath("w:trPr/w:tblHeader")
        assert header.xpath("w:trPr/w:cnfStyle/@w:firstRow") == ["1"]
        assert table._tbl.xpath("w:tblPr/w:tblLook/@w:firstRow") == ["1"]
        assert all(row.xpath("w:trPr/w:cantSplit") for row in (header, *rows))
        grid = [int(width) for width in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
        assert sum(grid) == 9184 == int(table._tbl.xpath("w:tblPr/w:tblW/@w:w")[0])
        assert all([int(w) for w in row.xpath("w:tc/w:tcPr/w:tcW/@w:w")] == grid for row in (header, *rows))


def test_a_row_longer_than_a_page_may_split():
    document = opened(render(draft_with("长" * 5000)))
    assert not document.tables[0]._tbl.tr_lst[1].xpath("w:trPr/w:cantSplit")


def test_two_tables_never_touch_and_the_page_ends_on_a_paragraph():
    body = opened(render(draft_with("甲"))).element.body
    tags = [element.tag for element in body]
    assert not any(left == right == qn("w:tbl") for left, right in pairwise(tags))
    assert tags[-2:] == [qn("w:p"), qn("w:sectPr")]


def test_a_short_column_takes_what_it_needs_and_a_long_one_the_rest():
    lines = [Line(text, USER) for text in ("每日", "写" * 200)]
    table = Table((Column("a", "频次"), Column("b", "事项")), (tuple(lines),))
    short, long = widths([table], 9000)
    assert short + long == 9000
    assert 4 * 96 < short < 1000


def test_tables_of_the_same_columns_look_the_same_and_leave_room_for_a_pen(draft_of):
    first, *others = opened(render(draft_of(role="电商", kind="任务清单"))).tables
    grids = [table._tbl.xpath("w:tblGrid/w:gridCol/@w:w") for table in (first, *others)]
    assert others
    assert all(grid == grids[0] for grid in grids)
    assert first.rows[0].cells[-1].text == "责任人"
    assert int(grids[0][-1]) > 10 * 96


def test_signatures_have_room_and_stay_on_one_page(draft_of):
    table = opened(render(draft_of(role="驻场"))).tables[-1]._tbl
    _, *rows = table.tr_lst
    assert "姓名与签字" in text_of(table)
    assert all(row.xpath("w:trPr/w:trHeight/@w:hRule") == ["atLeast"] for row in rows)
    assert [bool(row.xpath(".//w:keepNext")) for row in rows] == [True] * (len(rows) - 1) + [False]


def test_headings_stay_with_what_follows_and_duties_with_their_details(draft_of):
    document = opened(render(draft_of(role="驻场")))
    for name in ("Heading 1", "Heading 2", "Heading 3", "Caption", "表头"):
        assert document.styles[name].paragraph_format.keep_with_next


def test_pages_are_counted_by_fields(draft_of):
    footer = opened(render(draft_of(role="驻场"))).sections[0].footer._element
    assert text_of(footer) == "第 1 页　共 1 页"
    assert footer.xpath("//w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


def test_language_fonts_and_title_are_said_and_nobody_is_named(draft_of):
    draft = draft_of(role="驻场")
    content = render(draft)
    document = opened(content)
    assert document.styles.element.xpath("//w:docDefaults//w:lang/@w:eastAsia") == ["zh-CN"]
    assert document.styles.element.xpath("//w:docDefaults//w:rFonts/@w:eastAsia") == ["宋体"]
    properties = document.core_properties
    assert (properties.title, properties.language) == (draft.title, "zh-CN")
    core = etree.fromstring(xml_of(content, "docProps/core.xml").encode())
    assert [etree.QName(element).localname for element in core] == ["title", "language"]
    with ZipFile(BytesIO(content)) as file:
        names = file.namelist()
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name or "custom" in name]
    assert "python-docx" not in "".join(xml_of(content, name) for name in names)


def test_suggestions_and_what_is_left_open_are_marked(draft_of):
    draft = draft_of(role="驻场")
    document = opened(render(draft))
    ids = {name: document.styles[name].style_id for name in ("建议值", "待填")}
    runs = document.element.body.xpath(f"//w:r[w:rPr/w:rStyle/@w:val='{ids['待填']}']")
    assert all(re.fullmatch("【待填：[^】]*】", text_of(run)) for run in runs)
    assert len(runs) >= len(draft.placeholders())
    marks = document.element.body.xpath(f"//w:r[w:rPr/w:rStyle/@w:val='{ids['建议值']}']")
    assert {text_of(run) for run in marks} == {"※"}
    assert len(marks) >= draft.suggestions()
