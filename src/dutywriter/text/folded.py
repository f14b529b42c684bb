"""A text as it is searched: half-width, lower case, one character for each of the original."""

_SIGNS = str.maketrans("、～〜—–―－·•・【】「」『』“”‘’、　\t\r", "、~~----···[]\"\"\"\"\"\"''、   ")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def folded(text: str) -> str:
    """`text` in half-width lower-case characters and plain punctuation, each standing where it stood."""
    plain = text.translate(_FULL_WIDTH).translate(_SIGNS)
    return "".join(lower if len(lower := character.lower()) == 1 else character for character in plain)
