"""The questions, each made from the field registry, the catalogue and what was answered before."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.brief.answers import Brief
from dutywriter.brief.fields import BY_KEY
from dutywriter.catalogue.model import Borrow, Catalogue, Duty, Requirement, Role, RoleSection, Variant
from dutywriter.catalogue.names import metric_named
from dutywriter.compose.case import Case
from dutywriter.compose.explain import reason
from dutywriter.wizard.picker import Option


class Question(Struct, frozen=True):
    """What is asked. `style` text takes a line (Enter alone: `default`), choice one option, ticks any number of options."""

    id: str
    field: str
    style: str
    message: str
    options: tuple[Option, ...] = ()
    default: str = ""
    hint: str = ""
    prefix: str = ""
    """Stands before a typed line when it is read: the metric's name before its numbers."""
    least: int = 0
    """How many options must be ticked."""
    why: str = ""
    """What the answer is for, to a person who asks."""


Maker = Callable[[Brief, Catalogue], Iterator[Question]]


def questions(brief: Brief, catalogue: Catalogue) -> Iterator[Question]:
    """Every question that applies after what `brief` holds, in order."""
    for make in _MAKERS:
        yield from make(brief, catalogue)
        if "role" not in brief.answers:
            return


def _role(brief: Brief, catalogue: Catalogue) -> Iterator[Question]:
    options = tuple(Option(entry.name, entry.name, entry.about) for entry in catalogue.entries)
    first = catalogue.entries[0].name
    names = "、".join(entry.name.removesuffix("运营") for entry in catalogue.entries)
    yield _question("role", "text", options, first, f"{names}，也可输别名或拼音；直接回车：{first}")


def _level(brief: Brief, catalogue: Catalogue) -> Iterator[Question]:
    options = tuple(Option(level.name, level.name, level.about) for level in catalogue.verbs.levels)
    yield _question("level", "choice", options, str(BY_KEY["level"].default))


def _facets(brief: Brief, catalogue: Catalogue) -> Iterator[Question]:
    """Platform, category and business, where the role's duties depend on them."""
    case = Case(brief, catalogue)
    terms = catalogue.terms
    for key, known in (("platform", terms.platforms), ("category", terms.categories), ("business", terms.businesses)):
        named = _named_by(case.role, key)
        if not named:
            continue
        those = [word for word in known if word.name in named or word.parent in named]
        options = tuple(Option(word.name, word.name) for word in those)
        names = "、".join(word.name for word in those if not word.parent)
        if key == "platform":
            yield _question(key, "ticks", options)
        else:
            yield _question(key, "text", options, hint=f"如 {names}；直接回车：不限定")


def _parties(brief: Brief, catalogue: Catalogue) -> Iterator[Question]:
    yield _question("company", "text", hint="直接回车：留待填")
    if Case(brief, catalogue).onsite:
        yield _question("client", "text", hint="直接回车：留待填")


def _stress(brief: Brief, catalogue: Catalogue) -> Iterator[Question]:
    """What matters most: the metrics to set goals for."""
    case = Case(brief, catalogue)
    metrics = [case.metric(id_) for id_ in case.role.metrics.at(case.level)]
    options = tuple(Option(metric.usual_name, metric.usual_name, case.line(metric.formula).text) for metric in metrics)
    yield _question("metrics", "ticks", options, hint="都不选：用本岗常用目标")


def _sections(brief: Brief, catalogue: Catalogue) -> Iterator[Question]:
    case = Case(brief, catalogue)
    recommended = {chosen.section.title for chosen in case.chosen}
    options = tuple(
        Option(chosen.section.title, chosen.section.title, reason(chosen, case), chosen.section.title in recommended)
        for chosen in case.available
        if chosen.duties
    )
    yield replace(_question("sections", "ticks", options), least=1)


def _targets(brief: Brief, catalogue: Catalogue) -> Iterator[Question]:
    for goal in brief.goals:
        metric = metric_named(catalogue, goal.name)
        now, then = ("15", "12") if metric and metric.direction == "down" else ("80", "85")
        unit = metric.unit if metric and metric.unit == "%" else ""
        yield Question(
            f"target:{goal.name}",
            "metrics",
            "text",
            f"{goal.name}：现状、目标、期限？",
            prefix=f"{goal.name}=",
            hint=f"如 {now}{unit}->{then}{unit}@2027-06-30；直接回车：留待填",
        )


def _length(brief: Brief, catalogue: Catalogue) -> Iterator[Question]:
    options = tuple(Option(length.name, length.name, length.about) for length in catalogue.documents.lengths)
    yield _question("length", "choice", options, str(BY_KEY["length"].default))


_MAKERS: tuple[Maker, ...] = (_role, _level, _facets, _parties, _stress, _sections, _targets, _length)


def _question(key: str, style: str, options: tuple[Option, ...] = (), default: str = "", hint: str = "") -> Question:
    return Question(key, key, style, BY_KEY[key].question, options, default, hint)


def _named_by(role: Role, facet: str) -> set[str]:
    """The platforms, categories or businesses that make a difference to the role."""
    things: list[Duty | RoleSection | Requirement | Variant | Borrow] = [
        *(duty for part in role.sections for duty in part.duties),
        *role.sections,
        *role.requirements,
        *role.variants,
        *role.borrows,
    ]
    return {name for thing in things for name in getattr(thing.when, facet)}
