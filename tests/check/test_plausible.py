import pytest

from dutywriter.check.plausible import implausible


def told(catalogue, brief_of, **given):
    return list(implausible(brief_of(role="电商", **given), catalogue))


@pytest.mark.parametrize(
    ("hours", "rest", "says"),
    [
        ("09:00-18:00", "双休", ""),
        ("09:00-18:00", "单休", "每周约 48 小时，超过标准工时的 40 小时和劳动法规定的 44 小时"),
        ("09:00-18:00", "大小周", "每周约 44 小时，超过标准工时的 40 小时"),
        ("09:00-21:00", "双休", "每天 11 小时，超过劳动法规定的 8 小时"),
        ("18:00-02:00", "轮休", ""),
        ("08:00-07:00", "轮休", "一班长达 23 小时"),
        ("09:00-13:00", "单休", ""),
    ],
)
def test_days_and_weeks_longer_than_the_law_has_them_are_told(catalogue, brief_of, hours, rest, says):
    found = told(catalogue, brief_of, hours=hours, rest=rest)
    assert len(found) == bool(says)
    assert all(says in line for line in found)


@pytest.mark.parametrize(
    ("metric", "says"),
    [
        ("支付转化率=2.8%->350%", "目标 350% 超过 100%"),
        ("退款率=280%->3%", "现状 280% 超过 100%"),
        ("销售同比增长率=20%->350%", ""),
        ("投产比=2->3.5", ""),
        ("净成交额=100万->300万", ""),
    ],
)
def test_a_share_over_a_hundred_is_told(catalogue, brief_of, metric, says):
    found = told(catalogue, brief_of, metrics=[metric])
    assert len(found) == bool(says)
    assert all(says in line for line in found)


def test_a_deadline_before_the_start_is_told(catalogue, brief_of):
    found = told(catalogue, brief_of, metrics=["退款率=14%->11%@2027-01-01"], start="2027-06-30")
    assert found == ["“退款率”的期限 2027-01-01 不晚于开始日期 2027-06-30，里程碑未按日期列出"]
