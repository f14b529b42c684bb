"""A request in a sentence or two: what is read of it, and what is not."""

import json
from datetime import date
from pathlib import Path

import pytest
from benchmarks import sentences
from hypothesis import given, settings
from hypothesis import strategies as st

from dutywriter.brief.fields import BY_KEY
from dutywriter.brief.kinds import MetricGoal
from dutywriter.brief.sentence import understood
from dutywriter.text.folded import folded

TODAY = date(2026, 11, 22)
REQUESTS = Path(__file__).parents[1] / "data" / "requests"
TEXTS = [
    json.loads(line)["text"] for file in ("own.jsonl", "dev.jsonl") for line in (REQUESTS / file).read_text("utf-8").splitlines()
]


def read(text, catalogue):
    return {fact.key: fact.value for fact in understood(text, catalogue, TODAY)}


def table(*rows):
    return pytest.mark.parametrize(("text", "facts"), rows, ids=[row[0] for row in rows])


@table(
    ("招一个天猫运营", {"role": "电商运营", "platform": ("天猫",), "headcount": 1}),
    ("抖店运营", {"role": "电商运营", "platform": ("抖音",)}),
    ("找个公众号编辑", {"role": "新媒体运营", "platform": ("公众号",)}),
    ("直播", {"role": "直播运营"}),
    ("社群运营主管", {"role": "社群运营", "level": "主管"}),
    ("资深用户运营", {"role": "用户运营", "level": "专员"}),
    ("门店督导", {"role": "门店运营", "level": "主管"}),
    ("岗位名称叫店铺成长顾问，做天猫运营的", {"role": "电商运营", "title": "店铺成长顾问", "platform": ("天猫",)}),
    ("政务驻场", {"role": "驻场运营", "onsite": True, "business": "政务"}),
    ("派个数据运营去客户那儿驻场", {"role": "数据运营", "onsite": True}),
    ("要个活动运营的岗位说明书，简单点", {"role": "活动运营", "kind": "说明书", "length": "精简"}),
    ("用户运营，发BOSS直聘，写详细点", {"role": "用户运营", "kind": "招聘", "length": "详尽"}),
)
def test_the_post_and_its_document(catalogue, text, facts):
    assert read(text, catalogue) == facts


@table(
    ("给一家政务中心派驻场运营", {"role": "驻场运营", "client": "政务中心", "business": "政务", "onsite": True}),
    ("客户是市三院，医院驻场", {"role": "驻场运营", "client": "市三院", "business": "医疗", "onsite": True}),
    ("不用去甲方，内容运营", {"role": "内容运营", "onsite": False}),
    ("公司全称青禾数科（武汉）有限公司，招内容运营", {"role": "内容运营", "company": "青禾数科（武汉）有限公司"}),
    ("我们是做母婴零售的，内容运营", {"role": "内容运营", "industry": "母婴零售"}),
    ("用户运营，坐标成都高新区", {"role": "用户运营", "location": "成都高新区"}),
    ("用户运营，在杭州滨江上班", {"role": "用户运营", "location": "杭州滨江"}),
    ("亚马逊运营 base 厦门", {"role": "跨境电商运营", "platform": ("亚马逊",), "location": "厦门"}),
    ("抖音女装直播运营", {"role": "直播运营", "platform": ("抖音",), "category": "女装"}),
    ("电商运营，卖五金的", {"role": "电商运营", "category": "五金"}),
    ("产品运营，SaaS方向", {"role": "产品运营", "business": "SaaS"}),
)
def test_the_employer_the_place_and_the_trade(catalogue, text, facts):
    assert read(text, catalogue) == facts


@table(
    (
        "我们给一家政务中心做运营外包，要派个人常驻他们那儿管公众号和工单",
        {"client": "政务中心", "business": "政务", "platform": ("公众号",), "focus": "公众号和工单"},
    ),
    ("给云溪产业园代运营，派俩人在他们那儿上班", {"client": "云溪产业园", "business": "园区", "headcount": 2}),
    ("受某区行政审批局委托，派人常驻大厅", {"client": "某区行政审批局", "business": "政务"}),
    ("派三个人在城南支行上班", {"client": "城南支行", "business": "金融", "headcount": 3}),
    ("瑞丰银行要我们派人驻场", {"client": "瑞丰银行", "business": "金融"}),
    (
        "成都某某科技有限公司派一名运营主管常驻某市政务服务中心，管公众号、热线工单，带 3 个人，白班9:00-18:00",
        {
            "level": "主管",
            "company": "成都某某科技有限公司",
            "client": "某市政务服务中心",
            "team_size": 3,
            "headcount": 1,
            "hours": "09:00-18:00",
            "platform": ("公众号",),
            "business": "政务",
            "focus": "公众号、热线工单",
        },
    ),
    ("我们青禾科技派个人驻场，在某银行", {"company": "青禾科技", "client": "银行", "business": "金融"}),
)
def test_a_vendor_says_whom_it_sends_to_whom(catalogue, text, facts):
    assert read(text, catalogue) == facts | {"role": "驻场运营", "onsite": True}


@pytest.mark.parametrize("text", ["用户运营，派到分公司上班", "直播运营，天天蹲在直播间", "内容运营，在我们公司办公"])
def test_who_works_at_the_employers_own_is_at_no_clients(catalogue, text):
    assert "onsite" not in read(text, catalogue)


@table(
    (
        "天猫女装运营主管，杭州",
        {"role": "电商运营", "level": "主管", "platform": ("天猫",), "category": "女装", "location": "杭州"},
    ),
    ("抖音女装店铺运营", {"role": "电商运营", "platform": ("抖音",), "category": "女装"}),
    ("京东家电运营专员", {"role": "电商运营", "level": "专员", "platform": ("京东",), "category": "家电"}),
    ("女装天猫运营", {"role": "电商运营", "platform": ("天猫",), "category": "女装"}),
    ("抖音店招个运营", {"role": "电商运营", "platform": ("抖音",)}),
    ("抖音母婴店缺运营俩", {"role": "电商运营", "platform": ("抖音",), "category": "母婴", "headcount": 2}),
    ("小红书母婴账号招个运营", {"role": "新媒体运营", "platform": ("小红书",), "category": "母婴"}),
    ("公众号找个编辑", {"role": "新媒体运营", "platform": ("公众号",)}),
    ("视频号女装直播间招运营", {"role": "直播运营", "platform": ("视频号",), "category": "女装"}),
    ("企微社群运营", {"role": "社群运营", "platform": ("企业微信",)}),
    ("亚马逊家居运营", {"role": "跨境电商运营", "platform": ("亚马逊",), "category": "家居"}),
    ("天猫女装直播运营", {"role": "直播运营", "platform": ("天猫",), "category": "女装"}),
    ("抖音女装运营", {"platform": ("抖音",), "category": "女装"}),
    ("我们做天猫代运营", {"platform": ("天猫",)}),
)
def test_a_post_is_named_by_its_platform_its_goods_and_its_shop(catalogue, text, facts):
    assert read(text, catalogue) == facts


@table(
    ("8-12K", "8,000-12,000 元/月"),
    ("9-13K加提成", "9,000-13,000 元/月，另有提成"),
    ("底薪6000 + 提成", "6,000 元/月，另有提成"),
    ("七千底薪加提成", "7,000 元/月，另有提成"),
    ("15-20K，14薪，另有年终奖", "15,000-20,000 元/月，14 薪，另有年终奖"),
    ("提成另算，底薪5k", "5,000 元/月，另有提成"),
    ("8-12K，提成点数面谈", "8,000-12,000 元/月"),
    ("1.5w-2w", "15,000-20,000 元/月"),
    ("月薪一万二", "12,000 元/月"),
    ("八千到一万", "8,000-10,000 元/月"),
    ("工资5-7千", "5,000-7,000 元/月"),
    ("8k-12k·13薪", "8,000-12,000 元/月，13 薪"),
    ("年薪20-30万", "200,000-300,000 元/年"),
    ("每月4800", "4,800 元/月"),
    ("薪资面议", None),
    ("150元/天", None),
    ("客单价做到200元", None),
    ("同事月薪15K", None),
)
def test_pay(catalogue, text, facts):
    assert read(f"用户运营，{text}", catalogue).get("pay") == facts


@table(
    ("早9晚6", "09:00-18:00"),
    ("朝九晚六", "09:00-18:00"),
    ("9:30-18:30", "09:30-18:30"),
    ("晚班18点到凌晨2点", "18:00-02:00"),
    ("早上8点半到下午5点半", "08:30-17:30"),
    ("下午一点到晚上九点", "13:00-21:00"),
    ("9点半上班6点半下班", "09:30-18:30"),
    ("夜班20:00到次日8:00", "20:00-08:00"),
    ("上班时间9-18", "09:00-18:00"),
    ("一周到岗3-5天", None),
)
def test_hours(catalogue, text, facts):
    assert read(f"用户运营，{text}", catalogue).get("hours") == facts


@pytest.mark.parametrize("rest", ["双休", "单休", "大小周", "做六休一", "上六休一", "月休4天", "月休四天", "周末双休", "排班轮休"])
def test_rest_days_stand_as_written(catalogue, rest):
    assert read(f"用户运营，{rest}", catalogue)["rest"] == rest


@table(
    ("招两名", {"headcount": 2}),
    ("招个", {}),
    ("招1-2名", {}),
    ("带6个人", {"team_size": 6}),
    ("带3-5人", {}),
    ("不用带团队", {"team_size": 0}),
    ("向运营总监汇报", {"reports_to": "运营总监"}),
    ("直属上级是电商部经理", {"reports_to": "电商部经理"}),
    ("隶属用户部", {"department": "用户部"}),
    ("管12家门店", {"scope": "12家门店"}),
)
def test_people_around_the_post(catalogue, text, facts):
    assert read(f"{text}，内容运营", catalogue) == facts | {"role": "内容运营"}


@table(
    ("大专以上", {"education": "大专及以上"}),
    ("本科", {"education": "本科"}),
    ("学历不限", {"education": "不限"}),
    ("不要求本科", {}),
    ("3年以上经验", {"experience": 3}),
    ("经验1-3年", {"experience": 1}),
    ("两三年经验", {"experience": 2}),
    ("应届可", {"experience": 0}),
    ("合同签3年", {}),
    ("会用Excel、剪映", {"tools": ("Excel", "剪映")}),
    ("SQL、Python必须会", {"tools": ("SQL", "Python")}),
    ("必须能出差", {"must": ("能出差",)}),
    ("英语六级是硬条件", {"must": ("英语六级",)}),
    ("有驾照优先", {"plus": ("有驾照",)}),
    ("加分项：会剪视频", {"plus": ("会剪视频",)}),
    ("主要负责选题和排版", {"focus": "选题和排版"}),
    ("管选题和排版", {"focus": "选题和排版"}),
    ("不用管投放", {}),
    ("管人", {}),
)
def test_what_is_asked_of_the_person(catalogue, text, facts):
    assert read(f"内容运营，{text}", catalogue) == facts | {"role": "内容运营"}


@table(
    ("退款率从14%降到11%", MetricGoal("退款率（金额）", "14", "11", "%")),
    ("转化率2.8%→3.5%", MetricGoal("支付转化率", "2.8", "3.5", "%")),
    ("GMV做到500万", MetricGoal("成交总额", "", "500万")),
    ("粉丝涨到10万", MetricGoal("粉丝", "", "10万")),
    ("把复购率提到30%，现在24%", MetricGoal("复购率", "24", "30", "%")),
    ("复购率现在24%，年底提到30%", MetricGoal("复购率", "24", "30", "%", "2026-12-31")),
    ("主要看响应及时率", MetricGoal("响应及时率")),
    ("完课率从45%提到60%，明年6月底前", MetricGoal("完课率", "45", "60", "%", "2027-06-30")),
    ("次日留存率目前28%，半年内提到35%", MetricGoal("N日留存率", "28", "35", "%", "2027-05-22")),
    ("复购率提升20%", None),
    ("不看日活", None),
    ("去年GMV做到500万", None),
    ("复购率春节前做到30%", MetricGoal("复购率", "", "30", "%")),
)
def test_goals(catalogue, text, facts):
    assert read(f"用户运营，{text}", catalogue).get("metrics", (None,)) == (facts,)


@table(
    ("1月4日到岗", ("start", "2027-01-04")),
    ("到岗时间2027年1月10日", ("start", "2027-01-10")),
    ("报名截止12月25日", ("valid_until", "2026-12-25")),
    ("简历投到明年1月15号为止", ("valid_until", "2027-01-15")),
)
def test_days(catalogue, text, facts):
    key, day = facts
    assert read(f"用户运营，{text}", catalogue)[key] == day


@table(
    ("新媒体运营，抖音不做，只做视频号", {"platform": ("视频号",)}),
    ("不是天猫，是京东，店铺运营", {"platform": ("京东",)}),
    ("能不能写个内容运营", {"role": "内容运营"}),
    ("不是内容运营，是产品运营", {"role": "产品运营"}),
    ("用户运营，招2个人，不对，是3个", {"headcount": 3}),
)
def test_what_is_denied_or_taken_back_is_no_fact(catalogue, text, facts):
    assert facts.items() <= read(text, catalogue).items()


@table(
    ("总部在北京，人在成都上班，用户运营", {"role": "用户运营", "location": "成都"}),
    ("用户运营，配合直播运营做活动", {"role": "用户运营"}),
    ("我是运营经理，招用户运营", {"role": "用户运营"}),
    ("上一个主管带了8个人，这次招用户运营", {"role": "用户运营"}),
    ("用户运营，友商月薪两万，跟我们没关系", {"role": "用户运营"}),
    ("用户运营，老板自己年薪百万", {"role": "用户运营"}),
    ("写个JD，用户运营", {"role": "用户运营"}),
    ("产品经理", {}),
    ("你好，在吗？", {}),
)
def test_what_is_said_of_others_is_no_fact(catalogue, text, facts):
    assert read(text, catalogue) == facts


LISTED = """岗位：社群运营专员
地点：成都高新区
薪资：7k-10k·13薪
上班时间：9:30-18:30，周末双休
汇报对象：用户运营经理
要求：本科，2年以上经验，会用企业微信"""


@pytest.mark.parametrize(
    "text", [LISTED, LISTED.replace("\n", " "), LISTED.replace("\n", "；")], ids=["lines", "blanks", "semicolons"]
)
def test_a_pasted_list_is_read_line_by_line_or_in_one(catalogue, text):
    assert read(text, catalogue) == {
        "role": "社群运营",
        "level": "专员",
        "reports_to": "用户运营经理",
        "location": "成都高新区",
        "hours": "09:30-18:30",
        "rest": "周末双休",
        "pay": "7,000-10,000 元/月，13 薪",
        "education": "本科",
        "experience": 2,
        "tools": ("企业微信",),
    }


@table(
    ("入群率从35%做到50%，6月底前", "入群率从35%做到50%；6月底前"),
    ("入群率从35%做到50%，截止到明年6月30日之前", "入群率从35%做到50%；截止到明年6月30日之前"),
)
def test_a_goal_takes_its_deadline_whole(catalogue, text, facts):
    metrics = next(fact for fact in understood(text, catalogue, TODAY) if fact.key == "metrics")
    assert metrics.words(text) == facts


def test_facts_stand_in_the_order_of_the_fields_and_say_their_words(catalogue):
    text = "8-12K，招天猫运营，会用PS，还要会用剪映"
    facts = understood(text, catalogue, TODAY)
    assert [fact.key for fact in facts] == [key for key in BY_KEY if key in {fact.key for fact in facts}]
    words = {fact.key: fact.words(text) for fact in facts}
    assert words == {"role": "天猫运营", "pay": "8-12K", "platform": "天猫运营", "tools": "PS；剪映"}


FRAGMENTS = [
    *(
        "招",
        "天猫",
        "运营",
        "主管",
        "带",
        "3",
        "个",
        "人",
        "8-12K",
        "月薪",
        "一万二",
        "9:30",
        "-",
        "到",
        "18点",
        "凌晨",
        "双休",
        "做六休一",
    ),
    *(
        "从",
        "14%",
        "降到",
        "退款率",
        "GMV",
        "500万",
        "年底",
        "12月31日",
        "2月30日",
        "三个月内",
        "到岗",
        "截止",
        "本科",
        "以上",
        "经验",
        "不",
        "不用",
    ),
    *(
        "会用",
        "Excel",
        "必须",
        "优先",
        "负责",
        "客户是",
        "医院",
        "驻场",
        "公司",
        "有限公司",
        "成都",
        "高新区",
        "岗位：",
        "地点：",
        "去年",
        "他",
        "没关系",
    ),
    *(
        "，",
        "。",
        "、",
        "；",
        "：",
        "（",
        "）",
        "\n",
        " ",
        "「",
        "①",
        "1、",
        "İ",
        "😀",
        "\u200d",
        "９",
        "％",
        "\x00",
        "\ue000",
        "a",
        "零",
        "千万",
    ),
]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=400).map("".join))
def test_any_text_is_read_and_its_words_stand_in_it(catalogue, text):
    for fact in understood(text, catalogue, TODAY):
        assert fact.spans
        assert all(0 <= start < end <= len(text) for start, end in fact.spans)


@pytest.mark.parametrize(
    "text", ["一", "1", "1-", "管", "的 ", "做到", "会", "能a、", "在成都", "退款率", "不", "（", "从1", "千万"]
)
def test_five_thousand_characters_of_one_kind_are_read(catalogue, text):
    facts = understood((text * 5_000)[:5_000], catalogue, TODAY)
    assert all(0 <= start < end <= 5_000 for fact in facts for start, end in fact.spans)


@pytest.mark.parametrize("text", TEXTS)
def test_a_value_that_was_read_is_one_that_its_field_takes(catalogue, text):
    for fact in understood(text, catalogue, TODAY):
        kind = BY_KEY[fact.key].kind
        values = [kind.parse(said, catalogue) for said in kind.texts(fact.value)]
        together = tuple(item for value in values for item in value) if isinstance(fact.value, tuple) else values[0]
        assert together == fact.value


HALF_WIDTH = str.maketrans("，：；（）！？", ",:;()!?")


@pytest.mark.parametrize("text", TEXTS)
def test_the_width_of_punctuation_does_not_matter(catalogue, text):
    def plain(text):
        return {key: folded(str(value)) for key, value in read(text, catalogue).items()}

    assert plain(text) == plain(text.translate(HALF_WIDTH))


@pytest.mark.parametrize("name", ["own.jsonl", "dev.jsonl"])
def test_labelled_requests_are_read_precisely_and_nearly_whole(catalogue, name):
    score = sentences.scored(sentences.read(REQUESTS / name), catalogue)
    assert score.precision >= 0.97
    assert score.recall >= 0.85
