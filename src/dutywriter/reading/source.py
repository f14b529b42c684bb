"""A text as it stands in a file, and what stands where in it."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property
from operator import itemgetter
from typing import Literal

from msgspec import Struct

from dutywriter.text.pairs import Pairs, pairs_of

Form = Literal["markdown", "text", "word"]
_LINE_END = re.compile(r"\r\n|[\n\r]")


class Mark(Struct, frozen=True):
    """What Word knows of a paragraph: its place in a table, how deep it stands as a heading, that it is an item, bold …."""

    sort: Literal["title", "heading", "caption", "item", "detail", "quote", "cell", "bold"]
    depth: int = 0
    column: str = ""
    row: int = 0


class Source(Struct, dict=True):
    """The characters of a file, decoded and not changed. Of a Word file: its paragraphs and table cells, one a line.

    `marks` is what Word knows of its lines, by their numbers from 0.
    """

    text: str
    form: Form = "markdown"
    marks: Mapping[int, Mark] = {}

    def position(self, offset: int) -> tuple[int, int]:
        """The line (of Word: the paragraph) and the column of a character, both counted from 1 in code points."""
        starts = self._starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def span(self, line: int) -> tuple[int, int] | None:
        """Where that line begins and ends, without its line end; None where there is no such line."""
        starts = self._starts()
        if not 1 <= line <= len(starts):
            return None
        if line == len(starts):
            return starts[-1], len(self.text)
        end = starts[line] - 1
        return starts[line - 1], end - 1 if self.text[end - 1 : end + 1] == "\r\n" else end

    def _starts(self) -> list[int]:
        if "starts" not in self.__dict__:
            self.__dict__["starts"] = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        starts: list[int] = self.__dict__["starts"]
        return starts


class Segment(Struct, frozen=True, dict=True):
    """One piece of writing: a heading, an item of a list, a line of a paragraph, a cell of a table, what stands below a duty.

    `text` is what people read, `start` where it begins in the source, and `cuts` the markup left out of it: (place in `text`,
    characters left out before it, those of earlier cuts among them). `part` is what the part is about ("" unknown; the keys of
    reading/parts.py), `number` tells one part from the next. `column` is the heading over a cell, `row` the number of its row
    (0: a column's heading itself, or no cell); `depth` the level of a heading.
    """

    kind: Literal["title", "heading", "item", "paragraph", "cell", "detail", "quote"]
    text: str
    start: int
    part: str = ""
    number: int = 0
    cuts: tuple[tuple[int, int], ...] = ()
    column: str = ""
    row: int = 0
    depth: int = 0

    @cached_property
    def pairs(self) -> Pairs:
        """Every two characters of the text that stand side by side."""
        return pairs_of(self.text)

    def place(self, offset: int) -> int:
        """Where in the source the character at `offset` of `text` stands."""
        if not self.cuts:
            return self.start + offset
        before = bisect_right(self.cuts, offset, key=itemgetter(0))
        return self.start + offset + (self.cuts[before - 1][1] if before else 0)
