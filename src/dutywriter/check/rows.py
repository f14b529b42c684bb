"""The rows of tables, cell by cell as they come."""

from msgspec import Struct

from dutywriter.reading.source import Segment

Place = tuple[int, int]


class Row(Struct, frozen=True):
    """A row of a table: the text under each heading, and from where to where it stands in the source."""

    table: int
    cells: dict[str, str]
    place: Place

    def under(self, *words: str, without: str = "") -> str:
        """The first text under a heading that holds one of the words, but not `without`; empty where there is none."""
        return next((text for heading, text in self.cells.items() if is_headed(heading, words, without)), "")

    def has(self, *words: str, without: str = "") -> bool:
        """Whether there is such a heading."""
        return any(is_headed(heading, words, without) for heading in self.cells)


class Rows:
    """Puts cells together; give it every segment of a part, and `None` at the end."""

    def __init__(self) -> None:
        self._key = (0, 0)
        self._cells: dict[str, str] = {}
        self._place = (0, 0)

    def of(self, segment: Segment | None) -> Row | None:
        """The row that is complete now that this segment has come."""
        if segment is not None and segment.kind == "cell" and self._cells and self._key == (segment.number, segment.row):
            self._cells[segment.column] = segment.text
            self._place = (self._place[0], place_of(segment)[1])
            return None
        done = Row(self._key[0], self._cells, self._place) if self._cells else None
        self._cells = {}
        if segment is not None and segment.kind == "cell":
            self._key = (segment.number, segment.row)
            self._cells = {segment.column: segment.text}
            self._place = place_of(segment)
        return done


def is_headed(heading: str, words: tuple[str, ...], without: str = "") -> bool:
    """Whether the heading of a column holds one of the words, but not `without`."""
    return any(word in heading for word in words) and not (without and without in heading)


def place_of(segment: Segment) -> Place:
    """From where to where the segment stands in the source."""
    return segment.place(0), segment.place(len(segment.text) - 1) + 1
