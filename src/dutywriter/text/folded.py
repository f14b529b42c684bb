"""A text as it is searched: half-width, lower case, one character for each of the original."""

_SIGNS = str.maketrans("|丨～〜—–―－·•・【】「」『』“”‘’　\t\r", ',,~~----···[]""""""\'\'   ')
FOLDS: dict[int, int] = {code: _SIGNS.get(code - 0xFEE0, code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | _SIGNS
"""What each character is read as that is not itself."""


def folded(text: str) -> str:
    """`text` in half-width lower-case characters and plain punctuation, each standing where it stood."""
    plain = text.translate(FOLDS)
    lower = plain.lower()
    return lower if len(lower) == len(plain) else "".join(_lower(character) for character in plain)


def _lower(character: str) -> str:
    """The lower case of a character, where that is one character too."""
    lower = character.lower()
    return lower if len(lower) == 1 else character
