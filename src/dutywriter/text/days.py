"""Days as people speak of them: 年底, 明年6月底, Q1, 三个月内, 12月31日."""

import re
from datetime import date

from dutywriter.text.counting import count
from dutywriter.text.dates import deadline, last_day

_YEAR = r"(?:(?P<year>\d{4}) *[年.\-/]? *|(?P<shift>今年|明年|后年|来年) *的?)?"
DAY = (
    r"(?:(?P<full>20\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d)|20\d\d年\d{1,2}月(?! *\d|[底末份]))"
    rf"|{_YEAR}(?:"
    r"(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九]) *(?:月 *(?:份)?(?:(?P<day>\d{1,2}) *[日号]|(?P<end>底|末|份)|"
    r"(?=[前之以内])|(?=到岗|入职))"
    r"|[./](?P<day2>\d{1,2})[日号]?(?=之?前|到岗|入职|截止|上岗))"
    r"|(?:q(?P<quarter>[1-4])|第?(?P<cn_quarter>[一二三四1-4])季度)[底末]?"
    r"|(?P<half>上半年)[底末]?|(?P<year_end>年[底末内]|年度内|(?<=[今明后来]年)[底末]))"
    r"|(?P<this_year>今年内)"
    r"|(?P<only_year>明年|后年)(?=[前之以]?内)"
    r"|(?P<within>\d{1,2}|[一二两三四五六七八九十]{1,2}|半)(?P<unit>个月|年|个?季度)(?:之|以)?内"
    r"|(?P<next>本月底|这个月底|月底前|下个?月底|本季度末?|这个季度末?))"
)
"""The pattern of a day; its groups are read by `day`."""
ANY_DAY = re.sub(r"\(\?P<\w+>", "(?:", DAY)
"""The same without names, to stand in other patterns."""
_NEXT = {"本月底": 0, "这个月底": 0, "月底前": 0, "下月底": 1, "下个月底": 1}


def day(match: re.Match[str], today: date) -> date | None:
    """The day that a match of DAY names, the next of its kind where no year is named; None for a day that is none."""
    try:
        return _day(match.groupdict(), today)
    except ValueError:
        return None


def _day(said: dict[str, str | None], today: date) -> date | None:
    if said["full"]:
        return deadline(said["full"])
    if said["within"]:
        return _within(said["within"], said["unit"] or "", today)
    if said["next"]:
        return _next(said["next"], today)
    if said["this_year"]:
        return date(today.year, 12, 31)
    if said["only_year"]:
        return date(_year(said["only_year"], today), 12, 31)
    year = int(said["year"]) if said["year"] else _year(said["shift"], today) if said["shift"] else None
    return _of_year(said, year, today)


def _of_year(said: dict[str, str | None], year: int | None, today: date) -> date:
    if said["year_end"]:
        return date(year or today.year, 12, 31)
    if said["half"]:
        return _coming(year, 6, None, today)
    quarter = said["quarter"] or said["cn_quarter"]
    if quarter:
        return _coming(year, (count(quarter) or 0) * 3, None, today)
    days = said["day"] or said["day2"]
    return _coming(year, count(said["month"] or "") or 0, int(days) if days else None, today)


def _coming(year: int | None, month: int, days: int | None, today: date) -> date:
    """That day of that year, or its next one from today; without a day the month's last."""
    first = year or today.year
    found = date(first, month, days) if days else last_day(first, month)
    if year or found >= today:
        return found
    return date(first + 1, month, days) if days else last_day(first + 1, month)


def _within(number: str, unit: str, today: date) -> date | None:
    months = {"年": 12, "个月": 1}.get(unit, 3)
    return _after(today, months // 2 if number == "半" else months * (count(number) or 0))


def _after(today: date, months: int) -> date:
    """Today's day so many months on; the month's last where it has none such."""
    last = last_day(*_month_after(today, months))
    return last.replace(day=min(today.day, last.day))


def _next(said: str, today: date) -> date:
    if said in _NEXT:
        return last_day(*_month_after(today, _NEXT[said]))
    return last_day(today.year, (today.month + 2) // 3 * 3)


def _month_after(today: date, months: int) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return year, month + 1


def _year(said: str, today: date) -> int:
    return today.year + {"今年": 0, "明年": 1, "来年": 1, "后年": 2}[said]
