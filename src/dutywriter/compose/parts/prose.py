"""正文: the duties as prose under their sections' headings, behind an opening that promises exactly these."""

from collections.abc import Iterator

from dutywriter.catalogue.model import Duty
from dutywriter.compose.case import Case, Goal
from dutywriter.compose.parts.duties import timing
from dutywriter.compose.parts.measures import shown, with_n
from dutywriter.compose.parts.outline import outline_parts
from dutywriter.compose.parts.partners import worked_with
from dutywriter.compose.select import OWN, Chosen
from dutywriter.draft import Line, Origin, Paragraph, Part
from dutywriter.text.marked import behind, gap

GOALS, PARTNERS = "目标与考核", "协作对象"


def prose(case: Case, heading: str) -> Iterator[Part]:
    """A part for the opening, one for each section, one each for how the work is measured and with whom it is done."""
    outlined = case.outline and not case.outline.of_sections
    parts = list(outline_parts(case, _sentences)) if outlined else [*_sections(case), *_closing(case)]
    yield Part("prose", heading, tuple(_opening(case, [part.heading for part in parts])))
    yield from parts


def _sections(case: Case) -> Iterator[Part]:
    for chosen in case.chosen:
        if chosen.duties:
            yield Part(chosen.section.id, chosen.section.title, _sentences(case, [chosen]))


def _closing(case: Case) -> list[Part]:
    return [part for part in (_goals(case), _partners(case)) if part.blocks]


def _sentences(case: Case, sections: list[Chosen]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(_sentence(case, duty)) for chosen in sections for duty in chosen.duties)


def _opening(case: Case, headings: list[str]) -> Iterator[Paragraph]:
    yield Paragraph(case.line(case.role.purpose.at(case.level), case.role.name))
    yield Paragraph(case.computed(f"以下分 {len(headings)} 个方面写明：{'、'.join(f'{heading}' for heading in headings)}。"))


def _sentence(case: Case, duty: Duty) -> Line:
    wording = duty.levels[case.level]
    if duty.id == OWN:
        return case.line(f"{wording.do}。", duty.id)
    when = f"{wording.frequency}，{wording.timing}" if timing(case, wording.timing, duty.id) else wording.frequency
    made = f"产出{gap('出', wording.deliverable)}{wording.deliverable}"
    return case.line(f"{wording.do}（{when}）：{wording.standard}；{made}。", duty.id)


def _goals(case: Case) -> Part:
    return Part("goals", GOALS, tuple(Paragraph(_measured(case, goal)) for goal in case.goals))


def _measured(case: Case, goal: Goal) -> Line:
    """退款率，到 2027-06-30 目标 26%：退款成功金额 ÷ 同期成交金额 × 100%."""
    said = goal.said
    due = f"到 {said.deadline} " if said.deadline else ""
    target = f"，{due}目标 {shown(goal, said.target)}" if said.target else ""
    formula = f"：{with_n(goal.metric.formula, goal.metric, goal.name)}" if goal.metric else ""
    line = case.line(f"{formula}。", goal.metric.id if goal.metric else goal.name)
    measured = behind(f"{goal.name}{target}", line.text, line.suggested)
    return Line(measured.text, Origin("computed", ("metrics", *line.origin.refs)), measured.suggested)


def _partners(case: Case) -> Part:
    lines = []
    for partner in worked_with(case):
        exchange = partner.at.get(case.level, partner)
        lines.append(Paragraph(case.line(f"{partner.name}：向其提供{exchange.give}；由其提供{exchange.get}。", partner.id)))
    return Part("partners", PARTNERS, tuple(lines))
