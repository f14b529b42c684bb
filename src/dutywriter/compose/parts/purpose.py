"""岗位目的: one sentence, of the level's own scope and authority."""

from collections.abc import Iterator

from dutywriter.compose.case import Case
from dutywriter.draft import Paragraph


def purpose(case: Case) -> Iterator[Paragraph]:
    yield Paragraph(case.line(case.role.purpose.at(case.level), case.role.name))
