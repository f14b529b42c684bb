"""The parts of a document, one file each; a part without a builder is a table of the data."""

from collections.abc import Callable, Iterable

from dutywriter.compose.case import Case
from dutywriter.compose.parts.duties import division, duties, rhythm, time
from dutywriter.compose.parts.facts import facts
from dutywriter.compose.parts.goals import goals, milestones
from dutywriter.compose.parts.metrics import metrics
from dutywriter.compose.parts.partners import partners
from dutywriter.compose.parts.purpose import purpose
from dutywriter.compose.parts.requirements import requirements
from dutywriter.compose.parts.tools import tools
from dutywriter.draft import Block

BUILDERS: dict[str, Callable[[Case], Iterable[Block]]] = {
    "facts": facts,
    "purpose": purpose,
    "goals": goals,
    "milestones": milestones,
    "duties": duties,
    "time": time,
    "division": division,
    "rhythm": rhythm,
    "metrics": metrics,
    "partners": partners,
    "requirements": requirements,
    "tools": tools,
}
