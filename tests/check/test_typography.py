import pytest

from dutywriter.check.engine import findings
from dutywriter.reading.about import about
from dutywriter.reading.source import Source

RULES = ("DW401", "DW402", "DW403", "DW404", "DW405", "DW406")


@pytest.fixture(scope="module")
def told(catalogue):
    def of(text):
        source = Source(text)
        return [finding for finding in findings(source, about(source), "internal", catalogue) if finding.rule.code in RULES]

    return of


@pytest.fixture(scope="module")
def codes(told):
    return lambda text: [finding.rule.code for finding in told(text)]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_fires_on_its_examples_and_is_silent_on_its_near_misses(catalogue, codes, code):
    rule = next(rule for rule in catalogue.rules.rules if rule.code == code)
    assert len(rule.fires) >= 8
    assert len(rule.silent) >= 8
    assert [text for text in rule.fires if code not in codes(text)] == []
    assert [text for text in rule.silent if code in codes(text)] == []


def test_a_rule_says_why_and_on_what_it_rests(catalogue):
    rules = [rule for rule in catalogue.rules.rules if rule.code in RULES]
    assert [rule.code for rule in rules] == list(RULES)
    assert all(rule.title and rule.reason and rule.basis and rule.advice for rule in rules)


@pytest.mark.parametrize(
    ("text", "marked", "fix"),
    [
        ("使用Excel统计", "Excel", " Excel "),
        ("编写PRD", "PRD", " PRD"),
        ("SQL取数", "SQL", "SQL "),
        ("核对数据, 登记", ", ", "，"),
        ("核对(含退款)", "(含退款)", "（含退款）"),
        ("核对（含退款)", "（含退款)", "（含退款）"),
        ("招聘３人", "３", "3"),
        ("核对。。", "。。", "。"),
        ("核对……。。。。", "。。。。", "……"),
        ("核对 ，登记", " ", ""),
    ],
)
def test_a_finding_marks_the_characters_and_says_what_may_stand_there(told, text, marked, fix):
    assert (marked, fix) in [(text[finding.start : finding.end], finding.fix) for finding in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "面向C端、B端与PC端客户",
        "T恤、U盘、A4、B超",
        "7x24小时值守",
        "月薪8K-12K左右",
        "登记88VIP会员",
        "邮箱hr@example.com联系",
        "见附件报价单v2.xlsx",
        "岗位:见 https://example.com/岗位,说明"[3:],
        "口号 Just do it, 不译",
        "- [ ] 核对数据\n- [x] 登记异常",
        "代码 `用Excel做,好` 不动",
        "他说 yes, no 都行",
        "1,核对数据",
        "甲方：　　乙方：",
        "二、 岗位职责",
        "（1） 核对数据",
        "工作时间：1）白班；2）晚班",
        "**标准：** 按时",
        "招聘 2 人，月薪8000元，三年以上经验",
    ],
)
def test_what_is_commonly_written_so_is_left_alone(codes, text):
    assert codes(text) == []


def test_the_half_width_marks_of_a_line_are_one_finding(told):
    (finding,) = told("核对数据,登记异常;提交,回访")
    assert (finding.start, finding.end, finding.fix) == (4, 13, "，登记异常；提交，")
    assert finding.message == "中文里用了半角标点“,”“;”"
    assert [finding.fix for finding in told("核对,**登记**,回访")] == ["，", "，"]


def test_markup_between_two_characters_is_told_but_not_mended(told):
    (finding,) = told("用**Excel**做表")
    assert (finding.rule.code, finding.fix) == ("DW401", None)


def test_numbers_are_told_where_most_of_a_document_have_blanks(codes):
    spaced = "登记 3 家门店、4 名店员、5 条客诉，"
    assert codes(f"{spaced}6份合同") == ["DW401"]
    assert codes("登记3家门店、4名店员、5条客诉，6 份合同") == []
    assert codes(f"{spaced}备战618、双11，统计7日留存，2026年开业") == []


def test_a_bracket_may_close_in_the_next_line_of_a_paragraph(codes):
    assert codes("核对数据（含\n退款）后登记") == []
    assert codes("核对数据（含\n\n1. 退款后登记") == ["DW405"]


def test_both_halves_of_a_crossed_pair_are_missing(told):
    assert [finding.message for finding in told("核对”数据“")] == ["“””没有配对的另一半"]


def test_every_placeholder_is_told_by_its_name(told):
    found = told("部门：【待填：所属部门】；上级：【待填：直接上级，如经理】")
    assert [finding.message for finding in found] == [
        "“【待填：所属部门】”还没有填写",
        "“【待填：直接上级，如经理】”还没有填写",
    ]


def test_a_placeholder_without_its_end_is_unpaired(codes):
    assert codes("部门：【待填：所属部门") == ["DW405"]


@pytest.mark.parametrize(
    "text", ["（", "(中", "中,", "中a", "中1", "中 ，", "【待填：", "。", "http://", "a@", "&a;中", "“”（", "1、 ", "`"]
)
def test_a_line_of_any_length_is_read_to_its_end(told, text):
    found = told(text * 30_000)
    assert all(0 <= finding.start < finding.end <= len(text) * 30_000 for finding in found)
