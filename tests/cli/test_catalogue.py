"""`dutywriter catalogue` as a process of its own."""

import json

import pytest


def lines(result):
    assert result.stderr == b""
    assert result.returncode == 0
    return result.stdout.decode().splitlines()


def told(result):
    assert result.stdout == b""
    assert len(result.stderr.decode().splitlines()) == 1
    return result.stderr.decode()


@pytest.mark.parametrize(
    ("kind", "first"),
    [("sections", "requests"), ("职责模块", "requests"), ("roles", "驻场运营"), ("metrics", "sales_rate"), (None, "requests")],
)
def test_a_list_has_a_line_for_each_thing(run, catalogue, kind, first):
    found = lines(run("catalogue", "list", *([kind] if kind else [])))
    assert found[0].startswith(first)
    sizes = {"sections": len(catalogue.sections), "roles": len(catalogue.entries), "metrics": len(catalogue.metrics)}
    assert len(found) == sizes.get(kind or "sections", len(catalogue.sections))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("沟通协调", "职责模块：沟通协调（communication）"),
        ("communication", "职责模块：沟通协调（communication）"),
        ("zhuchang", "岗位：驻场运营"),
        ("天猫运营", "岗位：电商运营"),
        ("满意度", "指标：客户满意度（csat）"),
        ("7日留存率", "指标：N日留存率（ret_n）"),
    ],
)
def test_a_thing_is_shown_in_full_under_any_of_its_names_with_where_it_comes_from(run, name, says):
    found = lines(run("catalogue", "show", name))
    assert found[0] == says
    assert found[-1] == "出处：随程序提供的职责库"
    assert len(found) > 3


def test_a_section_shows_every_duty_of_every_level(run, catalogue):
    text = run("catalogue", "show", "交付与验收").stdout.decode()
    part = next(part for part in catalogue.role("驻场运营").sections if part.section == "delivery")
    for duty in part.duties:
        for level, wording in duty.levels.items():
            assert f"{duty.id} {level}：{wording.do}" in text
    assert "<" not in text


def test_a_search_names_what_was_found_where_and_by_which_words(run):
    found = lines(run("catalogue", "search", "私域复购"))
    assert any(line.startswith("模块") and "会员与老客" in line and "复购" in line for line in found)
    assert any(line.startswith("职责") and "zc-delivery-signed" in line for line in lines(run("catalogue", "search", "验收单")))
    assert any("zc-delivery-signed 专员：归档签字的验收单" in line for line in lines(run("catalogue", "show", "交付与验收")))
    hits = json.loads(run("catalogue", "search", "私域复购", "--format", "json").stdout)
    assert {"section", "score", "words", "title", "id", "what"} <= set(hits[0])


@pytest.mark.parametrize("arguments", [["list", "metrics"], ["show", "驻场"], ["show", "客户满意度"], ["show", "risk"]])
def test_json_is_data(run, arguments):
    assert json.loads(run("catalogue", *arguments, "--format", "json").stdout)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "沟通"], "是不是 沟通协调"),
        (["show", "qqqq7"], "catalogue search"),
        (["search", "xyzzy"], "没有找到“xyzzy”"),
        (["list", "duties"], "可用：sections"),
        (["list", "--format", "xml"], "可用：text、json"),
        ([], "catalogue 后面要写明做什么，可用：list、show、search"),
        (["shwo"], "没有 shwo 这个命令，可用：list、show、search"),
        (["show"], "还要写明名称"),
        (["show", "甲", "乙"], "多出了“乙”"),
    ],
)
def test_misuse_is_one_line_and_two(run, arguments, says):
    result = run("catalogue", *arguments)
    assert result.returncode == 2
    assert says in told(result)


@pytest.mark.parametrize("arguments", [["--help"], ["list", "-h"], ["show", "--help"], ["search", "--help"]])
def test_help_is_chinese(run, arguments):
    page = "\n".join(lines(run("catalogue", *arguments)))
    assert page.startswith("用法：dutywriter catalogue")
    assert "Usage" not in page


def test_the_help_pages_are_chinese(run):
    for arguments in (["catalogue"], *(["catalogue", name] for name in ("list", "show", "search", "check", "schema", "init"))):
        text = run(*arguments, "--help").stdout.decode()
        assert "用法：" in text
        assert "Install" not in text
        assert "Usage" not in text


def test_a_duty_with_an_exception_says_which(run, catalogue):
    section, duty = next(
        (part.section, duty)
        for role in catalogue.roles
        for part in role.sections
        for duty in part.duties
        if duty.when.unless and duty.when.unless.business
    )
    text = run("catalogue", "show", section).stdout.decode()
    assert f"除非{'或'.join(duty.when.unless.business)}" in text
