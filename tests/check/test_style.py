import pytest

from dutywriter.check.engine import findings
from dutywriter.reading.about import about
from dutywriter.reading.source import Segment, Source

RULES = ("DW301", "DW302", "DW303", "DW304", "DW305", "DW306", "DW307", "DW308")


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
    assert rule.fires
    assert rule.silent
    assert [text for text in rule.fires if code not in codes(text)] == []
    assert [text for text in rule.silent if code in codes(text)] == []


def test_a_rule_says_why_and_on_what_it_rests(catalogue):
    rules = {rule.code: rule for rule in catalogue.rules.rules}
    assert all(rules[code].title and rules[code].reason and rules[code].basis and rules[code].advice for code in RULES)


def messages(findings, code):
    return [finding.message for finding in findings if finding.rule.code == code]


def test_the_words_of_a_line_are_one_finding_at_the_first(told):
    (finding,) = [finding for finding in told("定期汇报工作并及时处理异常") if finding.rule.code == "DW301"]
    assert finding.message == "“定期”“及时”说不清做到什么程度"
    assert (finding.start, finding.end) == (0, 2)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("及时回复客户", True),
        ("30 分钟内及时回复客户", False),
        ("及时回复客户，不超过 30 分钟", False),
        ("及时回复客户，每周统计 3 次", True),
        ("招聘 3 人。及时回复客户", True),
        ("备战618，及时补货", True),
        ("当日及时上报", False),
        ("统计客诉响应及时率", False),
        ("核对证照有效期", False),
    ],
)
def test_a_vague_word_is_silenced_by_a_number_or_a_date_in_its_phrase(codes, text, vague):
    assert ("DW301" in codes(text)) is vague


def test_what_employers_offer_is_no_duty(codes):
    assert "DW301" not in codes("岗位职责：\n1. 核对数据\n福利待遇：\n1. 不定期组织聚餐")


def test_a_column_of_formulas_is_no_prose(codes):
    table = "| {} |\n| --- |\n| 有效处理的客诉数 ÷ 客诉总数 |\n"
    assert "DW301" in codes(table.format("说明"))
    assert "DW301" not in codes(table.format("公式与口径"))


@pytest.mark.parametrize(
    ("item", "silent"),
    [
        ("负责店铺运营", False),
        ("负责与店铺相关的管理工作", False),
        ("协助部门经理", False),
        ("负责编写店铺周报", True),
        ("负责周报的编写与提交", True),
        ("协助店长核对库存", True),
        ("每日 10:00 前提交日报", True),
        ("与仓储对接到货时间", True),
        ("运营专员须登记每一条客诉", True),
        ("店铺运营，编写周报", True),
        ("有三年经验", True),
        ("上班后 15 分钟内", True),
    ],
)
def test_a_duty_says_what_is_done(codes, item, silent):
    assert ("DW304" not in codes(f"岗位职责：\n1. {item}\n2. 核对数据")) is silent


def test_only_duties_need_a_verb(codes):
    assert "DW304" not in codes("岗位职责：\n1. 核对数据\n任职要求：\n1. 良好的身体\n工具：\n1. 表格软件")


def test_length_is_counted_without_blanks_and_asides(told):
    item = "核对" + "数" * 38
    assert messages(told(f"岗位职责：\n1. {item}"), "DW303") == []
    assert messages(told(f"岗位职责：\n1. {item}（{'略' * 20}）"), "DW303") == []
    assert messages(told(f"岗位职责：\n1. {item}据"), "DW303") == ["这一条有 41 字，超过 40 字"]
    assert messages(told(f"任职要求：\n1. {item}据"), "DW303") == []
    assert messages(told("数" * 61 + "。" + "据" * 60), "DW303") == ["这一句有 61 字，超过 60 字"]


def test_a_repeat_names_the_earlier_item(told):
    again = "收集整理用户反馈意见并提交产品部门"
    text = f"岗位职责：\n1. 收集整理用户的反馈意见并提交产品部门\n2. {again}\n3. {again}"
    assert messages(told(text), "DW305") == [
        "与前面的“收集整理用户的反馈意见并提…”几乎相同",
        "与前面的“收集整理用户反馈意见并提交…”完全相同",
    ]


def test_three_items_in_a_row_that_open_alike_are_told_once_and_gently(told):
    items = "\n".join(
        f"{place}. 负责{what}" for place, what in enumerate(("选品的比价", "达人的邀约", "订单的核对", "样品的寄送"), 1)
    )
    (finding,) = [finding for finding in told(f"岗位职责：\n{items}") if finding.rule.code == "DW305"]
    assert finding.message == "连续 3 条都以“负责”开头"
    assert finding.severity == "info"


def test_repeats_of_one_item_are_told_some_times_only(told):
    assert len(messages(told("岗位职责：\n" + "1. 核对店铺流量与订单数据\n" * 100), "DW305")) < 15


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (("核对数据", "完成领导交办的其他工作"), []),
        (("完成领导交办的其他工作",), ["只写了兜底句，没有写职责"]),
        (("完成领导交办的其他工作", "核对数据"), ["兜底句后面还有职责：它只能放在最后"]),
        (("核对数据", "完成领导交办的其他工作", "其他临时工作"), ["兜底句写了 2 遍"]),
    ],
)
def test_a_catch_all_stands_once_and_last(told, items, said):
    text = "岗位职责：\n" + "\n".join(f"{place}. {item}" for place, item in enumerate(items, 1))
    assert messages(told(text), "DW307") == said


def test_filler_is_counted_for_the_whole_text_and_told_once(told):
    text = "通过沟通能够确保信息畅通。" * 3 + "登记客户提出的问题与处理的结果。" * 5
    assert messages(told(text), "DW308") == ["全文每 100 字有 7.6 个垫字：通过 3 次、能够 3 次、确保 3 次"]


def test_filler_of_one_part_is_told_of_that_part(told):
    many = "".join(f"{place}. 通过沟通能够确保信息畅通并且登记好客户提出的问题\n" for place in range(1, 6))
    few = "".join(f"{place}. 登记客户提出的第{place}类问题与处理的结果\n" for place in range(1, 60))
    (said,) = messages(told(f"## 岗位职责\n{many}## 任职要求\n{few}"), "DW308")
    assert said.startswith("这一部分每 100 字有")


def test_a_line_is_too_short_to_be_called_full_of_filler(codes):
    assert "DW308" not in codes("确保数据准确，提升能力，进行分析")


def test_words_that_a_user_adds_are_told_whatever_they_are(catalogue):
    from msgspec.structs import replace

    from dutywriter.check.phrasing import Words

    (rule,) = [rule for rule in catalogue.rules.rules if rule.code == "DW302"]
    words = Words([replace(rule, words=("嗨", "", "😀😀", "KPI", "私域"))], catalogue)
    text = "嗨，用私域和KPI，😀😀"
    assert [text[word.start : word.end] for word in words.of(Segment("item", text, 0))] == ["嗨", "私域", "KPI", "😀😀"]
    assert words.of(Segment("item", "核对数据", 0)) == []


@pytest.mark.parametrize("text", ["及时", "通过", "负责", "一", "1. 核对店铺流量与订单数据\n", "，"])
def test_a_text_of_any_length_is_read_to_its_end(told, text):
    assert len(told(text * 20_000)) < 1000


def test_a_verb_and_a_trait_are_less_sure(told):
    sure = {finding.rule.code: finding.confidence for finding in told("岗位职责：\n1. 负责店铺运营\n任职要求：\n1. 做事积极")}
    assert sure == {"DW304": 0.7, "DW301": 0.7}
    (finding,) = told("岗位职责：\n1. 积极推进项目")
    assert finding.confidence == 0.9
