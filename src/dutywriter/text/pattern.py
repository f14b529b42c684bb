"""Patterns that cost nothing until a text comes that they may match."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

Literals = tuple[tuple[str, ...], ...]
"""Groups of words: of each group a text holds at least one where an expression matches."""


class Pattern:
    """A regular expression that is compiled for the first text that holds one of the characters of `cue` and what `words` says.

    They stand in every text that it matches, so that a text without them has no match; where they are empty they say nothing.
    """

    def __init__(self, source: str, cue: str = "", words: Literals = ()) -> None:
        self.source = source
        self.cue = frozenset(cue)
        self.words = words

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match within the span, as `re` has it."""
        return self._compiled.search(text, start, len(text) if end is None else end) if self._may_match(text) else None

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match at the beginning of the span."""
        return self._compiled.match(text, start, len(text) if end is None else end) if self._may_match(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match of the whole span."""
        return self._compiled.fullmatch(text, start, len(text) if end is None else end) if self._may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match within the span, from left to right."""
        return self._compiled.finditer(text, start, len(text) if end is None else end) if self._may_match(text) else iter(())

    def sub(self, replacement: Callable[[re.Match[str]], str], text: str) -> str:
        """`text` with what `replacement` makes of each match in its place."""
        return self._compiled.sub(replacement, text) if self._may_match(text) else text

    def _may_match(self, text: str) -> bool:
        if self.cue and self.cue.isdisjoint(text):
            return False
        return not self.words or all(any(map(text.__contains__, group)) for group in self.words)
