"""The line at the head that explains ※, and 签发前待确认: what is still open, counted."""

from collections.abc import Iterator

from dutywriter.compose.case import Case
from dutywriter.draft import Block, Draft, Items, Line, Origin
from dutywriter.text.marked import behind, resolve

_COMPUTED = Origin("computed")


def notice(draft: Draft) -> Line | None:
    """What a reader must know before reading; nothing where nothing is open."""
    keys = {part.key for part in draft.parts}
    if "parties" in keys:
        return Line("带 ※ 的数字是建议值，标“待填”处尚未填写，都由双方在签署前商定、填写。", _COMPUTED)
    said = []
    both = "；驻场约定中的由双方商定" if "onsite" in keys else ""
    if draft.suggestions():
        said.append(f"带 ※ 的数字是建议值，由用人单位按实际改定{both}")
    if draft.placeholders():
        whose = "，甲方人员由甲方指定" if both else ""
        said.append(f"标“待填”处由用人单位填写{whose}")
    return Line("；".join(said) + "。", _COMPUTED) if said else None


def readings(case: Case) -> Iterator[Line]:
    """For each goal whose metric has another reading, what is to be decided."""
    for goal in case.goals:
        if goal.metric and goal.metric.alternative:
            other = resolve(f"{goal.metric.alternative}；现状与目标用同一口径，签发后不换。", case.word)
            told = behind(f"{goal.name}的口径：绩效指标一栏的算法是建议，也可按", other.text, other.suggested)
            yield Line(told.text, Origin("computed", (goal.metric.id,)), told.suggested)


def unlawful_hours(case: Case) -> Iterator[Line]:
    """What of the user's working hours has to be changed before signing."""
    if case.brief.get("hours") or case.brief.get("rest"):
        from dutywriter.compose.worktime import overlong

        for found in overlong(case.brief.get("hours", ""), case.brief.get("rest", "")):
            yield case.computed(f"{found}：签发前改排班，或写明批准的工时制度。", "hours", "rest")


def pending(draft: Draft, to_decide: tuple[Line, ...] = ()) -> tuple[Block, ...]:
    """The open points of a draft: what is to be filled in and decided, and how many suggestions are to be settled."""
    lines = []
    names = draft.placeholders()
    if names:
        lines.append(Line(f"待填 {len(names)} 项：{'、'.join(names)}。", _COMPUTED))
    lines += to_decide
    count = draft.suggestions() + sum(len(line.suggested) for line in to_decide)
    if count:
        lines.append(Line(f"带 ※ 的建议值 {count} 处：照文首说明改定，删去 ※。", _COMPUTED))
    return (Items(tuple(lines)),) if lines else ()
