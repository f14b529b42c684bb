import pytest
from hypothesis import given
from hypothesis import strategies as st


def steps(draft):
    part = next((part for part in draft.parts if part.key == "milestones"), None)
    return [(table.caption, [[line.text for line in row] for row in table.rows]) for table in part.blocks] if part else []


def test_a_way_without_a_start_has_four_undated_steps(draft_of):
    ((caption, rows),) = steps(draft_of(role="电商", metrics=["退款率=14%->11%@2027-06-30"]))
    assert caption == "退款率：14% 到 11%，差 3 个百分点（降 21.4%）"
    assert [row[2] for row in rows] == ["13.3%", "12.5%", "11.8%", "11%"]
    assert rows[0][0] == "自签发日起，期限过四分之一"
    assert [row[3] for row in rows] == ["25%", "50%", "75%", "100%"]
    assert [row[1].strip("　年月日") for row in rows] == ["", "", "", "2027-06-30"]


@pytest.mark.parametrize(
    ("start", "deadline", "ends"),
    [
        ("2027-01-01", "2027-12-31", ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"]),
        ("2027-01-15", "2027-04-20", ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-20"]),
        ("2027-11-01", "2028-06-30", ["2028-01-31", "2028-04-30", "2028-06-30"]),
        ("2027-05-31", "2027-06-10", ["2027-05-31", "2027-06-10"]),
    ],
)
def test_a_way_with_a_start_has_months_or_quarters(draft_of, start, deadline, ends):
    ((_, rows),) = steps(draft_of(role="电商", metrics=[f"净成交额=300万->420万@{deadline}"], start=start))
    assert [row[0] for row in rows] == [end for end in ends if end > start]
    assert rows[-1][1] == "420 万元"


@pytest.mark.parametrize(
    "metric", ["退款率=11%->14%", "退款率=14%", "退款率", "没有的指标=1->2", "支付转化率=3%->3%", "UV 价值=0->0"]
)
def test_where_there_is_no_way_to_reckon_there_are_no_steps(draft_of, metric):
    assert steps(draft_of(role="电商", metrics=[metric])) == []


@given(present=st.integers(0, 10_000), gap=st.integers(1, 10_000))
def test_steps_end_at_the_target_and_never_turn_back(draft_of, present, gap):
    ((_, rows),) = steps(draft_of(role="电商", metrics=[f"净成交额={present}->{present + gap}@2027-12-31"], start="2027-01-01"))
    values = [float(row[1].removesuffix(" 元")) for row in rows]
    assert values == sorted(values)
    assert values[-1] == present + gap


@pytest.mark.parametrize("role", ["驻场", "电商", "直播", "门店"])
@pytest.mark.parametrize("given_goals", [[], ["客户满意度=88%->93%"], ["退款率=14%->11%", "投产比=2->3"]])
def test_weights_of_kpis_add_up_and_goals_weigh_most(draft_of, role, given_goals):
    draft = draft_of(role=role, metrics=given_goals) if given_goals else draft_of(role=role)
    table = next(part for part in draft.parts if part.key == "metrics").blocks[0]
    weights = [int(row[4].text.rstrip("%")) for row in table.rows]
    assert sum(weights) == 100
    assert weights == sorted(weights, reverse=True)
    assert all(row[4].suggested for row in table.rows)


@pytest.mark.parametrize("role", ["驻场", "电商", "产品", "跨境电商"])
@pytest.mark.parametrize("length", ["标准", "详尽"])
def test_shares_of_time_add_up_and_follow_the_weights(draft_of, role, length):
    draft = draft_of(role=role, length=length)
    line = next(part for part in draft.parts if part.key == "time").blocks[0].line
    found = [int(line.text[start : end - 1]) for start, end in line.suggested]
    assert sum(found) == 100
    assert found == sorted(found, reverse=True)
    sections = list(dict.fromkeys(duty.section_title for duty in draft.duties()))
    assert len(found) == len(sections)
    assert [title for title in sections if f"{title} " not in line.text] == []
