"""A goal that the user sets leads the draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.draft import Duty, Table
from dutywriter.text.clock import outside


def part(draft, key):
    return next((part for part in draft.parts if part.key == key), None)


def rows(draft, key):
    found = part(draft, key)
    return [[line.text for line in row] for table in found.blocks for row in table.rows] if found else []


def duties(draft):
    return [line for line in draft.lines() if isinstance(line, Duty)]


def time_shares(draft):
    line = part(draft, "time").blocks[0].line
    return [int(line.text[start:end].rstrip("%")) for start, end in line.suggested]


GOALS = [
    ("电商", "专员", "退款率=32%->26%@2027-06-30", "退款率"),
    ("直播", "专员", "直播成交转化率=2.1%->2.8%@2027-03-31", "直播成交转化率"),
    ("用户", "主管", "复购率=22%->28%@2027-12-31", "复购率"),
    ("门店", "经理", "损耗率=4.5%->3.5%@2027-12-31", "损耗率"),
    ("驻场", "主管", "客户满意度=88%->93%@2027-06-30", "客户满意度"),
]


@pytest.mark.parametrize(("role", "level", "goal", "name"), GOALS)
def test_the_section_that_moves_the_goal_comes_first_and_takes_most_time(draft_of, catalogue, role, level, goal, name):
    draft = draft_of(role=role, level=level, metrics=[goal])
    first = [duty for duty in duties(draft) if duty.section == duties(draft)[0].section]
    known = next(metric.name for metric in catalogue.metrics if name in (metric.name, *metric.aliases))
    assert sum(known in duty.metrics for duty in first) >= 2
    shares = time_shares(draft)
    assert shares[0] == max(shares) >= 25
    assert sum(shares) == 100


@pytest.mark.parametrize(("role", "level", "goal", "name"), GOALS)
def test_the_purpose_speaks_of_the_goal_and_its_tables_come_before_the_duties(draft_of, role, level, goal, name):
    draft = draft_of(role=role, level=level, metrics=[goal])
    assert name in part(draft, "purpose").blocks[1].line.text
    keys = [part.key for part in draft.parts]
    assert {"levers", "causes"} & set(keys[: keys.index("duties")])


def test_a_draft_without_goals_of_the_user_has_the_plain_purpose_and_no_levers(draft_of):
    draft = draft_of(role="电商")
    assert len(part(draft, "purpose").blocks) == 1
    assert not part(draft, "levers")


@pytest.mark.parametrize(
    ("goal", "sentence"),
    [
        ("退款率=32%->26%@2027-06-30", "到 2027-06-30，退款率从 32% 降到 26%"),
        ("支付转化率=2.8%->3.5%", "支付转化率从 2.8% 提到 3.5%"),
        ("净成交额=->300万@2027-12-31", "到 2027-12-31，净成交额达到 300 万元"),
        ("没有的指标=1->2", "没有的指标从 1 达到 2"),
    ],
)
def test_the_goal_is_said_in_one_sentence(draft_of, goal, sentence):
    draft = draft_of(role="电商", metrics=[goal])
    assert part(draft, "purpose").blocks[1].line.text == f"本期首要目标：{sentence}。"


def test_a_guard_stands_beside_the_goal_and_says_so(draft_of):
    kpis = rows(draft_of(role="电商", level="主管", metrics=["退款率=14%->11%"]), "metrics")
    assert [row[0] for row in kpis[:2]] == ["退款率", "净成交额"]
    assert kpis[1][7] == "目标 1 的底线"


@pytest.mark.parametrize("role", ["电商", "用户", "社群", "新媒体"])
def test_no_two_kpis_say_the_same(draft_of, catalogue, role):
    by_name = {metric.usual_name: metric for metric in catalogue.metrics}
    for metric in (metric for metric in catalogue.metrics if metric.same_as):
        names = {row[0] for row in rows(draft_of(role=role, metrics=[f"{metric.usual_name}=10->20"]), "metrics")}
        assert not names & {other.usual_name for other in by_name.values() if other.id in metric.same_as}


def test_a_kpi_target_is_suggested_or_the_post_s_own_past_and_set_by_name(draft_of):
    target = {row[0]: row[3] for row in rows(draft_of(role="电商"), "metrics")}
    assert target["点击率"] == "不低于上年同期，没有的取前 3 期均值"
    named = draft_of(role="电商", set=["点击率目标值=4%"])
    assert {row[0]: row[3] for row in rows(named, "metrics")}["点击率"] == "4%"


def test_a_goal_with_two_readings_leaves_the_choice_open(draft_of, catalogue):
    metric = next(metric for metric in catalogue.metrics if metric.id == "refund_amt")
    draft = draft_of(role="电商", metrics=["退款率=14%->11%"])
    assert any(metric.alternative[:6] in line.text for line in part(draft, "pending").blocks[0].lines)
    formula = part(draft, "metrics").blocks[0].rows[0][1]
    assert formula.suggested[-1][1] == len(formula.text)


@given(people=st.integers(2, 30))
def test_the_work_is_shared_out_among_all_the_people(draft_of, people):
    table = rows(draft_of(role="用户", level="主管", team_size=str(people)), "division")
    assert sum(int(row[2].rstrip("%")) for row in table) == 100
    numbers = [number for row in table for number in _numbers(row[0])]
    assert numbers == list(range(1, people + 1))
    modules = [title for row in table for title in row[1].split("；")]
    assert len(modules) == len(set(modules))
    assert all(row[3] != row[0] for row in table)


def _numbers(name):
    first, _, last = name.removeprefix("第 ").removesuffix(" 人").partition(" 至 ")
    return range(int(first), int(last or first) + 1)


@pytest.mark.parametrize(
    ("role", "goal", "section"),
    [("驻场", "需求按期完成率=90%->97%", "需求受理与响应"), ("电商", "差评回复率=80->95", "评价、售后与店铺评分")],
)
def test_a_goal_that_no_duty_names_is_led_by_the_section_likest_to_it(draft_of, role, goal, section):
    assert duties(draft_of(role=role, metrics=[goal]))[0].section_title == section


@pytest.mark.parametrize(
    "facts",
    [
        {"level": "专员", "team_size": "3"},
        {"level": "主管"},
        {"level": "主管", "team_size": "1"},
        {"level": "主管", "team_size": "80"},
    ],
)
def test_where_there_is_no_team_to_share_among_there_is_no_division(draft_of, facts):
    assert not part(draft_of(role="用户", **facts), "division")


def test_a_day_is_told_by_the_clock_of_the_shift_and_in_its_order(draft_of):
    draft = draft_of(role="直播", hours="18:00-02:00", rest="轮休")
    table = rows(draft, "schedule")
    assert table[0][0].startswith("17:")
    assert any(row[0].startswith("次日 0") for row in table)
    assert not part(draft_of(role="直播"), "schedule")


def test_no_duty_is_timed_outside_the_hours(draft_of, catalogue):
    night = "18:00-02:00"
    told = {"usual": 0, "night": 0}
    for entry in catalogue.entries:
        for key, facts in (("usual", {}), ("night", {"hours": night})):
            timings = [duty.timing.text for duty in duties(draft_of(role=entry.name, **facts)) if duty.timing]
            told[key] += sum(outside(timing, night) for timing in timings)
    assert told["usual"] > 0
    assert told["night"] == 0


def test_a_business_said_as_category_counts_as_business(draft_of):
    as_category, as_business = (draft_of(role="门店", level="主管", **{key: "餐饮"}) for key in ("category", "business"))
    assert [duty.text for duty in duties(as_category)] == [duty.text for duty in duties(as_business)]
    assert all(isinstance(block, Table) for block in part(as_category, "facts").blocks)


@pytest.mark.parametrize(("role", "section"), [("电商", "分工与带教"), ("用户", "团队建设与培训"), ("产品", "分工与协同机制")])
def test_where_people_are_led_a_section_says_how(draft_of, role, section):
    goals = {"电商": "支付转化率=2.8%->3.5%", "用户": "复购率=22%->28%", "产品": "7日留存率=28%->33%"}
    draft = draft_of(role=role, level="主管", team_size="4", metrics=[goals[role]])
    assert section in [duty.section_title for duty in duties(draft)]


@pytest.mark.parametrize("role", ["电商", "产品", "用户", "社群"])
def test_the_work_that_is_shared_out_is_that_of_the_draft(draft_of, role):
    draft = draft_of(role=role, level="主管", team_size="4")
    shared = {title for row in rows(draft, "division") for title in row[1].split("；")}
    assert shared <= {duty.section_title for duty in duties(draft)}
    assert len(shared) >= len({duty.section_title for duty in duties(draft)}) - 2


def test_a_lead_without_people_has_neither_their_section_nor_them_as_partners(draft_of):
    draft = draft_of(role="电商", level="主管", team_size="0")
    assert "分工与带教" not in [duty.section_title for duty in duties(draft)]
    assert "直接下级" not in [row[0] for row in rows(draft, "partners")]
