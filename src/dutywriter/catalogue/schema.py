"""The JSON Schema of a company's catalogue file, by which editors complete and check it as it is written."""

from typing import Any

import msgspec

from dutywriter.catalogue import model, rules
from dutywriter.catalogue.data import Data
from dutywriter.catalogue.layers import SCHEMA
from dutywriter.catalogue.model import LEVELS, Catalogue, DataFile

HIDE = {"const": True, "description": "去掉随程序提供的这一项"}

ABOUT: dict[str, dict[str, str]] = {
    "DataFile": {
        "schema": f"写 {SCHEMA}",
        "sections": "职责模块：新增，或按 id 修改已有的",
        "roles": "岗位：新增，或按 name 修改已有的",
        "metrics": "指标：新增，或按 id 修改已有的",
        "generic": "词槽的通用词：职责里写 <词槽名>，成稿时换成这里的词",
        "platforms": "平台：名称、别名和这个平台对各词槽的叫法",
        "categories": "类目：名称、别名、上级类目和各词槽的叫法",
        "businesses": "业务类型：名称、别名和各词槽的叫法",
        "kinds": "文种",
        "lengths": "篇幅",
        "tables": "通用表格，如驻场约定",
        "playbooks": "工作表的种类：栏目，和它在哪种文种、哪种篇幅里出现",
        "outlines": "提纲：各标题和标题下写什么",
        "baselines": "没有建议目标值的指标写什么：按方向 up、down",
        "levels": "级别的别名",
        "groups": "动词与适用的级别",
        "everyday": "别人的文稿里也算动作的常用动词，不分级别",
        "rules": "检查的规则，按 name 修改随程序提供的，如 buzzword 的 words",
        "laws": "规则引用的法律条文",
        "shorthands": "规则的写法里 {名} 代表什么",
        "parties": "两方的名称，句中有其一就换成字母，整个替换",
        "customers": "也指买东西的人的名称，句中还有规则的 cue 才换，整个替换",
        "tags": "两方的句子里各类字词换成的字母，整个替换",
        "chunks": "换成字母后哪些并成一块，整个替换",
        "principles": "规则的理由里不是法律的那些：编号: 一句话",
        "renamed": "改过的编号：旧编号: 新编号",
    },
    "Outline": {"name": "提纲名", "about": "适合什么", "headings": "各标题，按顺序"},
    "OutlineHeading": {
        "heading": "标题",
        "sections": "标题下写哪些职责模块（编号），岗位没有的略过",
        "part": "或写文档的哪个部分",
    },
    "Kind": {
        "name": "文种名",
        "about": "用在哪里",
        "title": "文件标题，<岗位> 换成岗位名称",
        "parts": "各部分和它的标题，按顺序",
        "without": "篇幅: 这种篇幅里不写的部分",
        "extents": "篇幅: 这个文种自己的模块数与条数",
        "onsite": "只用于驻场的写 true",
        "shortens": "限字数时先去掉哪些部分的条目，各至少留几条",
        "saved_as": "提问时建议存成的格式，如 docx、txt",
    },
    "Section": {
        "id": "编号，英文字母与连字符，定了不再改",
        "title": "模块名，印在成稿里",
        "about": "找这个模块时会用到的行话，用空格分开",
        "duties": "几个岗位共用的职责",
        "people": "写带人的模块填 true",
    },
    "Duty": {
        "id": "编号，全库唯一，定了不再改",
        "levels": "各级别的写法；没有写的级别不出现这条职责",
        "priority": "1 先写，2 其次，3 有篇幅才写",
        "metrics": "这条职责影响的指标编号",
        "partners": "和谁一起做：协作对象编号",
        "tools": "用到的工具",
        "when": "什么情况下才写，各条件都要满足",
        "instead_of": "出现时顶替哪几条职责（编号）",
    },
    "Wording": {
        "do": "动词开头，一件事，最多 30 字",
        "frequency": "频次",
        "timing": "时间点，如 收到后 <30 分钟※>内；※ 表示建议值",
        "standard": "别人看得出做没做到的标准，最多 40 字",
        "deliverable": "留下什么，最多 20 字",
    },
    "When": {
        "role": "岗位名",
        "level": "级别",
        "platform": "平台名",
        "category": "类目名，含下级类目",
        "business": "业务类型名",
        "metric": "用户选作目标的指标编号",
        "length": "篇幅名",
        "onsite": "是否驻场",
        "team": "是否带人",
        "shift": "是否轮班",
        "goals": "用户是否写明了目标",
        "unless": "除非：这些条件都满足时不写",
    },
    "Role": {
        "name": "岗位名，写成 某某运营",
        "about": "一句话说明，提问时显示",
        "title": "各级别的岗位名称",
        "purpose": "各级别的岗位目的，一句话",
        "reports_to": "各级别的直接上级（作提示）",
        "goals": "各级别默认设目标的指标编号",
        "metrics": "各级别考核的指标编号，重要的在前",
        "sections": "这个岗位的职责模块与职责",
        "order": "排列次序，小的在前",
        "partners": "协作对象",
        "requirements": "任职要求",
        "tools": "常用工具",
        "playbooks": "这个岗位的工作表",
        "serves": "指标编号: 它支撑的目标指标编号",
        "records": "指标编号: 这个岗位在哪份记录里读它",
        "aliases": "别名",
        "pinyin": "拼音",
        "sets": "别名带来的事实，如 天猫运营: {platform: 天猫}",
        "borrows": "什么情况下借用哪个岗位的职责",
        "onsite": "本来就在客户现场的岗位写 true",
        "words": "这个岗位自己的词槽用词",
        "variants": "某种情况下不同的目标、指标和模块分量",
    },
    "Variant": {
        "when": "什么情况下",
        "purpose": "各级别的岗位目的",
        "goals": "各级别默认设目标的指标编号",
        "metrics": "各级别考核的指标编号",
        "weights": "模块编号: 各级别的分量",
    },
    "Borrow": {"role": "借用哪个岗位的职责", "when": "什么情况下"},
    "RoleSection": {
        "section": "模块编号",
        "weight": "各级别的分量，大的排在前；没有写的级别不出现",
        "duties": "这个岗位在这个模块里的职责",
        "when": "什么情况下才出现",
    },
    "Metric": {
        "id": "编号，定了不再改",
        "name": "名称",
        "formula": "公式，分子分母写全",
        "unit": "单位",
        "direction": "up 越高越好，down 越低越好，range 在区间内为好",
        "source": "数据来源",
        "period": "考核周期",
        "aliases": "别名",
        "definition": "口径：含什么、不含什么",
        "alternative": "另一种常用算法，接在“也可按”之后",
        "usual_n": "名称里有 N 时默认的数，如 N日留存率 的 7",
        "suggested": "建议目标值，如 不低于 <95%※>；没有就以本岗自己的过去为底线",
        "guards": "冲这个指标时不能变差的指标（编号）",
        "same_as": "说同一件事的指标（编号），一份成稿里只写一个",
    },
    "Partner": {
        "id": "编号，本岗位内唯一",
        "name": "部门或岗位名",
        "side": "内部或外部",
        "give": "本岗提供什么",
        "get": "对方提供什么",
        "at": "某个级别不同的写法",
        "when": "什么情况下才写",
    },
    "Exchange": {"give": "本岗提供什么", "get": "对方提供什么"},
    "Requirement": {
        "id": "编号，定了不再改",
        "kind": "必备或加分",
        "aspect": "哪一方面",
        "text": "要求，写得出证据的",
        "proof": "面试时怎么核实",
        "when": "什么情况下才写",
    },
    "Playbook": {
        "key": "编号",
        "heading": "名称",
        "columns": "各栏的名称",
        "stands": "文种: {篇幅: all 全部，stressed 只写用户选作目标的指标，timed 只写有时点的表、写明工作时间时}",
        "say": "表前的一句话",
    },
    "PlaybookTable": {
        "key": "编号，本岗位内唯一",
        "of": "哪一种工作表",
        "rows": "各行",
        "metric": "为哪个指标写的（编号）",
        "caption": "小标题",
        "when": "什么情况下才写",
    },
    "TableRow": {
        "cells": "各格，与栏目一样多",
        "clock": "一天里的时点：上班后 15 分钟写 start+15，下班前 30 分钟写 end-30",
        "when": "什么情况下才写",
    },
    "Law": {
        "name": "简称，规则按它引用，如 劳动法.12",
        "full": "全称",
        "since": "施行日期，或文件、案例的发布日期",
        "dated": "日期是施行还是发布",
        "articles": "条号: 条文原文；43 是第四十三条，15(2) 是第十五条第二款，43(一) 是第四十三条第（一）项",
        "amended": "条号: 这一条现在的写法何时施行，与 since 不同的才写",
        "gists": "条号: 大意，手边没有原文的才写",
        "about": "整份文件的大意，手边没有原文的才写",
        "checked": "条文是否与原文逐字核对过",
        "note": "哪些没有核对，引用时注意什么",
    },
    "Tool": {"name": "工具名，可写词槽", "use": "用来做什么", "when": "什么情况下才写"},
    "Rule": {
        "code": "编号，如 DW501",
        "name": "英文名，定了不再改",
        "severity": "轻重：error、warning、info",
        "message": "一行：什么、为什么；{word} 是找到的字词",
        "advice": "怎么改",
        "category": "风险的种类",
        "title": "中文名",
        "words": "出现就提示的词",
        "own_words": "只对随程序写出的文字另外要求的词",
        "unless": "盖住它们的词；有 triggers 时是正则，同一短语里有就不提示",
        "triggers": "在一句里找什么",
        "cases": "按找到的字词换说法、依据、轻重，取第一条合适的",
        "frames": "正则，对换成字母的句子（tags、chunks），有一条命中就提示",
        "signals": "frames 命中时必有其中一个的词或字母，chunks 不产生的",
        "before": "正则，同一分句里 frames 前面有就不提示",
        "spared": "整句里有就不提示的正则",
        "cue": "frames 的 cue（另加 parties），triggers 自己没有写 cue 时也用它",
        "reason": "道理，一句话",
        "basis": "依据：法条或标题",
        "kinds": "用于哪些文种，不写是全部",
        "severities": "用途: 另定的轻重",
        "fires": "应当提示的例子",
        "silent": "不应提示的例子",
    },
    "Trigger": {
        "find": "正则，对半角小写的一句；{名} 是 shorthands 里的一段，名为 word 的组是要标出的字词",
        "tagged": "true：find、beside、unless 对换成字母的句子，同 frames",
        "cue": "必有其中一个的词，0 代表任一数字；不写用规则的",
        "beside": "正则，同一句里还须有它",
        "unless": "正则，同一短语里有就不提示；不写用规则的",
        "guard": "业务词盖不盖得住：none 不看、phrase 同一短语、sentence 整句",
        "parts": "只在文档的这些部分里算，不写是全部",
        "confidence": "把握，百分之几",
        "severity": "轻重，不写用规则的",
        "message": "说法，不写用规则的",
        "advice": "怎么改，不写用规则的",
        "basis": "依据，不写用规则的",
    },
    "Tag": {"tag": "一个大写字母", "means": "是哪一类", "words": "正则，对半角小写的一句"},
    "Chunk": {
        "tag": "换成的字母",
        "find": "正则，对换成字母的句子",
        "text": "正则，原来的句子里须有",
        "given": "正则，换成字母的句子里须有",
        "unless": "正则，换成字母的句子里不得有",
    },
    "Case": {
        "has": "正则，对找到的字词",
        "severity": "轻重",
        "message": "说法",
        "advice": "怎么改",
        "basis": "依据",
    },
    "Vocabulary": {
        "name": "名称",
        "aliases": "别名",
        "parent": "上级，如 女装 的上级是 服饰",
        "words": "各词槽在这里叫什么",
        "marks": "只属于这里的说法，别处出现即为写错",
    },
    "Word": {"text": "用词", "source": "名称出处", "checked": "核对日期"},
}


def schema(catalogue: Catalogue) -> dict[str, Any]:
    """JSON Schema (2020-12) of a catalogue file; names that `catalogue` knows are offered, others are allowed."""
    made = msgspec.json.schema(DataFile)
    for name, definition in made["$defs"].items():
        kind = getattr(model, name, None) or getattr(rules, name)
        definition.pop("description", None)
        definition.pop("title", None)
        if issubclass(kind, Data):
            _describe(definition, name, kind, _offered(catalogue))
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, "title": "dutywriter 职责库文件"}
    return head | made


def _describe(definition: dict[str, Any], name: str, kind: type[Data], offered: dict[str, list[str]]) -> None:
    """Make the fields of a thing optional but its key, since a file may change one field of a known thing."""
    definition["required"] = [kind.KEY] if kind.KEY else []
    properties = definition["properties"]
    for field, value in properties.items():
        value.pop("default", None)
        if name in ABOUT:
            value["description"] = ABOUT[name][field]
        if (name, field) in _FIELDS:
            _offer(value, offered[_FIELDS[name, field]])
        if field in ("levels", "weight", "at") and value.get("type") == "object":
            value["propertyNames"] = {"enum": list(LEVELS)}
        if {"type": "null"} in value.get("anyOf", ()):
            value.update(next(choice for choice in value.pop("anyOf") if choice != {"type": "null"}))
    if kind.KEY:
        properties["hide"] = HIDE


_FIELDS = {
    ("RoleSection", "section"): "section",
    ("Duty", "metrics"): "metric",
    ("MetricsByLevel", "专员"): "metric",
    ("MetricsByLevel", "主管"): "metric",
    ("MetricsByLevel", "经理"): "metric",
    ("When", "role"): "role",
    ("When", "platform"): "platform",
    ("When", "category"): "category",
    ("When", "business"): "business",
    ("When", "metric"): "metric",
    ("When", "length"): "length",
}
"""Fields that refer to things, and what they refer to."""


def _offered(catalogue: Catalogue) -> dict[str, list[str]]:
    terms = catalogue.terms
    return {
        "section": [section.id for section in catalogue.sections],
        "metric": [metric.id for metric in catalogue.metrics],
        "role": [entry.name for entry in catalogue.entries],
        "platform": [word.name for word in terms.platforms],
        "category": [word.name for word in terms.categories],
        "business": [word.name for word in terms.businesses],
        "length": [length.name for length in catalogue.documents.lengths],
    }


def _offer(value: dict[str, Any], names: list[str]) -> None:
    """Let a text, or each text of a list, be one of `names` or any other."""
    where = value["items"] if value.get("type") == "array" else value
    where.pop("type", None)
    where["anyOf"] = [{"enum": names}, {"type": "string"}]
