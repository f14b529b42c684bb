"""主要职责; what share of the time they take; who does them; and 工作节奏: the same duties by how often they come up."""

from collections.abc import Iterator

from dutywriter.catalogue.model import FREQUENCIES, Duty, Section
from dutywriter.compose.arithmetic import shares
from dutywriter.compose.case import Case
from dutywriter.draft import Column, Duties, Line, Origin, Paragraph, Table
from dutywriter.draft import Duty as DraftDuty

FEWEST_TO_SHARE = 2
RHYTHM_COLUMNS = (Column("frequency", "频次"), Column("duties", "工作事项"))


def duties(case: Case) -> Iterator[Duties]:
    found = tuple(worded(case, chosen.section, duty) for chosen in case.chosen for duty in chosen.duties)
    if found:
        yield Duties(found)


def time(case: Case) -> Iterator[Paragraph]:
    """What share of the time each section takes, by its weight; in all 100."""
    chosen = [found for found in case.chosen if found.duties]
    if len(chosen) < FEWEST_TO_SHARE:
        return
    text, spans = "", []
    for found, share in zip(chosen, shares([max(found.weight, 1) for found in chosen]), strict=True):
        text += f"{'、' if text else ''}{found.section.title} "
        spans.append((len(text), len(text) + len(f"{share}%")))
        text += f"{share}%"
    yield Paragraph(Line(f"{text}，按全年平均。", Origin("computed", ("weights",)), tuple(spans)))


def division(case: Case) -> Iterator[Table]:
    """How the work is shared out among the people led, where their number is known."""
    if case.brief.get("team_size"):
        from dutywriter.compose.division import divided

        yield from divided(case)


def rhythm(case: Case) -> Iterator[Table]:
    rows = tuple(_rhythm_row(case, frequency, group) for frequency in FREQUENCIES if (group := _of(case, frequency)))
    if rows:
        yield Table(RHYTHM_COLUMNS, rows)


def worded(case: Case, section: Section, duty: Duty) -> DraftDuty:
    """The duty as this level does it in this case."""
    wording = duty.levels[case.level]
    line = case.line(wording.do, duty.id)
    names = {partner.id: partner.name for partner in case.partners}
    return DraftDuty(
        line.text,
        line.origin,
        line.suggested,
        section=section.id,
        section_title=section.title,
        level=case.level,
        frequency=wording.frequency,
        timing=timing(case, wording.timing, duty.id),
        standard=_optional(case, wording.standard, duty.id),
        deliverable=_optional(case, wording.deliverable, duty.id),
        metrics=tuple(case.metric(id_).name for id_ in duty.metrics),
        partners=tuple(names[id_] for id_ in duty.partners if id_ in names),
        tools=duty.tools,
        priority=duty.priority,
    )


def _optional(case: Case, source: str, ref: str) -> Line | None:
    return case.line(source, ref) if source else None


def timing(case: Case, source: str, ref: str) -> Line | None:
    """When the duty is done; nothing where that is a time of day outside the user's working hours."""
    line = _optional(case, source, ref)
    hours = case.brief.get("hours")
    if not line or not hours:
        return line
    from dutywriter.text.clock import outside

    return None if outside(line.text, hours) else line


def _of(case: Case, frequency: str) -> list[Duty]:
    return [duty for duty in case.duties() if duty.levels[case.level].frequency == frequency]


def _rhythm_row(case: Case, frequency: str, group: list[Duty]) -> tuple[Line, ...]:
    lines = [case.line(duty.levels[case.level].do, duty.id) for duty in group]
    ids = [duty.id for duty in group]
    return case.computed(frequency), case.computed("；".join(line.text for line in lines), *ids)
