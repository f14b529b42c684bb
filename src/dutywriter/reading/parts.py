"""What the parts of a document are about, by the many ways in which their headings are spelled."""

from msgspec import Struct

_SPELLINGS = {
    "facts": """
        基本信息 岗位信息 职位信息 岗位基本信息 职位基本信息 职务信息 基本资料 基本情况 岗位概况 职位概况
        岗位基本情况 岗位标识
    """,
    "purpose": """
        岗位目的 职位目的 设岗目的 岗位概述 职位概述 概述 岗位使命 职位概要 岗位价值 岗位定位 工作概述 职责概述
        岗位宗旨 设置目的 岗位设置目的
    """,
    "goals": """
        工作目标 岗位目标 年度目标 季度目标 月度目标 成果预期 业绩目标 任务目标 目标任务 目标 职责目标 关键目标
        年度工作目标 岗位工作目标 目标与成果
    """,
    "milestones": """
        里程碑 阶段目标 倒排表 关键任务 关键节点 阶段性目标 时间节点 进度安排
    """,
    "duties": """
        岗位职责 工作职责 主要职责 职位职责 职责 职责描述 岗位描述 职位描述 工作描述 职务描述 工作内容 岗位内容
        职位内容 主要工作 主要工作内容 主要工作职责 主要岗位职责 工作任务 主要任务 核心职责 核心任务 核心工作
        具体职责 职责范围 工作范围 岗位工作内容 岗位工作职责 日常工作内容 具体工作 具体工作内容 具体工作职责
        你将负责 您将负责 将负责 你的工作 你的职责 你的工作内容 你的日常 你的任务 你的使命 岗位任务 业务职责
        岗位职能 职能描述 工作职能 职责内容 职责与任务 职责任务 岗位说明 职位说明 职责说明 工作说明 岗位介绍
        职位介绍 岗位详情 职位详情 职务职责 职务内容 服务范围与交付物 服务内容 服务范围 关键职责 关键职责及任务
        职责及工作内容 岗位职责描述 工作职责描述 岗位职责说明 职责和任务 工作内容描述 工作职责与内容 工作职责及内容
        岗位职责及工作内容 工作事项 工作概要 实习内容 实习工作内容 实习职责 兼职内容 负责内容 负责工作 职位简介
        岗位简介 你要做的 你要做什么 你需要做什么 你需要做的 您需要做的 你将做什么 你会做什么 你要做的事
        你将做的事情 我们希望你做什么 我们需要你做什么 我们需要你做 在这里你将 在这里你会 你将会 你可以做什么
        你来做什么 来做什么 做什么 干什么 你的主要职责 你的主要工作 职位职能 工作责任 岗位责任 职位职责描述 jobdescription
        responsibilities jobresponsibilities duties keyresponsibilities mainresponsibilities whatyouwilldo
        whatyou'lldo roleresponsibilities 职责详述 职责详情 主要工作任务 主要职责与工作任务 职责与工作任务
    """,
    "rhythm": """
        工作节奏 日常任务 日常工作 日常工作流程 任务清单 每日事项 每周事项 每月事项 每季事项 每年事项 按项目事项
        按需事项 每日工作 每周工作 每月工作 每季度工作 每日任务 每周任务 每月任务 日常事项 周期性工作 一日与一周
        工作频次 日常工作任务 日常工作安排 每日工作内容 每周工作内容 每月工作内容 日工作 周工作 月工作 每日 每周
        每月
    """,
    "metrics": """
        绩效指标 关键绩效指标 考核指标 绩效考核 绩效考核指标 考核标准 绩效标准 绩效要求 kpi kpi指标 关键绩效指标kpi
        考核 绩效 关键指标 目标与考核 考核办法 考核方式 考核内容 考核要求 考核维度 绩效目标 绩效评估 业绩考核
        业绩指标 评估指标 衡量指标
    """,
    "standards": """
        执行标准 预期成果 工作标准 质量标准 验收标准 成果要求 工作成果 交付成果 交付标准 产出 工作产出 衡量标准
        统计口径与验收 预期结果 工作要点与标准 成果标准 完成标准 质量要求 执行标准与预期成果 执行标准及预期成果
        交付物 交付要求
    """,
    "partners": """
        协作关系 协作对象 协作与沟通 部门协作 工作关系 沟通关系 内外部关系 内部协作 外部协作 协作部门 沟通协作
        跨部门协作 工作协作关系 工作协作 内部沟通 外部沟通 沟通对象 协作 内外部协作 工作联系 内部关系 外部关系
        工作协调关系 协作要求 组织关系 汇报关系
    """,
    "requirements": """
        任职要求 任职资格 任职条件 招纳要求 招募要求 录用要求 岗位要求 职位要求 工作要求 招聘要求 应聘要求 应聘条件
        应聘资格 岗位资格 职位资格 资格要求 资格条件 基本要求 基本条件 能力要求 技能要求 素质要求 其他要求 其它要求
        要求 条件 岗位条件 职位条件 必备条件 必要条件 必备技能 必备 任职基本要求 任职者要求 人员要求 我们希望你
        我们期待你 希望你 我们希望 希望你是 我们对你的要求 对你的要求 对你的期待 对您的要求 你需要具备 你需要
        你应该具备 你应具备 需要你具备 我们希望你具备 我们希望你是 我们需要你 我们需要你具备 我们要求 我们要求你
        我们期望你 我们期待的你 我们希望的你 期待这样的你 我们需要这样的你 这样的你 我们在找这样的你 希望你具备
        你具备 你是谁 技能 技能与经验 职位资格要求 候选人要求 人才要求 岗位任职要求 岗位任职资格 岗位任职条件
        申请条件 报名条件 录用条件 硬性要求 硬性条件 软性要求 资质要求 任职资格要求 岗位资格要求 任职资质
        职位任职要求 职责要求 实习要求 兼职要求 技术要求 专业技能 专业能力 综合素质 职业素养 个人素质 基本素质
        能力素质 知识技能 知识与技能 知识要求 工作技能 岗位需求 职位需求 招聘需求 人员条件 任职能力 职能要求
        招聘对象 岗位胜任要求 招聘标准 用人要求 用人标准 任职标准 聘用条件 入职要求 入职条件 我们寻找 应具备条件
        具备条件 应聘须知 任职技能 工作技能要求 个人要求 任职需求 岗位标准 requirements qualifications
        jobrequirements qualification requirement basicqualifications whatweneed
    """,
    "pluses": """
        加分项 加分 优先条件 优先考虑 加分条件 加分技能 加分要求 优先项 额外加分 额外加分项 加分点 有以下经验者优先
        以下优先 以下条件优先 具备以下条件者优先 有以下条件者优先 符合以下条件者优先 优先录用条件 优先考虑条件
        有下列条件者优先 优先要求 优先资格 plus preferred preferredqualifications nicetohave bonus
    """,
    "tools": """
        常用工具 工具 使用工具 工具与系统 系统与工具 办公工具 工具要求 工作工具 数据工具 使用的工具
    """,
    "powers": """
        权限 岗位权限 工作权限 职权 权责 权限范围 工作权限范围 职责权限 审批权限 岗位职权
    """,
    "employer": """
        单位情况 公司介绍 公司简介 企业介绍 企业简介 关于我们 公司概况 单位简介 单位介绍 团队介绍 部门介绍 我们是谁
        关于公司 公司背景 企业文化 企业概况 团队简介 部门简介 公司信息 业务介绍 项目介绍 项目简介 品牌介绍 关于团队
        公司文化 单位基本情况 用人单位情况 用人单位基本情况 单位概况
    """,
    "offer": """
        薪酬福利 福利待遇 薪资待遇 工资待遇 薪资福利 公司福利 员工福利 福利 待遇 薪酬 薪资 工作时间 上班时间
        工作地点 上班地点 工作地址 上班地址 招聘条件 招聘人数 职位福利 岗位福利 我们提供 我们能提供 我们为你提供
        我们能给你 我们可以给你 我们给你 你将获得 你将得到 你能得到 你可以获得 你能获得 你会得到 薪酬待遇 薪酬及福利
        薪资及福利 福利政策 公司提供 晋升空间 职业发展 晋升通道 发展空间 晋升机制 工作环境 休息时间 作息时间
        工作时间与休息 公司提供的条件 职位亮点 岗位亮点 职位诱惑 岗位优势 岗位待遇 职位待遇 工资福利 工资福利待遇
        薪资福利待遇 薪酬福利待遇 薪资结构 薪酬结构 薪金待遇 薪水 工资 福利保障 福利体系 我们的福利 加入我们你将获得
        公司优势 基本薪酬 报酬 劳动报酬 有效期 工作时间及地点 工作时间和地点 工作地点及时间 发展前景 晋升发展
        培训发展 培训与晋升 员工待遇 待遇福利 相关待遇 工资薪酬 工作福利 招聘信息 岗位薪资 岗位薪酬 职业规划
        晋升路线 晋升方向 发展机会 我们的优势 基本待遇 benefits whatweoffer
    """,
    "contact": """
        联系方式 联系我们 简历投递 投递方式 应聘方式 报名方式 简历投递方式 投递邮箱 公司地址 面试地址 面试地点
        单位地址 应聘流程 公司网址 投递说明 简历投递邮箱 简历请投 联系邮箱 面试时间
    """,
    "onsite": """
        驻场约定 服务依据与期限 不在服务范围 范围变更 服务地点与时间 双线沟通 交付与验收 响应与解决时限 服务考核
        人员与考勤 保密与个人信息 入场、离场与交接 现场行为与资产 成果与素材 结算 双方条件 双方签署 紧急情形
        驻场要求 驻场服务要求 服务条款 驻场管理 服务要求 保密要求
    """,
    "pending": """
        签发前待确认 签署前待确认 待确认事项 待确认 待填项
    """,
    "": """
        时间分配 组内分工 计分办法 指标拆解 原因与动作 职责边界 工作领域 报表清单 口径表 检查清单 合规红线 前90天
        签署 提效办法 业务流程 流程优化 汇报与信息共享 学习与发展 注意 备注 温馨提示 说明 其他 其它 职能类别 关键字
        关键词 附注 总结 结语 结束语 前言 引言 目录 微信分享 注 注意事项 修订记录 版本记录 附则 附件
    """,
}

_FIELDS = {
    "requirements": """
        学历 学历要求 最低学历 专业 专业要求 年龄 年龄要求 性别 性别要求 经验 经验要求 工作经验 工作年限
        工作经验要求 语言要求 外语要求 户籍 户籍要求 户口 身高 婚姻状况 婚育状况 相关经验 工作经历 政治面貌 民族
        籍贯 形象要求 证书要求 身体条件 健康状况
    """,
    "offer": """
        工作地点 工作地址 上班地点 上班地址 工作时间 上班时间 工作制 工作制度 招聘人数 薪资 薪酬 工资 月薪 年薪 底薪
        待遇 薪资范围 薪酬范围 薪资待遇 工作性质 试用期 有效期 有效期至 发布日期 截止日期 休息 休息时间 作息时间
        人数 需求人数 福利 五险一金 底薪提成 综合薪资 实习时间 实习周期 实习薪资 实习地点 实习期 薪水 工资待遇
        到岗时间 工作区域 薪资标准 职位月薪 薪资水平 工作日期 工作城市
    """,
    "contact": """
        联系人 联系电话 电话 手机 手机号 邮箱 邮件 e-mail email qq 微信 微信号 地址 公司地址 网址 联系方式 简历投递
        投递邮箱 面试地址 公司网址 简历邮箱 单位地址 咨询电话 招聘电话 传真 官网 公司官网
    """,
    "facts": """
        岗位名称 职位名称 岗位 职位 所属部门 部门 直接上级 直接下级 汇报对象 汇报上级 汇报给 管理经验 岗位编号
        职位编号 下属人数 职位类别 职能类别 关键字 用人单位 职位类型 岗位类别 工作类型 职务 招聘岗位 招聘职位 级别
        职级 编制 编号 岗位编码 所在部门 上级 下级 行业类别 所属行业
    """,
}

_NAMES = {name.replace("、", ""): key for key, names in _SPELLINGS.items() for name in names.split()}
_LABELS = {name: key for key, names in _FIELDS.items() for name in names.split()}
_ENDINGS = {
    "职责": "duties",
    "工作内容": "duties",
    "任职要求": "requirements",
    "任职资格": "requirements",
    "任职条件": "requirements",
    "岗位要求": "requirements",
    "职位要求": "requirements",
    "能力要求": "requirements",
    "技能要求": "requirements",
    "素质要求": "requirements",
    "者优先": "pluses",
    "加分项": "pluses",
    "绩效指标": "metrics",
    "考核指标": "metrics",
    "工作目标": "goals",
    "执行标准": "standards",
    "预期成果": "standards",
    "福利待遇": "offer",
    "薪酬福利": "offer",
}
CLEAR = frozenset(("duties", "requirements", "pluses", "offer", "employer", "contact"))
"""Parts whose names are said of nothing else."""

_SPLIT_OFF = frozenset(("duties", "requirements", "pluses", "goals", "metrics", "offer", "employer", "contact", "standards"))
STRONG = 4
"""From so many characters on, a name of a part stands for nothing else."""

_LAST = frozenset(name[-1] for name in (*_NAMES, *_LABELS))
_LONGEST = max(len(name) for name in (*_NAMES, *_LABELS) if not name.isascii())
_DROPPED = str.maketrans(dict.fromkeys(' \t\u3000\xa0【】[]「」『』〖〗*#:：·•●◆■★☆▶~～—–|｜_。，、！!？?＊＃“”"', None))
_NUMERALS = "一二三四五六七八九十零〇百0123456789０１２３４５６７８９"
LONGEST_HEADING = 24


class Label(Struct, frozen=True, kw_only=True):
    """A name found at the end of some text: the part it stands for, and how many characters it has.

    A `field` names one thing that follows it (工作地点：北京); any other begins a part. A `strong` one is never said in passing.
    """

    part: str
    length: int
    field: bool
    strong: bool


def bare(heading: str) -> str:
    """A heading without its number, its brackets and marks, and what stands in parentheses at its end."""
    name = heading.translate(_DROPPED)
    if name.endswith(("）", ")")):
        opening = max(name.rfind("（"), name.rfind("("))
        name = name[:opening] if opening > 0 else name.strip("（）()")
    return (
        _unnumbered(name)
        .removesuffix("主要")
        .removesuffix("如下")
        .removesuffix("包括")
        .removesuffix("是什么")
        .removesuffix("是")
        .lower()
    )


def _unnumbered(name: str) -> str:
    if name[:1] in "（(":
        closing = max(name.find("）"), name.find(")"))
        return name[closing + 1 :] if 0 < closing <= STRONG else name.lstrip("（(")
    count = len(name) - len(name.lstrip(_NUMERALS))
    return name[count:].lstrip(".．)）") if count and len(name) > count else name


def exact(heading: str) -> str | None:
    """The part that a heading names; "" where it is known to name none of them, None where it is not known."""
    name = bare(heading)
    return _NAMES.get(name, _LABELS.get(name))


def part_of(heading: str) -> str | None:
    """As `exact`, but of longer headings their end counts too, or their beginning: 直播运营岗位职责, 工作目标的设定."""
    name = bare(heading)
    key = _NAMES.get(name, _LABELS.get(name))
    if key is not None or len(heading) > LONGEST_HEADING:
        return key
    first, of, _ = name.partition("的")
    if of and len(first) >= STRONG and first in _NAMES:
        return _NAMES[first]
    return next((part for ending, part in _ENDINGS.items() if name.endswith(ending)), None)


def label_before(text: str, end: int) -> Label | None:
    """The longest name of a part or a field that ends at `end` of `text`."""
    if text[end - 1 : end] not in _LAST:
        return None
    for length in range(min(_LONGEST, end), 1, -1):
        name = text[end - length : end]
        part = _NAMES.get(name)
        field = _LABELS.get(name)
        if field is not None:
            return Label(part=field, length=length, field=True, strong=length >= STRONG and field in CLEAR)
        if part is not None and part in _SPLIT_OFF:
            return Label(part=part, length=length, field=False, strong=length >= STRONG and part in CLEAR)
    return None
