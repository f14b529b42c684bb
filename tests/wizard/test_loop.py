"""The loop without a terminal: replies in, a brief out."""

import pytest

from dutywriter.brief.answers import layered
from dutywriter.brief.fields import BY_KEY
from dutywriter.compose.compose import compose
from dutywriter.wizard.loop import following, interview, wrong
from dutywriter.wizard.questions import questions


def enter(question, _):
    """What Enter alone replies."""
    if question.style == "ticks":
        return tuple(option.value for option in question.options if option.ticked)
    return question.default if question.style == "choice" else ""


def replying(replies, seen=None):
    def ask(question, check):
        if seen is not None:
            seen.append(question)
        reply = replies.get(question.id, enter(question, check))
        if isinstance(reply, str):
            assert check(reply) == ""
        return reply

    return ask


def test_enter_alone_all_the_way_gives_the_default_draft(catalogue, draft_of):
    brief = interview(enter, layered({}, {}, catalogue), catalogue)
    assert compose(brief, catalogue) == draft_of(role="驻场")


@pytest.mark.parametrize(
    ("role", "asked"),
    [
        ("驻场", ["role", "level", "platform", "business", "company", "client", "metrics", "sections", "length"]),
        ("电商", ["role", "level", "platform", "category", "company", "metrics", "sections", "length"]),
        ("产品", ["role", "level", "business", "company", "metrics", "sections", "length"]),
    ],
)
def test_only_what_changes_the_draft_is_asked(catalogue, role, asked):
    seen = []
    interview(replying({"role": role}, seen), layered({}, {}, catalogue), catalogue)
    assert [question.id for question in seen] == asked


def test_what_a_sentence_says_is_not_asked(catalogue):
    seen = []
    said = {"role": "电商运营", "platform": ("抖音",), "category": "食品"}
    brief = interview(replying({}, seen), layered({}, {}, catalogue, sentence=said), catalogue)
    assert [question.id for question in seen] == ["level", "company", "metrics", "sections", "length"]
    assert brief.get("platform") == ("抖音",)


def test_every_reply_reaches_the_draft_as_the_same_flags_would(catalogue, brief_of):
    replies = {
        "role": "天猫运营",
        "level": "主管",
        "platform": ("天猫", "抖音"),
        "category": "女装",
        "company": "甲公司",
        "metrics": ("退款率（金额）", "支付转化率"),
        "target:退款率（金额）": "14%->11%@2027-06-30",
        "sections": ("商品与页面", "目标与数据"),
        "length": "详尽",
    }
    brief = interview(replying(replies), layered({}, {}, catalogue), catalogue)
    same = brief_of(
        role="电商",
        level="主管",
        platform=["天猫", "抖音"],
        category="女装",
        company="甲公司",
        length="详尽",
        metrics=["退款率（金额）=14%->11%@2027-06-30", "支付转化率"],
        sections=["商品与页面", "目标与数据"],
    )
    assert compose(brief, catalogue) == compose(same, catalogue)


def test_an_alias_brings_its_fact_into_the_wizard(catalogue):
    brief = interview(replying({"role": "天猫运营"}), layered({}, {}, catalogue), catalogue)
    assert brief.get("platform") == ("天猫",)


def test_what_flags_and_files_settled_is_not_asked(catalogue, brief_of):
    seen = []
    interview(replying({}, seen), brief_of(role="电商", platform="抖音", length="精简"), catalogue)
    assert {"role", "platform", "length"}.isdisjoint(question.id for question in seen)


def test_targets_are_asked_for_the_metrics_that_were_ticked(catalogue):
    seen = []
    interview(replying({"metrics": ("响应及时率",)}, seen), layered({}, {}, catalogue), catalogue)
    assert "target:响应及时率" in [question.id for question in seen]


def test_the_recommended_sections_are_ticked_and_each_says_why(catalogue, brief_of):
    question = next(q for q in questions(brief_of(role="驻场"), catalogue) if q.id == "sections")
    assert sum(option.ticked for option in question.options) == 12
    assert all(option.note for option in question.options)


def test_a_section_of_the_user_s_own_stands_anyway_and_is_not_offered(catalogue, brief_of):
    question = next(q for q in questions(brief_of(role="驻场", own=["党建共建=组织党日活动"]), catalogue) if q.id == "sections")
    assert "党建共建" not in {option.value for option in question.options}


def test_a_stressed_metric_is_a_reason(catalogue, brief_of):
    question = next(q for q in questions(brief_of(role="驻场", metrics=["响应及时率"]), catalogue) if q.id == "sections")
    notes = {option.title: option.note for option in question.options}
    assert "影响：响应及时率" in notes["需求受理与响应"]


def test_a_wrong_line_is_told_while_it_is_typed(catalogue, brief_of):
    role = next(questions(layered({}, {}, catalogue), catalogue))
    assert "是不是 驻场运营？" in wrong(role, catalogue, "驻厂")
    assert wrong(role, catalogue, "") == ""
    brief = brief_of(role="驻场", metrics=["响应及时率"])
    target = next(q for q in questions(brief, catalogue) if q.id.startswith("target:"))
    assert "不是数字" in wrong(target, catalogue, "很高")


def test_every_question_stands_in_the_registry_with_its_words(catalogue, brief_of):
    for role in ("驻场", "电商", "产品"):
        for question in questions(brief_of(role=role, metrics=["客户满意度"]), catalogue):
            assert question.field in BY_KEY
            assert question.id != question.field or question.message == BY_KEY[question.field].question


def test_there_is_no_question_left_when_all_were_asked(catalogue, brief_of):
    brief = brief_of(role="驻场")
    ids = [question.id for question in questions(brief, catalogue)]
    assert following(brief, catalogue, ids, frozenset()) is None
