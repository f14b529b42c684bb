"""任务清单: the duties by how often they come up, each with a box to tick."""

from collections.abc import Iterator

from dutywriter.catalogue.model import FREQUENCIES, Duty
from dutywriter.compose.case import Case
from dutywriter.compose.parts.duties import timing
from dutywriter.draft import Column, Line, Part, Table

COLUMNS = tuple(
    Column(key, heading)
    for key, heading in (
        ("task", "事项"),
        ("timing", "时限"),
        ("standard", "标准"),
        ("deliverable", "产出"),
        ("owner", "责任人"),
    )
)
BOX, BLANK = "□ ", "　"


def checklist(case: Case, heading: str) -> Iterator[Part]:
    """A part for each frequency that duties of this draft have: 每日事项, 每周事项."""
    for place, frequency in enumerate(FREQUENCIES, 1):
        group = [duty for duty in case.duties() if duty.levels[case.level].frequency == frequency]
        if group:
            yield Part(f"checklist{place}", f"{frequency}{heading}", (Table(COLUMNS, tuple(_row(case, duty) for duty in group)),))


def _row(case: Case, duty: Duty) -> tuple[Line, ...]:
    wording = duty.levels[case.level]
    when = timing(case, wording.timing, duty.id) or case.computed("")
    task, standard, deliverable = (case.line(text, duty.id) for text in (BOX + wording.do, wording.standard, wording.deliverable))
    return task, when, standard, deliverable, case.computed(BLANK)
