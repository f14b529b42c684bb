"""Whole drafts, kept to be read, so without the comment of Markdown.

After a change that is meant: python -m tests.test_golden, and read the difference.
"""

from pathlib import Path

import pytest

from dutywriter.brief.answers import from_flags, layered
from dutywriter.catalogue.load import bundled
from dutywriter.compose.compose import compose
from dutywriter.formats import BY_SUFFIX

FOLDER = Path(__file__).parent / "golden"
CASES = {
    "驻场-专员.md": {"role": ["驻场"]},
    "驻场-主管-政务-公众号.md": {
        "role": ["驻场"],
        "level": ["主管"],
        "business": ["政务"],
        "platform": ["公众号"],
        "company": ["甲公司"],
        "client": ["某市政务服务中心"],
        "scope": ["公众号与工单"],
        "team_size": ["6"],
        "hours": ["09:00-18:00"],
        "rest": ["双休"],
        "metrics": ["客户满意度=88%->93%@2027-06-30"],
    },
    "驻场-专员-京东-家电.md": {
        "role": ["驻场"],
        "platform": ["京东"],
        "category": ["家电"],
        "client": ["某家电品牌"],
        "hours": ["09:00-18:00"],
        "metrics": ["需求按期完成率=90%->97%@2027-06-30"],
    },
    "驻场-专员-医院-详尽.md": {"role": ["医院驻场"], "client": ["某市第一人民医院"], "length": ["详尽"]},
    "驻场-经理.txt": {"role": ["驻场"], "level": ["经理"]},
    "电商-专员-抖音-女装.md": {
        "role": ["电商"],
        "platform": ["抖音"],
        "category": ["女装"],
        "location": ["成都"],
        "rest": ["双休"],
        "metrics": ["退款率=32%->26%@2027-06-30"],
    },
    "电商-主管-天猫-食品.md": {
        "role": ["天猫运营"],
        "level": ["主管"],
        "category": ["食品"],
        "location": ["杭州"],
        "rest": ["双休"],
        "team_size": ["4"],
        "metrics": ["退款率=14%->11%@2027-06-30", "支付转化率=2.8%->3.5%@2027-06-30"],
    },
    "电商-经理.txt": {"role": ["电商"], "level": ["经理"], "length": ["精简"]},
    "产品-专员.txt": {"role": ["产品"]},
    "产品-主管-SaaS.md": {"role": ["SaaS运营"], "level": ["主管"], "metrics": ["新用户激活率=35%->45%@2027-03-31"]},
    "产品-主管-商家.txt": {"role": ["商家运营"], "level": ["主管"], "length": ["精简"]},
    "产品-经理-内容社区.md": {
        "role": ["产品"],
        "level": ["经理"],
        "business": ["内容社区"],
        "team_size": ["5"],
        "metrics": ["7日留存率=28%->33%@2027-12-31"],
    },
    "产品-经理-内容社区.json": {"role": ["产品"], "level": ["经理"], "business": ["内容社区"], "length": ["精简"]},
    "内容-专员-资讯.md": {"role": ["内容"], "business": ["资讯"]},
    "内容-主管-B站.md": {
        "role": ["内容"],
        "level": ["主管"],
        "platform": ["B站"],
        "focus": ["作者招募与扶持"],
        "metrics": ["完播率=28%->35%@2027-06-30"],
    },
    "新媒体-专员-小红书-母婴.md": {
        "role": ["小红书运营"],
        "category": ["母婴"],
        "location": ["成都"],
        "metrics": ["互动率=3.2%->5%@2027-06-30"],
        "start": ["2027-01-04"],
    },
    "新媒体-主管-政务.txt": {"role": ["新媒体"], "level": ["主管"], "business": ["政务"], "length": ["精简"]},
    "用户-主管-SaaS.md": {
        "role": ["用户"],
        "level": ["主管"],
        "business": ["SaaS"],
        "team_size": ["3"],
        "metrics": ["续费率=72%->80%@2027-12-31"],
    },
    "用户-主管-教育.md": {
        "role": ["用户"],
        "level": ["主管"],
        "business": ["教育"],
        "team_size": ["4"],
        "metrics": ["续报率=52%->60%@2027-08-31"],
        "start": ["2027-01-01"],
    },
    "活动-主管-会展.md": {"role": ["活动"], "level": ["主管"], "business": ["会展"], "metrics": ["活动到场率=45%->60%@2027-05-20"]},
    "活动-经理.txt": {"role": ["活动"], "level": ["经理"]},
    "社群-专员-企业微信-母婴.md": {
        "role": ["社群"],
        "platform": ["企业微信"],
        "category": ["母婴"],
        "hours": ["09:00-18:00"],
        "rest": ["单休"],
        "scope": ["240 个群"],
        "metrics": ["社群活跃率=12%->18%@2027-03-31"],
    },
    "直播-专员-抖音-美妆-轮班.md": {
        "role": ["直播"],
        "platform": ["抖音"],
        "category": ["美妆"],
        "hours": ["18:00-02:00"],
        "rest": ["轮休"],
        "metrics": ["直播成交转化率=2.1%->2.8%@2027-03-31"],
    },
    "数据-主管.txt": {"role": ["数据"], "level": ["主管"]},
    "数据-专员-金融.md": {"role": ["数据"], "business": ["金融"], "metrics": ["报表按时交付率=92%->98%@2027-06-30"]},
    "跨境电商-专员-亚马逊.md": {"role": ["亚马逊运营"], "metrics": ["ACoS=38%->30%@2027-06-30"], "start": ["2027-03-01"]},
    "门店-主管-餐饮-轮班.md": {
        "role": ["门店"],
        "level": ["主管"],
        "business": ["餐饮"],
        "title": ["火锅店店长"],
        "team_size": ["12"],
        "hours": ["10:00-22:00"],
        "rest": ["两班倒"],
        "metrics": ["差评率=3%->1.5%@2027-06-30"],
    },
    "招聘-电商-专员.txt": {
        "role": ["电商"],
        "platform": ["抖音"],
        "category": ["女装"],
        "kind": ["招聘"],
        "company": ["甲公司"],
        "industry": ["女装零售"],
        "location": ["成都"],
        "hours": ["09:30-18:30"],
        "rest": ["双休"],
        "pay": ["7-10K"],
        "headcount": ["2"],
        "valid_until": ["2027-03-31"],
    },
    "招聘-驻场-主管.txt": {"role": ["驻场"], "level": ["主管"], "kind": ["招聘"], "client": ["某银行"], "company": ["甲公司"]},
    "驻场附件-银行.md": {"role": ["银行驻场"], "kind": ["驻场附件"], "client": ["某银行"], "company": ["甲公司"]},
    "正文-产品-主管.md": {"role": ["产品"], "level": ["主管"], "kind": ["正文"]},
    "正文-驻场-主管-岗位画像.md": {"role": ["驻场"], "level": ["主管"], "kind": ["正文"], "outline": ["岗位画像"]},
    "任务清单-社群-专员.txt": {"role": ["社群"], "kind": ["任务清单"]},
    "驻场-主管-策略为先.md": {"role": ["驻场"], "level": ["主管"], "outline": ["策略为先"]},
    "门店-经理-餐饮-区域.md": {
        "role": ["门店"],
        "level": ["经理"],
        "business": ["餐饮"],
        "title": ["区域门店运营经理"],
        "scope": ["12 家店"],
        "metrics": ["损耗率=4.5%->3.5%@2027-12-31"],
    },
}


def written(name: str) -> bytes:
    catalogue = bundled()
    given = CASES[name]
    brief = layered(from_flags(given, catalogue), {}, catalogue, alias=given["role"][0])
    format_ = BY_SUFFIX[Path(name).suffix]
    return format_.render(compose(brief, catalogue), **({"metadata": False} if format_.metadata else {}))


@pytest.mark.parametrize("name", CASES)
def test_the_draft_is_the_one_that_was_read(name):
    assert written(name).decode() == (FOLDER / name).read_text("utf-8")


def test_no_golden_file_is_left_over():
    assert {path.name for path in FOLDER.iterdir()} == set(CASES)


if __name__ == "__main__":
    for case in CASES:
        (FOLDER / case).write_bytes(written(case))
