"""The parts of a document, one file each; a part without a builder is a table of the data.

A part that `unfolds` stands for several, with headings of their own. Parts of single kinds are loaded with their kind.
"""

import importlib
from collections.abc import Callable, Iterable

from dutywriter.compose.case import Case
from dutywriter.compose.parts.duties import division, duties, rhythm, time
from dutywriter.compose.parts.facts import facts
from dutywriter.compose.parts.goals import goals, milestones
from dutywriter.compose.parts.metrics import metrics
from dutywriter.compose.parts.partners import partners
from dutywriter.compose.parts.purpose import purpose
from dutywriter.compose.parts.requirements import requirements
from dutywriter.compose.parts.tables import table_blocks
from dutywriter.compose.parts.tools import tools
from dutywriter.draft import Block, Part

_BUILDERS: dict[str, Callable[[Case], Iterable[Block]]] = {
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
_OF_SINGLE_KINDS = {
    "employer": "posting",
    "posting_duties": "posting",
    "musts": "posting",
    "pluses": "posting",
    "offer": "posting",
    "parties": "annex",
    "scope": "annex",
}
_UNFOLDING = ("prose", "checklist")
BUILT = {*_BUILDERS, *_OF_SINGLE_KINDS, *_UNFOLDING}
"""The parts that have code of their own."""


def parts(case: Case, key: str, heading: str) -> Iterable[Part]:
    """The part, or the parts, that `key` stands for; those without content are left out."""
    if key in _UNFOLDING:
        unfold: Callable[[Case, str], Iterable[Part]] = getattr(importlib.import_module(f"{__name__}.{key}"), key)
        return unfold(case, heading)
    blocks = tuple(_blocks(case, key))
    return (Part(key, heading, blocks),) if blocks else ()


def _blocks(case: Case, key: str) -> Iterable[Block]:
    if key in _OF_SINGLE_KINDS:
        module = importlib.import_module(f"{__name__}.{_OF_SINGLE_KINDS[key]}")
        build: Callable[[Case], Iterable[Block]] = getattr(module, key)
        return build(case)
    return _BUILDERS[key](case) if key in _BUILDERS else table_blocks(case, key)
