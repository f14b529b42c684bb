"""What stands in several segments put together: the rows of tables, and lines with what stands below them."""

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.reading.source import Segment

Place = tuple[int, int]


class Row(Struct, frozen=True):
    """A row of a table: all headings of the table, the text under those where there is any, and its place in the source."""

    table: int
    headings: tuple[str, ...]
    cells: dict[str, str]
    place: Place

    def under(self, *words: str, without: str = "") -> str:
        """The first text under a heading that holds one of the words, but not `without`; empty where there is none."""
        return next((text for heading, text in self.cells.items() if _is_headed(heading, words, without)), "")

    def has(self, *words: str, without: str = "") -> bool:
        """Whether the table has such a heading."""
        return any(_is_headed(heading, words, without) for heading in self.headings)


class Rows:
    """Give it every segment, and None at the end; it gives a row when it is complete."""

    def __init__(self) -> None:
        self._table = 0
        self._headings: list[str] = []
        self._in_headings = False
        self._row = 0
        self._cells: dict[str, str] = {}
        self._place = (0, 0)

    def of(self, segment: Segment | None) -> Row | None:
        """The row that is complete now that this segment has come."""
        if segment is None or segment.kind != "cell":
            self._in_headings = False
            return self._complete()
        if segment.row == 0:
            done = self._complete()
            self._head(segment.text)
            return done
        self._in_headings = False
        if self._cells and segment.row == self._row:
            self._cells[segment.column] = segment.text
            self._place = (self._place[0], place_of(segment)[1])
            return None
        done = self._complete()
        self._row, self._cells, self._place = segment.row, {segment.column: segment.text}, place_of(segment)
        return done

    def _head(self, text: str) -> None:
        if not self._in_headings:
            self._table += 1
            self._headings = []
            self._in_headings = True
        self._headings.append(text)

    def _complete(self) -> Row | None:
        if not self._cells:
            return None
        done = Row(self._table, tuple(self._headings), self._cells, self._place)
        self._cells = {}
        return done


class Line(Struct, frozen=True):
    """An item of a list, or a line of prose, with all that stands below it; its place is that of the line itself."""

    text: str
    place: Place
    number: int
    listed: bool


class Lines:
    """Give it every segment, and None at the end; it gives a line when it is complete."""

    def __init__(self) -> None:
        self._line: Line | None = None

    def of(self, segment: Segment | None) -> Line | None:
        """The line that is complete now that this segment has come."""
        if segment is not None and segment.kind == "detail" and self._line:
            self._line = replace(self._line, text=f"{self._line.text}\n{segment.text}")
            return None
        done, self._line = self._line, None
        if segment is not None and segment.kind in {"item", "paragraph"}:
            self._line = Line(segment.text, place_of(segment), segment.number, segment.kind == "item")
        return done


def place_of(segment: Segment) -> Place:
    """From where to where the segment stands in the source."""
    return segment.place(0), segment.place(len(segment.text) - 1) + 1


def _is_headed(heading: str, words: tuple[str, ...], without: str) -> bool:
    return any(word in heading for word in words) and not (without and without in heading)
