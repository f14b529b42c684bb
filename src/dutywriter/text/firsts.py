"""With which characters a text may begin that a regular expression matches: read from the parse tree of `re`."""

from collections.abc import Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_WIDEST_RANGE = 40
_EMPTY = ""
"""Stands among first characters where the expression also matches nothing."""
_Token = tuple[Any, Any]


class UntoldError(ValueError):
    """The first characters of an expression cannot be told."""


def firsts(source: str) -> frozenset[str]:
    """The first characters of all that the expression matches.

    Raises UntoldError where it may match nothing, or begin with too many.
    """
    found = _of_sequence(list(parser.parse(source)))
    if _EMPTY in found:
        raise UntoldError(source)
    return found


def _of_sequence(sequence: Sequence[_Token]) -> frozenset[str]:
    found = frozenset((_EMPTY,))
    for kind, value in sequence:
        if _EMPTY not in found:
            break
        found = found - {_EMPTY} | _of_token(kind, value)
    return found


def _of_token(kind: Any, value: Any) -> frozenset[str]:
    if kind is op.LITERAL:
        return frozenset((chr(value),))
    if kind is op.IN:
        return frozenset[str]().union(*(_of_member(*member) for member in value))
    if kind is op.BRANCH:
        return frozenset[str]().union(*map(_of_sequence, value[1]))
    if kind is op.SUBPATTERN:
        return _of_sequence(value[3])
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return _of_sequence(value[2]) | ({_EMPTY} if value[0] == 0 else frozenset())
    if kind in (op.ASSERT, op.ASSERT_NOT, op.AT):
        return frozenset((_EMPTY,))
    raise UntoldError(str(kind))


def _of_member(kind: Any, value: Any) -> frozenset[str]:
    if kind is op.LITERAL:
        return frozenset((chr(value),))
    if kind is op.RANGE and value[1] - value[0] < _WIDEST_RANGE:
        return frozenset(map(chr, range(value[0], value[1] + 1)))
    raise UntoldError(str(kind))
