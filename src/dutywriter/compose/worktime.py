"""Working hours against the law."""

from collections.abc import Iterator

from dutywriter.text.clock import span
from dutywriter.text.numbers import halfwidth

MOST_A_DAY, STANDARD_WEEK, MOST_A_WEEK, LONGEST_SHIFT = 8, 40, 44, 16
"""劳动法 36: eight hours a day, 44 a week; 国务院关于职工工作时间的规定 3: 40 a week as the standard."""
MEAL_AFTER, MEAL = 6, 1
_DAYS = {"双休": 5, "单休": 6, "做六休一": 6, "周休一天": 6, "周休两天": 5, "周末休息": 5, "大小周": 5.5, "单双休": 5.5}


def overlong(hours: str, rest: str) -> Iterator[str]:
    """What is longer than the law has it, a day or a week; a meal of an hour is taken off a long day.

    Where the hours are not known, a day of eight is taken.
    """
    first, last = span(hours) if hours else (0, MOST_A_DAY * 60)
    length = (last - first) / 60 if hours else MOST_A_DAY + MEAL
    worked = length - MEAL if length > MEAL_AFTER else length
    days = next((days for words, days in _DAYS.items() if words in halfwidth(rest)), None)
    if length > LONGEST_SHIFT:
        yield f"工作时间 {hours} 一班长达 {length:g} 小时"
    elif worked > MOST_A_DAY:
        yield f"工作时间 {hours} 扣除 1 小时用餐后每天 {worked:g} 小时，超过劳动法规定的 8 小时"
    elif days and worked * days > MOST_A_WEEK:
        yield f"每天 {worked:g} 小时、{rest}，每周约 {worked * days:g} 小时，超过标准工时的 40 小时和劳动法规定的 44 小时"
    elif days and worked * days > STANDARD_WEEK:
        yield f"每天 {worked:g} 小时、{rest}，每周约 {worked * days:g} 小时，超过标准工时的 40 小时"
