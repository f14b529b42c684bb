"""Which of many things a text may be about, by short words: one look for all of them, before any pattern is tried."""

from collections.abc import Iterable
from operator import add

from dutywriter.text.folded import FOLDS

_TABLE = FOLDS | {ord(digit): "0" for digit in "123456789１２３４５６７８９"}


def marked_digits(text: str) -> str:
    """`text` folded and with every digit as 0, each character standing where it stood but for rare capitals."""
    return text.translate(_TABLE).lower()


class Cues:
    """Things by place, each with its words: folded, with 0 for any digit, or as they stand in a text (996)."""

    def __init__(self, things: Iterable[Iterable[str]]) -> None:
        self._alone: dict[str, list[int]] = {}
        self._pairs: dict[str, list[tuple[str, int]]] = {}
        for place, words in enumerate(things):
            for word in words:
                if len(word) == 1:
                    self._alone.setdefault(word, []).append(place)
                    continue
                first, second, *_ = word.translate(_TABLE)
                for opening in _openings(first, second):
                    self._pairs.setdefault(opening, []).append((word, place))

    def of(self, text: str) -> set[int]:
        """The places of all things of which a word stands in `text`, blanks left out."""
        marked = marked_digits(text)
        found = set[int]()
        pairs = self._pairs.keys() & map(add, marked, marked[1:])
        if pairs:
            where = f"{marked}\n{marked.replace(' ', '')}\n{text}"
            found = {place for pair in pairs for word, place in self._pairs[pair] if word in where}
        if not self._alone.keys().isdisjoint(marked):
            found.update(*(self._alone[character] for character in self._alone.keys() & set(marked)))
        return found


def _openings(first: str, second: str) -> tuple[str, ...]:
    """The first two characters, and what they may be where a blank parts Latin from Chinese."""
    if first.isascii() == second.isascii() and second not in "-~":
        return (first + second,)
    return (first + second, f" {second}" if first.isascii() else f"{first} ")
