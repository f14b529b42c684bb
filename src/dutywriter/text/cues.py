"""Which of many things a text may be about, by short words: one look for all of them, before anything is folded or compiled."""

from collections.abc import Iterable, Iterator
from functools import cache
from operator import add

_DIGITS = "0123456789０１２３４５６７８９"
_FORMS = {"0": _DIGITS, "-": "-－—–―", "~": "~～〜", ":": ":：", "(": "(（", ")": ")）", "+": "+＋"}
_SHIFT = 0xFEE0


class Cues:
    """Things by place, each with its words; a word is folded, and 0 in it is any digit."""

    def __init__(self, things: Iterable[Iterable[str]]) -> None:
        self._alone: dict[str, list[int]] = {}
        self._pairs: dict[str, list[int]] = {}
        for place, words in enumerate(things):
            for word in words:
                found = self._alone if len(word) == 1 else self._pairs
                for opening in _openings(word[:2]):
                    found.setdefault(opening, []).append(place)

    def of(self, text: str) -> list[int]:
        """The places, in order, of all things of which a word may stand in `text`: of longer words two characters are looked at."""
        pairs = self._pairs.keys() & map(add, text, text[1:])
        alone = () if self._alone.keys().isdisjoint(text) else self._alone.keys() & set(text)
        places = {place for pair in pairs for place in self._pairs[pair]}
        return sorted(places.union(*(self._alone[character] for character in alone)))


@cache
def _openings(opening: str) -> tuple[str, ...]:
    """The ways in which the opening of a folded word may stand in a text, with a blank between Latin and Chinese too."""
    if len(opening) == 1:
        return tuple(_forms(opening))
    first, second = opening
    ways = [one + other for one in _forms(first) for other in _forms(second)]
    if first.isascii() != second.isascii() or "-" in opening or "~" in opening:
        ways += [" " + other for other in _forms(second)] if first.isascii() else [first + " "]
    return tuple(ways)


def _forms(character: str) -> Iterator[str]:
    if character in _FORMS or not character.isascii():
        yield from _FORMS.get(character, character)
        return
    for form in {character, character.upper()}:
        yield from (form, chr(ord(form) + _SHIFT) if form != " " else "\u3000")
