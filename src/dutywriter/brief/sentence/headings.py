"""Requests that are lists: 岗位：… 地点：… 薪资：…, one a line or in one line."""

import re

from dutywriter.text.characters import LETTER
from dutywriter.text.clauses import Span
from dutywriter.text.pattern import Pattern

_HEADINGS = {
    "role": "岗位 招聘岗位 需求岗位 职务 招聘职位",
    "title": "岗位名称 职位名称 岗位名 职位名 职位 title 名称",
    "level": "级别 职级 岗位级别 层级",
    "company": "公司 公司名称 用人单位 企业 企业名称 单位 招聘单位 乙方 公司名 雇主",
    "client": "客户 甲方 客户单位 驻场单位 服务单位 驻场地点 驻场地 服务客户 驻场客户 客户方 驻点客户 驻点单位",
    "onsite": "驻场 是否驻场",
    "industry": "行业 所属行业 公司行业",
    "platform": "平台 经营平台 运营平台 主营平台 主要平台 负责平台",
    "category": "类目 品类 经营类目 主营类目 主营 产品类目",
    "business": "业务 业务类型 业务方向 方向",
    "location": "地点 工作地点 工作地 地址 工作地址 上班地点 城市 工作城市 base 坐标 办公地点 上班地址 人在 base地",
    "hours": "时间 工作时间 上班时间 工时 班次 作息 上下班时间",
    "rest": "休息 休息时间 休假 休息安排 休息日 作息安排",
    "pay": "薪资 薪酬 工资 待遇 月薪 薪水 年薪 薪资范围 薪资待遇 薪酬范围 月工资",
    "headcount": "人数 招聘人数 编制 名额 hc 需求人数 招聘名额 招募人数 编制人数 需求数量 招 招聘 需求 数量",
    "team_size": "下属 下属人数 团队规模 带人 带团队 管理人数 直接下级 下级人数 团队人数 直接下属",
    "reports_to": "汇报对象 汇报给 汇报关系 直属上级 上级 直接上级 直属领导 汇报 汇报上级 汇报人",
    "department": "部门 所属部门 所在部门 用人部门",
    "scope": "管理范围 管辖范围 管辖 范围 负责范围 规模",
    "education": "学历 学历要求 最低学历",
    "experience": "经验 工作经验 年限 工作年限 经验要求 经验年限 工作年限要求",
    "kind": "文种 用途 文档类型",
    "length": "篇幅",
    "tools": "工具 使用工具 软件 办公软件 常用工具 技能工具 必备工具 用 会用 办公工具 主要工具",
    "must": "必备 硬性要求 必须 硬性条件 必备条件 硬要求 必备要求 刚性要求",
    "wish": "要求 任职要求 岗位要求 任职资格 其他要求 其他 备注 技能 技能要求 条件",
    "plus": "加分 加分项 优先 优先条件 优先项 优先考虑",
    "metrics": "指标 考核 考核指标 kpi 目标 核心指标 考核目标 关键指标 指标目标",
    "start": "到岗 到岗时间 入职时间 到岗日期 入职日期 入职 期望到岗",
    "valid_until": "截止 报名截止 有效期 投递截止 截止日期 有效期至 截止时间 招聘截止",
    "focus": "职责 主要职责 工作内容 侧重 重点 主要做 岗位职责 工作重点 负责 主要工作 主要负责 职责重点 核心职责",
}
WORDS = {word: key for key, words in _HEADINGS.items() for word in words.split()}
_HEADING = Pattern(rf"(?<!{LETTER})(?:\[ *({LETTER}{{1,8}}) *\] *:?|({LETTER}{{1,8}}) *:)", cue=":[")
_ONE_PHRASE = {
    *("title", "company", "client", "industry", "location", "rest", "reports_to", "department", "scope", "category"),
    *("business", "level", "education"),
}
_WITH_BRACKETS = {"title", "company", "client"}


def headed(plain: str) -> dict[str, tuple[Span, ...]]:
    """For each field's key, what stands under headings of its name: up to the next heading or the end of the line."""
    matches = [match for match in _HEADING.finditer(plain) if (match[1] or match[2]) in WORDS]
    ends = [*(match.start() for match in matches[1:]), len(plain)]
    found: dict[str, tuple[Span, ...]] = {}
    for match, limit in zip(matches, ends, strict=False):
        key = WORDS[match[1] or match[2]]
        found[key] = (*found.get(key, ()), (match.end(), _end(plain, match.end(), limit, key)))
    return found


def _end(plain: str, start: int, limit: int, key: str) -> int:
    """Where the value that begins at `start` ends: a field of one phrase has no comma."""
    stops = r"[\n;。|]" if key not in _ONE_PHRASE else r"[\n,;。|]" if key in _WITH_BRACKETS else r"[\n,;。|(]"
    stop = re.compile(stops).search(plain, start + 1, limit)
    return stop.start() if stop else limit
