import pytest

from dutywriter.check.wording import OF_WORDING, OWN_ACTIONS, OWN_LENGTH, Wording


@pytest.fixture(scope="module")
def wording(catalogue):
    return Wording(catalogue)


def codes(wording, text, shape="duty", **options):
    return [finding.code for finding in wording.findings(text, shape, **options)]


def test_every_word_of_a_rule_is_told_and_every_exception_is_not(catalogue, wording):
    for rule in catalogue.rules.rules:
        if rule.code.startswith(OF_WORDING):
            for word in (*rule.words, *rule.own_words):
                assert rule.code in codes(wording, f"登记{word}", "phrase"), (rule.code, word)
            for word in rule.unless if rule.words else ():
                assert rule.code not in codes(wording, f"登记{word}", "phrase"), (rule.code, word)


def test_every_rule_with_words_has_examples_of_both_kinds(catalogue):
    assert [rule.code for rule in catalogue.rules.rules if rule.words and not (rule.fires and rule.silent)] == []


@pytest.mark.parametrize("text", ["客户服务工作", "负责店铺运营", "日常数据", "协助经理", "参与活动"])
def test_a_duty_without_a_verb_is_told(wording, text):
    assert "DW304" in codes(wording, text)


@pytest.mark.parametrize("text", ["核对店铺流量数据", "编制月度报告", "登记 09:30 的数据", "核对比例 1:5"])
def test_a_duty_that_opens_with_a_verb_is_not(wording, text):
    assert codes(wording, text) == []


def test_a_half_width_mark_in_chinese_is_told(wording):
    assert "DW402" in codes(wording, "核对数据,登记异常")
    assert "DW402" in codes(wording, "标准:按时")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("核对店铺流量", "核对"),
        ("按排期表发布内容", "发布"),
        ("按验收标准自查待交付成果", "自查"),
        ("与项目经理商定补救方案", "商定"),
        ("店铺流量", ""),
    ],
)
def test_a_duty_opens_with_its_verb_or_with_what_it_rests_on(wording, text, verb):
    assert wording.opening_verb(text) == verb


@pytest.mark.parametrize(
    ("text", "level", "told"),
    [
        ("审批活动方案", "专员", True),
        ("审批活动方案", "主管", True),
        ("审批活动方案", "经理", False),
        ("审核活动方案", "专员", True),
        ("核对活动方案", "专员", False),
    ],
)
def test_a_verb_above_the_level_is_told(wording, text, level, told):
    assert ("DW210" in codes(wording, text, level=level)) is told


def test_a_manager_has_no_clerks_work_as_a_main_duty(wording):
    assert wording.too_low("录入", "经理")
    assert not wording.too_low("审批", "经理")


def test_one_line_is_one_action(wording):
    assert "DW209" in codes(wording, "核对数据，编写报告", actions=OWN_ACTIONS)
    assert "DW209" not in codes(wording, "核对数据、价格与库存", actions=OWN_ACTIONS)
    assert "DW209" not in codes(wording, "核对数据，编写报告")


def test_a_long_line_is_told_with_its_length(wording):
    text = "核对" + "数" * 30
    finding = next(f for f in wording.findings(text, "duty", length=OWN_LENGTH) if f.code == "DW303")
    assert finding.message == "这一条有 32 字，超过 30 字"


def test_a_metrics_name_is_no_filler_and_no_vague_word(wording):
    assert codes(wording, "统计响应及时率与有效线索转化率") == []


def test_a_finding_says_where_it_stands(wording):
    finding = next(f for f in wording.findings("核对数据，确保准确", "phrase"))
    assert "核对数据，确保准确"[finding.start : finding.end] == "确保"
    assert finding.message == "“确保”是垫字"
    assert finding.advice


def test_a_phrase_needs_no_verb(wording):
    assert codes(wording, "需求台账", "phrase") == []
    assert codes(wording, "需求台账", "duty") == ["DW304"]
