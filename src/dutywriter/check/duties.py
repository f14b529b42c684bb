"""DW205, DW206, DW209 and DW210: whether each duty says when and with what result, in one action that the level has."""

from collections.abc import Iterable, Iterator

from dutywriter.catalogue.model import Catalogue, Level
from dutywriter.catalogue.rules import Rule
from dutywriter.check.amounts import has_result, has_time
from dutywriter.check.finding import Finding, found
from dutywriter.check.rows import Place, Row, Rows, place_of
from dutywriter.check.verbs import Verbs
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment
from dutywriter.text.pattern import Pattern

ACTIONS = 2
_DUTY = ("职责", "工作内容", "事项", "任务", "工作项", "内容")
_TIME = ("频次", "频率", "时间", "周期", "时限", "节点", "期限")
_RESULT = ("产出", "成果", "交付", "输出", "结果", "标准", "报表")
_SHORTEST, _LONGEST_ITEM = 5, 120
_FEW = 6
_NEARLY_ALL = 0.8
_MODAL = Pattern(r"(?:[需须要应]要?|应当|必须|负责|可以|能够|还会|[会将])(?:定期|及时|积极|主动|根据[^，。；,;]{1,10}|对[^，。；,;]{1,12})?|(?<=[，,；;、。])并?|^", "")


class Duties:
    """Reads the duties of one document, with what stands below them or beside them in a table."""

    def __init__(self, about: About, rules: dict[str, Rule], catalogue: Catalogue) -> None:
        self._rules = rules
        self._bare = about.bare
        self._level: Level | None = about.level
        self._described = about.kind == "说明书"
        self._asks = about.kind in {"", "说明书"} and not about.bare
        self._verbs = Verbs(catalogue)
        self._rows = Rows()
        self._duty: tuple[str, Place] | None = None
        self._without: dict[str, list[Place]] = {"duty-no-time": [], "duty-no-output": []}
        self._count = 0
        self._rhythm = False
        self._above: set[str] = set()

    def of(self, segment: Segment) -> Iterable[Finding]:
        """What one line says too much of; what it lacks is known when the next begins."""
        if self._asks:
            self._gather(segment)
        if segment.kind == "item" or (self._bare and len(segment.text) <= _LONGEST_ITEM):
            return [*self._too_many(segment.text), *self._too_high(segment.text)]
        if segment.kind == "paragraph" and self._level:
            return list(self._too_high_in_prose(segment.text, self._level))
        return ()

    def see(self, part: str) -> None:
        """That the document has this part: goals and KPIs make it a 说明书, a rhythm says when duties are done."""
        self._described = self._described or part in {"goals", "metrics"}
        self._rhythm = self._rhythm or part == "rhythm"

    def at_end(self) -> Iterator[Finding]:
        """The duties without time or result: each, or where nearly all are without, all in one; places are within the source."""
        row = self._rows.of(None)
        if row:
            self._row(row)
        self._end()
        if not self._described:
            return
        for name, places in self._without.items():
            nearly_all = len(places) >= _FEW and len(places) >= _NEARLY_ALL * self._count
            if nearly_all and not (self._rhythm and name == "duty-no-time"):
                yield found(self._rules[name], *places[0], what=f"{self._count} 条职责里有 {len(places)} 条")
            elif not nearly_all:
                yield from (found(self._rules[name], *place, what="这条职责") for place in places)

    def _gather(self, segment: Segment) -> None:
        row = self._rows.of(segment)
        if row:
            self._row(row)
        if segment.kind == "detail" and self._duty:
            self._duty = (f"{self._duty[0]}\n{segment.text}", self._duty[1])
            return
        self._end()
        if segment.kind == "item" and _SHORTEST <= len(segment.text) <= _LONGEST_ITEM:
            self._duty = (segment.text, place_of(segment))

    def _end(self) -> None:
        if self._duty:
            (text, place), self._duty = self._duty, None
            self._judge(has_time(text), has_result(text), place)

    def _row(self, row: Row) -> None:
        if row.under(*_DUTY):
            text = "\n".join(row.cells.values())
            self._judge(bool(row.under(*_TIME)) or has_time(text), bool(row.under(*_RESULT)) or has_result(text), row.place)

    def _judge(self, timed: bool, resulting: bool, place: Place) -> None:
        self._count += 1
        if not timed:
            self._without["duty-no-time"].append(place)
        if not resulting:
            self._without["duty-no-output"].append(place)

    def _too_many(self, text: str) -> Iterator[Finding]:
        actions = self._verbs.actions(text)
        if len(actions) > ACTIONS:
            yield found(self._rules["many-actions"], 0, len(text), word="、".join(actions), count=len(actions))

    def _too_high(self, text: str) -> Iterator[Finding]:
        opening = self._verbs.opening(text) if self._level else None
        if opening and self._level:
            yield from self._verb_above(text, opening[0], self._level)

    def _too_high_in_prose(self, text: str, level: Level) -> Iterator[Finding]:
        """The verbs behind 需要, 负责 or a comma; each once in a document, since prose repeats itself."""
        for match in _MODAL.finditer(text):
            verb = self._verbs.at(text, match.end())
            if verb and verb not in self._above:
                for finding in self._verb_above(text, match.end(), level):
                    self._above.add(verb)
                    yield finding

    def _verb_above(self, text: str, place: int, level: Level) -> Iterator[Finding]:
        verb = self._verbs.at(text, place)
        lowest = self._verbs.above(verb, level)
        if lowest:
            yield found(self._rules["above-level"], place, place + len(verb), word=verb, lowest=lowest)
