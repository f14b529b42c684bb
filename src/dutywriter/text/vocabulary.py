"""Words in classes, looked up by their first character: an expression of all of them would be tried at every place of a text."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct, json

from dutywriter.text.pattern import Pattern
from dutywriter.text.table import Table, tabled

Classes = list[tuple[str, list[str]]]
"""A letter and expressions of words, without groups, in the order in which they are tried."""


class Words(Struct, frozen=True, array_like=True):
    """Words with the same first character: the letters of their classes, and an expression with a group for each."""

    letters: str
    expression: str


def listed(classes: Classes) -> bytes:
    """The table of words by the number of their first character.

    Raises UntoldError for a word whose first character cannot be told.
    """
    from dutywriter.text.firsts import firsts

    found: dict[str, Classes] = defaultdict(list)
    for letter, words in classes:
        for word in words:
            for first in firsts(word):
                same = found[first]
                if same and same[-1][0] == letter:
                    same[-1][1].append(word)
                else:
                    same.append((letter, [word]))
    return tabled({ord(first): json.encode(_together(words)) for first, words in found.items()})


def _together(classes: Classes) -> Words:
    return Words("".join(letter for letter, _ in classes), "|".join(f"({'|'.join(words)})" for _, words in classes))


def expressions(table: bytes) -> Iterator[str]:
    """Every expression of such a table."""
    words = Table(memoryview(table))
    yield from (json.decode(words.get(first) or b"", type=Words).expression for first in words.keys)


class Vocabulary:
    """Such a table as it is used; `classes` are the words themselves, which do without one."""

    def __init__(self, table: memoryview, classes: Classes) -> None:
        self._table = Table(table)
        self._known: dict[str, tuple[Pattern, str] | None] = {}
        self._all = None if table else _together(classes)

    def lettered(self, text: str) -> str:
        """`text` with its letter for every character of a word; of words at one place the first, from left to right."""
        letters, place = list(text), 0
        while place < len(text):
            known = self._beginning(text[place])
            match = known[0].match(text, place) if known else None
            if known and match and match.end() > place:
                letters[place : match.end()] = known[1][(match.lastindex or 1) - 1] * (match.end() - place)
                place = match.end()
            else:
                place += 1
        return "".join(letters)

    def _beginning(self, first: str) -> tuple[Pattern, str] | None:
        if first not in self._known:
            words = self._of(first)
            self._known[first] = (Pattern(words.expression), words.letters) if words else None
        return self._known[first]

    def _of(self, first: str) -> Words | None:
        if self._all:
            return self._all
        found = self._table.get(ord(first))
        return json.decode(found, type=Words) if found else None
