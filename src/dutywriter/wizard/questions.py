"""The questions, each made from the field registry, the catalogue and what was answered before."""

from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from dutywriter.brief.answers import Brief
from dutywriter.brief.fields import BY_KEY
from dutywriter.brief.kinds import MetricGoal
from dutywriter.brief.request import Request
from dutywriter.catalogue.model import Borrow, Catalogue, Duty, Metric, Requirement, Role, RoleSection, Variant
from dutywriter.catalogue.names import metric_named
from dutywriter.catalogue.search import search
from dutywriter.compose.case import Case
from dutywriter.compose.explain import SectionOption, choices
from dutywriter.wizard.picker import Option

Style = Literal["text", "choice", "ticks", "tree", "page"]
REQUEST, FACTS = "request", "facts"
PRESENT, TARGET, DEADLINE = "present", "target", "deadline"
GOAL_PARTS = (PRESENT, TARGET, DEADLINE)
FILL = "set"
OWN, OWN_NOTE = "own:", "自己加的"
"""Before the value of an option that is a person's own line, and beside it."""
UNSET = "不限定"
"""The option that takes an answer back."""

_OF_ANY_ROLE = (REQUEST, FACTS, "role")
_ASKED = (REQUEST, FACTS, "role", "kind", "level", "platform", "category", "business", "metrics")


class Question(Struct, frozen=True):
    """What is asked, and how a person replies.

    To `text` it is a line (nothing: `default`), to `choice` one option, to `ticks` any number of them, to `tree` options and
    sub-options in the person's order, to `page` the row to go to.

    `field` is the key of the answer (none: the reply is no answer), `why` says what an answer is good for, `own` what a person
    may add to the options, `least` how many options must be ticked, `unit` the unit that a number must have, if it has one.
    """

    id: str
    field: str
    style: Style
    message: str
    options: tuple[Option, ...] = ()
    default: str = ""
    hint: str = ""
    why: str = ""
    own: str = ""
    least: int = 0
    unit: str = ""


class Situation(Struct, frozen=True):
    """What a question depends on: the answers so far, the catalogue, and the request in the person's own words."""

    brief: Brief
    catalogue: Catalogue
    request: Request


def asked(brief: Brief) -> list[str]:
    """The ids of what is asked on the way to the review, in order; whether each applies, `question` says."""
    first = [id_ for id_ in _ASKED if id_ != "business" or "category" not in brief.answers]
    return [*first, *(f"{part}:{goal.name}" for goal in brief.goals for part in GOAL_PARTS), "sections"]


def question(id_: str, situation: Situation) -> Question | None:
    """The question `id_` as it is here; None where it is none, or does not apply, as most do not while the role is unknown."""
    if id_ not in _OF_ANY_ROLE and "role" not in situation.brief.answers:
        return None
    if id_ in _MAKERS:
        return _MAKERS[id_](situation)
    kind, _, name = id_.partition(":")
    if kind in GOAL_PARTS:
        return _goal_part(kind, name, situation)
    if kind == FILL:
        return Question(id_, FILL, "text", f"{name}？", hint=_LEFT_OPEN, why="填好后写进文中相应的待填处。")
    return _of_field(id_) if id_ in BY_KEY else None


def shown(key: str, value: object) -> str:
    """An answer as a person reads it, in one line."""
    if key == "metrics" and isinstance(value, tuple):
        return "、".join(map(_shown_goal, value))
    return "、".join(BY_KEY[key].kind.texts(value))


def _shown_goal(goal: MetricGoal) -> str:
    """退款率 从 32% 到 26%，期限 2026-12-31."""
    present, target = (f"{number}{goal.unit}" if number else "" for number in (goal.present, goal.target))
    numbers = f"从 {present} 到 {target}" if present and target else target or present
    return " ".join(filter(None, [goal.name, numbers])) + (f"，期限 {goal.deadline}" if goal.deadline else "")


_LEFT_OPEN = "直接回车：留待填"
_NOT_NEEDED = "直接回车：不填"


def _request(_: Situation) -> Question:
    return Question(
        REQUEST,
        "",
        "text",
        "一句话说说：要写什么岗位？",
        hint="如 小红书母婴账号招新媒体运营，成都，双休，7-10K；不想说就直接回车",
        why="说到的岗位、平台、地点、工时、薪酬、目标会自动填好，下一步请您核对。整段招聘启事或聊天记录也可以粘贴。",
    )


def _facts(situation: Situation) -> Question | None:
    """What was understood, so that a person can take back what was not meant."""
    request = situation.request
    if not request.facts:
        return None
    words = request.words
    options = (
        Option(
            fact.key,
            f"{BY_KEY[fact.key].label}：{shown(fact.key, fact.value)}",
            f"“{words[fact.key]}”",
            ticked=True,
        )
        for fact in request.facts
    )
    why = "每行后面是您的原话。去掉的不采用，接着会问到，或在确认页填写。"
    unused = "、".join(f"“{clause}”" for clause in request.unused())
    hint = "不对的按空格去掉" + (f"；没有用上：{unused}" if unused else "")
    return Question(FACTS, "", "ticks", "这样理解对吗？", tuple(options), hint=hint, why=why)


def _role(situation: Situation) -> Question:
    entries = situation.catalogue.entries
    roles = [
        Option(entry.name, entry.name, entry.about, words=tuple(name for name in entry.names if name not in entry.sets))
        for entry in entries
    ]
    named = [
        Option(alias, alias, f"{entry.name}，{'、'.join(facts.values())}")
        for entry in entries
        for alias, facts in entry.sets.items()
    ]
    more = [Option("", "更具体的叫法"), *named] if named else []
    return _of_field("role", "choice", (*roles, *more), default=roles[0].value)


def likeliest_role(situation: Situation) -> str:
    """The role whose work is likest to what the request says besides the facts; empty where none is. It takes a search."""
    said = " ".join(situation.request.unused())
    scores: dict[str, float] = {}
    for hit in search(situation.catalogue, said) if said else ():
        scores[hit.role] = scores.get(hit.role, 0.0) + hit.score
    scores.pop("", None)
    return max(scores, key=lambda role: scores[role], default="")


def _level(situation: Situation) -> Question:
    levels = situation.catalogue.verbs.levels
    return _of_field("level", "choice", (Option(level.name, level.name, level.about, words=level.aliases) for level in levels))


def _kind(situation: Situation) -> Question:
    """Which document; those for work at a client's only where the post is there."""
    onsite = Case(situation.brief, situation.catalogue).onsite
    kinds = (kind for kind in situation.catalogue.documents.kinds if onsite or not kind.onsite)
    hint = "员工签说明书；甲方也要签字的，另写一份驻场附件" if onsite else ""
    return _of_field("kind", "choice", (Option(kind.name, kind.name, kind.about) for kind in kinds), hint=hint)


def _length(situation: Situation) -> Question:
    lengths = situation.catalogue.documents.lengths
    return _of_field("length", "choice", (Option(length.name, length.name, length.about) for length in lengths))


def _outline(situation: Situation) -> Question:
    outlines = situation.catalogue.documents.outlines
    options = (Option(outline.name, outline.name, outline.about) for outline in outlines)
    return _of_field("outline", "choice", (Option(UNSET, UNSET, "按说明书通常的写法"), *options), default=UNSET)


def _onsite(_: Situation) -> Question:
    return _of_field("onsite", "choice", (Option("是", "是"), Option("否", "否")), default="否")


def _platform(situation: Situation) -> Question | None:
    options = _facet("platform", situation)
    return _of_field("platform", "ticks", options, own="平台") if options else None


def _category(situation: Situation) -> Question | None:
    return _one_of_facet("category", situation)


def _business(situation: Situation) -> Question | None:
    return _one_of_facet("business", situation)


def _one_of_facet(key: str, situation: Situation) -> Question | None:
    options = _facet(key, situation)
    if not options:
        return None
    return _of_field(key, "choice", (Option(UNSET, UNSET), *options), default=UNSET, own=BY_KEY[key].metavar)


def _facet(key: str, situation: Situation) -> tuple[Option, ...]:
    """The platforms, categories or businesses on which the role's duties depend, and what the user said."""
    case, terms = Case(situation.brief, situation.catalogue), situation.catalogue.terms
    named = _named_by(case.role, key)
    known = {"platform": terms.platforms, "category": terms.categories, "business": terms.businesses}[key]
    those = {word.name: word.aliases for word in known if named and (word.name in named or word.parent in named)}
    said = situation.brief.get(key, ())
    told = (said,) if isinstance(said, str) else said
    return tuple(Option(name, name, ticked=name in told, words=those.get(name, ())) for name in dict.fromkeys((*those, *told)))


def _metrics(situation: Situation) -> Question:
    """What matters most: the metrics to set goals for; those that the user named, the role's own, then all others."""
    case = Case(situation.brief, situation.catalogue)
    told = [goal.name for goal in situation.brief.goals]
    own = [case.metric(id_) for id_ in case.role.metrics.at(case.level)]
    usual = {metric.usual_name: case.line(metric.formula).text for metric in own}
    others = {metric.usual_name: metric for metric in situation.catalogue.metrics if metric.usual_name not in usual}
    first = [Option(name, name, usual.get(name, ""), ticked=name in told) for name in dict.fromkeys((*told, *usual))]
    rest = [Option(name, name, metric.unit) for name, metric in others.items() if name not in told]
    options = (*first, Option("", "其他指标"), *rest)
    return _of_field("metrics", "ticks", options, hint="不选就用本岗常用的目标", own="指标")


def _sections(situation: Situation) -> Question:
    case = Case(situation.brief, situation.catalogue)
    said = situation.brief.get("own", ())
    own = {title: [duty.text for duty in said if duty.section == title] for title in dict.fromkeys(duty.section for duty in said)}
    sections = (_section(section, own.get(section.title, [])) for section in choices(case))
    return _of_field("sections", "tree", sections, own="职责", least=1)


def _section(section: SectionOption, own: list[str]) -> Option:
    duties = [Option(duty.id, duty.text, duty.reason, ticked=duty.stands, usual=duty.usual) for duty in section.duties]
    return Option(section.title, section.title, section.reason, options=(*duties, *map(own_option, own)))


def own_option(text: str) -> Option:
    """A line of the person's own among the duties of a section."""
    return Option(OWN + text, text, OWN_NOTE, ticked=True, usual=True)


def _goal_part(part: str, name: str, situation: Situation) -> Question | None:
    """One number of one goal; the deadline only where a number is to be reached by then."""
    goal = next((goal for goal in situation.brief.goals if goal.name == name), None)
    if not goal or (part == DEADLINE and not goal.target):
        return None
    metric = metric_named(situation.catalogue, name)
    message, hint = _GOAL_WORDS[part]
    formula = Case(situation.brief, situation.catalogue).line(metric.formula).text if metric and part != DEADLINE else ""
    stated = any(getattr(goal, other) for other in (PRESENT, TARGET) if other != part)
    return Question(
        f"{part}:{name}",
        "metrics",
        "text",
        message.format(name=name),
        hint=(f"算法：{formula}；" if formula else "") + hint.format(example=_example(metric, part)),
        why=BY_KEY["metrics"].why,
        unit=goal.unit if stated else "",
    )


_GOAL_WORDS = {
    PRESENT: ("{name}：现在是多少？", "如 {example}；不知道就直接回车，留待填"),
    TARGET: ("{name}：要达到多少？", "如 {example}；没定就直接回车，留待填"),
    DEADLINE: ("{name}：什么时候达到？", "如 2027-06-30、2027Q2、2027 年底；没定就直接回车"),
}


def _example(metric: Metric | None, part: str) -> str:
    if not metric or metric.unit == "%":
        falls = metric is not None and metric.direction == "down"
        return {True: ("15%", "12%"), False: ("80%", "85%")}[falls][part == TARGET]
    return "3.5万" if part == TARGET else "3万"


def _of_field(  # noqa: PLR0913, PLR0917 - the shape of a question
    key: str,
    style: Style = "text",
    options: Iterable[Option] = (),
    default: str = "",
    hint: str = "",
    own: str = "",
    least: int = 0,
) -> Question:
    field = BY_KEY[key]
    usual = default or str(field.default or "")
    hint = hint or (_NOT_NEEDED if style == "text" else "")
    return Question(key, key, style, field.question, tuple(options), usual, hint, field.why, own, least)


_MAKERS: dict[str, Callable[[Situation], Question | None]] = {
    REQUEST: _request,
    FACTS: _facts,
    "role": _role,
    "level": _level,
    "kind": _kind,
    "length": _length,
    "outline": _outline,
    "onsite": _onsite,
    "platform": _platform,
    "category": _category,
    "business": _business,
    "metrics": _metrics,
    "sections": _sections,
}


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
