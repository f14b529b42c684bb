"""The command line that says again what a brief says."""

from hypothesis import given
from hypothesis import strategies as st

from dutywriter.brief.answers import from_flags, layered
from dutywriter.brief.fields import FIELDS
from dutywriter.brief.kinds import DutyChoice, MetricGoal, OwnDuty, SectionChoice
from dutywriter.cli.command import arguments

TEXT = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=30)
TITLES = st.one_of(st.sampled_from(["沟通协调", "入场、离场与交接"]), TEXT.filter(lambda text: not set(text) & set("=＝,，;；、")))
OWN = st.builds(OwnDuty, TITLES, TEXT.map(lambda text: text.rstrip("。；;")).filter(bool))
IDS = st.lists(st.sampled_from(["ec-listing", "ec-qa-page", "zc-delivery-sign"]), min_size=1, unique=True).map(tuple)


def several(values):
    return st.lists(values, min_size=1, max_size=3, unique=True).map(tuple)


@given(
    st.fixed_dictionaries(
        {"role": st.just("驻场运营")},
        optional={
            "level": st.sampled_from(["主管", "经理"]),
            "company": TEXT,
            "must": several(TEXT),
            "metrics": st.just((MetricGoal("客户满意度", "88", "93", "%", "2026-12-31"),)),
            "sections": st.just(SectionChoice(("入场、离场与交接", "沟通协调"), ("风险管理与应对",))),
            "duties": st.builds(DutyChoice, IDS, IDS),
            "order": several(TITLES),
            "own": several(OWN),
        },
    )
)
def test_the_options_of_a_brief_give_the_same_brief_again(catalogue, values):
    brief = layered(values, {}, catalogue)
    said = arguments(brief)
    keys = {field.flag: field.key for field in FIELDS}
    given_flags: dict[str, list[str]] = {}
    for flag, text in zip(said[::2], said[1::2], strict=True):
        given_flags.setdefault(keys[flag], []).append(text)
    again = layered(from_flags(given_flags, catalogue), {}, catalogue)
    assert {key: answer.value for key, answer in again.answers.items()} == {
        key: answer.value for key, answer in brief.answers.items()
    }
