"""What a text must hold for a regular expression to match in it: words that are found faster than the expression is compiled.

Worked out when data is compiled, from the parse tree of `re`; a run only looks for the words.
"""

from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from dutywriter.text.pattern import Literals

_MOST_GROUPS, _MOST_WORDS, _MOST_CHARACTERS = 3, 120, 12
_Group = frozenset[str]


def literals(source: str) -> Literals:
    """The groups of words for an expression, the rarest words first; empty where it may match without any."""
    groups = sorted({group for group in _of_sequence(parser.parse(source)) if len(group) <= _MOST_WORDS}, key=_commonness)
    return tuple(tuple(sorted(group)) for group in groups[:_MOST_GROUPS])


def _commonness(group: _Group) -> tuple[int, int, list[str]]:
    return -min(map(len, group)), len(group), sorted(group)


def _of_sequence(tokens: Iterable[Any]) -> list[_Group]:
    """The groups of things that stand one after another; literal characters in a row are one word."""
    groups: list[_Group] = []
    word = ""
    for kind, value in tokens:
        if kind is op.LITERAL:
            word += chr(value)
            continue
        if word:
            groups.append(frozenset((word,)))
            word = ""
        groups += _of_token(kind, value)
    return [*groups, frozenset((word,))] if word else groups


def _of_token(kind: Any, value: Any) -> list[_Group]:
    if kind is op.IN:
        return _of_class(value)
    if kind is op.BRANCH:
        return _of_branches([_of_sequence(branch) for branch in value[1]])
    if kind is op.SUBPATTERN:
        return _of_sequence(value[3])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT) and value[0] > 0:
        return _of_sequence(value[2])
    return _of_sequence(value[1]) if kind is op.ASSERT else []


def _of_class(members: Iterable[tuple[Any, Any]]) -> list[_Group]:
    found = list(members)
    if len(found) > _MOST_CHARACTERS or any(kind is not op.LITERAL for kind, _ in found):
        return []
    return [frozenset(chr(code) for _, code in found)]


def _of_branches(branches: list[list[_Group]]) -> list[_Group]:
    """One group for alternatives: the rarest of each; none where one of them needs nothing."""
    if not all(branches):
        return []
    return [frozenset(word for groups in branches for word in min(groups, key=_commonness))]
