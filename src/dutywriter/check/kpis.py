"""DW203 and DW204: whether each KPI says how it is counted, and whether KPIs and goals belong together."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.catalogue.model import Catalogue, Metric
from dutywriter.catalogue.rules import Rule
from dutywriter.check.amounts import PLACEHOLDER, has_number
from dutywriter.check.finding import Finding, found
from dutywriter.check.rows import Line, Lines, Place, Row, Rows
from dutywriter.reading.source import Segment
from dutywriter.text.folded import folded
from dutywriter.text.lexicon import Lexicon
from dutywriter.text.pattern import Pattern

_NAMES = ("指标", "KPI", "考核项", "考核内容", "评价项")
_NO_NAME = "值"
_COLUMNS = {
    "公式": ("公式", "口径", "计算", "定义", "算法", "怎么算", "说明"),
    "单位": ("单位",),
    "目标值": ("目标", "标准", "要求", "底线", "达标", "指标值"),
    "周期": ("周期", "频率", "频次", "时间", "期间"),
    "数据来源": ("来源", "取数", "依据", "出处", "数据提供"),
}
_LINK = ("服务的目标", "对应目标", "关联目标", "支撑目标", "所属目标", "对应的目标", "服务目标")
_LISTED = {
    "公式": Pattern(r"[÷/×=＝]|公式|口径|之比|除以|占[^，。；]{0,12}的比|[(（][^()（）]*[+＋\-−－/][^()（）]*[)）]"),
    "单位": Pattern(r"[%％‰]|[率比]|\d\s*※?\s*[^\W\d_]|单位"),
    "目标值": Pattern(r"目标|[≥≤><]|不[低高少多大小]于|不超过|达到?\s*\d|以[上下内]|零|\d\s*[%％]"),
    "周期": Pattern(r"每[日天周月季年次]|[月季年周]度|按[日天周月季年]|周期|[日周月季年]均|半年|当[月季年]"),
    "数据来源": Pattern(r"来源|取自|来自|以[^，。；]{1,14}为准|后台|系统|报表|台账|记录|取数|统计表"),
}
_UNIT = Pattern(r"[率比]|[%％‰]|\d\s*※?\s*[^\W\d_]\s*\Z")
_METRIC = Pattern(
    r"[^\W\d_a-z](?:率|(?<![制季年月力进程态角])度|数(?![据字码学])|(?<![质力])量|额|值|得分|时长|占比|天数|成本)|GMV|ROI|NPS|DAU|KPI|指标|[A-Z]{3,}"
)
_ORDINAL = Pattern(r"目标\s*(\d+)", "目")
_BLANK = "-—–－/无\u3000 "
_LONGEST_NAME = 24
_LABELLED = 2
_PARTS = re.compile(r"[；;\n]")
_SAID_OF_ALL = """客户 用户 会员 订单 店铺 平台 达成 成率 完成 及时 时率 准确 确率 目标 提升 提高 增长 长率
    合格 格率 数量 次数 金额 本季 季度 年度 月度 每月 比例 占比 本年 月底 年底 降低 达到 不低
    低于 不高 高于 超过 以上 以内 以下 保持 控制 实现 服务 工作 项目 商品 活动 有效 平均 总数
    人数 内容 数据 按期 成本 运营"""
_GENERIC = frozenset(_SAID_OF_ALL.split())


class _Kpi(Struct, frozen=True):
    """A KPI as it stands: its name, where, which of the columns say nothing, and the goal it names (None: it names none)."""

    table: int
    name: str
    place: Place
    missing: frozenset[str]
    link: str | None


class _Goal(Struct, frozen=True):
    """A goal as it stands: its text and where."""

    text: str
    place: Place


class Kpis:
    """Reads the goals and the KPIs of one document, in tables and in lines."""

    def __init__(self, rules: dict[str, Rule], catalogue: Catalogue) -> None:
        self._incomplete, self._unlinked = rules["kpi-incomplete"], rules["kpi-unlinked"]
        self._names = _Names(catalogue)
        self._goal_rows, self._kpi_rows = Rows(), Rows()
        self._goal_lines, self._kpi_lines = Lines(), Lines()
        self._goals: list[_Goal] = []
        self._kpis: list[_Kpi] = []
        self._tabled = -1

    def of_goals(self, segment: Segment | None) -> None:
        """One segment of the goals, None at their end."""
        row, line = self._goal_rows.of(segment), self._goal_lines.of(segment)
        if row and " ".join(row.cells.values()).strip(_BLANK):
            self._goals.append(_Goal(" ".join(row.cells.values()), row.place))
        if line and has_number(line.text):
            self._goals.append(_Goal(line.text, line.place))

    def of(self, segment: Segment | None) -> None:
        """One segment of the KPIs, None at their end."""
        row, line = self._kpi_rows.of(segment), self._kpi_lines.of(segment)
        if row:
            self._tabled = segment.number if segment else -1
            self._kpi(row)
        if line and line.number != self._tabled and _METRIC.search(line.text):
            self._listed(line)

    def at_end(self) -> Iterator[Finding]:
        """What the KPIs lack; places are within the source."""
        self.of_goals(None)
        self.of(None)
        yield from self._incompletes()
        if self._goals and self._kpis:
            yield from self._unlinkeds()

    def _kpi(self, row: Row) -> None:
        name = row.under(*_NAMES, without=_NO_NAME)
        others = [words for words in _COLUMNS.values() if row.has(*words, without="服务")]
        if not name or not (others or row.has("权重", "占比")):
            return
        missing = {column for column, words in _COLUMNS.items() if not _filled(row, words)}
        target = row.under(*_COLUMNS["目标值"], without="服务")
        if PLACEHOLDER in target or _UNIT.search(f"{name}\n{target}"):
            missing.discard("单位")
        if any(sign in text for text in row.cells.values() for sign in "÷="):
            missing.discard("公式")
        link = row.under(*_LINK) if row.has(*_LINK) else None
        self._kpis.append(_Kpi(row.table, name, row.place, frozenset(missing), link))

    def _listed(self, line: Line) -> None:
        """A KPI in one line: with labels (公式：…；周期：…) read as a row, else by what its words tell."""
        first, _, rest = line.text.partition("\n")
        fields = _fields(rest or first)
        if sum(any(word in label for words in _COLUMNS.values() for word in words) for label in fields) >= _LABELLED:
            self._kpi(Row(-line.number, (*_NAMES[:1], *fields), {_NAMES[0]: _name(first), **fields}, line.place))
            return
        filled = PLACEHOLDER in line.text
        missing = frozenset(column for column, pattern in _LISTED.items() if not (filled or pattern.search(line.text)))
        self._kpis.append(_Kpi(-line.number, _name(first), line.place, missing, None))

    def _incompletes(self) -> Iterator[Finding]:
        """One finding for what a whole table lacks, and one for each KPI that lacks more."""
        counts = Counter(kpi.table for kpi in self._kpis)
        common: dict[int, frozenset[str]] = {}
        for kpi in self._kpis:
            common[kpi.table] = common.get(kpi.table, kpi.missing) & kpi.missing
        told: set[int] = set()
        for kpi in self._kpis:
            shared = common[kpi.table] if counts[kpi.table] > 1 else frozenset[str]()
            if shared and kpi.table not in told:
                told.add(kpi.table)
                yield found(self._incomplete, *kpi.place, name=f"这 {counts[kpi.table]} 项指标", missing=_in_order(shared))
            if kpi.missing - shared:
                yield found(
                    self._incomplete,
                    *kpi.place,
                    name=_called(kpi),
                    missing=_in_order(kpi.missing - shared),
                )

    def _unlinkeds(self) -> Iterator[Finding]:
        goals = self._names.about(goal.text for goal in self._goals)
        kpis = self._names.about(kpi.name for kpi in self._kpis)
        guarded = self._names.with_guards(goals)
        linked: set[int] = set()
        for kpi in self._kpis:
            linked.update(_ordinals(kpi.link or ""))
            if not self._has_goal(kpi, guarded):
                yield found(self._unlinked, *kpi.place, confidence=0.7, what=f"{_called(kpi)}没有对应的工作目标")
        for ordinal, goal in enumerate(self._goals, 1):
            said = self._names.about([goal.text])
            if ordinal not in linked and not said.meets(kpis) and not (PLACEHOLDER in goal.text and not said.metrics):
                yield found(self._unlinked, *goal.place, confidence=0.7, what="这个工作目标没有对应的绩效指标")

    def _has_goal(self, kpi: _Kpi, goals: "_Said") -> bool:
        if kpi.link is not None:
            return bool(kpi.link.strip(_BLANK)) and all(1 <= number <= len(self._goals) for number in _ordinals(kpi.link))
        return PLACEHOLDER in kpi.name or self._names.about([kpi.name]).meets(goals)


class _Said(Struct, frozen=True):
    """The metrics that some texts name, those that go with them, and the pairs of characters that tell what they are about."""

    metrics: frozenset[str]
    related: frozenset[str]
    pairs: frozenset[str]

    def meets(self, other: "_Said") -> bool:
        """Whether the two are about one thing."""
        return bool(self.metrics & other.related or other.metrics & self.related or self.pairs & other.pairs)


class _Names:
    """The names and aliases of all metrics, found in texts."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    @cached_property
    def _metrics(self) -> dict[str, Metric]:
        return {metric.id: metric for metric in self._catalogue.metrics}

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon({name: metric.id for metric in self._catalogue.metrics for name in (metric.name, *metric.aliases)})

    def about(self, texts: Iterable[str]) -> _Said:
        """What the texts name."""
        metrics: set[str] = set()
        pairs: set[str] = set()
        for text in texts:
            plain = folded(text)
            metrics.update(mention.meaning for mention in self._lexicon.mentions(plain))
            pairs.update(pair for pair in map("".join, pairwise(plain)) if _tells(pair))
        related = metrics.union(*(self._metrics[metric].same_as for metric in metrics))
        return _Said(frozenset(metrics), frozenset(related), frozenset(pairs))

    def with_guards(self, said: _Said) -> _Said:
        """The same, and what must not suffer when these metrics are driven."""
        return replace(said, related=said.related.union(*(self._metrics[metric].guards for metric in said.metrics)))


def _tells(pair: str) -> bool:
    return all("\u4e00" <= character <= "\u9fff" for character in pair) and pair not in _GENERIC


def _fields(text: str) -> dict[str, str]:
    """The labelled parts of a text: 公式：…；周期：…."""
    parted = (part.partition("：") for part in _PARTS.split(text))
    return {label.strip(): value for label, colon, value in parted if colon}


def _name(text: str) -> str:
    """The name with which a line about a KPI begins."""
    return text.partition("：")[0].partition(":")[0]


def _called(kpi: _Kpi) -> str:
    """How a message calls a KPI."""
    return f"指标“{kpi.name}”" if len(kpi.name) <= _LONGEST_NAME else "这一项指标"


def _filled(row: Row, words: tuple[str, ...]) -> bool:
    return any(
        text.strip(_BLANK)
        for heading, text in row.cells.items()
        if any(word in heading for word in words) and not any(link in heading for link in _LINK)
    )


def _ordinals(link: str) -> list[int]:
    return [int(match[1]) for match in _ORDINAL.finditer(link)]


def _in_order(missing: frozenset[str]) -> str:
    return "、".join(column for column in _COLUMNS if column in missing)
