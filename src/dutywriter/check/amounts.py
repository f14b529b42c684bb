"""What shows that a text names a number, a time or a result.

Most of it is told by two characters side by side, which is looked up rather than searched for.
"""

from collections.abc import Set as AbstractSet
from itertools import pairwise, product

from dutywriter.text.pattern import Pattern

PLACEHOLDER = "【待填"
_FIGURES = "0123456789０１２３４５６７８９"
_Twos = AbstractSet[tuple[str, ...]]
_DATE = Pattern(
    r"\d{4}\s*[-/.]\s*\d{1,2}(?:\s*[-/.]\s*\d{1,2})?|\d{2,4}\s*年(?:度|底|末|初)?|\d{1,2}\s*月(?:份|底|初|末)?|\d{1,2}\s*[日号]|第?\s*\d\s*季度?|[QH]\d"
    r"|\d+\s*个?(?:工作日|自然日|季度|月|周|天|日)(?:之?内|以内|之?前)?|(?:目标|第)\s*\d+|\d{4}(?!\d|\s*[%％万元人次个])",
    _FIGURES,
)
_NUMBER_IN_WORDS = Pattern(
    r"百分之|翻[一两倍番]|[一二两三四五六七八九]成(?!为|本|交|功|效|果|员)|零(?!售|食|散|件|钱)|减半|[一二两三四五六七八九十百]+[万亿家个单倍场]"
)
_BARE_NUMBER = Pattern(r"(?:不?[低高少多大小]于|不?超过|达到?|[≥≤><＞＜=约到至])?\s*\d[\d,.]*\s*※?", _FIGURES)
_DEADLINES: _Twos = {
    *product("年月季周", "底末初度中内"),
    *product("本当今明次下上每各全", "年月季周"),
    *map(tuple, ("年前", "每日", "每天", "半年", "截止", "期限", "财年", "转正", "大促")),
}
_DEADLINE_WORDS = (
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "试用期",
    *map("".join, product("本当今明次下上每各全", ("个年", "个月", "个季", "个周", "学期", "个学期"))),
)
_DEADLINE = Pattern(r"\d{4}\s*[-/.年]|\d{1,2}\s*月|\d\s*季|[QH]\d|\d\s*(?:个?工作日|个?月|周|天|日)|双\s*1[12]|618", _FIGURES)
_TIMES: _Twos = {
    *product("每", f"日天周月季年次班晚早场批单逢隔两半{_FIGURES}"),
    *product("日周月", "报度会例巡清结"),
    *product("周", "一二三四五六日末初"),
    *product("月季年", "初末底中度"),
    *product("当次隔", "日天周月"),
    *product("按", "需次场单日周月"),
    *product("逐", "日周月"),
    *map(tuple, ("双周", "半年", "季报", "随时", "期间", "全天")),
}
_TIME_WORDS = ("每工作日", "每个工作日", "每星期", "每个星期", "每小时", "每个小时", "按项目")
_TIME_PATTERNS = (
    Pattern(r"\d\s*※?\s*(?:个?小时|分钟|天|[日号时点]|个?工作日|个?月|周|年|:|：)", _FIGURES),
    Pattern(r"[一二两三四五六七八九十](?:个?(?:工作日|小时|天|日内|分钟|周内))", "作时天内钟"),
    Pattern(r"(?<![提目超空])前(?![端期沿台景往提后置线来瞻述台三\d])", "前"),
    Pattern(r"(?:结束|完成|上线|活动|收到|发生|验收|到货|开播|下播|会|下班|上班)之?后", "后"),
)
_SHOWING_RESULTS = """产出 输出 成果 交付 提交 形成 出具 留存 归档 报告 报表 台账 清单 方案 手册 记录 日报 周报 月报 纪要 档案 文档
    SOP 复盘 排期 达到 不低于 不超过 以内 ≥ ≤ 模板 话术 文案 脚本 海报 视频 页面 系统 制度 流程 指引"""
_RESULTS = _SHOWING_RESULTS.split()
_PAPERS = tuple("表单稿件书图")
_PAPERS_NAMED: _Twos = {*product(_PAPERS, "，,。；;、）)")}
_SHARE = Pattern(r"\d\s*[%％]", _FIGURES)


def has_number(text: str) -> bool:
    """Whether an amount stands there that is no date; what is still to be filled in counts."""
    if PLACEHOLDER in text:
        return True
    rest = _undated(text)
    return any(map(str.isdecimal, rest)) or _NUMBER_IN_WORDS.search(rest) is not None


def is_bare_number(text: str) -> bool:
    """Whether there is a number and nothing that says of what."""
    return _BARE_NUMBER.fullmatch(text.strip()) is not None


def has_deadline(text: str) -> bool:
    """Whether a date or a period stands there."""
    if PLACEHOLDER in text or _has_pair(text, _DEADLINES):
        return True
    return any(map(text.__contains__, _DEADLINE_WORDS)) or _DEADLINE.search(text) is not None


def has_time(text: str) -> bool:
    """Whether it says how often or when."""
    if PLACEHOLDER in text or _has_pair(text, _TIMES):
        return True
    return any(map(text.__contains__, _TIME_WORDS)) or any(pattern.search(text) for pattern in _TIME_PATTERNS)


def has_result(text: str) -> bool:
    """Whether it says what comes of it."""
    if PLACEHOLDER in text or any(map(text.__contains__, _RESULTS)):
        return True
    return text.endswith(_PAPERS) or _has_pair(text, _PAPERS_NAMED) or _SHARE.search(text) is not None


def _has_pair(text: str, pairs: _Twos) -> bool:
    return not pairs.isdisjoint(pairwise(text))


def _undated(text: str) -> str:
    """The text without its dates and periods."""
    kept, end = [], 0
    for match in _DATE.finditer(text):
        kept.append(text[end : match.start()])
        end = match.end()
    return " ".join((*kept, text[end:])) if kept else text
