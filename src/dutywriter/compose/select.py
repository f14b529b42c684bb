"""Which sections and duties stand in a draft, and in which order."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.brief.kinds import DutyChoice, SectionChoice
from dutywriter.catalogue.model import ALWAYS, Catalogue, Duty, Extent, Level, OutlineHeading, Role, Section, When

FOCUS_WEIGHT = 2.0
STRESS_WEIGHT = 2.0
CALLED_FROM = 0.5
LEADING_SHARE, MORE_LEADING_SHARE = 0.3, 0.1
MOST_COUNTED, USUALLY_SHOWN = 6, 2
OWN = "own"
"""The answer that holds the user's own duties, and the id of each of them."""
Thing = TypeVar("Thing")


class Chosen(Struct, frozen=True):
    """A section that stands in the draft, its weight at this level, and its duties in order.

    `words` are those of the user's focus that call for it, `called` the ids of the duties that are taken before all others,
    `moving` those that move a metric which the user stressed: they come before others of their priority. The section that moves
    such a metric most `leads`. `own` are the user's own duties, still to be put behind the others;
    `besides` the ids of those that stand only since the user takes them.
    """

    section: Section
    weight: int
    duties: tuple[Duty, ...]
    words: tuple[str, ...] = ()
    called: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()
    leads: bool = False
    own: tuple[Duty, ...] = ()
    besides: frozenset[str] = frozenset()


class Wishes(Struct, frozen=True):
    """What the user wants whatever the weights: what to take and to leave, and the titles and ids that come first."""

    sections: SectionChoice = SectionChoice()
    duties: DutyChoice = DutyChoice()
    order: tuple[str, ...] = ()


def choose(candidates: list[Chosen], extent: Extent, wishes: Wishes, *, people: bool = False) -> tuple[Chosen, ...]:
    """Of `candidates`, the weightiest first, as many sections with as many duties as `extent` allows.

    Sections that the user takes all stand, and no others; those left out do not stand. One more that moves the
    user's goals is taken than by weight alone; and where `people` are led, the weightiest section of leading them.
    Any section stands, behind those, for the duties in it that the user takes or adds.
    """
    kept = _kept(candidates, wishes.sections)
    most = max(extent.sections, len(wishes.sections.take))
    taken = _with(kept, kept[:most], lambda chosen: bool(chosen.moving))
    if people and not any(chosen.section.people for chosen in taken):
        taken = _with(kept, taken, lambda chosen: chosen.section.people)
    written = _written([*taken, *asked_for(_others(candidates, taken), wishes)], extent, wishes)
    return tuple(in_order(written, wishes.order, lambda chosen: chosen.section.title))


def asked_for(candidates: Iterable[Chosen], wishes: Wishes) -> list[Chosen]:
    """Those of `candidates` in which the user takes or adds duties, each with these alone."""
    taken = ((chosen, tuple(duty for duty in chosen.duties if duty.id in wishes.duties.take)) for chosen in candidates)
    bare = (replace(chosen, duties=duties, besides=frozenset(duty.id for duty in duties)) for chosen, duties in taken)
    return [chosen for chosen in bare if chosen.duties or chosen.own]


def unnamed(candidates: Iterable[Chosen], headings: Iterable[OutlineHeading]) -> list[Chosen]:
    """`candidates` that stand under none of `headings`."""
    named = {id_ for heading in headings for id_ in heading.sections}
    return [chosen for chosen in candidates if chosen.section.id not in named]


def merged(sections: Iterable[Chosen]) -> list[Chosen]:
    """`sections`, what two roles have under one title as one."""
    by_id: dict[str, list[Chosen]] = {}
    for chosen in sections:
        by_id.setdefault(chosen.section.id, []).append(chosen)
    return [_joined(same[0].section.title, same) for same in by_id.values()]


def in_order(things: Iterable[Thing], order: tuple[str, ...], name: Callable[[Thing], str]) -> list[Thing]:
    """`things`, first those whose name `order` lists, as it lists them."""
    places = {listed: place for place, listed in enumerate(order)}
    return sorted(things, key=lambda thing: places.get(name(thing), len(places)))


def _written(sections: list[Chosen], extent: Extent, wishes: Wishes) -> Iterator[Chosen]:
    """`sections` with the duties that stand in the draft in the user's order, the user's own last; those without any left out."""
    shortened = (_shortened(chosen, place, extent, wishes) for place, chosen in enumerate(_led(sections)))
    for chosen in merged(shortened):
        if chosen.duties or chosen.own:
            usual = in_order(chosen.duties, wishes.order, lambda duty: duty.id)
            yield replace(chosen, duties=(*usual, *chosen.own), own=())


def _others(candidates: list[Chosen], taken: list[Chosen]) -> list[Chosen]:
    """`candidates` without those taken, whatever else stands under their titles."""
    return [chosen for chosen in candidates if not any(chosen is other for other in taken)]


def _kept(candidates: list[Chosen], choice: SectionChoice) -> list[Chosen]:
    wanted = choice.take or [chosen.section.title for chosen in candidates]
    return [chosen for chosen in candidates if chosen.section.title in wanted and chosen.section.title not in choice.leave]


def _with(kept: list[Chosen], taken: list[Chosen], wanted: Callable[[Chosen], bool]) -> list[Chosen]:
    """`taken` with the first of `kept` that is `wanted` and not among them, in place of the last that is not and does not lead."""
    coming = next((chosen for chosen in kept if wanted(chosen) and chosen not in taken), None)
    going = next((chosen for chosen in reversed(taken) if not chosen.leads and not wanted(chosen)), None)
    if coming is None or going is None:
        return taken
    return [*(chosen for chosen in taken if chosen is not going), coming]


def outlined(candidates: list[Chosen], extent: Extent, wishes: Wishes, headings: tuple[OutlineHeading, ...]) -> tuple[Chosen, ...]:
    """Of `candidates` that the user wants, under each of `headings` those that it names, as one section; none over nothing.

    Behind them stands what the user takes or adds in sections that no heading names.
    """
    kept = _kept(candidates, wishes.sections)
    usual = {chosen.section.id for chosen in kept}
    standing = merged([*kept, *asked_for(_others(candidates, kept), wishes)])
    by_id = {chosen.section.id: chosen for chosen in standing}
    found = ([by_id[id_] for id_ in heading.sections if id_ in by_id] for heading in headings)
    joined = [(heading.heading, under) for heading, under in zip(headings, found, strict=True) if under]
    joined.sort(key=lambda pair: usual.isdisjoint(chosen.section.id for chosen in pair[1]))  # what is asked for takes no place
    sections = [_joined(title, under) for title, under in joined]
    written = _written([*sections, *asked_for(unnamed(candidates, headings), wishes)], extent, wishes)
    return tuple(in_order(written, tuple(heading.heading for heading in headings), lambda chosen: chosen.section.title))


def _joined(title: str, sections: list[Chosen]) -> Chosen:
    """`sections` as one under another title, the duties of the first before those of the others."""
    return Chosen(
        replace(sections[0].section, title=title),
        sum(chosen.weight for chosen in sections),
        tuple(duty for chosen in sections for duty in chosen.duties),
        tuple(word for chosen in sections for word in chosen.words),
        frozenset().union(*(chosen.called for chosen in sections)),
        frozenset().union(*(chosen.moving for chosen in sections)),
        any(chosen.leads for chosen in sections),
        tuple(duty for chosen in sections for duty in chosen.own),
        frozenset().union(*(chosen.besides for chosen in sections)),
    )


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


def varied(role: Role, applies: Callable[[When], bool]) -> Role:
    """`role` with the purpose, goals, metrics and weights of those of its variants that apply."""
    for variant in role.variants:
        if applies(variant.when):
            sections = [replace(part, weight=variant.weights.get(part.section, part.weight)) for part in role.sections]
            role = replace(
                role,
                sections=tuple(sections),
                purpose=variant.purpose or role.purpose,
                goals=variant.goals or role.goals,
                metrics=variant.metrics or role.metrics,
            )
    return role


def lighter(chosen: Chosen, share: float) -> Chosen:
    """The same section with a share of its weight."""
    return replace(chosen, weight=round(chosen.weight * share))


def stressed(candidates: list[Chosen], metrics: frozenset[str], leading: frozenset[str]) -> list[Chosen]:
    """`candidates` with those that move `metrics` moved up, the weights in all as before; first the sections that are `leading`.

    A section with as many duties that move one of them as a draft shows of a section counts three times its weight.
    """
    moving = [frozenset(duty.id for duty in chosen.duties if not metrics.isdisjoint(duty.metrics)) for chosen in candidates]
    raised = [
        chosen.weight * (1 + STRESS_WEIGHT * min(len(ids) / min(len(chosen.duties), USUALLY_SHOWN), 1))
        for chosen, ids in zip(candidates, moving, strict=True)
    ]
    scale = sum(chosen.weight for chosen in candidates) / (sum(raised) or 1)
    moved = [
        replace(chosen, weight=max(round(weight * scale), 1), moving=ids, leads=chosen.section.id in leading)
        for chosen, weight, ids in zip(candidates, raised, moving, strict=True)
    ]
    return sorted(moved, key=lambda chosen: (not chosen.leads, -chosen.weight))


def leading(candidates: list[Chosen], metric: str, name: str, level: Level) -> str:
    """The id of the section whose work a goal is: that which moves `metric` with most duties, of equal ones the weightiest.

    Where none moves it, the likest to its `name`; empty where none is like it.
    """
    return _moving_most(candidates, metric) or _likest(candidates, name, level)


def _likest(candidates: list[Chosen], name: str, level: Level) -> str:
    from dutywriter.catalogue.search import matched, section_text

    texts = [section_text(chosen.section, chosen.duties, level) for chosen in candidates]
    likeness = [score if matched(name, text) else 0.0 for score, text in zip(_likeness(name, texts), texts, strict=True)]
    best = max(range(len(texts)), key=lambda place: likeness[place], default=None)
    return candidates[best].section.id if best is not None and likeness[best] else ""


def _moving_most(candidates: list[Chosen], metric: str) -> str:
    """The id of the section whose duties move `metric` most; empty where none does.

    Counted are as many as a leading section shows; of equal ones that comes first in which they are the larger part.
    """
    counts = {}
    for chosen in candidates:
        moving = sum(metric in duty.metrics for duty in chosen.duties)
        counts[chosen.section.id] = (min(moving, MOST_COUNTED), moving / len(chosen.duties))
    best = max(counts, key=lambda id_: counts[id_], default="")
    return best if best and counts[best][0] else ""


def _led(chosen: list[Chosen]) -> list[Chosen]:
    """`chosen` with weights by which those that lead take the larger share of the time, none less than another section."""
    leading = [found for found in chosen if found.leads]
    rest = sum(found.weight for found in chosen if not found.leads)
    if not leading or not rest:
        return chosen
    share = min(LEADING_SHARE + MORE_LEADING_SHARE * (len(leading) - 1), 1 / 2)
    fair = max(round(rest * share / (1 - share) / len(leading)), *(found.weight for found in chosen if not found.leads))
    return [replace(found, weight=max(found.weight, fair)) if found.leads else found for found in chosen]


def calling(chosen: Chosen, own: Iterable[Duty]) -> Chosen:
    """The same section with a company's `own` duties called for, as far as they are of the first rank."""
    return replace(chosen, called=chosen.called | {duty.id for duty in own if duty.priority == 1})


def focused(candidates: list[Chosen], focus: str, level: Level) -> list[Chosen]:
    """`candidates` with what `focus` calls for moved up: sections by weight and likeness, in them the likest duties.

    The section that is likest counts three times its weight.
    """
    from dutywriter.catalogue.search import duty_text, matched, section_text

    texts = [section_text(chosen.section, chosen.duties, level) for chosen in candidates]
    words = [matched(focus, text) for text in texts]
    scores = [score if found else 0.0 for score, found in zip(_likeness(focus, texts), words, strict=True)]
    duties = [duty for chosen in candidates for duty in chosen.duties]
    likeness = _likeness(focus, [duty_text(duty, level) for duty in duties])
    called = frozenset(
        duty.id
        for duty, like in zip(duties, likeness, strict=True)
        if like >= CALLED_FROM and matched(focus, duty_text(duty, level))
    )
    moved = [
        (chosen.weight * (1 + FOCUS_WEIGHT * score), replace(chosen, words=found, called=called))
        for chosen, score, found in zip(candidates, scores, words, strict=True)
    ]
    return [chosen for _, chosen in sorted(moved, key=lambda pair: -pair[0])]


def _likeness(focus: str, texts: list[str]) -> list[float]:
    """How like each text is to `focus`, the likest 1."""
    from dutywriter.text.bm25 import Ranking

    scores = Ranking(texts).scores(focus)
    best = max(scores, default=0.0) or 1.0
    return [score / best for score in scores]


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


def _rank(duty: Duty, chosen: Chosen) -> tuple[bool, int, bool, bool]:
    moving = duty.id in chosen.moving
    ahead = (2 if chosen.leads else 1) if moving else 0
    return duty.id not in chosen.called, duty.priority - ahead, not moving, _general(duty)


def _general(duty: Duty) -> bool:
    """Whether the duty is done everywhere, or nearly: an exception alone makes it no special one."""
    return replace(duty.when, unless=None) == ALWAYS


def usually_shown(chosen: Chosen, extent: Extent) -> frozenset[str]:
    """The ids of the duties that stand where the section does, at a place that does not lead."""
    by_priority = sorted(chosen.duties, key=lambda duty: _rank(duty, chosen))
    return frozenset(duty.id for duty in by_priority[: extent.other])


def _shortened(chosen: Chosen, place: int, extent: Extent, wishes: Wishes) -> Chosen:
    """The first duties by priority and those that the user takes, in the order of the work, which is that of the data.

    What the user leaves out is not made up for by others.
    """
    most = extent.leading if place < extent.leading_sections or chosen.leads else extent.other
    usual = [duty for duty in chosen.duties if duty.id not in chosen.besides]
    by_priority = sorted(usual, key=lambda duty: _rank(duty, chosen))
    kept = {duty.id for duty in by_priority[:most]}.union(wishes.duties.take).difference(wishes.duties.leave)
    return replace(chosen, duties=tuple(duty for duty in chosen.duties if duty.id in kept))
