"""Rules 4xx: blanks, punctuation, stray characters, and placeholders that nobody filled."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dutywriter.catalogue.model import Catalogue
from dutywriter.check import marks
from dutywriter.check.finding import Finding, found
from dutywriter.check.latin import numbers, unspaced
from dutywriter.check.spot import Spot, Stretch
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment

_MARKS = frozenset("，。、；：！？（）【】《》")
_BLANKS = frozenset(" \xa0")
_INVISIBLE = frozenset("\u200b\u200c\u2060\ufeff\u00ad")
_WIDE = frozenset(map(chr, (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))))
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DIGITS = frozenset("0123456789")
_OPEN = "【待填："
_LOOKED_AT = _BLANKS | _INVISIBLE | _WIDE | _LATIN | _DIGITS | marks.HALF_WIDTH | marks.HALF_BRACKETS | marks.PAIRED
"""A text with none of these is nearly all Chinese: but for a mark written twice nothing can be amiss."""
_MOST_NUMBERS = 1000
_LEAST_SPACED = 3
_NEAR = 2
_OPENINGS = {"”": "“", "）": "（(", ")": "（(", "》": "《", "】": "【", "」": "「"}
"""What each closing sign closes."""


class Typography:
    """The family of these rules for one document."""

    def __init__(self, about: About, catalogue: Catalogue) -> None:
        self._about = about
        rules = {rule.name: rule for rule in catalogue.rules.rules}
        self._space, self._mark = rules["cjk-latin-space"], rules["halfwidth-punctuation"]
        self._bracket, self._stray = rules["halfwidth-bracket"], rules["stray-character"]
        self._unpaired, self._placeholder = rules["unpaired"], rules["placeholder-left"]
        self._spaced = self._touching = 0
        self._numbers: list[Finding] = []
        self._late: list[Finding] = []
        self._waiting: dict[str, tuple[Finding, Segment]] = {}

    def of(self, segment: Segment) -> Iterable[Finding]:
        """What is found in one segment; places are within its text."""
        text = segment.text
        if _LOOKED_AT.isdisjoint(text) and not any(map(text.__contains__, marks.DOUBLED)):
            return ()
        return self._of(Stretch(segment))

    def at_end(self) -> Iterable[Finding]:
        """What only the whole document shows; places are within the source."""
        yield from self._late
        yield from (finding for finding, _ in self._waiting.values())
        if self._spaced >= _LEAST_SPACED and self._spaced > self._touching:
            yield from self._numbers

    def _of(self, stretch: Stretch) -> Iterator[Finding]:
        if stretch.has(_LATIN):
            yield from (found(self._space, spot.start, spot.end, fix=spot.fix, word=spot.word) for spot in unspaced(stretch))
        if stretch.has(_DIGITS):
            self._count(stretch)
        if stretch.has(marks.HALF_WIDTH):
            yield from (found(self._mark, spot.start, spot.end, fix=spot.fix, word=spot.word) for spot in marks.half_width(stretch))
        if stretch.has(marks.HALF_BRACKETS):
            yield from (found(self._bracket, spot.start, spot.end, fix=spot.fix) for spot in marks.half_brackets(stretch))
        yield from (found(self._stray, spot.start, spot.end, fix=spot.fix, what=spot.word) for spot in _stray(stretch))
        if stretch.has(marks.PAIRED):
            yield from self._pairs(stretch)
        if _OPEN in stretch.text:
            yield from (found(self._placeholder, *span, word=stretch.text[slice(*span)]) for span in _placeholders(stretch.text))

    def _count(self, stretch: Stretch) -> None:
        """Keeps the numbers without blanks: they are told where most of the document's have some."""
        for spot, spaced in numbers(stretch):
            if spaced:
                self._spaced += 1
                continue
            self._touching += 1
            if self._touching <= _MOST_NUMBERS:
                self._numbers.append(
                    _placed(found(self._space, spot.start, spot.end, fix=spot.fix, word=spot.word), stretch.segment)
                )

    def _pairs(self, stretch: Stretch) -> Iterator[Finding]:
        """What has no other half; a line's last opening waits for the next one, since a paragraph may be several lines."""
        segment = stretch.segment
        waiting, self._waiting = self._waiting, {}
        for spot in marks.unpaired(stretch):
            finding = found(self._unpaired, spot.start, spot.end, word=spot.word)
            if spot.word not in _OPENINGS and segment.kind != "cell":
                self._waiting[spot.word] = _placed(finding, segment), segment
            elif not _closes(waiting, spot.word, segment):
                yield finding
        self._late += [finding for finding, _ in waiting.values()]


def _stray(stretch: Stretch) -> Iterator[Spot]:
    if stretch.has(_WIDE):
        yield from marks.wide(stretch)
    if stretch.has(_INVISIBLE):
        yield from marks.invisible(stretch)
    if stretch.has(_MARKS):
        yield from marks.doubled(stretch)
        if stretch.has(_BLANKS):
            yield from marks.blanks(stretch)


def _closes(waiting: dict[str, tuple[Finding, Segment]], sign: str, segment: Segment) -> bool:
    """Whether a sign closes what the line before opened."""
    for opening in _OPENINGS.get(sign, ""):
        if opening in waiting:
            before = waiting[opening][1]
            near = segment.start - before.place(len(before.text) - 1) <= _NEAR
            if near or before.kind == segment.kind == "paragraph":
                del waiting[opening]
                return True
    return False


def _placed(finding: Finding, segment: Segment) -> Finding:
    return replace(finding, start=segment.place(finding.start), end=segment.place(finding.end - 1) + 1)


def _placeholders(text: str) -> Iterator[tuple[int, int]]:
    start = text.find(_OPEN)
    while start >= 0:
        end = text.find("】", start) + 1
        if not end:
            return
        yield start, end
        start = text.find(_OPEN, end)
