"""A rule in full, how it is found, and the pages made of all of them."""

import runpy
from pathlib import Path

import msgspec
import pytest
from markdown_it import MarkdownIt

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Law, Rule, Trigger
from dutywriter.check.explain import NOTICE, explained, grouped, in_full, names, rules_named

PAGES = Path(__file__).parents[2] / "docs" / "rules"
SEX = Rule(
    "DW501",
    "sex",
    "error",
    "“{word}”限制性别",
    "写需要的能力",
    category="bias",
    title="限制性别",
    triggers=(Trigger("男", basis=("甲法.3", "甲法.4"), severity="warning"),),
    reason="机会应当平等",
    basis=("甲法.3",),
    severities={"internal": "warning"},
    fires=("限男生",),
    silent=("女装\n\n类目",),
)
GOALS = Rule("DW101", "missing-goals", "error", "没有工作目标", "加一节", title="缺少目标", basis=("B9.1",), kinds=("说明书",))
AGE = Rule("DW502", "age", "warning", "限制年龄", "写经验", category="bias")
WORDS = Rule("DW301", "vague", "info", "“{word}”含糊", "写次数", words=("及时", "定期"), unless=("及时率",))
LAW = Law(
    "甲法",
    "中华人民共和国甲法",
    "2020-01-01",
    articles={"3": "第一款。\n第二款。"},
    gists={"4": "不得如此"},
    checked=True,
    note="四条没有核对",
)
RULEBOOK = Rulebook((SEX, GOALS, AGE, WORDS), (LAW,), principles={"B9.1": "目标可衡量"})


def lines(rule):
    return list(in_full(explained(rule, RULEBOOK)))


def under(heading, told):
    """The lines that stand under a heading."""
    after = told[told.index(heading) + 1 :]
    return [line.strip() for line in (after[: after.index("")] if "" in after else after)]


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("DW501", ["DW501"]),
        ("dw501", ["DW501"]),
        ("ＤＷ５０１", ["DW501"]),
        (" 501 ", ["DW501"]),
        ("Sex", ["DW501"]),
        ("限制性别", ["DW501"]),
        ("bias", ["DW501", "DW502"]),
        ("5xx", ["DW501", "DW502"]),
        ("DW5", ["DW501", "DW502"]),
        ("法律风险", ["DW501", "DW502"]),
        ("DW599", []),
        ("", []),
        ("d", []),
    ],
)
def test_a_rule_is_found_by_any_of_its_names(query, codes):
    assert [rule.code for rule in rules_named(query, RULEBOOK.rules)] == codes


def test_a_rule_of_that_name_comes_before_a_category_of_that_name():
    rules = (Rule("DW501", "sex", "error", "m", "a"), Rule("DW502", "age", "error", "m", "a", category="sex"))
    assert [rule.code for rule in rules_named("sex", rules)] == ["DW501"]


def test_a_rule_without_a_title_is_not_found_by_nothing_and_is_called_by_its_message():
    assert rules_named("", (AGE,)) == []
    assert lines(WORDS)[0] == "DW301 “…”含糊（vague）"


def test_names_are_those_by_which_a_rule_is_found():
    assert all(rules_named(name, RULEBOOK.rules) for name in names(RULEBOOK.rules))


def test_a_rule_says_what_it_finds_why_and_what_to_do():
    told = lines(SEX)
    assert told[0] == "DW501 限制性别（sex）"
    assert under("查什么", told) == ["“…”限制性别"]
    assert under("怎么改", told) == ["写需要的能力"]
    assert under("为什么", told) == ["机会应当平等"]


def test_a_rule_lists_its_words_and_what_covers_them():
    assert under("查什么", lines(WORDS))[1:] == ["词：及时、定期", "不算：及时率"]


def test_a_severity_that_differs_by_profile_or_wording_is_told():
    assert "级别：错误；按内部检查（--profile internal）为警告；个别写法为警告；适用：各类文档" in lines(SEX)[1]
    assert lines(GOALS)[1].strip() == "结构；级别：错误；适用：说明书"


def test_every_article_is_quoted_once_with_its_day_and_whether_it_was_compared():
    assert under("依据", lines(SEX)) == [
        "《甲法》第三条（2020-01-01 起施行）",
        "第一款。",
        "第二款。",
        "（条文已与原文核对）",
        "《甲法》第四条（2020-01-01 起施行）",
        "大意：不得如此",
        "（未核对：四条没有核对）",
    ]


def test_a_rule_that_rests_on_no_law_says_what_a_good_document_holds():
    told = lines(GOALS)
    assert under("依据", told) == ["目标可衡量"]
    assert NOTICE not in told


@pytest.mark.parametrize("rule", [SEX, AGE, msgspec.structs.replace(GOALS, basis=("甲法.3",))])
def test_what_touches_the_law_is_no_advice_on_it(rule):
    assert lines(rule)[-1] == NOTICE


def test_examples_are_shown_with_all_their_lines():
    told = lines(SEX)
    assert under("会提示", told) == ["· 限男生"]
    place = told.index("不提示")
    assert told[place + 1 : place + 4] == ["  · 女装", "", "    类目"]


def test_of_many_examples_the_first_are_shown_and_the_others_counted():
    told = lines(msgspec.structs.replace(SEX, fires=tuple(f"例{place}" for place in range(20)), silent=("长\n" * 40, "短")))
    assert under("会提示", told) == [*(f"· 例{place}" for place in range(12)), "（另有 8 个，用 --format json 看全部）"]
    assert under("不提示", told)[-2:] == ["长", "（另有 1 个，用 --format json 看全部）"]


def test_the_kind_of_risk_is_told_where_it_is_not_the_rules_name():
    assert lines(SEX)[1].startswith("  法律风险（bias）；")
    assert lines(msgspec.structs.replace(SEX, category="sex"))[1].startswith("  法律风险；")
    assert lines(msgspec.structs.replace(GOALS, category="structure"))[1].startswith("  结构；")


def test_a_heading_with_nothing_under_it_is_left_out():
    assert not {"为什么", "依据", "会提示", "不提示"} & set(lines(AGE))


def test_a_rule_says_how_to_switch_it_off():
    said = " ".join(under("不想看到这条", lines(SEX)))
    for way in ("<!-- dutywriter: ignore DW501 -- 原因 -->", "--ignore DW501", '[check] ignore = ["DW501"]'):
        assert way in said


def test_rules_stand_under_their_group_in_the_order_of_their_codes():
    strange = Rule("OWN1", "own", "info", "m", "a")
    assert {heading: [rule.code for rule in rules] for heading, rules in grouped((*RULEBOOK.rules, strange)).items()} == {
        "1xx 结构": ["DW101"],
        "3xx 表达": ["DW301"],
        "5xx 法律风险": ["DW501", "DW502"],
        "其他": ["OWN1"],
    }


def test_every_rule_can_be_told(catalogue):
    for rule in catalogue.rules.rules:
        told = list(in_full(explained(rule, catalogue.rules)))
        assert told[0].startswith(rule.code)
        assert "{" not in told[0]


@pytest.fixture(scope="module")
def pages():
    return runpy.run_path(str(PAGES / "make.py"))["pages"]


def test_the_pages_on_the_rules_are_those_that_the_rules_make(catalogue, pages):
    kept = {path.name: path.read_text("utf-8") for path in PAGES.glob("*.md")}
    assert kept == pages(catalogue.rules), "docs/rules/make.py makes them again"


def test_a_page_shows_exactly_the_words_of_the_rules_whatever_signs_are_in_them(pages):
    signs = "a|b*c*`d`<!--e-->_f_"
    rule = Rule("DW301", "x", "info", signs, "改", title=signs, fires=(signs, "``", f"# {signs}\n\n```\n- x"), reason=signs)
    html = MarkdownIt().enable("table").render(pages(Rulebook((rule,)))["3xx-表达.md"])
    shown = signs.replace("<", "&lt;").replace(">", "&gt;")
    assert f"<h2>DW301 {shown}</h2>" in html
    assert f"<li>查什么：{shown}</li>" in html
    assert f"<code>{shown}</code>" in html
    assert "<code>``</code>" in html
    assert f'<code class="language-text"># {shown}\n\n```\n- x\n</code>' in html


def test_the_index_leads_to_every_rule_and_names_every_law(catalogue, pages):
    made = pages(catalogue.rules)
    for rule in catalogue.rules.rules:
        page = next(name for name, text in made.items() if f'<a id="{rule.code.lower()}">' in text)
        assert f"[{rule.code}](<{page}#{rule.code.lower()}>)" in made["README.md"]
    assert all(law.full in made["README.md"] for law in catalogue.rules.laws)
