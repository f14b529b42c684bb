from datetime import date

import pytest

from dutywriter.check.remarks import remarks


@pytest.fixture
def said(catalogue, brief_of, draft_of):
    return lambda **given: list(remarks(brief_of(**given), draft_of(**given), catalogue, date(2026, 11, 21)))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"role": "驻场", "must": ["抗压能力强"]}, "无法核实"),
        ({"role": "电商", "kind": "招聘", "metrics": ["退款率=32%->26%"]}, "“退款率”的目标在招聘里没有用上"),
        ({"role": "驻场", "must": ["积极主动"]}, "“积极”说不清做到什么程度"),
        ({"role": "驻场", "metrics": ["窗口排队时长=8分钟"]}, "不在指标库中"),
        ({"role": "驻场", "focus": "xyzzy"}, "没有对应"),
        ({"role": "驻场", "metrics": ["客户满意=93%"]}, "是不是 客户满意度"),
        ({"role": "驻场", "set": ["验收人=王工"]}, "是不是 甲方验收人"),
        ({"role": "电商", "client": "乙公司", "onsite": "否"}, "客户单位没有写进文中"),
        ({"role": "驻场", "metrics": ["客户满意度=93%->88%"]}, "目标 88 不如现状 93"),
        ({"role": "电商", "metrics": ["退款率=11%->14%"]}, "越低越好"),
        ({"role": "电商", "level": "主管", "team_size": "0"}, "主管不带人"),
        ({"role": "电商", "level": "主管", "team_size": "500"}, "直接下级 500 人，请核对"),
        ({"role": "电商", "platform": "某某商城"}, "“某某商城”没有专用写法"),
        ({"role": "电商", "category": "玉石"}, "“玉石”没有专用写法"),
        ({"role": "驻场", "sections": ["流量与推广", "沟通协调"]}, "没有“流量与推广”这个模块"),
        ({"role": "驻场", "metrics": ["客户满意度=93%@2026-11-20"]}, "期限 2026-11-20 已过"),
        ({"role": "驻场", "onsite": "否"}, "“驻场：否”未采用"),
        ({"role": "驻场", "duties": ["ec-listing"]}, "在这种情况下没有职责“上架资料已审的新品”"),
        (
            {"role": "驻场", "without_duties": ["ec-listing", "ec-qa-page"]},
            "没有职责“上架资料已审的新品、补齐详情页里的买家疑问解答”",
        ),
        ({"role": "驻场", "order": ["流量与推广"]}, "“流量与推广”没有写进文中，“次序”里略过"),
        ({"role": "驻场", "order": ["ec-listing"]}, "“ec-listing”没有写进文中"),
        ({"role": "驻场", "order": ["沟通"]}, "是不是 沟通协调？"),
        ({"role": "驻场", "order": ["沟通协调"], "outline": "八项职责"}, "“次序”只在同一标题下采用"),
        ({"role": "驻场", "own": ["沟通协条=核对双方待办"]}, "已作为您自己的模块写进文中；是不是 沟通协调？"),
        ({"role": "驻场", "own": ["沟通协调=双方待办"]}, "自加职责“双方待办”：职责没有以动作开头"),
        ({"role": "驻场", "own": ["沟通协调=制定年度策略"]}, "“制定”通常是主管以上的权限"),
        ({"role": "驻场", "sections": ["流量与推广", "沟通协调"], "kind": "招聘"}, "没有“流量与推广”这个模块"),
        ({"role": "驻场", "set": ["没有的名=甲"]}, "没有“没有的名”这个待填项"),
    ],
)
def test_what_a_person_should_know_is_told(said, given, told):
    assert any(told in remark for remark in said(**given)), said(**given)


@pytest.mark.parametrize(
    "given",
    [
        {"role": "驻场"},
        {"role": "驻场", "company": "积极科技有限公司", "metrics": ["客户满意度=88%->93%@2026-12-31"], "start": "2026-06-01"},
        {"role": "电商", "platform": "抖音", "category": "女装"},
        {"role": "驻场", "set": ["甲方验收人=王工"], "must": ["会写月度服务报告"]},
        {"role": "驻场", "own": ["沟通协调=每周五 18:00 前核对双方待办", "党建共建=组织党日活动"], "order": ["党建共建"]},
        {"role": "驻场", "own": ["改进与创新=核对双方待办"], "outline": "八项职责"},
        {"role": "驻场", "sections": ["沟通协调"], "kind": "任务清单"},
    ],
)
def test_what_is_in_order_is_passed_over_in_silence(said, given):
    assert said(**given) == []
