"""Which sections and duties stand in a draft, and in which order."""

from collections.abc import Callable

from msgspec import Struct

from dutywriter.brief.kinds import SectionChoice
from dutywriter.catalogue.model import Catalogue, Duty, Length, Level, Role, Section, When


class Chosen(Struct, frozen=True):
    """A section that stands in the draft, its weight at this level, and its duties in order."""

    section: Section
    weight: int
    duties: tuple[Duty, ...]


def choose(candidates: list[Chosen], length: Length, choice: SectionChoice) -> tuple[Chosen, ...]:
    """Of `candidates`, the weightiest first, as many sections with as many duties as `length` allows.

    Sections that the user takes all stand, and no others; those left out do not stand.
    """
    wanted = choice.take or [chosen.section.title for chosen in candidates]
    kept = [chosen for chosen in candidates if chosen.section.title in wanted and chosen.section.title not in choice.leave]
    most = max(length.sections, len(choice.take))
    return tuple(_shortened(chosen, place, length) for place, chosen in enumerate(kept[:most]))


def available(
    role: Role, catalogue: Catalogue, level: Level, applies: Callable[[When], bool], platforms: frozenset[str]
) -> list[Chosen]:
    """Every section that `role` can have at `level` here, with every duty that fits, the weightiest first."""
    sections = {section.id: section for section in catalogue.sections}
    found = []
    for part in role.sections:
        weight = part.weight.get(level, 0)
        if not weight or not applies(part.when):
            continue
        worded = (duty for duty in (*part.duties, *sections[part.section].duties) if level in duty.levels)
        duties = _without_replaced([duty for duty in worded if applies(duty.when)], platforms)
        if duties:
            found.append(Chosen(sections[part.section], weight, duties))
    return sorted(found, key=lambda chosen: -chosen.weight)


def lighter(chosen: Chosen, share: float) -> Chosen:
    """The same section with a share of its weight."""
    return Chosen(chosen.section, round(chosen.weight * share), chosen.duties)


def _without_replaced(duties: list[Duty], platforms: frozenset[str]) -> tuple[Duty, ...]:
    """`duties` without those that others replace.

    A duty of one platform replaces a general one only where the replacing ones cover all of `platforms`.
    """
    replaced = {id_ for duty in duties for id_ in duty.instead_of if _covered(id_, duties, platforms)}
    return tuple(duty for duty in duties if duty.id not in replaced)


def _covered(id_: str, duties: list[Duty], platforms: frozenset[str]) -> bool:
    replacing = [duty for duty in duties if id_ in duty.instead_of]
    return any(not duty.when.platform for duty in replacing) or platforms <= {
        platform for duty in replacing for platform in duty.when.platform
    }


def _shortened(chosen: Chosen, place: int, length: Length) -> Chosen:
    """The first duties by priority, in the order of the work, which is that of the data."""
    most = length.leading if place < length.leading_sections else length.other
    by_priority = sorted(chosen.duties, key=lambda duty: (duty.priority, duty.when == When()))
    kept = {duty.id for duty in by_priority[:most]}
    return Chosen(chosen.section, chosen.weight, tuple(duty for duty in chosen.duties if duty.id in kept))
