"""What kind of document a source is."""

import pytest

from dutywriter.formats import markdown, plain
from dutywriter.reading.about import About, about
from dutywriter.reading.source import Source


def of(text, form="text"):
    return about(Source(text, form))


@pytest.mark.parametrize("kind", ["说明书", "招聘", "正文", "任务清单", "驻场附件"])
@pytest.mark.parametrize("level", ["专员", "主管", "经理"])
def test_our_own_documents_are_known_with_and_without_their_comment(draft_of, kind, level):
    draft = draft_of(role="驻场", kind=kind, level=level)
    expected = About(kind, level, onsite=True)
    assert of(markdown.render(draft).decode(), "markdown") == expected
    assert of(markdown.render(draft, metadata=False).decode(), "markdown") == expected
    assert of(plain.render(draft).decode()) == expected


def test_a_post_in_the_own_house_is_not_on_site(draft_of):
    assert not of(markdown.render(draft_of(role="电商")).decode(), "markdown").onsite


def test_the_comment_says_more_than_the_title():
    text = "# 店长招聘\n\n甲\n\n<!-- dutywriter draft/1 catalogue=1 role=%E9%A9%BB%E5%9C%BA运营 level=经理 kind=说明书\n-->\n"
    assert of(text, "markdown") == About("说明书", "经理", onsite=True)


def test_the_front_matter_says_kind_and_level():
    assert of("---\ntitle: 甲\nkind: 招聘\nlevel: '主管'\n---\n甲\n", "markdown") == About("招聘", "主管")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("电商运营专员岗位职责说明书\n甲\n", "说明书"),
        ("诚聘运营专员\n甲\n", "招聘"),
        ("驻场服务附件（运营）\n甲\n", "驻场附件"),
        ("店长工作任务清单\n甲\n", "任务清单"),
        ("店长岗位职责\n一、甲\n乙\n二、丙\n丁\n", "正文"),
        ("岗位职责：\n1、甲\n任职要求：\n1、乙\n", "招聘"),
        ("岗位职责：1、甲2、乙任职要求：1、丙", "招聘"),
        ("一、工作目标\n甲\n二、岗位职责\n乙\n三、绩效指标\n丙\n", "说明书"),
        ("随便写写\n甲乙丙\n丁\n", ""),
    ],
)
def test_kinds_are_told_by_titles_and_parts(text, kind):
    assert of(text).kind == kind


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("运营主管岗位职责\n甲", "主管"),
        ("招聘运营经理助理\n甲", "专员"),
        ("电商运营总监招聘\n甲", "经理"),
        ("店长招聘\n甲", "主管"),
        ("招聘启事\n岗位名称：运营专员\n甲", "专员"),
        ("招聘启事\n甲", None),
    ],
)
def test_levels_are_told_by_names(text, level):
    assert of(text).level == level


def test_work_at_a_clients_site_is_told():
    assert of("运营专员（驻场）招聘\n甲").onsite
    assert of("岗位职责：\n1、常驻甲方现场，驻场处理需求\n任职要求：\n1、乙").onsite
    assert not of("岗位职责：\n1、维护驻场主播排期\n任职要求：\n1、乙").onsite


@pytest.mark.parametrize("text", ["男士优先", "男士优先\n", "年龄35岁以下\n形象好\n有经验", "负责店铺日常运营；处理售后；统计数据"])
def test_a_few_lines_are_bare(text):
    assert of(text) == About(bare=True)


@pytest.mark.parametrize("text", ["任职要求：男士优先", "# 店长\n甲", "甲\n乙\n丙\n丁\n戊"])
def test_a_document_is_not_bare(text):
    assert not of(text, "markdown").bare


def test_only_the_head_is_read():
    assert of("甲\n" * 20_000 + "任职要求：\n1、乙\n岗位职责：\n1、丙").kind == ""
