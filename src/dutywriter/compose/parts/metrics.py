"""绩效指标: how the work is measured."""

from collections.abc import Iterator

from msgspec.structs import replace

from dutywriter.catalogue.model import Metric
from dutywriter.compose.arithmetic import shares
from dutywriter.compose.case import Case, Goal
from dutywriter.compose.parts.measures import figure, name, record, source, unsaid, with_n
from dutywriter.draft import Column, Line, Origin, Table

COLUMNS = tuple(
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


def metrics(case: Case) -> Iterator[Table]:
    """Every goal's metric first, then what must not suffer on the way, then those by which the level is usually measured."""
    rows = [_goal_row(case, place, goal) for place, goal in enumerate(case.goals, 1)]
    room = max(case.extent.metrics - len(rows), 0)
    rows += [_row(case, metric) for metric in _beside_goals(case)[:room]]
    yield Table(COLUMNS, tuple(_with_weights(case, rows)))


def _beside_goals(case: Case) -> list[Metric]:
    """The metrics that stand beside the goals, none that says the same as one before it."""
    stated = [goal.metric for goal in case.goals if goal.metric]
    seen = {id_ for metric in stated for id_ in (metric.id, *metric.same_as)}
    found = []
    for metric in map(case.metric, (*case.guards, *case.role.metrics.at(case.level))):
        if metric.id not in seen:
            seen |= {metric.id, *metric.same_as}
            found.append(metric)
    return found


def _with_weights(case: Case, rows: list[tuple[Line, ...]]) -> Iterator[tuple[Line, ...]]:
    """Every row with its weight after the target: goals weigh more, those that the user stressed most; in all 100."""
    goal = STRESSED_WEIGHT if case.brief.goals else GOAL_WEIGHT
    weights = shares([goal if place < len(case.goals) else 1 for place in range(len(rows))])
    for row, weight in zip(rows, weights, strict=True):
        text = f"{weight}%"
        yield (*row[:WEIGHT_AT], Line(text, Origin("computed", ("metrics",)), ((0, len(text)),)), *row[WEIGHT_AT:])


def _goal_row(case: Case, place: int, goal: Goal) -> tuple[Line, ...]:
    metric = goal.metric
    return (
        name(case, goal),
        _reading(_formula(case, metric, goal.said.name), metric) if metric else unsaid(case, f"{goal.name}公式"),
        _unit(case, goal),
        _target(case, place, goal),
        case.line(metric.period, metric.id) if metric else unsaid(case, f"{goal.name}考核周期"),
        source(case, goal),
        case.computed(f"目标 {place}", "metrics"),
    )


def _row(case: Case, metric: Metric) -> tuple[Line, ...]:
    return (
        case.line(with_n(metric.name, metric, ""), metric.id),
        _formula(case, metric, ""),
        case.line(metric.unit, metric.id),
        _usual_target(case, metric),
        case.line(metric.period, metric.id),
        record(case, metric),
        _served(case, metric),
    )


def _target(case: Case, place: int, goal: Goal) -> Line:
    """A goal's target is due at its deadline, not every period; one that is open is written once, among the goals."""
    if not goal.said.target:
        return case.computed(f"见工作目标 {place}", "metrics")
    reach = figure(case, goal, "target", "目标值")
    due = f"到 {goal.said.deadline} {reach.text}，此前各期{'按里程碑' if _stepped(case, goal) else '另行商定'}"
    return case.user(due if goal.said.deadline else reach.text, "metrics")


def _stepped(case: Case, goal: Goal) -> bool:
    """Whether the draft says what the goal has to have reached on the way."""
    if not goal.said.present or not case.shows("milestones"):
        return False
    from dutywriter.compose.milestones import way

    return way(goal) is not None


def _usual_target(case: Case, metric: Metric) -> Line:
    """What the user set, else what most could start from, else the post's own past."""
    usual = metric.suggested or case.catalogue.documents.baselines.get(metric.direction, "")
    open_ = f"{metric.usual_name}目标值"
    return unsaid(case, open_) if not usual or case.brief.named(open_) else case.line(usual, metric.id)


def _formula(case: Case, metric: Metric, said: str) -> Line:
    formula = f"{metric.formula}（{metric.definition}）" if metric.definition else metric.formula
    return case.line(with_n(formula, metric, said), metric.id)


def _reading(line: Line, metric: Metric) -> Line:
    """The formula of a metric that has another reading is only suggested: its last character is marked."""
    end = len(line.text)
    return replace(line, suggested=(*line.suggested, (end - 1, end))) if metric.alternative else line


def _served(case: Case, metric: Metric) -> Line:
    """The goal for which this metric is the guard, or the first that it is known to serve, else the post's purpose."""
    served = case.role.serves.get(metric.id, ())
    for place, goal in enumerate(case.goals, 1):
        if goal.metric and metric.id in goal.metric.guards and metric.id in case.guards:
            return case.computed(f"目标 {place} 的底线", metric.id)
        if goal.metric and goal.metric.id in served:
            return case.computed(f"目标 {place}", metric.id)
    return case.computed("岗位目的", metric.id)


def _unit(case: Case, goal: Goal) -> Line:
    if goal.metric:
        return case.line(goal.metric.unit, goal.metric.id)
    return case.user(goal.said.unit, "metrics") if goal.said.unit else unsaid(case, f"{goal.name}单位")
