"""Times of day within working hours."""

import re

DAY, NOON_HOUR = 24 * 60, 12
_CLOCK_TIME = re.compile(r"(上午|中午|下午|晚上?|凌晨)?\s*(\d{1,2})(?:\s*点|:(\d{2}))")
_DAYTIMES = {"早上": 9 * 60, "上午": 11 * 60, "中午": 12 * 60, "下午": 15 * 60, "晚间": 20 * 60, "晚上": 20 * 60}
"""A minute that belongs to the part of the day under any usual hours."""
CLOCK = re.compile(r"(start|end)([+-]\d{1,3})")
"""A time of day told from the beginning or the end of the work, in minutes: start+15."""


def minute(hours: str, clock: str) -> int:
    """The minute, counted from the midnight before, that `clock` (start+15, end-30) names in a day of `hours`."""
    match = CLOCK.fullmatch(clock)
    first, last = span(hours)
    return 0 if not match else (first if match[1] == "start" else last) + int(match[2])


def span(hours: str) -> tuple[int, int]:
    """The first and last minute of `18:00-02:00`, counted from the midnight before."""
    first, last = (int(time[:2]) * 60 + int(time[3:]) for time in hours.split("-"))
    return first, last if last > first else last + DAY


def show_minute(minutes: int) -> str:
    """A minute counted from the midnight before as a time of day: 18:15, 次日 01:30."""
    return f"{'次日 ' if minutes >= DAY else ''}{minutes % DAY // 60:02}:{minutes % 60:02}"


def outside(text: str, hours: str) -> bool:
    """Whether `text` names a time of day that is not within `hours`: 10 点前 for 18:00-02:00."""
    first, last = span(hours)
    named = [int(match[2]) * 60 + int(match[3] or 0) + NOON_HOUR * 60 * _is_late(match) for match in _CLOCK_TIME.finditer(text)]
    if not named:
        named = [noon for word, noon in _DAYTIMES.items() if word in text]
    return any(not (first <= time <= last or first <= time + DAY <= last) for time in named)


def _is_late(match: re.Match[str]) -> bool:
    return match[1] in ("下午", "晚", "晚上") and int(match[2]) < NOON_HOUR
