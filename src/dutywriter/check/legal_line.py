"""A line as the law rules read it: folded, without the blanks around numbers, in sentences and phrases."""

from collections.abc import Iterator
from functools import cached_property

from dutywriter.check.tagging import Tagger
from dutywriter.text.clauses import Span, around, phrases
from dutywriter.text.folded import folded
from dutywriter.text.pattern import Pattern, marked

LONGEST = 240
"""Longer sentences are cut, so that looking around a place costs the same however long a line is."""
_BLANKS = Pattern(
    r"(?<=\d) +(?=[-~/周岁后年元天个月小时至到以之斤公厘米人名位万])|(?<=[-~:]) +(?=\d)|(?<=[至到第满过超]) +(?=\d)", " "
)
_BETWEEN_CLAUSES = ",;·"
_BREAK = Pattern(r"[;。!?\n]+|\s+(?=[(（]?\d{1,2}[.、)][^\d])|(?=(?:任职|岗位|职位|应聘|招聘)(?:要求|资格|条件)\s?:)")
"""What parts sentences: their signs, and in a posting run into one line the number or the heading of the next."""


class Line:
    """A piece of writing as it is searched; `original` leads back to where a character stood."""

    def __init__(self, text: str) -> None:
        self._kept: list[int] | None = None
        self.text = folded(text)
        blanks = [match.span() for match in _BLANKS.finditer(self.text)]
        if blanks:
            self._leave_out(blanks)

    def _leave_out(self, blanks: list[Span]) -> None:
        """Read on without these blanks."""
        kept, last = list[int](), 0
        for start, end in blanks:
            kept += range(last, start)
            last = end
        kept += range(last, len(self.text))
        self.text = "".join([self.text[place] for place in kept])
        self._kept = kept

    def sentences(self) -> "Iterator[Sentence]":
        """Every sentence; one longer than LONGEST in pieces."""
        start = 0
        for match in _BREAK.finditer(self.text):
            yield from self._pieces(start, match.start())
            start = match.end()
        yield from self._pieces(start, len(self.text))

    def _pieces(self, start: int, end: int) -> "Iterator[Sentence]":
        for place in range(start, end, LONGEST):
            yield Sentence(self.text[place : min(place + LONGEST, end)], place)

    def original(self, sentence: "Sentence", start: int, end: int) -> Span:
        """Where a span of a sentence stood before blanks were left out."""
        start, end = start + sentence.start, end + sentence.start
        return (self._kept[start], self._kept[end - 1] + 1) if self._kept else (start, end)


class Sentence:
    """A sentence of a line, and where in the line it begins."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self._words = ""
        self._tagged: Sentence | None = None

    @cached_property
    def marked(self) -> str:
        """The text with 0 for every digit."""
        return marked(self.text)

    @cached_property
    def cues(self) -> str:
        """The text as cues are written: with every digit as 0, and as it is."""
        return f"{self.marked}\n{self.text}"

    def words(self, tagger: Tagger) -> str:
        """The text with its words as tags, before tags are joined; made once."""
        self._words = self._words or tagger.words(self.text)
        return self._words

    def tagged(self, tagger: Tagger) -> "Sentence":
        """The sentence with its words as tags; made once."""
        if self._tagged is None:
            self._tagged = Sentence(tagger.chunked(self.words(tagger), self.text), self.start)
        return self._tagged

    @cached_property
    def _phrases(self) -> tuple[Span, ...]:
        return phrases(self.text)

    def clause(self, place: int) -> int:
        """Where the clause begins in which that place is."""
        return max(self.text.rfind(sign, 0, place) for sign in _BETWEEN_CLAUSES) + 1

    def phrase(self, start: int, end: int) -> str:
        """All that stands between the commas around a span."""
        before, after = around(self._phrases, start), around(self._phrases, end - 1)
        return self.text[min(before[0], start) : max(after[1], end)]
