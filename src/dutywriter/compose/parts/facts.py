"""基本信息: what the post is, where it stands, where and when it works."""

import re
from collections.abc import Iterator

from dutywriter.compose.case import Case
from dutywriter.draft import Column, Line, Table
from dutywriter.text.numbers import halfwidth

COLUMNS = (Column("item", "项目"), Column("content", "内容"))


def facts(case: Case) -> Iterator[Table]:
    rows = [(case.computed(label), line) for label, line in _rows(case) if line]
    yield Table(COLUMNS, tuple(rows))


def _rows(case: Case) -> Iterator[tuple[str, Line | None]]:
    yield "岗位名称", _title(case)
    yield from _parties(case)
    yield "所属行业", _said(case, "industry")
    yield "所属部门", case.asked("department", "所属部门")
    yield "直接上级", case.asked("reports_to", "直接上级", f"如{case.role.reports_to.at(case.level)}")
    yield "直接下级", _team(case)
    yield "管理范围", _scope(case)
    yield "生效日期", _said(case, "effective")
    yield "编制", _counted(case, "headcount")
    yield "工作地点", case.asked("location", "工作地点")
    yield "工作时间", case.working_time
    for key, label in (("platform", "经营平台"), ("category", "经营类目"), ("business", "业务类型"), ("tools", "岗位工具")):
        yield label, _said(case, key)


def _title(case: Case) -> Line:
    title = case.brief.get("title")
    return case.user(title, "title") if title else case.line(case.role.title.at(case.level), case.role.name)


def _parties(case: Case) -> Iterator[tuple[str, Line | None]]:
    if not case.onsite:
        yield "用人单位", case.asked("company", "用人单位", "公司全称")
        return
    yield "用人单位（乙方）", case.asked("company", "用人单位", "乙方全称")
    yield "客户单位（甲方）", case.asked("client", "客户单位", "甲方全称")


def _team(case: Case) -> Line:
    size = case.brief.get("team_size")
    if size is None:
        return case.computed("无") if case.level == "专员" else case.asked("team_size", "直接下级人数")
    return case.user(f"{size} 人" if size else "无", "team_size")


def _scope(case: Case) -> Line | None:
    """What the post looks after; shared out among the people led where that makes sense: 240 个群（6 人，人均约 40 个）."""
    scope, people = case.brief.get("scope"), case.brief.get("team_size")
    if not scope:
        return None
    found = re.findall(r"(\d{1,6})\s*([个家款名条间座场])", halfwidth(scope))
    if not people or len(found) != 1 or int(found[0][0]) < people:
        return case.user(scope, "scope")
    from decimal import Decimal

    from dutywriter.compose.decimals import rounded

    ((number, of),) = found
    share = rounded(Decimal(number) / people, [Decimal(1)])
    return case.computed(f"{scope}（{people} 人，人均约 {share} {of}）", "scope", "team_size")


def _counted(case: Case, key: str) -> Line | None:
    number = case.brief.get(key)
    return case.user(f"{number} 人", key) if number else None


def _said(case: Case, key: str) -> Line | None:
    value = case.brief.get(key)
    if not value:
        return None
    return case.user(value if isinstance(value, str) else "、".join(value), key)
