"""Which of many things a text may be about, by short words: one look for all of them, before any pattern of theirs is tried."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from dutywriter.text.folded import FOLDS
from dutywriter.text.pairs import Pairs

_TABLE = FOLDS | {ord(digit): "0" for digit in "123456789１２３４５６７８９０"}


_CHINESE = "\u4e00"


class Index(Struct, frozen=True):
    """Things by the words that tell of them: by words of one character, and by a pair of characters in a longer word."""

    alone: dict[str, list[int]]
    parts: dict[str, list[tuple[str, int]]]


def indexed(things: Iterable[Iterable[str]]) -> Index:
    """The index of things by their places, each with its words: folded, with 0 for any digit, or as they stand in a text (996)."""
    alone: dict[str, list[int]] = defaultdict(list)
    parts: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for place, words in enumerate(things):
        for word in words:
            if len(word) == 1:
                alone[word].append(place)
            else:
                parts[_rarest(_marked(word))].append((word, place))
    return Index(alone, parts)


class Cues:
    """An index made ready: pairs as numbers, in all forms in which a text may hold them."""

    def __init__(self, index: Index) -> None:
        self._alone = index.alone
        self._words = _by_pair(index.parts)
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


def _rarest(word: str) -> str:
    """The two characters of a word by which it is looked for: Chinese ones rather than those that have many forms."""
    pairs = [word[place : place + 2] for place in range(len(word) - 1)]
    return min(pairs, key=lambda pair: len(_forms(pair[0])) * len(_forms(pair[1])))


def _by_pair(parts: Mapping[str, list[tuple[str, int]]]) -> dict[int, list[tuple[str, int]]]:
    """The words by the pairs that a text may hold of them: in all forms of two characters, a blank between them or not."""
    words: dict[int, list[tuple[str, int]]] = {}
    for part, held in parts.items():
        first, second = part[0], part[1]
        if first >= _CHINESE and second >= _CHINESE:
            words[ord(first) | ord(second) << 16] = held
            continue
        parted = first.isascii() != second.isascii() or second in "-~"
        blank = (" ", second) if first.isascii() else (first, " ")
        for one, other in ((first, second), blank) if parted else ((first, second),):
            for pair in (head | tail << 16 for head in _forms(one) for tail in _forms(other)):
                words[pair] = words[pair] + held if pair in words else held
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
