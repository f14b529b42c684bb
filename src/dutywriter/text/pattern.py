"""Patterns that cost nothing until a text comes that they may match."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct

from dutywriter.text.compiled import compiled

Group = tuple[str, ...]
"""Words of which a text holds at least one."""
DIGIT = "0"
"""In such words: any digit."""
DIGITS = str.maketrans("123456789１２３４５６７８９０", DIGIT * 19)
"""What `marked` makes of each digit."""


def marked(text: str) -> str:
    """`text` with DIGIT for every digit."""
    return text.translate(DIGITS)


class Needs(Struct, frozen=True, array_like=True):
    """What a text holds wherever an expression matches: of each group of `in_order` one word, one behind the other.

    `quick` are groups that are worth a first look, since they are short or rare and have no digits. `digits` tells whether any of
    the others has: then a text is marked before they are looked for. Digits of other scripts than ours are not looked for.
    """

    quick: tuple[Group, ...] = ()
    in_order: tuple[Group, ...] = ()
    digits: bool = False

    def may_be_in(self, text: str) -> bool:
        """Whether a word of each of the quick groups stands in the text."""
        holds = text.__contains__
        return all(any(map(holds, group)) for group in self.quick)

    def are_in(self, text: str) -> bool:
        """Whether every group has its word in the text, in order."""
        place = 0
        for group in self.in_order:
            ends = [start + len(word) for word in group if (start := text.find(word, place)) >= 0]
            if not ends:
                return False
            place = min(ends)
        return True


NOTHING_NEEDED = Needs()


class Pattern:
    """A regular expression that is compiled for the first text that holds one of the characters of `cue` and what `needs` says.

    They stand in every text that it matches, so that a text without them has no match; where they are empty they say nothing.
    """

    def __init__(self, source: str, cue: str = "", needs: Needs = NOTHING_NEEDED) -> None:
        self.source = source
        self.cue = cue
        self.needs = needs

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as `re` has it, for a text of which it is known that it may match."""
        return compiled(self.source)

    def may_match(self, text: str) -> bool:
        """Whether a text, its digits marked where that matters, holds all that the expression needs, in order.

        That is looked for until the expression is compiled; from then on it is quicker to try it.
        """
        return self._is_compiled or self.needs.are_in(text)

    @property
    def _is_compiled(self) -> bool:
        return "compiled" in self.__dict__

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match within the span, as `re` has it."""
        return self.compiled.search(text, start, len(text) if end is None else end) if self._may_be_in(text) else None

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match at the beginning of the span."""
        return self.compiled.match(text, start, len(text) if end is None else end) if self._may_be_in(text) else None

    def fullmatch(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match of the whole span."""
        return self.compiled.fullmatch(text, start, len(text) if end is None else end) if self._may_be_in(text) else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match within the span, from left to right."""
        return self.compiled.finditer(text, start, len(text) if end is None else end) if self._may_be_in(text) else iter(())

    def sub(self, replacement: Callable[[re.Match[str]], str], text: str) -> str:
        """`text` with what `replacement` makes of each match in its place."""
        return self.compiled.sub(replacement, text) if self._may_be_in(text) else text

    def _may_be_in(self, text: str) -> bool:
        if self.cue and not any(map(text.__contains__, self.cue)):
            return False
        return not self.needs.in_order or self._holds_needed(text)

    def _holds_needed(self, text: str) -> bool:
        needs = self.needs
        if not needs.may_be_in(text):
            return False
        return self._is_compiled or needs.are_in(marked(text) if needs.digits else text)
