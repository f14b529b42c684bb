"""驻场附件: between whom it holds, and what is served and handed in; the rest of it are tables of the data."""

from collections.abc import Iterator

from dutywriter.catalogue.model import Duty
from dutywriter.compose.case import Case
from dutywriter.compose.parts.duties import timing
from dutywriter.compose.parts.facts import COLUMNS
from dutywriter.compose.select import OWN, Chosen
from dutywriter.draft import Column, Line, Table
from dutywriter.text.marked import behind, placeholder

OWN_PEOPLE = ("直接上级", "直接下级", "乙方")
SCOPE = tuple(
    Column(key, heading)
    for key, heading in (("service", "服务事项"), ("time", "频次与时限"), ("deliverable", "交付物"), ("standard", "验收标准"))
)


def parties(case: Case) -> Iterator[Table]:
    rows = (
        ("甲方（客户单位）", case.asked("client", "客户单位", "甲方全称")),
        ("乙方（服务单位）", case.asked("company", "用人单位", "乙方全称")),
        ("服务合同", case.asked("contract", "服务合同名称与编号")),
        ("服务期限", case.asked("term", "服务期限", "如 2027-01-01 至 2027-12-31")),
        ("服务岗位", case.line(case.brief.get("title") or case.role.title.at(case.level), case.role.name)),
        ("服务地点", case.asked("location", "工作地点", "甲方场所的地址")),
        ("服务时段", case.working_time),
        ("生效日期", case.asked("effective", "生效日期")),
    )
    yield Table(COLUMNS, tuple((case.computed(label), line) for label, line in rows))


def scope(case: Case) -> Iterator[Table]:
    """A table for each section: what is served, when, what is handed in, and by what it is accepted."""
    for chosen in case.chosen:
        rows = tuple(_rows(case, chosen))
        if rows:
            yield Table(SCOPE, rows, chosen.section.title)


def _served(case: Case, duty: Duty) -> bool:
    """Whether the duty is a service to the client: what is done only among the vendor's own people is none.

    What the user adds is one in any case.
    """
    if duty.id == OWN:
        return True
    names = [partner.name for partner in case.partners if partner.id in duty.partners]
    own = (name.startswith(OWN_PEOPLE) for name in names)
    return not (names and all(own)) and not any(word in duty.levels[case.level].do for word in OWN_PEOPLE)


def _rows(case: Case, chosen: Chosen) -> Iterator[tuple[Line, ...]]:
    for duty in (duty for duty in chosen.duties if _served(case, duty)):
        wording = duty.levels[case.level]
        when = timing(case, wording.timing, duty.id)
        often = case.computed(wording.frequency, duty.id)
        timed = behind(f"{wording.frequency}，", when.text, when.suggested) if when else None
        time = Line(timed.text, when.origin, timed.suggested) if when and timed else often
        yield (case.line(wording.do, duty.id), time, *_accepted(case, duty))


def _accepted(case: Case, duty: Duty) -> tuple[Line, Line]:
    """What is handed in, and by what it is accepted; of the user's own duties both parties have still to say."""
    if duty.id == OWN:
        return case.line(placeholder("自加事项的交付物")), case.line(placeholder("自加事项的验收标准"))
    wording = duty.levels[case.level]
    return case.line(wording.deliverable, duty.id), case.line(wording.standard, duty.id)
