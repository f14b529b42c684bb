import pytest

from dutywriter.check.engine import findings
from dutywriter.reading.about import about
from dutywriter.reading.source import Source

CODES = ("DW101", "DW102", "DW103", "DW104", "DW105", "DW106", "DW107", "DW603", "DW604")

WHOLE = """\
# 店铺运营专员岗位职责说明书

## 一、工作目标

1. 2027 年 6 月底前支付转化率从 2.1% 提到 3%

## 二、主要职责

1. 每日核对店铺流量与退款
   每日，10:00 前 · 标准：异常写明原因 · 产出：店铺日报 · 协作：客服
2. 每周一编制运营周报
3. 每月整理平台结算差异清单

## 三、绩效指标

1. 支付转化率：支付买家数 ÷ 访客数，目标 3%，每月，取自平台后台

## 四、协作关系

1. 客服：向其要退款原话
"""

POSTING = """\
# 店铺运营专员招聘信息

## 一、单位情况

甲乙商贸有限公司，做母婴用品零售

## 二、岗位职责

1. 每日核对店铺流量与退款

## 三、任职要求

1. 1 年以上店铺运营经验

## 四、招聘条件

- 招聘人数：2 人
- 工作地点：杭州市余杭区
- 薪酬：8,000-12,000 元/月
- 有效期至：2027-03-31
"""

ESSAY = """\
# 运营专员驻场职责怎么写

运营专员驻场的工作很重要。

## 一、日常运营

运营专员需要关注现场的运作，发现问题并解决问题，提升客户的满意度。

## 二、客户沟通

运营专员需要与客户保持良好的沟通，快速响应客户的需求。
"""


@pytest.fixture
def check(catalogue):
    def of(text, profile="internal"):
        source = Source(text)
        return [finding for finding in findings(source, about(source), profile, catalogue) if finding.rule.code in CODES]

    return of


def told(found):
    return {finding.rule.code: finding.message for finding in found}


def without(text, heading):
    """The text without the section of that heading."""
    before, _, after = text.partition(f"## {heading}\n")
    return before + (after[after.index("## ") :] if "## " in after else "")


@pytest.mark.parametrize("code", CODES)
def test_every_rule_fires_on_its_examples_and_is_silent_on_its_near_misses(catalogue, check, code):
    rule = next(rule for rule in catalogue.rules.rules if rule.code == code)
    assert rule.fires
    assert rule.silent
    for text in rule.fires:
        assert code in told(check(text)), text
    for text in rule.silent:
        assert code not in told(check(text)), text


@pytest.mark.parametrize("code", CODES)
def test_every_rule_says_why_and_on_what_it_rests(catalogue, code):
    rule = next(rule for rule in catalogue.rules.rules if rule.code == code)
    assert rule.title
    assert rule.reason
    assert rule.basis
    assert rule.advice


def test_a_whole_document_lacks_nothing(check):
    assert check(WHOLE) == []


@pytest.mark.parametrize(
    ("heading", "code", "severity"),
    [("一、工作目标", "DW101", "error"), ("三、绩效指标", "DW103", "error")],
)
def test_a_part_left_out_is_told_at_the_title(check, heading, code, severity):
    text = without(WHOLE, heading)
    (finding,) = check(text)
    assert (finding.rule.code, finding.severity) == (code, severity)
    assert text[finding.start : finding.end] == "店铺运营专员岗位职责说明书"


@pytest.mark.parametrize(
    ("heading", "new", "code"),
    [
        ("一、工作目标", "一、目标与任务", "DW101"),
        ("三、绩效指标", "三、业绩衡量", "DW103"),
        ("三、绩效指标", "三、岗位考评", "DW103"),
        ("四、协作关系", "四、对外联系", "DW104"),
    ],
)
def test_a_part_is_known_by_a_heading_that_is_only_like_the_usual_one(check, heading, new, code):
    assert code not in told(check(WHOLE.replace(heading, new)))


def test_a_section_of_duties_named_after_goals_is_no_goal(check):
    text = without(WHOLE, "一、工作目标").replace("1. 每日核对", "### （一）目标与数据\n\n1. 每日核对")
    assert "DW101" in told(check(text))


def test_the_rhythm_that_is_missing_is_named(check):
    assert told(check(WHOLE.replace("每月整理", "整理").replace("，每月", ""))) == {"DW102": "没有写每月做什么"}


def test_other_rhythms_stand_in_for_a_leader(check):
    text = WHOLE.replace("专员", "经理").replace("每周一编制运营周报", "季末审定活动复盘").replace("每日", "按项目")
    text = text.replace("店铺日报", "活动复盘")
    assert "DW102" not in told(check(text))


def test_other_rhythms_do_not_stand_in_for_a_specialist_with_many_duties(check):
    duties = "".join(f"{number}. 按需登记第 {number} 类退款原因\n" for number in range(4, 22))
    text = WHOLE.replace("每月整理平台结算差异清单\n", "季末盘点样品\n" + duties).replace("，每月", "")
    assert told(check(text)) == {"DW102": "没有写每月做什么"}


def test_a_placeholder_counts_as_present(check):
    text = without(WHOLE, "一、工作目标").replace("## 二", "## 一、工作目标\n\n【待填：支付转化率目标值】\n\n## 二")
    assert check(text) == []


def test_headings_of_an_outline_settle_which_parts_there_are(check, catalogue):
    outline = next(outline for outline in catalogue.documents.outlines if outline.name == "要素")
    parts = "".join(f"## {heading.heading}\n\n1. 每日核对流量与退款\n\n" for heading in outline.headings)
    assert {"DW101", "DW103"}.isdisjoint(told(check(f"# 店铺运营专员岗位职责说明书\n\n{parts}")))


def test_a_posting_is_asked_for_what_boards_ask_for_and_for_nothing_else(check):
    assert check(POSTING, "recruit") == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("- 招聘人数：2 人\n", "招聘人数"),
        ("- 工作地点：杭州市余杭区\n", "工作地点"),
        ("- 薪酬：8,000-12,000 元/月\n", "基本劳动报酬"),
    ],
)
def test_one_fact_missing_is_an_error(check, words, name):
    (finding,) = check(POSTING.replace(words, ""), "recruit")
    assert (finding.rule.code, finding.severity, finding.message) == ("DW106", "error", f"没有写{name}")


def test_all_facts_missing_are_one_finding(check):
    (finding,) = check(without(without(POSTING, "一、单位情况"), "四、招聘条件"), "recruit")
    assert finding.message == "没有写用人单位情况、招聘人数、工作地点、基本劳动报酬、有效期"


def test_only_the_term_missing_is_a_warning(check):
    (finding,) = check(POSTING.replace("- 有效期至：2027-03-31\n", ""), "recruit")
    assert (finding.severity, finding.message) == ("warning", "没有写有效期")


@pytest.mark.parametrize("pay", ["薪资面议", "月薪面议，双休"])
def test_pay_to_be_agreed_is_no_pay(check, pay):
    (finding,) = check(POSTING.replace("薪酬：8,000-12,000 元/月", pay), "recruit")
    assert finding.message == "没有写基本劳动报酬"


@pytest.mark.parametrize("pay", ["8-12K", "底薪 5000 + 提成", "月薪 1.2-1.5 万元", "200 元/天"])
def test_pay_is_read_as_people_write_it(check, pay):
    assert check(POSTING.replace("薪酬：8,000-12,000 元/月", f"薪资：{pay}"), "recruit") == []


def test_a_document_of_no_known_kind_is_only_informed(check):
    text = "## 日常\n\n核对店铺数据\n\n处理售后\n\n登记竞店价格\n\n整理清单\n"
    found = check(text)
    assert {"DW101", "DW103", "DW107"} <= set(told(found))
    assert {finding.severity for finding in found} == {"info"}


def test_what_is_missing_is_told_at_a_heading_where_long_prose_comes_first(check):
    text = "店铺运营的各项工作都很重要，" * 6 + "。\n\n## 日常运营\n\n运营需要关注数据。\n\n## 活动策划\n\n运营需要策划活动。\n"
    assert {text[finding.start : finding.end] for finding in check(text)} == {"日常运营"}


def test_a_bare_line_is_told_nothing_that_a_document_lacks(check):
    assert check("核对店铺流量与退款数据") == []


def test_an_essay_without_a_number_is_told_so_once(check):
    assert told(check(ESSAY))["DW107"] == "通篇没有一个数字或日期"
    assert "DW107" not in told(check(ESSAY.replace("快速响应", "两小时内响应")))


def test_the_age_of_a_page_is_no_number_of_it(check):
    assert "DW107" in told(check(f"{ESSAY}\n3周前 -\n"))


def test_work_on_site_without_its_four_matters_is_told(check):
    assert told(check(ESSAY))["DW604"] == "没有写需求与响应、交付与验收、账号与保密、交接"


def test_an_essay_on_site_that_tells_one_of_them_is_let_be(check):
    assert "DW604" not in told(check(f"{ESSAY}\n## 三、验收\n\n提交交付物给甲方验收人。\n"))


def test_nothing_of_work_on_site_is_asked_of_others(check):
    assert {"DW603", "DW604"}.isdisjoint(told(check(WHOLE)))


def test_whoever_asks_for_the_rules_of_work_on_site_gets_them(check):
    assert {"DW603", "DW604"} <= set(told(check(WHOLE, "onsite")))


def test_a_project_manager_of_the_client_is_no_lead_of_the_vendor(check):
    text = "# 驻场运营专员岗位职责说明书\n\n## 主要职责\n\n1. 每日向甲方项目经理提交交付物，由甲方验收\n"
    assert told(check(text))["DW603"] == "没有写明服务方的现场负责人或项目经理"
