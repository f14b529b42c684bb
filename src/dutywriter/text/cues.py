"""Which of many things a text may be about, by short words: one look for all of them, before any pattern of theirs is tried."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from dutywriter.text.folded import FOLDS

_TABLE = FOLDS | {ord(digit): "0" for digit in "123456789１２３４５６７８９０"}


class Cues:
    """Things by place, each with its words: folded, with 0 for any digit, or as they stand in a text (996)."""

    def __init__(self, things: Iterable[Iterable[str]]) -> None:
        self._words: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._alone: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(things):
            for word in words:
                if len(word) == 1:
                    self._alone[word].append(place)
                else:
                    for opening in _openings(*_marked(word[:2])):
                        self._words[opening].append((word, place))
        self._opened = _Opened(self._words)
        firsts, seconds = ({opening[at] for opening in self._words} for at in (0, 1))
        self._find_pairs = re.compile(f"({_any(firsts)}(?=({_any(seconds)})))").findall
        self._find_alone = re.compile(_any(self._alone)).findall

    def of(self, text: str) -> set[int]:
        """The places of all things of which a word stands in `text`, with its blanks or without."""
        found = {place for character in set(self._find_alone(text)) for place in self._alone[_marked(character)]}
        everywhere = ""
        for word, place in chain.from_iterable(map(self._opened.__getitem__, set(map("".join, self._find_pairs(text))))):
            if word in text:
                found.add(place)
            elif place not in found and (word[0].isascii() or word[-1].isascii() or not word.isalpha()):
                everywhere = everywhere or _blanked(text)
                if word in everywhere:
                    found.add(place)
        return found


class _Opened(dict[str, list[tuple[str, int]]]):
    """The words that open with two characters as they stand in a text; looked up once for each."""

    def __init__(self, words: dict[str, list[tuple[str, int]]]) -> None:
        self._of = words

    def __missing__(self, pair: str) -> list[tuple[str, int]]:
        self[pair] = self._of.get(_marked(pair), [])
        return self[pair]


def _marked(text: str) -> str:
    """`text` folded, and with every digit as 0."""
    return text.translate(_TABLE).lower()


def _blanked(text: str) -> str:
    """`text` folded with its blanks and without."""
    marked = _marked(text)
    return f"{marked}\n{marked.replace(' ', '')}"


def _openings(first: str, second: str) -> tuple[str, ...]:
    """The first two characters of a word, and what they may be where a blank parts Latin from Chinese."""
    if first.isascii() == second.isascii() and second not in "-~":
        return (first + second,)
    return (first + second, f" {second}" if first.isascii() else f"{first} ")


def _any(characters: Iterable[str]) -> str:
    """A class of these folded characters in all forms in which a text may hold them."""
    forms = defaultdict(list)
    for code, folded in _TABLE.items():
        forms[folded if isinstance(folded, str) else chr(folded)].append(chr(code))
    all_forms = {form for character in characters for form in (character, character.upper(), *forms[character])}
    all_forms |= {wide for form in all_forms for wide in forms[form.upper()]}
    return f"[{re.escape(''.join(sorted(all_forms)))}]" if all_forms else "(?!)"
