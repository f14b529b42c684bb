"""Names of a vocabulary found in a text: the longest at each place, from left to right."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from dutywriter.text.folded import folded


class Mention(Struct, frozen=True):
    """A name in a text (half open): what it stands for, and the name as the vocabulary has it, folded."""

    start: int
    end: int
    meaning: str
    name: str


class Lexicon:
    """Names and what each stands for. Blanks in a name may be left out; a Latin name stands only as a whole word."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names: dict[str, str] = {}
        lengths: dict[str, set[int]] = {}
        for name, meaning in names.items():
            for spelling in _spellings(name):
                self._names.setdefault(spelling, meaning)
                lengths.setdefault(spelling[0], set()).add(len(spelling))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def mentions(self, plain: str) -> Iterator[Mention]:
        """Every name in a folded text."""
        place = 0
        while place < len(plain):
            found = self._at(plain, place)
            if found:
                yield found
            place = found.end if found else place + 1

    def _at(self, plain: str, start: int) -> Mention | None:
        for length in self._lengths.get(plain[start], ()):
            name = plain[start : start + length]
            if name in self._names and _whole(plain, start, start + len(name)):
                return Mention(start, start + len(name), self._names[name], name)
        return None


@lru_cache(maxsize=8192)
def _spellings(name: str) -> frozenset[str]:
    """A name, folded, with and without its blanks."""
    plain = folded(name)
    return frozenset((plain, plain.replace(" ", "")))


def _whole(plain: str, start: int, end: int) -> bool:
    """Whether no Latin word is cut at either end."""
    return not (_joined(plain, start) or _joined(plain, end))


def _joined(plain: str, place: int) -> bool:
    if not 0 < place < len(plain):
        return False
    before, after = plain[place - 1], plain[place]
    return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
