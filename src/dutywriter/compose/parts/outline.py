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
    """A part for each heading, in order; those over nothing are left out.

    Behind them one for each section that no heading names, with the duties that the user takes or adds in it.
    """
    from dutywriter.compose.parts import parts

    write = write or _duties
    for heading in case.outline.headings if case.outline else ():
        if heading.part:
            yield from parts(case, heading.part, heading.heading)
            continue
        taken = [chosen for chosen in case.available if chosen.section.id in heading.sections]
        blocks = write(case, list(select.choose(taken, case.extent, case.wishes)))
        if blocks:
            yield Part(heading.sections[0], heading.heading, blocks)
    for chosen in _unnamed(case):
        yield Part(chosen.section.id, chosen.section.title, write(case, [chosen]))


def _unnamed(case: Case) -> tuple[Chosen, ...]:
    """The sections that stand although no heading of the outline names them, nor all the duties."""
    headings = case.outline.headings if case.outline else ()
    if any(heading.part == "duties" for heading in headings):
        return ()
    others = select.unnamed(case.available, headings)
    return select.choose(select.asked_for(others, case.wishes), case.extent, case.wishes)


def _duties(case: Case, sections: list[Chosen]) -> tuple[Block, ...]:
    found = tuple(worded(case, chosen.section, duty) for chosen in sections for duty in chosen.duties)
    return (Duties(found),) if found else ()
