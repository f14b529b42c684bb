"""Drafts read back: all of them with their comment, what shows of them without."""

import json
import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from dutywriter.draft import Duties, Items, Line, Origin, Paragraph, Part, Table
from dutywriter.errors import BadFile
from dutywriter.formats import FORMATS, data, markdown
from dutywriter.formats.comment import word
from dutywriter.marker import COMMENT
from dutywriter.reading.data import read_json
from dutywriter.reading.markdown import read_markdown
from dutywriter.text.marked import unmarked

ROLES = ["驻场", "电商", "产品", "内容", "门店", "直播"]
NASTY = [
    "<!-- dutywriter draft/1 -->",
    "a--b-->c",
    "甲 · 标准：乙 · 产出：丙 · 协作：丁",
    "※※ 30%※",
    "带 ※ 的",
    "a、b，c",
    "**粗** _斜_ `码` [链](x) ~~删~~",
    "|\\|",
    "<br>&nbsp;&#160;",
    "1. 一",
    "# 题",
    "😀👨‍👩‍👧",
    "字" * 200,
    "(a)[b]: c",
]
TEXT = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
SECTIONS = st.one_of(st.sampled_from(["沟通协调", "商品与页面"]), TEXT.filter(lambda text: not re.search("[=＝,，;；、]", text)))
OWN = st.builds("{}={}".format, SECTIONS, TEXT.filter(lambda text: text.strip("。；;")))
BRIEFS = st.fixed_dictionaries(
    {
        "role": st.sampled_from(ROLES),
        "level": st.sampled_from(["专员", "主管", "经理"]),
        "kind": st.sampled_from(["说明书", "招聘", "正文", "任务清单"]),
        "company": TEXT,
        "department": TEXT,
        "must": st.lists(TEXT, max_size=2),
        "metrics": st.sampled_from([[], ["退款率=32%->26%@2027-06-30"], ["甲--乙率=3%->5%"]]),
        "own": st.lists(OWN, max_size=3),
        "order": st.sampled_from([[], ["沟通协调、商品与页面"]]),
        "set": st.lists(st.sampled_from(["甲方验收人=x · 产出：y", "直接上级=a、b ※", "退款率数据来源=<i>"]), max_size=2),
    }
)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def shown(draft):
    return markdown.render(draft, metadata=False)


def read(content):
    return read_markdown(content.decode())


@given(BRIEFS)
@SLOW
def test_a_draft_reads_back_whole_with_its_comment_and_as_it_shows_without(draft_of, brief):
    draft = draft_of(**brief)
    assert read(markdown.render(draft)) == draft
    plain = read(shown(draft))
    assert shown(plain) == shown(draft)
    assert {line.origin for line in plain.lines()} == {Origin("user")}
    assert read_json(data.render(draft)) == draft


@pytest.mark.parametrize(
    "change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text, lambda text: text + "\n\n"]
)
def test_breaks_and_a_bom_change_nothing(draft_of, change):
    draft = draft_of(role="驻场", level="主管", length="详尽")
    assert read_markdown(change(markdown.render(draft).decode())) == draft


def test_the_comment_is_one_at_the_end_and_says_nothing_of_the_answers(draft_of):
    answers = {
        "company": "甲公司--机密-->",
        "client": "某某医院",
        "team_size": "37",
        "pay": "8000-12345",
        "metrics": ["退款率=32.5%->26.1%@2027-06-30", "自定率=11%->12%"],
        "set": ["甲方验收人=王小明"],
    }
    text = markdown.render(draft_of(role="电商", level="主管", **answers)).decode()
    page, comment = text.split(COMMENT)
    assert comment.endswith("\n-->\n")
    assert "--" not in comment.removesuffix("-->\n")
    assert "metrics=" in comment
    assert "@placeholder:reports_to" in comment
    for said in ("机密", "医院", "37 人", "12345", "12,345", "32.5", "26.1", "2027", "11%", "王小明", "自定"):
        assert said not in comment
    assert MarkdownIt("commonmark").enable("table").parse(page + COMMENT + comment)[-1].type == "html_block"
    assert len(comment.encode()) < len(page.encode()) / 2


def test_without_metadata_the_page_is_all(draft_of):
    draft = draft_of(role="驻场")
    assert markdown.render(draft).startswith(shown(draft))
    assert b"<!--" not in shown(draft)


@given(st.text(max_size=30))
def test_a_word_of_the_comment_ends_neither_itself_nor_the_comment(text):
    text = text.encode("utf-8", "ignore").decode()
    assert not re.search(r"[\s@:,|~=<>※]|--", word(text))


@given(st.lists(st.sampled_from(["※", "5", "30%", "件", " ", "。", "a"]), max_size=12).map("".join))
def test_marks_read_back_show_the_same(text):
    spanned = unmarked(text)
    assert spanned.marked() == text
    assert all(start < end for start, end in spanned.suggested)


def edited(draft, change):
    return read_markdown(change(markdown.render(draft).decode()))


def test_an_edited_line_is_the_users_and_the_others_keep_their_origins(draft_of):
    draft = draft_of(role="电商", level="主管")
    duty = next(draft.duties())
    back = edited(draft, lambda text: text.replace(f"**{duty.text}**", "**改写过的职责**"))
    now = next(back.duties())
    assert (now.text, now.origin, now.standard, now.metrics) == ("改写过的职责", Origin("user"), duty.standard, duty.metrics)
    assert [line for line in back.lines() if line.text != now.text] == [line for line in draft.lines() if line is not duty]


def test_added_removed_and_moved_lines_leave_the_others_alone(draft_of):
    draft = draft_of(role="驻场", level="主管")
    table = next(block for part in draft.parts if part.key == "partners" for block in part.blocks)
    rows = [f"| {' | '.join(line.text for line in row)} |\n" for row in table.rows]

    def change(text):
        assert all(row in text for row in rows)
        text = text.replace(rows[0], "").replace(rows[1], "| 新同事 | 内部 | 甲 | 乙 |\n")
        return text.replace(rows[3], rows[3] + rows[1])

    back = edited(draft, change)
    now = next(block for part in back.parts if part.key == "partners" for block in part.blocks)
    assert now.rows[0][0] == Line("新同事", Origin("user"))
    assert now.rows[1:] == (table.rows[2], table.rows[3], table.rows[1], *table.rows[4:])
    assert now.columns == table.columns
    others = [part for part in draft.parts if part.key != "partners"]
    assert [part for part in back.parts if part.key != "partners"] == others


def test_parts_may_be_renamed_and_moved(draft_of):
    draft = draft_of(role="驻场")
    text = markdown.render(draft).decode()
    page, comment = text.split(COMMENT)
    head, *parts = re.split(r"(?m)^(?=## )", page)
    parts = [part.replace("、岗位目的\n", "、为什么设这个岗位\n") for part in reversed(parts)]
    back = read_markdown("\n".join([head, *parts]) + "\n" + COMMENT + comment)
    assert {part.key: part.blocks for part in back.parts} == {part.key: part.blocks for part in draft.parts}
    assert {part.key: part.heading for part in back.parts}["purpose"] == "为什么设这个岗位"


def test_a_duty_moved_to_another_section_belongs_there(draft_of):
    draft = draft_of(role="电商")
    duties = list(draft.duties())
    last = duties[-1]
    written = next(
        found[0] for found in re.finditer(r"(?m)^\d+\. \*\*.*\n.*\n", shown(draft).decode()) if f"**{last.text}**" in found[0]
    )
    first = f"（一）{duties[0].section_title}\n\n"
    back = edited(draft, lambda text: text.replace(written, "").replace(first, first + written))
    moved = next(back.duties())
    assert moved == replace(last, section=duties[0].section, section_title=duties[0].section_title)


@pytest.mark.parametrize("damage", ["priority=x", "~9-1", "@nobody", "lengths=1", "sectoin a b"])
def test_a_damaged_comment_is_none(draft_of, damage):
    draft = draft_of(role="驻场")
    text = markdown.render(draft).decode()
    back = read_markdown(
        text.replace("\npart facts", f"\n {damage}\npart facts" if damage[0] != "s" else f"\n{damage}\npart facts")
    )
    assert back == read(shown(draft))


NEW_LINES = st.one_of(TEXT.map(markdown.escape), st.sampled_from(["", "## 加一部分", "- 一条", "> 引", "| a | b |", "```"]))
EDITS = st.lists(st.tuples(st.integers(0, 199), st.integers(0, 2), NEW_LINES), min_size=1, max_size=6)
"""Each at a line, of so many lines: what stands there instead."""


@given(EDITS)
@example([(0, 1, markdown.escape("a--b-->c")), (1, 1, markdown.escape("a--b-->c"))])
@SLOW
def test_whatever_is_done_to_a_page_nothing_that_shows_is_lost(draft_of, edits):
    lines = markdown.render(draft_of(role="直播", length="精简")).decode().split("\n")
    for place, count, new in edits:
        start = place % len(lines)
        lines[start : start + count] = [new]
    text = "\n".join(lines)
    have = squeezed(shown_texts(read_markdown(text)))
    before, _, comment = text.partition(f"\n{COMMENT}")
    _, end, after = comment.partition("\n-->")
    page = f"{before}\n{after}" if end else text
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page):
        if token.type == "inline":
            pieces = "\n".join(child.content for child in token.children if child.type in ("text", "code_inline"))
            assert all(word in have for word in words(pieces))


def shown_texts(draft):
    return "".join(
        child.content
        for token in MarkdownIt("commonmark").enable("table").parse(shown(draft).decode())
        if token.type == "inline"
        for child in token.children
    )


def squeezed(text):
    return re.sub(r"\s", "", text)


def words(text):
    return re.findall(r"[\w]{2,}", re.sub(r"^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[、.．])", "", text))


FOREIGN = """\
招聘电商运营

公司：甲
地点：成都

岗位职责
========

* 负责 **上架** 与 `配置`
  - 子项
* [制度](http://a.cn)

### 1. 任职要求

| 项 | 要求 |
|----|:---:|
| 学历 | 大专<br>以上 |

    缩进的码

<p>一段</p>

> 说明

1) 甲

   第二段
"""


def test_a_posting_of_others_is_a_draft_of_parts_all_the_users():
    draft = read_markdown(FOREIGN)
    assert draft.title == "岗位职责"
    assert [part.heading for part in draft.parts] == ["正文", "任职要求"]
    texts = [line.text for line in draft.lines()]
    assert texts[:3] == ["招聘电商运营", "公司：甲", "地点：成都"]
    assert texts[3:] == [
        "负责 上架 与 配置",
        "子项",
        "制度",
        "学历",
        "大专 以上",
        "缩进的码",
        "<p>一段</p>",
        "说明",
        "甲 第二段",
    ]
    assert {line.origin for line in draft.lines()} == {Origin("user")}


@pytest.mark.parametrize(
    ("text", "title", "headings", "lines"),
    [
        ("招聘\n岗位：运营\n", "招聘", ["正文"], ["岗位：运营"]),
        ("一行", "岗位职责", ["正文"], ["一行"]),
        ("# 甲\n\n## 一、乙\n", "甲", ["乙"], []),
        ("## 乙\n\n前\n\n## 丙\n", "岗位职责", ["乙", "丙"], ["前"]),
        ("前\n\n# 甲\n\n## 乙\n", "甲", ["正文", "乙"], ["前"]),
        ("> " * 200 + "深", "岗位职责", ["正文"], ["> " * 200 + "深"]),
        ("", "岗位职责", [], []),
        ("\x00\x1b[31m红\x07", "岗位职责", ["正文"], ["[31m红"]),
    ],
)
def test_pages_without_what_ours_have(text, title, headings, lines):
    draft = read_markdown(text)
    assert (draft.title, [part.heading for part in draft.parts]) == (title, headings)
    assert [line.text for line in draft.lines()] == lines


@given(
    st.text(max_size=200),
    st.lists(st.sampled_from(["# ", "## ", "- ", "1. ", "> ", "|", "\n", "**", "`", "<!--", "a", "| - |"]), max_size=40),
)
@example("", ["`", "\n", "`"])
@example("", ["`", "\n", "a", "`"])
@example("", ["`", "\n", "`", "\n", "- ", "\n", "a"])
@example("### \n## ", [])
@example("```\n\u3000", [])
@example("> - <!--\n>", [])
@example("| `**a**` | a\\|b |\n|-|-|\n|` `| b |", [])
@example("甲\u2028乙&#8233;丙", [])
@settings(deadline=None)
def test_no_text_is_a_crash_and_what_was_read_once_reads_the_same_again(text, pieces):
    for content in (text.encode("utf-8", "ignore").decode(), "".join(pieces)):
        draft = read_markdown(content)
        for format_ in FORMATS:
            if not format_.binary and format_.name not in ("jsonld", "jsonresume"):
                format_.render(draft)
        assert read_json(data.render(draft)) == draft
        assert read(markdown.render(draft)) == draft


def test_more_than_ninety_nine_parts():
    draft = read_markdown("# 题\n\n" + "".join(f"## 第 {place} 部分\n\n内容\n\n" for place in range(120)))
    assert len(draft.parts) == 120
    assert shown(read(shown(draft))) == shown(draft)


def test_lists_side_by_side_stay_two():
    line = Line("甲", Origin("user"))
    part = Part("part1", "部分", (Items((line,)), Items((line,)), Paragraph(line)))
    draft = replace(read_markdown("# 题"), parts=(part,))
    assert read(markdown.render(draft)) == draft


def content_of(draft):
    return json.loads(data.render(draft))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda c: c.pop("schema"), "要有 schema"),
        (lambda c: c.update(schema="dutywriter/draft/2"), "要有 schema"),
        (lambda c: c.pop("title"), "缺少 title"),
        (lambda c: c.update(title=5), "title 应是文字，不是整数"),
        (lambda c: c["parts"][0].update(blocks=[{"type": "graph"}]), "parts[0].blocks[0].type 的内容 graph 不认识"),
        (lambda c: c["parts"][0]["blocks"][0]["rows"][1].pop(), "parts[0].blocks[0].rows[1] 有 1 格，表有 2 列"),
        (lambda c: c["parts"][0]["blocks"][0].update(columns=[], rows=[]), "是没有列的表"),
        (lambda c: c["parts"][0]["blocks"][0]["rows"][0][0].update(text="a\nb"), "rows[0][0].text 里有换行"),
        (lambda c: c["parts"][0]["blocks"][0]["rows"][0][0].update(suggested=[[1, 99]]), "rows[0][0].suggested 的位置不在文字之内"),
        (lambda c: c["parts"][0]["blocks"][0]["rows"][0][0]["origin"].update(source="x"), "origin.source 的内容 x 不认识"),
    ],
)
def test_wrong_json_is_told_with_its_place(draft_of, change, says):
    content = content_of(draft_of(role="电商"))
    change(content)
    with pytest.raises(BadFile) as caught:
        read_json(json.dumps(content).encode(), "jd.json")
    assert caught.value.lines[0].startswith("jd.json: ")
    assert says in caught.value.lines[0]


@pytest.mark.parametrize(("content", "line"), [(b'{\n"a": ]', 2), (b"", 1), (b"[" * 100_000, 1), (b'"\xff"', 1)])
def test_what_is_no_json_is_told_with_its_line(content, line):
    with pytest.raises(BadFile, match=f"jd.json:{line}: 不是正确的 JSON"):
        read_json(content, "jd.json")


def test_new_keys_of_later_versions_are_left_alone(draft_of):
    draft = draft_of(role="驻场")
    content = content_of(draft)
    content["later"] = content["parts"][0]["later"] = 1
    assert read_json(json.dumps(content).encode()) == draft


def test_kinds_of_blocks_all_come_back(draft_of):
    draft = draft_of(role="驻场", level="主管", length="详尽")
    kinds = {type(block) for part in draft.parts for block in part.blocks}
    assert kinds == {Paragraph, Items, Table, Duties}
