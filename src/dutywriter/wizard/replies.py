"""What a reply makes of the brief, and what is wrong with a typed one."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.brief.answers import Answer, Brief, alias_facts
from dutywriter.brief.fields import BY_KEY
from dutywriter.brief.kinds import AnswerError, DutyChoice, Listed, MetricGoal, OwnDuty, SectionChoice, Text
from dutywriter.catalogue.model import Catalogue, Level
from dutywriter.check.plausible import implausible
from dutywriter.check.wording import OWN_ACTIONS, OWN_LENGTH, Wording
from dutywriter.compose.case import Case
from dutywriter.compose.explain import SectionOption, choices
from dutywriter.compose.own import without_frequency
from dutywriter.text import dates
from dutywriter.text.numbers import quantity
from dutywriter.wizard.picker import Option
from dutywriter.wizard.questions import DEADLINE, FILL, GOAL_PARTS, OWN, OWN_NOTE, UNSET, Question, own_option

_SEVERAL = re.compile(r"[；;\n]")


class Ticked(Struct, frozen=True):
    """A section as a person left it: its title, the ids of its ticked duties, the lines of the person's own, in their order."""

    title: str
    duties: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


class Ticking(Struct, frozen=True, tag=True):
    """The sections that a person ticked, in their order."""

    sections: tuple[Ticked, ...]


class Arrangement(Struct, frozen=True, tag=True):
    """What a person changed about the duties.

    The sections taken (none: as recommended), single duties taken and left out, the order of both, and lines of the person's own,
    each with its section.
    """

    sections: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    own: tuple[tuple[str, str], ...] = ()


Given = str | tuple[str, ...] | Ticking
"""A reply as it is given on a page."""
Reply = str | tuple[str, ...] | Arrangement
"""A reply as it is kept: of the duties, what was changed about them."""


def picked_reply(question: Question, picked: tuple[Option, ...]) -> Given:
    """The reply that ticked options make."""
    if question.style != "tree":
        return tuple(option.value for option in picked)
    return Ticking(
        tuple(
            Ticked(
                section.value,
                tuple(duty.value for duty in section.options if not duty.value.startswith(OWN)),
                tuple(duty.value.removeprefix(OWN) for duty in section.options if duty.value.startswith(OWN)),
            )
            for section in picked
        )
    )


def with_ticks(question: Question, given: Given) -> tuple[Option, ...]:
    """The options as a person left them: ticked, in the order and with what the person added."""
    options = question.options
    if isinstance(given, Ticking):
        left = {section.title: section for section in given.sections}
        ordered = _first(options, left)
        return tuple(_as_left(option, left.get(option.value, Ticked(option.value))) for option in ordered)
    known = {option.value for option in options}
    added = (Option(value, value, OWN_NOTE, ticked=True) for value in given if question.own and value not in known)
    return (*(replace(option, ticked=option.value in given) for option in options), *added)


def _as_left(section: Option, left: Ticked) -> Option:
    there = [replace(duty, ticked=duty.value in left.duties) for duty in _first(section.options, left.duties)]
    known = {duty.value for duty in there}
    own = [own_option(text) for text in left.own if OWN + text not in known]
    marked = [replace(duty, ticked=True) if duty.value.removeprefix(OWN) in left.own else duty for duty in there]
    return replace(section, options=(*marked, *own))


def _first(options: Iterable[Option], values: Iterable[str]) -> list[Option]:
    """The options with these values first, in the order of these; then the others."""
    places = {value: place for place, value in enumerate(values)}
    return sorted(options, key=lambda option: places.get(option.value, len(places)))


def arranged(brief: Brief, catalogue: Catalogue, ticking: Ticking) -> Arrangement:
    """What `ticking` changes about the duties of the draft for `brief`, were nothing said about them."""
    bare = brief.without(*_DUTY_KEYS)
    sections = _taken(ticking, choices(Case(bare, catalogue)))
    own = tuple((section.title, text) for section in ticking.sections for text in section.own)
    there = choices(Case(_with_sections(bare, sections, own), catalogue))
    stood = [duty.id for section in there for duty in section.duties if duty.stands]
    wanted = [id_ for section in ticking.sections for id_ in section.duties]
    return Arrangement(
        sections,
        tuple(id_ for id_ in wanted if id_ not in stood),
        tuple(id_ for id_ in stood if id_ not in wanted),
        tuple(_order(ticking, there)),
        own,
    )


def _taken(ticking: Ticking, usual: tuple[SectionOption, ...]) -> tuple[str, ...]:
    """The titles of the sections with ticked duties, where these are not the usual ones; lines of one's own take no section."""
    titles = tuple(section.title for section in ticking.sections if section.duties)
    return () if set(titles) == {section.title for section in usual if section.stands} else titles


def _order(ticking: Ticking, there: tuple[SectionOption, ...]) -> Iterator[str]:
    """The titles, where the sections do not stand in this order anyway; and the ids of the duties of each section that do not."""
    titles = [section.title for section in ticking.sections]
    if titles != [section.title for section in there if section.stands]:
        yield from titles
    listed = {section.title: [duty.id for duty in section.duties] for section in there}
    for section in ticking.sections:
        if section.duties != tuple(id_ for id_ in listed.get(section.title, ()) if id_ in section.duties):
            yield from section.duties


def _with_sections(bare: Brief, sections: tuple[str, ...], own: tuple[tuple[str, str], ...]) -> Brief:
    """`bare` with these sections taken and these lines of the person's own, as far as there are any."""
    brief = bare.with_answer("sections", Answer(SectionChoice(sections), "wizard"))
    duties = tuple(OwnDuty(title, text) for title, text in own)
    return brief.with_answer("own", Answer(duties, "wizard")) if duties else brief


def with_reply(brief: Brief, catalogue: Catalogue, question: Question, reply: Reply) -> tuple[Brief, str]:
    """`brief` with what `reply` answers, and what of the reply does not apply here, in Chinese (empty: all does)."""
    if isinstance(reply, Arrangement):
        return _with_arrangement(brief, catalogue, question, reply)
    if isinstance(reply, tuple):
        return _with_ticks(brief, question, reply)
    if question.style == "choice":
        return _with_choice(brief, catalogue, question, reply)
    return _with_line(brief, catalogue, question, reply.strip()), ""


def not_taken(key: str, reply: Reply) -> str:
    """What to tell of a reply to a field that does not count here; empty where it said nothing."""
    said = reply if isinstance(reply, str) else "、".join(reply) if isinstance(reply, tuple) else ""
    return f"“{BY_KEY[key].label}：{said}”在这里不适用，已不采用" if said and said != UNSET else ""


def said_before(question: Question, brief: Brief) -> str:
    """The answer that the brief holds already, as a line to type; empty where there is none."""
    part, _, name = question.id.partition(":")
    if part in GOAL_PARTS:
        goal = next((goal for goal in brief.goals if goal.name == name), MetricGoal(name))
        number: str = getattr(goal, part)
        return number + goal.unit if number and part != DEADLINE else number
    if part == FILL:
        text: str = brief.get(FILL, {}).get(name, "")
        return text
    if question.field not in brief.answers:
        return ""
    return "；".join(BY_KEY[question.field].kind.texts(brief.get(question.field)))


def wrong(question: Question, catalogue: Catalogue, text: str) -> str:
    """What is wrong with a typed line, in Chinese; empty where it can be taken."""
    if not text.strip() or not question.field:
        return ""
    try:
        _value(question, catalogue, text)
    except AnswerError as error:
        return error.message
    return ""


def doubtful(question: Question, brief: Brief, catalogue: Catalogue, text: str) -> str:
    """What speaks against a line that can be taken, in Chinese: of a person's own duty its wording, of a number its size."""
    found: Iterable[str] = ()
    if question.style == "tree" and text.strip():
        found = _not_well_put(text.strip(), brief.level, catalogue)
    elif question.id.partition(":")[0] in GOAL_PARTS and text.strip():
        known = set(implausible(brief, catalogue))
        found = (told for told in implausible(_with_line(brief, catalogue, question, text.strip()), catalogue) if told not in known)
    told = "；".join(dict.fromkeys(found))
    return f"{told}。改好再回车，或再按一次回车照样采用" if told else ""


def _not_well_put(duty: str, level: Level, catalogue: Catalogue) -> Iterator[str]:
    """What the rules of writing say against a duty of the person's own."""
    for finding in Wording(catalogue).findings(without_frequency(duty), "duty", level, OWN_LENGTH, OWN_ACTIONS):
        yield f"{finding.message}，{finding.advice}"


def _value(question: Question, catalogue: Catalogue, text: str) -> Any:
    part, _, name = question.id.partition(":")
    if part in GOAL_PARTS:
        return _of_one_unit(question, _goal_value(part, text))
    if part == FILL:
        return {name: Text().parse(text, catalogue)}
    if question.style == "tree":
        return _own_duties(question.options[0].value, text, catalogue)
    kind = BY_KEY[question.field].kind
    if isinstance(kind, Listed) and not kind.separators:
        return tuple(dict.fromkeys(value for line in _SEVERAL.split(text) if line.strip() for value in kind.parse(line, catalogue)))
    return kind.parse(text, catalogue)


def _goal_value(part: str, text: str) -> tuple[str, str]:
    """A number and its unit, or a day and nothing."""
    if part == DEADLINE:
        day = dates.deadline(text)
        if not day:
            raise AnswerError(f"“{text[:20]}”不是日期，请写成 2027-06-30、2027Q2 或 2027 年 6 月")
        return day.isoformat(), ""
    found = quantity(text)
    if not found:
        raise AnswerError(f"“{text[:20]}”不是数字，请写成 35、35% 或 3.5万")
    return found.number, found.unit


def _of_one_unit(question: Question, value: tuple[str, str]) -> tuple[str, str]:
    """The value, once its unit is sure to be that of the goal's other number."""
    unit = value[1]
    if unit and question.unit and unit != question.unit:
        raise AnswerError(f"单位是“{unit}”，与另一个数的“{question.unit}”不一致，请统一")
    return value


def _with_line(brief: Brief, catalogue: Catalogue, question: Question, text: str) -> Brief:
    """An empty line takes the default, and where there is none, takes the answer back."""
    part, _, name = question.id.partition(":")
    if part in GOAL_PARTS:
        return _with_goal(brief, name, part, _goal_value(part, text) if text else ("", ""))
    if part == FILL:
        texts = {key: said for key, said in brief.get("set", {}).items() if key != name}
        return brief.with_answer("set", Answer(texts | (_value(question, catalogue, text) if text else {}), "wizard"))
    text = text or question.default
    if not text:
        return brief.without(question.field)
    return brief.with_answer(question.field, Answer(_value(question, catalogue, text), "wizard"))


def _with_goal(brief: Brief, name: str, part: str, value: tuple[str, str]) -> Brief:
    text, unit = value
    goals = (_changed(goal, part, text, unit) if goal.name == name else goal for goal in brief.goals)
    return brief.with_answer("metrics", Answer(tuple(goals), "wizard"))


def _changed(goal: MetricGoal, part: str, text: str, unit: str) -> MetricGoal:
    changed: MetricGoal = replace(goal, **{part: text})
    return replace(changed, unit=unit) if unit else changed


def _with_choice(brief: Brief, catalogue: Catalogue, question: Question, reply: str) -> tuple[Brief, str]:
    if reply == UNSET:
        return brief.without(question.field), ""
    field = BY_KEY[question.field]
    if not question.own and reply not in {option.value for option in question.options}:
        return brief, not_taken(question.field, reply)
    if question.field == "role":
        brief = brief.without(*(key for key, answer in brief.answers.items() if answer.source == "alias"))
        for key, fact in alias_facts(reply, catalogue).items():
            if key not in brief.answers or brief.answers[key].source == "default":
                brief = brief.with_answer(key, Answer(fact, "alias"))
    return brief.with_answer(question.field, Answer(field.kind.parse(reply, catalogue), "wizard")), ""


def _with_ticks(brief: Brief, question: Question, ticked: tuple[str, ...]) -> tuple[Brief, str]:
    there = {option.value for option in question.options}
    taken = tuple(value for value in ticked if question.own or value in there)
    gone = "、".join(value for value in ticked if value not in taken)
    lost = f"“{gone}”在这里不适用，已不采用" if gone else ""
    if set(taken) == {option.value for option in question.options if option.ticked}:
        return brief, lost
    if not taken:
        return brief.without(question.field), lost
    value: Any = taken
    if question.field == "metrics":
        stated = {goal.name: goal for goal in brief.goals}
        value = tuple(stated.get(name, MetricGoal(name)) for name in taken)
    return brief.with_answer(question.field, Answer(value, "wizard")), lost


_DUTY_KEYS = ("sections", "duties", "order", "own")


def _own_duties(section: str, text: str, catalogue: Catalogue) -> Any:
    """A line of the person's own under a section, as the flag reads it."""
    return BY_KEY["own"].kind.parse(f"{section}={text}", catalogue)


def _with_arrangement(brief: Brief, catalogue: Catalogue, question: Question, reply: Arrangement) -> tuple[Brief, str]:
    there = {option.value for option in question.options}
    sections = tuple(title for title in reply.sections if title in there)
    gone = "、".join(title for title in reply.sections if title not in there)
    lost = f"这里没有“{gone}”这些模块，已不采用" if gone else ""
    values: dict[str, Any] = {
        "sections": SectionChoice(sections) if sections else None,
        "duties": DutyChoice(reply.taken, reply.left) if reply.taken or reply.left else None,
        "order": reply.order,
        "own": tuple(duty for title, text in reply.own for duty in _own_duties(title, text, catalogue)),
    }
    brief = brief.without(*_DUTY_KEYS)
    for key, value in values.items():
        if value:
            brief = brief.with_answer(key, Answer(value, "wizard"))
    return brief, lost
