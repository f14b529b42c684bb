import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dutywriter.catalogue.data import NOTHING
from dutywriter.check.engine import findings
from dutywriter.check.law import ONSITE, Law
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment, Source

LINES = Path(__file__).parents[1] / "data" / "law" / "dev.jsonl"
CODES = [*(f"DW{number}" for number in range(501, 514)), "DW601", "DW602"]


@pytest.fixture(scope="module")
def law(catalogue):
    return Law(About(bare=True), catalogue)


def of(law, text, **options):
    return list(law.of(Segment("item", text, 0, **options)))


def codes(law, text, **options):
    return {finding.rule.code for finding in of(law, text, **options)}


def one(law, text, code, **options):
    return next(finding for finding in of(law, text, **options) if finding.rule.code == code)


def marked(law, text, code):
    finding = one(law, text, code)
    return text[finding.start : finding.end]


@pytest.mark.parametrize("code", CODES)
def test_a_rule_fires_on_its_examples_and_is_silent_on_its_near_misses(catalogue, law, code):
    rule = next(rule for rule in catalogue.rules.rules if rule.code == code)
    assert [text for text in rule.fires if code not in codes(law, text)] == []
    assert [text for text in rule.silent if code in codes(law, text)] == []
    assert len(rule.fires) >= 8 <= len(rule.silent)


def test_near_misses_are_silent_for_every_rule_of_law(catalogue, law):
    texts = [text for rule in catalogue.rules.rules if rule.code in CODES for text in rule.silent]
    assert {text: found for text in texts if (found := codes(law, text))} == {}


@pytest.mark.parametrize(
    ("code", "fires", "silent"),
    [
        (
            "DW501",
            "仅限男生应聘 客服专员，女士优先 性别要求：女 运营专员（限男）",
            "女装运营负责人 男女用户比例分析 性别不限 男士护肤品类选品",
        ),
        (
            "DW502",
            "年龄35岁以下 18-30周岁 90后优先 三十岁以内",
            "35岁以上用户画像 年满16周岁 10年以上经验 3岁以下婴童品类 30天以内完成",
        ),
        ("DW503", "已婚已育优先 两年内无生育计划 入职需做孕检 限单身员工", "母婴用户 不得询问婚育 婚假产假齐全 单身节营销活动"),
        ("DW504", "本市户籍优先 河南人勿扰 农村户口不予录用 本地人优先录用", "本地生活运营 户籍不限 外地仓调拨 河南市场拓展"),
        ("DW505", "限汉族 不招有宗教信仰者", "民族风服饰 宗教类内容审核 不限民族 回族美食栏目"),
        ("DW506", "乙肝携带者勿投 须查乙肝五项方可入职 有慢性病者不招", "乙肝科普栏目 健康类目运营 慢性病用户社群 病毒式传播"),
        ("DW507", "残疾人勿扰 要求四肢健全", "无障碍设计 优先录用残疾人 助残公益直播"),
        (
            "DW508",
            "身高160以上优先 形象好气质佳者优先 处女座勿扰 AB血型优先",
            "身高尺码表 品牌形象维护 星座运势栏目 生肖礼盒 属性标签",
        ),
        ("DW509", "限985毕业生 第一学历本科要求 非统招不予录用", "985元客单价用户 211个SKU商品 本科及以上"),
        ("DW510", "提交征信报告方可入职 登记父母职业 需提供银行流水", "征信产品用户运营 家庭装商品 亲子家庭用户"),
        ("DW511", "缴纳入职押金 扣押身份证 需找担保人", "店铺保证金 公司承担培训费 平台保证金规则"),
        ("DW512", "996工作制 无加班费 自愿放弃社保", "双休 7x24值班轮换，依法调休 996元套餐"),
    ],
)
def test_the_same_words_are_a_demand_in_one_line_and_business_in_another(law, code, fires, silent):
    assert [text for text in fires.split(" ") if code not in codes(law, text)] == []
    assert [text for text in silent.split(" ") if code in codes(law, text)] == []


@pytest.mark.parametrize(
    "text", ["服从甲方管理", "由客户方考勤", "请假须经甲方批准", "由甲方发放工资", "向客户方主管汇报工作", "由采购人安排加班"]
)
def test_a_client_that_manages_the_vendors_people_is_told(law, text):
    assert codes(law, text) & {"DW601", "DW602"}


@pytest.mark.parametrize(
    "text",
    [
        "遵守甲方消防规定",
        "甲方验收成果",
        "服务质量按 100 分制评分",
        "改价须甲方书面确认",
        "更换人员提前书面通知",
        "驻场到岗率",
        "业务进度通报甲方对接人",
        "由我方项目经理考勤",
        "甲方不得直接管理驻场人员",
        "客户管理系统",
        "由项目经理考勤、批假",
    ],
)
def test_a_client_that_accepts_work_is_not(law, text):
    assert codes(law, text) == set()


def test_a_preference_behind_a_negation_counts(law):
    assert "DW501" in codes(law, "性别不限，但男性优先")
    assert "DW501" not in codes(law, "性别不限，男女均可")


def test_an_applicant_in_the_sentence_outweighs_business(law):
    assert "DW502" not in codes(law, "35岁以下用户的消费习惯")
    assert "DW502" in codes(law, "应聘用户运营须35岁以下")


def test_the_basis_depends_on_whom_the_words_are_against(law):
    women, men = one(law, "本岗位限男性", "DW501"), one(law, "本岗位限女性", "DW501")
    assert "妇女权益保障法.43(一)" in women.basis
    assert not any(basis.startswith("妇女权益保障法") for basis in men.basis)
    assert "就业促进法.26" in men.basis
    assert "妇女权益保障法.43(一)" in one(law, "女生请勿投递", "DW501").basis
    assert "就业促进法.26" in one(law, "男生请勿投递", "DW501").basis


def test_age_is_a_risk_and_never_called_illegal(catalogue):
    rule = next(rule for rule in catalogue.rules.rules if rule.code == "DW502")
    said = [rule.message, *(case.message for case in rule.cases), *(trigger.message for trigger in rule.triggers)]
    assert "风险" in rule.message
    assert not any("违法" in text for text in said)


def test_the_illness_decides_how_grave_it_is(law):
    assert one(law, "无慢性病史", "DW506").severity == "warning"
    carriers = one(law, "乙肝携带者勿投", "DW506")
    assert carriers.severity == "error"
    assert "人社部发〔2010〕12号" in carriers.basis
    assert "艾滋病防治条例.3" in one(law, "须提供HIV阴性证明", "DW506").basis


def test_people_of_a_place_who_are_shut_out_are_graver_than_a_preference(law):
    assert one(law, "湖南人勿扰", "DW504").severity == "error"
    assert one(law, "本地户籍优先", "DW504").severity == "warning"


def test_hours_are_graver_than_nothing_and_less_grave_than_no_insurance(law):
    assert one(law, "大小周", "DW512").severity == "warning"
    assert one(law, "公司不缴社保", "DW512").severity == "error"


def test_full_width_letters_and_blanks_are_read_as_others(law):
    assert marked(law, "女，２０－３５ 岁，大专", "DW502") == "２０－３５ 岁"
    assert marked(law, "要求 ３５ 周岁以下", "DW502").endswith("３５ 周岁以下")
    assert "DW512" in codes(law, "接受９９６")


def test_words_are_told_as_they_stand_in_the_text(law):
    (finding,) = law.of(Segment("item", "年龄：１８－３５岁", 0))
    assert "１８－３５岁" in finding.message


def test_the_shortest_words_that_tell_it_are_marked(law):
    assert marked(law, "客服专员，女士优先，周末双休", "DW501") == "女士优先"
    assert marked(law, "大专以上，35岁以下，会 Excel", "DW502") == "35岁以下"
    assert marked(law, "25岁以上45岁以下", "DW502") == "45岁以下"
    assert marked(law, "宝妈勿扰", "DW503") == "宝妈勿扰"


def test_two_triggers_on_the_same_words_are_one_finding(law):
    assert [finding.rule.code for finding in of(law, "性别：女，女士优先")].count("DW501") == 2
    assert [finding.rule.code for finding in of(law, "年龄要求：20-30岁以下")].count("DW502") == 1


def test_several_grounds_in_one_line_are_several_findings(law):
    assert codes(law, "男，45岁以下，本市户口，无纹身") == {"DW501", "DW502", "DW504", "DW508"}


def test_requirements_are_surer_than_duties(law):
    text = "形象气质佳"
    assert one(law, text, "DW508", part="requirements").confidence > one(law, text, "DW508", part="duties").confidence


def test_a_column_of_what_shall_not_be_done_is_no_demand(law):
    assert "DW511" in codes(law, "收员工押金")
    assert codes(law, "收员工押金", column="不能做") == set()


def test_a_figure_alone_in_a_table_is_nobodys_age(law):
    assert list(law.of(Segment("cell", "20-30", 0, column="目标"))) == []
    assert list(law.of(Segment("cell", "20-30", 0, column="年龄"))) != []


def test_a_posting_run_into_one_line_is_read_by_its_numbers(law):
    text = "岗位职责： 1、负责女装店铺运营； 2、分析用户数据 任职要求：1、女性，大专以上 2、五官端正"
    assert codes(law, text) == {"DW501", "DW508"}


def test_in_a_companys_own_documents_what_is_an_error_elsewhere_is_a_warning(catalogue):
    source = Source("限男性，四肢健全")
    assert {
        finding.severity for finding in findings(source, About(bare=True), "recruit", catalogue) if finding.rule.code in CODES
    } == {"error"}
    assert {
        finding.severity for finding in findings(source, About(bare=True), "internal", catalogue) if finding.rule.code in CODES
    } == {"warning"}


def test_a_client_in_charge_is_an_error_on_site_only(catalogue):
    source = Source("驻场人员服从甲方管理")
    severities = {
        profile: [finding.severity for finding in findings(source, About(), profile, catalogue) if finding.rule.code == "DW601"]
        for profile in ("recruit", "onsite")
    }
    assert severities == {"recruit": ["warning"], "onsite": ["error"]}


def test_every_message_says_the_words_and_every_finding_has_advice_and_basis(catalogue, law):
    for rule in catalogue.rules.rules:
        for text in rule.fires if rule.code in CODES else ():
            finding = one(law, text, rule.code)
            assert "{" not in finding.message
            assert "\n" not in finding.message
            assert "“" in finding.message
            assert finding.advice
            assert finding.basis


def test_every_trigger_has_a_cue_in_what_it_finds(catalogue):
    """A trigger without a cue would never be tried."""
    assert [
        trigger.find
        for rule in catalogue.rules.rules
        if rule.code in CODES
        for trigger in rule.every_trigger
        if not (trigger.cue or rule.cue)
    ] == []


@pytest.mark.parametrize(
    "filler",
    [
        "男",
        "女女优先不",
        "岁",
        "无病",
        "甲方",
        "不限",
        "1",
        "18-",
        "（",
        "优先，",
        "不得要求",
        "户口、",
        "高血压、",
        "身高",
        "甲方请假其",
        "由甲方他安排",
        "外包的",
        "驻场人员",
    ],
)
def test_a_long_line_is_read_to_its_end(law, filler):
    text = filler * (200_000 // len(filler)) + "；限男性"
    assert any(finding.start >= len(text) - 4 for finding in of(law, text) if finding.rule.code == "DW501")


def test_every_trigger_ends_on_a_long_line_of_its_cues(catalogue, law):
    for rule in catalogue.rules.rules:
        for trigger in rule.every_trigger if rule.code in CODES else ():
            cue = "".join((trigger.cue or rule.cue)[:3])
            text = cue * (10_000 // len(cue)) + "；限男性"
            assert any(finding.start >= len(text) - 4 for finding in of(law, text)), trigger.find


@given(st.text(alphabet="男女优先限岁0123456789-~，。；：（） 甲方考勤户口乙肝无形象气质佳押金社保", max_size=60))
def test_findings_lie_within_the_text_and_do_not_overlap_within_a_rule(law, text):
    found = of(law, text)
    for finding in found:
        assert 0 <= finding.start < finding.end <= len(text)
        others = [other for other in found if other is not finding and other.rule.code == finding.rule.code]
        assert all(finding.end <= other.start or other.end <= finding.start for other in others)


@pytest.mark.parametrize(("onsite", "precision", "recall"), [(False, 0.98, 0.98), (True, 0.98, 0.91)])
def test_labelled_lines_are_told_as_people_labelled_them(law, onsite, precision, recall):
    right = besides = missed = 0
    for row in [json.loads(line) for line in LINES.read_text("utf-8").splitlines()]:
        found = {finding.rule.category for finding in law.of(Segment("item", row["text"], 0))}
        found, there = ({category for category in some if (category == ONSITE) == onsite} for some in (found, row["categories"]))
        right, besides, missed = right + len(found & there), besides + len(found - there), missed + len(there - found)
    assert right / (right + besides) >= precision
    assert right / (right + missed) >= recall


def test_what_is_looked_for_first_hides_nothing(catalogue):
    """What expressions need is worked out; without it every one of them is tried, and the same is found."""
    texts = [json.loads(line)["text"] for line in LINES.read_text("utf-8").splitlines()]
    for onsite in (False, True):
        quick, thorough = (
            Law(About(onsite=onsite), known) for known in (catalogue, replace(catalogue, needs_table=NOTHING, words_table=NOTHING))
        )
        for text in texts:
            assert of(quick, text) == of(thorough, text), text
