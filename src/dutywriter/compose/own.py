"""自加职责: the user's own lines as duties of their sections."""

import re

from msgspec.structs import replace

from dutywriter.catalogue.model import FREQUENCIES, Duty, Frequency, Level, Section, Wording
from dutywriter.compose.case import Case
from dutywriter.compose.select import OWN, Chosen

OTHERWISE: Frequency = "按需"
_OFTEN = re.compile("每个?(?:(日|天|工作日)|(周|星期)|(月)|(季)|(年))")
_DAY = r"(?:(?<=[周期])[一二三四五六日天])?度?[初中末底]?(?:\s*\d[\d:：]*\s*[日号点时]?[前后]?)?(?:[上下]午|早上|晚上)?[，,]?\s*"
_AT_HEAD = re.compile(_OFTEN.pattern + _DAY)


def with_own(case: Case, available: list[Chosen]) -> list[Chosen]:
    """`available` with the user's own duties, each in its section; behind them the sections that are not among these.

    Such a section is the catalogue's, that an outline's heading stands for, or the user's own; it weighs as much as the lightest.
    """
    sections: dict[str, Section] = {}
    duties: dict[str, list[Duty]] = {}
    for said in case.brief.get(OWN):
        section = sections.setdefault(said.section, _section(case, said.section, f"{OWN}{len(sections) + 1}"))
        duties.setdefault(section.id, []).append(_duty(said.text, case.level))
    found = [replace(chosen, own=tuple(duties.pop(chosen.section.id, ()))) for chosen in available]
    lightest = min((chosen.weight for chosen in available), default=1)
    new = {section.id: section for section in sections.values() if section.id in duties}
    return [*found, *(Chosen(section, lightest, (), own=tuple(duties[id_])) for id_, section in new.items())]


def frequency(text: str) -> Frequency:
    """How often a line says that it is done: 每周五与客户开例会 is 每周; what says nothing is done as needed."""
    often = _OFTEN.search(text)
    return FREQUENCIES[often.lastindex - 1] if often and often.lastindex else OTHERWISE


def without_frequency(text: str) -> str:
    """A line without the words at its head that say how often and on which day: 每周五 18:00 前核对周报 is 核对周报."""
    often = _AT_HEAD.match(text)
    return text[often.end() :] if often else text


def _section(case: Case, title: str, new_id: str) -> Section:
    """The section of that title; of an outline's heading the first under it."""
    by_title = {section.title: section for section in case.catalogue.sections}
    by_id = {section.id: section for section in case.catalogue.sections}
    headings = case.outline.headings if case.outline else ()
    under = (by_id[id_] for heading in headings if heading.heading == title for id_ in heading.sections if id_ in by_id)
    return by_title.get(title) or next(under, None) or Section(new_id, title, "")


def _duty(text: str, level: Level) -> Duty:
    return Duty(OWN, {level: Wording(text, frequency(text), standard="", deliverable="")}, priority=1)
