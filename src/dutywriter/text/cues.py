"""Which of many things a text may be about, by short words: one look for all of them, before any pattern of theirs is tried."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from dutywriter.text.folded import FOLDS
from dutywriter.text.pairs import Pairs

_TABLE = FOLDS | {ord(digit): "0" for digit in "123456789１２３４５６７８９０"}


class Cues:
    """Things by place, each with its words: folded, with 0 for any digit, or as they stand in a text (996)."""

    def __init__(self, things: Iterable[Iterable[str]]) -> None:
        self._alone: dict[str, list[int]] = defaultdict(list)
        openings: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for place, words in enumerate(things):
            for word in words:
                if len(word) == 1:
                    self._alone[word].append(place)
                else:
                    openings[_marked(word[:2])].append((word, place))
        self._words = _by_pair(openings)
        self._pairs = frozenset(self._words)
        self._find_alone = re.compile(f"[{re.escape(''.join(chr(form) for word in self._alone for form in _forms(word)))}]").findall

    def of(self, text: str, pairs: Pairs) -> set[int]:
        """The places of all things of which a word stands in `text`, whose pairs are given, with its blanks or without."""
        found = {place for character in set(self._find_alone(text)) for place in self._alone[_marked(character)]}
        everywhere = ""
        for pair in self._pairs & pairs:
            for word, place in self._words[pair]:
                if place in found:
                    continue
                if word in text:
                    found.add(place)
                elif word[0].isascii() or word[-1].isascii() or not word.isalpha():
                    everywhere = everywhere or _blanked(text)
                    if word in everywhere:
                        found.add(place)
        return found


def _marked(text: str) -> str:
    """`text` folded, and with every digit as 0."""
    return text.translate(_TABLE).lower()


def _blanked(text: str) -> str:
    """`text` folded with its blanks and without."""
    marked = _marked(text)
    return f"{marked}\n{marked.replace(' ', '')}"


def _by_pair(openings: Mapping[str, list[tuple[str, int]]]) -> dict[int, list[tuple[str, int]]]:
    """The words by the pairs with which they may open in a text: in all forms of two characters, a blank between them or not."""
    words: dict[int, list[tuple[str, int]]] = {}
    for opening, opened in openings.items():
        first, second = opening[0], opening[1]
        parted = first.isascii() != second.isascii() or second in "-~"
        blank = (" ", second) if first.isascii() else (first, " ")
        for one, other in ((first, second), blank) if parted else ((first, second),):
            for pair in (head | tail << 16 for head in _forms(one) for tail in _forms(other)):
                words[pair] = words[pair] + opened if pair in words else opened
    return words


@cache
def _forms(character: str) -> tuple[int, ...]:
    """A folded character as a text may hold it: full width, upper case, for 0 any digit."""
    upper = character.upper()
    forms = (character, upper, *_UNFOLDED.get(character, ()), *_UNFOLDED.get(upper, ()))
    return tuple({ord(form) for form in forms if len(form) == 1})


def _unfolded() -> dict[str, list[str]]:
    forms = defaultdict(list)
    for code, read in _TABLE.items():
        forms[read if isinstance(read, str) else chr(read)].append(chr(code))
    return forms


_UNFOLDED = _unfolded()
