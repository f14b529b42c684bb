"""Which of many things a text may be about, by short words: one look for all of them, before any pattern is tried."""

from collections.abc import Iterable
from operator import add

from dutywriter.text.folded import FOLDS

_TABLE = FOLDS | {ord(digit): "0" for digit in "123456789１２３４５６７８９"}


def marked_digits(text: str) -> str:
    """`text` folded and with every digit as 0, each character standing where it stood but for rare capitals."""
    return text.translate(_TABLE).lower()


class Cues:
    """Things by place, each with its words; a word is folded, and 0 in it is any digit."""

    def __init__(self, things: Iterable[Iterable[str]]) -> None:
        self._alone: dict[str, list[int]] = {}
        self._pairs: dict[str, list[tuple[str, int]]] = {}
        for place, words in enumerate(things):
            for word in words:
                if len(word) == 1:
                    self._alone.setdefault(word, []).append(place)
                    continue
                whole = word if len(set(map(str.isascii, word))) == 1 else ""
                for opening in _openings(word[0], word[1]):
                    self._pairs.setdefault(opening, []).append((whole, place))

    def of(self, text: str) -> set[int]:
        """The places of all things of which a word may stand in `text`, which has been through `marked_digits`."""
        found = {
            place
            for pair in self._pairs.keys() & map(add, text, text[1:])
            for whole, place in self._pairs[pair]
            if not whole or whole in text
        }
        if not self._alone.keys().isdisjoint(text):
            found.update(*(self._alone[character] for character in self._alone.keys() & set(text)))
        return found


def _openings(first: str, second: str) -> tuple[str, ...]:
    """The first two characters, and what they may be where a blank parts Latin from Chinese."""
    if first.isascii() == second.isascii() and second not in "-~":
        return (first + second,)
    return (first + second, f" {second}" if first.isascii() else f"{first} ")
