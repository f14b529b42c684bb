"""The loop without a terminal: what a person does, folded into a draft."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dutywriter.brief.answers import from_file, layered
from dutywriter.brief.fields import BY_KEY
from dutywriter.brief.kinds import MetricGoal, SectionChoice
from dutywriter.brief.request import requested
from dutywriter.catalogue.load import bundled
from dutywriter.cli.command import arguments
from dutywriter.compose.compose import compose
from dutywriter.wizard.events import Answered, Back, Interrupted, Review
from dutywriter.wizard.loop import DRAFT, EDIT, ENDS, GIVE_UP_EDITS, KEEP_EDITS, REVIEW, REWRITE, SAVE, WRITE, edited, resumed
from dutywriter.wizard.questions import FACTS, REQUEST, UNSET
from dutywriter.wizard.replies import Arrangement, Ticked, Ticking
from tests.wizard.talk import TODAY, Talk

ROLES = [entry.name for entry in bundled().entries]
REFUND, PAID = "退款率（金额）", "支付转化率"


@pytest.fixture(scope="module")
def talk(catalogue, brief_of):
    """`talk(request, role="驻场")`: an interview that was given these flags, at its first question."""
    return lambda request="", *, asks_where=False, **flags: Talk.begun(catalogue, brief_of(**flags), request, asks_where=asks_where)


@pytest.fixture
def reviewing(talk):
    """`reviewing(role="驻场")`: an interview where Enter alone led to the review page."""
    return lambda request="", **flags: talk(request, **flags).goes_on()


# What is asked


def test_enter_alone_all_the_way_gives_the_default_draft(talk, draft_of):
    assert talk().goes_on().draft == draft_of(role="驻场")


@pytest.mark.parametrize("role", ROLES)
def test_a_role_and_enter_alone_give_the_default_draft_of_the_role(talk, draft_of, role):
    assert talk().goes_on({"role": role}).draft == draft_of(role=role)


@pytest.mark.parametrize(
    ("role", "asked"),
    [
        ("驻场运营", "request role kind level platform business metrics sections"),
        ("电商运营", "request role kind level platform category metrics sections"),
        ("产品运营", "request role kind level business metrics sections"),
        ("数据运营", "request role kind level platform business metrics sections"),
        ("社群运营", "request role kind level platform category business metrics sections"),
    ],
)
def test_only_what_changes_the_draft_of_the_role_is_asked(talk, role, asked):
    assert talk().goes_on({"role": role}).asked == asked.split()


def test_where_the_category_is_known_the_business_is_not_asked(talk):
    assert "business" not in talk().goes_on({"role": "社群运营", "category": "女装"}).asked


def test_what_flags_say_is_not_asked(talk):
    found = talk(role="电商", platform="抖音", metrics=["退款率=14%->11%"]).goes_on()
    assert found.asked == ["kind", "level", "category", "sections"]


def test_what_a_file_says_is_not_asked(catalogue):
    said = from_file("岗位: 产品\n级别: 主管\n业务类型: SaaS\n", "", catalogue)
    assert Talk.begun(catalogue, layered({}, said, catalogue)).goes_on().asked == ["kind", "metrics", "sections"]


def test_what_the_request_says_is_shown_and_not_asked(talk):
    found = talk().goes_on({REQUEST: "小红书母婴账号招新媒体运营，主管，成都"})
    assert found.asked == [REQUEST, FACTS, "kind", "metrics", "sections"]


def test_a_request_that_was_made_before_is_not_asked_for_but_shown(talk):
    assert talk("小红书母婴账号招新媒体运营").goes_on().asked == [FACTS, "kind", "level", "metrics", "sections"]


def test_where_all_is_said_the_interview_begins_on_the_review_page(talk):
    said = talk(role="产品", kind="说明书", level="专员", business="SaaS", metrics=["激活率=1%->2%"], without="用户调研")
    assert said.place == REVIEW
    assert said.does(Back()).place == REVIEW
    assert said.replies("role", "数据运营").place == REVIEW


@pytest.mark.parametrize(
    ("text", "role"), [("带社群拉新，做群里的答疑", "社群运营"), ("看看店里的货和促销，巡店", "门店运营"), ("你好", ROLES[0])]
)
def test_where_a_request_leaves_the_role_open_the_cursor_is_on_the_likeliest(talk, text, role):
    found = talk().replies(text)
    assert (found.place, found.chosen) == ("role", role)
    assert "role" not in found.brief.answers
    assert found.replies("产品运营").does(Back()).chosen == "产品运营"


def test_the_duties_are_asked_last_and_enter_takes_those_that_are_recommended(talk):
    found = talk().goes_on({"role": "产品运营", "metrics": ("激活率",)}, until="sections")
    recommended = found.ticked
    assert found.enters().place == REVIEW
    assert found.state.replies["sections"] == Arrangement()
    assert found.brief.answers.keys().isdisjoint({"sections", "duties", "order", "own"})
    assert found.does(Back()).ticked == recommended


def test_duties_that_were_taken_as_recommended_go_with_what_is_answered_later(talk, draft_of):
    found = talk().goes_on({"role": "产品运营"}).replies("level", "经理", "length", "精简")
    assert found.draft == draft_of(role="产品", level="经理", length="精简")


def test_numbers_are_asked_for_the_metrics_that_were_ticked_and_a_deadline_for_targets(talk):
    found = talk().goes_on({"role": "电商运营", "metrics": (REFUND, PAID), f"target:{PAID}": "3%"})
    numbers = [f"present:{REFUND}", f"target:{REFUND}", f"present:{PAID}", f"target:{PAID}", f"deadline:{PAID}"]
    assert found.asked[-6:] == [*numbers, "sections"]


def test_a_metric_of_which_the_request_says_the_numbers_is_not_asked_about(talk):
    found = talk().goes_on({REQUEST: "电商运营，退款率从14%降到11%"})
    assert {id_.partition(":")[0] for id_ in found.asked}.isdisjoint({"metrics", "present", "target", "deadline"})


# What the answers make


def test_every_reply_reaches_the_draft_as_the_same_flags_would(talk, brief_of, catalogue):
    found = talk().goes_on(
        {
            "role": "电商运营",
            "level": "主管",
            "kind": "说明书",
            "platform": ("天猫", "抖音", "自建商城"),
            "category": "女装",
            "metrics": (REFUND, PAID, "复访率"),
            f"present:{REFUND}": "14%",
            f"target:{REFUND}": "11%",
            f"deadline:{REFUND}": "2027Q2",
            f"target:{PAID}": "3.5",
            "target:复访率": "3.5万",
        }
    )
    same = brief_of(
        role="电商",
        level="主管",
        platform=["天猫", "抖音", "自建商城"],
        category="女装",
        metrics=[f"{REFUND}=14%->11%@2027-06-30", f"{PAID}=3.5", "复访率=3.5万"],
    )
    assert arguments(found.brief) == arguments(same)
    assert found.draft == compose(same, catalogue)


LINES = {
    "max_chars": "600",
    "title": "门店督导",
    "company": "甲公司",
    "client": "某银行",
    "industry": "母婴零售",
    "department": "运营部",
    "reports_to": "运营经理",
    "team_size": "6 人",
    "scope": "12 家门店",
    "headcount": "2",
    "location": "成都",
    "hours": "9:00-18:00",
    "rest": "排班轮休",
    "pay": "8-12K",
    "posted": "2027-01-04",
    "valid_until": "2027 年 3 月",
    "effective": "2027-01-01",
    "education": "大专及以上",
    "experience": "3年",
    "tools": "剪映、Excel",
    "start": "2027-01-04",
    "focus": "直播带货和私域复购",
}
OPTIONS = {"outline": "计划为先", "length": "详尽", "onsite": "是", "kind": "招聘", "level": "经理", "role": "产品运营"}


@pytest.mark.parametrize(("key", "reply"), [*LINES.items(), *OPTIONS.items()])
def test_an_answer_given_from_the_review_page_is_that_of_the_flag(reviewing, brief_of, key, reply):
    found = reviewing().replies(key, reply)
    assert found.place == REVIEW
    assert found.brief.answers[key].source == "wizard"
    assert found.brief.get(key) == brief_of(**{"role": "驻场", key: reply}).get(key)


@pytest.mark.parametrize("key", ["must", "plus"])
@pytest.mark.parametrize("line", ["会剪视频；能出差", "会剪视频;能出差；", "会剪视频\n能出差\n会剪视频"])
def test_lists_of_sentences_are_parted_by_semicolons_and_lines(reviewing, brief_of, key, line):
    found = reviewing().replies(key, line)
    assert found.brief.get(key) == brief_of(role="驻场", **{key: ["会剪视频", "能出差"]}).get(key)


def test_every_question_that_the_review_page_leads_to_was_tried():
    tried = {*LINES, *OPTIONS, "must", "plus", "platform", "category", "business", "metrics", "sections"}
    assert tried == {key for key, field in BY_KEY.items() if field.question}


def test_an_empty_line_takes_an_answer_back_or_to_its_default(reviewing):
    found = reviewing(level="主管").replies("company", "甲公司", "company", "", "outline", "八项职责", "outline", UNSET)
    assert {"company", "outline"}.isdisjoint(found.brief.answers)


def test_an_open_point_is_filled_and_opened_again(reviewing, draft_of):
    found = reviewing().replies("set:甲方验收人", "王工")
    assert found.draft == draft_of(role="驻场", set=["甲方验收人=王工"])
    found.replies("set:甲方验收人")
    assert found.typed == "王工"
    assert found.replies("").draft == draft_of(role="驻场")


def test_an_alias_brings_its_facts_and_its_title(talk, draft_of):
    found = talk().goes_on({"role": "天猫运营", "level": "主管"})
    assert (found.brief.get("role"), found.brief.get("platform"), found.brief.get("title")) == (
        "电商运营",
        ("天猫",),
        "天猫运营主管",
    )
    assert found.draft == draft_of(role="天猫运营", level="主管")


def test_the_facts_of_an_alias_are_ticked_to_be_taken_back(talk):
    found = talk().goes_on({"role": "天猫运营"}, until="platform")
    assert found.ticked == ("天猫",)
    assert found.replies(("抖音",)).brief.get("platform") == ("抖音",)


def test_the_title_of_an_alias_goes_with_the_level_that_is_chosen(reviewing):
    found = reviewing(role="天猫运营").replies("level", "经理")
    assert found.brief.get("title") == "天猫运营经理"


@pytest.mark.parametrize("flags", [{}, {"role": "天猫运营"}])
def test_what_an_alias_brought_along_goes_with_it(talk, draft_of, flags):
    found = talk(**flags).goes_on({"role": "天猫运营"}).replies("role", "产品运营")
    assert found.draft == draft_of(role="产品")
    assert found.replies("role", "天猫运营").draft == draft_of(role="天猫运营")


def test_a_title_of_the_persons_own_stays(reviewing):
    found = reviewing(role="天猫运营").replies("title", "店长", "level", "主管")
    assert found.brief.get("title") == "店长"


# A request in one's own words

REQUESTS = [
    "驻场",
    "天猫运营主管，杭州",
    "小红书母婴账号招新媒体运营，成都，双休，7-10K，会剪视频优先",
    "给政务中心派一个驻场运营，带 3 个人，09:00-18:00",
    "电商运营，抖音女装，退款率 2027 年 6 月底前从32%降到26%，用友的系统随便",
]


@pytest.mark.parametrize("text", REQUESTS)
def test_a_request_makes_the_draft_that_it_makes_without_questions(talk, catalogue, text):
    request = requested(text, catalogue, date.fromisoformat(TODAY))
    straight = layered({}, {}, catalogue, alias=request.words["role"], sentence=request.values)
    asked = talk().replies(text).goes_on()
    begun = Talk.begun(catalogue, straight, text).goes_on()
    assert arguments(asked.brief) == arguments(begun.brief) == arguments(straight)
    assert asked.draft == begun.draft == compose(straight, catalogue)


def test_flags_stand_above_the_request(talk, draft_of):
    found = talk("新媒体运营，成都，双休", role="产品", location="上海")
    assert found.ticked == ("rest",)
    assert found.goes_on().draft == draft_of(role="产品", location="上海", rest="双休")


def test_each_fact_is_shown_ticked_with_the_words_that_say_it(talk):
    shown = talk("小红书招新媒体运营，成都，公司有下午茶").question
    assert [(option.title, option.note) for option in shown.options] == [
        ("岗位：新媒体运营", "“新媒体运营”"),
        ("工作地点：成都", "“成都”"),
        ("经营平台：小红书", "“小红书”"),
    ]
    assert all(option.ticked for option in shown.options)
    assert shown.hint.endswith("没有用上：“公司有下午茶”")


def test_what_is_unticked_is_not_taken_and_asked(talk):
    found = talk().replies("小红书招新媒体运营，主管，成都").replies(("role", "location")).goes_on()
    assert found.asked[:3] == ["kind", "level", "platform"]
    assert (found.brief.level, found.brief.get("platform"), found.brief.get("location")) == ("专员", None, "成都")


def test_where_the_role_is_unticked_it_is_asked(talk, draft_of):
    found = talk().replies("小红书招新媒体运营", ("platform",)).goes_on({"role": "内容运营"})
    assert found.asked[0] == "role"
    assert found.draft == draft_of(role="内容", platform="小红书")


def test_a_new_request_on_the_review_page_replaces_the_old_one(reviewing, draft_of):
    found = reviewing("新媒体运营，成都").replies(REQUEST, "新媒体运营，双休")
    assert found.place == FACTS
    assert found.enters().place == REVIEW
    assert found.draft == draft_of(role="新媒体", rest="双休")


def test_what_a_new_request_says_is_ticked_whatever_was_taken_back_before(talk):
    found = talk().replies("新媒体运营，成都", ("role",)).goes_on().replies(REQUEST, "新媒体运营，成都，双休")
    assert found.ticked == ("role", "location", "rest")


def test_the_same_request_again_leaves_what_was_taken_back(talk):
    found = talk().replies("新媒体运营，成都", ("role",)).goes_on().replies(REQUEST).enters()
    assert found.ticked == ("role",)


@pytest.mark.parametrize("replies", [(REQUEST, "成都，双休", ("location",)), (FACTS, ("location",)), (REQUEST, "")])
def test_where_a_changed_request_leaves_the_role_open_it_is_asked(reviewing, replies):
    found = reviewing("新媒体运营，成都，主管").replies("level", "经理").replies(*replies)
    assert found.place == "role"
    assert found.does(Back()).place == "role"
    assert found.state.said == ("先选好岗位，才有草稿可看",)
    assert found.replies("产品运营").place == REVIEW
    assert (found.brief.get("role"), found.brief.level) == ("产品运营", "经理")


# Back


def test_back_never_goes_before_the_first_question(talk):
    assert talk().does(Back(), Back()).place == REQUEST
    assert talk(role="驻场").does(Back()).place == "kind"


REPLIES = {
    REQUEST: "成都，双休",
    FACTS: ("rest",),
    "role": "社群运营",
    "level": "经理",
    "platform": ("企业微信", "自建群"),
    "category": UNSET,
    "business": "SaaS",
    "metrics": ("复购率", "复访率"),
    "present:复购率": "30%",
    "target:复购率": "35%",
    "deadline:复购率": "2027 年底",
}


def test_back_through_all_questions_shows_the_earlier_answers_and_forward_ends_in_the_same_draft(talk):
    found = talk().goes_on(REPLIES)
    draft, asked = found.draft, found.asked
    for id_ in reversed(asked):
        found.does(Back())
        assert found.place == id_
        shown = {"text": found.typed, "choice": found.chosen, "ticks": found.ticked}
        if id_ in REPLIES:
            assert shown[found.question.style] == REPLIES[id_]
    found.asked = []
    assert found.goes_on().asked == asked
    assert found.draft == draft


def test_a_half_typed_line_is_there_again_until_it_is_answered(talk):
    found = talk().goes_on({"role": "电商运营", "metrics": (PAID,)}, until=f"present:{PAID}")
    found.does(Back("2.")).enters()
    assert (found.place, found.typed) == (f"present:{PAID}", "2.")
    found.replies("2%").does(Back())
    assert found.typed == "2%"


def test_a_half_typed_line_is_no_answer(talk):
    found = talk().goes_on({"role": "电商运营", "metrics": (PAID,)}, until=f"present:{PAID}").does(Back("2%"))
    assert found.brief.goals == (MetricGoal(PAID),)


def test_what_was_ticked_without_an_answer_is_ticked_again_until_it_is_answered(talk):
    found = talk().goes_on({"role": "电商运营"}, until="platform")
    found.does(Back(ticked=("抖音", "自建商城"))).enters()
    assert (found.place, found.ticked) == ("platform", ("抖音", "自建商城"))
    assert found.brief.get("platform") is None
    assert found.replies(("天猫",)).does(Back()).ticked == ("天猫",)


def test_sections_left_without_an_answer_are_as_they_were_left(reviewing):
    found = reviewing(role="产品").replies("sections")
    first, second, *others = found.ticked.sections
    left = Ticking((second, Ticked(first.title, first.duties[1:], ("我的一条",)), *others[1:]))
    assert found.does(Back(ticked=left)).replies("sections").ticked == left
    assert found.brief.get("sections") is None


def test_an_interrupt_keeps_what_was_half_done_where_it_stands(talk):
    found = talk().goes_on({"role": "电商运营"}, until="platform").does(Interrupted("抖", ("天猫",)))
    assert (found.place, found.state.typed, found.ticked) == ("platform", {"platform": "抖"}, ("天猫",))
    assert found.brief.get("platform") is None


def test_an_interrupt_where_nothing_was_left_is_nothing_new(talk):
    told = talk().goes_on({"role": "电商运营", "category": "女装"}).replies("role", "产品运营")
    assert told.state.said
    for found in (talk(), talk().goes_on(until="level"), told, talk(asks_where=True).goes_on().replies(WRITE)):
        before = found.state
        assert found.does(Interrupted()).state == before


@pytest.mark.parametrize("place", ["level", "deadline:激活率", REVIEW, DRAFT, SAVE, REWRITE])
def test_what_was_kept_goes_on_where_it_stood(talk, catalogue, place):
    state = replace(talk(role="产品", metrics=["激活率=2%"]).goes_on().state, place=place)
    assert resumed(state, catalogue) == state


@pytest.mark.parametrize("place", ["category", "present:别的指标", FACTS])
def test_where_the_question_at_hand_does_not_apply_any_more_the_role_is_asked(talk, catalogue, draft_of, place):
    found = talk().goes_on({"role": "产品运营", "level": "主管"})
    found.state = resumed(replace(found.state, place=place), catalogue)
    assert (found.place, found.chosen, found.state.reviewed) == ("role", "产品运营", False)
    assert found.goes_on().draft == draft_of(role="产品", level="主管")


def test_back_from_a_question_that_the_review_page_led_to_goes_there(reviewing):
    assert reviewing().replies("company").does(Back("甲")).place == REVIEW


def test_back_from_the_review_page_goes_to_the_last_question_and_forward_from_there(reviewing):
    found = reviewing().does(Back(), Back())
    assert found.place == "metrics"
    assert found.enters().place == "sections"
    assert found.enters().place == REVIEW


def test_back_passes_over_questions_that_do_not_apply_any_more(talk):
    found = talk().goes_on({"role": "电商运营"}, until="category").does(Review()).replies("role", "产品运营")
    assert found.does(Back()).place == "level"
    assert found.goes_on().asked[-3:] == ["business", "metrics", "sections"]


def test_back_passes_over_the_numbers_of_a_metric_that_is_no_goal_any_more(talk):
    found = talk().goes_on({"role": "电商运营", "metrics": (PAID,), f"target:{PAID}": "3%"}).replies("metrics", ())
    assert found.does(Back()).place == "sections"
    assert found.does(Back()).place == "metrics"


# What does not apply any more


def test_what_another_role_has_no_use_for_is_told_once_and_comes_back_with_the_role(talk):
    found = talk().goes_on({"role": "电商运营", "platform": ("抖音",), "category": "女装"})
    draft = found.draft
    found.replies("role", "产品运营")
    assert found.state.said == ("“经营平台：抖音”在这里不适用，已不采用", "“经营类目：女装”在这里不适用，已不采用")
    assert found.brief.answers.keys().isdisjoint({"platform", "category"})
    assert found.replies("company", "").state.said == ()
    assert found.replies("role", "电商运营").state.said == ()
    assert found.draft == draft


def test_a_kind_of_document_that_another_role_has_not_is_told(talk):
    found = talk().goes_on({"kind": "驻场附件"}).replies("role", "产品运营")
    assert found.state.said == ("“文种：驻场附件”在这里不适用，已不采用",)
    assert found.brief.get("kind") == "说明书"
    assert found.replies("onsite", "是").brief.get("kind") == "驻场附件"


def test_sections_that_another_role_has_not_are_told(reviewing):
    found = reviewing(role="产品").replies("sections")
    kept = Ticking(found.ticked.sections[:2])
    found.replies(kept).replies("role", "门店运营")
    titles = "、".join(section.title for section in kept.sections)
    assert found.state.said == (f"这里没有“{titles}”这些模块，已不采用",)
    assert found.brief.sections == SectionChoice()


def test_nothing_is_told_of_what_was_not_answered(talk):
    found = talk().goes_on({"role": "电商运营", "category": UNSET}).replies("role", "产品运营")
    assert found.state.said == ()


def test_what_was_told_is_not_told_again_on_the_way_back(talk):
    found = talk().goes_on({"role": "电商运营", "category": "女装"}).replies("role", "产品运营")
    assert found.does(Back()).state.said == ()


# The review page


def test_review_leads_to_the_draft_from_any_question_once_the_role_is_known(talk, draft_of):
    found = talk().enters()
    assert found.does(Review("驻")).place == "role"
    assert found.state.said == ("先选好岗位，才有草稿可看",)
    assert found.typed == "驻"
    found.replies("数据运营", "说明书").does(Review())
    assert found.place == REVIEW
    assert found.draft == draft_of(role="数据")
    assert found.does(Back()).place == "level"


def test_review_keeps_what_is_half_done(talk):
    found = talk().goes_on({"role": "电商运营"}, until="platform").does(Review("抖", ("天猫",)), Back())
    assert (found.place, found.ticked) == ("platform", ("天猫",))


def test_an_answer_changed_from_the_review_page_returns_there(reviewing):
    found = reviewing()
    for row, reply in (("level", "主管"), ("role", "电商运营"), ("platform", ("抖音",)), ("company", "甲公司")):
        assert found.replies(row).place == row
        assert found.replies(reply).place == REVIEW


def test_metrics_changed_from_the_review_page_ask_for_the_numbers_of_the_new_ones(talk):
    found = talk().goes_on({"role": "电商运营", "metrics": (PAID,)}).replies("metrics")
    found.asked = []
    found.goes_on({"metrics": (PAID, REFUND), f"target:{REFUND}": "11%"})
    assert found.asked == ["metrics", f"present:{REFUND}", f"target:{REFUND}", f"deadline:{REFUND}"]
    assert found.place == REVIEW


def test_one_number_changed_from_the_review_page_asks_for_no_other(talk):
    found = talk().goes_on({"role": "电商运营", "metrics": (PAID,), f"target:{PAID}": "3%"})
    assert found.replies(f"present:{PAID}", "2%").place == REVIEW
    assert found.brief.goals == (MetricGoal(PAID, "2", "3", "%"),)


def test_unchanged_duties_are_no_answer(reviewing):
    found = reviewing()
    before = found.brief
    assert found.replies("sections").enters().brief == before


def test_changed_duties_are_shown_as_they_were_left_and_reach_the_draft(reviewing, draft_of):
    found = reviewing(role="产品").replies("sections")
    first, second, *others = found.ticked.sections
    left = Ticking((second, Ticked(first.title, first.duties[1:], ("每周五与研发对需求",)), *others))
    assert found.replies(left).replies("sections").ticked == left
    written = found.brief
    assert found.enters().brief == written
    titles = [section.title for section in left.sections]
    assert found.draft == draft_of(
        role="产品", order=titles, without_duties=[first.duties[0]], own=[f"{first.title}=每周五与研发对需求"]
    )


def test_the_whole_draft_is_a_page_that_leads_back_to_the_review_page(reviewing):
    found = reviewing().replies(DRAFT)
    assert (found.place, found.state.wanted) == (DRAFT, DRAFT)
    assert found.does(Back()).place == REVIEW
    assert found.replies(DRAFT, REVIEW).place == REVIEW


def test_where_the_person_names_the_file_it_is_asked_last(talk):
    found = talk(asks_where=True, role="产品").goes_on().replies(WRITE)
    assert found.place == SAVE
    assert found.does(Back()).place == REVIEW
    assert found.replies(WRITE, "jd.md").place == WRITE
    assert found.state.replies[SAVE] == "jd.md"


@pytest.mark.parametrize("end", ENDS)
def test_the_conversation_ends_at_what_can_be_done_with_the_draft(reviewing, end):
    assert reviewing().replies(end).place == end


# The draft edited by hand


@pytest.fixture
def edited_talk(reviewing):
    found = reviewing(role="产品").replies(EDIT)
    found.state = edited(found.state, "# 手改过\n")
    return found


def test_after_the_editor_the_review_page_comes_up_again(edited_talk):
    assert (edited_talk.place, edited_talk.state.edited) == (REVIEW, "# 手改过\n")


@pytest.mark.parametrize("events", [[Answered("level")], [Back()]])
@pytest.mark.parametrize(("choice", "place", "text"), [(KEEP_EDITS, REVIEW, "# 手改过\n"), (GIVE_UP_EDITS, None, "")])
def test_an_edited_draft_is_given_up_only_when_the_person_says_so(edited_talk, events, choice, place, text):
    wanted = {Answered: "level", Back: "sections"}[type(events[0])]
    assert edited_talk.does(*events).place == REWRITE
    edited_talk.replies(choice)
    assert (edited_talk.place, edited_talk.state.edited) == (place or wanted, text)
    if not place:
        assert edited_talk.enters().place == REVIEW


def test_the_question_about_an_edited_draft_can_be_left(edited_talk):
    found = edited_talk.replies("level").does(Back())
    assert (found.place, found.state.edited) == (REVIEW, "# 手改过\n")


@pytest.mark.parametrize("end", [*ENDS, DRAFT])
def test_an_edited_draft_is_written_left_read_and_edited_again_without_asking(edited_talk, end):
    assert edited_talk.replies(end).place == end
    assert edited_talk.state.edited == "# 手改过\n"


# Any way to the end

MOVES = ["on", "back", "half", "review", REQUEST, "kind", "business", "metrics", "sections"]
GOING = st.lists(st.sampled_from(MOVES), min_size=5, max_size=25)
NUMBERS = {f"{part}:{name}": st.sampled_from(["30%", "35%"]) for part in ("present", "target") for name in ("激活率", "复访率")}
GIVEN = st.fixed_dictionaries(
    {
        REQUEST: st.just(""),  # reading one takes its time
        "role": st.sampled_from(["产品运营", "数据运营"]),
        "level": st.sampled_from(["专员", "主管", "经理"]),
        "kind": st.sampled_from(["说明书", "招聘"]),
        "platform": st.sampled_from([(), ("抖音",), ("抖音", "自建平台")]),
        "business": st.sampled_from([UNSET, "SaaS"]),
        "metrics": st.lists(st.sampled_from(["激活率", "复购率", "复访率"]), unique=True, max_size=2).map(tuple),
        **NUMBERS,
    }
)


def to_the_first(found):
    before = ""
    while found.place != before:
        before = found.place
        found.does(Back())


@settings(max_examples=30)
@given(GIVEN, GOING)
def test_any_way_forward_and_back_ends_in_the_draft_of_the_straight_way(replies, going):
    catalogue = bundled()
    straight, found = (Talk.begun(catalogue, layered({}, {}, catalogue)) for _ in range(2))
    while straight.place != REVIEW:
        straight.answers(replies)
    found.wanders(going, replies)
    to_the_first(found)
    assert found.place == REQUEST
    while found.place != REVIEW:
        found.answers(replies)
    assert found.brief == straight.brief
    assert found.draft == straight.draft
