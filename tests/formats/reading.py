"""What the tests of Word share: drafts with any text in them, and files read back."""

from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.oxml.ns import qn
from hypothesis import strategies as st
from lxml import etree

from dutywriter.draft import Column, Draft, Duties, Duty, Items, Line, Origin, Paragraph, Part, Table

USER = Origin("user")
ANYTHING = st.text(max_size=60) | st.sampled_from(
    ["{{ x }}", "{_{", "]]>", "<w:p/>", "&amp;", "\x00\x1b[31m", "\ud800", "\u200b😀"]
)


def opened(content):
    with ZipFile(BytesIO(content)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(file.read(name))
    return Document(BytesIO(content))


def text_of(element):
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def draft_with(text):
    line = Line(text, USER)
    table = Table((Column("a", "项目"), Column("b", "内容")), ((line, line),))
    duty = Duty(text, USER, section="x", section_title="模块", level="专员", frequency="每日", standard=line)
    parts = (Part("facts", "基本信息", (Paragraph(line), table, table, Items((line,)), Items((line,)), Duties((duty,)), table)),)
    return Draft(text, "驻场运营", "专员", "说明书", parts, line)
