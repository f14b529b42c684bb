"""What a platform, a category or a business changes, and what must never be mixed."""

import itertools

import pytest

from dutywriter.catalogue.model import LEVELS


def words_of(draft):
    return "\n".join(line.text for line in draft.lines())


def duties_of(draft):
    return [duty for part in draft.parts if part.key == "duties" for duty in part.blocks[0].duties]


def foreign(catalogue, kind, chosen):
    """Words that belong to others of that kind, and not to the chosen one or what it belongs to."""
    vocabularies = {word.name: word for word in getattr(catalogue.terms, kind)}
    own, name = set(), chosen
    while name:
        own |= set(vocabularies[name].marks) | {name, *vocabularies[name].aliases}
        name = vocabularies[name].parent
    for word in vocabularies.values():
        yield from (mark for mark in word.marks if mark not in own)


def names(catalogue, kind):
    return [word.name for word in getattr(catalogue.terms, kind)]


def test_no_word_of_another_platform_category_or_business_appears(catalogue, draft_of):
    """Every role with every platform, category and business; of the levels each time the next one."""
    kinds = (("platforms", "platform"), ("categories", "category"), ("businesses", "business"))
    cases = ((entry.name, kind, key, name) for entry in catalogue.entries for kind, key in kinds for name in names(catalogue, kind))
    wrong = []
    for (role, kind, key, name), level in zip(cases, itertools.cycle(LEVELS), strict=False):
        text = words_of(draft_of(role=role, level=level, length="详尽", **{key: name}))
        wrong += [(role, level, name, mark) for mark in foreign(catalogue, kind, name) if mark in text]
    assert wrong == []


def test_a_bare_draft_speaks_of_no_platform_at_all(catalogue, draft_of):
    marks = {mark for word in (*catalogue.terms.platforms, *catalogue.terms.businesses) for mark in word.marks}
    for role, level in itertools.product([entry.name for entry in catalogue.entries], LEVELS):
        text = words_of(draft_of(role=role, level=level, length="详尽"))
        assert [mark for mark in marks if mark in text] == []


def test_tiktok_and_food_read_of_their_own_things(draft_of):
    text = words_of(draft_of(role="电商", platform="抖音", category="食品", length="详尽"))
    for word in ("千川", "保质期", "挂车"):
        assert word in text
    for word in ("生意参谋", "万相台", "京准通", "尺码"):
        assert word not in text


def test_of_several_platforms_each_keeps_its_duties_and_slots_use_the_generic_word(draft_of):
    text = words_of(draft_of(role="电商", platform=["天猫", "抖音"], length="详尽"))
    assert "千川" in text
    assert "万相台" in text
    assert "平台数据后台" in text


@pytest.mark.parametrize("level", LEVELS)
def test_an_onsite_post_with_a_platform_borrows_that_trades_duties(draft_of, level):
    draft = draft_of(role="驻场", level=level, platform="抖音")
    sections = {duty.section for duty in duties_of(draft)}
    assert sections & {"merchandise", "shop-data", "traffic", "promotion"}
    assert sections >= {"requests", "delivery", "daily-operations"}
    partners = [row[0].text for part in draft.parts if part.key == "partners" for row in part.blocks[0].rows]
    assert len(partners) == len(set(partners))


@pytest.mark.parametrize("level", LEVELS)
def test_a_section_that_both_roles_have_is_one(catalogue, brief_of, level):
    from dutywriter.compose.case import Case

    case = Case(brief_of(role="驻场", level=level, platform="公众号", length="详尽"), catalogue)
    titles = [chosen.section.title for chosen in case.chosen]
    assert len(titles) == len(set(titles))
    prefixes = {duty.id.split("-")[0] for chosen in case.chosen if chosen.section.id == "data-report" for duty in chosen.duties}
    assert len(prefixes) > 1


def test_a_child_category_is_what_its_parent_is(draft_of):
    child = words_of(draft_of(role="电商", category="女装", length="详尽"))
    assert "尺码" in child


def test_a_platform_nobody_knows_is_kept_as_the_users_word(draft_of):
    draft = draft_of(role="电商", platform="某某商城")
    assert "某某商城" in words_of(draft)


@pytest.mark.parametrize("level", LEVELS)
def test_two_roles_share_at_most_two_fifths_of_their_duties(draft_of, level):
    texts = {
        role: {duty.text for duty in duties_of(draft_of(role=role, level=level, length="详尽"))}
        for role in ("驻场", "电商", "产品")
    }
    for one, other in itertools.combinations(texts.values(), 2):
        assert len(one & other) <= 0.4 * min(len(one), len(other))


def test_nine_drafts_are_nine(draft_of):
    drafts = {words_of(draft_of(role=role, level=level)) for role in ("驻场", "电商", "产品") for level in LEVELS}
    assert len(drafts) == 9


def test_a_focus_moves_its_sections_and_duties_up(draft_of):
    plain, focused = draft_of(role="驻场"), draft_of(role="驻场", focus="满意度回访与员工培训")
    order = [list(dict.fromkeys(duty.section for duty in duties_of(draft))) for draft in (plain, focused)]
    assert order[1].index("client-care") < order[0].index("client-care")
    assert order[1].index("team") < order[0].index("team")
    assert len(order[0]) == len(order[1])


def test_a_focus_that_means_nothing_here_changes_nothing(draft_of):
    assert duties_of(draft_of(role="驻场", focus="xyzzy")) == duties_of(draft_of(role="驻场"))


def test_every_section_says_why_it_stands(catalogue, brief_of):
    from dutywriter.compose.case import Case
    from dutywriter.compose.explain import explained

    case = Case(brief_of(role="电商", platform="抖音", focus="直播带货", metrics=["退款率=11%"]), catalogue)
    lines = list(explained(case))
    assert [line.split("：")[0] for line in lines] == [chosen.section.title for chosen in case.chosen]
    assert any("侧重：" in line and "直播" in line for line in lines)
    assert any("影响：退款率" in line for line in lines)
    assert all("分量" in line for line in lines)


def test_a_stressed_metric_moves_its_section_up(draft_of):
    plain, stressed = draft_of(role="电商"), draft_of(role="电商", metrics=["店铺体验分=4.6->4.8"])
    place = [list(dict.fromkeys(duty.section for duty in duties_of(draft))).index("after-sale") for draft in (plain, stressed)]
    assert place == [2, 0]


@pytest.mark.parametrize("role", ["电商", "直播", "用户", "门店", "社群"])
def test_of_one_rank_the_duties_that_move_a_stressed_metric_come_first(draft_of, catalogue, role):
    metric = next(metric for metric in catalogue.metrics if metric.id == "complaint")
    plain, stressed = draft_of(role=role), draft_of(role=role, metrics=[f"{metric.name}=3%->2%"])
    moving = [[metric.name in duty.metrics for duty in duties_of(draft)] for draft in (plain, stressed)]
    assert sum(moving[1]) / len(moving[1]) >= sum(moving[0]) / len(moving[0])
    assert any(moving[1])
