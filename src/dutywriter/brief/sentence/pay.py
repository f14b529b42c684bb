"""Pay: 8-12K, 月薪一万二, 年薪20-30万, 15K·14薪."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.reading import LIKELY, SURE, Found, Reading
from dutywriter.text.characters import HAN
from dutywriter.text.counting import NUMBER, amount
from dutywriter.text.pattern import Pattern

_SUM = rf"{NUMBER} *(?:[千万kw](?:\d(?!\d)|[一二三四五六七八九](?![千百个年月]))?)?"
_TO = r" *(?:元|块)? *(?:[-~]+|到|至) *"
_PAY_WORD = r"(?:月薪|年薪|薪资|工资|薪酬|薪水|待遇|底薪|月工资|年包|基本工资|薪|收入|package|综合薪资)"
_WORD_BEFORE = Pattern(
    rf"{_PAY_WORD}{HAN}{{0,4}}?[: ]{{0,6}}$|(?:税前|税后|到手|综合|(?<!粉)每个?月(?:给|开)?|一个月|包吃住|包住|包食宿|给到?|"
    rf"开|出|发|预算|"
    rf"(?:这个)?岗(?:位)?(?:只有|就|是|定){{0,6}})[: ]{{0,6}}$"
)
_PAY = Pattern(
    rf"(?<![\d.a-z一二两三四五六七八九十百])(?!百万|千万)(?:(?P<pair>[一二三四五六七八九]{{2}})(?P<pair_place>[千万])|"
    rf"(?P<low>{_SUM})(?:{_TO}(?P<high>{_SUM}))?)"
    r" *(?:元|块钱?|rmb)? *(?P<per>(?:/|每|一) *(?:个?月|年)(?!经验))?(?P<apiece>[/每](?:天|日|小时|单|人))?"
)
_NOT_PAY_AFTER = Pattern(
    r"(?:[多几来百]?(?:粉|人|个|家|名|单(?!休)|条|天|次|款|群|店|岁|号|点|日|月[前底初]|sku|gmv|以上粉|级|薪|%|年|多[个家]|"
    r"平|[起以往]|保底|封顶))"
)
_ANOTHERS = Pattern(r"(?:同事|老板|她|他|别人|拿到?)[^,;。\n]{0,6}$")
_NOT_PAY_BEFORE = Pattern(
    r"(?:客单价?|gmv|销售额|流水|粉丝|预算|投放|花费|费用|业绩|营业额|单量|日活|用户|会员|做到|同事|老板|她|他|别人|"
    rf"拿到?|房补|餐补|补贴|提成|奖金|押金|库存|销量|涨粉|更新|发文|产出|最高|上限){HAN}{{0,4}}:?$"
)
_MONTHS = Pattern(
    r"(?:(?<=k)|(?<=[千万]))[*x×] *(?P<times>1[2-9])(?!\d)|(?P<months>1[2-9]|2[0-4]|十[二三四五六七八]) *薪", cue="*x×薪"
)
_BONUS = r"(?P<extra>绩效奖金|提成|绩效|奖金|年终奖)"
_EXTRA = Pattern(rf"(?:的?底薪|左右|税前|每?月|[,、 ]){{0,3}}(?:[+加]|另有|另加|外加|还有) *{_BONUS}(?:另算|另计)?", cue="提绩奖")
_EXTRA_ANYWHERE = Pattern(rf"{_BONUS}(?:另算|另计)", cue="提绩奖")
_SMALL = 100
"""Below it a number of pay stands for thousands, or shares the 千 of the other."""
_LARGE = Pattern(r"[千万kw]")
_LEAST_MONTHLY, _MOST_MONTHLY = 1_000, 100_000


def facts(reading: Reading) -> Iterator[Found]:
    """The first pay that the request names, with what comes besides: a number of monthly pays anywhere, 提成."""
    for match in _PAY.finditer(reading.plain):
        text = _pay_text(reading, match)
        if text:
            months = _MONTHS.search(reading.plain)
            extra = _extra(reading, match, months)
            said = f"{text},{int(amount(months['months'] or months['times']) or 0)}薪" if months else text
            said += f",另有{extra['extra']}" if extra else ""
            sure = SURE if _WORD_BEFORE.search(reading.before(match.start())) else LIKELY
            end = match.start() + len(match[0].rstrip())
            yield Found("pay", said, ((match.start(), end), *(more.span() for more in (months, extra) if more)), sure)
            return


def _extra(reading: Reading, pay: re.Match[str], months: re.Match[str] | None) -> re.Match[str] | None:
    """What is paid besides: named right behind the pay or its months, or said to be reckoned apart."""
    behind = (_EXTRA.match(reading.plain, each.end()) for each in (pay, months) if each)
    return next(filter(None, behind), None) or _EXTRA_ANYWHERE.search(reading.plain)


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
        or re.compile(r"(?:的)?(?:底薪|工资|月薪|税前|税后|到手)|包[吃住]|含?五险|六险|[+加] *(?:提成|绩效|奖金|全勤)").match(
            match.string, match.end()
        )
        or match["pair"]
        or re.search(r"k", match[0])
    )
    return named or shown or (bool(match["high"]) and ("元" in match[0] or bool(_LARGE.search(match[0])) or low >= _LEAST_MONTHLY))


def _range(match: re.Match[str], *, named: bool) -> tuple[int, int]:
    if match["pair"]:
        place = match["pair_place"]
        first, second = (round(amount(digit + place) or 0) for digit in match["pair"])
        return first, second
    low, high = match["low"].replace(" ", ""), (match["high"] or match["low"]).replace(" ", "")
    place = _LARGE.search(high)
    if place and not _LARGE.search(low) and (amount(low) or 0) < _SMALL:
        low += place[0]
    least, most = amount(low) or 0, amount(high) or 0
    times = 1_000 if named and match["high"] and most < _SMALL and not _LARGE.search(match[0]) else 1
    return round(least * times), round(most * times)
