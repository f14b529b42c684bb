"""Dates and hours as people type them."""

from datetime import date

from dutywriter.text.numbers import halfwidth
from dutywriter.text.pattern import Pattern

_DATE = Pattern(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_MONTH = Pattern(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:月底?|月末)?")
_QUARTER = Pattern(r"(?i)(\d{4})\s*年?\s*(?:Q([1-4])|第?([一二三四1-4])季度?末?)")
_YEAR = Pattern(r"(\d{4})\s*年?[底末]?")
_BEFORE = ("之前", "以前", "前")
_HOURS = Pattern(r"(\d{1,2})[:时点](\d{2})?分?\s*(?:-|~|—|–|至|到)+\s*(次日)?(\d{1,2})[:时点](\d{2})?分?")


def deadline(text: str) -> date | None:
    """A day; of a month, quarter or year its last day; None where the text is no date."""
    said = halfwidth(text).strip()
    plain = said.removesuffix(next(filter(said.endswith, _BEFORE), "")).strip()
    try:
        if match := _DATE.fullmatch(plain):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _QUARTER.fullmatch(plain):
            quarter = int(match[2] or ("一二三四".find(match[3]) + 1 or match[3]))
            return last_day(int(match[1]), quarter * 3)
        if match := _MONTH.fullmatch(plain):
            return last_day(int(match[1]), int(match[2]))
        if match := _YEAR.fullmatch(plain):
            return date(int(match[1]), 12, 31)
    except ValueError:
        return None
    return None


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    from calendar import monthrange  # 5 ms, and few texts name a day

    return date(year, month, monthrange(year, month)[1])


def hours(text: str) -> str | None:
    """Working hours as `09:00-18:00`; None where the text names no two times of day. An earlier end is the next day."""
    match = _HOURS.fullmatch(halfwidth(text).strip().replace(" ", ""))
    if not match:
        return None
    start, end = _time(match[1], match[2] or "00"), _time(match[4], match[5] or "00")
    over_a_day = match[3] and end > start
    return f"{start}-{end}" if start and end and start != end and not over_a_day else None


def _time(hour: str, minute: str) -> str:
    """`9` and `5` as 09:05; empty where there is no such time of day. 24:00 is midnight at the day's end."""
    last = "24:00"
    text = f"{int(hour):02}:{int(minute):02}"
    return text if text <= last and minute < "60" else ""


def show_hours(text: str) -> str:
    """`18:00-02:00` as it is printed: 18:00 至次日 02:00."""
    start, _, end = text.partition("-")
    return f"{start} 至次日 {end}" if end <= start else f"{start} 至 {end}"
