"""What must hold of every draft."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.brief.answers import layered
from dutywriter.brief.kinds import MetricGoal
from dutywriter.catalogue.model import FREQUENCIES, LEVELS
from dutywriter.compose.compose import compose
from dutywriter.draft import Duties, Duty, Table
from dutywriter.text.marked import MARK, placeholders

PARTS = [
    "facts",
    "purpose",
    "goals",
    "duties",
    "time",
    "rhythm",
    "metrics",
    "scoring",
    "partners",
    "requirements",
    "onsite",
    "worktime",
    "authority",
    "boundaries",
    "redlines",
    "first90",
    "pending",
    "sign",
]
ROLES = ["驻场", "电商", "产品"]


def part_of(draft, key):
    return next(part for part in draft.parts if part.key == key)


def cells(draft, key):
    return [[line.text for line in row] for block in part_of(draft, key).blocks if isinstance(block, Table) for row in block.rows]


def duties_of(draft):
    return [duty for block in part_of(draft, "duties").blocks if isinstance(block, Duties) for duty in block.duties]


@pytest.mark.parametrize("level", LEVELS)
def test_an_onsite_draft_has_its_parts_in_order(draft_of, level):
    assert [part.key for part in draft_of(role="驻场", level=level).parts] == PARTS


@pytest.mark.parametrize(("role", "level"), list(itertools.product(ROLES, LEVELS)))
def test_a_bare_standard_draft_leaves_few_points_open_and_names_each_once(draft_of, role, level):
    draft = draft_of(role=role, level=level)
    names = [name for line in draft.lines() for name in placeholders(line.text)]
    assert len(names) <= 25
    assert len(names) == len(set(names))
    listed = part_of(draft, "pending").blocks[0].lines[0].text
    assert all(name in listed for name in names)


@pytest.mark.parametrize(("role", "level"), list(itertools.product(ROLES, LEVELS)))
def test_every_goal_is_among_the_kpis_and_every_kpi_is_whole(draft_of, role, level):
    draft = draft_of(role=role, level=level)
    kpis = cells(draft, "metrics")
    assert {row[1] for row in cells(draft, "goals")} <= {row[0] for row in kpis}
    for row in kpis:
        assert len(row) == 8
        assert all(row)


@pytest.mark.parametrize(("role", "level", "length"), list(itertools.product(ROLES, LEVELS, ["精简", "标准", "详尽"])))
def test_a_length_holds_as_many_sections_and_duties_as_it_says(catalogue, draft_of, role, level, length):
    limits = next(known for known in catalogue.documents.lengths if known.name == length)
    groups = [
        list(group)
        for _, group in itertools.groupby(duties_of(draft_of(role=role, level=level, length=length)), lambda d: d.section)
    ]
    assert len(groups) <= limits.extent.sections
    assert max(map(len, groups)) <= max(limits.extent.leading, limits.extent.other)


@pytest.mark.parametrize("role", ROLES)
def test_a_longer_draft_holds_all_that_a_shorter_one_holds(draft_of, role):
    short, usual, long = (
        {duty.text for duty in duties_of(draft_of(role=role, length=length))} for length in ("精简", "标准", "详尽")
    )
    assert short < usual < long


def test_the_rhythm_is_made_from_the_same_duties(draft_of):
    draft = draft_of(role="驻场", level="主管")
    listed = {row[0]: row[1].split("；") for row in cells(draft, "rhythm")}
    assert [frequency for frequency in FREQUENCIES if frequency in listed] == list(listed)
    assert sorted(text for texts in listed.values() for text in texts) == sorted(duty.text for duty in duties_of(draft))


@pytest.mark.parametrize(("role", "level"), list(itertools.product(ROLES, LEVELS)))
def test_every_line_knows_where_it_comes_from(draft_of, catalogue, role, level):
    known = {duty.id for r in catalogue.roles for part in r.sections for duty in part.duties}
    for line in draft_of(role=role, level=level, company="甲公司").lines():
        assert line.origin.source in ("catalogue", "user", "computed", "placeholder")
        if isinstance(line, Duty):
            assert line.origin.refs[0] in known
        if line.origin.source == "user":
            assert line.text == "甲公司"


def test_suggested_numbers_are_spans_and_not_characters(draft_of):
    draft = draft_of(role="驻场")
    assert draft.suggestions() > 0
    for line in draft.lines():
        assert MARK not in line.text or line.origin.source == "computed"
        for start, end in line.suggested:
            assert 0 <= start < end <= len(line.text)


def test_the_users_numbers_carry_no_mark_and_stand_in_goal_and_kpi(draft_of):
    draft = draft_of(role="驻场", metrics=["客户满意度=88%->93%@2026-12-31"])
    goal = cells(draft, "goals")
    assert goal[0][1:5] == ["客户满意度", "88%", "不低于 93%", "2026-12-31"]
    assert cells(draft, "metrics")[0][3] == "到 2026-12-31 不低于 93%，此前各期按里程碑"


def test_a_metric_nobody_knows_is_kept_with_its_formula_left_open(draft_of):
    draft = draft_of(role="驻场", metrics=["窗口排队时长=12分钟->8分钟"])
    row = cells(draft, "metrics")[0]
    assert row[0] == "窗口排队时长"
    assert row[1] == "【待填：窗口排队时长公式】"
    assert row[3] == "8 分钟"


def test_the_number_in_a_metrics_name_reaches_its_formula(draft_of):
    row = cells(draft_of(role="产品", metrics=["30日留存率=12%"]), "metrics")[0]
    assert row[0] == "30日留存率"
    assert "第 30 日" in row[1]
    assert "N" not in row[1]


def test_an_answer_fills_its_placeholder_wherever_it_stands(draft_of):
    draft = draft_of(role="驻场", location="成都", set=["甲方验收人=王工"])
    text = "\n".join(line.text for line in draft.lines())
    assert "【待填：工作地点】" not in text
    assert "【待填：甲方验收人】" not in text
    assert "王工" in text


def test_a_client_makes_any_role_onsite(draft_of):
    keys = [part.key for part in draft_of(role="电商", client="乙公司").parts]
    assert "onsite" in keys
    assert "onsite" not in [part.key for part in draft_of(role="电商").parts]
    assert "onsite" not in [part.key for part in draft_of(role="电商", client="乙公司", onsite="否").parts]


def test_the_client_is_the_first_party_whatever_its_name(draft_of):
    rows = dict(cells(draft_of(role="驻场", client="乙公司", company="甲公司"), "facts"))
    assert rows["客户单位（甲方）"] == "乙公司"
    assert rows["用人单位（乙方）"] == "甲公司"


def test_years_of_experience_replace_the_suggested_number(draft_of):
    texts = [row[0] for row in cells(draft_of(role="驻场", experience="3"), "requirements")]
    assert any(text.startswith("3 年以上") for text in texts)


def test_two_names_of_one_metric_are_one_goal(draft_of):
    draft = draft_of(role="驻场", metrics=["客户满意度=90%", "满意度=95%"])
    assert [row[3] for row in cells(draft, "goals")] == ["不低于 95%"]


def test_days_of_rest_alone_leave_the_hours_open(draft_of):
    rows = dict(cells(draft_of(role="电商", rest="双休"), "facts"))
    assert rows["工作时间"] == "【待填：工作时间】，双休"


def test_the_client_is_a_partner_of_any_post_at_a_clients(draft_of):
    partners = [row[0] for row in cells(draft_of(role="电商", client="乙公司"), "partners")]
    assert "甲方业务对接人" in partners
    assert "甲方业务对接人" not in [row[0] for row in cells(draft_of(role="电商"), "partners")]


def test_the_short_draft_leaves_out_what_can_wait(draft_of):
    short = draft_of(role="驻场", length="精简")
    assert {"rhythm", "partners"}.isdisjoint(part.key for part in short.parts)
    assert len(cells(short, "onsite")) < len(cells(draft_of(role="驻场"), "onsite"))


def test_requirements_that_must_be_met_are_five_at_most(draft_of):
    for role, level in itertools.product(ROLES, LEVELS):
        must = part_of(draft_of(role=role, level=level), "requirements").blocks[0]
        assert must.caption == "必备"
        assert len(must.rows) <= 5


def test_sections_can_be_taken_and_left(draft_of):
    taken = {duty.section_title for duty in duties_of(draft_of(role="驻场", sections=["沟通协调", "操作手册与知识库"]))}
    assert taken == {"沟通协调", "操作手册与知识库"}
    left = {duty.section_title for duty in duties_of(draft_of(role="驻场", without=["沟通协调"]))}
    assert "沟通协调" not in left


@given(
    company=st.text(min_size=1, max_size=40),
    must=st.lists(st.text(min_size=1, max_size=40), max_size=3),
    target=st.integers(-(10**9), 10**9),
)
def test_nothing_a_user_types_breaks_the_structure(catalogue, company, must, target):
    values = {
        "role": "驻场运营",
        "company": company,
        "must": tuple(must),
        "plus": tuple(must[:1]),
        "metrics": (MetricGoal("客户满意度", "", str(target)),),
    }
    draft = compose(layered(values, {}, catalogue), catalogue)
    assert [part.key for part in draft.parts if part.key not in ("levers", "causes", "baseline")] == PARTS
    for part in draft.parts:
        for block in part.blocks:
            if isinstance(block, Table):
                assert all(len(row) == len(block.columns) for row in block.rows)


@pytest.mark.parametrize(
    ("scope", "people", "shown"),
    [
        ("240 个群", "6", "240 个群（6 人，人均约 40 个）"),
        ("1 个公众号", "3", "1 个公众号"),
        ("12 家门店、240 个群", "6", "12 家门店、240 个群"),
    ],
)
def test_a_scope_is_shared_out_only_where_there_is_one_for_each(draft_of, scope, people, shown):
    draft = draft_of(role="社群", level="主管", scope=scope, team_size=people)
    assert shown in [line.text for line in draft.lines()]


@pytest.mark.parametrize(
    ("said", "shown", "proof"),
    [("大专及以上", "学历：大专及以上", "学历证书与学信网查询结果"), ("不限", "学历：不限", ""), ("学历不限", "学历不限", "")],
)
def test_schooling_stands_by_itself_and_is_proved_where_it_is_asked_for(draft_of, said, shown, proof):
    part = next(part for part in draft_of(role="电商", education=said).parts if part.key == "requirements")
    row = next(row for row in part.blocks[0].rows if "education" in row[0].origin.refs)
    assert [line.text for line in row] == [shown, proof]
