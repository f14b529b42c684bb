"""The composer: Brief × Catalogue → Draft. The same two always give the same draft."""

from msgspec.structs import replace

from dutywriter.brief.answers import Brief
from dutywriter.catalogue.model import Catalogue
from dutywriter.compose.case import Case
from dutywriter.compose.parts import parts
from dutywriter.compose.parts.pending import notice, pending, readings, unlawful_hours
from dutywriter.draft import Draft, Part

PENDING = "pending"
TITLE = "<岗位>"
"""The slot of a kind's title that the post's own title fills."""
FRAME = ("facts", "sign")
"""What stands around the headings of an outline that names parts."""


def compose(brief: Brief, catalogue: Catalogue) -> Draft:
    """The draft for `brief`: the parts of its kind in order, those without content left out."""
    case = Case(brief, catalogue)
    before, after = _around_pending(case)
    title = case.kind.title.replace(TITLE, brief.get("title") or case.role.title.at(case.level))
    body = Draft(title, case.role.name, case.level, case.kind.name, (*before, *after))
    open_points = pending(body, (*readings(case), *unlawful_hours(case)))
    if not open_points:
        return body
    closing = (Part(PENDING, case.kind.parts[PENDING], open_points),) if case.shows(PENDING) else ()
    return replace(body, parts=(*before, *closing, *after), notice=notice(body))


def _around_pending(case: Case) -> tuple[list[Part], list[Part]]:
    """The parts before the list of open points, which is made from all of them, and those after it."""
    before: list[Part] = []
    after: list[Part] = []
    side = before
    for key, heading in case.kind.parts.items():
        if key == PENDING:
            side = after
        elif case.shows(key) and (key in FRAME or not _outlined(case)):
            side += parts(case, key, heading)
        if key == FRAME[0] and _outlined(case):
            from dutywriter.compose.parts.outline import outline_parts

            side += outline_parts(case)
    return before, after


def _outlined(case: Case) -> bool:
    """Whether an outline takes the place of the kind's own parts."""
    return bool(case.outline and not case.outline.of_sections and FRAME[0] in case.kind.parts)
