"""An interview as bytes: all of it comes back, and nothing else is taken for one."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutywriter.brief.answers import from_flags, layered
from dutywriter.brief.kinds import MetricGoal
from dutywriter.catalogue.load import bundled
from dutywriter.cli.kept import SCHEMA, DamagedError, kept, record, state_of
from dutywriter.cli.told import Told
from dutywriter.wizard.events import Back
from dutywriter.wizard.loop import EDIT, ENDS, REVIEW, REWRITE, SAVE, WRITE, edited
from dutywriter.wizard.questions import REQUEST, UNSET
from dutywriter.wizard.replies import Ticked, Ticking
from tests.wizard.talk import Talk

CATALOGUE = bundled()
TOLD = Told("/home/li", "jd.md", "md", "daan.yaml", ("公司.yaml",), {"template": "模板.docx"}, force=True, metadata=False)
FLAGS = [
    {},
    {"role": "天猫运营", "level": "主管", "without": ["费用与毛利"]},
    {"role": "产品", "metrics": ["激活率=1.5%->2%@2027Q2", "自定指标=3.5万"], "team_size": "0", "onsite": "否"},
    {
        "role": "驻场",
        "client": "某行",
        "hours": "18:00-02:00",
        "pay": "8-12K",
        "posted": "2027-01-04",
        "title": "123",
        "company": "null",
        "must": ["会剪视频，能出差", "- 是"],
        "set": ["甲方验收人=王工: #1", "日期=2027-01-01"],
        "own": ["沟通协调=每周五 = 例会"],
        "order": ["沟通协调"],
        "duties": ["zc-team-temp"],
        "focus": "“引号”与\\斜线",
    },
]
REPLIES = {
    REQUEST: "",
    "role": "产品运营",
    "kind": "说明书",
    "level": "经理",
    "platform": ("抖音", "自建商城"),
    "category": UNSET,
    "business": UNSET,
    "metrics": ("激活率", "自定指标"),
    "present:激活率": "30%",
    "target:激活率": "35%",
    "sections": Ticking((Ticked("用户调研", ("pm-rs-nps",), ("每周五与研发对需求",)),)),
}
GOING = st.lists(
    st.sampled_from(["on", "on", "on", "back", "half", "review", "kind", "metrics", "sections", "set:甲方验收人"]),
    min_size=8,
    max_size=25,
)


def begun(flags, *, asks_where=False):
    texts = {key: [value] if isinstance(value, str) else value for key, value in flags.items()}
    brief = layered(from_flags(texts, CATALOGUE), {}, CATALOGUE, alias=texts.get("role", [""])[-1])
    return Talk.begun(CATALOGUE, brief, asks_where=asks_where)


def again(state):
    """The state that the bytes of `state` make."""
    return state_of(record(kept(TOLD, state)), CATALOGUE)


def without_messages(state):
    return msgspec.structs.replace(state, said=())


@settings(max_examples=20)
@given(st.sampled_from(FLAGS), st.booleans(), GOING)
def test_wherever_an_interview_stands_it_comes_back_whole(flags, asks_where, going):
    found = begun(flags, asks_where=asks_where).wanders(going, REPLIES)
    assert again(found.state) == without_messages(found.state)


def test_it_goes_on_as_if_it_had_not_stopped():
    whole, halves = begun({}), begun({})
    for talk in (whole, halves):
        talk.goes_on(REPLIES, until="metrics").does(Back("half", ("激活率",)))
    halves.state = again(halves.state)
    assert halves.goes_on(REPLIES).draft == whole.goes_on(REPLIES).draft


@pytest.fixture
def at_review():
    return begun({"role": "产品"}, asks_where=True).goes_on()


def test_an_edited_draft_and_what_waits_for_it_come_back(at_review):
    at_review.replies(EDIT)
    at_review.state = edited(at_review.state, "# 手改过\n\n“话” \\ \U0001f600\n")
    at_review.replies("level")
    assert at_review.place == REWRITE
    assert again(at_review.state) == at_review.state


def test_the_name_of_the_file_is_asked_for_again(at_review):
    assert again(at_review.replies(WRITE).state).place == SAVE


@pytest.mark.parametrize("end", ENDS)
def test_an_interview_that_came_to_an_end_goes_on_at_the_review_page(at_review, end):
    at_review.state = msgspec.structs.replace(at_review.state, place=end)
    assert again(at_review.state) == msgspec.structs.replace(at_review.state, place=REVIEW)


def test_what_the_run_was_told_comes_back():
    assert record(kept(TOLD, begun({}).state)).told == TOLD


def test_where_each_answer_came_from_comes_back():
    sources = {key: answer.source for key, answer in again(begun({"role": "天猫运营"}).state).base.answers.items()}
    assert sources == {
        "role": "flag",
        "platform": "alias",
        "title": "alias",
        "level": "default",
        "kind": "default",
        "length": "default",
    }


def test_goals_come_back_as_numbers_were_typed():
    assert again(begun(FLAGS[2]).state).base.goals == (
        MetricGoal("激活率", "1.5", "2", "%", "2027-06-30"),
        MetricGoal("自定指标", target="3.5万"),
    )


CONTENT = kept(TOLD, begun(FLAGS[1]).state)


@given(st.integers(0, len(CONTENT) - 1))
def test_what_is_cut_is_damaged(length):
    with pytest.raises(DamagedError):
        record(CONTENT[:length])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        b"null",
        b"[]",
        b"{}",
        b'{"schema": "dutywriter/answers/1"}',
        "岗位: 驻场\n".encode(),
        "岗位: 驻场\n".encode("gbk"),
        CONTENT.replace(SCHEMA.encode(), b"dutywriter/interview/0"),
        CONTENT.replace(b'"today"', b'"day"'),
        CONTENT.replace(b'"reviewed":false', b'"reviewed":"no"'),
        CONTENT + CONTENT,
    ],
)
def test_what_is_no_interview_of_today_is_damaged(content):
    with pytest.raises(DamagedError):
        record(content)


@pytest.mark.parametrize("answers", ["岗位: 没有的岗位\n", "别的: 1\n", "岗位: [", "- 甲\n"])
def test_answers_that_the_catalogue_does_not_know_are_damaged(answers):
    found = msgspec.structs.replace(record(CONTENT), answers=answers)
    with pytest.raises(DamagedError):
        state_of(found, CATALOGUE)
