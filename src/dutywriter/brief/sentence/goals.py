"""Goals: 退款率从14%降到11%, GMV做到500万, 主要看响应及时率."""

import re
from collections.abc import Iterator

from msgspec import Struct

from dutywriter.brief.sentence.noise import PAST
from dutywriter.brief.sentence.reading import Found, Reading
from dutywriter.catalogue.model import Catalogue
from dutywriter.text.characters import LETTER
from dutywriter.text.clauses import Span
from dutywriter.text.days import ANY_DAY, DAY, day
from dutywriter.text.lexicon import Lexicon, Mention
from dutywriter.text.pattern import Pattern

_UNITS = r"%|个百分点|个?点|元|块钱?|天|小时|分钟|分|秒|人|个|单|次|家|条|倍|件|场|粉"
_ABOUT = r"(?:大概|大约|约|左右|差不多|才|只有|只|是|在|为|:|差不多是|每月|每天|月均|日均|的|,| ){0,6}"
_NOW = r"(?:现在|目前|当前|现状|眼下|如今|这会儿|现有|现阶段|基线)"
_TO = (
    r"(?:(?:要|想|希望|争取|计划|需要?|得|必须|能)?(?:提升|提高|提|涨|升|做|降低|降|压低|压|拉升|拉|增长|增加|增|优化|"
    r"改善|冲|控制|缩短|缩|减少|减|保持|维持|稳定?|推|干|拔|达)?"
    r"(?:到|至|成|为|在|回)|达到|达|->|→|=>|-+>|不低于|不少于|不高于|不超过|低于|高于|破|突破|≥|>=|≤|<=|>|<|"
    r"目标(?:值)?(?:是|为|:|定在|定为)? *|要求(?:是|为)? *|要(?=\d))"
)
_FROM = r"(?:从|由)"


def _value(name: str) -> str:
    return (
        rf"(?:(?P<{name}>\d{{1,9}}(?:\.\d{{1,4}})?(?![\d.]| *[年月])) *(?P<{name}_large>万|亿|w|k)? *(?P<{name}_unit>{_UNITS})?"
        rf"|百分之(?P<{name}_cn>[一二三四五六七八九十\d.]{{1,5}}))"
    )


_LATER_NOW = rf"(?:[,(、 ]{{0,6}}{_NOW}{_ABOUT}{_value('present2')})?"
_MEANWHILE = (
    rf"(?:(?:今年|明年|年底前?|(?:春节|元旦|五一|国庆|暑假|寒假|双十一|双十二|双11|双12|618|大促|年中|过年)之?前?|这次|"
    rf"希望|目标|要|得|必须|需要?|争取|能|想|计划|下一?步|{ANY_DAY}(?:之?前|为止)?|(?:到|至|"
    rf"截至|截止){ANY_DAY}|[ ,、]){{0,6}})"
)
_CHANGE = Pattern(
    rf"(?:的?目标)?{_ABOUT}{_MEANWHILE}(?:{_FROM}|{_NOW}的?)?{_ABOUT}{_value('present')}(?:左右|"
    rf"多)?[,、 ]{{0,6}}{_MEANWHILE}{_TO} *{_value('target')}"
)
_REACH = Pattern(rf"(?:的?目标(?:值)?)?{_ABOUT}{_MEANWHILE}{_TO} *{_value('target')}(?:以上|以内|以下|左右)?{_LATER_NOW}")
_BOUND = Pattern(rf"{_ABOUT}{_value('target')}(?:以上|以内|以下|及以上){_LATER_NOW}")
_PLAIN = Pattern(rf"{_ABOUT}{_value('target')}(?=[,;。\n 、]|$)")
_BY = Pattern(rf"(?:截[至止])?到?{DAY}(?:之?前|以前|为止)?")
_MATTERS = Pattern(
    r"(?<!不)(?:主要|重点|核心|最|就|主|只|首要)?(?:看重?|考核?|盯|抓|关注|在意|关心)(?:的)?(?:指标)?(?:主要|重点|"
    r"就)?(?:就?是|看)?|(?:核心|"
    r"考核|关键|主要)?(?:指标|kpi|考核)(?:主要)?(?:就?是|看|为|:)",
    cue="i关意抓指注盯看考",
)
_UNLISTED = Pattern(
    rf"(?:(?:把|将|让|使|要求|目标|[,;。、\s]|^)(?P<name>{LETTER}{{1,8}}?(?:率|数|量|分|额|时长|单价|占比|成本|人数|粉丝|"
    r"次数|天数))|(?<!净增)(?P<fans>粉丝))(?=[\W\da-z_]|[从由现目到达做涨提升降压控要是在])",
    cue="丝价分占成数时次率量额",
)
_REACHES = 80
"""How far behind a metric its numbers may stand, in characters."""
_CALLED_GOALS = Pattern(r"[^;。\n]{0,60}(?:目标|达到|达标|完成)")
_LINKS = Pattern(r"[、和与及跟,/ ]{0,6}")


_HIRING_AFTER = Pattern(r"(?:之?前|左右|就|能|可){0,6}(?:到岗|入职|报名|投|截止报名|上岗|报到)")
_HIRING_BEFORE = Pattern(r"(?:到岗|入职|报名|投递|简历|招聘|有效期)[^,;。\n]{0,6}$")


class _Metric(Struct, frozen=True):
    """A metric named: its name, and where the name stands."""

    name: str
    start: int
    end: int
    listed: bool = True


class _Goal(Struct, frozen=True):
    """A goal as it is written for a flag, and where its words stand."""

    text: str
    spans: tuple[Span, ...]


def facts(reading: Reading) -> Iterator[Found]:
    """Goals with their numbers, and the metrics of which the request says that they matter."""
    metrics, stated = _metrics(reading), list[_Metric]()
    ends = [*(metric.start for metric in metrics[1:]), len(reading.plain)]
    for metric, limit in zip(metrics, ends, strict=False):
        goal = _goal(reading, metric, limit)
        if goal:
            stated.append(metric)
            yield Found("metrics", goal.text, goal.spans)
    yield from _named_alone(reading, metrics, stated)


def metric_names(catalogue: Catalogue) -> dict[str, str]:
    """Every name of a metric, and the metric's own."""
    return {name: metric.name for metric in catalogue.metrics for name in (metric.name, *metric.aliases)}


def _metrics(reading: Reading) -> list[_Metric]:
    listed = [_parameter(reading, mention) for mention in Lexicon(metric_names(reading.catalogue)).mentions(reading.plain)]
    taken = {place for metric in listed for place in range(metric.start, metric.end)}
    others = [
        _Metric(reading.text[slice(*match.span(group))], *match.span(group), listed=False)
        for match in _UNLISTED.finditer(reading.plain)
        for group in ("name", "fans")
        if match[group] and not taken & set(range(*match.span(group)))
    ]
    return sorted(listed + others, key=lambda metric: metric.start)


def _parameter(reading: Reading, mention: Mention) -> _Metric:
    """A metric with a number in its name keeps that number: 7日留存率."""
    match = re.search(r"\d{1,3}[日天]$", reading.plain[max(0, mention.start - 5) : mention.start])
    if match and mention.meaning.startswith("N日"):
        number = match[0][:-1]
        return _Metric(mention.meaning.replace("N", number, 1), mention.start - len(match[0]), mention.end)
    return _Metric(mention.meaning, mention.start, mention.end)


def _goal(reading: Reading, metric: _Metric, limit: int) -> _Goal | None:
    sentence_end = reading.sentence(metric.start)[1]
    until = min(limit, sentence_end, metric.end + _REACHES)
    patterns = (_CHANGE, _REACH, _BOUND, _PLAIN) if _are_goals(reading, metric) else (_CHANGE, _REACH, _BOUND)
    for pattern in patterns:
        match = pattern.match(reading.plain, metric.end, until)
        if match and not _is_past(reading, metric, match):
            by, words = _deadline(reading, metric, match)
            return _Goal(_text(metric, match, by), ((metric.start, match.end()), *words))
    return None


def _are_goals(reading: Reading, metric: _Metric) -> bool:
    """Whether the sentence calls its figures goals."""
    return bool(_CALLED_GOALS.match(reading.plain, metric.end))


def _is_past(reading: Reading, metric: _Metric, match: re.Match[str]) -> bool:
    return bool(re.search(PAST, reading.before(metric.start)) or re.search("去年|前年|上个?[月季]|上半年", match[0]))


def _text(metric: _Metric, match: re.Match[str], deadline: str) -> str:
    said = match.groupdict()
    side = "present" if said.get("present") or said.get("present_cn") else "present2"
    present, target = _number(said, side), _number(said, "target")
    numbers = f"{present}->{target}" if present else target
    return f"{metric.name}={numbers}" + (f"@{deadline}" if deadline else "")


def _number(said: dict[str, str | None], side: str) -> str:
    if said.get(f"{side}_cn"):
        from dutywriter.text.counting import amount

        value = amount(said[f"{side}_cn"] or "")
        return f"{value:g}%" if value is not None else ""
    number = said.get(side)
    large = (said.get(f"{side}_large") or "").replace("w", "万")
    if number and large == "k":
        number, large = f"{float(number) * 1000:g}", ""
    unit = (said.get(f"{side}_unit") or "").replace("个百分点", "%").replace("个点", "%").replace("点", "%").replace("块钱", "元")
    return f"{number}{large}{unit.replace('块', '元')}" if number else ""


def _deadline(reading: Reading, metric: _Metric, match: re.Match[str]) -> tuple[str, tuple[Span, ...]]:
    """The day by which, and its words: in the goal's own words, or the only one of its sentence."""
    own = _BY.search(reading.plain, metric.start, match.end())
    found = [_BY.match(reading.plain, own.start()) or own] if own else _days_of(reading, metric)
    days = {day(each, reading.today) for each in found} - {None}
    if len(days) != 1:
        return "", ()
    return str(days.pop()), tuple(each.span() for each in found)


def _days_of(reading: Reading, metric: _Metric) -> list[re.Match[str]]:
    """The days that the goal's sentence names, but for those on which one begins or applies."""
    matches = _BY.finditer(reading.plain, *reading.sentence(metric.start))
    return [
        match
        for match in matches
        if not _HIRING_AFTER.match(reading.plain, match.end()) and not _HIRING_BEFORE.search(reading.before(match.start()))
    ]


def _named_alone(reading: Reading, metrics: list[_Metric], stated: list[_Metric]) -> Iterator[Found]:
    """Metrics without numbers in a list that begins 主要看."""
    with_goals = {metric.name for metric in stated}
    for match in _MATTERS.finditer(reading.plain):
        place = match.end()
        for metric in metrics:
            link = _LINKS.match(reading.plain, place)
            if link and link.end() == metric.start and metric.listed:
                place = metric.end
                if metric.name not in with_goals and not _with_number(reading, metric):
                    yield Found("metrics", metric.name, ((metric.start, metric.end),))


def _with_number(reading: Reading, metric: _Metric) -> bool:
    """Whether a number follows that says something of the metric, though perhaps no target."""
    return bool(re.compile(r"[^,;。\n、和]{0,10}\d").match(reading.plain, metric.end))
