import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.catalogue.load import bundled
from dutywriter.check.engine import findings
from dutywriter.check.fix import applied, difference, mended
from dutywriter.reading.about import about
from dutywriter.reading.source import Source

CATALOGUE = bundled()


def told(text):
    source = Source(text)
    return findings(source, about(source), "internal", CATALOGUE)


def fixed(text):
    return mended(text, told)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("使用Excel统计数据", "使用 Excel 统计数据"),
        ("核对数据,登记异常", "核对数据，登记异常"),
        ("核对数据, 登记异常", "核对数据，登记异常"),
        ("提升20%,完成目标", "提升20%，完成目标"),
        ("核对(含退款),登记", "核对（含退款），登记"),
        ("熟悉 Excel (透视表)", "熟悉 Excel（透视表）"),
        ("招聘３人，用ＥＸＣＥＬ", "招聘3人，用 EXCEL"),
        ("核对数据。。", "核对数据。"),
        ("还有其他工作。。。", "还有其他工作……"),
        ("核\u200b对数据", "核对数据"),
        ("核对数据 ，登记异常", "核对数据，登记异常"),
        ("时间:9:00,地点:成都", "时间：9:00，地点：成都"),
    ],
)
def test_what_cannot_change_the_meaning_is_mended(before, after):
    assert fixed(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "面向C端用户，备战618、双11，T+1到账",
        "网址 https://example.com/a?b=1,c=中文",
        "邮箱 a.b@example.com",
        "比例 1:5，金额 1,000 元，10:30 开会",
        "熟悉 Word,Excel,PPT",
        "| 项目 | 内容 |\n| --- | --- |\n| 岗位 | 运营 |",
        "- [ ] 核对数据\n- [x] 登记异常",
        "1) 核对数据\n2) 登记异常",
        "**标准：** 按时",
        "核对数据  \n登记异常",
        "代码 `a,中` 不动",
        "```\n核对数据,登记\n```",
        "见[说明](http://a.b/核对,登记(1))",
        "<!-- 核对数据,登记 -->",
        "---\nkind: 招聘,试用\n---\n核对数据",
        "\ufeff# 岗位职责\r\n1. 核对数据\r\n",
        "未编号的 &nbsp;&nbsp;核对",
    ],
)
def test_what_has_to_stay_stays(text):
    assert fixed(text) == text


def test_markup_around_what_is_mended_survives():
    before = "## 岗位职责(一)\r\n\r\n1. **核对数据,登记异常**  \r\n   每日, 下班前\r\n\r\n"
    after = "## 岗位职责（一）\r\n\r\n1. **核对数据，登记异常**  \r\n   每日，下班前\r\n\r\n"
    assert fixed(before) == after
    before = "| 项目 | 说明(略) |\n|:---|---:|\n| 工具 | 用Excel做 |\n"
    assert fixed(before) == "| 项目 | 说明（略） |\n|:---|---:|\n| 工具 | 用 Excel 做 |\n"


def test_a_blank_is_never_put_inside_markup():
    assert fixed("用**Excel**做表，用`SQL`取数") == "用**Excel**做表，用`SQL`取数"


def test_of_edits_that_overlap_the_first_is_made():
    text = "核对(甲,乙)"
    assert applied(text, told(text)) == "核对（甲,乙）"
    assert fixed(text) == "核对（甲，乙）"


def test_a_difference_shows_what_was_mended():
    said = difference("核对数据\r\n登记,回访", "核对数据\r\n登记，回访", "岗位.md")
    end = "\\ No newline at end of file\n"
    assert said == f"--- 岗位.md\n+++ 岗位.md\n@@ -1,2 +1,2 @@\n 核对数据\r\n-登记,回访\n{end}+登记，回访\n{end}"
    assert difference("同", "同", "岗位.md") == ""
    assert difference("", "", "岗位.md") == ""


SIGNS = st.sampled_from(
    [
        *"核对数据登记一二年月日端,;:!?()（），。、；：“”《》【】 \u3000\u200b.-+*#|`[]<>&_~/%@0123456789１ＡａABCab",
        "\n",
        "\r\n",
        "  \n",
        "Excel",
        "618",
        "双11",
        "T+1",
        "**",
        "- ",
        "1. ",
        "| ",
        "http://a.b/",
    ]
)
TEXTS = st.lists(SIGNS, max_size=60).map("".join)


@given(TEXTS)
def test_mending_twice_changes_nothing_more(text):
    once = fixed(text)
    assert fixed(once) == once


@given(TEXTS)
def test_no_letter_no_digit_and_no_chinese_character_comes_or_goes(text):
    kept = r"[0-9A-Za-z\u4e00-\u9fff]"
    assert re.findall(kept, unicodedata.normalize("NFKC", fixed(text))) == re.findall(kept, unicodedata.normalize("NFKC", text))


@given(TEXTS)
def test_lines_without_anything_to_mend_are_not_touched_and_line_ends_stay(text):
    source = Source(text)
    touched = {source.position(finding.start)[0] for finding in told(text) if finding.fix is not None}
    before, after = (re.split(r"(\r\n|\r|\n)", side) for side in (text, applied(text, told(text))))
    assert before[1::2] == after[1::2]
    assert [line for place, line in enumerate(before[::2], 1) if place not in touched] == [
        line for place, line in enumerate(after[::2], 1) if place not in touched
    ]


@given(TEXTS)
def test_what_a_markdown_reader_sees_as_structure_stays(text):
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    kinds = [[(token.type, token.tag) for token in parser.parse(side)] for side in (text, fixed(text))]
    assert kinds[0] == kinds[1]
