"""Which sections and duties stand in a draft, and in which order."""

from collections.abc import Callable

from msgspec import Struct

from dutywriter.brief.kinds import SectionChoice
from dutywriter.catalogue.model import Catalogue, Duty, Length, Level, Role, RoleSection, Section, When


class Chosen(Struct, frozen=True):
    """A section that stands in the draft, its weight at this level, and its duties in order."""

    section: Section
    weight: int
    duties: tuple[Duty, ...]


def choose(candidates: list[Chosen], length: Length, choice: SectionChoice) -> tuple[Chosen, ...]:
    """Of `candidates`, the weightiest first, as many sections with as many duties as `length` allows.

    Sections that the user takes all stand, and no others; those left out do not stand.
    """
    wanted = choice.take or [chosen.section.id for chosen in candidates]
    kept = [chosen for chosen in candidates if chosen.section.id in wanted and chosen.section.id not in choice.leave]
    most = max(length.sections, len(choice.take))
    return tuple(_shortened(chosen, place, length) for place, chosen in enumerate(kept[:most]))


def available(role: Role, catalogue: Catalogue, level: Level, applies: Callable[[When], bool]) -> list[Chosen]:
    """Every section that `role` can have at `level` here, with every duty that fits, the weightiest first."""
    sections = {section.id: section for section in catalogue.sections}
    found = []
    for part in role.sections:
        weight = part.weight.get(level, 0)
        if not weight or not applies(part.when):
            continue
        duties = _fitting(part, sections[part.section], level, applies)
        if duties:
            found.append(Chosen(sections[part.section], weight, duties))
    return sorted(found, key=lambda chosen: -chosen.weight)


def _fitting(part: RoleSection, section: Section, level: Level, applies: Callable[[When], bool]) -> tuple[Duty, ...]:
    """The duties of a section that are worded for `level` and hold here, those of the case before the general ones."""
    fitting = [duty for duty in (*part.duties, *section.duties) if level in duty.levels and applies(duty.when)]
    replaced = {id_ for duty in fitting for id_ in duty.instead_of}
    kept = [duty for duty in fitting if duty.id not in replaced]
    return tuple(sorted(kept, key=lambda duty: (duty.priority, duty.when == When())))


def _shortened(chosen: Chosen, place: int, length: Length) -> Chosen:
    most = length.leading if place < length.leading_sections else length.other
    return Chosen(chosen.section, chosen.weight, chosen.duties[:most])
