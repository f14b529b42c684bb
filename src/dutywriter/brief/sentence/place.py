"""Where the work is."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.reading import LIKELY, SURE, Found, Reading
from dutywriter.text.characters import HAN
from dutywriter.text.pattern import Pattern
from dutywriter.text.places import DISTRICTS, one_of, places

_WORK_IN = r"(?:(?:工作|上班|办公)(?:地点|地)|坐标|base(?:地)?|人)(?:就?在|是|为|:| ){0,6} *"
_ENDS = r"(?=[,;。\n )]|$|上班|办公)"
_MORE = Pattern(rf"(?![招找缺要急上办工这那本的做地区当现市就也都人有想和跟需派出开坐全兼店门公驻总分仓某节来是]){HAN}")
_AT_WORK_BEFORE = Pattern(r"(?:坐标|base(?:地)?|地点|工作地|地址|上班地|办公地|人)(?:点|址)?(?:就?在|是|为|:|于)? *$")
_AT_WORK_AFTER = Pattern(r"(?:这边|本地)?(?:上班|工作|办公|坐班)")
_ELSEWHERE_BEFORE = Pattern(
    r"(?:[/或]$|(?:总部|来自|从|出差|老家|分公司|发货|客户|老板|仓库?|工厂|跑|飞|不在|不去|不是|非|面向|针对|覆盖|投放|销往|"
    r"工厂|毕业于|户籍|品牌)(?:在|是|设在|到|去|于)?[^,;。\n]{0,2}$)"
)
_ELSEWHERE_AFTER = Pattern(
    r"(?:[/或]|节|(?:那个|那边)?是?总部|分公司|市场|消费者|户口|户籍|客户|游客|特产|大学|人优先|的?仓|工厂|本地人|出差|"
    r"总公司|话|菜|小吃|银行|某|区域|片区)"
)


def facts(reading: Reading) -> Iterator[Found]:
    """The place under a heading; else the one place that is said to be that of the work, or the only one."""
    headed = [reading.said("location", span, SURE) for span in reading.under("location")]
    if headed:
        yield from headed
        return
    yield from list(_districts(reading)) or _cities(reading)


def _districts(reading: Reading) -> Iterator[Found]:
    """A district without its city, where the request says that one works there."""
    district = one_of(DISTRICTS, reading.plain)
    if not district:
        return
    named = rf"{_WORK_IN}(?P<before>{district})(?:区|那边)?{_ENDS}|(?:(?<!{HAN})|(?<=在))(?P<after>{district}区?)(?=上班|办公|坐班)"
    for match in re.finditer(named, reading.plain):
        yield reading.found("location", match, "before" if match["before"] else "after", SURE)


def _goes_on(plain: str, end: int) -> bool:
    """Whether more of the place's name may follow that is not known."""
    return bool(_MORE.match(plain, end))


def _cities(reading: Reading) -> Iterator[Found]:
    for match in places(reading.plain):
        before = reading.plain[reading.clause(match.start())[0] : match.start()]
        if _goes_on(reading.plain, match.end()):
            continue
        if _ELSEWHERE_BEFORE.search(before) or _ELSEWHERE_AFTER.match(reading.plain, match.end()):
            continue
        at_work = _AT_WORK_BEFORE.search(reading.before(match.start())) or _AT_WORK_AFTER.match(reading.plain, match.end())
        yield reading.found("location", match, sure=SURE if at_work else LIKELY)
