"""The composer: Brief × Catalogue → Draft. The same two always give the same draft."""

from msgspec.structs import replace

from dutywriter.brief.answers import Brief
from dutywriter.catalogue.model import Catalogue
from dutywriter.compose.case import Case
from dutywriter.compose.parts import BUILDERS
from dutywriter.compose.parts.pending import notice, pending, readings, unlawful_hours
from dutywriter.compose.parts.tables import table_blocks
from dutywriter.draft import Block, Draft, Part


def compose(brief: Brief, catalogue: Catalogue) -> Draft:
    """The draft for `brief`: the parts of its kind in order, those without content left out."""
    case = Case(brief, catalogue)
    kind = next(kind for kind in catalogue.documents.kinds if kind.name == brief.get("kind"))
    parts = tuple(
        part for key, heading in kind.parts.items() if key not in case.length.without and (part := _part(case, key, heading))
    )
    title = f"{brief.get('title') or case.role.title.at(case.level)}{kind.title}"
    body = Draft(title, case.role.name, case.level, kind.name, parts)
    open_points = pending(body, (*readings(case), *unlawful_hours(case)))
    if not open_points or "pending" not in kind.parts:
        return body
    closing = Part("pending", kind.parts["pending"], open_points)
    order = list(kind.parts)
    ordered = sorted((*parts, closing), key=lambda part: order.index(part.key))
    return replace(body, parts=tuple(ordered), notice=notice(body))


def _part(case: Case, key: str, heading: str) -> Part | None:
    build = BUILDERS.get(key)
    blocks: tuple[Block, ...] = tuple(build(case)) if build else tuple(table_blocks(case, key))
    return Part(key, heading, blocks) if blocks else None
