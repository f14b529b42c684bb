"""The rows of a Markdown table, as they come."""

from collections.abc import Iterator

from msgspec import Struct

from dutywriter.reading.hidden import BLANKS
from dutywriter.text.pattern import Pattern

_SEPARATOR = Pattern(r"(?:\r\n?|\n)[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*(?=\r|\n|\Z)")
_LONGEST = 2000


class Cell(Struct, frozen=True):
    """A cell: between which places of the text it stands, in which row (0: headings) and the how manieth it is there."""

    start: int
    end: int
    row: int
    place: int


class Grid:
    """Takes line after line; `columns` are the headings of the table it is in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.columns: list[str] = []
        self.row = 0
        self.open = False

    def takes(self, start: int, end: int, *, markdown: bool) -> bool:
        """Whether a line is a row: it begins with |, or holds one in or over the lines of a table."""
        if self.text[start] == "|":
            return True
        held = markdown and self.text.find("|", start, end) >= 0 and (self.open or self._heads(end))
        if not held:
            self.open = False
        return held

    def cells(self, start: int, end: int) -> Iterator[Cell]:
        """The cells of a row; none of the line between the headings and the rest."""
        if not self.open:
            self.open, self.columns = True, []
            self.row = 0 if self._heads(end) else 1
        elif not self.text[start:end].strip("|-: \t"):
            return
        else:
            self.row += 1
        for place, (begin, stop) in enumerate(_between(self.text, start, end)):
            yield Cell(begin, stop, self.row, place)

    def column(self, place: int) -> str:
        """The heading over a cell; "" in the row of headings."""
        return self.columns[place] if self.row and place < len(self.columns) else ""

    def _heads(self, end: int) -> bool:
        return _SEPARATOR.match(self.text, end, end + _LONGEST) is not None


def _between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the borders of a row; a border behind a backslash is none."""
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    start += text[start] == "|"
    if end > start and text[end - 1] == "|" and text[end - 2] != "\\":
        end -= 1
    begin = place = start
    while (place := text.find("|", place, end)) >= 0:
        if text[place - 1] != "\\":
            yield begin, place
            begin = place + 1
        place += 1
    yield begin, end
