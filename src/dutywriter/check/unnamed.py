"""DW207 and DW208: partners and tools that are mentioned without a name."""

from collections.abc import Iterator

from dutywriter.catalogue.rules import Rule, Trigger
from dutywriter.check.finding import Finding, found
from dutywriter.reading.source import Segment
from dutywriter.text.pattern import Pattern

_ENDS = "。；;！!？?\n"
_AROUND = 80


class Unnamed:
    """Finds in a segment what one of the rules' triggers names, unless a name stands in the same sentence."""

    def __init__(self, *rules: Rule) -> None:
        self._triggers = [_Unnamed(rule, trigger) for rule in rules for trigger in rule.triggers]

    def of(self, segment: Segment) -> Iterator[Finding]:
        """At most one finding of a trigger in a sentence."""
        for trigger in self._triggers:
            yield from trigger.of(segment)


class _Unnamed:
    def __init__(self, rule: Rule, trigger: Trigger) -> None:
        self._rule, self._confidence = rule, trigger.confidence
        self._parts = frozenset(trigger.parts)
        self._find, self._name = Pattern(trigger.find), Pattern(trigger.unless)

    def of(self, segment: Segment) -> Iterator[Finding]:
        text = segment.text
        if self._parts and segment.part not in self._parts:
            return
        match = self._find.search(text)
        while match:
            start, end = _sentence(text, *match.span())
            if not self._name.search(text, start, end):
                yield found(self._rule, *match.span(), confidence=self._confidence, word=match[0])
            match = self._find.search(text, end)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a place, no further than a name would stand from it."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    begin = max((text.rfind(sign, first, start) for sign in _ENDS), default=-1) + 1
    stops = [place for sign in _ENDS if (place := text.find(sign, end, last)) >= 0]
    return max(begin, first), min(stops, default=last)
