"""People around the post: how many are hired, whom it leads, whom it reports to, in which department."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.reading import SURE, Found, Reading
from dutywriter.text.characters import ALNUM, HAN, LETTER
from dutywriter.text.counting import NUMBER, count
from dutywriter.text.pattern import Pattern

_BOSS = (
    rf"{LETTER}{{0,10}}?(?:总监|经理|负责人|主管|总经理|副总经理|副总|老板|店长|组长|部长|院长|主任|ceo|cfo|cpo|coo|cmo|cto|vp|"
    r"合伙人|创始人|总裁|总助|领导|主编|总编|站长|处长|科长|总|lead|leader)"
)
_THE_BOSS = rf"(?:我方|我们|我司|咱们|本公司|乙方|公司)?的?(?P<boss>(?![写叫是为的由归]|上级|领导|上司){_BOSS})"
_REPORTS = (
    Pattern(rf"直属{_THE_BOSS}(?=[,;。\n )]|$)", cue="属"),
    Pattern(rf"(?:向|给|跟|对){_THE_BOSS}(?:直接)?(?:汇报|报告|负责)", cue="告汇负"),
    Pattern(
        rf"(?:直接)?(?:汇报|上报|直报|报)(?:给|对象(?:是|为|:)?|:){_THE_BOSS}(?=[,;。\n )]|$|就|即可|吧|哈|不是)", cue="报汇直"
    ),
    Pattern(rf"(?<!{HAN})汇报(?!给|对象|关系|人){_THE_BOSS}(?=[,;。\n )]|$)", cue="汇"),
    Pattern(rf"(?:^|(?<=[,;。\n ])){_THE_BOSS}(?:直管|直带|亲自带|直接管|直接带)", cue="亲接直"),
    Pattern(
        rf"(?:直属|直接|顶头)?(?:上级|领导|上司|leader)(?:就?是|为|:|写|"
        rf"叫)? *{_THE_BOSS}(?!{HAN}{{0,6}}下)",
        cue="d司级领",
    ),
    Pattern(rf"(?:由|归){_THE_BOSS}(?:直接管理|(?:直接)?(?:管(?!理)|带|直管|领导|负责管))", cue="归由"),
)
_PEOPLE = (
    r"(?:人|下属|专员|督导|助理|运营|同事|小伙伴|编辑|小编|伙计|员工|队员|小朋友|成员|驻场人员|实习生|主播|剪辑|美工|文案|"
    r"设计|摄影|店长|客服|组员|"
    r"手下|新人|徒弟|兵)"
)
_LEADS = (
    Pattern(
        rf"(?:带领?|(?<!主)管理?|领导|手下|底下|下面|下属|下辖|直属|直管|统管)(?:着|一?支|团队|现场|有|人数|大概|约|大约|个|的|"
        rf"是|:| ){{0,6}}(?P<n>{NUMBER})(?! *[-~到至] *\d) *(?:多|来)?(?:名|个|位|号)? *{_PEOPLE}",
        cue="属带底手直管统辖面领",
    ),
    Pattern(
        rf"(?:带领?|(?<!主)管理?|下属|下辖|手下|下面)(?:着|有|是|各店|共){{0,6}}{_PEOPLE}(?:是|有| |"
        rf"共)?(?P<n>{NUMBER})(?! *[-~到至] *\d) *(?:名|个|位|人)",
        cue="属带手管辖面",
    ),
    Pattern(
        rf"(?<!公司)(?<!整个)团队(?:规模)?(?:大概|约|有|是|一共|共|:| ){{0,6}}(?P<n>{NUMBER})(?! *[-~到至] *\d) *(?:个|名|位)?人",
        cue="队",
    ),
    Pattern(rf"(?:带|管|管理|领导)(?:一?个)?(?P<n>{NUMBER}) *(?:个)?人(?:的)?(?:小?团队|小组|组|队伍)", cue="伍组队"),
)
_LEADS_NONE = Pattern(
    r"(?:别|不用|不需要?|无需|无须|不必|不|没有?|暂不|暂时不用?|先不|也不用?|不要求|不要|目前不用?)(?:去|再|要|你|用|"
    r"涉及){0,6}(?:带(?:领|团队|人|队伍|下属|新人|兵)|管(?:理?团队|理?人|理?下属)|下属|下级|团队要带|手下|团队管理)(?:团队|"
    rf"人)?|(?:底下|下面|手下)(?:没|无)(?:有)?(?:人|下属)|(?:个人|独立)(?:贡献者|岗位?)|单兵(?!{HAN})|单兵作战|"
    r"独立作战|光杆司令|"
    r"纯执行不带人|无(?:下属|下级)|不带(?:人|队)|一个人干",
    cue="兵属岗带干战手无杆没管级纯贡队",
)
_HEADS = (
    rf"(?:(?:名|个|位|枚|号人?)(?! *(?:多|来)?{LETTER}{{0,4}}?(?:月|小时|点|季度|群|账号|店|平台|号|百分|网点|现场|项目|"
    r"直播间|品牌|亿|城市|团队|门店|小区|商家|站)(?!运营|编辑|的|小编|直播|督导))|人(?=[,;。\n )(]|$|就|来|去|驻|即|到|在|"
    r"做|\ue000)|"
    r"(?<=俩))(?!以上)"
)
_HIRED = (
    Pattern(
        rf"(?:招聘?|招收|招募|找|要|需要?|缺|补|派|安排|配|设|增加|增补|外派|驻派|派驻|出)(?:募|满|一共|共|大概|大约|他们|"
        rf"过去|求| ){{0,6}}(?P<n>{NUMBER})(?! *[-~到至] *\d)(?![千万百多几kw]) *{_HEADS}"
    ),
    Pattern(
        rf"(?:运营|专员|主管|经理|助理|编辑|策划|分析师?|督导|场控|中控|实习生|负责人|组长|总监|岗位?|驻场|"
        rf"人员)[ ,:*×x(]{{0,6}}(?P<n>{NUMBER})(?! *[-~到至] *\d) *{_HEADS}"
    ),
    Pattern(
        r"(?:运营|专员|主管|经理|助理|编辑|策划|分析师?|督导|场控|中控|实习生|组长) *[x×*] *(?P<n>\d{1,2})(?![\dk千万.])", cue="*x×"
    ),
    Pattern(
        rf"(?:编制|名额|hc|人数|headcount)(?:是|为|:|有|给了?|就|只有|共| ){{0,6}}(?P<n>{NUMBER})(?! *[-~到至] *\d) *(?:个|名|位|"
        rf"人)?",
        cue="hu制数额",
    ),
    Pattern(
        rf"(?:^|[\n,;。 ])(?P<n>{NUMBER})(?:个|名|位) *(?={HAN}{{0,8}}(?:运营|专员|主管|经理|编辑|督导|场控|策划))", cue="个位名"
    ),
    Pattern(rf"(?:^|(?<=[,;。\n ]))(?P<n>{NUMBER})(?:名|位|枚)(?=[,;。\n ]|$)", cue="位名枚"),
    Pattern(
        rf"(?:不对|[哦啊]不|不不|错了)[,! ]{{0,6}}(?:应该|是|要|改成|招){{0,6}}(?P<n>{NUMBER})(?:名|个|位|枚|人)", cue="不哦啊对错"
    ),
    Pattern(rf"(?P<n>{NUMBER}) *(?:个 *)?(?:hc|headcount|(?<=个)(?:名额|编制|坑))", cue="hu制坑额"),
)
_NOT_HIRED = Pattern(r"(?:带|管|领导|下属|下面|手下|底下)(?:着|了|有|大概|约|团队){0,6}$")
_DEPARTMENT = Pattern(
    r"(?:所属|隶属于?|归属?|挂在|设在|放在|属于|编制在|落在|进|部门(?:是|为|:|叫做?)?|我们|咱们?|在|^|[,;。\n ])(?:公司|"
    rf"集团|的)?(?P<dept>(?!编制|部门|放在|设在|挂在|归|隶属|在|属|叫|是|进|我们|咱|公司|集团){ALNUM}{{1,8}}?(?:事业部|"
    r"事业群|运营中心|(?<![总全内外干西东南北中局腹腰])部门?|营销中心|电商中心|内容中心|用户中心|增长组|项目组|运营组|"
    r"中台))(?=[,;。\n 招要缺的想有这]|$|下面|里|底下|管|直管|汇报)",
    cue="事台心组部销项",
)
_DEPARTMENT_SAID = Pattern(
    rf"(?:(?<!{HAN})(?:所属|所在)?部门(?:是|为|叫做?)?|隶属于?|归属于?|编制在)(?:我们|公司)? *(?!经理|负责人|主管|领导|"
    r"总监|内|里|"
    rf"的)(?P<dept>{ALNUM}{{2,12}})(?=[,;。\n )]|$)",
    cue="制归门隶",
)
_NOT_DEPARTMENT = Pattern(rf"(?:配合|跟|和|与|对接|协同|协助|支持|向|给|汇报|同|联动|其他|各|客户|甲方)(?:{HAN}|、){{0,6}}$")


def reports_to(reading: Reading) -> Iterator[Found]:
    """The boss."""
    headed = [reading.said("reports_to", span, SURE) for span in reading.under("reports_to")]
    matches = (match for pattern in _REPORTS for match in pattern.finditer(reading.plain))
    yield from headed or [_with_words(reading, "reports_to", match, "boss") for match in matches if match["boss"]]


def _with_words(reading: Reading, key: str, match: re.Match[str], group: str) -> Found:
    """What the group says, found in the whole of the match's words."""
    return Found(key, reading.text[slice(*match.span(group))], (match.span(),))


def department(reading: Reading) -> Iterator[Found]:
    """The department of the post, not one that it works with."""
    for span in reading.under("department"):
        yield reading.said("department", span, SURE)
    for match in _DEPARTMENT_SAID.finditer(reading.plain):
        yield reading.found("department", match, "dept", SURE)
    for match in _DEPARTMENT.finditer(reading.plain):
        if not _NOT_DEPARTMENT.search(reading.before(match.start("dept"))):
            yield reading.found("department", match, "dept")


def team_size(reading: Reading) -> Iterator[Found]:
    """How many the post leads; 0 where it is said to lead nobody."""
    for match in _LEADS_NONE.finditer(reading.plain):
        yield Found("team_size", "0", (match.span(),))
    for span in reading.under("team_size"):
        number = re.compile(rf"({NUMBER}) *(?:个|名|位)?人?").fullmatch(reading.plain, *span)
        if number:
            yield from _counted("team_size", number, 1)
        elif re.compile("无|没有|不带|0人?").match(reading.plain, *span):
            yield Found("team_size", "0", (span,))
    for pattern in _LEADS:
        for match in pattern.finditer(reading.plain):
            yield from _counted("team_size", match, "n")


def _counted(key: str, match: re.Match[str], group: int | str) -> Iterator[Found]:
    number = count(match[group])
    if number is not None:
        yield Found(key, str(number), ((match.start(group), match.end()),))


def headcount(reading: Reading) -> Iterator[Found]:
    """How many are hired."""
    for span in reading.under("headcount"):
        number = re.compile(rf"({NUMBER}) *(?:个|名|位)?人?").match(reading.plain, *span)
        if number:
            yield from _counted("headcount", number, 1)
    for pattern in _HIRED:
        for match in pattern.finditer(reading.plain):
            if not _NOT_HIRED.search(reading.before(match.start())):
                yield from _counted("headcount", match, "n")
