"""The questions: each field of the registry, for every role, in words that a person can answer."""

import re

import pytest

from dutywriter.brief.fields import BY_KEY
from dutywriter.brief.request import Request
from dutywriter.catalogue.load import bundled
from dutywriter.wizard.questions import GOAL_PARTS, REQUEST, Situation, asked, likeliest_role, question

ROLES = [entry.name for entry in bundled().entries]
ASKED = [key for key, field in BY_KEY.items() if field.question]
FACETS = ("platform", "category", "business")
CHINESE = re.compile(r"[一-龥]")


@pytest.fixture(scope="module")
def questions(catalogue, brief_of):
    """`questions("驻场运营")`: every question that this role has, on the way and from the review page."""

    def make(role, level="专员"):
        brief = brief_of(role=role, level=level, metrics=["客户满意度=88%->93%", "自定指标"], company="甲公司")
        here = Situation(brief, catalogue, Request("", ()))
        every = (question(id_, here) for id_ in dict.fromkeys((*asked(brief), *ASKED, "set:甲方验收人")))
        return [found for found in every if found]

    return make


@pytest.mark.parametrize("role", ROLES)
def test_every_field_with_a_question_makes_one_for_every_role_but_facets_it_does_not_have(questions, role):
    assert set(ASKED) - {found.id for found in questions(role)} <= set(FACETS)


@pytest.mark.parametrize("facet", FACETS)
def test_each_facet_is_a_question_for_some_role(questions, facet):
    assert any(found.id == facet for role in ROLES for found in questions(role))


@pytest.mark.parametrize("role", ROLES)
def test_questions_are_chinese_sentences_that_say_what_an_answer_is_good_for(questions, role):
    for found in questions(role):
        assert CHINESE.search(found.message)
        assert found.message.endswith("？")
        assert found.why or found.id in ("present:自定指标", "target:自定指标")
        assert found.hint or found.style != "text"


@pytest.mark.parametrize("level", ["专员", "主管", "经理"])
@pytest.mark.parametrize("role", ROLES)
def test_options_are_distinct_at_every_depth(questions, role, level):
    for found in questions(role, level):
        for options in (found.options, *(option.options for option in found.options)):
            values = [option.value for option in options if option.value]
            assert len(values) == len(set(values))
            assert all(option.title for option in options)


@pytest.mark.parametrize("role", ROLES)
def test_a_default_is_one_of_the_options(questions, role):
    for found in questions(role):
        if found.style == "choice":
            assert found.default in {option.value for option in found.options}


def test_what_the_registry_asks_is_what_the_page_asks(questions):
    for found in questions("驻场运营"):
        if found.id in BY_KEY:
            assert (found.field, found.message, found.why) == (found.id, BY_KEY[found.id].question, BY_KEY[found.id].why)


def test_the_questions_on_the_way_have_the_numbers_of_the_goals_then_the_duties_last(brief_of):
    ids = asked(brief_of(role="驻场", metrics=["客户满意度=88%->93%", "自定指标"]))
    assert ids[0] == REQUEST
    assert ids[-7:] == [*(f"{part}:{name}" for name in ("客户满意度", "自定指标") for part in GOAL_PARTS), "sections"]


def test_where_the_category_is_known_the_business_is_no_question_on_the_way_but_can_be_asked(asking, brief_of):
    assert "business" in asked(brief_of(role="社群"))
    assert "business" not in asked(brief_of(role="社群", category="女装"))
    assert asking("business", role="社群", category="女装")


def test_the_likeliest_role_is_that_whose_work_a_request_speaks_of(catalogue, brief_of):
    said = {
        text: likeliest_role(Situation(brief_of(), catalogue, Request(text, ())))
        for text in ("带社群拉新，做群里的答疑", "你好", "")
    }
    assert list(said.values()) == ["社群运营", "", ""]


@pytest.fixture
def asking(catalogue, brief_of):
    """`asking("level", role="驻场")`: one question."""
    return lambda id_, **flags: question(id_, Situation(brief_of(**flags), catalogue, Request("", ())))


@pytest.mark.parametrize("id_", ["level", "kind", "platform", "metrics", "sections", "company", "set:甲方验收人"])
def test_nothing_but_the_role_is_asked_while_it_is_unknown(asking, id_):
    assert asking(id_) is None
    assert asking("role")


@pytest.mark.parametrize(
    ("id_", "there"),
    [("deadline:客户满意度", False), ("deadline:响应及时率", True), ("present:客户满意度", True), ("present:别的", False)],
)
def test_a_part_of_a_goal_is_asked_where_the_goal_has_it(asking, id_, there):
    assert bool(asking(id_, role="驻场", metrics=["客户满意度=88%->", "响应及时率=95%"])) is there


def test_without_facts_there_is_nothing_to_check(asking):
    assert asking("facts") is None


def test_documents_for_work_at_a_clients_are_offered_only_there(asking):
    offered = {
        name: [option.value for option in asking("kind", **flags).options]
        for name, flags in {
            "onsite": {"role": "驻场"},
            "client": {"role": "电商", "client": "某行"},
            "else": {"role": "电商"},
        }.items()
    }
    assert ["驻场附件" in kinds for kinds in offered.values()] == [True, True, False]


def test_aliases_that_say_more_stand_under_the_roles(asking):
    options = asking("role").options
    heading = next(place for place, option in enumerate(options) if not option.value)
    assert [option.value for option in options[:heading]] == ROLES
    tmall = next(option for option in options[heading:] if option.value == "天猫运营")
    assert tmall.note == "电商运营，天猫"


def test_the_names_of_a_role_find_it(asking):
    assert "网店运营" in next(option for option in asking("role").options if option.value == "电商运营").words


def test_the_persons_own_platforms_are_among_the_ticked(asking):
    options = asking("platform", role="电商", platform=["抖音", "自建商城"]).options
    assert {option.value for option in options if option.ticked} == {"抖音", "自建商城"}


def test_the_metrics_of_the_person_come_first_then_the_roles_then_all_others(asking):
    options = asking("metrics", role="驻场", metrics=["自定指标", "客户满意度"]).options
    heading = next(place for place, option in enumerate(options) if not option.value)
    assert (
        [option.value for option in options if option.ticked]
        == [option.value for option in options[:2]]
        == ["自定指标", "客户满意度"]
    )
    assert all(option.note for option in options[2:heading])
    assert len(options) > 2 * heading


@pytest.mark.parametrize(
    ("name", "target", "hint"), [("退款率（金额）", "12%", "15%"), ("支付转化率", "85%", "80%"), ("GMV", "3.5万", "3万")]
)
def test_examples_go_the_way_of_the_metric(asking, name, target, hint):
    flags = {"role": "电商", "metrics": [name]}
    assert target in asking(f"target:{name}", **flags).hint
    assert hint in asking(f"present:{name}", **flags).hint


def test_the_recommended_sections_are_ticked_and_each_says_why(asking):
    options = asking("sections", role="驻场").options
    assert sum(any(duty.ticked for duty in option.options) for option in options) == 12
    assert all(option.note for option in options)
    assert all(duty.note for option in options for duty in option.options)


def test_the_usual_duties_of_a_section_are_those_that_stand_in_it_when_it_is_recommended(asking):
    sections = asking("sections", role="驻场").options
    recommended = [section for section in sections if any(duty.ticked for duty in section.options)]
    others = [section for section in sections if section not in recommended]
    assert all(duty.usual == duty.ticked for section in recommended for duty in section.options)
    assert all(any(duty.usual for duty in section.options) for section in others)


def test_a_stressed_metric_is_a_reason(asking):
    notes = {option.title: option.note for option in asking("sections", role="驻场", metrics=["响应及时率"]).options}
    assert "影响：响应及时率" in notes["需求受理与响应"]


def test_lines_of_the_persons_own_stand_ticked_in_their_sections(asking):
    options = asking("sections", role="驻场", own=["沟通协调=每周例会", "公益=组织捐赠"]).options
    own = {
        option.title: [duty.title for duty in option.options if duty.value.startswith("own:") and duty.ticked] for option in options
    }
    assert (own["沟通协调"], own["公益"]) == (["每周例会"], ["组织捐赠"])
