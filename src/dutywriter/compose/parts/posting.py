"""招聘: what a posting on a board says, one thing a line."""

from collections.abc import Iterator

from dutywriter.catalogue.model import Duty
from dutywriter.compose.case import Case
from dutywriter.compose.parts.facts import COLUMNS
from dutywriter.compose.parts.requirements import MOST_MUSTS, asked, said, wished, worded
from dutywriter.compose.select import OWN
from dutywriter.draft import Items, Line, Paragraph, Table
from dutywriter.text.marked import gap
from dutywriter.text.numbers import halfwidth

MOST_PLUSES = 4
REGULAR = ("每日", "每周", "每月", "每季", "每年")


def employer(case: Case) -> Iterator[Paragraph]:
    """Who hires: the law asks a posting for it."""
    whose = "（用人单位，派驻客户现场工作）" if case.onsite else ""
    name = case.asked("company", "用人单位", "公司全称")
    industry = case.brief.get("industry")
    yield Paragraph(Line(f"{name.text}{whose}", name.origin))
    if industry:
        yield Paragraph(case.user(f"所属行业：{industry}", "industry"))
    yield Paragraph(case.asked("about", "单位情况", "一两句：做什么、多大规模、本岗所在团队"))


def posting_duties(case: Case) -> Iterator[Items]:
    """The duties, the weightiest section's first, each with how often and what comes of it."""
    yield Items(tuple(_line(case, duty) for duty in case.duties()))


def musts(case: Case) -> Iterator[Items]:
    usual = [worded(case, item)[0] for item in asked(case, "必备")]
    told = [requirement for requirement, _ in said(case)]
    yield Items((*told, *usual[: max(MOST_MUSTS - len(told), 1)]))


def pluses(case: Case) -> Iterator[Items]:
    told = [wish for wish, _ in wished(case)]
    usual = [worded(case, item)[0] for item in asked(case, "加分")]
    lines = (*told, *usual[: max(MOST_PLUSES - len(told), 0)])
    if lines:
        yield Items(lines)


def offer(case: Case) -> Iterator[Table]:
    """What the law asks a posting for besides: numbers, place, pay; and until when it holds."""
    headcount = case.brief.get("headcount")
    posted = case.brief.get("posted")
    rows: tuple[tuple[str, Line | None], ...] = (
        ("招聘人数", case.user(f"{headcount} 人", "headcount") if headcount else case.asked("headcount", "招聘人数")),
        ("工作地点", case.asked("location", "工作地点")),
        ("工作时间", case.working_time),
        ("薪酬范围", case.asked("pay", "薪酬范围", "如 8,000-12,000 元/月")),
        ("发布日期", case.user(posted, "posted") if posted else None),
        ("有效期至", case.asked("valid_until", "有效期至", "如 2027-03-31")),
    )
    yield Table(COLUMNS, tuple((case.computed(label), line) for label, line in rows if line))


def _line(case: Case, duty: Duty) -> Line:
    """每周拆解退款金额到款、规格与原因，产出退款原因表; of a user's own duty their words alone."""
    wording = duty.levels[case.level]
    if duty.id == OWN:
        return case.line(wording.do, duty.id)
    often = wording.frequency if wording.frequency in REGULAR else ""
    blank = " " if often and halfwidth(wording.do[:1]).isascii() and wording.do[:1] != "<" else ""
    return case.line(f"{often}{blank}{wording.do}，产出{gap('出', wording.deliverable)}{wording.deliverable}", duty.id)
