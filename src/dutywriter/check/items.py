"""What a part's items are like one after the other: how they open, and whether a catch-all is the last."""

from dutywriter.reading.source import Segment


class Row:
    """Items in a row that open alike."""

    def __init__(self) -> None:
        self._opening, self._count = "", 0

    def adds(self, opening: str) -> int:
        """How many items in a row now open so."""
        self._count = self._count + 1 if opening == self._opening else 1
        self._opening = opening
        return self._count


class Catching:
    """Catch-all items (领导交办的其他工作) of a document, and what is wrong with where they stand."""

    def __init__(self) -> None:
        self._found: list[tuple[int, int, str]] = []
        self._before = 0
        self._items = 0
        self._last: tuple[int, int] | None = None

    def item(self, segment: Segment, *, caught: bool) -> None:
        """One more item of the part."""
        if self._last and not caught:
            self._found.append((*self._last, "兜底句后面还有职责：它只能放在最后"))
            self._last = None
        self._items += 1
        if not caught:
            return
        place = segment.start, segment.place(len(segment.text) - 1) + 1
        self._before += 1
        if self._before > 1:
            self._found.append((*place, f"兜底句写了 {self._before} 遍"))
        self._last = place

    def end_part(self) -> None:
        """A part ends: a catch-all that stood alone in it is told."""
        if self._last and self._items == 1:
            self._found.append((*self._last, "只写了兜底句，没有写职责"))
        self._items, self._last = 0, None

    def told(self) -> list[tuple[int, int, str]]:
        """Where (in the source) something is wrong, and what."""
        self.end_part()
        return self._found
