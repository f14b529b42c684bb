"""Working hours and rest days."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.reading import SURE, Found, Reading
from dutywriter.text.characters import HAN
from dutywriter.text.counting import amount
from dutywriter.text.pattern import Pattern

_DAYPART = r"(?:次日|第二天|当天)?(?:凌晨|早上?|上午|中午|下午|傍晚|晚上?|夜里|夜间)?"
_CLOCK = (
    rf"(?:晚[场班] *)?{_DAYPART} *(?:\d{{1,2}}|十[一二]?|[一二两三四五六七八九]|二十[一二三四]?) *(?:[:点时] *(?:半|"
    rf"[0-5]\d分?|三十分?)?(?:钟|整)?)"
)
_BARE_CLOCK = rf"(?:晚[场班] *)?{_DAYPART} *\d{{1,2}}"
_BETWEEN = r" *(?:[-~]+|[播干上]?到|至) *"
_HOURS = Pattern(
    rf"(?<!\d)(?<!\d:)(?P<start>{_CLOCK}){_BETWEEN}(?P<end>{_CLOCK}|{_BARE_CLOCK}(?!\d))|"
    rf"(?<![\d.])(?<!\d:)(?P<start2>{_BARE_CLOCK}){_BETWEEN}(?P<end2>{_CLOCK})",
    cue=":时点",
)
_PLAIN_HOURS = Pattern(
    rf"(?:上班时间|工作时间|上班|班次|时间|坐班|每天|白班|早班|晚班|作息)(?:是|为|"
    rf":)? *(?P<start>{_BARE_CLOCK}){_BETWEEN}(?P<end>{_BARE_CLOCK})(?![\d人个年kK千万天%元.])",
    cue="坐息早晚次每班白间",
)
_NINE_TO_SIX = Pattern(
    r"(?P<start>[朝早]上?(?:\d{1,2}|[七八九十])点?半?)[到至 -]{0,6}(?P<end>晚上?(?:\d{1,2}|十[一二]?|[五六七八九])点?半?)",
    cue="早朝",
)
_ARRIVAL = Pattern(
    rf"(?P<start>{_CLOCK})(?:开始)?上班(?:[,、 和到]{{0,6}}(?P<end>{_CLOCK})(?:就)?下班|到(?P<end2>{_CLOCK}))", cue="班"
)
_ONE_CLOCK = Pattern(
    rf"(?P<part>{HAN}{{0,6}}?)? *(?P<hour>\d{{1,2}}|[一二两三四五六七八九十]{{1,3}})(?: *[:点时] *(?P<minute>半|三十|"
    r"[0-5]\d)?.*)?(?P<half>半)?$"
)
_NOON, _MIDNIGHT = 12, 24
_COUNT = r"[\d一二两三四五六七八九十]{1,2}"
_REST = Pattern(
    rf"(?:(?:周末|固定|周六日|周六周日|法定|[每一]周)?双休(?!保证不了|不一定)|单双休(?:交替|轮换)?|大小[周休]|(?:周日|"
    rf"周末|[每一]周)?单休|[做上]{_COUNT}天?休{_COUNT}天?|[每一]?个?月休息?{_COUNT}(?:-{_COUNT})?天|"
    rf"[每一]?个?周休息?{_COUNT}天|"
    r"隔周双休|[一每]周一休|排班轮休|轮流休息|轮休|排休|排班制|排班休息|周末休息|周末轮休|调休制)",
    cue="休制单双周大天息排流调轮隔",
)
_NO_REST = Pattern(r"(?:不是|没有?|不|非|别说)(?:要求)?$")


def hours(reading: Reading) -> Iterator[Found]:
    """Working hours: 9:30-18:30, 朝九晚六, 早上8点到下午5点半, 9点上班6点下班."""
    for pattern in (_NINE_TO_SIX, _ARRIVAL, _HOURS, _PLAIN_HOURS):
        for match in pattern.finditer(reading.plain):
            said = match.groupdict(default="")
            text = _shift(said["start"] or said.get("start2", ""), said["end"] or said.get("end2", ""))
            if text and not re.search(r"(?:一般|会议|例会|直播)$", reading.before(match.start())):
                yield Found("hours", text, (match.span(),))
                reading = reading.without([match.span()])


def _shift(start: str, end: str) -> str:
    """Two times of day as hours; an end without 上午 or 晚上 is the next such time of a working day."""
    first, last = _minute(start), _minute(end)
    if first is None or last is None or first == last:
        return ""
    noon = _NOON * 60
    evening = last <= noon < first < last + noon and bool(_daypart(start))
    if not _daypart(end) and (evening or last <= first < noon):
        last += noon
    return f"{first // 60:02}:{first % 60:02}-{last // 60:02}:{last % 60:02}"


def _minute(clock: str) -> int | None:
    match = _ONE_CLOCK.fullmatch(clock.replace(" ", ""))
    hour = amount(match["hour"]) if match else None
    if not match or hour is None or hour > _MIDNIGHT:
        return None
    part = _daypart(clock)
    if part in ("晚", "夜") and hour == _NOON:
        return _MIDNIGHT * 60
    late = part in ("下午", "傍晚", "晚", "夜") and hour < _NOON
    half = match["half"] or (match["minute"] or "") in ("半", "三十") or "半" in clock
    minutes = 30 if half else int(match["minute"] or 0)
    return int(hour + _NOON * late) * 60 + minutes if not (part == "凌晨" and hour == _NOON) else minutes


def _daypart(clock: str) -> str:
    return next(
        (part for part in ("凌晨", "上午", "中午", "下午", "傍晚", "晚", "夜", "早", "朝", "次日", "第二天") if part in clock), ""
    )


def rest(reading: Reading) -> Iterator[Found]:
    """Rest days as written: 双休, 做六休一, 月休4天."""
    for match in _REST.finditer(reading.plain):
        if not _NO_REST.search(reading.before(match.start())):
            yield reading.found("rest", match)
    for span in reading.under("rest"):
        if not _HOURS.search(reading.plain, *span):
            yield reading.said("rest", span, SURE)
