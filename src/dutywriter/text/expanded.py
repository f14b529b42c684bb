"""Patterns with shorthands: {男} stands for what is named 男, which may hold shorthands itself."""

import re

_NAME = re.compile(r"\{([^\d{},][^{}]*)\}")
_STRUCTURE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", re.DOTALL)
_DEPTH = 5
_RUN = re.compile(r"((?<!\\)[A-Z]|\[(?!\^)[^\]]*\])\+(?![+?])")


def expanded(source: str, words: dict[str, str]) -> str:
    """`source` with each {name} replaced by a group of what it stands for.

    Raises KeyError for a name that stands for nothing.
    """
    for _ in range(_DEPTH):
        if "{" not in source:
            return source
        source = _NAME.sub(lambda match: f"(?:{words[match[1]]})", source)
    return source


def whole_runs(source: str) -> str:
    """`source` where X+, of a capital letter or a class, matches whole runs only: no part of one is tried in vain."""
    return _RUN.sub(r"(?<!\1)\1++", source)


def branches(source: str) -> tuple[str, ...]:
    """The alternatives of an expression that is one of several; else itself alone."""
    if "|" not in source:
        return (source,)
    found, depth, start = [], 0, 0
    for match in _STRUCTURE.finditer(source):
        sign = match[0]
        if sign == "|" and depth == 0:
            found.append(source[start : match.start()])
            start = match.end()
        elif sign in "()":
            depth += 1 if sign == "(" else -1
    return (*found, source[start:])
