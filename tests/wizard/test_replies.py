"""Replies: what is wrong with a typed line, and what ticked duties change about the draft."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutywriter.brief.answers import from_file, from_flags, layered, to_file
from dutywriter.brief.kinds import MetricGoal
from dutywriter.brief.request import Request
from dutywriter.catalogue.load import bundled
from dutywriter.cli.command import arguments
from dutywriter.compose.case import Case
from dutywriter.compose.compose import compose
from dutywriter.draft import Duties
from dutywriter.wizard.picker import Picker
from dutywriter.wizard.questions import Situation, own_option, question
from dutywriter.wizard.replies import (
    Arrangement,
    Ticked,
    Ticking,
    arranged,
    doubtful,
    picked_reply,
    said_before,
    with_reply,
    with_ticks,
    wrong,
)

CATALOGUE = bundled()
SATISFIED = "客户满意度"


def asked(id_, brief):
    return question(id_, Situation(brief, CATALOGUE, Request("", ())))


@pytest.fixture
def replied(brief_of):
    """`replied("level", "主管", role="驻场")`: the brief that a reply makes."""
    return lambda id_, reply, **flags: with_reply(brief_of(**flags), CATALOGUE, asked(id_, brief_of(**flags)), reply)[0]


# Lines


@pytest.mark.parametrize(
    ("part", "typed", "goal"),
    [
        ("present", "35", MetricGoal(SATISFIED, "35")),
        ("present", " 35% ", MetricGoal(SATISFIED, "35", unit="%")),
        ("target", "３５％", MetricGoal(SATISFIED, target="35", unit="%")),
        ("target", "3.5万", MetricGoal(SATISFIED, target="3.5万")),
        ("target", "1,200 元", MetricGoal(SATISFIED, target="1200", unit="元")),
        ("target", "-3", MetricGoal(SATISFIED, target="-3")),
        ("present", "", MetricGoal(SATISFIED)),
    ],
)
def test_a_number_is_read_as_people_type_it(replied, part, typed, goal):
    assert replied(f"{part}:{SATISFIED}", typed, role="驻场", metrics=[SATISFIED]).goals == (goal,)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026Q4", "2026-12-31"),
        ("2027 年 6 月", "2027-06-30"),
        ("2027-06-15", "2027-06-15"),
        ("2027年底", "2027-12-31"),
        ("", ""),
    ],
)
def test_a_deadline_is_read_as_people_type_it(replied, typed, day):
    goals = replied(f"deadline:{SATISFIED}", typed, role="驻场", metrics=[f"{SATISFIED}=93%"]).goals
    assert goals == (MetricGoal(SATISFIED, target="93", unit="%", deadline=day),)


def test_numbers_of_one_goal_leave_the_others_alone(replied):
    goals = replied(f"target:{SATISFIED}", "93%", role="驻场", metrics=[f"{SATISFIED}=88%", "响应及时率=95%"]).goals
    assert goals == (MetricGoal(SATISFIED, target="93", unit="%"), MetricGoal("响应及时率", target="95", unit="%"))


@pytest.mark.parametrize(
    ("id_", "typed", "told"),
    [
        (f"present:{SATISFIED}", "很高", "“很高”不是数字，请写成 35、35% 或 3.5万"),
        (f"target:{SATISFIED}", "88%->93%", "不是数字"),
        (f"target:{SATISFIED}", "1小时", "单位是“小时”，与另一个数的“%”不一致，请统一"),
        (f"deadline:{SATISFIED}", "明年", "“明年”不是日期，请写成 2027-06-30、2027Q2 或 2027 年 6 月"),
        (f"deadline:{SATISFIED}", "2027-02-30", "不是日期"),
        ("set:甲方验收人", "王\x07工", "不能显示的控制字符"),
        ("team_size", "很多", "应是 0 到 9999 之间的整数"),
        ("hours", "朝九晚六", "请写成 09:00-18:00"),
        ("pay", "面议", "不是薪酬范围"),
        ("posted", "下周", "不是日期"),
        ("company", "公" * 201, "有 201 字，最多 200 字"),
        ("focus", "话" * 5001, "最多 5000 字"),
        ("must", f"会剪视频；{'长' * 201}", "有 201 字，最多 200 字"),
        ("role", "驻厂", "是不是 驻场运营？"),
        ("metrics", "转化率=很高", "不是数字"),
    ],
)
def test_a_line_that_cannot_be_taken_says_what_would_do(brief_of, id_, typed, told):
    brief = brief_of(role="驻场", metrics=[f"{SATISFIED}=88%->93%"])
    assert told in wrong(asked(id_, brief), CATALOGUE, typed)


@pytest.mark.parametrize(
    ("id_", "typed"),
    [
        (f"present:{SATISFIED}", "88"),
        (f"target:{SATISFIED}", "93%"),
        (f"target:{SATISFIED}", ""),
        (f"deadline:{SATISFIED}", "2027Q2"),
        ("set:甲方验收人", "王工"),
        ("company", "  "),
        ("platform", "自建商城"),
        ("metrics", "自定指标"),
        ("must", "会剪视频；；能出差"),
        ("request", "什么都行\x07"),
    ],
)
def test_of_a_line_that_can_be_taken_nothing_is_told(brief_of, id_, typed):
    brief = brief_of(role="驻场", metrics=[f"{SATISFIED}=88%->93%"])
    assert wrong(asked(id_, brief), CATALOGUE, typed) == ""


def test_a_number_may_change_its_unit_while_the_other_is_open(brief_of):
    brief = brief_of(role="驻场", metrics=[f"{SATISFIED}=93%"])
    assert wrong(asked(f"target:{SATISFIED}", brief), CATALOGUE, "4.5分") == ""
    assert "不一致" in wrong(asked(f"present:{SATISFIED}", brief), CATALOGUE, "4.5分")


@pytest.mark.parametrize(
    ("id_", "line"),
    [
        (f"present:{SATISFIED}", "88%"),
        (f"target:{SATISFIED}", "3.5万%"),
        (f"deadline:{SATISFIED}", "2027-06-30"),
        ("set:甲方验收人", "王工"),
        ("company", "甲公司"),
        ("must", "会剪视频；能出差"),
        ("onsite", "是"),
        ("team_size", "6"),
        ("department", ""),
        ("set:所属部门", ""),
    ],
)
def test_what_was_said_stands_in_the_line_as_it_can_be_typed_again(brief_of, id_, line):
    flags = {"company": "甲公司", "must": ["会剪视频", "能出差"], "onsite": "是", "team_size": "6", "set": ["甲方验收人=王工"]}
    brief = brief_of(role="驻场", metrics=[f"{SATISFIED}=88%->3.5万@2027-06-30"], **flags)
    asking = asked(id_, brief)
    assert said_before(asking, brief) == line
    again, lost = with_reply(brief, CATALOGUE, asking, line)
    assert (arguments(again), lost) == (arguments(brief), "")


LINES = [
    "set:甲方验收人",
    f"present:{SATISFIED}",
    f"deadline:{SATISFIED}",
    "company",
    "hours",
    "pay",
    "posted",
    "team_size",
    "tools",
    "must",
    "focus",
]
ODD = st.sampled_from(["。", "；", "=", "、,", "每天。", "核对订单=每天", "\u200b", "3.5万", "2027"])


@settings(max_examples=50)
@given(st.sampled_from(LINES), st.text(max_size=20) | ODD)
def test_a_line_of_which_nothing_is_told_can_be_taken(id_, typed):
    brief = brief_with({"role": "电商", "metrics": [f"{SATISFIED}=93%"]})
    if not wrong(asked(id_, brief), CATALOGUE, typed):
        with_reply(brief, CATALOGUE, asked(id_, brief), typed)


@settings(max_examples=50)
@given(st.sampled_from(["platform", "category", "metrics", "sections"]), (st.text(max_size=20) | ODD).map(str.strip).filter(bool))
def test_what_a_person_adds_can_be_taken_where_nothing_is_told_of_it(id_, typed):
    brief = brief_with({"role": "电商", "metrics": [f"{SATISFIED}=93%"]})
    asking = asked(id_, brief)
    if not wrong(asking, CATALOGUE, typed):
        replies = {"choice": typed, "ticks": (typed,), "tree": Arrangement(own=(("沟通协调", typed),))}
        with_reply(brief, CATALOGUE, asking, replies[asking.style])


# What can be taken and is doubtful all the same

ALL_THE_SAME = "。改好再回车，或再按一次回车照样采用"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("每周五与客户开例会", "职责没有以动作开头，"),
        ("高度负责，努力完成任务", "“努力”是垫字，"),
        ("确保质量", "“确保”是垫字，"),
    ],
)
def test_a_duty_that_is_not_well_put_is_told_with_what_would_do(brief_of, line, told):
    brief = brief_of(role="数据")
    said = doubtful(asked("sections", brief), brief, CATALOGUE, line)
    assert told in said
    assert said.endswith(ALL_THE_SAME)
    assert wrong(asked("sections", brief), CATALOGUE, line) == ""


@pytest.mark.parametrize(
    ("id_", "line", "told"),
    [
        (f"present:{SATISFIED}", "96%", f"“{SATISFIED}”越高越好，但目标 93 不如现状 96，请核对"),
        (f"target:{SATISFIED}", "130%", f"“{SATISFIED}”的目标 130% 超过 100%"),
    ],
)
def test_a_number_that_cannot_be_right_is_told_where_it_is_entered(brief_of, id_, line, told):
    brief = brief_of(role="驻场", metrics=[f"{SATISFIED}=88%->93%"])
    said = doubtful(asked(id_, brief), brief, CATALOGUE, line)
    assert said.startswith(told)
    assert said.endswith(ALL_THE_SAME)
    again, _ = with_reply(brief, CATALOGUE, asked(id_, brief), line)
    assert doubtful(asked(id_, again), again, CATALOGUE, line) == ""


@pytest.mark.parametrize(
    ("id_", "line"),
    [
        ("sections", "整理会议纪要"),
        ("sections", "每周五整理会议纪要"),
        ("sections", "  "),
        (f"target:{SATISFIED}", "95%"),
        (f"target:{SATISFIED}", ""),
        (f"deadline:{SATISFIED}", "2027Q2"),
        ("title", "确保质量"),
        ("must", "确保质量"),
        ("set:甲方验收人", "确保质量"),
    ],
)
def test_of_other_lines_nothing_is_doubtful(brief_of, id_, line):
    brief = brief_of(role="驻场", metrics=[f"{SATISFIED}=88%->93%"])
    assert doubtful(asked(id_, brief), brief, CATALOGUE, line) == ""


# Ticks


def test_ticks_as_they_stood_change_nothing_not_even_where_the_answer_came_from(brief_of):
    brief = brief_of(role="天猫运营")
    assert with_reply(brief, CATALOGUE, asked("platform", brief), ("天猫",)) == (brief, "")


def test_what_was_said_of_a_metric_stays_with_it(replied):
    flags = {"role": "驻场", "metrics": [f"{SATISFIED}=88%->93%", "响应及时率"]}
    goals = replied("metrics", ("自定指标", SATISFIED), **flags).goals
    assert goals == (MetricGoal("自定指标"), MetricGoal(SATISFIED, "88", "93", "%"))


def test_ticks_left_without_an_answer_stand_again_with_what_was_added(brief_of):
    asking = asked("platform", brief_of(role="电商"))
    options = with_ticks(asking, ("抖音", "自建商城"))
    assert [option.value for option in options if option.ticked] == ["抖音", "自建商城"]
    assert [option.value for option in options][:-1] == [option.value for option in asking.options]


# The choice of duties

CASES = [
    {"role": "数据"},
    {"role": "产品", "length": "精简", "focus": "埋点"},
    {"role": "驻场", "platform": "小红书"},
    {"role": "电商", "metrics": ["退款率=14%->11%"]},
    {"role": "活动", "level": "主管", "team_size": "4"},
    {"role": "门店", "own": ["沟通协调=每周五与店长开例会", "公益=组织一次捐赠"], "order": ["会员与老客"]},
    {"role": "内容", "without": ["合规与账号"], "sections": ["选题与内容规划", "合规与账号"]},
]


def brief_with(flags):
    texts = {key: [value] if isinstance(value, str) else value for key, value in flags.items()}
    return layered(from_flags(texts, CATALOGUE), {}, CATALOGUE, alias=texts["role"][-1])


def ticking(asking):
    return picked_reply(asking, Picker(asking.options, many=True).picked())


def written(brief):
    """The sections of the draft with the texts of their duties, in order."""
    blocks = [block for part in compose(brief, CATALOGUE).parts for block in part.blocks if isinstance(block, Duties)]
    return [(title, [duty.text for duty in duties]) for block in blocks for title, duties in block.by_section()]


def chosen(brief):
    """The same by ids, the person's own lines by their texts."""
    case = Case(brief, CATALOGUE)
    told = [(taken.section.title, [(duty.id, duty.levels[case.level].do) for duty in taken.duties]) for taken in case.chosen]
    return [(title, [text if id_ == "own" else id_ for id_, text in duties]) for title, duties in told]


def listed(ticked):
    return [(section.title, [*section.duties, *section.own]) for section in ticked.sections]


@st.composite
def tickings(draw, flags):
    """Any ticks on the page of duties: some duties of some sections, in any order, with lines of the person's own."""
    options = asked("sections", brief_with(flags)).options
    sections = draw(st.lists(st.sampled_from(options), unique_by=lambda option: option.value, min_size=1, max_size=8))
    ticked = []
    for section in sections:
        ids = [duty.value for duty in section.options if not duty.value.startswith("own:")]
        usual = [duty.value for duty in section.options if duty.ticked and duty.value in ids]
        some = st.lists(st.sampled_from(ids), unique=True, max_size=6) if ids else st.just([])
        duties = draw(st.just(usual) | some)
        own = draw(st.lists(st.sampled_from(["每周五与客户开例会", "整理现场照片"]), unique=True, max_size=0 if duties else 2))
        ticked += [Ticked(section.value, tuple(duties), tuple(own))] if duties or own else []
    return Ticking(tuple(ticked))


@pytest.mark.parametrize("flags", CASES)
def test_nothing_changed_makes_the_same_draft(flags):
    brief = brief_with(flags)
    asking = asked("sections", brief)
    again, lost = with_reply(brief, CATALOGUE, asking, arranged(brief, CATALOGUE, ticking(asking)))
    assert (compose(again, CATALOGUE), lost) == (compose(brief, CATALOGUE), "")


@pytest.mark.parametrize("flags", CASES[:-2])
def test_nothing_changed_is_an_empty_arrangement(flags):
    brief = brief_with(flags)
    assert arranged(brief, CATALOGUE, ticking(asked("sections", brief))) == Arrangement()


@pytest.mark.parametrize("flags", CASES)
@settings(max_examples=12)
@given(st.data())
def test_the_draft_has_exactly_what_was_ticked_in_that_order(flags, data):
    brief = brief_with(flags)
    ticked = data.draw(tickings(flags))
    changed, lost = with_reply(brief, CATALOGUE, asked("sections", brief), arranged(brief, CATALOGUE, ticked))
    assert lost == ""
    assert chosen(changed) == listed(ticked)
    assert [title for title, _ in written(changed)] == [section.title for section in ticked.sections]
    assert ticking(asked("sections", changed)) == ticked
    assert compose(layered({}, from_file(to_file(changed), "", CATALOGUE), CATALOGUE), CATALOGUE) == compose(changed, CATALOGUE)


@settings(max_examples=12)
@given(tickings({"role": "数据", "outline": "八项职责"}))
def test_under_the_headings_of_an_outline_stands_exactly_what_was_ticked(ticked):
    brief = brief_with({"role": "数据", "outline": "八项职责"})
    changed, _ = with_reply(brief, CATALOGUE, asked("sections", brief), arranged(brief, CATALOGUE, ticked))
    stand = {duty for _, duties in chosen(changed) for duty in duties}
    assert stand == {duty for _, duties in listed(ticked) for duty in duties}


def test_the_last_section_less_is_a_choice_of_sections_and_no_more():
    brief = brief_with({"role": "数据"})
    ticked = ticking(asked("sections", brief))
    fewer = Ticking(ticked.sections[:-1])
    assert arranged(brief, CATALOGUE, fewer) == Arrangement(tuple(section.title for section in fewer.sections))


def test_one_duty_moved_is_an_order_of_its_section_alone():
    brief = brief_with({"role": "数据"})
    first, *others = ticking(asked("sections", brief)).sections
    moved = Ticked(first.title, (*first.duties[1:], first.duties[0]))
    assert arranged(brief, CATALOGUE, Ticking((moved, *others))) == Arrangement(order=moved.duties)


def test_a_line_of_ones_own_takes_no_section():
    brief = brief_with({"role": "数据"})
    sections = ticking(asked("sections", brief)).sections
    own = Ticked("公益", own=("组织一次捐赠",))
    assert arranged(brief, CATALOGUE, Ticking((*sections, own))) == Arrangement(own=(("公益", "组织一次捐赠"),))


def test_sections_left_without_an_answer_stand_again_with_order_and_own_lines():
    asking = asked("sections", brief_with({"role": "数据"}))
    first, second, *_ = ticking(asking).sections
    left = Ticking((Ticked(second.title, second.duties[::-1], ("整理现场照片",)), first))
    options = with_ticks(asking, left)
    assert picked_reply(asking, Picker(options, many=True).picked()) == left
    assert options[0].options[-1] == own_option("整理现场照片")
    assert {option.value for option in options} == {option.value for option in asking.options}
