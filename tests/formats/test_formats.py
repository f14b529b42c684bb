import json
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dutywriter.draft import Column, Draft, Duties, Duty, Items, Line, Origin, Paragraph, Part, Table
from dutywriter.errors import Misuse
from dutywriter.formats import FORMATS, data, markdown, plain, wanted
from dutywriter.formats.numerals import chinese
from dutywriter.formats.screen import draw
from dutywriter.text.width import columns

USER = Origin("user")
PRINTABLE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40)
NASTY = st.sampled_from(
    [
        "a|b",
        "**粗**",
        "# 标题",
        "1. 一",
        "- 甲",
        "<b>",
        "`x`",
        "[a](b)",
        "&amp;",
        "~~删~~",
        "$x$",
        "\\",
        "2.8%",
        "+ 甲",
        "> 引",
        "---",
        "***",
        "http://a.cn/_b_",
    ]
)
BLANK_ENDED = st.sampled_from([" ", "  ", " 甲", "甲 ", "  甲 乙  ", " - 甲"])


def draft_with(text):
    line = Line(text, USER)
    table = Table((Column("a", "项目"), Column("b", text)), ((line, line),))
    duty = Duty(text, USER, section="x", section_title="模块", level="专员", frequency="每日", standard=line)
    return Draft(
        text, "驻场运营", "专员", "说明书", (Part("facts", "基本信息", (table, Paragraph(line), Items((line,)), Duties((duty,)))),)
    )


def texts_of(html_tokens):
    return ["".join(child.content for child in token.children or []) for token in html_tokens if token.type == "inline"]


@given(st.one_of(PRINTABLE, NASTY, BLANK_ENDED))
def test_markdown_shows_exactly_what_was_typed_and_keeps_its_structure(text):
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown.render(draft_with(text)).decode())
    shown = texts_of(tokens)
    assert shown == [text, "一、基本信息", "项目", text, text, text, text, text, "（一）模块", f"{text}每日 · 标准：{text}"]
    assert [token.type for token in tokens].count("tr_open") == 2


@given(st.one_of(PRINTABLE, NASTY))
def test_plain_text_has_one_line_a_thing_whatever_was_typed(text):
    lines = plain.render(draft_with(text)).decode().split("\n")
    assert lines == [
        text,
        "",
        "一、基本信息",
        f"{text}：{text}",
        text,
        f"1. {text}",
        "（一）模块",
        f"1. {text}",
        f"   每日；标准：{text}",
        "",
    ]


def test_a_suggestion_is_marked_in_every_format(draft_of):
    draft = draft_of(role="驻场")
    count = draft.suggestions()
    for render in (markdown.render, plain.render):
        listed = render(draft).decode()
        head, tail = listed.count("带 ※"), listed.count("删去 ※")
        assert listed.count("※") - head - tail == count
    content = json.loads(data.render(draft))
    spans = [line for line in walk(content) if isinstance(line, dict) and line.get("suggested")]
    assert sum(len(line["suggested"]) for line in spans) == count


def walk(value):
    yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from walk(child)


def test_json_is_the_draft_under_its_documented_names(draft_of):
    draft = draft_of(role="驻场", level="主管")
    content = json.loads(data.render(draft))
    assert list(content)[:6] == ["schema", "title", "role", "level", "kind", "placeholders"]
    assert content["schema"] == "dutywriter/draft/1"
    assert content["placeholders"] == draft.placeholders()
    assert msgspec.convert(content["parts"], tuple[Part, ...]) == draft.parts


def test_plain_text_holds_no_markup(draft_of):
    text = plain.render(draft_of(role="驻场")).decode()
    assert not re.search(r"[|#]|\*\*|^> ", text, re.MULTILINE)


@pytest.mark.parametrize("width", [40, 80, 110, 200])
@pytest.mark.parametrize("role", ["驻场", "电商", "产品"])
def test_the_screen_view_fits_its_terminal_and_shows_every_duty(draft_of, width, role):
    draft = draft_of(role=role, metrics=["客户满意度=88%->93%@2026-12-31"])
    view = draw(draft, width, colour=False)
    assert max(columns(line) for line in view.split("\n")) <= width
    squeezed = re.sub(r"\s", "", view)
    duties = [line for line in draft.lines() if isinstance(line, Duty)]
    assert all(re.sub(r"\s", "", duty.text) in squeezed for duty in duties)
    assert all(re.sub(r"\s", "", part.heading) in squeezed for part in draft.parts)


def test_the_screen_view_has_colour_only_when_asked(draft_of):
    assert "\x1b" not in draw(draft_of(role="驻场"), 80, colour=False)
    assert "\x1b" in draw(draft_of(role="驻场"), 80, colour=True)


@pytest.mark.parametrize(("number", "numeral"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")])
def test_chinese_ordinals(number, numeral):
    assert chinese(number) == numeral


@pytest.mark.parametrize(
    ("name", "path", "found"),
    [
        (None, None, "md"),
        (None, "jd.txt", "txt"),
        (None, "JD.JSON", "json"),
        ("txt", None, "txt"),
        ("json", "jd", "json"),
        (None, "jd", "md"),
        ("md", "a.markdown", "md"),
        (None, "jd.html", "html"),
        (None, "JD.HTM", "html"),
        (None, "jd.jsonld", "jsonld"),
        ("jsonresume", None, "jsonresume"),
        ("jsonresume", "jd.json", "jsonresume"),
        ("json", "jd.json", "json"),
    ],
)
def test_the_format_is_what_was_asked_for(name, path, found):
    assert wanted(name, path).name == found


@pytest.mark.parametrize(
    ("name", "path", "told"),
    [
        ("docs", None, "可用：md、txt、json"),
        (None, "jd.odt", "不认识后缀 .odt"),
        ("json", "jd.md", "不一致"),
        ("jsonresume", "jd.md", "不一致"),
        ("markdwon", None, "是不是 markdown？"),
    ],
)
def test_a_format_that_does_not_exist_is_told(name, path, told):
    with pytest.raises(Misuse, match=re.escape(told)):
        wanted(name, path)


@pytest.mark.parametrize(
    "format_", [format_ for format_ in FORMATS if not format_.binary and format_.name != "jsonld"], ids=lambda f: f.name
)
def test_the_same_draft_gives_the_same_bytes(draft_of, format_):
    assert format_.render(draft_of(role="电商")) == format_.render(draft_of(role="电商"))
    assert format_.render(draft_of(role="电商")).endswith(b"\n")
