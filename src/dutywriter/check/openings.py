"""Whether a duty of a foreign text says what is done, or only whose business it is (负责店铺运营)."""

from collections.abc import Iterable

from dutywriter.text.pattern import Pattern

_CLAUSES = Pattern("[，。；：！？,;:!?]")
_VAGUE = ("负责", "参与", "协助", "配合", "分管", "主管", "辅助")
_NAMES_OF_WORK = frozenset(
    ("运营", "管理", "经营", "报告", "规划", "服务", "销售", "营销", "支持", "保障", "建设", "发展", "学习", "推广", "领导")
)
"""Verbs that behind 负责 only name a field of work."""
_BEFORE = (
    *("每", "按", "根据", "依据", "依照", "参照", "结合", "通过", "利用", "围绕", "针对", "基于", "借助", "运用", "从", "以", "向", "对", "为", "就", "与", "在", "于"),
    *("经", "将", "把", "由", "跟", "和", "同", "及", "当", "凭", "使用", "站在", "作为", "遇", "日常", "如"),
)
"""What stands before a verb: when, on what basis, with whom."""
_MODAL = ("需要", "需", "应当", "应", "须", "能够", "能", "可以", "可", "要", "将", "会")
_ADVERBS = (
    *("定期", "及时", "主动", "积极", "独立", "全面", "主要", "主导", "具体", "严格", "持续", "不断", "实时", "随时", "深入", "深度", "认真", "准确", "快速", "高效", "有效"),
    *("并", "且", "同时", "另外", "以及", "进行", "做好", "做", "共同", "直接", "亲自", "密切", "妥善", "合理", "充分", "不定期", "统一", "提前", "适时", "精准", "熟练", "重点"),
    *("全程", "全权", "全力", "整体", "综合", "协同", "努力", "尽量", "尽快", "科学", "耐心", "热情", "灵活", "善于", "必须", "负有", "带头", "优先", "多渠道", "归口", "、", " "),
)
_NO_DUTY = ("有", "无", "具", "懂", "要求", "任职", "优先")
"""How what is asked of people begins: it may stand among duties, but is none."""
_NO_OBJECT = ("工作", "的", "部", "岗", "相关", "事务", "事宜", "与", "和", "及", "、")
_FURTHEST = 200
_LONGEST_VERB = 3


class Openings:
    """The verbs with which duties open."""

    def __init__(self, verbs: Iterable[str]) -> None:
        self._verbs = frozenset(verbs)

    def acts(self, text: str) -> bool:
        """Whether a clause of an item opens with a verb, or holds one behind a word that only says whose business it is."""
        return text.startswith(_NO_DUTY) or any(self._clause(clause) for clause in self._clauses(text[:_FURTHEST]))

    @staticmethod
    def _clauses(text: str) -> list[str]:
        places = [-1, *(match.start() for match in _CLAUSES.finditer(text)), len(text)]
        return [text[start + 1 : end].strip() for start, end in zip(places, places[1:], strict=False)]

    def _clause(self, clause: str) -> bool:
        clause = _without_adverbs(clause)
        if clause.startswith(_VAGUE):
            rest = clause[len(vague_opening(clause)) :]
            return self._holds(rest, 0, vague=True) or (self._opens(rest, 0) and not rest[2:].startswith(_NO_OBJECT) and len(rest) > 2)
        if self._opens(clause, 0):
            return True
        if clause.startswith(_BEFORE) or clause[:1].isdigit():
            return self._holds(clause, 1, vague=False)
        return any(self._behind(clause[place + len(modal) :]) for modal in _MODAL if (place := clause.find(modal)) >= 0)

    def _behind(self, rest: str) -> bool:
        """Whether what stands behind 需, 应, 能够 is done."""
        rest = _without_adverbs(rest)
        return self._opens(rest, 0) or (rest.startswith(_BEFORE) and self._holds(rest, 1, vague=False))

    def _opens(self, clause: str, start: int) -> bool:
        return any(clause[start : start + length] in self._verbs for length in (2, _LONGEST_VERB))

    def _holds(self, clause: str, start: int, *, vague: bool) -> bool:
        """Whether a verb stands anywhere from `start` on; a `vague` opening is not mended by the name of a field of work."""
        places = range(start, len(clause) - 1)
        words = {clause[place : place + length] for place in places for length in (2, _LONGEST_VERB)}
        found = words & self._verbs
        return bool(found - _NAMES_OF_WORK if vague else found)


def _without_adverbs(clause: str) -> str:
    """A clause without the adverbs that it begins with."""
    while clause.startswith(_ADVERBS):
        clause = clause[next(len(adverb) for adverb in sorted(_ADVERBS, key=len, reverse=True) if clause.startswith(adverb)) :]
    return clause


def vague_opening(text: str) -> str:
    """The word that an item begins with and that says only whose business it is."""
    return next((word for word in _VAGUE if text.startswith(word)), "")
