"""The review page: what stands on it, and where each row leads."""

import pytest

from dutywriter.brief.fields import BY_KEY
from dutywriter.catalogue.load import bundled
from dutywriter.compose.compose import compose
from dutywriter.formats import plain
from dutywriter.wizard.events import Answered
from dutywriter.wizard.loop import DRAFT, EDIT, ENDS, LEAVE, REVIEW, WRITE, situation
from dutywriter.wizard.questions import GOAL_PARTS, question
from dutywriter.wizard.review import Shown, next_row, review, whole_draft
from tests.wizard.talk import Talk

ROLES = [entry.name for entry in bundled().entries]
PAGE = """
写成文件 | jd.md
看草稿全文 | 待填 {open} 处，建议值 {suggested} 处
在编辑器里改文字 | vi：怎样退出
先不写，以后接着 | 答案已存下

== 请留意 ==
留意这个

== 答案 ==
一句话 | 数据运营主管，双休
岗位 | 数据运营
文种 | 说明书
级别 | 主管（您说的：主管）
用人单位 | 甲公司
指标目标 | 报表准时率、自定指标
  报表准时率 现状 | （没说）
  报表准时率 目标 | 98%
  报表准时率 期限 | （没说）
  自定指标 现状 | （没说）
  自定指标 目标 | （没说）
职责模块 | 按推荐，可以逐条取舍
篇幅 | 标准（默认）
工作地点 | 成都
休息安排 | 双休（您说的：双休）
甲方验收人 | 王工
"""
NUMBERS = {
    "  报表准时率 现状": "present:报表准时率",
    "  报表准时率 目标": "target:报表准时率",
    "  报表准时率 期限": "deadline:报表准时率",
    "  自定指标 现状": "present:自定指标",
    "  自定指标 目标": "target:自定指标",
}


@pytest.fixture
def page_of(catalogue, brief_of):
    """`page_of(request, shown…, role="驻场")`: the page of an interview where Enter alone led there, and the interview."""

    def make(request="", *, remarks=(), where="", edited=False, editor="", **flags):
        talk = Talk.begun(catalogue, brief_of(**flags), request).goes_on()
        return review(situation(talk.state, catalogue), Shown(talk.draft, remarks, where, edited, editor)), talk

    return make


def text(options):
    return [" | ".join(filter(None, (option.title, option.note))) for option in options]


def under(page, heading):
    """The rows under a heading."""
    titles = [option.title for option in page.options]
    start = next(place for place, title in enumerate(titles) if title.startswith(f"== {heading}")) + 1
    end = next((place for place in range(start, len(titles)) if titles[place].startswith("== ")), len(titles) + 1) - 1
    return page.options[start:end]


def values(options):
    return [option.value for option in options]


FLAGS = {
    "role": "数据",
    "location": "成都",
    "company": "甲公司",
    "metrics": ["报表准时率=98%", "自定指标"],
    "set": ["甲方验收人=王工"],
}


def test_the_page_shows_what_can_be_done_the_remarks_and_the_answers(page_of):
    page, talk = page_of("数据运营主管，双休", remarks=("留意这个",), where="jd.md", editor="vi：怎样退出", **FLAGS)
    shown = "\n".join(text(page.options))
    expected = PAGE.format(open=len(talk.draft.placeholders()), suggested=talk.draft.suggestions())
    assert f"\n{shown[: shown.index('== 待填 ==') - 1]}" == expected
    assert (page.id, page.style, page.default) == (REVIEW, "page", WRITE)


def test_the_numbers_of_the_goals_are_answers_of_their_own(page_of):
    rows = {option.title: option.value for option in under(page_of(**FLAGS)[0], "答案")}
    assert {title: value for title, value in rows.items() if value.partition(":")[0] in GOAL_PARTS} == NUMBERS


def test_the_headings_stand_in_this_order(page_of):
    page, _ = page_of(role="驻场", remarks=("甲",))
    headings = [option.title.strip("= ") for option in page.options if option.title.startswith("== ")]
    assert headings == ["请留意", "答案", "待填", "提纲", "还可以说明", "草稿"]


@pytest.mark.parametrize(
    ("remark", "row"),
    [
        (
            "里程碑没有日期：写明开始日期（--start，如 2027-01-04），会按月写出",
            ("start", "里程碑没有日期：写明开始日期（如 2027-01-04），会按月写出"),
        ),
        ("薪酬要写明（--pay）", ("pay", "薪酬要写明")),
        ("模块都去掉了（--without，至少留一个）", ("sections", "模块都去掉了（至少留一个）")),
        ("“退款率”的期限 2025-01-01 已过，请核对", ("", "“退款率”的期限 2025-01-01 已过，请核对")),
        ("文件可以换（--catalogue，写法见说明）", ("", "文件可以换（写法见说明）")),
    ],
)
def test_a_remark_that_names_an_option_leads_to_its_question_and_does_without_the_option(page_of, remark, row):
    (shown,) = under(page_of(role="数据", remarks=(remark,))[0], "请留意")
    assert (shown.value, shown.title) == row


def test_the_outline_counts_the_duties_of_each_section_and_leads_to_their_choice(page_of):
    page, talk = page_of(role="数据")
    counts = {}
    for duty in talk.draft.duties():
        counts[duty.section] = counts.get(duty.section, 0) + 1
    sections = [option for option in under(page, "提纲") if option.value]
    assert [option.note for option in sections] == [f"{count} 条" for count in counts.values()]
    assert {option.value for option in sections} == {"sections"}
    assert [option.title for option in under(page, "提纲") if not option.value] == [part.heading for part in talk.draft.parts]


def test_what_is_open_leads_to_what_fills_it(page_of):
    page, talk = page_of(role="驻场", rest="双休", set=["甲方验收人=王工"], metrics=["客户满意度=88%->"])
    leads = {option.title: option.value for option in under(page, "待填")}
    assert list(leads) == talk.draft.placeholders()
    assert "甲方验收人" not in leads
    assert (leads["客户单位"], leads["工作时间"], leads["乙方项目经理"]) == ("client", "hours", "set:乙方项目经理")
    assert "客户满意度现状值" not in leads
    assert leads["客户满意度目标值"] == leads["客户满意度期限"] == "target:客户满意度"


def test_an_open_deadline_leads_to_its_question_once_there_is_a_target(page_of):
    leads = {option.title: option.value for option in under(page_of(role="驻场", metrics=["客户满意度=93%"])[0], "待填")}
    assert leads["客户满意度期限"] == "deadline:客户满意度"


def test_what_may_still_be_said_is_what_is_neither_answered_nor_open(page_of):
    page, talk = page_of(role="电商", location="成都")
    unsaid = values(under(page, "还可以说明"))
    assert {"title", "platform", "category", "focus"} <= set(unsaid)
    assert {"location", "business", "sections", "length"}.isdisjoint(unsaid)
    assert set(unsaid).isdisjoint(values(under(page, "待填")))
    assert {BY_KEY[key].label for key in unsaid}.isdisjoint(talk.draft.placeholders())


def test_what_only_postings_print_is_offered_for_these(page_of):
    assert {"pay", "posted", "headcount", "max_chars"}.isdisjoint(values(page_of(role="数据")[0].options))
    assert {"pay", "posted", "headcount", "max_chars"} <= set(values(page_of(role="数据", kind="招聘")[0].options))


def test_the_draft_stands_below_all_else(page_of):
    page, talk = page_of(role="数据")
    assert [option.title for option in page.options[-len(plain.render(talk.draft).decode().splitlines()) :]] == (
        plain.render(compose(talk.brief, talk.catalogue)).decode().splitlines()
    )


def test_a_changed_choice_of_duties_is_said_to_be_the_persons(page_of):
    rows = [row for row in text(page_of(role="数据", without_duties=["sj-daily-publish"])[0].options) if row.startswith("职责模块")]
    assert rows == ["职责模块 | 按您的取舍"]
    assert "职责取舍" not in "".join(text(page_of(role="数据", without_duties=["sj-daily-publish"])[0].options))


def test_a_draft_edited_by_hand_is_said_to_be(page_of):
    page, _ = page_of(role="数据", edited=True, editor="nano：怎样退出")
    assert "在编辑器里改文字 | 手改过；nano：怎样退出" in text(page.options)


def test_the_whole_draft_is_a_page_that_leads_back(page_of):
    _, talk = page_of(role="数据")
    page = whole_draft(talk.draft)
    first, *lines = page.options
    assert (page.id, page.style, page.default, first.value) == (DRAFT, "page", REVIEW, REVIEW)
    assert [line.title or line.note for line in lines] == plain.render(talk.draft).decode().splitlines()
    assert not any(line.value for line in lines)


# Where the cursor stands after an answer


@pytest.fixture
def rows_after(page_of, catalogue):
    """`rows_after({"department": "甲部"}, role="数据")`: the rows where the cursor stands after these answers, one by one."""

    def rows(replies, **flags):
        page, talk = page_of(**flags)
        found = []
        for row, reply in replies.items():
            before, page = page, review(situation(talk.replies(row, reply).state, catalogue), Shown(talk.draft))
            found.append(next_row(before, page, talk.state.wanted))
        return found

    return rows


def test_after_an_open_point_is_filled_the_cursor_is_on_the_next(rows_after):
    filled = {
        "department": "甲部",
        "reports_to": "李工",
        "location": "成都",
        "hours": "9:00-18:00",
        "present:报表准时率": "80%",
        "deadline:报表准时率": "2027Q2",
        "education": "大专",
    }
    rows = rows_after(filled, role="数据", company="甲公司", metrics=["报表准时率=98%"], rest="双休")
    assert rows == [*list(filled)[1:], "education"]


def test_an_open_point_that_stays_open_keeps_the_cursor(rows_after):
    assert rows_after({"department": "", "set:权限范围": ""}, role="数据") == ["department", "set:权限范围"]


def test_after_another_answer_the_cursor_is_on_its_row(rows_after):
    replies = {"level": "经理", "title": "数据负责人", "scope": "两个系统", "length": "精简"}
    assert rows_after(replies, role="数据") == list(replies)


def test_on_the_first_page_the_cursor_is_on_the_row_that_was_wanted(page_of):
    page, _ = page_of(role="数据")
    assert next_row(None, page, "level") == "level"


def test_a_draft_that_cannot_be_made_is_neither_written_nor_shown(catalogue, brief_of):
    talk = Talk.begun(catalogue, brief_of(role="数据", kind="驻场附件")).goes_on()
    page = review(situation(talk.state, catalogue), Shown(None, ("驻场附件只用于驻场的岗位",)))
    assert [value for value in values(page.options) if value in ENDS] == [LEAVE]
    assert page.default == LEAVE
    assert "驻场附件只用于驻场的岗位" in text(page.options)
    assert "kind" in values(page.options)
    assert not any("草稿" in option.title for option in page.options)


CASES = [
    *({"role": role} for role in ROLES),
    {"role": "产品", "platform": "抖音", "category": "女装", "kind": "招聘"},
    {"role": "驻场", "level": "经理", "outline": "计划为先", "metrics": ["客户满意度=88%->93%@2027-06-30", "自定指标"]},
    {"role": "电商", "kind": "任务清单", "length": "详尽", "set": ["甲=乙：丙"]},
    {"role": "数据", "own": ["公益=组织捐赠"], "order": ["数据质量"], "without": ["竞品与市场"]},
    {"request": "小红书母婴账号招新媒体运营，成都，双休，7-10K，会剪视频优先"},
]


@pytest.mark.parametrize("case", CASES)
def test_every_row_leads_to_a_question_or_an_end(page_of, case):
    page, talk = page_of(**case)
    for value in filter(None, values(page.options)):
        assert value in (*ENDS, DRAFT) or question(value, situation(talk.state, talk.catalogue)).message
    assert {WRITE, EDIT, LEAVE} <= set(values(page.options))


def test_a_row_of_the_page_leads_on_and_back_again(page_of):
    page, talk = page_of(role="产品")
    for value in dict.fromkeys(values(page.options)):
        if value and value not in (*ENDS, DRAFT):
            assert talk.does(Answered(value)).place == value
            assert talk.enters().goes_on().place == REVIEW
