"""Which of many things a text may be about, by short words: one look for all of them, before any pattern of theirs is tried."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import json

from dutywriter.text.folded import FOLDS, folded
from dutywriter.text.pairs import Pairs, pairs_of
from dutywriter.text.pattern import DIGITS, marked
from dutywriter.text.table import Table, tabled

_TABLE = FOLDS | DIGITS
_CHINESE = "\u4e00"
_PAIR = 2
_FIRST_PAIR = 1 << 16
"""Numbers below are of single characters, or of one beside NUL, which costs a look in vain."""
_Words = dict[str, list[int]]


def indexed(things: Iterable[Iterable[str]]) -> bytes:
    """The index of things by their places, each with its words: folded, with 0 for any digit, or as they stand in a text (996).

    A table of words and places by the number of a pair of characters (text/pairs.py), or of one character for a word of one, in all
    the forms in which a text may hold them.
    """
    found: dict[int, _Words] = defaultdict(dict)
    for place, words in enumerate(things):
        for word in words:
            for key in map(ord, _forms(word)) if len(word) == 1 else _pairs(_rarest(marked(folded(word)))):
                found[key].setdefault(word, []).append(place)
    return tabled({key: json.encode(words) for key, words in found.items()})


class Cues:
    """An index as it is searched."""

    def __init__(self, index: bytes | memoryview) -> None:
        self._table = Table(memoryview(index))
        self._pairs = frozenset(self._table.keys)
        self._characters = frozenset(map(chr, self._table.keys[: bisect_left(self._table.keys, _FIRST_PAIR)]))
        self._words: dict[int, list[tuple[str, bool, list[int]]]] = {}

    def of(self, text: str, pairs: Pairs) -> dict[int, list[str]]:
        """The places of all things of which words stand in `text`, with its blanks or without, and the words.

        `pairs` are the text's.
        """
        found: dict[int, list[str]] = {}
        everywhere = ""
        for key in (*map(ord, self._characters.intersection(text)), *(self._pairs & pairs)):
            for word, one_form, places in self._of(key):
                if word not in text:
                    if one_form:
                        continue
                    everywhere = everywhere or _in_all_forms(text)
                    if word not in everywhere:
                        continue
                for place in places:
                    found.setdefault(place, []).append(word)
        return found

    def _of(self, key: int) -> list[tuple[str, bool, list[int]]]:
        """The words of a number: each, whether it is Chinese and so has one form only, and the places of its things."""
        words = self._words.get(key)
        if words is None:
            known = json.decode(self._table.get(key) or b"{}", type=_Words)
            words = self._words[key] = [(word, min(word) >= _CHINESE, places) for word, places in known.items()]
        return words


def _in_all_forms(text: str) -> str:
    """`text` folded, with its digits and with 0 for them, and both without blanks."""
    plain = folded(text)
    both = f"{plain}\n{marked(plain)}"
    return f"{both}\n{both.replace(' ', '')}"


def _rarest(word: str) -> str:
    """The two characters of a word by which it is looked for: Chinese ones rather than those that have many forms."""
    pairs = [word[place : place + _PAIR] for place in range(len(word) - 1)]
    return min(pairs, key=lambda pair: len(_forms(pair[0])) * len(_forms(pair[1])))


def _pairs(pair: str) -> Iterator[int]:
    """A pair as a text may hold it: in all forms of its two characters, a blank between them or not."""
    first, second = pair[0], pair[1]
    both = [(first, second)]
    if min(pair) < _CHINESE:
        both.append(min((first, " "), (" ", second), key=lambda half: len(_forms(half[0])) * len(_forms(half[1]))))
    yield from {number for one, other in both for head in _forms(one) for tail in _forms(other) for number in pairs_of(head + tail)}


@cache
def _forms(character: str) -> tuple[str, ...]:
    """A folded character as a text may hold it: full width, upper case, for 0 any digit."""
    upper = character.upper()
    forms = (character, upper, *_UNFOLDED.get(character, ()), *_UNFOLDED.get(upper, ()))
    return tuple(sorted({form for form in forms if len(form) == 1}))


def _unfolded() -> dict[str, list[str]]:
    forms = defaultdict(list)
    for code, read in _TABLE.items():
        forms[chr(read)].append(chr(code))
    return forms


_UNFOLDED = _unfolded()
