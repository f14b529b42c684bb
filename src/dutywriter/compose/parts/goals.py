"""工作目标 and 绩效指标: what is to be reached by when, and how it is measured."""

from collections.abc import Iterator

from dutywriter.catalogue.model import Metric
from dutywriter.compose.arithmetic import shares
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
        ("weight", "权重"),
        ("period", "周期"),
        ("source", "数据来源"),
        ("goal", "服务的目标"),
    )
)
WEIGHT_AT = 4
GOAL_WEIGHT, STRESSED_WEIGHT = 3, 4
_BOUND = {"up": "不低于 ", "down": "不高于 ", "range": ""}


def goals(case: Case) -> Iterator[Table]:
    rows = tuple(_goal_row(case, place, goal) for place, goal in enumerate(case.goals, 1))
    yield Table(GOAL_COLUMNS, rows)


def milestones(case: Case) -> Iterator[Table]:
    """What has to be reached on the way, for goals whose present value the user gave."""
    if any(goal.said.present for goal in case.goals):
        from dutywriter.compose.milestones import reckoned

        yield from reckoned(case)


def _stepped(case: Case, goal: Goal) -> bool:
    """Whether the draft says what the goal has to have reached on the way."""
    if not goal.said.present or "milestones" in case.length.without:
        return False
    from dutywriter.compose.milestones import way

    return way(goal) is not None


def metrics(case: Case) -> Iterator[Table]:
    """Every goal's metric first, then those by which the level is usually measured."""
    stated = {goal.metric.id for goal in case.goals if goal.metric}
    usual = [case.metric(id_) for id_ in case.role.metrics.at(case.level) if id_ not in stated]
    rows = [_goal_metric_row(case, place, goal) for place, goal in enumerate(case.goals, 1)]
    room = max(case.length.metrics - len(rows), 0)
    rows += [_metric_row(case, metric) for metric in usual[:room]]
    yield Table(METRIC_COLUMNS, tuple(_with_weights(case, rows)))


def _with_weights(case: Case, rows: list[tuple[Line, ...]]) -> Iterator[tuple[Line, ...]]:
    """Every row with its weight after the target: goals weigh more, those that the user stressed most; in all 100."""
    goal = STRESSED_WEIGHT if case.brief.goals else GOAL_WEIGHT
    weights = shares([goal if place < len(case.goals) else 1 for place in range(len(rows))])
    for row, weight in zip(rows, weights, strict=True):
        text = f"{weight}%"
        yield (*row[:WEIGHT_AT], Line(text, Origin("computed", ("metrics",)), ((0, len(text)),)), *row[WEIGHT_AT:])


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
        _formula(case, metric, goal.said.name) if metric else _open(case, f"{goal.name}公式"),
        _unit(case, goal),
        _target(case, place, goal),
        case.line(metric.period, metric.id) if metric else _open(case, f"{goal.name}考核周期"),
        _source(case, goal),
        case.computed(f"目标 {place}", "metrics"),
    )


def _target(case: Case, place: int, goal: Goal) -> Line:
    """A goal's target is due at its deadline, not every period; one that is open is written once, among the goals."""
    if not goal.said.target:
        return case.computed(f"见工作目标 {place}", "metrics")
    figure = _figure(case, goal, "target", "目标值")
    due = f"到 {goal.said.deadline} {figure.text}，此前各期{'按里程碑' if _stepped(case, goal) else '另行商定'}"
    return case.user(due if goal.said.deadline else figure.text, "metrics")


def _metric_row(case: Case, metric: Metric) -> tuple[Line, ...]:
    return (
        case.line(_with_n(metric.name, metric, ""), metric.id),
        _formula(case, metric, ""),
        case.line(metric.unit, metric.id),
        _open(case, f"{metric.usual_name}目标值"),
        case.line(metric.period, metric.id),
        _record(case, metric),
        _served(case, metric),
    )


def _formula(case: Case, metric: Metric, said: str) -> Line:
    formula = f"{metric.formula}（{metric.definition}）" if metric.definition else metric.formula
    return case.line(_with_n(formula, metric, said), metric.id)


def _with_n(text: str, metric: Metric, said: str) -> str:
    """`text` with the N of a metric as the user said it (7日留存率), else as a suggestion."""
    if not metric.usual_n:
        return text
    number = "1" if said.startswith("次日") else "".join(character for character in said if character.isdecimal())
    return text.replace("N", number or f"<{metric.usual_n}※>")


def _served(case: Case, metric: Metric) -> Line:
    """The first goal that this metric is known to serve; the post's purpose where none of the goals is among them."""
    served = case.role.serves.get(metric.id, ())
    for place, goal in enumerate(case.goals, 1):
        if goal.metric and goal.metric.id in served:
            return case.computed(f"目标 {place}", metric.id)
    return case.computed("岗位目的", metric.id)


def _name(case: Case, goal: Goal) -> Line:
    if case.brief.goals or not goal.metric:
        return case.user(goal.name, "metrics")
    return case.line(_with_n(goal.metric.name, goal.metric, ""), goal.metric.id)


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
    return _record(case, goal.metric) if goal.metric else _open(case, f"{goal.name}数据来源")


def _record(case: Case, metric: Metric) -> Line:
    """Where the metric is read: in the role's own record where it keeps one."""
    return case.line(case.role.records.get(metric.id, metric.source), metric.id)


def _open(case: Case, name: str) -> Line:
    """What only the company knows: its text where it was set by name, else a placeholder."""
    said = case.brief.named(name)
    return case.user(said, "set") if said else Line(placeholder(name), Origin("placeholder", ("metrics",)))
