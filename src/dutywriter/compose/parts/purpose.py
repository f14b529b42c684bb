"""岗位目的: one sentence, of the level's own scope and authority; and what the user set as its goals."""

from collections.abc import Iterator

from dutywriter.compose.case import Case, Goal
from dutywriter.compose.parts.measures import shown
from dutywriter.draft import Paragraph
from dutywriter.text.numbers import before_chinese

_VERBS = {"up": "提到", "down": "降到", "range": "调到"}


def purpose(case: Case) -> Iterator[Paragraph]:
    yield Paragraph(case.line(case.role.purpose.at(case.level), case.role.name))
    stated = [_stated(goal) for goal in case.goals if case.brief.goals and goal.said.target]
    if stated:
        yield Paragraph(case.user(f"本期首要目标：{'；'.join(stated)}。", "metrics"))


def _stated(goal: Goal) -> str:
    """到 2027-06-30，退款率从 32% 降到 26%."""
    due = f"到 {goal.said.deadline}，" if goal.said.deadline else ""
    verb = _VERBS[goal.metric.direction] if goal.metric else "达到"
    present = f"从 {before_chinese(shown(goal, goal.said.present))}" if goal.said.present else ""
    return f"{due}{goal.name}{present}{verb if present else '达到'} {shown(goal, goal.said.target)}"
