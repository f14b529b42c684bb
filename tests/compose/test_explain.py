"""Why sections and duties stand in a draft, and what else could."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutywriter.brief.answers import layered
from dutywriter.brief.kinds import DutyChoice, MetricGoal, OwnDuty
from dutywriter.catalogue.model import LEVELS
from dutywriter.compose.case import Case
from dutywriter.compose.compose import compose
from dutywriter.compose.explain import choices, explained
from dutywriter.compose.select import OWN
from dutywriter.formats.lines import shown

NEW_SECTION = "党建共建"
OWN_DUTIES = (OwnDuty("沟通协调", "每周五核对双方待办"), OwnDuty(NEW_SECTION, "每月组织一次党日活动"))
CASES = st.fixed_dictionaries(
    {
        "role": st.sampled_from(["驻场运营", "电商运营"]),
        "level": st.sampled_from(LEVELS),
        "length": st.sampled_from(["精简", "详尽"]),
    },
    optional={"outline": st.just("八项职责"), "platform": st.sampled_from([("抖音",), ("公众号",)])},
)


@pytest.fixture(scope="module")
def case_of(catalogue):
    return lambda **values: Case(layered({"role": "驻场运营", **values}, {}, catalogue), catalogue)


@given(CASES)
@settings(max_examples=20)
def test_the_choices_are_every_duty_once_and_tell_which_stand(case_of, facts):
    case = case_of(**facts)
    found = choices(case)
    duties = [duty for section in found for duty in section.duties]
    assert sorted(duty.id for duty in duties) == sorted(duty.id for chosen in case.available for duty in chosen.duties)
    assert {duty.id for duty in duties if duty.stands} == {duty.id for duty in case.duties()}
    assert len({section.title for section in found}) == len(found)
    assert [section.stands for section in found] == sorted((section.stands for section in found), reverse=True)
    assert all(section.stands == any(duty.stands for duty in section.duties) for section in found)
    assert all(section.reason for section in found)
    assert all(duty.reason for duty in duties)


def test_the_choices_stand_in_the_order_of_the_draft_and_read_as_it_does(case_of):
    last = next(chosen for chosen in case_of().chosen if chosen.section.title == "沟通协调").duties[-1].id
    case = case_of(order=("持续改进与创新", last), own=OWN_DUTIES)
    found = choices(case)
    assert [section.title for section in found if section.stands] == [chosen.section.title for chosen in case.chosen]
    assert next(section for section in found if section.title == "沟通协调").duties[0].id == last
    assert next(section for section in found if section.title == NEW_SECTION).duties == ()
    texts = [shown(duty) for duty in compose(case.brief, case.catalogue).duties() if duty.origin.refs != (OWN,)]
    assert [duty.text for section in found for duty in section.duties if duty.stands] == texts


def test_a_choice_says_why(case_of):
    taken, left = (duty.id for duty in case_of(role="电商运营").available[0].duties[:2])
    facts = {"platform": ("抖音",), "focus": "直播带货", "metrics": (MetricGoal("退款率", "14", "11", "%"),)}
    case = case_of(role="电商运营", **facts, duties=DutyChoice((taken,), (left,)))
    reasons = {duty.id: duty.reason for section in choices(case) for duty in section.duties}
    assert reasons[taken].startswith("您选的")
    assert reasons[left].startswith("您不写")
    for words in ("侧重", "影响：退款率", "按您的情况", "先写", "有地方才写"):
        assert any(words in reason for reason in reasons.values())


def test_every_section_that_stands_is_explained_in_order(case_of):
    case = case_of(order=("持续改进与创新",), own=OWN_DUTIES)
    lines = list(explained(case))
    assert [line.split("：")[0] for line in lines] == [chosen.section.title for chosen in case.chosen]
    assert any(line.startswith(f"{NEW_SECTION}：1 条您自己加的") for line in lines)
