"""Numbers that cannot be right: a share over 100 %, a target worse than today, days longer than the law has them."""

from collections.abc import Iterator

from dutywriter.brief.answers import Brief
from dutywriter.brief.kinds import MetricGoal
from dutywriter.catalogue.model import Catalogue, Metric
from dutywriter.catalogue.names import metric_named

_NO_SHARE = ("增长", "回报", "占比")


def implausible(brief: Brief, catalogue: Catalogue) -> Iterator[str]:
    """One line for each number that has to be looked at again."""
    start = brief.get("start", "")
    for goal in brief.goals:
        yield from _turned_back(goal, metric_named(catalogue, goal.name))
        if start and goal.deadline and goal.deadline <= start:
            yield f"“{goal.name}”的期限 {goal.deadline} 不晚于开始日期 {start}，里程碑未按日期列出"
        metric = metric_named(catalogue, goal.name)
        if metric and (goal.unit or metric.unit) == "%" and not any(word in metric.name for word in _NO_SHARE):
            yield from (
                f"“{goal.name}”的{label} {text}% 超过 100%，请核对"
                for label, text in (("现状", goal.present), ("目标", goal.target))
                if _above(text, 100)
            )
    if brief.get("hours") or brief.get("rest"):
        from dutywriter.compose.worktime import overlong

        yield from (f"{found}，请核对或写明工时制度" for found in overlong(brief.get("hours", ""), brief.get("rest", "")))


def _turned_back(goal: MetricGoal, metric: Metric | None) -> Iterator[str]:
    """A target that is worse than where the post stands."""
    if not metric or metric.direction == "range" or not goal.present or not goal.target:
        return
    from dutywriter.compose.decimals import number

    now, then = number(goal.present), number(goal.target)
    if now is not None and then is not None and (then < now if metric.direction == "up" else then > now):
        better = "高" if metric.direction == "up" else "低"
        yield f"“{goal.name}”越{better}越好，但目标 {goal.target} 不如现状 {goal.present}，请核对"


def _above(text: str, most: int) -> bool:
    if not text:
        return False
    from dutywriter.compose.decimals import number

    value = number(text)
    return value is not None and value > most
