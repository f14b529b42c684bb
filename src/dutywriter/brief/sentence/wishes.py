"""What is asked of the person: schooling, years, tools, what is a must and what a plus; and what the work is about."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from dutywriter.brief.sentence.reading import HIDDEN, SURE, Found, Reading
from dutywriter.text.clauses import Span
from dutywriter.text.counting import NUMBER, amount, count
from dutywriter.text.lexicon import Lexicon

_DEGREE = r"(?:全日制|统招)?(?:初中|中专|高中|职高|大专|专科|本科|硕士|研究生|博士)(?:/(?:中专|高中|大专|本科))?"
_EDUCATION = re.compile(rf"(?P<degree>{_DEGREE})(?:学历|毕业)?(?P<up>(?:及|或|或者)?以上|起步?|往上)?(?:学历)?(?!院校|生|毕业设计)")
_ANY_EDUCATION = re.compile(
    r"学历(?:要求|方面|嘛|呢|上|这块|的话)*[,: ]*(?:也|都|就)?(?:不限|没要求|没有要求|无要求|不要求|不卡|不看|随便|不设限|"
    r"不做要求|无所谓|不作要求|:?无|不重要|不是问题|没限制)|(?:不限|不要求|不看|不卡|不论|不挑|不设|不管|无|没有?|"
    r"对)学历(?:门槛|要求|限制)?(?:不限|没要求|无要求|不做要求)?"
)
_ANY_OF_BOTH = re.compile(
    r"(?:学历|经验)[和、与跟/]*(?:学历|经验)(?:要求)?(?:都|均|也|全)*(?:不限|没要求|不要求|无要求|不作要求|不卡)"
)
_WISHED = re.compile(r"(?:最好|优先|加分|更好|更佳|也行的?优先)")

_YEARS = rf"(?P<n>{NUMBER})(?: *(?:-|~|到|至|、)? *(?P<n2>\d{{1,2}}|[一二三四五六七八九十]))? *年"
_EXPERIENCE = (
    re.compile(
        rf"(?:至少|最少|起码|不低于|不少于|满|具备|有|要|需)(?:有|要)?{_YEARS}(?:及?以上|起|多|左右)?(?!薪|内|底|期|合同|"
        rf"的?合同|周期)"
    ),
    re.compile(rf"{_YEARS}(?!以?内)(?:(?:及|或)?以上|起步?|往上|\+|左右|多)?(?:的)?[^,;。\n]{{0,14}}?(?:经验|经历|工龄|从业)"),
    re.compile(
        rf"(?:经验|年限|干过|做过|从业|工龄|工作)(?:要求|至少|年限|不低于|要|满|过|有|得|:|在| )*{_YEARS}(?:(?:及|"
        rf"或)?以上)?"
    ),
    re.compile(rf"(?<![\d.]){_YEARS}(?:(?:及|或)?以上|起步|往上|\+)"),
    re.compile(r"(?:^|[,;。\n 、])(?P<n>\d{1,2})-(?P<n2>\d{1,2}) *年(?=[,;。\n 、]|$)"),
)
_PERIOD = re.compile(r"(?:合同|周期|项目|服务期|公司|成立|签|合作|已经|为期|工期|驻场期?|租期|我们)[^,;。\n]{0,4}$")
_NO_EXPERIENCE = re.compile(
    r"经验(?:要求|方面)?(?:不限|没要求|无要求|不要求|不作要求|不做要求|不设限|随便|不卡|无所谓|没限制|:?无)|(?:不限|"
    r"不要求|不看|不卡|无需|不需要|不用有?|没有?|无|零|0)(?:相关|工作|任何|行业)*经验(?:要求|限制)?(?:也|都)?(?:可以?|"
    r"行|ok|要求|能|$|没关系|的也|均可|[,;。\n ])?|应届(?:毕业)?生?(?:也|都|均|就)?(?:可以?|行|ok|能|欢迎|考虑|接受|"
    r"没问题)|(?:接受|可以?|欢迎|考虑|(?<!不)招)应届|小白(?:也|都)?(?:可以?|行|能)|新手(?:也|都)?(?:可以?|行)"
)

_TOOLS = (
    "Excel",
    "PPT",
    "Word",
    "WPS",
    "Office",
    "PS",
    "Photoshop",
    "AI",
    "AE",
    "PR",
    "Premiere",
    "剪映",
    "剪映专业版",
    "CapCut",
    "达芬奇",
    "秀米",
    "135编辑器",
    "135",
    "壹伴",
    "Canva",
    "可画",
    "稿定设计",
    "稿定",
    "创客贴",
    "美图秀秀",
    "醒图",
    "黄油相机",
    "Midjourney",
    "ChatGPT",
    "DeepSeek",
    "豆包",
    "Xmind",
    "思维导图",
    "Axure",
    "墨刀",
    "Figma",
    "Sketch",
    "Visio",
    "SQL",
    "MySQL",
    "Hive",
    "Python",
    "R",
    "SPSS",
    "SAS",
    "Tableau",
    "PowerBI",
    "FineBI",
    "FineReport",
    "帆软",
    "QuickBI",
    "神策",
    "GrowingIO",
    "友盟",
    "百度统计",
    "GA",
    "GA4",
    "谷歌分析",
    "谷歌广告",
    "生意参谋",
    "京东商智",
    "商智",
    "多多参谋",
    "京准通",
    "京麦",
    "千牛",
    "千川",
    "巨量千川",
    "巨量引擎",
    "巨量云图",
    "抖音罗盘",
    "电商罗盘",
    "罗盘",
    "直通车",
    "万相台",
    "引力魔方",
    "蝉妈妈",
    "飞瓜",
    "飞瓜数据",
    "新榜",
    "灰豚",
    "考古加",
    "聚光",
    "蒲公英",
    "星图",
    "磁力金牛",
    "魔方",
    "ERP",
    "聚水潭",
    "旺店通",
    "万里牛",
    "管易",
    "店小秘",
    "马帮",
    "领星",
    "积加",
    "卖家精灵",
    "Helium10",
    "JungleScout",
    "Keepa",
    "鸥鹭",
    "Semrush",
    "Ahrefs",
    "Shopify",
    "易仓",
    "有赞",
    "微盟",
    "探马",
    "尘锋",
    "微伴",
    "小鹅通",
    "问卷星",
    "金数据",
    "腾讯文档",
    "石墨文档",
    "飞书",
    "飞书文档",
    "多维表格",
    "飞书多维表格",
    "钉钉",
    "企业微信",
    "Jira",
    "TAPD",
    "禅道",
    "Teambition",
    "Notion",
    "CRM",
    "OBS",
    "直播伴侣",
    "抖音直播伴侣",
    "VLOOKUP",
    "数据透视表",
    "透视表",
    "Stata",
    "Looker",
    "ERP系统",
    "工单系统",
    "OA",
    "金蝶",
    "用友",
    "SAP",
    "WMS",
    "美团管家",
    "收银系统",
    "客如云",
    "微信公众平台",
    "公众号后台",
    "135排版",
    "C4D",
    "3DMax",
    "CAD",
)
_USE = (
    r"(?:会用|会使用|会做|会|熟练(?:使用|掌握|操作|运用|应用)?|熟悉|掌握|精通|能用|使用|用过|用|懂|操作|必会|要会|上手|"
    r"玩得转|用得?熟|工具(?:是|有|用|主要用|为|:)?)"
)
_TOOL_BEFORE = re.compile(
    rf"{_USE}(?:过|一些|基本的?|常用|各种|到|得|好|办公软件|的|:|\(|，)*(?:[a-z0-9一-龥\ue000]{{1,10}}(?:[、和及与跟/,+ ]|"
    rf"以及|还有)+)*$"
)
_TOOL_AFTER = re.compile(
    r"(?:[、和及与/,+ ]*[a-z0-9一-龥\ue000]{0,8}?){0,4}?(?:这些|等)?(?:都|也|要|得|必须|一定)?(?:要|得)?(?:会|熟练?|精通|"
    r"玩得|用得|拿手|溜|操作|必会|必须)"
)
_LATIN_TOOL = re.compile(r"(?:会用|熟练使用|熟练掌握|使用|掌握|精通) *(?P<tool>[a-z][a-z0-9]{2,15})")

_PLUS = (
    re.compile(
        r"(?:^|(?<=[,;。\n \ue000]))(?P<plus>[^,;。\n: \ue000]{2,24}?)(?:的|(?<!好)者|的人|的话|的同学|的候选人|"
        r"人士)?(?:优先(?:考虑|录用)?(?=[,;。\n )]|$)|加分|更好|更佳|尤佳|是加分项|为佳|的?加分项)"
    ),
    re.compile(
        r"(?:最好(?:是|能)?|加分项?(?:是|:)|如果能|要是能) *(?P<plus>[^,;。\n]{2,20}?)(?:的|就更好|更好|吧|就好|最好|哈|了|"
        r"的人|的话)?(?=[,;。\n]|$)"
    ),
)
_HARD = r"(?:硬(?:性)?(?:条件|要求|指标|门槛|标准)|必须的?|必备|底线|刚需|门槛|前提|必要条件)"
_ENDS = r"(?:吧|就行|就可以|哈|啊|哦|呢|才行|最重要|即可|就好|的)?(?=[,;。\n )]|$)"
_MUST_AFTER = re.compile(
    rf"(?:^|(?<=[,;。\n \ue000)]))(?P<must>[^,;。\n \ue000()]{{2,14}}?)(?:(?:是|为|算|都是|属于)(?:个)?{_HARD}|必须|"
    rf"\((?:必须|必备|硬性)\))(?=[,;。\n )]|$)"
)
_MUST_BEFORE = re.compile(rf"(?:必须|务必|一定|硬性要求|硬条件)(?:要|得|是|:| )*(?P<must>[^,;。\n \ue000]{{2,20}}?){_ENDS}")
_MUST_OF_POST = re.compile(
    r"[个名位招找要\ue000](?P<must>(?:能|会|懂|有)[^,;。\n \ue000的]{1,8})的(?=[^,;。\n]{0,8}(?:运营|编辑|策划|督导|场控|"
    r"中控|专员|主管|经理|分析|\ue000))"
)
_NO_DEMAND = re.compile(r"^会?用?$|上班$|加班$|在岗|^(?:人|的)|到岗|汇报|坐班|双休")
_MUST = re.compile(
    r"(?:^|(?<=[,;。\n \ue000:、]))(?:并且|而且|还|也|另外|同时|然后|人|要求|一定|需?要求|关键是?|"
    r"主要是?)*(?P<lead>必须|务必|一定要|得|要|需要|需|必备|要求|硬性要求|硬性)?(?:得|要|是)?(?P<must>(?:(?:能够?|会|有|"
    r"懂|持有?|具备|可以?|接受|自带|自己有|自己会|住|普通话|英语|日语|韩语|粤语)[^,;。\n \ue000、]{1,14}?|"
    r"[^,;。\n \ue000]{0,6}(?:证书?|驾照|六级|四级)))(?:吧|就行|就可以|哈|啊|哦|呢|的|才行|最重要|即可|就好|的人|"
    r"优先)?(?=[,;。\n ]|$|、(?=[能会有懂持可]))"
)
_NOT_MUST = re.compile(
    r"^会(?:员|展|计|议|场|费|用?$)|^带\d|^带[一二两三四五六七八九十]|^有(?:店|公司)|(?:经验|背景|优先|加分|学历|年|双休|薪|"
    r"提成|奖金|社保|公积金|五险|包吃|补贴|班车|团队|下属|店|群$|宿舍|食堂|个人|几个|一个|的(?:运营|活动|短视频|编辑|新媒体|"
    r"电商)|\d人|活动$|要做|运营$|客户$|什么|哪|不|没|最好|工单)"
)
_FOCUS = (
    re.compile(
        r"(?:主要)?(?:负责|分管|管着|专管)(?:的?是|一下|整个|我们的?|公司的?|咱们的?|:)?(?P<focus>(?:[^,;。\n \ue000]|"
        r"(?<=[a-z0-9]) | (?=[a-z0-9])){2,30}?)(?:这块|这一块|这些|等工作|的工作|等等|等|吧|哈|的)?(?=[,;。\n \ue000]|$)"
    ),
    re.compile(
        r"(?:主要(?:是|就是)?(?:做|搞|弄|抓)|重点(?:是|做|抓|放在|在|搞)|侧重(?:于|在|点?是)?|偏(?:重|向)?|主攻|主抓|"
        r"核心(?:工作)?是|专门做|专门搞|工作(?:内容)?(?:主要|就)?是)(?P<focus>(?:[^,;。\n \ue000]|(?<=[a-z0-9]) |"
        r" (?=[a-z0-9])){2,30}?)(?:这块|这一块|这些|等工作|的工作|等等|等|上|吧|哈|的)?(?=[,;。\n \ue000]|$)"
    ),
)
_NOT_FOCUS = re.compile(r"^(?:人|的|我|你|他|不|就)|\d|率$|汇报")


def schooling(reading: Reading) -> Iterator[Found]:
    """Wishes first, since what is only wished for is no requirement; then schooling and years."""
    for read in (_plus, _education, _experience):
        found = list(read(reading))
        yield from found
        reading = reading.without(span for each in found for span in each.spans)


def facts(reading: Reading) -> Iterator[Found]:
    for read in (_tools, _must):
        found = list(read(reading))
        yield from found
        reading = reading.without(span for each in found for span in each.spans)


def _plus(reading: Reading) -> Iterator[Found]:
    for span in reading.under("plus"):
        for start, end in _items(reading, *span):
            yield reading.said("plus", (start, end))
        reading = reading.without([span])
    for pattern in _PLUS:
        for match in pattern.finditer(reading.plain):
            yield _stripped(reading, match)
        reading = reading.without(match.span() for match in pattern.finditer(reading.plain))


def _stripped(reading: Reading, match: re.Match[str]) -> Found:
    """The wish without the words that only lead to it."""
    start, end = match.span("plus")
    lead = re.compile(r"(?:其中|另外|如果|要是|若|最好是?|能|有(?!.)|而且|还|如|对|以及)+(?=..)").match(reading.plain, start, end)
    start = lead.end() if lead and lead[0] != "能" else start
    return Found("plus", reading.text[start:end].strip(), (match.span(),))


def _items(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    for part in re.compile(r"[^,;。\n、]+").finditer(reading.plain, start, end):
        yield part.span()


def _education(reading: Reading) -> Iterator[Found]:
    for match in _ANY_EDUCATION.finditer(reading.plain):
        yield Found("education", "不限", (match.span(),), SURE)
    for match in _ANY_OF_BOTH.finditer(reading.plain):
        yield Found("education", "不限", (match.span(),), SURE, shared=True)
    reading = reading.without(match.span() for match in _ANY_EDUCATION.finditer(reading.plain))
    for match in _EDUCATION.finditer(reading.plain):
        if not reading.is_covered(match.start()) and not _WISHED.search(reading.before(match.start())):
            degree = reading.text[slice(*match.span("degree"))].replace("专科", "大专")
            yield Found("education", f"{degree}及以上" if match["up"] else degree, (match.span(),))


def _experience(reading: Reading) -> Iterator[Found]:
    for span in reading.under("experience"):
        if re.compile("不限|无|不要求|应届").match(reading.plain, *span):
            yield Found("experience", "0", (span,), SURE)
    for match in (*_ANY_OF_BOTH.finditer(reading.plain), *_NO_EXPERIENCE.finditer(reading.plain)):
        yield Found("experience", "0", (match.span(),), SURE)
    for pattern in _EXPERIENCE:
        for match in pattern.finditer(reading.plain):
            years = _least(match)
            if years is not None and not _PERIOD.search(reading.before(match.start("n"))):
                yield Found("experience", str(years), (match.span(),))
        reading = reading.without(match.span() for match in pattern.finditer(reading.plain))


def _least(match: re.Match[str]) -> int | None:
    """The least number of years: of 1-3 and of 两三 the first."""
    number = match["n"]
    if len(number) == 2 and "十" not in number and not number.isdecimal():
        number = number[0]
    years = amount(number)
    return int(years) if years is not None and years <= 30 and (match["n2"] is None or count(match["n2"]) is not None) else None


def _tools(reading: Reading) -> Iterator[Found]:
    for span in reading.under("tools"):
        for start, end in _items(reading, *span):
            yield reading.said("tools", (start, end))
        reading = reading.without([span])
    for start, end in _tool_names(reading):
        near = _TOOL_BEFORE.search(reading.plain[max(0, start - 40) : start]) or _TOOL_AFTER.match(reading.plain, end)
        if near and not reading.is_covered(start):
            yield reading.said("tools", (start, end))
    for match in _LATIN_TOOL.finditer(reading.plain):
        yield reading.found("tools", match, "tool")


def _tool_names(reading: Reading) -> list[Span]:
    """Where tools are named; two names without anything between are one (领星ERP)."""
    spans: list[Span] = []
    for mention in Lexicon({name: name for name in (*_TOOLS, *_words(reading))}).mentions(reading.plain):
        joined = bool(spans) and spans[-1][1] == mention.start
        start = spans.pop()[0] if joined else mention.start
        spans.append((start, mention.end))
    return spans


def _words(reading: Reading) -> Iterator[str]:
    """Tools that platforms' words name."""
    for platform in reading.catalogue.terms.platforms:
        for slot, word in platform.words.items():
            if slot.endswith("工具"):
                yield word.text


def _must(reading: Reading) -> Iterator[Found]:
    for span in reading.under("must"):
        for start, end in _items(reading, *span):
            yield reading.said("must", (start, end))
        reading = reading.without([span])
    for pattern in (_MUST_AFTER, _MUST_BEFORE, _MUST_OF_POST, _MUST):
        for match in pattern.finditer(reading.plain):
            if HIDDEN not in match["must"] and not reading.is_covered(match.start("must")):
                yield from _demands(reading, match.span("must"), hard=pattern in (_MUST_AFTER, _MUST_BEFORE))
        reading = reading.without(match.span() for match in pattern.finditer(reading.plain))


def _demands(reading: Reading, span: Span, *, hard: bool) -> Iterator[Found]:
    """Each of the things that are asked for, where such a thing is asked of a person."""
    for start, end in _items(reading, *span):
        said = reading.plain[start:end]
        if not (_NO_DEMAND if hard else _NOT_MUST).search(said):
            yield reading.said("must", (start, end))


def focus(reading: Reading) -> Iterator[Found]:
    """What the work is about."""
    for span in reading.under("focus"):
        yield replace(reading.said("focus", span, SURE), shared=True)
    for pattern in _FOCUS:
        for match in pattern.finditer(reading.plain):
            if not _NOT_FOCUS.search(match["focus"]):
                yield replace(reading.found("focus", match, "focus"), shared=True)
