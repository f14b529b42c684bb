"""Names that a mistyped one may have meant."""

from collections.abc import Iterable

_LEAST_LIKENESS, _LEAST_CHINESE_LIKENESS = 0.6, 0.33


def nearest(given: str, names: Iterable[str], most: int = 3) -> list[str]:
    """At most `most` names that are like `given`, the likest first; none where nothing is alike.

    Two Chinese words of two characters that share one are as like as 0.5, so the bar is lower for Chinese.
    """
    word = given.lower()
    least = _LEAST_LIKENESS if word.isascii() else _LEAST_CHINESE_LIKENESS
    scored = [(_likeness(word, name.lower()), name) for name in dict.fromkeys(names)]
    close = sorted((pair for pair in scored if pair[0] >= least), key=lambda pair: -pair[0])
    return [name for _, name in close[:most]]


def _likeness(first: str, second: str) -> float:
    if first and (first in second or second in first):
        return 0.9
    from difflib import SequenceMatcher  # most runs mistype nothing

    return SequenceMatcher(None, first, second, autojunk=False).ratio()
