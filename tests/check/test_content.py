import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.catalogue.load import bundled
from dutywriter.check.engine import findings
from dutywriter.check.verbs import Verbs
from dutywriter.reading.about import about
from dutywriter.reading.source import Source

CODES = tuple(f"DW2{number:02}" for number in range(1, 12))
TITLE = "# 店铺运营专员岗位职责说明书\n\n"


@pytest.fixture
def check(catalogue):
    def of(text, profile="internal"):
        source = Source(text)
        return [finding for finding in findings(source, about(source), profile, catalogue) if finding.rule.code in CODES]

    return of


def codes(found):
    return [finding.rule.code for finding in found]


def marked(text, found, code):
    return [text[finding.start : finding.end] for finding in found if finding.rule.code == code]


def of_goals(*lines):
    return TITLE + "## 工作目标\n\n" + "\n".join(lines) + "\n"


def of_duties(*lines):
    return TITLE + "## 主要职责\n\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize("code", CODES)
def test_every_rule_fires_on_its_examples_and_is_silent_on_its_near_misses(catalogue, check, code):
    rule = next(rule for rule in catalogue.rules.rules if rule.code == code)
    assert rule.fires
    assert rule.silent
    for text in rule.fires:
        assert code in codes(check(text)), text
    for text in rule.silent:
        assert code not in codes(check(text)), text


@pytest.mark.parametrize("code", CODES)
def test_every_rule_says_why_and_on_what_it_rests(catalogue, code):
    rule = next(rule for rule in catalogue.rules.rules if rule.code == code)
    assert rule.title
    assert rule.reason
    assert rule.basis
    assert rule.advice


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("2027 年底前提高店铺销售额", ["DW201"]),
        ("支付转化率提到 3%", ["DW202"]),
        ("提升客户满意度", ["DW201"]),
        ("本季度支付转化率提升到 3%", []),
        ("退款率在 2027-06-30 前降到 8%", []),
        ("全年零重大投诉", []),
        ("年底前销售额翻一番", []),
        ("2027 年把退款率降低三成", []),
        ("【待填：支付转化率目标值】", []),
    ],
)
def test_a_goal_in_a_line_needs_a_number_and_a_date(check, goal, expected):
    assert codes(check(of_goals(f"1. {goal}"))) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| 支付转化率 | 3% | 2027 年底 |", []),
        ("| 支付转化率 | 3% |  |", ["DW202"]),
        ("| 支付转化率 | 提高 | 2027 年底 |", ["DW201"]),
        ("| 客户满意度 | 93 | 2027 年底 |", ["DW201"]),
        ("| 上新数量 | 30 | 2027 年底 |", []),
        ("| 支付转化率 | 【待填：目标值】 | 【待填：期限】 |", []),
    ],
)
def test_a_goal_in_a_table_needs_a_number_a_unit_and_a_date(check, row, expected):
    assert codes(check(of_goals("| 指标 | 目标值 | 期限 |", "| --- | --- | --- |", row))) == expected


def test_a_period_in_the_heading_holds_for_all_goals(check):
    assert check(TITLE + "## 2027 年度工作目标\n\n1. 支付转化率提到 3%\n2. 退款率降到 8%\n") == []


def test_what_stands_below_a_goal_belongs_to_it(check):
    assert check(of_goals("1. 支付转化率", "   现状：2.1%；目标：3%；期限：2027 年底")) == []


def test_a_goal_is_marked_where_it_stands(check):
    text = of_goals("1. 本季度支付转化率提到 3%", "2. **提升**店铺形象")
    assert marked(text, check(text), "DW201") == ["提升**店铺形象"]


def test_prose_about_goals_is_told_once(check):
    text = of_goals("提高销售额是第一位的目标。", "", "提升客户满意度也是目标。")
    assert codes(check(text)) == ["DW201"]


def of_kpis(*rows):
    head = ("| 指标 | 公式 | 单位 | 目标值 | 周期 | 数据来源 |", "| --- | --- | --- | --- | --- | --- |")
    return TITLE + "## 绩效指标\n\n" + "\n".join((*head, *rows)) + "\n"


def test_a_kpi_with_an_empty_cell_is_told_with_what_it_lacks(check):
    full = "| 支付转化率 | 支付买家数 ÷ 访客数 | % | 3% | 每月 | 平台后台 |"
    text = of_kpis(full, "| 差错次数 | 错价与错券之和 | 次 | 1 次 |  | 差错单 |")
    assert [finding.message for finding in check(text)] == ["指标“差错次数”没有写周期"]


def test_what_a_whole_table_lacks_is_told_once(check):
    rows = "\n".join(f"| 第 {number} 项差错次数 | {number} |" for number in range(1, 9))
    text = TITLE + f"## 绩效指标\n\n| 指标 | 目标值 |\n| --- | --- |\n{rows}\n"
    assert [finding.message for finding in check(text)] == ["这 8 项指标没有写公式、单位、周期、数据来源"]


def test_kpis_with_labels_below_them_are_read_as_a_table(check):
    whole = "1. 差错次数\n   公式：错价与错券之和；单位：次；目标值：1 次；周期：每月；数据来源：差错单\n"
    (finding,) = check(TITLE + "## 绩效指标\n\n" + whole + "2. 点击率\n   公式：点击 ÷ 展现；周期：每月\n")
    assert finding.message == "指标“点击率”没有写目标值、数据来源"


def of_both(goals, kpis):
    kpis = [f"{number}. {name}：口径见附表，目标 3%，每月，取自平台后台" for number, name in enumerate(kpis, 1)]
    return of_goals(*(f"{number}. {goal}" for number, goal in enumerate(goals, 1))) + "\n## 绩效指标\n\n" + "\n".join(kpis) + "\n"


@pytest.mark.parametrize(
    ("goals", "kpis", "messages"),
    [
        (["2027 年底前 GMV 做到 800 万元"], ["成交总额"], []),
        (["2027 年底前转化率提到 3%"], ["支付转化率"], []),
        (["2027 年底前销售额做到 800 万元"], ["销售同比增长率"], []),
        (["2027 年底前转化率提到 3%"], ["支付转化率", "图文阅读量"], ["指标“图文阅读量”没有对应的工作目标"]),
        (
            ["2027 年底前转化率提到 3%", "2027 年底前退款率降到 8%"],
            ["支付转化率"],
            ["这个工作目标没有对应的绩效指标"],
        ),
    ],
)
def test_kpis_and_goals_belong_together_by_their_names_and_aliases(check, goals, kpis, messages):
    assert [finding.message for finding in check(of_both(goals, kpis)) if finding.rule.code == "DW203"] == messages


def of_links(*links):
    rows = [f"| 第 {number} 类差错次数 | 次数之和 | 次 | 1 次 | 每月 | 差错单 | {link} |" for number, link in enumerate(links, 1)]
    head = "| 指标 | 公式 | 单位 | 目标值 | 周期 | 数据来源 | 服务的目标 |\n| --- | --- | --- | --- | --- | --- | --- |\n"
    return of_goals("1. 2027 年底前转化率提到 3%") + "\n## 绩效指标\n\n" + head + "\n".join(rows) + "\n"


@pytest.mark.parametrize(("link", "told"), [("目标 1", False), ("岗位目的", False), ("", True), ("无", True), ("目标 5", True)])
def test_a_column_for_the_goal_is_believed(check, link, told):
    found = [finding.message for finding in check(of_links("目标 1", link)) if finding.rule.code == "DW203"]
    assert found == (["指标“第 2 类差错次数”没有对应的工作目标"] if told else [])


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        ("核对店铺流量与退款", ["DW205", "DW206"]),
        ("每日核对店铺流量与退款", ["DW206"]),
        ("核对流量，产出店铺流量表", ["DW205"]),
        ("季末盘点样品，产出样品清单", []),
        ("大促开始前 2 天核对价格配置清单", []),
        ("收到差评后 24 小时内回复，记录处理结果", []),
    ],
)
def test_a_duty_says_when_and_with_what_result(check, duty, expected):
    text = of_duties("1. 每周一编制运营周报", "2. 每月整理结算差异清单", f"3. {duty}")
    assert codes(check(text)) == expected


def test_what_stands_below_a_duty_or_beside_it_in_a_table_counts(check):
    assert check(of_duties("1. 核对店铺流量", "   每日，10:00 前 · 产出：店铺日报")) == []
    assert check(of_duties("| 职责 | 频次 | 产出 |", "| --- | --- | --- |", "| 核对店铺流量 | 每日 | 店铺日报 |")) == []
    found = check(of_duties("| 职责 | 频次 | 产出 |", "| --- | --- | --- |", "| 核对店铺流量 |  | 店铺流量表 |"))
    assert codes(found) == ["DW205"]


def test_duties_that_nearly_all_lack_a_time_are_told_in_one(check):
    found = check(of_duties(*(f"{number}. 登记第 {number} 类退款原因清单" for number in range(1, 11)), "11. 每周编制周报"))
    assert [finding.message for finding in found] == ["11 条职责里有 10 条没有写频次或时点"]


def test_a_posting_is_not_asked_for_times_and_results(check):
    text = "# 店铺运营专员招聘信息\n\n## 岗位职责\n\n1. 核对店铺流量\n2. 更换首屏素材\n\n## 任职要求\n\n1. 1 年以上经验\n"
    assert check(text, "recruit") == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("协调各部门推进大促筹备", True),
        ("与相关部门沟通，处理客户投诉", True),
        ("与销售、客服等相关部门核对退款原因", False),
        ("协调各部门（市场部、仓储部）确认到货日", False),
        ("收齐各部门的答复", False),
        ("协调甲方各部门的配合事项", False),
    ],
)
def test_a_partner_has_a_name(check, line, told):
    assert ("DW207" in codes(check(line))) is told


def test_a_partner_may_be_named_below_the_duty(check):
    duty = "1. 每日协调各部门处理错价清单"
    assert "DW207" in codes(check(of_duties(duty)))
    assert "DW207" not in codes(check(of_duties(duty, "   每日 · 产出：错价清单 · 协作：客服、仓储")))


def test_each_sentence_is_told_once(check):
    text = "与各部门、其他部门沟通。协调各部门确认到货日。"
    assert codes(check(text)) == ["DW207", "DW207"]


@pytest.mark.parametrize(
    ("line", "told"),
    [("熟练使用数据分析工具", True), ("熟练使用 SQL 等数据分析工具", False), ("用生意参谋等数据工具核对流量", False)],
)
def test_a_tool_has_a_name(check, line, told):
    assert ("DW208" in codes(check(line))) is told


@pytest.mark.parametrize(
    ("line", "actions"),
    [
        ("收集反馈，撰写报告，组织会议", ["收集", "撰写", "组织"]),
        ("负责收集反馈并撰写报告以及组织会议", ["收集", "撰写", "组织"]),
        ("按排期表发布内容", ["发布"]),
        ("核对流量、转化与退款", ["核对"]),
        ("店铺日常工作", []),
        ("每日检查聊天记录，抽检不少于 20 条，填写质检表", ["检查"]),
        ("根据公司制定的策略，执行销售方案", ["执行"]),
    ],
)
def test_actions_are_the_verbs_that_open_a_part_of_the_line(catalogue, line, actions):
    assert list(Verbs(catalogue).actions(line)) == actions


@pytest.mark.parametrize(("level", "told"), [("专员", True), ("主管", True), ("经理", False)])
def test_a_verb_above_the_level_is_told_where_the_title_says_the_level(check, level, told):
    text = f"# 店铺运营{level}岗位职责说明书\n\n## 主要职责\n\n1. 每周审批活动方案\n"
    assert ("DW210" in codes(check(text))) is told


def test_every_verb_above_the_level_is_marked(check):
    text = of_duties("1. 每周登记报价，审批合同")
    assert marked(text, check(text), "DW210") == ["审批"]
    text = of_duties("1. 每年制定新媒体预算并审批报价")
    assert marked(text, check(text), "DW210") == ["制定新媒体预算", "审批"]


def test_what_covers_all_else_is_asked_for_neither_time_nor_result(check):
    assert check(of_duties("1. 每周编制运营周报", "2. 完成上级交办的其他工作")) == []


def test_only_duties_are_held_to_the_level(check):
    text = TITLE + "## 协作关系\n\n1. 审批活动方案的店铺经理\n"
    assert "DW210" not in codes(check(text))


def test_prose_is_told_once_a_verb_and_for_what_only_a_head_decides_on(check):
    text = "# 店铺运营专员岗位职责\n\n## 一、团队\n\n专员需要审批活动方案，也需要审批请假，并通过制定绩效考核机制激励成员。\n"
    assert marked(text, check(text), "DW210") == ["审批", "制定绩效考核"]


def essay(opening, *headings):
    parts = "".join(f"## {heading}\n\n每日核对一次。\n\n" for heading in headings)
    return f"# 店铺运营专员岗位职责\n\n{opening}\n\n{parts}"


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("职责主要包括商品管理、活动策划和数据分析。", "开头列了 3 项，下文多出“客户服务”"),
        ("职责主要包括：商品管理、活动策划、数据分析、客户服务。", None),
        ("工作内容分为商品管理、活动策划、数据分析、客户服务、预算控制五项。", "开头列了 5 项，下文没有写“预算控制五项”"),
        ("岗位职责包括商品管理、活动策划等。", None),
        ("岗位职责包括日常的各项事务。", None),
        ("本店销售服装、鞋帽和箱包。", None),
    ],
)
def test_an_opening_keeps_what_it_promises(check, opening, told):
    text = essay(opening, "一、商品管理的要点", "二、活动策划", "三、数据分析", "四、客户服务", "五、总结")
    assert [finding.message for finding in check(text) if finding.rule.code == "DW211"] == ([told] if told else [])


def test_each_of_several_texts_in_one_file_keeps_its_own_promise(check):
    first = essay("职责主要包括商品管理、活动策划和数据分析。", "商品管理", "活动策划", "数据分析")
    parts = "".join(f"## {heading}\n\n每日核对一次。\n\n" for heading in ("项目管理", "客户沟通", "团队协作"))
    second = f"职责包括项目管理、客户沟通、团队协作。\n\n{parts}"
    assert "DW211" not in codes(check(first + second))
    text = first + second + "## 预算控制\n\n每日核对。\n"
    assert [finding.message for finding in check(text) if finding.rule.code == "DW211"] == ["开头列了 3 项，下文多出“预算控制”"]


def test_the_promise_is_marked_where_it_stands(check):
    text = essay("职责主要包括商品管理、活动策划。", "商品管理", "活动策划", "客户服务")
    assert marked(text, check(text), "DW211") == ["商品管理、活动策划"]


@pytest.mark.parametrize("run", ["与各部门", "职责包括甲、", "每日需要审批方案，制定", "提高到 3%", "目标 1 ", "1：", "、", "一次"])
@pytest.mark.parametrize("part", ["工作目标", "绩效指标", "主要职责", "概述"])
def test_a_line_of_any_length_is_read_to_its_end(check, run, part):
    text = f"{TITLE}## {part}\n\n1. {run * (100_000 // len(run))}\n\n| 指标 | 目标值 |\n| --- | --- |\n| {run * 9999} | {run} |\n"
    assert all(finding.end <= len(text) for finding in check(text))


@given(st.text(st.sampled_from("每日核对、，。；产出目标转化率提到3%工作各部门与和包括#|-1. \n年月报告需要审批"), max_size=300))
def test_any_text_is_read_and_marked_within_itself(text):
    source = Source(
        "# 店铺运营专员岗位职责说明书\n\n## 工作目标\n\n" + text + "\n\n## 绩效指标\n\n" + text + "\n\n## 主要职责\n\n" + text
    )
    for finding in findings(source, about(source), "internal", bundled()):
        assert 0 <= finding.start < finding.end <= len(source.text)
