"""The line at the head that explains ※, and 签发前待确认: what is still open, counted."""

from dutywriter.compose.case import Case
from dutywriter.draft import Block, Draft, Items, Line, Origin
from dutywriter.text.marked import resolve

_COMPUTED = Origin("computed")


def notice(draft: Draft) -> Line | None:
    """What a reader must know before reading; nothing where nothing is open."""
    said = []
    both = "；驻场约定中的由双方商定" if any(part.key == "onsite" for part in draft.parts) else ""
    if draft.suggestions():
        said.append(f"带 ※ 的数字是建议值，由用人单位按实际改定{both}")
    if draft.placeholders():
        whose = "，甲方人员由甲方指定" if both else ""
        said.append(f"标“待填”处由用人单位填写{whose}")
    return Line("；".join(said) + "。", _COMPUTED) if said else None


def readings(case: Case) -> tuple[str, ...]:
    """For each goal whose metric has another reading, what is to be decided."""
    return tuple(
        f"{goal.name}的口径：绩效指标一栏的算法（标 ※）是建议，也可按{resolve(goal.metric.alternative, case.word).marked()}；"
        "现状与目标用同一口径，签发后不换。"
        for goal in case.goals
        if goal.metric and goal.metric.alternative
    )


def unlawful_hours(case: Case) -> tuple[str, ...]:
    """What of the user's working hours has to be changed before signing."""
    if not case.brief.get("hours"):
        return ()
    from dutywriter.compose.worktime import overlong

    return tuple(
        f"{found}：签发前改排班，或写明批准的工时制度。" for found in overlong(case.brief.get("hours"), case.brief.get("rest", ""))
    )


def pending(draft: Draft, to_decide: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """The open points of a draft: what is to be filled in and decided, and how many suggestions are to be settled."""
    lines = []
    names = draft.placeholders()
    if names:
        lines.append(f"待填 {len(names)} 项：{'、'.join(names)}。")
    lines += to_decide
    if draft.suggestions():
        lines.append(f"带 ※ 的建议值 {draft.suggestions()} 处：照文首说明改定，删去 ※。")
    return (Items(tuple(Line(text, _COMPUTED) for text in lines)),) if lines else ()
