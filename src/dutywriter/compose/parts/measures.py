"""What goals and KPIs have in common: how a metric's name, numbers and records are written."""

from dutywriter.catalogue.model import Metric
from dutywriter.compose.case import Case, Goal
from dutywriter.draft import Line, Origin
from dutywriter.text.marked import placeholder
from dutywriter.text.numbers import show

_BOUND = {"up": "不低于 ", "down": "不高于 ", "range": ""}


def name(case: Case, goal: Goal) -> Line:
    if case.brief.goals or not goal.metric:
        return case.user(goal.name, "metrics")
    return case.line(with_n(goal.metric.name, goal.metric, ""), goal.metric.id)


def with_n(text: str, metric: Metric, said: str) -> str:
    """`text` with the N of a metric as the user said it (7日留存率), else as a suggestion."""
    if not metric.usual_n:
        return text
    number = "1" if said.startswith("次日") else "".join(character for character in said if character.isdecimal())
    return text.replace("N", number or f"<{metric.usual_n}※>")


def figure(case: Case, goal: Goal, key: str, label: str) -> Line:
    """A goal's present value or target as the user said it, else a placeholder."""
    number = getattr(goal.said, key)
    if not number:
        return unsaid(case, f"{goal.name}{label}")
    bound = _BOUND[goal.metric.direction] if goal.metric and key == "target" else ""
    return case.user(bound + shown(goal, number), "metrics")


def shown(goal: Goal, number: str) -> str:
    """A number of the goal with its unit."""
    return show(number, goal.said.unit or (goal.metric.unit if goal.metric else ""))


def source(case: Case, goal: Goal) -> Line:
    return record(case, goal.metric) if goal.metric else unsaid(case, f"{goal.name}数据来源")


def record(case: Case, metric: Metric) -> Line:
    """Where the metric is read: in the role's own record where it keeps one."""
    return case.line(case.role.records.get(metric.id, metric.source), metric.id)


def unsaid(case: Case, name: str) -> Line:
    """What only the company knows: its text where it was set by name, else a placeholder."""
    said = case.brief.named(name)
    return case.user(said, "set") if said else Line(placeholder(name), Origin("placeholder", ("metrics",)))
