"""The loop, pure: which question comes next, and what a reply makes of the brief."""

from collections.abc import Callable, Iterable
from typing import Any

from dutywriter.brief.answers import Answer, Brief, alias_facts
from dutywriter.brief.fields import BY_KEY
from dutywriter.brief.kinds import AnswerError, MetricGoal, SectionChoice
from dutywriter.catalogue.model import Catalogue
from dutywriter.wizard.questions import Question, questions

Reply = str | tuple[str, ...]
Ask = Callable[[Question, Callable[[str], str]], Reply]
"""Asks a person: given the question and a check that says what is wrong with a typed line (empty: nothing)."""


def interview(ask: Ask, brief: Brief, catalogue: Catalogue) -> Brief:
    """`brief` with an answer for every question that applies; what flags, files and a sentence settled is not asked."""
    settled = frozenset(key for key, answer in brief.answers.items() if answer.source in ("flag", "file", "sentence"))
    asked: list[str] = []
    while question := following(brief, catalogue, asked, settled):
        brief = with_reply(brief, catalogue, question, ask(question, _checker(question, catalogue)))
        asked.append(question.id)
    return brief


def following(brief: Brief, catalogue: Catalogue, asked: Iterable[str], settled: frozenset[str]) -> Question | None:
    """The first question that applies and was not asked yet; None when there is none left."""
    past = set(asked)
    for question in questions(brief, catalogue):
        if question.id not in past and question.field not in settled:
            return question
    return None


def with_reply(brief: Brief, catalogue: Catalogue, question: Question, reply: Reply) -> Brief:
    """`brief` with what `reply` answers; an empty reply leaves the field to its default."""
    if isinstance(reply, tuple):
        return _with_ticks(brief, question, reply)
    text = reply.strip() or question.default
    if not text:
        return brief
    value: Any = BY_KEY[question.field].kind.parse(question.prefix + text, catalogue)
    if question.prefix:
        value = _with_targets(brief.goals, value)
    for key, fact in alias_facts(text if question.field == "role" else "", catalogue).items():
        brief = brief.with_answer(key, Answer(fact, "alias"))
    return brief.with_answer(question.field, Answer(value, "wizard"))


def wrong(question: Question, catalogue: Catalogue, text: str) -> str:
    """What is wrong with a typed line, in Chinese; empty where it can be taken."""
    if not text.strip():
        return ""
    try:
        BY_KEY[question.field].kind.parse(question.prefix + text, catalogue)
    except AnswerError as error:
        return error.message
    return ""


def _checker(question: Question, catalogue: Catalogue) -> Callable[[str], str]:
    return lambda text: wrong(question, catalogue, text)


def _with_ticks(brief: Brief, question: Question, ticked: tuple[str, ...]) -> Brief:
    if set(ticked) == {option.value for option in question.options if option.ticked}:
        return brief
    if question.field == "metrics":
        value: object = tuple(MetricGoal(name) for name in ticked)
    elif question.field == "sections":
        value = SectionChoice(take=ticked)
    else:
        value = ticked
    return brief.with_answer(question.field, Answer(value, "wizard"))


def _with_targets(goals: tuple[MetricGoal, ...], stated: tuple[MetricGoal, ...]) -> tuple[MetricGoal, ...]:
    by_name = {goal.name: goal for goal in stated}
    return tuple(by_name.get(goal.name, goal) for goal in goals)
