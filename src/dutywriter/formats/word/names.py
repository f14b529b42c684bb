"""What the placeholders of a template may say: the names of draft/1, those in Chinese, and the facts by their headings."""

import re
from typing import Any

import msgspec

from dutywriter.draft import Draft, Table
from dutywriter.formats.lines import shown

BODY = "正文"
TITLE = frozenset(("标题", "title"))
NOTICE = frozenset(("提示", "notice"))
FACTS = (
    "岗位名称",
    "用人单位",
    "客户单位",
    "所属行业",
    "所属部门",
    "直接上级",
    "直接下级",
    "管理范围",
    "生效日期",
    "编制",
    "工作地点",
    "工作时间",
    "经营平台",
    "经营类目",
    "业务类型",
    "岗位工具",
    "招聘人数",
    "薪酬范围",
    "发布日期",
    "有效期至",
    "甲方",
    "乙方",
    "服务合同",
    "服务期限",
    "服务岗位",
    "服务地点",
    "服务时段",
)
_HEAD = {"title": "标题", "role": "岗位", "level": "级别", "kind": "文种", "notice": "提示"}
KNOWN = (*_HEAD.values(), *FACTS, *_HEAD, "placeholders", "parts")
_KEYS = ["item", "content"]
_SIDE = re.compile(r"（.*）$")


def values(draft: Draft) -> dict[str, Any]:
    """All of KNOWN with what stands for it; a fact that this draft does not have is empty."""
    notice = shown(draft.notice) if draft.notice else ""
    head = {"title": draft.title, "role": draft.role, "level": draft.level, "kind": draft.kind, "notice": notice}
    return {
        **dict.fromkeys(FACTS, ""),
        **_facts(draft),
        **head,
        **{name: head[key] for key, name in _HEAD.items()},
        "placeholders": draft.placeholders(),
        "parts": msgspec.to_builtins(draft.parts),
    }


def _facts(draft: Draft) -> dict[str, str]:
    """The rows of 项目 and 内容; 用人单位（乙方） is named without its side, because a placeholder holds no brackets."""
    blocks = [block for part in draft.parts for block in part.blocks]
    tables = [block for block in blocks if isinstance(block, Table) and [column.key for column in block.columns] == _KEYS]
    rows = {_SIDE.sub("", name.text): shown(content) for table in tables for name, content in table.rows}
    return {name: rows[name] for name in FACTS if name in rows}
