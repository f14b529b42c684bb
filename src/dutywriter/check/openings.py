"""Whether a duty of a foreign text says what is done, or only whose business it is (负责店铺运营)."""

from collections.abc import Iterable
from itertools import pairwise

from dutywriter.text.pattern import Pattern

_CLAUSES = Pattern("[，。；：！？,;:!?]")
_VAGUE = Pattern("负责|参与|协助|配合|分管|主管|辅助")
_NAMES_OF_WORK = frozenset(
    ("运营", "管理", "经营", "报告", "规划", "服务", "销售", "营销", "支持", "保障", "建设", "发展", "学习", "推广", "领导")
)
"""Verbs that behind 负责 only name a field of work."""
_BEFORE = Pattern(
    r"[每按从以向对为就与在于经将把由跟和同及当凭如遇\d]|根据|依据|依照|参照|结合|通过|利用|围绕|针对|基于|借助|运用|使用|站在|作为|日常"
)
"""What stands before a verb: when, on what basis, with whom."""
_MODAL = Pattern("需要?|应当?|须|能够?|可以?|要|将|会")
_ADVERBS = Pattern(
    "(?:不?定期|及时|主动|积极|独立|全面|主要|主导|具体|严格|持续|不断|实时|随时|深入|深度|认真|准确|快速|高效|有效|并|且|同时|另外|以及|进行"
    "|做好|做|共同|直接|亲自|密切|妥善|合理|充分|统一|提前|适时|精准|熟练|重点|全程|全权|全力|整体|综合|协同|努力|尽量|尽快|科学|耐心|热情|灵活|善于|必须"
    "|负有|带头|优先|多渠道|归口|[、 ])+"
)
_NO_DUTY = Pattern("有|无|具|懂|要求|任职|优先")
"""How what is asked of people begins: it may stand among duties, but is none."""
_PLAN = Pattern("[每周月季年].{1,8}$|.{0,40}(?:[内前后起止※]|时刻|一轮)$|.{0,6}(?:时[点段]?|[当息一]日|峰中?|播中?)$")
"""A time in a plan of a day or a month: no duty either."""
_NO_OBJECT = Pattern("$|.$|工作|的|部|岗|相关|事务|事宜|与|和|及|、")
_FURTHEST = 200
_VERB_LENGTHS = (2, 3)


class Openings:
    """The verbs with which duties open."""

    def __init__(self, verbs: Iterable[str]) -> None:
        self._verbs = frozenset(verbs)

    def acts(self, text: str) -> bool:
        """Whether a clause of an item opens with a verb, or holds one behind a word that only says whose business it is."""
        if self._opens(text) or _NO_DUTY.match(text) or _PLAN.match(text):
            return True
        head = text[:_FURTHEST]
        places = [-1, *(match.start() for match in _CLAUSES.finditer(head)), len(head)]
        return any(self._clause(head[start + 1 : end].strip()) for start, end in pairwise(places))

    def _clause(self, clause: str) -> bool:
        clause = _without_adverbs(clause)
        if vague := _VAGUE.match(clause):
            rest = clause[vague.end() :]
            return bool(self._held(rest) - _NAMES_OF_WORK) or (self._opens(rest) and not _NO_OBJECT.match(rest[2:]))
        if self._opens(clause):
            return True
        if _BEFORE.match(clause):
            return bool(self._held(clause[1:]))
        return any(self._behind(clause[modal.end() :]) for modal in _MODAL.finditer(clause))

    def _behind(self, rest: str) -> bool:
        """Whether what stands behind 需, 应, 能够 is done."""
        rest = _without_adverbs(rest)
        return self._opens(rest) or (_BEFORE.match(rest) is not None and bool(self._held(rest[1:])))

    def _opens(self, clause: str) -> bool:
        return clause[:2] in self._verbs or clause[:3] in self._verbs

    def _held(self, clause: str) -> frozenset[str]:
        """The verbs that stand anywhere in a clause."""
        return self._verbs & {clause[place : place + length] for place in range(len(clause) - 1) for length in _VERB_LENGTHS}


def vague_opening(text: str) -> str:
    """The word that an item begins with and that says only whose business it is; empty where there is none."""
    vague = _VAGUE.match(text)
    return vague[0] if vague else ""


def _without_adverbs(clause: str) -> str:
    """A clause without the adverbs that it begins with."""
    adverbs = _ADVERBS.match(clause)
    return clause[adverbs.end() :] if adverbs else clause
