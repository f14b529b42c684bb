"""Numbers that cannot be right: a share over 100 %, an end before its beginning, days longer than the law has them."""

from collections.abc import Iterator

from dutywriter.brief.answers import Brief
from dutywriter.catalogue.model import Catalogue
from dutywriter.catalogue.names import metric_named
from dutywriter.text.numbers import halfwidth

MOST_A_DAY, MOST_A_WEEK, LONGEST_SHIFT = 8, 44, 16
"""劳动法 36: eight hours a day, 44 a week."""
MEAL_AFTER, MEAL = 6, 1
_DAYS = {"双休": 5, "单休": 6, "做六休一": 6, "周休一天": 6, "周休两天": 5, "周末休息": 5, "大小周": 5.5, "单双休": 5.5}
_NO_SHARE = ("增长", "回报", "占比")


def implausible(brief: Brief, catalogue: Catalogue) -> Iterator[str]:
    """One line for each number that has to be looked at again."""
    start = brief.get("start", "")
    for goal in brief.goals:
        if start and goal.deadline and goal.deadline <= start:
            yield f"“{goal.name}”的期限 {goal.deadline} 不晚于开始日期 {start}，里程碑未按日期列出"
        metric = metric_named(catalogue, goal.name)
        if metric and (goal.unit or metric.unit) == "%" and not any(word in metric.name for word in _NO_SHARE):
            yield from (
                f"“{goal.name}”的{label} {text}% 超过 100%，请核对"
                for label, text in (("现状", goal.present), ("目标", goal.target))
                if _above(text, 100)
            )
    yield from _hours(brief.get("hours", ""), brief.get("rest", ""))


def _above(text: str, most: int) -> bool:
    if not text:
        return False
    from dutywriter.compose.decimals import number

    value = number(text)
    return value is not None and value > most


def _hours(hours: str, rest: str) -> Iterator[str]:
    """Whether a day and a week are longer than the law has them; a meal of an hour is taken off a long day."""
    if not hours:
        return
    start, _, end = hours.partition("-")
    length = (_minutes(end) - _minutes(start)) % (24 * 60) / 60
    worked = length - MEAL if length > MEAL_AFTER else length
    days = next((days for words, days in _DAYS.items() if words in halfwidth(rest)), None)
    if length > LONGEST_SHIFT:
        yield f"工作时间 {hours} 一班长达 {length:g} 小时，请核对"
    elif worked > MOST_A_DAY:
        yield f"工作时间 {hours} 扣除 1 小时用餐后每天 {worked:g} 小时，超过劳动法规定的 8 小时，请核对或写明工时制度"
    elif days and worked * days > MOST_A_WEEK:
        yield f"每天 {worked:g} 小时、{rest}，每周约 {worked * days:g} 小时，超过劳动法规定的 44 小时，请核对或写明工时制度"


def _minutes(time: str) -> int:
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute)
