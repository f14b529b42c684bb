"""Pairs of characters: what two texts share, and which of many words a text may hold."""

Pairs = frozenset[int]


def pairs_of(text: str) -> Pairs:
    """Every two characters that stand side by side, each pair as one number."""
    units = text.encode("utf-16", "surrogatepass")  # a byte order mark, then two bytes a character
    return frozenset((*_numbers(units, 2), *_numbers(units, 4)))


def _numbers(units: bytes, start: int) -> list[int]:
    """Two characters after two, as numbers: much faster than cutting strings."""
    return memoryview(units)[start : len(units) - (len(units) - start) % 4].cast("I").tolist()
