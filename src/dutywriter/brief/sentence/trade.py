"""What the work deals with: platforms, goods, the kind of business."""

import re
from collections.abc import Iterable, Iterator

from dutywriter.brief.sentence.reading import SURE, Found, Reading
from dutywriter.catalogue.model import Vocabulary
from dutywriter.text.characters import ALNUM, HAN
from dutywriter.text.folded import folded
from dutywriter.text.lexicon import Lexicon, Mention
from dutywriter.text.negation import denied_after
from dutywriter.text.pattern import Pattern

_OTHER_PLATFORMS = (
    "得物 唯品会 闲鱼 饿了么 有赞 微店 1688 阿里国际站 阿里巴巴国际站 沃尔玛 SHEIN 携程 飞猪 苏宁易购 苏宁 今日头条 "
    "头条号 百家号 西瓜视频 "
    "喜马拉雅 京东到家 美团闪购 虎牙 斗鱼 领英 Ozon Wayfair Etsy 美客多 考拉 转转 番茄小说 什么值得买 马蜂窝 百度"
).split()
"""Platforms that the catalogue has no words for."""
_JOINED = Pattern(r"[、和与跟及/ ]{1,2}")
"""What stands between the names of a list, all of which a negation behind it denies: 抖音和快手都不碰."""
_NOT_ON_AFTER = Pattern(r"[^,;。\n、]{0,6}(?:经验|背景|出身|经历|优先|规则的?熟|干过|待过|的人)|总部|离职|出来的")
_AS_PLATFORM = Pattern(r" *(?:店|自营|平台|旗舰|pop|商城|[、/和+])")
"""What follows JD where it is 京东 and no job description."""
_GOODS_BEFORE = Pattern(
    r"(?:做|卖|主营|经营|类目|品类|主打|主推|售|搞|专营|方向|带货|店铺|店|负责|天猫|淘宝|京东|抖音|拼多多|快手|小红书|"
    r"亚马逊|旗舰店|、|和|/|是|[,;。\n: \ue000]|^)$"
)
_GOODS_AFTER = Pattern(
    r"(?:的?(?:类|品类|店|旗舰店|行业|电商|带货|赛道|直播间?|产品|品牌|专卖|号|运营|方向|板块|线|商家|企业|公司|"
    r"(?=[,;。\n ]|$))|、|和|"
    r"\ue000|[,;。\n ]|$)"
)
_GOODS_UNLISTED = (
    Pattern(
        rf"(?:主营|专卖|(?<!外)卖(?!点|家(?![具居电纺装])|场|出|货))(?:的是|的)?(?P<goods>{HAN}{{2,6}}?)(?:类目|品类|"
        r"产品|为主|的(?=[,;。\n ]|$|店|公司|品牌|电商)|[,;。\n ]|$)",
        cue="主卖",
    ),
    Pattern(rf"(?:类目|品类)(?:就?是|为|:) *(?P<goods>{ALNUM}{{2,8}})", cue="类"),
    Pattern(rf"(?:^|[,;。\n 做是])(?P<goods>{HAN}{{2,4}}?)(?:类目|品类)(?=[,;。\n 的店]|$)", cue="类"),
)
_VAGUE_GOODS = {"鞋", "手机", "电脑", "数码", "水果", "香水", "玩具", "家具", "家装", "建材"}
_BUSINESS_AFTER = Pattern(
    r"(?:的?(?:行业|类|公司|平台|客户|项目|业务|方向|领域|产品|企业|赛道|品牌|机构|板块|条线|系统|单位|\ue000|运营|[招要缺]|"
    r"(?=[,;。\n ]|$))|[,;。\n ]|$)"
)
_BUSINESS_BEFORE = Pattern(r"(?:连锁|我们|做|的|是|搞|属于?|行业:?|方向|从事|属于|领域|业务|[,;。\n :]|^)$")
_STRONG_NAMES = {"本地生活", "saas", "b端", "tob", "社区团购", "知识付费", "政务", "娱乐直播", "影视漫画"}
"""Names of businesses that mean nothing else, wherever they stand."""
_LOOSE_NAMES = {"社区", "媒体", "工具", "商业化", "客运", "到店", "团购直播", "工厂", "专柜", "写字楼"}


def _names(words: Iterable[Vocabulary]) -> dict[str, str]:
    return {name: word.name for word in words for name in (word.name, *word.aliases)}


def _said(reading: Reading, names: dict[str, str]) -> list[Mention]:
    """The names in the request that no negation covers, before or after them."""
    mentions = list(Lexicon(names).mentions(reading.plain))
    refused: set[str] = set()
    place = len(reading.plain) + 1
    for mention in reversed(mentions):
        if denied_after(reading.plain, mention.end) or (refused and _JOINED.fullmatch(reading.plain, mention.end, place)):
            refused.add(mention.meaning)
            place = mention.start
    return [mention for mention in mentions if mention.meaning not in refused and not reading.is_covered(mention.start)]


def platforms(reading: Reading) -> Iterator[Found]:
    """The platforms that the post works on."""
    names = _names(reading.catalogue.terms.platforms) | {name: name for name in _OTHER_PLATFORMS}
    for mention in _said(reading, names):
        before, after = reading.before(mention.start), reading.plain[mention.end : mention.end + 12]
        if mention.name == "jd" and not _AS_PLATFORM.match(after):
            continue
        if not _NOT_ON_AFTER.match(after) and not (re.search(r"(?:做过|熟悉|竞品|用过|对标|类似|干过)[^,;。\n]{0,3}$", before)):
            yield Found("platform", mention.meaning, ((mention.start, mention.end),))


def goods(reading: Reading) -> Iterator[Found]:
    """The goods that are sold."""
    for span in reading.under("category"):
        yield reading.said("category", span, SURE)
    listed = False
    for mention in _said(reading, _names(reading.catalogue.terms.categories)):
        if not _NOT_ON_AFTER.match(reading.plain, mention.end) and _is_goods(reading, mention):
            listed = True
            yield Found("category", mention.meaning, ((mention.start, mention.end),))
    for match in (match for pattern in _GOODS_UNLISTED for match in pattern.finditer(reading.plain) if not listed):
        yield reading.found("category", match, "goods")


def _is_goods(reading: Reading, mention: Mention) -> bool:
    before, after = reading.before(mention.start), mention.end
    if mention.name in _VAGUE_GOODS:
        return bool(_GOODS_BEFORE.search(before) and before.strip()) and bool(_GOODS_AFTER.match(reading.plain, after))
    return bool(_GOODS_BEFORE.search(before) or _GOODS_AFTER.match(reading.plain, after))


def business(reading: Reading) -> Iterator[Found]:
    """The kind of business that the post serves."""
    names = _names(reading.catalogue.terms.businesses)
    for span in reading.under("business"):
        if reading.plain[slice(*span)] in {folded(name) for name in names}:
            yield reading.said("business", span, SURE)
    mentions = _said(reading, {name: meaning for name, meaning in names.items() if name not in _LOOSE_NAMES})
    beginnings = {(mention.start, mention.meaning) for mention in mentions}
    for mention in mentions:
        before = reading.before(mention.start)
        if _NOT_ON_AFTER.match(reading.plain, mention.end):
            continue
        plain = mention.name in _STRONG_NAMES or (mention.end, mention.meaning) in beginnings
        if plain or (_BUSINESS_AFTER.match(reading.plain, mention.end) and _BUSINESS_BEFORE.search(before)):
            yield Found("business", mention.meaning, ((mention.start, mention.end),))
