"""Whether any of many short words stands in a text: one look for all of them."""

from collections import defaultdict
from collections.abc import Iterable

from dutywriter.text.pattern import Pattern

_WIDE = {"-": "-－—–―", "~": "~～〜", "0": "0-9０-９", " ": " \t\u3000"}
_SHIFT = 0xFEE0


def any_of(words: Iterable[str]) -> Pattern:
    """A pattern that finds, in a text that is not folded, the first two characters of any of the folded words.

    In the words 0 stands for any digit. Between a digit or Latin letter and its neighbour one blank may stand.
    """
    after: dict[str, set[str]] = defaultdict(set)
    alone: set[str] = set()
    for word in words:
        if len(word) == 1:
            alone.add(word)
        else:
            after[word[0]].add(word[1])
    branches = [f"[{_all(alone)}]"] if alone else []
    branches += [_pair(first, seconds) for first, seconds in after.items() if first not in alone]
    return Pattern("|".join(branches) or "(?!)")


def _pair(first: str, seconds: set[str]) -> str:
    latin = first.isascii() or any(second.isascii() for second in seconds)
    return f"[{_all({first})}]{' ?' if latin else ''}[{_all(seconds)}]"


def _all(characters: Iterable[str]) -> str:
    return "".join(_forms(character) for character in sorted(characters))


def _forms(character: str) -> str:
    """The ways in which a folded character may stand in a text, escaped for a class."""
    if character in _WIDE:
        return _WIDE[character].replace("-", "\\-", 1) if character == "-" else _WIDE[character]
    if not character.isascii():
        return character
    forms = {character, character.upper()}
    forms |= {chr(ord(form) + _SHIFT) for form in forms}
    return "".join("\\" + form if form in "\\]^[-" else form for form in sorted(forms))
