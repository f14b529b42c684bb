"""Who employs, and in which trade."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.reading import SURE, Found, Reading
from dutywriter.catalogue.model import Catalogue
from dutywriter.text.characters import ALNUM, HAN
from dutywriter.text.folded import folded
from dutywriter.text.pattern import Pattern
from dutywriter.text.places import CITIES

_NAME = r"[\w()×]{2,24}?"

_TRADE_WORD = r"(?:文化|科技|传媒|网络|电商|商贸|贸易|数科|数字|互娱|互动|实业|控股|网科|优选|信息)"
_PROPER = rf"(?:{_NAME}(?:有限责任公司|股份有限公司|有限公司|集团)|{HAN}{{2,6}}?{_TRADE_WORD}(?:公司|集团|工作室)?)"
_COMPANY = (
    Pattern(
        rf"(?:我们(?:公司|这边|单位)?(?:名字|全称)?(?:就?是|叫做?)|我司(?:是|叫)?|(?:公司|单位)(?:(?:名称?|全称|"
        rf"名字)(?:就?是|就?叫做?|:)?|就?是|就?叫做?)|乙方(?:是|为|:)?|这里是|雇主是) *(?P<name>{_PROPER})(?=[,;。\n !的]|$|"
        rf"招|想|要|需|缺|派|在|做)",
        cue="乙们单司里雇",
    ),
    Pattern(
        rf"(?:^|[\n,;。 ])(?:(?:我们|我司|我方|咱们?|乙方)(?:公司)?)?(?P<name>{_PROPER})"
        rf"(?=[,: ]{{0,6}}(?:诚?招|急?招|招聘|现招|想招|要招|需要|想找|派))",
        cue="互任传化娱字实息技数易电络网股贸选限集",
    ),
    Pattern(
        rf"(?<!{HAN})(?:我们)?公司(?:名字|名称|全称)?(?:就?叫做?|名称是|"
        r"全称是) *(?P<name>[\w()]{2,24}?)(?=[,;。\n]|$)",
        cue="叫称",
    ),
    Pattern(
        r"(?:^|[\n,;。 (])(?:(?:公司|企业|用人单位|单位|乙方|雇主)(?:就?是|为|叫|"
        rf"全称){{0,6}})?(?P<name>{HAN}{{2,16}}(?:\({HAN}{{2,6}}\))?{HAN}{{0,10}}(?:有限责任公司|"
        r"股份有限公司|有限公司))(?=[,;。\n )]|$)",
        cue="任股限",
    ),
)
_NOT_COMPANY = Pattern(
    r"^(?:我们|做|从事|搞|卖|公司|企业|单位|用人单位|乙方|负责|主营|我司|一家|某家|这家|帮|给|客户|甲方|那个|想|招|要|"
    r"写|替|为|派|请)"
)
_INDUSTRY = (
    Pattern(
        r"(?:我们|公司|本公司|我司|单位|咱们?|我这边|我们公司|这边)(?:就|主要|一直|公司)?是?(?:一家)?(?:从事|做|"
        rf"搞)(?P<trade>{ALNUM}{{2,10}}?)(?:生意|行业|业务|领域|这块|这行|赛道)?的(?=[,;。\n ]|$|{HAN}?(?:公司|企业|"
        r"startup|团队|工作室|机构|品牌))",
        cue="事做搞",
    ),
    Pattern(rf"(?:我们|公司|单位)?(?:属于|所属|属)(?P<trade>{ALNUM}{{2,8}}?)行业", cue="于属所"),
    Pattern(
        rf"(?:我们|本公司|我司|公司)(?:是|属于)(?:一家|个|家)?(?P<trade>{ALNUM}{{2,8}}?)(?:行业|企业|公司)(?!的?(?:老板|"
        r"运营|hr|人事))",
        cue="们司",
    ),
)
_TRADE_SAID = Pattern(rf"(?<!{HAN})(?:所属)?行业(?:就?是|为|属于) *(?P<trade>{ALNUM}{{2,10}})(?=[,;。\n ]|$)", cue="行")
_TRADE_ALONE = Pattern(
    r"(?:^|(?<=[,;。\n ]))(?:属于?|我们(?:是|属于?)?)?(?!熟悉|热爱|喜爱|喜欢|了解|有|对|从事|关注|具备|看好|跨|同|本|该|"
    rf"各|在|相关|其他|不限|全|做过|干过)(?P<trade>{ALNUM}{{2,8}}?)行业(?=[,;。\n ]|$)",
    cue="行",
)
_NOT_TRADE = Pattern(r"^(?:什么|外包|代运营|小|大|初创|创业|国|民营|上市|外资|正规|本地|那种|甲方|乙方|第三方|服务|供应)的?$")


def company(reading: Reading) -> Iterator[Found]:
    """The employer's name."""
    for span in reading.under("company"):
        yield reading.said("company", span, SURE)
        return
    for pattern in _COMPANY:
        for match in pattern.finditer(reading.plain):
            if not _NOT_COMPANY.match(match["name"]) and not re.search(
                "(?:给|驻|派|客户|甲方|为|替|帮|在|到|去)[^,;。\n]{0,8}$", reading.before(match.start("name"))
            ):
                yield reading.found("company", match, "name")
                return


def _is_business(trade: str, catalogue: Catalogue) -> bool:
    """Whether the catalogue knows that trade as a kind of business."""
    return any(trade in (folded(word.name), *map(folded, word.aliases)) for word in catalogue.terms.businesses)


def industry(reading: Reading) -> Iterator[Found]:
    """The employer's trade."""
    for span in reading.under("industry"):
        yield reading.said("industry", span, SURE)
        return
    for pattern in (_TRADE_SAID, *_INDUSTRY, _TRADE_ALONE):
        for match in pattern.finditer(reading.plain):
            known = pattern is _TRADE_ALONE and _is_business(match["trade"], reading.catalogue)
            if not (known or _NOT_TRADE.match(match["trade"]) or match["trade"].removesuffix("的") in CITIES):
                yield Found("industry", reading.text[slice(*match.span("trade"))], (match.span("trade"),))
                return
