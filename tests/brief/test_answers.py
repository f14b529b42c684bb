import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dutywriter.brief.answers import BY_KEY, from_file, from_flags, layered, to_file
from dutywriter.brief.fields import BY_NAME, FIELDS
from dutywriter.brief.kinds import DutyChoice, MetricGoal, OwnDuty, SectionChoice
from dutywriter.catalogue.names import metric_named
from dutywriter.errors import BadFile, Misuse


def flags(catalogue, **given_):
    return from_flags({key: [value] if isinstance(value, str) else value for key, value in given_.items()}, catalogue)


@pytest.mark.parametrize("name", ["驻场", "驻场运营", "zhuchang", "ZHUCHANG", "运营专员驻场", " 驻场 "])
def test_a_role_is_known_by_its_names_and_pinyin(catalogue, name):
    assert flags(catalogue, role=name) == {"role": "驻场运营"}


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("专员", "专员"),
        ("助理", "专员"),
        ("资深", "专员"),
        ("高级专员", "专员"),
        ("组长", "主管"),
        ("负责人", "经理"),
        ("总监", "经理"),
    ],
)
def test_a_level_is_known_by_its_other_names(catalogue, typed, level):
    assert flags(catalogue, level=typed) == {"level": level}


def test_an_alias_may_bring_a_fact_along_and_a_flag_stands_above_it(catalogue):
    brief = layered(flags(catalogue, role="天猫运营"), {}, catalogue, alias="天猫运营")
    assert (brief.get("role"), brief.get("platform"), brief.answers["platform"].source) == ("电商运营", ("天猫",), "alias")
    said = layered(flags(catalogue, role="天猫运营", platform="京东"), {}, catalogue, alias="天猫运营")
    assert said.get("platform") == ("京东",)


@pytest.mark.parametrize(
    ("typed", "goal"),
    [
        ("客户满意度=88%->93%@2026-12-31", MetricGoal("客户满意度", "88", "93", "%", "2026-12-31")),
        ("客户满意度＝８８％→９３％", MetricGoal("客户满意度", "88", "93", "%")),
        ("客户满意度=88到93", MetricGoal("客户满意度", "88", "93")),
        ("7日留存率=30%..35%@2026Q4", MetricGoal("7日留存率", "30", "35", "%", "2026-12-31")),
        ("客单价=300元", MetricGoal("客单价", "", "300", "元")),
        ("自定指标=3.5万->4万", MetricGoal("自定指标", "3.5万", "4万")),
        ("客户满意度", MetricGoal("客户满意度")),
    ],
)
def test_a_metric_is_read_as_people_type_it(catalogue, typed, goal):
    assert flags(catalogue, metrics=[typed]) == {"metrics": (goal,)}


def test_a_metric_is_found_by_alias_and_by_its_parameter(catalogue):
    assert metric_named(catalogue, "7日留存率").id == "ret_n"
    assert metric_named(catalogue, "ROI").id == "roas"
    assert metric_named(catalogue, "没有的指标") is None


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("role", "驻厂", "是不是 驻场运营？"),
        ("level", "主任", "可用：专员、主管、经理"),
        ("kind", "说明", "是不是 说明书？"),
        ("length", "详细", "是不是 详尽？"),
        ("sections", "数据分析", "是不是 数据分析与报告"),
        ("team_size", "很多", "应是 0 到 9999 之间的整数"),
        ("hours", "朝九晚六", "请写成 09:00-18:00"),
        ("metrics", "转化率=很高", "不是数字"),
        ("metrics", "转化率=1->2->3", "数字太多"),
        ("metrics", "转化率=3%@明年", "不是日期"),
        ("metrics", "响应时长=90分钟->1小时", "单位不一致"),
        ("onsite", "也许", "应是 是 或 否"),
        ("set", "没有等号", "请写成 名=值"),
        ("title", "x" * 201, "最多 200 字"),
        ("title", "甲\x1b[31m乙", "控制字符"),
        ("title", "  ", "不能为空"),
        ("platform", " ,", "不能为空"),
        ("sections", "沟通协调、数据分析", "没有“数据分析”这个职责模块"),
        ("duties", "ec-refun", "是不是 ec-refund"),
        ("without_duties", "xyzzy", "用 dutywriter catalogue show 模块 查看"),
        ("own", "每周五开例会", "请写成 模块=职责"),
        ("own", "沟通协调=。", "不能为空"),
        ("own", "党建、团建=组织党日活动", "不能有逗号、分号、顿号和等号"),
    ],
)
def test_a_wrong_flag_is_told_in_one_line_with_what_would_do(catalogue, key, text, told):
    with pytest.raises(Misuse) as caught:
        flags(catalogue, **{key: text})
    assert told in caught.value.message
    assert "\n" not in caught.value.message


def test_set_by_the_label_of_a_field_is_that_field(catalogue):
    assert flags(catalogue, set=["工作地点=成都", "甲方验收人=王工"]) == {"set": {"甲方验收人": "王工"}, "location": "成都"}


def test_a_file_takes_labels_and_keys_and_flags_stand_above_it(catalogue):
    text = "\ufeffschema: dutywriter/answers/1\n岗位: 驻场\nlevel: 主管\n直接下级人数: 6\n指标目标:\n- 客户满意度=88%->93%\n"
    file = from_file(text.lstrip("\ufeff"), "a.yaml", catalogue)
    brief = layered(flags(catalogue, level="经理"), file, catalogue)
    assert (brief.get("role"), brief.level, brief.get("team_size")) == ("驻场运营", "经理", 6)
    assert {key: brief.answers[key].source for key in ("role", "level", "length")} == {
        "role": "file",
        "level": "flag",
        "length": "default",
    }


def test_every_mistake_of_a_file_is_told_at_once_with_its_place(catalogue):
    text = """岗位: 驻厂
级别: 3
公司: 甲公司
工作时间: 18:00
岗位名称: [甲]
指标目标:
- 指标: 客户满意度
  目标: 很高
职责模块: {写: [没有的], 不要: []}
岗位: 电商
直接上级:
"""
    with pytest.raises(BadFile) as caught:
        from_file(text, "a.yaml", catalogue)
    places = [line.split(": ")[0] for line in caught.value.lines]
    assert places == [f"a.yaml:{place}" for place in ("1:5", "2:5", "3:1", "4:7", "5:7", "7:3", "9:12", "9:18", "10:1", "11:6")]
    assert all("\n" not in line for line in caught.value.lines)


def test_texts_by_name_add_up_over_the_layers(catalogue):
    file = from_file("岗位: 驻场\n其他填写: {甲方验收人: 王工, 乙方项目经理: 李工}\n职责模块: {写: [沟通协调]}\n", "a", catalogue)
    brief = layered(flags(catalogue, set=["甲方验收人=张工"], without=["风险管理与应对"]), file, catalogue)
    assert brief.get("set") == {"甲方验收人": "张工", "乙方项目经理": "李工"}
    assert brief.sections == SectionChoice(("沟通协调",), ("风险管理与应对",))


def test_an_alias_in_a_file_brings_its_fact_along_however_it_is_written(catalogue):
    assert from_file("岗位: saas运营\n", "a", catalogue)["business"] == "SaaS"
    assert layered(flags(catalogue, role="SAAS运营"), {}, catalogue, alias="SAAS运营").get("business") == "SaaS"


def test_one_thing_named_twice_counts_once(catalogue):
    assert flags(catalogue, platform=["抖音", "抖音电商"]) == {"platform": ("抖音",)}


def test_a_present_value_alone_comes_back_as_one(catalogue):
    goals = flags(catalogue, metrics=["客户满意度=88%->"])["metrics"]
    assert BY_KEY["metrics"].kind.texts(goals) == ["客户满意度=88%->"]


def test_titles_that_hold_a_joining_mark_themselves_are_told_apart(catalogue):
    both = flags(catalogue, sections=["沟通协调、入场、离场与交接、交付与验收"])
    assert both["sections"].take == ("沟通协调", "入场、离场与交接", "交付与验收")


def test_the_two_ways_to_leave_out_a_section_add_up(catalogue):
    both = flags(catalogue, sections=["沟通协调"], without=["风险管理与应对"])
    assert both == {"sections": SectionChoice(("沟通协调",), ("风险管理与应对",))}


@pytest.mark.parametrize(
    ("key", "text", "data"),
    [
        ("role", "驻场", "驻场运营"),
        ("onsite", "否", False),
        ("team_size", "6", 6),
        ("platform", "抖音，天猫", ["抖音", "天猫"]),
        ("hours", "9:00-18:00", "09:00-18:00"),
        ("start", "2027年1月4日", "2027-01-04"),
        ("pay", "7-10K", {"min": 7000, "max": 10000, "unit": "月"}),
        ("pay", "9K·13薪", {"min": 9000, "max": 9000, "unit": "月", "months": 13}),
        ("pay", "15-20万/年", {"min": 150_000, "max": 200_000, "unit": "年"}),
        (
            "metrics",
            "退款率=14%->11%@2027Q2",
            [{"name": "退款率", "present": "14", "target": "11", "unit": "%", "deadline": "2027-06-30"}],
        ),
        ("metrics", "退款率", [{"name": "退款率", "present": "", "target": "", "unit": "", "deadline": ""}]),
        ("sections", "沟通协调", {"take": ["沟通协调"], "leave": []}),
        ("own", "沟通协调=核对双方待办", [{"section": "沟通协调", "text": "核对双方待办"}]),
        ("set", "甲方验收人=王工", {"甲方验收人": "王工"}),
    ],
)
def test_an_answer_as_data_has_plain_types_and_english_keys(catalogue, key, text, data):
    kind = BY_KEY[key].kind
    assert kind.data(kind.parse(text, catalogue)) == data


def test_a_sentence_stands_above_an_alias_and_beneath_file_and_flags(catalogue):
    brief = layered(
        flags(catalogue, role="天猫运营", rest="单休"),
        from_file("学历要求: 本科\n", "a", catalogue),
        catalogue,
        alias="天猫运营",
        sentence={"role": "驻场运营", "rest": "双休", "education": "大专", "platform": ("京东",), "location": "成都"},
    )
    assert {key: (brief.get(key), brief.answers[key].source) for key in ("role", "rest", "education", "platform", "location")} == {
        "role": ("电商运营", "flag"),
        "rest": ("单休", "flag"),
        "education": ("本科", "file"),
        "platform": (("京东",), "sentence"),
        "location": ("成都", "sentence"),
    }


def test_an_alias_in_a_sentence_names_the_post_and_brings_along_only_what_the_sentence_says(catalogue):
    brief = layered({}, {}, catalogue, alias="天猫运营", sentence={"role": "电商运营", "level": "主管"})
    assert (brief.get("title"), brief.get("platform")) == ("天猫运营主管", None)


def test_only_what_was_said_is_left_without_defaults(catalogue):
    brief = layered(flags(catalogue, role="天猫运营"), {}, catalogue, alias="天猫运营").without_defaults()
    assert set(brief.answers) == {"role", "platform", "title"}


@given(comment=st.text(st.characters(exclude_categories=[]), min_size=1, max_size=60))
@example("甲\n级别: 经理\r\u2028岗位: 电商\x85\x0b\x00\ud800\x1b[31m")
def test_a_comment_never_becomes_an_answer(catalogue, comment):
    brief = layered(flags(catalogue, role="驻场", must=["会剪视频"]), {}, catalogue).without_defaults()
    text = to_file(brief, {"role": comment, "must": comment, "level": comment})
    assert from_file(text, "a.yaml", catalogue) == {"role": "驻场运营", "must": ("会剪视频",)}
    assert "\n岗位: 驻场运营\n" in text


def test_single_duties_are_taken_and_left_out_like_sections(catalogue):
    both = flags(catalogue, duties=["EC-listing、ec-qa-page"], without_duties=["ec-red", "ec-red"])
    assert both == {"duties": DutyChoice(("ec-listing", "ec-qa-page"), ("ec-red",))}
    file = from_file("岗位: 电商\n职责取舍: {写: [ec-listing], 不写: [ec-qa-page]}\n", "a", catalogue)
    assert layered(both, file, catalogue).duties == DutyChoice(("ec-listing", "ec-qa-page"), ("ec-qa-page", "ec-red"))


def test_an_unknown_duty_is_told_without_the_names_of_all_others(catalogue):
    with pytest.raises(Misuse) as caught:
        flags(catalogue, duties=["火星"])
    assert len(caught.value.message) < 100


def test_an_order_holds_titles_ids_and_sections_of_the_user_s_own(catalogue):
    order = flags(catalogue, order=["入场、离场与交接、党建共建，zc-delivery-sign", "communication"])
    assert order == {"order": ("入场、离场与交接", "党建共建", "zc-delivery-sign", "沟通协调")}


@pytest.mark.parametrize(
    "written",
    [
        "{communication: [核对双方待办。, 甲=乙], 党建共建: 组织党日活动}",
        "[沟通协调=核对双方待办, 沟通协调＝甲=乙；, 党建共建=组织党日活动]",
    ],
)
def test_own_duties_are_listed_or_stand_under_their_sections(catalogue, written):
    found = from_file(f"岗位: 驻场\n自加职责: {written}\n", "a", catalogue)["own"]
    assert found == (OwnDuty("沟通协调", "核对双方待办"), OwnDuty("沟通协调", "甲=乙"), OwnDuty("党建共建", "组织党日活动"))


TEXT = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=30).map(str.strip).filter(bool)


TITLE = st.one_of(st.sampled_from(["沟通协调", "入场、离场与交接"]), TEXT.filter(lambda text: not set(text) & set("=＝,，;；、")))
OWN = st.lists(st.builds(OwnDuty, TITLE, TEXT.map(lambda text: text.rstrip("。；;")).filter(bool)), min_size=1, unique=True)
PLACEHOLDER_NAME = TEXT.filter(lambda name: name not in BY_NAME and not set(name) & set("=【】"))
IDS = st.lists(st.sampled_from(["ec-listing", "ec-qa-page", "zc-delivery-sign"]), unique=True).map(tuple)


@given(
    company=TEXT,
    location=TEXT,
    must=st.lists(TEXT, max_size=3, unique=True),
    team=st.integers(0, 9999),
    target=st.integers(0, 10**6),
    named=st.dictionaries(PLACEHOLDER_NAME, TEXT, min_size=1, max_size=2),
    own=OWN,
    order=st.lists(TITLE, min_size=1, unique=True),
    take=IDS,
    leave=IDS,
)
def test_saved_answers_give_the_same_answers_again(
    catalogue, company, location, must, team, target, named, own, order, take, leave
):
    values = {
        "role": "驻场运营",
        "company": company,
        "location": location,
        "must": tuple(must),
        "team_size": team,
        "metrics": (MetricGoal("客户满意度", "", str(target), "%", "2026-12-31"),),
        "sections": SectionChoice(("需求受理与响应",), ("风险管理与应对",)),
        "duties": DutyChoice(take, leave),
        "order": tuple(order),
        "own": tuple(own),
        "set": named,
        "onsite": True,
        "hours": "18:00-02:00",
    }
    brief = layered(values, {}, catalogue)
    again = layered({}, from_file(to_file(brief), "a.yaml", catalogue), catalogue)
    assert {key: answer.value for key, answer in again.answers.items()} == {
        key: answer.value for key, answer in brief.answers.items()
    }


def test_the_registry_is_one_and_its_names_are_unique():
    assert len({field.flag for field in FIELDS}) == len(FIELDS)
    assert len({field.key for field in FIELDS}) == len(FIELDS)
    assert len({field.label for field in FIELDS}) == len(FIELDS)
    assert all(field.into in BY_KEY for field in FIELDS if field.into)
