"""Which of many things a text may be about, by short words: one look for all of them, before any pattern of theirs is tried."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from dutywriter.text.folded import FOLDS
from dutywriter.text.pairs import Pairs, pairs_of

_TABLE = FOLDS | {ord(digit): "0" for digit in "123456789１２３４５６７８９０"}


class Cues:
    """Things by place, each with its words: folded, with 0 for any digit, or as they stand in a text (996)."""

    def __init__(self, things: Iterable[Iterable[str]]) -> None:
        self._words: dict[int, list[tuple[str, int]]] = defaultdict(list)
        self._alone: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(things):
            for word in words:
                if len(word) == 1:
                    self._alone[word].append(place)
                else:
                    for pair in _openings(*_marked(word[:2])):
                        self._words[pair].append((word, place))
        self._pairs = frozenset(self._words)
        self._find_alone = re.compile(f"[{re.escape(''.join(form for word in self._alone for form in _forms(word)))}]").findall

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


def _openings(first: str, second: str) -> Iterator[int]:
    """The pairs with which a word may open in a text: in all forms of its characters, with a blank between Latin and Chinese."""
    parted = first.isascii() != second.isascii() or second in "-~"
    openings = [first + second, (f" {second}" if first.isascii() else f"{first} ")] if parted else [first + second]
    for opening in openings:
        for forms in product(*map(_forms, opening)):
            yield from pairs_of("".join(forms))


def _forms(character: str) -> frozenset[str]:
    """A folded character as a text may hold it: full width, upper case, for 0 any digit."""
    same = {character, character.upper(), *_UNFOLDED.get(character, ()), *_UNFOLDED.get(character.upper(), ())}
    return frozenset(form for form in same if len(form) == 1)


def _unfolded() -> dict[str, list[str]]:
    forms = defaultdict(list)
    for code, read in _TABLE.items():
        forms[read if isinstance(read, str) else chr(read)].append(chr(code))
    return forms


_UNFOLDED = _unfolded()
