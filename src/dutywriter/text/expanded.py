"""Patterns with shorthands: {男} stands for what is named 男, which may hold shorthands itself."""

import re

_NAME = re.compile(r"\{([^\d{},][^{}]*)\}")
_DEPTH = 5


def expanded(source: str, words: dict[str, str]) -> str:
    """`source` with each {name} replaced by a group of what it stands for.

    Raises KeyError for a name that stands for nothing.
    """
    for _ in range(_DEPTH):
        if "{" not in source:
            return source
        source = _NAME.sub(lambda match: f"(?:{words[match[1]]})", source)
    return source
