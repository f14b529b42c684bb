"""工作目标 and 里程碑: what is to be reached by when, and what on the way."""

from collections.abc import Iterator

from dutywriter.compose.case import Case, Goal
from dutywriter.compose.parts.measures import figure, name, source, unsaid
from dutywriter.draft import Column, Line, Table

COLUMNS = tuple(
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


def goals(case: Case) -> Iterator[Table]:
    yield Table(COLUMNS, tuple(_row(case, place, goal) for place, goal in enumerate(case.goals, 1)))


def milestones(case: Case) -> Iterator[Table]:
    """What has to be reached on the way, for goals whose present value the user gave."""
    if any(goal.said.present for goal in case.goals):
        from dutywriter.compose.milestones import reckoned

        yield from reckoned(case)


def _row(case: Case, place: int, goal: Goal) -> tuple[Line, ...]:
    return (
        case.computed(str(place)),
        name(case, goal),
        figure(case, goal, "present", "现状值"),
        figure(case, goal, "target", "目标值"),
        case.user(goal.said.deadline, "metrics") if goal.said.deadline else unsaid(case, f"{goal.name}期限"),
        source(case, goal),
    )
