"""Segments: what people read, where it stands in the source, and the part it stands in."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dutywriter.formats import markdown, plain
from dutywriter.reading.segments import segments
from dutywriter.reading.source import Source

COUNTERS = "第一二三四五六七八九十"
SIGNS = " \n\t\u3000，。；：、（）()【】.:-*#>|0123456789aA·①②\r\v\\_~=□※"
WORDS = [
    "岗位职责",
    "任职要求",
    "工作时间",
    "负责",
    "甲",
    "店铺",
    "职责",
    "一、",
    "（二）",
    "1、",
    "2.",
    "**",
    "---\n",
    "\n\n",
    "    ",
]
LINES = st.lists(st.one_of(st.sampled_from(WORDS), st.text(SIGNS + "中文字" + COUNTERS, max_size=6)), max_size=40).map("".join)
LONG = "负责店铺的日常运营工作与活动配置"
ANY = st.one_of(LINES, st.text(max_size=200), st.text("<!->`~[](a)&#x;nbsp*\\|\n甲", max_size=60))


def read(text, form="markdown"):
    return list(segments(Source(text, form)))


def told(text, form="markdown"):
    return [(segment.kind, segment.part, segment.text) for segment in read(text, form)]


def texts(text, form="markdown"):
    return [segment.text for segment in read(text, form)]


def parts(text, form="text"):
    return {segment.text: segment.part for segment in read(text, form)}


def places(segment):
    return [segment.place(offset) for offset in range(len(segment.text))]


@given(ANY, st.sampled_from(["markdown", "text", "word"]))
@example("**甲****乙**\\*", "markdown")
@example("| a\\|b | **c** |\n|-|-|\n| `d` | |", "markdown")
@example("---\na: b\n---\n甲", "markdown")
@example("甲<br>", "markdown")
@example("【】\n1. 甲", "text")
@settings(max_examples=400)
def test_every_character_stands_in_the_source_where_it_is_said_to(text, form):
    last = -1
    for segment in read(text, form):
        there = places(segment)
        assert "".join(text[place] for place in there) == segment.text
        assert there == sorted(set(there))
        assert there[0] > last
        assert segment.text == segment.text.strip()
        last = there[-1]


@given(LINES, st.sampled_from(["markdown", "text"]))
@example("~~~岗位职责", "markdown")
@settings(max_examples=400)
def test_nothing_written_is_lost(text, form):
    seen = {place for segment in read(text, form) for place in places(segment)}
    lost = [character for place, character in enumerate(text) if place not in seen]
    assert [character for character in lost if "\u4e00" <= character <= "\u9fff" and character not in COUNTERS] == []


@pytest.mark.parametrize("kind", ["说明书", "招聘"])
@pytest.mark.parametrize("role", ["电商", "驻场"])
def test_our_own_documents_stand_in_their_parts_in_either_format(draft_of, kind, role):
    draft = draft_of(role=role, kind=kind)
    keys = {
        "facts": "facts",
        "goals": "goals",
        "duties": "duties",
        "posting_duties": "duties",
        "musts": "requirements",
        "pluses": "pluses",
        "metrics": "metrics",
        "partners": "partners",
        "rhythm": "rhythm",
        "onsite": "onsite",
        "employer": "employer",
        "offer": "offer",
        "pending": "pending",
    }
    for text, form in ((markdown.render(draft), "markdown"), (plain.render(draft), "text")):
        read_parts = [(s.text, s.part) for s in read(text.decode(), form) if s.kind == "heading" and s.depth == 2]
        assert [heading for heading, _ in read_parts] == [part.heading for part in draft.parts]
        for part, (_, key) in zip(draft.parts, read_parts, strict=True):
            assert key == keys.get(part.key, key)


def test_a_duty_of_ours_is_an_item_and_its_details(draft_of):
    draft = draft_of(role="电商")
    found = read(markdown.render(draft).decode())
    duties = [s for s in found if s.part == "duties" and s.kind in ("item", "detail")]
    assert [s.kind for s in duties] == ["item", "detail"] * (len(duties) // 2)
    assert duties[0].text in next(part for part in draft.parts if part.key == "duties").blocks[0].duties[0].text
    assert " · 标准：" in duties[1].text


def test_markup_is_no_text():
    assert told('# 题 #\n- [x] **负责**店铺`SKU`与[报表](http://a.b/c "d")\n> 注\\*\n\n<b>甲</b>&nbsp;乙<br>丙') == [
        ("title", "", "题"),
        ("item", "", "负责店铺SKU与报表"),
        ("quote", "", "注*"),
        ("paragraph", "", "甲乙"),
        ("paragraph", "", "丙"),
    ]


@pytest.mark.parametrize("text", ["长 160*50 厘米", "2 * 3 * 4", "a_b_c", "**重点", "3 < 5", "A&B", "[待定]"])
def test_signs_that_are_no_markup_are_text(text):
    assert texts(text) == [text]


def test_what_nobody_sees_is_skipped():
    hidden = "---\nkind: 招聘\n---\n<!-- 一行 -->甲\n<!-- 两\n行 -->\n```\n男性优先\n```\n~~~~\n码\n~~~\n~~~~\n乙\n***\n"
    assert texts(hidden) == ["甲", "乙"]
    assert texts("甲<!-- 中间 -->乙 <!-- 起\n不见\n止 -->丙") == ["甲乙", "丙"]


def test_a_comment_on_a_line_of_its_own_is_none_of_a_plain_text():
    assert texts("<!-- dutywriter: ignore DW502 -->\n甲\n<!-- 乙\n丙", "text") == ["甲", "<!-- 乙", "丙"]


def test_a_rule_at_the_top_opens_no_front_matter():
    assert texts("---\n甲乙\n---\n丙") == ["甲乙", "丙"]


def test_cells_have_the_heading_over_them_and_the_number_of_their_row():
    table = "| 指标 | 目标 |\n| --- | :-: |\n| 转化率 | 3\\|5% |\n| 退款率 | |\n\n| 无 | 头 |"
    assert [(s.text, s.column, s.row) for s in read(table)] == [
        ("指标", "", 0),
        ("目标", "", 0),
        ("转化率", "指标", 1),
        ("3|5%", "目标", 1),
        ("退款率", "指标", 2),
        ("无", "指标", 3),
        ("头", "目标", 3),
    ]


def test_a_table_needs_no_outer_borders():
    assert [(s.text, s.column) for s in read("指标 | 目标\n---|---\n甲 | 乙\n\n丙")] == [
        ("指标", ""),
        ("目标", ""),
        ("甲", "指标"),
        ("乙", "目标"),
        ("丙", ""),
    ]


def test_lines_within_a_cell_are_read_one_by_one():
    assert [(s.text, s.column) for s in read("| 要求 |\n|---|\n| 男女不限<br>本科 |")] == [
        ("要求", ""),
        ("男女不限", "要求"),
        ("本科", "要求"),
    ]


def test_a_line_under_a_long_paragraph_is_no_underline():
    text = "负责店铺的日常运营，" * 8
    assert [s.kind for s in read(f"{text}\n---\n甲")] == ["paragraph", "paragraph"]


def test_who_is_preferred_is_no_heading_without_a_colon():
    found = read("任职要求：\n有经验者优先\n有以下经验者优先：\n甲", "text")
    assert [(s.kind, s.part) for s in found][1:3] == [("item", "requirements"), ("heading", "pluses")]


def test_headings_of_every_sort_have_a_depth():
    text = "题\n===\n甲目\n---\n### 乙目\n一、丙目\n（一）丁目\n任职要求\n**戊目**\n己目：\n- 庚"
    assert [(s.text, s.depth) for s in read(text) if s.kind in ("title", "heading")] == [
        ("题", 1),
        ("甲目", 2),
        ("乙目", 3),
        ("丙目", 2),
        ("丁目", 3),
        ("任职要求", 7),
        ("戊目", 8),
        ("己目", 8),
    ]


def test_a_heading_below_a_part_is_of_that_part_unless_it_says_more():
    duties = "## 四、主要职责\n### （一）交付与验收\n1. 甲\n### （二）绩效考核\n1. 乙\n"
    text = f"# 说明书\n{duties}### 任职要求\n1. 丙\n## 五、绩效指标\n丁"
    assert [(s.text, s.part) for s in read(text) if s.kind in ("item", "paragraph")] == [
        ("甲", "duties"),
        ("乙", "duties"),
        ("丙", "requirements"),
        ("丁", "metrics"),
    ]
    assert [s.number for s in read(text) if s.kind == "heading"] == [1, 1, 1, 2, 3]


def test_a_title_may_stand_below_a_line():
    assert told("某某公司\n# 店长\n甲事\n## 任职要求\n本科")[:3] == [
        ("paragraph", "", "某某公司"),
        ("title", "", "店长"),
        ("paragraph", "", "甲事"),
    ]


def test_numbered_headings_below_an_unnumbered_part_divide_it():
    assert parts("职位描述：\n一、直播策划\n1、甲事\n任职要求：\n一、硬性\n1、本科") == {
        "职位描述": "duties",
        "直播策划": "duties",
        "甲事": "duties",
        "任职要求": "requirements",
        "硬性": "requirements",
        "本科": "requirements",
    }


def test_headings_marked_in_a_plain_text_are_headings():
    assert parts("# 店长\n## 岗位职责\n甲事") == {"店长": "", "岗位职责": "duties", "甲事": "duties"}


def test_a_heading_nobody_knows_is_of_duties_in_a_document_about_them():
    assert parts("# 店长岗位职责\n## 货品\n甲\n## 计分办法\n乙", "markdown") == {
        "店长岗位职责": "",
        "货品": "duties",
        "甲": "duties",
        "计分办法": "",
        "乙": "",
    }


@pytest.mark.parametrize(
    "heading",
    ["岗位职责", "【岗位职责】", "岗位职责：", "职位描述", "一、工作内容：", "你将负责：", "★ 主要职责 ★", "**工作职责**"],
)
def test_duties_are_called_by_many_names(heading):
    assert parts(f"{heading}\n甲乙丙\n丁戊己")["甲乙丙"] == "duties"


def test_items_under_a_title_about_duties_are_duties():
    assert parts("直播运营岗位职责\n为做好直播。\n1、甲事") == {"直播运营岗位职责": "", "为做好直播。": "", "甲事": "duties"}


@pytest.mark.parametrize(
    "heading",
    [
        "任职要求",
        "任职资格：",
        "【岗位要求】",
        "我们希望你：",
        "应聘条件",
        "二、职位要求",
        "3、任职条件：",
        "任 职 要 求",
        "要求是什么？",
    ],
)
def test_requirements_are_called_by_many_names(heading):
    assert parts(f"工作内容：\n甲乙丙\n{heading}\n丁戊己")["丁戊己"] == "requirements"


def test_a_line_that_runs_everything_together_is_parted():
    text = "岗位职责：1、负责日常运营；2、跟进 1.5 倍投放任职要求：1、本科；2、有3.0版经验福利待遇：双休工作地点：北京"
    assert told(text, "text") == [
        ("heading", "duties", "岗位职责"),
        ("item", "duties", "负责日常运营；"),
        ("item", "duties", "跟进 1.5 倍投放"),
        ("heading", "requirements", "任职要求"),
        ("item", "requirements", "本科；"),
        ("item", "requirements", "有3.0版经验"),
        ("heading", "offer", "福利待遇"),
        ("paragraph", "offer", "双休"),
        ("item", "offer", "工作地点：北京"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "负责 2024.1.1 上线的 1.5 版",
        "安排10.1假期、5.1假期的值班",
        "维护 3.0版与 4.0版",
        "见附件（附件1）和（附件2）",
        "拓展一、二线城市",
        "职责：标注 A、B、C 档",
        "岗位职责：核对价格（每日，开播前）：改后用另一账号看到手价并截图；发现错价先下链接；再上报直接上级",
        "志愿者的工作时间：自愿",
        "制定门店考核指标：坪效、客单",
        "每天 9:00-18:00 值班",
        "评分 4.5 以上，排名前3、5名",
        "以下是各部门的工作：甲",
    ],
)
def test_what_counts_nothing_and_heads_nothing_parts_nothing(text):
    assert [s.text for s in read(text, "text") if s.kind != "heading"] == [text.removeprefix("岗位职责：").removeprefix("职责：")]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("岗位职责 1、甲事 2、乙事", ["甲事", "乙事"]),
        ("职责：（1）甲事；（2）乙事", ["甲事；", "乙事"]),
        ("职责：①甲事②乙事", ["甲事", "乙事"]),
        ("职责：1.甲事。2.3年乙事。3.丙事", ["甲事。", "3年乙事。", "丙事"]),
        ("职责：一、甲事。二、乙事。", ["甲事。", "乙事。"]),
        ("工作职责A.甲事；B.乙事", ["甲事；", "乙事"]),
        ("工作内容- 甲事；- 乙事；", ["甲事；", "乙事；"]),
        ("职责：•甲事•乙事", ["甲事", "乙事"]),
        ("职责：1、甲事；4、乙事", ["甲事；", "乙事"]),
        (
            "岗位职责：" + "；".join(["负责店铺的日常运营工作与活动配置"] * 3),
            ["负责店铺的日常运营工作与活动配置；"] * 2 + ["负责店铺的日常运营工作与活动配置"],
        ),
    ],
)
def test_items_run_together_are_parted_at_their_numbers(text, items):
    assert [s.text for s in read(text, "text") if s.kind == "item"] == items


@pytest.mark.parametrize(
    "mark", ["1、", "1. ", "1）", "（1）", "(1) ", "①", "⑴", "⒈", "❶", "1️⃣", "- ", "-", "•", "・", "★", "✅ ", "👉", "a. ", "A、"]
)
def test_items_have_marks_of_many_sorts(mark):
    assert told(f"岗位职责：\n{mark}负责店铺", "text")[1:] == [("item", "duties", "负责店铺")]


def test_a_decimal_at_the_beginning_of_a_line_is_an_item_where_it_counts():
    assert texts("1.本科\n2.3年以上经验\n3.良好", "text") == ["本科", "3年以上经验", "良好"]
    assert texts("负责投放\n2.3 倍回报", "text") == ["负责投放", "2.3 倍回报"]


def test_a_field_is_of_its_own_part_and_changes_none():
    assert parts("岗位职责：\n1、甲事\n学历：本科\n工作地点：北京\n2、乙事") == {
        "岗位职责": "duties",
        "甲事": "duties",
        "学历：本科": "requirements",
        "工作地点：北京": "offer",
        "乙事": "duties",
    }


@pytest.mark.parametrize(
    "text",
    ["本科及以上学历", "3 年以上运营经验", "有电商经验者优先", "年龄 35 岁以下", "男，18-30岁", "具备良好的沟通能力", "女士优先"],
)
def test_what_a_post_requires_is_told_from_its_duties(text):
    assert parts(f"岗位职责：\n1、负责店铺\n2、{text}")[text] == "requirements"


@pytest.mark.parametrize(
    "text",
    [
        "优先处理超时订单",
        "熟悉平台规则，按周更新台账",
        "统计 3 年内的订单",
        "核对 35 岁以上用户画像",
        "统计 18-30 岁人群占比",
        "配合学习培训",
    ],
)
def test_duties_that_sound_like_requirements_are_duties(text):
    assert parts(f"岗位职责：\n1、负责店铺\n2、{text}")[text] == "duties"


def test_items_before_any_heading_are_duties_where_requirements_follow():
    assert parts("1、甲事\n2、乙事\n任职要求：\n1、本科")["乙事"] == "duties"
    assert parts("1、甲事\n2、乙事")["乙事"] == ""


def test_an_indented_line_under_an_item_is_its_detail():
    text = "1. 甲事\n   每周；标准：乙\n2. 丙事\n\n   丁"
    assert [(s.kind, s.text) for s in read(text, "text")] == [
        ("item", "甲事"),
        ("detail", "每周；标准：乙"),
        ("item", "丙事"),
        ("paragraph", "丁"),
    ]


def test_a_bare_line_is_no_title():
    assert [s.kind for s in read("男士优先", "text")] == ["paragraph"]
    assert [s.kind for s in read("招聘运营专员", "text")] == ["paragraph"]
    assert [s.kind for s in read("招聘运营专员\n甲", "text")] == ["title", "paragraph"]


@pytest.mark.parametrize("unit", ["中", "。", "：", "**", "1、", "职责：", "| a", "[", "<a", "\\", " a", "（", "`a"])
def test_a_very_long_line_is_read_in_stretches(unit):
    text = unit * 30_000
    found = read(text)
    assert max((len(s.text) for s in found), default=0) <= 8000
    assert "".join(s.text for s in found).replace(" ", "")[:1] in ("", *unit)


def test_three_figures_before_a_comma_are_no_mark_of_an_item():
    (segment,) = segments(Source("996，能接受的来"))
    assert segment.text == "996，能接受的来"
    assert next(segments(Source("99，核对订单\n登记退款"))).text == "核对订单"
