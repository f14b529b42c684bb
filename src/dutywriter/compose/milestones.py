"""里程碑: what each goal has to have reached on the way from its present value to its target."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from dutywriter.compose.case import Case, Goal
from dutywriter.compose.decimals import MULTIPLES, number, rounded, steps
from dutywriter.draft import Column, Line, Origin, Table
from dutywriter.text.dates import last_day
from dutywriter.text.numbers import before_chinese, show

COLUMNS = (Column("when", "节点"), Column("reach", "应达到"), Column("made_up", "已补差距"))
UNDATED = (COLUMNS[0], Column("date", "日期（签发时填）"), *COLUMNS[1:])
BLANK_DATE = "　　年　　月　　日"
QUARTERS = ("自签发日起，期限过四分之一", "期限过半", "期限过四分之三", "期限届满")
MONTHS_BY_MONTH = 6
MONTHS_A_QUARTER = 3


class Way(Struct, frozen=True):
    """A goal whose present value and target are known numbers that differ, both counted in `multiple` (万, 亿) of the unit."""

    goal: Goal
    present: Decimal
    target: Decimal
    unit: str
    multiple: str

    def show(self, value: Decimal, *like: Decimal) -> str:
        """A value on the way as it is printed."""
        return show(rounded(value, like or (value,)) + self.multiple, self.unit)


def reckoned(case: Case) -> Iterator[Table]:
    """A table for each goal that has a way to go; undated steps where the way has no beginning or no end."""
    for goal in case.goals:
        found = way(goal)
        if found:
            dates = _ends(case.brief.get("start", ""), goal.said.deadline)
            rows = _rows(case, found, dates or QUARTERS)
            yield Table(COLUMNS, tuple(rows), _gap(found)) if dates else Table(UNDATED, _with_blanks(case, rows, goal), _gap(found))


def way(goal: Goal) -> Way | None:
    """The way that a goal has to go, where it can be reckoned."""
    said = goal.said
    multiple = said.present[-1:] if said.present[-1:] in MULTIPLES and said.present[-1:] == said.target[-1:] else ""
    present, target = (number(text.removesuffix(multiple)) for text in (said.present, said.target))
    if present is None or target is None or present == target or not goal.metric or goal.metric.direction == "range":
        return None
    if (target > present) != (goal.metric.direction == "up"):
        return None
    return Way(goal, present, target, said.unit or goal.metric.unit, multiple)


def _gap(way: Way) -> str:
    """The goal's way in words: 退款率：14% 到 11%，差 3 个百分点（降 21.4%）."""
    gap = abs(way.target - way.present)
    size = f"{rounded(gap, [gap])} 个百分点" if way.unit == "%" else way.show(gap)
    verb = "升" if way.target > way.present else "降"
    share = f"（{verb} {rounded(gap / abs(way.present) * 100, [Decimal(1)])}%）" if way.present else ""
    said = way.goal.said
    return f"{way.goal.name}：{before_chinese(show(said.present, way.unit))}到 {show(said.target, way.unit)}，差 {size}{share}"


def _with_blanks(case: Case, rows: Iterable[tuple[Line, ...]], goal: Goal) -> tuple[tuple[Line, ...], ...]:
    """The rows with a date to be written by hand; the last is the goal's deadline."""
    *first, last = rows
    due = case.user(goal.said.deadline, "metrics") if goal.said.deadline else case.computed(BLANK_DATE)
    blank = case.computed(BLANK_DATE)
    return (*((when, blank, *rest) for when, *rest in first), (last[0], due, *last[1:]))


def _rows(case: Case, way: Way, ends: tuple[str, ...]) -> Iterator[tuple[Line, ...]]:
    values = steps(way.present, way.target, len(ends))
    for place, (end, value) in enumerate(zip(ends, values, strict=True), 1):
        last = place == len(ends)
        reach = show(way.goal.said.target, way.unit) if last else way.show(value, way.present, way.target)
        share = f"{round(100 * place / len(ends))}%"
        yield (
            case.computed(end, "metrics", "start"),
            case.user(reach, "metrics") if last else _suggested(reach),
            case.computed(share, "metrics"),
        )


def _suggested(text: str) -> Line:
    """A computed value that the parties have to settle."""
    return Line(text, Origin("computed", ("metrics",)), ((0, len(text)),))


def _ends(start: str, deadline: str) -> tuple[str, ...]:
    """The ends of the months, of a longer way the quarters, from `start` to `deadline`; nothing where one is not known."""
    if not start or not deadline or deadline <= start:
        return ()
    first, last = date.fromisoformat(start), date.fromisoformat(deadline)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    every = 1 if months <= MONTHS_BY_MONTH else MONTHS_A_QUARTER
    ends = [_month_end(first, ahead) for ahead in range(every - 1, months, every)]
    return (*(end.isoformat() for end in ends if first < end < last), deadline)


def _month_end(day: date, ahead: int) -> date:
    """The last day of the month `ahead` months after that of `day`."""
    month = day.month - 1 + ahead
    return last_day(day.year + month // 12, month % 12 + 1)
