"""The review page: what stands on it, and where each row leads."""

import pytest

from dutywriter.brief.fields import BY_KEY
from dutywriter.catalogue.load import bundled
from dutywriter.compose.compose import compose
from dutywriter.formats import plain
from dutywriter.wizard.events import Answered
from dutywriter.wizard.loop import EDIT, ENDS, LEAVE, REVIEW, WRITE, situation
from dutywriter.wizard.questions import question
from dutywriter.wizard.review import Shown, review
from tests.wizard.talk import Talk

ROLES = [entry.name for entry in bundled().entries]
PAGE = """
写成文件 | jd.md
在编辑器里改文字
先不写，以后接着 | 答案已存下

== 请留意 ==
提示：留意这个

== 答案 ==
一句话 | 数据运营主管，双休
岗位 | 数据运营
文种 | 说明书
级别 | 主管（您说的：主管）
用人单位 | 甲公司
指标目标 | 报表准时率=98%
职责模块 | 按推荐
篇幅 | 标准（默认）
工作地点 | 成都
休息安排 | 双休（您说的：双休）
"""


@pytest.fixture
def page_of(catalogue, brief_of):
    """`page_of(request, shown…, role="驻场")`: the page of an interview where Enter alone led there, and the interview."""

    def make(request="", *, remarks=(), where="", edited=False, replies=(), **flags):
        talk = Talk.begun(catalogue, brief_of(**flags), request).goes_on()
        for row, reply in replies:
            talk.replies(row, reply)
        return review(situation(talk.state, catalogue), Shown(talk.draft, remarks, where, edited)), talk

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


def test_the_page_shows_what_can_be_done_the_remarks_and_the_answers(page_of):
    flags = {"role": "数据", "location": "成都", "company": "甲公司", "metrics": ["报表准时率=98%"]}
    page, _ = page_of("数据运营主管，双休", remarks=("提示：留意这个",), where="jd.md", **flags)
    shown = "\n".join(text(page.options))
    assert f"\n{shown[: shown.index('== 提纲 ==') - 1]}" == PAGE
    assert (page.id, page.style, page.default) == (REVIEW, "page", WRITE)


def test_the_headings_stand_in_this_order(page_of):
    page, _ = page_of(role="驻场", remarks=("提示：甲",))
    headings = [option.title for option in page.options if option.title.startswith("== ")]
    assert [heading.strip("= ").split()[0] for heading in headings] == ["请留意", "答案", "提纲", "待填", "还可以说明", "草稿"]


def test_the_outline_counts_the_duties_of_each_section_and_leads_to_their_choice(page_of):
    page, talk = page_of(role="数据")
    counts = {}
    for duty in talk.draft.duties():
        counts[duty.section] = counts.get(duty.section, 0) + 1
    sections = [option for option in under(page, "提纲") if option.value]
    assert [option.note for option in sections] == [f"{count} 条" for count in counts.values()]
    assert {option.value for option in sections} == {"sections"}
    assert [option.title for option in under(page, "提纲") if not option.value] == [part.heading for part in talk.draft.parts]


def test_what_is_open_leads_to_what_fills_it_and_is_counted(page_of):
    page, talk = page_of(role="驻场", set=["甲方验收人=王工"])
    rows = under(page, "待填")
    assert any(option.title == f"== 待填 {len(talk.draft.placeholders())} 处 ==" for option in page.options)
    names = [option.title.strip() for option in rows]
    assert names == [*talk.draft.placeholders(), "甲方验收人"]
    leads = dict(zip(names, values(rows), strict=True))
    assert (leads["客户单位"], leads["甲方验收人"]) == ("client", "set:甲方验收人")
    assert rows[-1].note == "王工"


def test_what_may_still_be_said_is_what_is_neither_answered_nor_open(page_of):
    page, talk = page_of(role="电商", location="成都")
    unsaid = values(under(page, "还可以说明"))
    assert {"title", "platform", "category", "metrics", "focus"} <= set(unsaid)
    assert {"location", "business", "sections", "length"}.isdisjoint(unsaid)
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
    rows = [row for row in text(page_of(role="数据", without_duties=["sj-daily-case"])[0].options) if row.startswith("职责模块")]
    assert rows == ["职责模块 | 按您的取舍"]
    assert "职责取舍" not in "".join(text(page_of(role="数据", without_duties=["sj-daily-case"])[0].options))


def test_a_draft_edited_by_hand_is_said_to_be(page_of):
    assert text(page_of(role="数据", edited=True)[0].options)[1] == "在编辑器里改文字 | 手改过"


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
        assert value in ENDS or question(value, situation(talk.state, talk.catalogue)).message
    assert {WRITE, EDIT, LEAVE} <= set(values(page.options))


def test_a_row_of_the_page_leads_on_and_back_again(page_of):
    page, talk = page_of(role="产品")
    for value in dict.fromkeys(values(page.options)):
        if value and value not in ENDS:
            assert talk.does(Answered(value)).place == value
            assert talk.enters().goes_on().place == REVIEW
