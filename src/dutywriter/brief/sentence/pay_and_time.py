"""Pay, working hours, rest days, the day of beginning and the last day to apply."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.days import DAY, day
from dutywriter.brief.sentence.reading import LIKELY, SURE, Found, Reading
from dutywriter.text.counting import NUMBER, amount

_SUM = rf"{NUMBER} *(?:[千万kw](?:\d(?!\d)|[一二三四五六七八九](?![千百个]))?)?"
_TO = r" *(?:元|块)? *(?:[-~]+|到|至) *"
_PAY_WORD = r"(?:月薪|年薪|薪资|工资|薪酬|薪水|待遇|底薪|月工资|年包|基本工资|薪|收入|package|综合薪资)"
_WORD_BEFORE = re.compile(
    rf"{_PAY_WORD}[一-龥]{{0,4}}?[: ]*$|(?:税前|税后|到手|综合|(?<!粉)每个?月(?:给|开)?|一个月|给到?|开|出|发|预算|"
    rf"(?:这个)?岗(?:位)?(?:只有|就|是|定)*)[: ]*$"
)
_PAY = re.compile(
    rf"(?<![\d.a-z一二两三四五六七八九十百])(?!百万|千万)(?:(?P<pair>[一二三四五六七八九]{{2}})(?P<pair_place>[千万])|"
    rf"(?P<low>{_SUM})(?:{_TO}(?P<high>{_SUM}))?)"
    r" *(?:元|块钱?|rmb)? *(?P<per>(?:/|每|一) *(?:个?月|年)(?!经验))?(?P<apiece>[/每](?:天|日|小时|单|人))?"
)
_NOT_PAY_AFTER = re.compile(
    r"(?:[多几来百]?(?:粉|人|个|家|名|单(?!休)|条|天|次|款|群|店|岁|号|点|日|月[前底初]|sku|gmv|以上粉|级|薪|%|年|多[个家]|"
    r"平|[起以往]))"
)
_ANOTHERS = re.compile(r"(?:同事|老板|她|他|别人|拿到?)[^,;。\n]{0,6}$")
_NOT_PAY_BEFORE = re.compile(
    r"(?:客单价?|gmv|销售额|流水|粉丝|预算|投放|花费|费用|业绩|营业额|单量|日活|用户|会员|做到|同事|老板|她|他|别人|"
    r"拿到?|房补|餐补|补贴|提成|奖金|押金|库存|销量|涨粉|更新|发文|产出)[一-龥]{0,4}[: ]*$"
)
_MONTHS = re.compile(r"(?:(?<=k)|(?<=[千万]))[*x×] *(?P<times>1[2-9])(?!\d)|(?P<months>1[2-9]|2[0-4]|十[二三四五六七八]) *薪")
_LARGE = re.compile(r"[千万kw]")
_LEAST_MONTHLY, _MOST_MONTHLY = 1_000, 300_000

_DAYPART = r"(?:次日|第二天|当天)?(?:凌晨|早上?|上午|中午|下午|傍晚|晚上?|夜里|夜间)?"
_CLOCK = (
    rf"(?:晚[场班] *)?{_DAYPART} *(?:\d{{1,2}}|十[一二]?|[一二两三四五六七八九]|二十[一二三四]?) *(?:[:点时] *(?:半|"
    rf"[0-5]\d分?|三十分?)?(?:钟|整)?)"
)
_BARE_CLOCK = rf"(?:晚[场班] *)?{_DAYPART} *\d{{1,2}}"
_BETWEEN = r" *(?:[-~]+|[播干上]?到|至) *"
_HOURS = re.compile(
    rf"(?<!\d)(?<!\d:)(?P<start>{_CLOCK}){_BETWEEN}(?P<end>{_CLOCK}|{_BARE_CLOCK}(?!\d))|"
    rf"(?<![\d.])(?<!\d:)(?P<start2>{_BARE_CLOCK}){_BETWEEN}(?P<end2>{_CLOCK})"
)
_PLAIN_HOURS = re.compile(
    rf"(?:上班时间|工作时间|上班|班次|时间|坐班|每天|白班|早班|晚班|作息)(?:是|为|"
    rf":)? *(?P<start>{_BARE_CLOCK}){_BETWEEN}(?P<end>{_BARE_CLOCK})(?![\d人个年kK千万天%元.])"
)
_NINE_TO_SIX = re.compile(
    r"(?P<start>[朝早]上?(?:\d{1,2}|[七八九十])点?半?)[到至 -]*(?P<end>晚上?(?:\d{1,2}|十[一二]?|[五六七八九])点?半?)"
)
_ARRIVAL = re.compile(rf"(?P<start>{_CLOCK})(?:开始)?上班(?:[,、 和到]*(?P<end>{_CLOCK})(?:就)?下班|到(?P<end2>{_CLOCK}))")
_ONE_CLOCK = re.compile(
    r"(?P<part>[一-龥]*?)? *(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})(?: *[:点时] *(?P<minute>半|三十|"
    r"[0-5]\d)?.*)?(?P<half>半)?$"
)

_COUNT = r"[\d一二两三四五六七八九十]{1,2}"
_REST = re.compile(
    rf"(?:(?:周末|固定|周六日|周六周日|法定|[每一]周)?双休(?!保证不了|不一定)|单双休(?:交替|轮换)?|大小[周休]|(?:周日|"
    rf"周末|[每一]周)?单休|[做上]{_COUNT}天?休{_COUNT}天?|[每一]?个?月休息?{_COUNT}(?:-{_COUNT})?天|"
    rf"[每一]?个?周休息?{_COUNT}天|"
    r"隔周双休|排班轮休|轮流休息|轮休|排休|排班制|排班休息|周末休息|周末轮休|调休制)"
)
_NO_REST = re.compile(r"(?:不是|没有?|不|非|别说)(?:要求)?$")


def facts(reading: Reading) -> Iterator[Found]:
    """Pay, hours, rest, start and valid_until, as far as the request says them."""
    yield from _hours(reading)
    yield from _rest(reading)
    yield from _days(reading)
    yield from _pay(reading)


def _pay(reading: Reading) -> Iterator[Found]:
    months = _MONTHS.search(reading.plain)
    for match in _PAY.finditer(reading.plain):
        text = _pay_text(reading, match)
        if text:
            said = f"{text},{int(amount(months['months'] or months['times']) or 0)}薪" if months else text
            sure = SURE if _WORD_BEFORE.search(reading.before(match.start())) else LIKELY
            end = match.start() + len(match[0].rstrip())
            yield Found("pay", said, ((match.start(), end), *([months.span()] if months else [])), sure)
            return


def _pay_text(reading: Reading, match: re.Match[str]) -> str:
    """The pay as a flag takes it; nothing where the number is none."""
    before = reading.before(match.start())
    named = bool(_WORD_BEFORE.search(before))
    if (
        match["apiece"]
        or _ANOTHERS.search(before)
        or (not named and _NOT_PAY_BEFORE.search(before))
        or (not match["per"] and _NOT_PAY_AFTER.match(reading.plain, match.end()))
    ):
        return ""
    low, high = _range(match, named=named)
    yearly = "年" in (match["per"] or "") or re.search(r"(?:年薪|年包|一年)[^,;。\n]{0,4}$", before)
    if not _plausible(match, low, high, named=named, yearly=bool(yearly)):
        return ""
    return f"{low}-{high}/{'年' if yearly else '月'}" if high != low else f"{low}/{'年' if yearly else '月'}"


def _plausible(match: re.Match[str], low: int, high: int, *, named: bool, yearly: bool) -> bool:
    """Whether so much is paid, and the request shows that it speaks of pay: by a word, by k or 元, by a range of thousands."""
    if not _LEAST_MONTHLY <= low <= high or (high > _MOST_MONTHLY and not yearly):
        return False
    shown = bool(
        match["per"]
        or re.compile("包[吃住]|含?五险|六险").match(match.string, match.end())
        or match["pair"]
        or re.search(r"k", match[0])
    )
    return named or shown or (bool(match["high"]) and ("元" in match[0] or bool(_LARGE.search(match[0])) or low >= _LEAST_MONTHLY))


def _range(match: re.Match[str], *, named: bool) -> tuple[int, int]:
    if match["pair"]:
        place = match["pair_place"]
        return tuple(round(amount(digit + place) or 0) for digit in match["pair"])  # type: ignore[return-value]
    low, high = match["low"].replace(" ", ""), (match["high"] or match["low"]).replace(" ", "")
    place = _LARGE.search(high)
    if place and not _LARGE.search(low) and (amount(low) or 0) < 100:
        low += place[0]
    least, most = amount(low) or 0, amount(high) or 0
    times = 1_000 if named and match["high"] and most < 100 and not _LARGE.search(match[0]) else 1
    return round(least * times), round(most * times)


def _hours(reading: Reading) -> Iterator[Found]:
    for pattern in (_NINE_TO_SIX, _ARRIVAL, _HOURS, _PLAIN_HOURS):
        for match in pattern.finditer(reading.plain):
            said = match.groupdict()
            text = _shift(said["start"] or said.get("start2"), said["end"] or said.get("end2"))
            if text and not re.search(r"(?:一般|会议|例会|直播)$", reading.before(match.start())):
                yield Found("hours", text, (match.span(),))
                reading = reading.without([match.span()])


def _shift(start: str, end: str) -> str:
    """Two times of day as hours; an end without 上午 or 晚上 is the next such time of a working day."""
    first, last = _minute(start), _minute(end)
    if first is None or last is None or first == last:
        return ""
    if last < 12 * 60 < first < last + 12 * 60 and _daypart(start) and not _daypart(end):
        last += 12 * 60
    if last <= first and not _daypart(end) and last < 12 * 60 and first < 12 * 60:
        last += 12 * 60
    return f"{first // 60:02}:{first % 60:02}-{last // 60:02}:{last % 60:02}"


def _minute(clock: str) -> int | None:
    match = _ONE_CLOCK.fullmatch(clock.replace(" ", ""))
    hour = amount(match["hour"]) if match else None
    if not match or hour is None or hour > 24:
        return None
    part = _daypart(clock)
    late = part in ("下午", "傍晚", "晚", "夜") and hour < 12
    half = match["half"] or (match["minute"] or "") in ("半", "三十") or "半" in clock
    minutes = 30 if half else int(match["minute"] or 0)
    return int(hour + 12 * late) * 60 + minutes if not (part == "凌晨" and hour == 12) else minutes


def _daypart(clock: str) -> str:
    return next(
        (part for part in ("凌晨", "上午", "中午", "下午", "傍晚", "晚", "夜", "早", "朝", "次日", "第二天") if part in clock), ""
    )


def _rest(reading: Reading) -> Iterator[Found]:
    for match in _REST.finditer(reading.plain):
        if not _NO_REST.search(reading.before(match.start())):
            yield reading.found("rest", match)
    for span in reading.under("rest"):
        if not _HOURS.search(reading.plain, *span):
            yield reading.said("rest", span, SURE)


_START = (
    re.compile(rf"{DAY}(?:之?前|左右|就?要|开始|就)?(?:能|可|必须|要)?(?:到岗|入职|上岗|报到|上班|进场|入场)"),
    re.compile(rf"(?:到岗|入职|上岗|报到|进场)(?:时间|日期)?(?:是|为|:|在|定在)* *{DAY}"),
)
_UNTIL = (
    re.compile(rf"{DAY}(?:之?前)?(?:截止|报名|投递?|为止|前有效|有效|下架|结束招聘|收简历)"),
    re.compile(
        rf"(?:截止|截至|报名|投递|招聘|投?简历|有效期|挂)(?:时间|日期|期限)?(?:是|为|:|到|至|在|截止|投|收|最晚|"
        rf"最迟)* *{DAY}"
    ),
)


def _days(reading: Reading) -> Iterator[Found]:
    for key, patterns in (("start", _START), ("valid_until", _UNTIL)):
        for match in (match for pattern in patterns for match in pattern.finditer(reading.plain)):
            found = day(match, reading.today)
            if found:
                yield Found(key, found.isoformat(), (match.span(),))
