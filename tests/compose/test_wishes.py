"""Duties that the user takes and leaves out, their order, and the user's own: in every document, and nothing else changed."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutywriter.brief.answers import layered
from dutywriter.brief.kinds import DutyChoice, OwnDuty, SectionChoice
from dutywriter.catalogue.model import LEVELS
from dutywriter.compose.arithmetic import shares
from dutywriter.compose.case import Case
from dutywriter.compose.compose import compose
from dutywriter.compose.own import frequency, without_frequency
from dutywriter.compose.select import OWN

ROLES = ["驻场运营", "电商运营", "产品运营"]
OUTLINES = ["八项职责", "策略为先", "目标任务指标协作", "要素", "岗位画像", "任务资源效率流程"]
KINDS = ["说明书", "招聘", "驻场附件", "正文", "任务清单"]
NEW_SECTION, OUR_LINE = "党建共建", "每月组织一次党日活动"
KNOWN_SECTION, THEIR_LINE = "沟通协调", "每周五核对双方待办"
OWN_DUTIES = (OwnDuty(KNOWN_SECTION, THEIR_LINE), OwnDuty(NEW_SECTION, OUR_LINE))


@pytest.fixture(scope="module")
def case_of(catalogue):
    return lambda **values: Case(layered({"role": "驻场运营", **values}, {}, catalogue), catalogue)


def standing(case):
    """The ids of the duties in each section, by the section's title."""
    return {chosen.section.title: [duty.id for duty in chosen.duties] for chosen in case.chosen}


def ids(case):
    return {id_ for duties in standing(case).values() for id_ in duties}


def available(case):
    return [duty.id for chosen in case.available for duty in chosen.duties]


CASES = st.fixed_dictionaries(
    {"role": st.sampled_from(ROLES), "level": st.sampled_from(LEVELS), "length": st.sampled_from(["精简", "标准", "详尽"])},
    optional={
        "outline": st.just("八项职责"),
        "sections": st.just(SectionChoice(("沟通协调",))),
        "platform": st.sampled_from([("抖音",), ("公众号",)]),
    },
)
MORE = settings(max_examples=60)


def test_a_duty_that_is_taken_under_an_outline_takes_the_place_of_no_other(case_of):
    facts = {
        "role": "驻场运营",
        "level": "主管",
        "outline": "八项职责",
        "platform": ("抖音",),
        "sections": SectionChoice(("沟通协调",)),
    }
    usual = ids(case_of(**facts))
    assert ids(case_of(**facts, duties=DutyChoice(("ec-ship",)))) == usual | {"ec-ship"}


@given(CASES, st.data())
@MORE
def test_what_stands_is_what_stands_anyway_and_what_is_taken_without_what_is_left_out(case_of, facts, data):
    usual = case_of(**facts)
    some = st.lists(st.sampled_from(available(usual)), max_size=6).map(tuple)
    choice = DutyChoice(data.draw(some, "take"), data.draw(some, "leave"))
    case = case_of(**facts, duties=choice)
    assert ids(case) == (ids(usual) | set(choice.take)) - set(choice.leave)
    assert all(standing(case).values())
    assert available(case) == available(usual)


@given(CASES, st.data())
@MORE
def test_an_order_moves_what_it_lists_to_the_front_and_changes_nothing_else(case_of, facts, data):
    usual = case_of(**facts)
    titles = [chosen.section.title for chosen in usual.available]
    order = tuple(data.draw(st.lists(st.sampled_from(titles + available(usual)), unique=True), "order"))
    now = standing(case_of(**facts, order=order))
    assert {title: set(duties) for title, duties in now.items()} == {t: set(duties) for t, duties in standing(usual).items()}
    siblings = [(list(now), list(standing(usual)))] if "outline" not in facts else []
    siblings += [(now[title], duties) for title, duties in standing(usual).items()]
    for found, before in siblings:
        first = [name for name in order if name in before]
        assert found == [*first, *(name for name in before if name not in first)]


def test_an_outline_s_headings_keep_their_order(case_of):
    usual = case_of(outline="八项职责")
    assert list(standing(case_of(outline="八项职责", order=("改进与创新", "客户关系管理")))) == list(standing(usual))


@given(CASES, st.lists(st.sampled_from(OWN_DUTIES), min_size=1, unique=True).map(tuple))
@MORE
def test_own_duties_stand_last_in_their_sections_whatever_the_extent(case_of, facts, own):
    usual, case = case_of(**facts), case_of(**facts, own=own)
    now = standing(case)
    for said in own:
        assert now[said.section][-1] == OWN
    assert ids(case) - {OWN} == ids(usual)
    lines = [duty for duty in compose(case.brief, case.catalogue).duties() if duty.origin.refs == (OWN,)]
    assert {(duty.section_title, duty.text) for duty in lines} == {(said.section, said.text) for said in own}
    assert {duty.origin.source for duty in lines} == {"user"}
    assert sum(shares([max(chosen.weight, 1) for chosen in case.chosen])) == 100


@pytest.mark.parametrize(("kind", "length"), list(itertools.product(KINDS, ["精简", "标准", "详尽"])))
def test_own_duties_stand_in_every_kind_of_document(case_of, kind, length):
    case = case_of(kind=kind, length=length, client="甲公司", own=OWN_DUTIES)
    text = "\n".join(line.text for line in compose(case.brief, case.catalogue).lines())
    assert OUR_LINE in text
    assert THEIR_LINE in text


@pytest.mark.parametrize(("kind", "outline", "level"), list(itertools.product(["说明书", "正文"], OUTLINES, ["专员", "主管"])))
def test_own_duties_and_taken_ones_stand_under_every_outline(case_of, kind, outline, level):
    facts = {"kind": kind, "outline": outline, "level": level}
    usual = case_of(**facts)
    before = {line.text for line in compose(usual.brief, usual.catalogue).lines()}
    added = next(
        duty
        for chosen in reversed(usual.available)
        for duty in chosen.duties
        if usual.line(duty.levels[level].do).text not in before
    )
    case = case_of(**facts, own=OWN_DUTIES, duties=DutyChoice((added.id,)))
    text = "\n".join(line.text for line in compose(case.brief, case.catalogue).lines())
    assert all(words in text for words in (OUR_LINE, THEIR_LINE, case.line(added.levels[level].do).text))


def test_a_heading_of_the_outline_is_a_section_to_add_to(case_of):
    case = case_of(outline="八项职责", own=(OwnDuty("改进与创新", OUR_LINE),))
    assert list(standing(case)) == list(standing(case_of(outline="八项职责")))
    assert standing(case)["改进与创新"][-1] == OWN


def test_a_section_that_the_role_does_not_have_keeps_the_catalogue_s_id(case_of):
    case = case_of(own=(OwnDuty("流量与推广", OUR_LINE), OwnDuty(NEW_SECTION, OUR_LINE)))
    assert [chosen.section.id for chosen in case.chosen][-2:] == ["traffic", "own2"]


def test_own_duties_are_shared_out_among_the_people_led_and_have_their_rhythm(case_of):
    case = case_of(level="主管", team_size=4, own=OWN_DUTIES)
    tables = {part.key: part.blocks for part in compose(case.brief, case.catalogue).parts}
    assert any(NEW_SECTION in row[1].text for row in tables["division"][0].rows)
    rhythm = {row[0].text: row[1].text for row in tables["rhythm"][0].rows}
    assert OUR_LINE in rhythm["每月"]
    assert THEIR_LINE in rhythm["每周"]
    assert NEW_SECTION in tables["time"][0].line.text


def test_an_annex_asks_how_an_own_duty_is_accepted(case_of):
    facts = {"kind": "驻场附件", "client": "甲公司", "own": (OwnDuty(KNOWN_SECTION, "每周与直接上级核对待办"),)}
    asked, said = (
        next(
            row
            for part in compose(case.brief, case.catalogue).parts
            if part.key == "scope"
            for table in part.blocks
            for row in table.rows
            if row[0].origin.refs == (OWN,)
        )
        for case in (case_of(**facts), case_of(**facts, set={"自加事项的交付物": "待办表"}))
    )
    assert [line.text for line in asked[1:]] == ["每周", "【待填：自加事项的交付物】", "【待填：自加事项的验收标准】"]
    assert said[2].text == "待办表"


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_user_types_as_a_duty_stays_text(case_of, kind):
    nasty = "核对<b>与<30 分钟※>的【待填：甲】"
    case = case_of(kind=kind, client="甲公司", own=(OwnDuty(KNOWN_SECTION, nasty),))
    lines = [line for line in compose(case.brief, case.catalogue).lines() if OWN in line.origin.refs and "核对<b>" in line.text]
    assert lines
    assert all(nasty in line.text for line in lines)
    assert not any(line.suggested for line in lines if line.origin.source == "user")


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("每天核对报表", "每日"),
        ("每个工作日 9:00 前核对报表", "每日"),
        ("与客户每周五开例会", "每周"),
        ("每星期核对", "每周"),
        ("每个月 5 日前核对", "每月"),
        ("每季度末盘点", "每季"),
        ("每年修订手册", "每年"),
        ("每月汇总每日台账", "每月"),
        ("每人写一份总结", "按需"),
        ("核对报表", "按需"),
    ],
)
def test_a_line_says_how_often_it_is_done(text, often):
    assert frequency(text) == often


@pytest.mark.parametrize(
    "text", ["每天核对报表", "每周五 18:00 前核对报表", "每月5日前，核对报表", "每季度末核对报表", "每周日晚上核对报表", "核对报表"]
)
def test_what_is_done_follows_how_often(text):
    assert without_frequency(text) == "核对报表"
