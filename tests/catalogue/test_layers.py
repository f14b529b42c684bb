"""A company's file over the catalogue: what it adds, changes and takes away, and where a thing then comes from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.catalogue.layers import overlaid
from dutywriter.check.law import Law
from dutywriter.errors import BadFile
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment

DUTY = """
roles:
- name: 电商运营
  sections:
  - section: merchandise
    duties:
    - id: our-1
      levels:
        专员: {do: 试用新品样品, frequency: 按项目, standard: 三项都写了结论, deliverable: 试用单}
"""


def part(catalogue, section="merchandise", role="电商运营"):
    return next(part for part in catalogue.role(role).sections if part.section == section)


def duty(catalogue, id_):
    return next((duty for duty in part(catalogue).duties if duty.id == id_), None)


def told(catalogue, text):
    with pytest.raises(BadFile) as caught:
        overlaid(catalogue, "我的.yaml", text)
    return caught.value.lines


def test_a_file_that_says_nothing_changes_nothing(catalogue):
    same = overlaid(catalogue, "我的.yaml", "schema: dutywriter/catalogue/1")
    assert same == catalogue


def test_a_new_duty_joins_those_of_its_section(catalogue):
    laid = overlaid(catalogue, "我的.yaml", DUTY)
    assert [d.id for d in part(laid).duties] == [*(d.id for d in part(catalogue).duties), "our-1"]
    assert laid.layer("our-1", "电商运营") == "我的.yaml"
    assert laid.layer("ec-listing", "电商运营") == laid.layer("电商运营") == "bundled"
    assert part(laid, "traffic") == part(catalogue, "traffic")


def test_a_field_is_replaced_and_its_neighbours_stay(catalogue):
    text = (
        DUTY.replace("our-1", "ec-listing")
        .replace("{do: 试用新品样品, frequency: 按项目, ", "{")
        .replace(", deliverable: 试用单", "")
    )
    laid = overlaid(catalogue, "我的.yaml", text)
    before, after = duty(catalogue, "ec-listing"), duty(laid, "ec-listing")
    assert after.levels["专员"].standard == "三项都写了结论"
    assert after.levels["专员"].do == before.levels["专员"].do
    assert after.levels["主管"] == before.levels["主管"]
    assert laid.layer("ec-listing", "电商运营") == "我的.yaml"


def test_a_plain_list_is_replaced_whole(catalogue):
    laid = overlaid(catalogue, "我的.yaml", "roles:\n- {name: 电商运营, goals: {专员: [gmv]}}")
    assert laid.role("电商运营").goals.专员 == ("gmv",)
    assert laid.role("电商运营").goals.主管 == catalogue.role("电商运营").goals.主管


@pytest.mark.parametrize(
    "text",
    [
        "metrics:\n- {id: cvr, hide: true}",
        "sections:\n- {id: merchandise, hide: true}",
        "roles:\n- {name: 电商运营, partners: [{id: goods, hide: true}]}",
        "roles:\n- {name: 电商运营, sections: [{section: merchandise, duties: [{id: ec-listing, hide: true}]}]}",
        "roles:\n- {name: 电商运营, hide: true}",
        "roles:\n- {name: 电商运营, sections: [{section: traffic, hide: true}]}",
    ],
)
def test_what_is_hidden_is_gone_and_nothing_names_it(catalogue, text):
    laid = overlaid(catalogue, "我的.yaml", text)
    assert laid != catalogue
    hidden = next(word for word in ("cvr", "merchandise", "goods", "ec-listing", "电商运营", "traffic") if f"{word}, hide" in text)
    if hidden == "电商运营":
        assert hidden not in [entry.name for entry in laid.entries]
        assert "电商运营" not in [borrow.role for borrow in laid.role("驻场运营").borrows]
    else:
        assert f'"{hidden}"' not in bytes(next(e.body for e in laid.entries if e.name == "电商运营")).decode()


def test_a_level_of_a_duty_is_hidden_alone(catalogue):
    text = DUTY[: DUTY.index("    - id")] + "    - {id: ec-listing, levels: {经理: {hide: true}}}"
    assert set(duty(overlaid(catalogue, "我的.yaml", text), "ec-listing").levels) == {"专员", "主管"}


def test_layers_lie_over_each_other(catalogue):
    first = overlaid(catalogue, "甲.yaml", DUTY)
    second = overlaid(first, "乙.yaml", DUTY.replace("三项都写了结论", "每项写了结论"))
    assert duty(second, "our-1").levels["专员"].standard == "每项写了结论"
    assert second.layer("our-1", "电商运营") == "乙.yaml"


def test_a_new_role_needs_only_what_makes_a_draft(catalogue, brief_of):
    from dutywriter.compose.compose import compose

    text = """
roles:
- name: 展厅运营
  about: 接待来访客户
  title: {专员: 展厅专员, 主管: 展厅主管, 经理: 展厅经理}
  purpose: {专员: 为完成接待，安排来访。, 主管: 为完成接待，安排人。, 经理: 为完成接待，定规则。}
  reports_to: {专员: 展厅主管, 主管: 展厅经理, 经理: 总经理}
  goals: {专员: [csat], 主管: [csat], 经理: [csat]}
  metrics: {专员: [csat], 主管: [csat], 经理: [csat]}
  sections:
  - section: communication
    weight: {专员: 100, 主管: 100, 经理: 100}
    duties:
    - id: zt-1
      levels:
        专员: {do: 登记来访客户, frequency: 每日, standard: 姓名与事由齐全, deliverable: 来访登记表}
"""
    laid = overlaid(catalogue, "我的.yaml", text)
    brief = brief_of(role="驻场")
    answers = {**brief.answers, "role": type(brief.answers["role"])("展厅运营", "flag")}
    draft = compose(type(brief)(answers), laid)
    assert [d.text for d in draft.duties()] == ["登记来访客户"]
    assert next(draft.duties()).origin.layer == "我的.yaml"


def test_words_and_platforms_add_up(catalogue):
    laid = overlaid(
        catalogue, "我的.yaml", "platforms:\n- name: 抖音\n  words: {工作台: {text: 我们的后台}}\n- {name: 商城, aliases: [自营]}"
    )
    douyin = next(word for word in laid.terms.platforms if word.name == "抖音")
    before = next(word for word in catalogue.terms.platforms if word.name == "抖音")
    assert douyin.words["工作台"].text == "我们的后台"
    assert douyin.words["数据工具"] == before.words["数据工具"]
    assert laid.terms.platforms[-1].name == "商城"


def test_an_old_id_still_changes_the_thing_of_today(catalogue):
    first = overlaid(catalogue, "甲.yaml", "renamed: {old-merch: merchandise}")
    second = overlaid(first, "乙.yaml", "sections:\n- {id: old-merch, title: 货与页面}")
    assert next(s for s in second.sections if s.id == "merchandise").title == "货与页面"
    assert len(second.sections) == len(catalogue.sections)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("schema: dutywriter/catalogue/2", "我的.yaml:1:9: schema 应为 dutywriter/catalogue/1"),
        ("sectoins: []", "我的.yaml:1:1: 没有“sectoins”这个名称，可用：sections"),
        ("sections:\n- {title: 甲}", "我的.yaml:2:3: 缺少“id”"),
        ("sections:\n- {id: a, title: 甲}", "我的.yaml:2:3: 缺少“about”"),
        ("sections:\n- {id: a, title: 商品与页面, about: 乙}", "我的.yaml:2:18: 模块名“商品与页面”已用于“merchandise”"),
        ("metrics:\n- {id: cvr, aliases: [GMV]}", "我的.yaml:2:3: 指标名“GMV”已用于“gmv”"),
        ("metrics:\n- {id: x-x, hide: true}", "我的.yaml:2:3: 没有“x-x”可以去掉"),
        ("metrics:\n- {id: cvr, hide: 不}", "我的.yaml:2:19: 要去掉这一项请写 hide: true，不去掉就删去这一行"),
        ("metrics:\n- {id: cvr}\n- {id: cvr}", "我的.yaml:3:8: “cvr”写了两次，第一次在第 2 行，请只留一个"),
        (DUTY.replace("our-1", "zc-nothing\n      metrics: [gvm]"), "我的.yaml:8:17: 没有这个指标：gvm，相近的有：gmv、gpm"),
        (DUTY.replace("三项都写了结论", "<工作抬>有记录"), "我的.yaml:9:52: 没有“<工作抬>”这个词槽，相近的有：工作台"),
        (DUTY.replace("专员: {", "总监: {"), "我的.yaml:9:9: 没有“总监”这个名称，可用：专员、主管、经理"),
        (DUTY.replace("our-1", "zc-nothing\n      when: {platform: [抖因]}"), "我的.yaml:8:25: 没有这个平台：抖因，相近的有：抖音"),
    ],
)
def test_a_mistake_is_told_with_its_place(catalogue, text, line):
    assert line in told(catalogue, text)


def test_every_mistake_is_told_at_once_and_none_follows_from_another(catalogue):
    text = """
metrics:
- {id: our, name: 样品率, formula: a÷b, unit: "%", direction: upp, source: 台账}
roles:
- name: 电商运营
  metrics: {专员: [our, cvrr]}
  words: {工作台: 18:00}
"""
    assert [line.split(": ")[0] for line in told(catalogue, text)] == ["我的.yaml:3:60", "我的.yaml:6:23", "我的.yaml:7:16"]


@given(st.lists(st.sampled_from(["merchandise", "traffic", "promotion", "inventory", "nothing"]), max_size=4))
def test_hiding_and_showing_never_breaks_a_draft(catalogue, ids):
    text = "roles:\n- name: 电商运营\n  sections:\n" + "".join(
        f"  - {{section: {id_}, hide: true}}\n" for id_ in dict.fromkeys(ids)
    )
    if "nothing" in ids:
        assert any("没有“nothing”可以去掉" in line for line in told(catalogue, text))
    elif ids:
        laid = overlaid(catalogue, "我的.yaml", text)
        assert not {part.section for part in laid.role("电商运营").sections} & set(ids)


def test_a_company_adds_kinds_and_outlines_and_is_told_what_they_name_wrongly(catalogue):
    kind = "kinds:\n- {name: 简表, about: 一页, title: <岗位>简表, parts: {facts: 基本信息, duties: 职责}}\n"
    outline = (
        "outlines:\n- {name: 三段, about: 短, headings: [{heading: 甲, sections: [merchandise]}, {heading: 乙, part: partners}]}\n"
    )
    laid = overlaid(catalogue, "我的.yaml", kind + outline)
    assert "简表" in [known.name for known in laid.documents.kinds]
    assert "三段" in [known.name for known in laid.documents.outlines]
    wrong = told(catalogue, kind.replace("facts:", "factz:") + outline.replace(", part: partners", ""))
    assert [line.split(": ", 1)[1].split("，")[0] for line in wrong] == ["没有这个部分：factz", "sections 与 part 写一个"]


RULE = """
rules:
- name: sex
  triggers:
  - cue: [只收女]
    find: '只收女生意人'
"""


def test_what_was_worked_out_of_the_rules_is_kept_as_long_as_it_holds(catalogue):
    same = overlaid(catalogue, "我们.yaml", DUTY)
    assert (same.needs_table, same.cues_table) == (catalogue.needs_table, catalogue.cues_table)
    ours = overlaid(catalogue, "我们.yaml", RULE)
    assert ours.needs_table == catalogue.needs_table
    assert not ours.cues_table
    words = overlaid(catalogue, "我们.yaml", "shorthands:\n  优: 优先的优先\n")
    assert not words.needs_table


def test_a_trigger_of_ones_own_is_looked_for(catalogue):
    law = Law(About(), overlaid(catalogue, "我们.yaml", RULE))
    found = list(law.of(Segment("item", "只收女生意人", 0)))
    assert [finding.rule.name for finding in found] == ["sex"]
    assert {finding.rule.name for finding in law.of(Segment("item", "入职须缴纳押金 500 元", 0))} == {"deposit"}


@pytest.mark.parametrize(
    ("trigger", "said"),
    [
        ("cue: [男]\n    find: '限(男'", "6:11: 正则写错了"),
        ("cue: [男]\n    find: '限{没有的}'", "6:11: 没有“没有的”这个简写"),
        ("cue: ['']\n    find: 限男", "5:11: cue 里的词不能是空的"),
        ("cue: [男, 加🔞]\n    find: 限男", "5:14: cue 里的词不能是空的，也不能有表情符号"),
    ],
)
def test_a_trigger_that_cannot_work_is_told_with_its_place(catalogue, trigger, said):
    with pytest.raises(BadFile) as caught:
        overlaid(catalogue, "我们.yaml", f"\nrules:\n- name: sex\n  triggers:\n  - {trigger}\n")
    assert [line for line in caught.value.lines if said in line] == list(caught.value.lines)
