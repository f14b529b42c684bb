"""What is managed, with its number: 12 家门店, 200 个群."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from dutywriter.brief.sentence.reading import SURE, Found, Reading
from dutywriter.text.characters import HAN, LETTER
from dutywriter.text.counting import NUMBER
from dutywriter.text.pattern import Pattern

_MANAGED = (
    r"(?:门店|店铺|店面|便利店|药店|直营店|加盟店|专卖店|店|社群|微信群|企微群|用户群|会员群|客户群|粉丝群|qq群|群聊|群|"
    r"账号|公众号|抖音号|矩阵号|视频号|小红书号|号|直播间|团长|站点|主播|"
    r"服务点|网点|点位|景区|场馆|栏目|sku|链接|商家|窗口|楼宇|场站|充电站|校区|摊位|柜台|项目点|专柜|自提点|货架|库房|"
    r"仓库|商户|达人|创作者|链接|单品|小区|城市)"
)
_SCOPE = Pattern(
    rf"(?:管理?|负责|分管|覆盖|巡查?|运营|维护|盯|看|对接|手上|名下|管辖|手里|同时|下辖|兼管|包)(?:着|了|起|全市|片区|"
    rf"区域|有|共|大概|大约|约|华[东南北中]|西南|西北|东北|全国|本市|{HAN}{{2,3}}片区|的|这| ){{0,6}}"
    rf"(?P<scope>(?!零)(?:{NUMBER})(?:多|来|几)? *(?:家|个|间|条|款|位|名|处|座)? *{LETTER}{{0,4}}?{_MANAGED})"
)
_SCOPE_IN_HAND = Pattern(
    rf"(?:手上|手里|名下|手头)(?:有|管着|是|的|一共|共| ){{0,6}}(?P<scope>(?!零){NUMBER}(?:多|来|几)? *(?:家|个|间|条|款|位|"
    rf"名|处|座) *{LETTER}{{1,8}}?)(?=[,;。\n ]|$)"
    rf"|(?P<own>(?!零){NUMBER}(?:多|来|几)? *(?:家|个|间|条|款) *{LETTER}{{1,6}}?)(?:都)?归(?:他|她|这个岗|此岗)",
    cue="下头归手里",
)
_SCOPE_AFTER = Pattern(
    rf"(?:^|(?<=[,;。\n ]))(?:管理?|负责|维护)?(?P<scope>{HAN}{{0,4}}(?:门店|店|群|账号|直播间|"
    rf"网点)(?!零){NUMBER} *(?:家|个|间))(?=[,;。\n ]|$|归)",
    cue="店网群账门间",
)
_SCOPE_ALONE = Pattern(
    rf"(?:^|(?<=[,;。\n ]))(?:{HAN}{{0,4}}(?:区域|片区))?(?P<scope>(?!零){NUMBER}(?:多|来|几)? *(?:家|个|间|"
    rf"条) *{LETTER}{{0,4}}?(?:门店|店|社群|群|账号|直播间|团长|网点|主播))(?=[,;。\n ]|$)",
    cue="团店播网群账门间",
)


def facts(reading: Reading) -> Iterator[Found]:
    """What the post manages, as written."""
    for span in reading.under("scope"):
        yield reading.said("scope", span, SURE)
    for match in _SCOPE.finditer(reading.plain):
        yield _managed(reading, match, "scope")
    for match in _SCOPE_ALONE.finditer(reading.plain):
        yield _managed(reading, match, "scope")
    for match in _SCOPE_AFTER.finditer(reading.plain):
        yield _managed(reading, match, "scope")
    for match in _SCOPE_IN_HAND.finditer(reading.plain):
        yield _managed(reading, match, "scope" if match["scope"] else "own")


def _managed(reading: Reading, match: re.Match[str], group: str) -> Found:
    """What is managed; its words may name a platform too (120个企微群)."""
    return replace(reading.found("scope", match, group), shared=True)
