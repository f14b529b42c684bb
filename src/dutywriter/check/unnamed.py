"""DW207 and DW208: partners and tools that are mentioned without a name."""

from collections.abc import Iterator

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Rule, Trigger
from dutywriter.check.finding import Finding, found
from dutywriter.reading.source import Segment

_TOGETHER = "协作："
_ENDS = "。；;！!？?\n"
_AROUND = 80
_LABEL = 8
_COLUMNS = ("职责", "工作内容", "任务", "协作", "配合", "沟通", "要求", "技能", "工具")


class Unnamed:
    """Finds what the rules' triggers find (their group, where they have one), unless a name stands in that sentence or below it."""

    def __init__(self, book: Rulebook, *rules: Rule) -> None:
        self._triggers = [_Unnamed(rule, trigger, book) for rule in rules for trigger in rule.triggers]
        known = [trigger.words() for trigger in self._triggers]
        self._words = [word for words in known for word in words] if all(known) else []
        self._held: list[tuple[_Unnamed, str, Finding]] = []
        self._named: set[str] = set()
        self._told: list[Finding] = []

    def of(self, segment: Segment) -> None:
        """Keep what is found; what stands below an item may still name it."""
        if self._held:
            below = segment.text if segment.kind == "detail" else ""
            for trigger, sentence, finding in self._held:
                if trigger.is_named(below):
                    self._named.add(sentence)
                elif sentence not in self._named:
                    self._told.append(finding)
            self._held = []
        if not self._words or any(map(segment.text.__contains__, self._words)):
            for trigger in self._triggers:
                self._held += trigger.of(segment)

    def at_end(self) -> Iterator[Finding]:
        """At most one finding of a trigger in a sentence; places are within the source."""
        yield from self._told
        yield from (finding for _, sentence, finding in self._held if sentence not in self._named)


class _Unnamed:
    def __init__(self, rule: Rule, trigger: Trigger, book: Rulebook) -> None:
        self._rule, self._confidence = rule, trigger.confidence
        self._parts = frozenset(trigger.parts)
        self._find, self._name = book.pattern(trigger.find), book.pattern(trigger.unless)

    def words(self) -> tuple[str, ...]:
        """Words one of which stands wherever the trigger fires, where that is known."""
        return next(iter(self._find.needs.quick), ())

    def of(self, segment: Segment) -> Iterator[tuple["_Unnamed", str, Finding]]:
        """Each finding, and the sentence that it stands in."""
        text = segment.text
        match = self._find.search(text) if not self._parts or segment.part in self._parts else None
        if match and _is_aside(segment):
            return
        while match:
            start, end = _sentence(text, *match.span())
            if not self._name.search(text, start, end):
                named = match.lastindex or 0
                place = segment.place(match.start(named)), segment.place(match.end(named) - 1) + 1
                yield self, text[start:end], found(self._rule, *place, confidence=self._confidence, word=match[named])
            match = self._find.search(text, end)

    def is_named(self, below: str) -> bool:
        """Whether what stands below an item names it."""
        return _TOGETHER in below or (below != "" and self._name.search(below) is not None)


def _is_aside(segment: Segment) -> bool:
    """Whether it is a cell or a labelled line below an item that says neither what to do nor with whom nor with what."""
    if segment.kind == "detail":
        return "：" in segment.text[:_LABEL]
    return segment.kind == "cell" and not any(word in segment.column for word in _COLUMNS)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a place, no further than a name would stand from it."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    begin = max((text.rfind(sign, first, start) for sign in _ENDS), default=-1) + 1
    stops = [place for sign in _ENDS if (place := text.find(sign, end, last)) >= 0]
    return max(begin, first), min(stops, default=last)
