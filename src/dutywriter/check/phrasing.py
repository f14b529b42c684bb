"""Words of rules in foreign texts: found by the pairs of characters that they begin with, silenced by longer words around them."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from dutywriter.catalogue.model import Catalogue
from dutywriter.catalogue.rules import Rule
from dutywriter.check.finding import LONGEST_KNOWN, MOST_KNOWN
from dutywriter.reading.source import Segment
from dutywriter.text.pairs import Pairs, pairs_of
from dutywriter.text.pattern import Pattern

_NUMERALS = "一二三四五六七八九十两半"
_QUANTITY = Pattern(
    rf"(?<![A-Za-z\d双])(?!618(?!\d))\d+(?![\dA-Za-z]*[A-Za-z])|[{_NUMERALS}百]+\s*个?(?:秒|分钟|小时|工作日|天|日|周|月|季|年|次|条|项|人|家|成|倍|份)"
    r"|[每当][日天周月季年次场单]|[次隔][日周月]|[日周旬月季年][初中底末]|T\+\d",
    f"0123456789{_NUMERALS}百每当次隔初中底末",
)
_LIMIT = Pattern(
    rf"[\d{_NUMERALS}]+\s*个?(?:秒|分钟|小时|工作日|天|日|周|月)[之以]?[内前]|不(?:超过|低于|少于|高于|晚于)\s?[\d{_NUMERALS}]|\d%",
    "内前不%",
)
_MARKS = "，。；：！？,;!?\n"
_PHRASE_END = Pattern(f"[{_MARKS}]")
_FAR = 80
"""Characters beyond which nothing is looked for around a word: no phrase is as long."""


class Word(Struct, frozen=True):
    """A word of a rule in a text (half open)."""

    rule: Rule
    start: int
    end: int


class Words:
    """The words of some rules, and what each is silenced by: the rule's own `unless`, names of metrics, other words around it."""

    def __init__(self, rules: Iterable[Rule], catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._beginning: dict[int, list[tuple[Rule, str]]] = {}
        self._single: list[tuple[Rule, str]] = []
        for rule in rules:
            for word in rule.words:
                pairs = pairs_of(word[:2])
                if pairs:
                    self._beginning.setdefault(min(pairs), []).append((rule, word))
                elif word:
                    self._single.append((rule, word))
        self._pairs = frozenset(self._beginning)
        self._around: dict[tuple[str, str], list[tuple[str, int]]] = {}
        self._known: dict[str, list[Word]] = {}

    def of(self, segment: Segment) -> list[Word]:
        """Every word in the text of a segment, in order of place."""
        text = segment.text
        known = self._known.get(text)
        if known is None:
            known = self._found(text, segment.pairs)
            if len(text) <= LONGEST_KNOWN and len(self._known) < MOST_KNOWN:
                self._known[text] = known
        return known

    def _found(self, text: str, pairs: Pairs) -> list[Word]:
        if self._pairs.isdisjoint(pairs) and not self._single:
            return []
        words = [self._single, *(self._beginning[pair] for pair in self._pairs & pairs)]
        found = [word for some in words for word in self._of(some, text)]
        return list(_outer(sorted(found, key=lambda word: (word.start, -word.end))))

    def _of(self, words: list[tuple[Rule, str]], text: str) -> Iterator[Word]:
        for rule, word in words:
            start = text.find(word)
            while start >= 0:
                if not self._silenced(rule, word, text, start):
                    yield Word(rule, start, start + len(word))
                start = text.find(word, start + len(word))

    def _silenced(self, rule: Rule, word: str, text: str, start: int) -> bool:
        key = rule.name, word
        around = self._around.get(key)
        if around is None:
            around = self._around[key] = [*_holding(word, "\n".join(rule.unless)), *_holding(word, self._metrics)]
        return any(place <= start and text.startswith(name, start - place) for name, place in around)

    @cached_property
    def _metrics(self) -> str:
        """The names of all metrics, one a line."""
        return "\n".join(name for metric in self._catalogue.metrics for name in (metric.name, *metric.aliases))


def _holding(word: str, names: str) -> Iterator[tuple[str, int]]:
    """Every one of `names` (one a line) that holds a word, and where in it the word stands."""
    place = names.find(word)
    while place >= 0:
        start, end = names.rfind("\n", 0, place) + 1, names.find("\n", place)
        yield names[start : end if end >= 0 else len(names)], place - start
        place = names.find(word, place + 1)


def _outer(words: list[Word]) -> Iterator[Word]:
    """The words that do not lie within a longer one."""
    longest = (0, 0)
    for word in words:
        if word.end > longest[1] or (word.start, word.end) == longest:
            yield word
        if word.end > longest[1]:
            longest = word.start, word.end


def quantified(text: str, word: Word) -> bool:
    """Whether a number, a date or a frequency stands in the phrase around a word, or a limit in the one behind it."""
    nearest = max(0, word.start - _FAR)
    start = 1 + max(text.rfind(mark, nearest, word.start) for mark in _MARKS)
    furthest = min(len(text), word.end + _FAR)
    end = _end(text, word.end, furthest)
    if _QUANTITY.search(text[max(start, nearest) : end]):
        return True
    return end < furthest and _LIMIT.search(text[end : _end(text, end + 1, furthest)]) is not None


def _end(text: str, start: int, furthest: int) -> int:
    """Where the phrase ends that goes on at `start`."""
    found = _PHRASE_END.search(text[start:furthest])
    return start + found.start() if found else furthest
