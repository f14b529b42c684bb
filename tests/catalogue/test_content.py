"""What the bundled catalogue must hold."""

import itertools

import pytest

from dutywriter.catalogue.model import LEVELS, Duty, Role

A1 = {
    "日常运营管理",
    "数据分析与报告",
    "沟通协调",
    "项目执行与跟进",
    "风险管理与应对",
    "团队建设与培训",
    "客户关系管理",
    "持续改进与创新",
}
FORGOTTEN = {"需求受理与响应", "交付与验收", "账号与信息保密", "入场、离场与交接"}
ROLES = [
    "驻场运营", "电商运营", "产品运营", "内容运营", "新媒体运营", "用户运营", "活动运营", "社群运营", "直播运营", "数据运营",
    "跨境电商运营", "门店运营",
]  # fmt: skip


def duties_of(role: Role) -> list[Duty]:
    return [duty for part in role.sections for duty in part.duties]


def test_there_are_twelve_roles_forty_sections_four_hundred_duties_and_eighty_metrics(catalogue):
    assert [entry.name for entry in catalogue.entries] == ROLES
    assert len({part.section for role in catalogue.roles for part in role.sections}) >= 40
    assert len({duty.id for role in catalogue.roles for duty in duties_of(role)}) >= 400
    assert len(catalogue.metrics) >= 80


@pytest.mark.parametrize("name", ROLES)
def test_a_role_has_duties_of_its_own_metrics_partners_tools_and_names(catalogue, name):
    role = catalogue.role(name)
    others = {duty.id for other in catalogue.roles if other.name != name for duty in duties_of(other)}
    assert len({duty.id for duty in duties_of(role)} - others) >= 40
    assert len(role.sections) >= 12
    assert len({id_ for level in LEVELS for id_ in (*role.metrics.at(level), *role.goals.at(level))}) >= 8
    assert len(role.partners) >= 6
    assert len(role.tools) >= 5
    assert role.aliases
    assert role.pinyin


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("level", LEVELS)
def test_each_level_asks_for_what_an_interview_can_see(draft_of, name, level):
    tables = next(part for part in draft_of(role=name, level=level).parts if part.key == "requirements").blocks
    must, plus = ([(row[0].text, row[1].text) for row in table.rows] for table in tables)
    assert 4 <= len(must) <= 5
    assert len(plus) >= 3
    assert all(text and proof for text, proof in [*must, *plus])


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("level", LEVELS)
def test_every_goal_is_among_the_kpis_and_three_to_eight_of_them_stand(catalogue, name, level):
    role = catalogue.role(name)
    assert set(role.goals.at(level)) <= set(role.metrics.at(level))
    assert 3 <= len(role.metrics.at(level)) <= 8
    for metric in role.metrics.at(level):
        known = next(known for known in catalogue.metrics if known.id == metric)
        assert known.formula
        assert known.unit
        assert known.source


@pytest.mark.parametrize("name", ROLES)
def test_levels_differ_in_purpose_and_in_every_duty_that_they_share(catalogue, name):
    role = catalogue.role(name)
    assert len({role.purpose.at(level) for level in LEVELS}) == 3
    for duty in duties_of(role):
        said = [wording.do for wording in duty.levels.values()]
        assert len(set(said)) == len(said), duty.id


@pytest.mark.parametrize("level", LEVELS)
def test_a_standard_onsite_draft_holds_the_eight_headings_and_what_they_forgot(draft_of, level):
    draft = draft_of(role="驻场", level=level)
    titles = {duty.section_title for part in draft.parts if part.key == "duties" for duty in part.blocks[0].duties}
    assert titles >= A1 | FORGOTTEN


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("level", LEVELS)
def test_must_have_requirements_are_at_most_five_and_prove_themselves(catalogue, name, level):
    role = catalogue.role(name)
    here = [r for r in role.requirements if not r.when.level or level in r.when.level]
    general = [r for r in here if not (r.when.platform or r.when.category or r.when.business or r.when.metric)]
    assert 3 <= len([r for r in general if r.kind == "必备"]) <= 5
    assert len([r for r in general if r.kind == "加分"]) >= 2
    assert all(r.proof for r in here)


def test_no_two_metrics_are_asked_for_by_one_name(catalogue):
    names = [name.replace(" ", "").lower() for metric in catalogue.metrics for name in (metric.name, *metric.aliases)]
    assert [name for name in names if names.count(name) > 1] == []


def test_every_slot_and_alias_is_unambiguous(catalogue):
    names = [name for entry in catalogue.entries for name in entry.names]
    assert len(names) == len(set(names))


def test_no_two_roles_share_a_duty_id(catalogue):
    for one, other in itertools.combinations(catalogue.roles, 2):
        assert {d.id for d in duties_of(one)}.isdisjoint({d.id for d in duties_of(other)})


def test_every_special_word_says_where_its_name_was_found(catalogue):
    for vocabulary in catalogue.terms.platforms:
        for slot, word in vocabulary.words.items():
            assert slot in catalogue.terms.generic
            if word.text != catalogue.terms.generic[slot]:
                assert word.source, (vocabulary.name, slot)
                assert word.checked, (vocabulary.name, slot)
