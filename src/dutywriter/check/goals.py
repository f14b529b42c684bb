"""DW201 and DW202: whether each goal can be measured, and by when it is to be reached."""

from collections.abc import Iterator

from dutywriter.catalogue.rules import Rule
from dutywriter.check.amounts import has_deadline, has_number, is_bare_number
from dutywriter.check.finding import Finding, found
from dutywriter.check.rows import Line, Lines, Row, Rows
from dutywriter.reading.source import Segment
from dutywriter.text.pattern import Pattern

_NOT_VALUES = (
    "序号",
    "编号",
    "现状",
    "当前",
    "基线",
    "期限",
    "时间",
    "截止",
    "日期",
    "周期",
    "来源",
    "权重",
    "责任",
    "负责",
    "备注",
    "单位",
)
_DATES = ("期限", "时间", "截止", "日期", "周期", "节点", "时限", "完成日", "达成日")
_UNITLESS = ("数", "量", "比", "次", "分", "额", "ROI", "NPS", "值", "价")
_STATED = Pattern(r"提[高升]|增[加长]|降低|下降|减少|缩短|达到|达成|实现|完成|保持|控制|突破|新增|目标")
_SHORTEST = 4
_BLANK = "-—–－/无\u3000 "


class Goals:
    """Reads the goals of one document, in tables and in lines."""

    def __init__(self, rules: dict[str, Rule]) -> None:
        self._measurable, self._deadline = rules["goal-not-measurable"], rules["goal-no-deadline"]
        self._rows, self._lines = Rows(), Lines()
        self._number = -1
        self._dated = False
        self._vague_prose = False
        self._told: list[Finding] = []

    def of(self, segment: Segment | None) -> None:
        """One segment of the goals, None at their end."""
        row, line = self._rows.of(segment), self._lines.of(segment)
        if row:
            self._read_row(row)
        if line:
            self._read_line(line)
        if segment is None:
            return
        if segment.number != self._number:
            self._number, self._dated = segment.number, False
        if segment.kind in {"heading", "title"}:
            self._dated = self._dated or has_deadline(segment.text)

    def at_end(self) -> Iterator[Finding]:
        """What every goal lacks; places are within the source."""
        self.of(None)
        yield from self._told

    def _read_line(self, line: Line) -> None:
        text = line.text
        if text.endswith(("：", ":")) or "如下" in text:
            self._dated = self._dated or has_deadline(text)
        elif len(text) < _SHORTEST or not (line.listed or _STATED.search(text)):
            return
        elif not has_number(text):
            if line.listed or not self._vague_prose:
                self._told.append(found(self._measurable, *line.place, lack="数字"))
            self._vague_prose = self._vague_prose or not line.listed
        elif not (self._dated or has_deadline(text)):
            self._told.append(found(self._deadline, *line.place))

    def _read_row(self, row: Row) -> None:
        values = [(heading, text) for heading, text in row.cells.items() if not any(word in heading for word in _NOT_VALUES)]
        if not any(text.strip(_BLANK) for _, text in values):
            return
        if not any(has_number(text) for _, text in values):
            self._told.append(found(self._measurable, *row.place, lack="数字"))
        elif self._lacks_unit(row, values):
            self._told.append(found(self._measurable, *row.place, lack="单位"))
        said = (*row.cells.values(), *(heading for heading in row.headings if not any(word in heading for word in _DATES)))
        dated = row.under(*_DATES).strip(_BLANK) or any(map(has_deadline, said))
        if not (dated or self._dated):
            self._told.append(found(self._deadline, *row.place))

    @staticmethod
    def _lacks_unit(row: Row, values: list[tuple[str, str]]) -> bool:
        """Whether a number stands alone, under a heading and beside a name that say nothing of its unit either."""
        if row.under("单位").strip(_BLANK) or any(sign in heading for heading in row.headings for sign in "（(%％"):
            return False
        numbers = [text for _, text in values if has_number(text)]
        names = [text for _, text in values if not has_number(text)]
        counted = any(name.rstrip("）)").endswith(_UNITLESS) for name in names)
        return bool(names) and not counted and all(is_bare_number(text) for text in numbers)
