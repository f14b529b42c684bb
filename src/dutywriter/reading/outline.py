"""Which part of a document a line stands in, by the headings before it."""

from dutywriter.reading.parts import CLEAR, exact, part_of
from dutywriter.text.pattern import Pattern

SECTION, SUBSECTION, NAMED, CAPTION = 2, 3, 7, 8
"""How deep headings stand that no # tells: 一、, （一）, 任职要求：, and what heads a list within a part."""

_HEAD = 20_000
_REQUIREMENTS = ("任职要求", "任职资格", "任职条件", "岗位要求", "职位要求", "招聘要求", "应聘要求", "资格要求", "任职资质")
_TITLE = Pattern(
    r"说明书|说明$|职责|招聘|诚聘|招募|急聘|清单|附件|要求$"
    r"|(?:专员|主管|经理|总监|助理|主播|编辑|运营|工程师|设计师|负责人|代表|顾问|实习生|策划|客服|文案|店长|岗|师|员|BD)"
    r"(?:[（(\[【/\-—].{0,30})?$"
)
_LONGEST_TITLE = 40


class Outline:
    """Takes the headings of a document in order; `part` is the part in which the next line stands, `number` counts parts."""

    def __init__(self, text: str) -> None:
        head = text[:_HEAD]
        self.part, self.number = "", 0
        self.begun = False
        self._above: list[tuple[int, str]] = []
        self._of_duties = self._known = False
        self._seeks = any(name in head for name in _REQUIREMENTS) or "要求：" in head or "要求:" in head

    @property
    def divided(self) -> bool:
        """Whether a heading stands above."""
        return bool(self._above)

    def is_title(self, text: str) -> bool:
        """Whether a line that nothing marks, the first of a text, reads as the name of a document or of a post."""
        if len(text) > _LONGEST_TITLE or any(sign in text for sign in "。；;，：:！？"):
            return False
        return exact(text) is None and _TITLE.search(text) is not None

    def title(self, text: str) -> None:
        """The document is called so."""
        self.begun = True
        self.part = ""
        self._of_duties = "职责" in text

    def heading(self, text: str, depth: int, part: str | None = None) -> None:
        """A heading, of a `part` where that is known; a part begins, unless it divides the part above it."""
        self.begun = True
        key = part_of(text) if part is None else part
        if key is None and depth in (SECTION, SUBSECTION) and self._above and self._above[0][0] == NAMED:
            depth = CAPTION  # 一、 below 岗位职责： divides it
        while self._above and self._above[-1][0] >= depth:
            self._above.pop()
        above_depth, above = self._above[-1] if self._above else (0, "")
        if above and above_depth > 1 and not _wins(key, above):
            key = above
        else:
            key = self._unknown(above, depth) if key is None else key
            self.number += 1
        self._known = self._known or bool(key)
        self._above.append((depth, key))
        self.part = key

    def item(self) -> None:
        """An item before any heading: in a text about duties, or one that goes on with requirements, it is a duty."""
        if not self.part and not self._above and (self._seeks or self._of_duties):
            self.part = "duties"

    def _unknown(self, above: str, depth: int) -> str:
        """What a heading begins that nobody knows: what it divides, or duties, where the text is about them."""
        if above or depth == CAPTION:
            return above
        return "duties" if self._of_duties or (self._seeks and not self._known) else ""


def _wins(key: str | None, above: str) -> bool:
    """Whether the name of a heading says more than the part it stands in: duties are grouped under names of every sort."""
    if key is None or above in (key, "onsite"):
        return False
    return key in CLEAR or above not in ("duties", "requirements")
