"""The registry of answers: one row a field drives flags, answers files, wizard questions and placeholder names."""

from msgspec import Struct

from dutywriter.brief.kinds import (
    Choice,
    Day,
    DutyChoice,
    Goals,
    Hours,
    Kind,
    Known,
    Listed,
    Named,
    Notes,
    Number,
    OwnDuties,
    PayRange,
    Selection,
    Text,
    Titles,
    YesNo,
)
from dutywriter.catalogue.model import Catalogue

MORE = ",，;；"
DUTIES_LISTED_BY = "dutywriter catalogue show 模块"


class Field(Struct, frozen=True):
    """One thing a user may say.

    `key` stands in answers files and refs, `label` is its Chinese name (also accepted in answers files, and the name of
    its placeholder), `flag` its option, `help` one line for --help, `default` the value taken when nobody says anything,
    `into` the field whose answer this flag adds to, `question` what the wizard asks (nothing where it does not ask) and `why` it is
    worth answering.
    """

    key: str
    label: str
    kind: Kind
    flag: str
    help: str
    metavar: str = "文字"
    default: object = None
    into: str = ""
    question: str = ""
    why: str = ""


def role_names(catalogue: Catalogue) -> dict[str, str]:
    """Every name a role is asked for by, and its canonical name."""
    return {name: entry.name for entry in catalogue.entries for name in entry.names}


def level_names(catalogue: Catalogue) -> dict[str, str]:
    return {alias: level.name for level in catalogue.verbs.levels for alias in (level.name, *level.aliases)}


def section_names(catalogue: Catalogue) -> dict[str, str]:
    """Titles and ids of sections, and the titles they stand for."""
    titles = {name: section.title for section in catalogue.sections for name in (section.title, section.id)}
    return titles | {old: titles[new] for old, new in catalogue.renamed.items() if new in titles}


def duty_names(catalogue: Catalogue) -> dict[str, str]:
    """Ids of the duties of all roles, each by itself; and old ones, by that of today."""
    shared = [duty.id for section in catalogue.sections for duty in section.duties]
    ids = [*shared, *(duty.id for role in catalogue.roles for part in role.sections for duty in part.duties)]
    known = {id_: id_ for id_ in ids}
    return known | {old: new for old, new in catalogue.renamed.items() if new in known}


def _section_and_duty_names(catalogue: Catalogue) -> dict[str, str]:
    return section_names(catalogue) | duty_names(catalogue)


def _kinds(catalogue: Catalogue) -> dict[str, str]:
    return {kind.name: kind.name for kind in catalogue.documents.kinds}


def _outlines(catalogue: Catalogue) -> dict[str, str]:
    return {outline.name: outline.name for outline in catalogue.documents.outlines}


def _lengths(catalogue: Catalogue) -> dict[str, str]:
    return {length.name: length.name for length in catalogue.documents.lengths}


def _platforms(catalogue: Catalogue) -> dict[str, str]:
    return {name: word.name for word in catalogue.terms.platforms for name in (word.name, *word.aliases)}


def _categories(catalogue: Catalogue) -> dict[str, str]:
    return {name: word.name for word in catalogue.terms.categories for name in (word.name, *word.aliases)}


def _businesses(catalogue: Catalogue) -> dict[str, str]:
    return {name: word.name for word in catalogue.terms.businesses for name in (word.name, *word.aliases)}


FIELDS: tuple[Field, ...] = (
    Field(
        "role",
        "岗位",
        Choice("岗位", role_names),
        "--role",
        "岗位：驻场、电商、产品，也可写全称或拼音",
        "岗位",
        question="写哪个岗位？",
        why="岗位决定写哪些职责、指标和工作表。可输入中文、别名（天猫运营）或拼音（dianshang）来找。",
    ),
    Field(
        "level",
        "级别",
        Choice("级别", level_names),
        "--level",
        "级别：专员、主管、经理（默认专员）",
        "级别",
        "专员",
        question="哪一级？",
        why="专员做事，主管带组并审核，经理定目标与预算：同一件事三级写法不同。",
    ),
    Field(
        "kind",
        "文种",
        Choice("文种", _kinds),
        "--kind",
        "文种：说明书（默认）、招聘、驻场附件、正文、任务清单",
        "文种",
        "说明书",
        question="写成什么文件？",
        why="说明书用来存档、签字；招聘贴到招聘网站；驻场附件附在服务合同后；正文放进报告；任务清单逐项打钩。",
    ),
    Field(
        "outline",
        "提纲",
        Choice("提纲", _outlines),
        "--outline",
        "提纲：按哪一套标题写，dutywriter catalogue list outlines",
        "提纲",
        question="按哪一套标题写？",
        why="标题和次序换成您单位常用的一套；不选则按说明书通常的写法。",
    ),
    Field(
        "length",
        "篇幅",
        Choice("篇幅", _lengths),
        "--length",
        "篇幅：精简、标准（默认）、详尽",
        "篇幅",
        "标准",
        question="写多长？",
        why="精简约一页；标准约三页，附所选指标的拆解；详尽另附全部工作表。",
    ),
    Field(
        "max_chars",
        "最多字数",
        Number(100, 99_999, "字"),
        "--max-chars",
        "招聘：最多多少字，放不下时整条去掉次要的",
        "字数",
        question="最多多少字？",
        why="招聘网站常限字数；放不下时整条去掉次要的，不截断句子。",
    ),
    Field(
        "title",
        "岗位名称",
        Text(),
        "--title",
        "岗位名称，默认按岗位和级别",
        question="岗位名称叫什么？",
        why="写在标题上的名称；不填则由岗位和级别组成。",
    ),
    Field(
        "company",
        "用人单位",
        Text(),
        "--company",
        "用人单位全称；驻场时为乙方",
        question="用人单位全称？",
        why="与劳动合同、营业执照上的名称一致；驻场时就是乙方。",
    ),
    Field(
        "client",
        "客户单位",
        Text(),
        "--client",
        "客户单位全称（甲方）；写了即为驻场",
        question="客户单位（甲方）全称？",
        why="填了就是驻场岗位：会加上驻场约定，写明谁提需求、谁验收、谁管人。",
    ),
    Field(
        "onsite",
        "驻场",
        YesNo(),
        "--onsite",
        "是否在客户现场工作：是、否",
        "是/否",
        question="在客户现场工作吗？",
        why="在客户现场工作的，会加上驻场约定；排班、考勤、考核只由用人单位管。",
    ),
    Field(
        "industry",
        "所属行业",
        Text(),
        "--industry",
        "单位所属行业，如 母婴零售",
        question="单位属于什么行业？",
        why="写进招聘信息，如 母婴零售。",
    ),
    Field(
        "department",
        "所属部门",
        Text(),
        "--department",
        "所属部门",
        question="属于哪个部门？",
        why="写进基本信息；不填则留待填。",
    ),
    Field(
        "reports_to",
        "直接上级",
        Text(),
        "--reports-to",
        "直接上级",
        question="直接上级是谁？",
        why="写岗位名称，如 运营经理；分派、审核、考核都由他来。",
    ),
    Field(
        "team_size",
        "直接下级人数",
        Number(0, 9999, "人"),
        "--team-size",
        "带几个人",
        "人数",
        question="带几个人？",
        why="填 0 则不写带人的职责；填人数则列出组内分工。",
    ),
    Field(
        "scope",
        "管理范围",
        Text(),
        "--scope",
        "管什么、有多少，如 12 家门店、240 个群",
        question="管多大范围？",
        why="管什么、有多少，如 12 家门店、240 个群。",
    ),
    Field(
        "headcount",
        "编制人数",
        Number(1, 9999, "人"),
        "--headcount",
        "这个岗位设几个人",
        "人数",
        question="这个岗位设几个人？",
        why="写进招聘信息和编制。",
    ),
    Field(
        "location",
        "工作地点",
        Text(),
        "--location",
        "工作地点",
        question="在哪里工作？",
        why="写城市或详细地址；驻场时写客户现场地址。",
    ),
    Field(
        "hours",
        "工作时间",
        Hours(),
        "--hours",
        "工作时间，如 09:00-18:00，跨夜写 18:00-02:00",
        "时段",
        question="几点到几点上班？",
        why="如 09:00-18:00，跨夜写 18:00-02:00；填了会排出一日时刻表，超过法定工时会提醒。",
    ),
    Field(
        "rest",
        "休息安排",
        Text(),
        "--rest",
        "休息安排，如 双休",
        question="怎么休息？",
        why="如 双休、排班轮休；写了轮班会加上交接班的职责。",
    ),
    Field(
        "pay",
        "薪酬范围",
        PayRange(),
        "--pay",
        "薪酬范围，如 8000-12000、8-12K、15-20万/年",
        "范围",
        question="薪酬范围？",
        why="如 8000-12000、8-12K、15-20万/年；只写进招聘信息。",
    ),
    Field(
        "posted",
        "发布日期",
        Day(),
        "--posted",
        "招聘信息的发布日期，如 2027-01-04",
        "日期",
        question="招聘信息哪天发布？",
        why="如 2027-01-04；放进招聘网页的数据必须有。",
    ),
    Field(
        "valid_until",
        "有效期至",
        Day(),
        "--valid-until",
        "招聘信息的有效期，如 2027-03-31",
        "日期",
        question="招聘到哪天为止？",
        why="如 2027-03-31。",
    ),
    Field(
        "effective",
        "生效日期",
        Day(),
        "--effective",
        "文件从哪天起生效，如 2027-01-01",
        "日期",
        question="文件从哪天起生效？",
        why="如 2027-01-01；不填则留待填。",
    ),
    Field(
        "education",
        "学历要求",
        Text(),
        "--education",
        "学历要求，如 大专及以上",
        question="学历要求？",
        why="如 大专及以上、不限。",
    ),
    Field(
        "experience",
        "经验年限",
        Number(0, 50, "年"),
        "--experience",
        "经验年限下限",
        "年数",
        question="至少几年经验？",
        why="填年数，0 为不限。",
    ),
    Field(
        "platform",
        "经营平台",
        Listed(Known("平台", _platforms), MORE + "、"),
        "--platform",
        "经营平台，可重复",
        "平台",
        question="主要在哪些平台经营？",
        why="选了平台，职责会用这个平台的后台、工具和规则的名称。",
    ),
    Field(
        "category",
        "经营类目",
        Known("类目", _categories),
        "--category",
        "经营类目，如 服饰、食品",
        "类目",
        question="经营什么类目？",
        why="选了类目，职责会说到这个类目的商品、退货原因和季节。",
    ),
    Field(
        "business",
        "业务类型",
        Known("业务类型", _businesses),
        "--business",
        "业务类型，如 SaaS、小程序",
        "业务",
        question="属于哪类业务？",
        why="选了业务，目标、指标和职责会换成这类业务的。",
    ),
    Field(
        "tools",
        "工具",
        Listed(Text(), MORE + "、"),
        "--tools",
        "岗位要用的工具，可重复",
        "工具",
        question="要会用哪些工具？",
        why="写进任职要求，用顿号或逗号隔开，如 剪映、Excel。",
    ),
    Field(
        "must",
        "必备要求",
        Listed(Text()),
        "--must",
        "必备要求，一条一个，可重复",
        "要求",
        question="有哪些必备要求？",
        why="写进任职要求，能核实的写法最好，如 会剪一分钟以内的短视频。",
    ),
    Field(
        "plus",
        "优先条件",
        Listed(Text()),
        "--plus",
        "优先条件，一条一个，如 会剪视频，可重复",
        "条件",
        question="有哪些优先条件？",
        why="写进任职要求的加分项，如 有母婴账号的作品。",
    ),
    Field(
        "metrics",
        "指标目标",
        Goals(),
        "--metric",
        "指标目标，如 客户满意度=88%->93%@2026-12-31，可重复",
        "目标",
        question="最看重哪几项指标？",
        why="选中的指标领着全文走：排在前面的职责、考核、里程碑和拆解表都围绕它；不选则用本岗常用的目标。",
    ),
    Field(
        "start",
        "开始日期",
        Day(),
        "--start",
        "目标从哪天起算，如 2027-01-01；写了就按月或季列出里程碑",
        "日期",
        question="目标从哪天起算？",
        why="写到岗日，如 2027-01-04；写了就按月或季列出里程碑。",
    ),
    Field(
        "focus",
        "侧重",
        Notes(),
        "--focus",
        "侧重什么，如 直播带货和私域复购；@文件 则读文件",
        "文字",
        question="侧重什么工作？",
        why="说几个词，如 直播带货和私域复购；相关的模块和职责往前排。",
    ),
    Field(
        "sections",
        "职责模块",
        Selection(Titles(Choice("职责模块", section_names))),
        "--sections",
        "只写这些职责模块，可重复",
        "模块",
        question="写哪些职责？",
        why="打钩的写进文中；打开一个模块可以单独取舍每条职责，也可以调次序、加自己的话。",
    ),
    Field(
        "without",
        "不写的模块",
        Selection(Titles(Choice("职责模块", section_names)), "leave"),
        "--without",
        "不写这些职责模块，可重复",
        "模块",
        into="sections",
    ),
    Field(
        "duties",
        "职责取舍",
        Selection(Titles(Choice("职责编号", duty_names, DUTIES_LISTED_BY)), made=DutyChoice),
        "--duties",
        f"另外写进这些职责，可重复；编号见 {DUTIES_LISTED_BY}",
        "编号",
    ),
    Field(
        "without_duties",
        "不写的职责",
        Selection(Titles(Choice("职责编号", duty_names, DUTIES_LISTED_BY)), "leave", DutyChoice),
        "--without-duties",
        "不写这些职责，可重复",
        "编号",
        into="duties",
    ),
    Field(
        "order",
        "次序",
        Titles(Known("模块或职责", _section_and_duty_names)),
        "--order",
        "模块的先后，如 沟通协调、交付与验收：列出的在前，其余照旧；模块内的职责写编号",
        "模块",
    ),
    Field(
        "own",
        "自加职责",
        OwnDuties(Known("职责模块", section_names)),
        "--own",
        "自己加一条职责，如 沟通协调=每周五与客户开例会，可重复",
        "模块=职责",
    ),
    Field("set", "其他填写", Named(), "--set", "填写某个待填项，如 甲方验收人=王工，可重复", "名=值"),
)

BY_KEY = {field.key: field for field in FIELDS if not field.into}
BY_NAME = BY_KEY | {field.label: field for field in BY_KEY.values()}
REPEATABLE = frozenset(field.key for field in FIELDS if isinstance(field.kind, Listed | Goals | Selection | OwnDuties | Named))
