"""At whose site the work is."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.reading import LIKELY, SURE, Found, Reading
from dutywriter.text.characters import ALNUM, HAN
from dutywriter.text.clauses import Span
from dutywriter.text.pattern import Pattern

_SITE_KIND = (
    r"政务服务?中心|政务大厅|行政服务中心|便民服务中心|三甲医院|医院|卫生院|诊所|银行|信用社|保险公司|证券公司|运营商|"
    r"移动|电信|联通|物流园|仓库|物流中心|工厂|厂|景区|博物馆|"
    r"文旅局|地铁|机场|航空公司|公交集团|高铁站|产业园区?|科技园区?|园区|开发区|写字楼|学校|大学|学院|中学|小学|酒店|"
    r"充电站|供电局|电网|电力公司|商场|超市|购物中心|图书馆|"
    r"政府|法院|税务局|人社局|市监局|街道办|融媒体中心|热线中心|客服中心|支行|分行|总行|信用卡中心|营业厅|有限责任公司|"
    r"股份有限公司|有限公司|集团|局|委|公司|品牌方?|门店|商城|中心|收费站|服务区|码头|港口|加油站|变电站|平台|厂商|总店|车企"
)
_CLIENT_NAME = (
    rf"(?P<name>(?!\()[\w()×·]{{0,16}}?(?:{_SITE_KIND})(?:{HAN}{{0,6}}?(?:支行|分行|分公司|中心|分院|院区|校区|大厅|"
    rf"总部))?)"
)
_SOME = r"某(?![市县区省州镇乡])(?:一?[个家])?"
"""A certain one, where 某 is no part of a name that is not to be told: 某银行, but 某市政务服务中心."""
_ARTICLE = (
    r"(?:我们的?|他们的?|客户(?!端)(?:方|公司|单位|那边|现场)?(?:是|为|:)?|甲方(?:单位|是|为|:){0,6}|一个|一家|"
    rf"[两三]家|这家|那家|本地的?|当地的?|{_SOME}){{0,6}}"
)
_CLIENT = (
    Pattern(
        rf"(?:(?:派驻|驻派|外派|派人|派|常驻|驻点|长驻|进驻|长期驻扎|驻扎)[去到在进给往至入于了]?|"
        rf"派[^,;。\n]{{0,10}}?(?:常驻|驻点|蹲[点守]?在?|[去到往至赴在进])|蹲[点守]?在|(?:中标|拿下|承接|接|签)了|"
        rf"驻场(?:在|到|于|地点?(?:是|:)?|单位(?:是|:)?|客户(?:是|:)?)?){_ARTICLE}{_CLIENT_NAME}",
        cue="了外常扎派蹲进长驻",
    ),
    Pattern(
        rf"(?:去|到|赴|在|进|给|往|为|替|帮|服务于?){_ARTICLE}{_CLIENT_NAME}(?:的?(?:现场|那边|里面?|客户现场))?(?:做|当|干|"
        rf"上班|办公|派|招|找|配|的)?(?:一?[个名位])?(?:长期)?的?(?:驻场|驻点|常驻)",
        cue="常驻",
    ),
    Pattern(
        rf"(?:给|为|向)(?!我们){_ARTICLE}{_CLIENT_NAME}(?:派驻|驻派|外派|派|干活|服务|代运营|做[^,;。\n]{{0,10}}?(?:外包|代运营|托管|服务))",
        cue="为向给",
    ),
    Pattern(rf"(?:^|[,;。\n ]){_CLIENT_NAME}(?:要|让|请)(?:我们|我方|我司|乙方)(?:再|加)?(?:派|出)", cue="出派"),
    Pattern(rf"(?:服务(?:的是|于|对象是)|受){_ARTICLE}{_CLIENT_NAME}(?=[,;。\n ]|$|的?委托)", cue="受服"),
    Pattern(
        rf"(?:(?:客户|甲方|服务对象)(?:方|单位|公司)?(?:就?是|为|:|叫)? *(?:一个|一家|{_SOME}){{0,6}}|"
        rf"(?:^|[,;。\n ])驻(?!场|点|扎|派|外|地|厂|校|店){_ARTICLE}){_CLIENT_NAME}",
        cue="客甲象驻",
    ),
)
_NAMED_CLIENT = (
    Pattern(
        r"(?:客户|甲方)(?:方|单位|公司)?(?:名称|全称)?(?:就?是|为|叫做?|:) *(?:一家|"
        rf"{_SOME})?(?P<name>{ALNUM}[\w()·]{{1,15}}?)(?=[,;。\n]|$|那边|那里|那儿|的)",
        cue="客甲",
    ),
    Pattern(
        r"(?:常驻|派驻|驻派|(?:跟|与|和)(?=[^,;。\n]{2,16}签)|给|到|去|往|驻|帮|替|为)(?:我们的?)?(?:客户|甲方)(?!方|端|"
        r"那|现场|公司|单位|办公|自己|"
        rf"的|群|是|处|这)(?P<name>{ALNUM}[\w()·]{{1,11}}?)(?=[,;。\n]|$|那边|那里|那儿|做|的|现场|派|签)",
        cue="客甲",
    ),
)
_SITE = Pattern(
    rf"(?:^|(?<=[,;。\n 在]))(?P<name>{HAN}{{2,10}}?(?:银行|医院|大学|学院|机场|酒店|政务服务中心|政务中心|博物馆|景区|"
    r"学校|分公司|支行|分行|供电局|税务局|度假区))(?=[,;。\n 的]|$|那边|现场)",
    cue="假分医司大局支政景机校税酒银院馆",
)
_LEAD = Pattern(rf"(?:{_SOME}|一家|一个|的|在|是|给)+")
_NO_NAME = Pattern(r"常驻|派驻|驻派|派人|运营|专员|主管|经理|驻场|[一两三四\d](?:名|个人)|(?:到|去|在)(?:客户|甲方)|甲方|\([^)]*$")
"""Words that stand in no client's name: the match began too early."""
_NO_CLIENT = Pattern(r"^(?:厂|局|委|公司|分公司|总公司|那|甲方|客户|公司|我们|平台|中心|对方|人家|他们|品牌方?|现场|门店|本)$")
_AT_WORK = r"(?:上班|办公|坐班|工作|干活|值守|值班)"
ONSITE = Pattern(
    r"驻场|派驻|驻点|驻厂|驻校|驻店|驻院|驻派|长驻|蹲(?:点|守|在)(?!直播|店|群|评论)|常驻(?:他们|人家|对方)|"
    r"(?:常驻|到|去|在|坐)(?:客户|甲方)(?:那边|现场|公司|单位|处|办公室|这边|"
    rf"办公地|项目){{0,6}}{_AT_WORK}?|(?:外派|派)(?:到|去|往|至)(?:客户|甲方)|"
    rf"(?:在|去|到|坐)(?:他们|人家|对方)(?:那儿|那里|那边|那头|单位|公司|现场|办公室|楼里){{0,3}}{_AT_WORK}|"
    rf"派[^,;。\n]{{0,10}}[在到去往赴进](?!分公司|总部|公司|门店|我们)[^,;。\n]{{2,16}}?{_AT_WORK}|常驻(?={HAN}{{0,14}}(?:中心|"
    r"大厅|医院|银行|分行|支行|园|厂|局|机场|学校|学院|大学|酒店|公司|集团|仓|景区|\ue000))",
    cue="他厂外客家对常校派甲蹲长驻",
)
_OFFSITE = Pattern(
    r"(?:不用|不需要?|无需|无须|不必|不要求?|不|非|别|没有|不会|不再)(?:再|去|要|到|在|常|长期|派|安排|是){0,6}(?:驻场|派驻|"
    r"驻点|(?:(?<=[去到在])(?:客户|甲方)|(?:客户|甲方)(?=那边|现场|公司|单位|处))(?:那边|现场|公司|单位|处|办公){0,6}(?:上班|办公|坐班)?)|(?:不是|并非)[^,;。\n]{0,6}驻场",
    cue="客派甲驻",
)
_SITES = {
    "政务": r"政务|行政服务|行政审批|便民服务|机关|政府|街道办|人社局|税务局|市监局|文旅局|法院|融媒体|12345",
    "医疗": r"医院|卫生院|诊所|医疗",
    "金融": r"银行|信用社|保险|证券|基金|信用卡|支行|分行",
    "通信": r"电信|移动公司|中国移动|联通|运营商|营业厅",
    "物流": r"物流|仓库|仓储|货运",
    "制造": r"工厂|制造|富士康|厂$|车企|生产",
    "文旅": r"景区|博物馆|文旅|旅游",
    "交通": r"收费站|高速|服务区|码头|港口|地铁|机场|航空|公交|高铁|客运",
    "园区": r"园区|产业园|科技园|开发区|写字楼",
    "教育": r"学校|大学|学院|中学|小学|教育|培训|幼儿园",
    "酒店": r"酒店|宾馆|度假村",
    "能源": r"充电站|供电|电网|电力|能源|充电场站",
}
"""What in a client's name shows its kind of business."""


def offsite(reading: Reading) -> Iterator[Found]:
    """That the post is not at a client's."""
    for match in _OFFSITE.finditer(reading.plain):
        yield Found("onsite", "否", (match.span(),), SURE)


def client(reading: Reading) -> Iterator[Found]:
    """The client, and the kind of business that its name shows."""
    for span in reading.under("client"):
        yield reading.said("client", span, SURE)
        yield from _business_of(reading, span)
        return
    for pattern in (*_NAMED_CLIENT, *_CLIENT):
        for match in pattern.finditer(reading.plain):
            span = _name(match)
            name = reading.plain[slice(*span)]
            if name and not (_NO_CLIENT.match(name) or _NO_NAME.search(name)) and _works_onsite(reading):
                yield reading.said("client", span)
                yield from _business_of(reading, span)
                return
    yield from _named_site(reading)


def _named_site(reading: Reading) -> Iterator[Found]:
    """A site with a name of its own, where the work is at a client's and no word says whose."""
    names = list(_SITE.finditer(reading.plain)) if ONSITE.search(reading.plain) else []
    if len(names) == 1:
        span = _name(names[0])
        yield reading.said("client", span)
        yield from _business_of(reading, span)


def _name(match: re.Match[str]) -> Span:
    """Where the client's name stands, without the words that only lead to it."""
    start, end = match.span("name")
    lead = _LEAD.match(match.string, start, end)
    return (lead.end() if lead else start), end


def _business_of(reading: Reading, span: Span) -> Iterator[Found]:
    """The kind of business that the client's name shows."""
    for business, names in _SITES.items():
        if re.search(names, reading.plain[slice(*span)]):
            yield Found("business", business, (span,), SURE)
            return


def _works_onsite(reading: Reading) -> bool:
    return bool(ONSITE.search(reading.plain) or re.search(r"派|代运营|外包|客户(?:是|:|为)|甲方(?:是|:|为)", reading.plain))


def onsite(reading: Reading) -> Iterator[Found]:
    """That the post is at a client's."""
    for match in ONSITE.finditer(reading.plain):
        yield Found("onsite", "是", (match.span(),), LIKELY, shared=True)
