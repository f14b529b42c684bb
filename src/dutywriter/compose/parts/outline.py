"""提纲: a document under the headings of an outline that names parts."""

from collections.abc import Callable, Iterator

from dutywriter.compose import select
from dutywriter.compose.case import Case
from dutywriter.compose.parts.duties import worded
from dutywriter.compose.select import Chosen
from dutywriter.draft import Block, Duties, Part

Write = Callable[[Case, list[Chosen]], tuple[Block, ...]]
"""Writes the duties of sections."""


def outline_parts(case: Case, write: Write | None = None) -> Iterator[Part]:
    """A part for each heading, in order; those over nothing are left out."""
    from dutywriter.compose.parts import parts

    for heading in case.outline.headings if case.outline else ():
        if heading.part:
            yield from parts(case, heading.part, heading.heading)
            continue
        taken = [chosen for chosen in case.available if chosen.section.id in heading.sections]
        sections = list(select.choose(taken, case.extent, case.brief.sections))
        blocks = (write or _duties)(case, sections)
        if blocks:
            yield Part(heading.sections[0], heading.heading, blocks)


def _duties(case: Case, sections: list[Chosen]) -> tuple[Block, ...]:
    found = tuple(worded(case, chosen.section, duty) for chosen in sections for duty in chosen.duties)
    return (Duties(found),) if found else ()
