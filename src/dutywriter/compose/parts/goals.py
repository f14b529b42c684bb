"""工作目标 and 绩效指标: what is to be reached by when, and how it is measured."""

from collections.abc import Iterator

from dutywriter.catalogue.model import Metric
from dutywriter.compose.case import Case, Goal
from dutywriter.draft import Column, Line, Origin, Table
from dutywriter.text.marked import placeholder
from dutywriter.text.numbers import show

GOAL_COLUMNS = tuple(
    Column(key, heading)
    for key, heading in (
        ("number", "序号"),
        ("metric", "指标"),
        ("present", "现状"),
        ("target", "目标"),
        ("deadline", "期限"),
        ("source", "数据来源"),
    )
)
METRIC_COLUMNS = tuple(
    Column(key, heading)
    for key, heading in (
        ("metric", "指标"),
        ("formula", "公式与口径"),
        ("unit", "单位"),
        ("target", "目标值"),
        ("period", "周期"),
        ("source", "数据来源"),
        ("goal", "服务的目标"),
    )
)
_BOUND = {"up": "不低于 ", "down": "不高于 ", "range": ""}


def goals(case: Case) -> Iterator[Table]:
    rows = tuple(_goal_row(case, place, goal) for place, goal in enumerate(case.goals, 1))
    yield Table(GOAL_COLUMNS, rows)


def metrics(case: Case) -> Iterator[Table]:
    """Every goal's metric first, then those by which the level is usually measured."""
    stated = {goal.metric.id for goal in case.goals if goal.metric}
    usual = [case.metric(id_) for id_ in case.role.metrics.at(case.level) if id_ not in stated]
    rows = [_goal_metric_row(case, place, goal) for place, goal in enumerate(case.goals, 1)]
    yield Table(METRIC_COLUMNS, tuple(rows + [_metric_row(case, metric) for metric in usual]))


def _goal_row(case: Case, place: int, goal: Goal) -> tuple[Line, ...]:
    return (
        case.computed(str(place)),
        _name(case, goal),
        _figure(case, goal, "present", "现状值"),
        _figure(case, goal, "target", "目标值"),
        case.user(goal.said.deadline, "metrics") if goal.said.deadline else _open(case, f"{goal.name}期限"),
        _source(case, goal),
    )


def _goal_metric_row(case: Case, place: int, goal: Goal) -> tuple[Line, ...]:
    metric = goal.metric
    return (
        _name(case, goal),
        _formula(case, metric) if metric else _open(case, f"{goal.name}公式"),
        _unit(case, goal),
        _figure(case, goal, "target", "目标值") if goal.said.target else case.computed(f"同工作目标第 {place} 项", "metrics"),
        case.line(metric.period, metric.id) if metric else _open(case, f"{goal.name}考核周期"),
        _source(case, goal),
        case.computed(f"目标 {place}", "metrics"),
    )


def _metric_row(case: Case, metric: Metric) -> tuple[Line, ...]:
    return (
        case.line(metric.name, metric.id),
        _formula(case, metric),
        case.line(metric.unit, metric.id),
        _open(case, f"{metric.name}目标值"),
        case.line(metric.period, metric.id),
        case.line(metric.source, metric.id),
        _served(case, metric),
    )


def _formula(case: Case, metric: Metric) -> Line:
    return case.line(f"{metric.formula}（{metric.definition}）" if metric.definition else metric.formula, metric.id)


def _served(case: Case, metric: Metric) -> Line:
    """The first goal that this metric is known to serve; the post's purpose where none of the goals is among them."""
    served = case.role.serves.get(metric.id, ())
    for place, goal in enumerate(case.goals, 1):
        if goal.metric and goal.metric.id in served:
            return case.computed(f"目标 {place}", metric.id)
    return case.computed("岗位目的", metric.id)


def _name(case: Case, goal: Goal) -> Line:
    return case.user(goal.name, "metrics") if case.brief.goals else case.line(goal.name, goal.metric.id if goal.metric else "")


def _figure(case: Case, goal: Goal, key: str, label: str) -> Line:
    number = getattr(goal.said, key)
    if not number:
        return _open(case, f"{goal.name}{label}")
    bound = _BOUND[goal.metric.direction] if goal.metric and key == "target" else ""
    return case.user(bound + show(number, goal.said.unit or _metric_unit(goal)), "metrics")


def _metric_unit(goal: Goal) -> str:
    return goal.metric.unit if goal.metric else ""


def _unit(case: Case, goal: Goal) -> Line:
    if goal.metric:
        return case.line(goal.metric.unit, goal.metric.id)
    return case.user(goal.said.unit, "metrics") if goal.said.unit else _open(case, f"{goal.name}单位")


def _source(case: Case, goal: Goal) -> Line:
    return case.line(goal.metric.source, goal.metric.id) if goal.metric else _open(case, f"{goal.name}数据来源")


def _open(case: Case, name: str) -> Line:
    """What only the company knows: its text where it was set by name, else a placeholder."""
    said = case.brief.named(name)
    return case.user(said, "set") if said else Line(placeholder(name), Origin("placeholder", ("metrics",)))
