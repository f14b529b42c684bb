"""DW205, DW206, DW209 and DW210: whether each duty says when and with what result, in one action that the level has."""

import re
from collections.abc import Iterable, Iterator

from dutywriter.catalogue.model import LEVELS, Catalogue, Level
from dutywriter.catalogue.rules import Rule
from dutywriter.check.amounts import has_result, has_time
from dutywriter.check.finding import Finding, found
from dutywriter.check.rows import Lines, Place, Row, Rows
from dutywriter.check.verbs import Verbs
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment
from dutywriter.text.pattern import Pattern

ACTIONS = 2
_DUTY = ("职责", "工作内容", "工作任务", "工作事项", "服务事项", "任务内容")
_TIME = ("频次", "频率", "时间", "周期", "时限", "节点", "期限")
_RESULT = ("产出", "成果", "交付", "输出", "结果", "报表", "记录")
_PARTS = re.compile("[；;\\n]")
_LONGEST_LABEL = 6
_SHORTEST, _LONGEST_ITEM = 4, 120
_NO_DUTY = Pattern(r"\n工作：|交办|其[他它](?:相关)?(?:工作|任务|事项)|临时(?:性)?(?:工作|任务)")
"""Where the task stands below it, a line names a time; what covers all else has neither time nor result."""
_FEW = 6
_NEARLY_ALL = 0.8
_MODAL = Pattern(
    r"(?:需要?|须|应当?|必须|负责|可以|能够)(?:定期|及时|积极|主动|科学|根据[^，。；,;]{1,10}|对[^，。；,;]{1,12})?",
    "需须应必负可能",
)
_NOMINAL = frozenset("书单稿物人者率表权线费件款点期")


class Duties:
    """Reads the duties of one document, with what stands below them or beside them in a table."""

    def __init__(self, about: About, rules: dict[str, Rule], catalogue: Catalogue) -> None:
        self._rules = rules
        self._bare = about.bare
        self._level: Level | None = about.level
        self._described = about.kind == "说明书"
        self._asks = about.kind in {"", "说明书"} and not about.bare
        self._verbs = Verbs(catalogue)
        self._rows, self._lines = Rows(), Lines()
        self._without: dict[str, list[Place]] = {"duty-no-time": [], "duty-no-output": []}
        self._count = 0
        self._rhythm = False
        self._above: set[str] = set()
        self._matters = [catalogue.rules.pattern(trigger.find) for trigger in rules["above-level"].triggers]

    def of(self, segment: Segment) -> Iterable[Finding]:
        """What one line says too much of; what it lacks is known when the next begins."""
        if self._asks:
            self._gather(segment)
        text = segment.text
        if segment.kind == "item" or (self._bare and len(text) <= _LONGEST_ITEM):
            actions = self._verbs.actions(text)
            high = self._too_high(text, actions) if actions else self._too_high_in_prose(text)
            return [*self._too_many(text, actions), *_apart([*self._matter_above(text), *high])]
        if segment.kind == "paragraph":
            return _apart([*self._matter_above(text), *self._too_high_in_prose(text)])
        return ()

    def see(self, part: str) -> None:
        """That the document has this part: goals and KPIs make it a 说明书, a rhythm says when duties are done."""
        self._described = self._described or part in {"goals", "metrics"}
        self._rhythm = self._rhythm or part == "rhythm"

    def at_end(self) -> Iterator[Finding]:
        """The duties without time or result: each, or where nearly all are without, all in one; places are within the source."""
        self._gather(None)
        if not self._described:
            return
        for name, places in self._without.items():
            nearly_all = len(places) >= _FEW and len(places) >= _NEARLY_ALL * self._count
            if nearly_all and not (self._rhythm and name == "duty-no-time"):
                yield found(self._rules[name], *places[0], what=f"{self._count} 条职责里有 {len(places)} 条")
            elif not nearly_all:
                yield from (found(self._rules[name], *place, what="这条职责") for place in places)

    def _gather(self, segment: Segment | None) -> None:
        row, line = self._rows.of(segment), self._lines.of(segment)
        if row:
            self._row(row)
        is_caption = segment is not None and segment.kind == "cell"
        if line and line.listed and not is_caption and len(line.text) >= _SHORTEST and not _NO_DUTY.search(line.text):
            when, what = _told(line.text)
            self._judge(line.place, timed=has_time(when), resulting=has_result(what))

    def _row(self, row: Row) -> None:
        if row.under(*_DUTY):
            text = "\n".join(row.cells.values())
            timed = row.under(*_TIME) != "" or has_time(text)
            resulting = row.under(*_RESULT) != "" or has_result(text)
            self._judge(row.place, timed=timed, resulting=resulting)

    def _judge(self, place: Place, *, timed: bool, resulting: bool) -> None:
        self._count += 1
        if not timed:
            self._without["duty-no-time"].append(place)
        if not resulting:
            self._without["duty-no-output"].append(place)

    def _too_many(self, text: str, actions: dict[str, int]) -> Iterator[Finding]:
        if len(actions) > ACTIONS:
            yield found(self._rules["many-actions"], 0, len(text), word="、".join(actions), count=len(actions))

    def _too_high(self, text: str, actions: dict[str, int]) -> Iterator[Finding]:
        for place in actions.values() if self._level else ():
            yield from self._verb_above(text, place)

    def _too_high_in_prose(self, text: str) -> Iterator[Finding]:
        """The verbs behind 需要 or 负责; each once in a document, since prose repeats itself."""
        for match in _MODAL.finditer(text) if self._level else ():
            verb = self._verbs.at(text, match.end())
            if verb and verb not in self._above and text[match.end() + len(verb) :][:1] not in _NOMINAL:
                for finding in self._verb_above(text, match.end()):
                    self._above.add(verb)
                    yield finding

    def _matter_above(self, text: str) -> Iterator[Finding]:
        """What is decided on by those who lead a department, whatever the verb; each once in a document."""
        if not self._level or self._level == LEVELS[-1]:
            return
        for matter in self._matters:
            for match in matter.finditer(text):
                if match[0] not in self._above:
                    self._above.add(match[0])
                    yield found(self._rules["above-level"], *match.span(), confidence=0.8, word=match[0], lowest=LEVELS[-1])

    def _verb_above(self, text: str, place: int) -> Iterator[Finding]:
        verb = self._verbs.at(text, place)
        lowest = self._verbs.above(verb, self._level) if self._level else None
        if lowest:
            yield found(self._rules["above-level"], place, place + len(verb), word=verb, lowest=lowest)


def _told(text: str) -> tuple[str, str]:
    """Of a duty and what stands below it, what can tell when it is done, and what comes of it: 标准 and 协作 tell neither."""
    duty, _, below = text.partition("\n")
    when, what = [duty], [duty]
    for part in below.replace("\n", "·").split("·") if "·" in below else _PARTS.split(below):
        label, colon, _ = part.strip().partition("：")
        if not colon or len(label) > _LONGEST_LABEL:
            when.append(part)
            what.append(part)
        elif any(word in label for word in _TIME):
            when.append(part)
        elif any(word in label for word in _RESULT):
            what.append(part)
    return "\n".join(when), "\n".join(what)


def _apart(findings: list[Finding]) -> list[Finding]:
    """The findings without those that begin where an earlier one does."""
    return list({finding.start: finding for finding in reversed(findings)}.values())
