"""Items that say the same in nearly the same words, found among many without comparing all pairs."""

from msgspec import Struct

from dutywriter.text.pairs import Pairs

LEAST_ALIKE = (4, 5)
"""The share of all pairs of two items that both hold, from which on they are alike: four of five."""
SHORTEST = 8
"""Characters below which two items may well be alike."""
_LONGEST = 300
"""Characters beyond which an item is told only where it is repeated word for word."""
_REMEMBERED = 16
"""Items kept for one pair of characters: what bounds the work and the memory in a part of a million like items."""
_PART = 5_000
"""Items kept of one part, and texts of it."""


class Like(Struct, frozen=True):
    """An earlier item: its text, and whether the later one is the same word for word."""

    text: str
    same: bool


class Index:
    """The items of one part so far.

    Two sets that share four fifths of all their pairs share one at least among the first fifth of each, in any one order of
    pairs: only items that do are compared.
    """

    def __init__(self) -> None:
        self._texts: set[str] = set()
        self._holding: dict[int, list[tuple[str, Pairs]]] = {}

    def like(self, text: str, pairs: Pairs) -> Like | None:
        """The earlier item that `text`, whose pairs of characters are given, repeats; it is remembered itself."""
        if text in self._texts:
            return Like(text, same=True)
        found = None
        if len(self._texts) < _PART:
            self._texts.add(text)
            if len(text) <= _LONGEST:
                found = self._nearly(text, pairs)
        return found

    def _nearly(self, text: str, pairs: Pairs) -> Like | None:
        found = None
        seen: set[str] = set()
        row = (text, pairs)
        for pair in sorted(pairs)[: len(pairs) - _least(len(pairs)) + 1]:
            holding = self._holding.get(pair)
            if holding is None:
                self._holding[pair] = [row]
                continue
            if found is None:
                found = next((other for other, others in holding if other not in seen and _alike(pairs, others)), None)
                seen.update(other for other, _ in holding)
            if len(holding) == _REMEMBERED:
                del holding[0]
            holding.append(row)
        return None if found is None else Like(found, same=False)


def _least(count: int) -> int:
    """How many of `count` pairs another set must share to be alike: the next whole number."""
    share, whole = LEAST_ALIKE
    return -(-count * share // whole)


def _alike(one: Pairs, other: Pairs) -> bool:
    share, whole = LEAST_ALIKE
    if whole * min(len(one), len(other)) < share * max(len(one), len(other)):
        return False
    common = len(one & other)
    return whole * common >= share * (len(one) + len(other) - common)
