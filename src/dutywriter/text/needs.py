"""What must stand in a text for a regular expression to match in it: words that are found faster than the expression is compiled.

Worked out when data is compiled, from the parse tree of `re`; a run only looks for the words. What an expression spells out is
multiplied into words, (甲|客户)方 into 甲方 and 客户方, until there are too many or something has no end: there a word ends and the
next begins (Russ Cox, Regular Expression Matching with a Trigram Index).
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import product
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from dutywriter.text.pattern import DIGIT, NOTHING_NEEDED, Group, Needs

_FEW_SPELLED, _MOST_SPELLED, _MOST_WORDS, _MOST_QUICK = 8, 64, 128, 3
_WIDEST_RANGE, _MOST_TIMES = 40, 4
_USUAL_LENGTH, _COST_OF_A_WORD = 40, 0.01
_IGNORECASE = parser.SRE_FLAG_IGNORECASE
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_CHINESE = "\u4e00"
_NOTHING = frozenset(("",))
_Words = frozenset[str]
_Token = tuple[Any, Any]


def needs(source: str) -> Needs:
    """What a text must hold where the expression matches."""
    tree = parser.parse(source)
    if tree.state.flags & _IGNORECASE:
        return NOTHING_NEEDED
    few, many = (_Reader(most).groups(tree) for most in (_FEW_SPELLED, _MOST_SPELLED))
    quick = sorted({_sorted(group) for group in few if not _has_digits(group)}, key=_cost)[:_MOST_QUICK]
    return Needs(tuple(quick), tuple(map(_sorted, many)), any(map(_has_digits, many)))


class _Reader:
    """Reads parse trees: a token is a kind and its value, a sequence is tokens that stand one after another."""

    def __init__(self, most: int) -> None:
        self._most = most

    def groups(self, sequence: Iterable[_Token]) -> list[_Words]:
        """Words of which one of each group stands wherever the sequence matches, in this order, none touching another."""
        found: list[_Words] = []
        spelled: _Words = _NOTHING
        for token in sequence:
            exact = self._exact(*token)
            alone = exact is None or len(exact) > self._most
            if alone or len(spelled) * len(exact or ()) > self._most:
                found += _needed(spelled)
                spelled = _NOTHING
            if alone:
                found += self._within(*token) or _needed(exact or _NOTHING)
            elif exact:
                spelled = _joined(spelled, exact)
        return [*found, *_needed(spelled)]

    def _exact(self, kind: Any, value: Any) -> _Words | None:
        """All that a token matches; None where that has no end or is too much to spell out."""
        if kind is op.LITERAL:
            return frozenset((_read(value),))
        if kind is op.IN:
            return self._of_class(value)
        if kind is op.BRANCH:
            return _together([self._exact_sequence(branch) for branch in value[1]])
        if kind is op.SUBPATTERN:
            return None if _folds_case(value) else self._exact_sequence(value[3])
        if kind in _REPEATS:
            return self._repeated(*value)
        return _NOTHING if kind in (op.ASSERT, op.ASSERT_NOT, op.AT) else None

    def _exact_sequence(self, sequence: Iterable[_Token]) -> _Words | None:
        spelled: _Words = _NOTHING
        for token in sequence:
            exact = self._exact(*token)
            if exact is None or len(spelled) * len(exact) > _MOST_WORDS:
                return None
            spelled = _joined(spelled, exact)
        return spelled

    def _of_class(self, members: Iterable[_Token]) -> _Words | None:
        return _together([self._of_member(*member) for member in members])

    def _of_member(self, kind: Any, value: Any) -> _Words | None:
        if kind is op.LITERAL:
            return frozenset((_read(value),))
        if kind is op.RANGE and value[1] - value[0] < _WIDEST_RANGE:
            return frozenset(map(_read, range(value[0], value[1] + 1)))
        return frozenset((DIGIT,)) if (kind, value) == (op.CATEGORY, op.CATEGORY_DIGIT) else None

    def _repeated(self, least: int, most: int, sequence: Sequence[_Token]) -> _Words | None:
        once = self._exact_sequence(sequence) if most <= _MOST_TIMES else None
        if once is None or len(once) ** most > _MOST_SPELLED:
            return None
        return frozenset("".join(words) for times in range(least, most + 1) for words in product(once, repeat=times))

    def _within(self, kind: Any, value: Any) -> list[_Words]:
        """The groups of a token that cannot be spelled out."""
        if kind is op.SUBPATTERN:
            return [] if _folds_case(value) else self.groups(value[3])
        if kind in _REPEATS and value[0] > 0:
            return self.groups(value[2])
        return self._of_branches(value[1]) if kind is op.BRANCH else []

    def _of_branches(self, branches: Iterable[Iterable[_Token]]) -> list[_Words]:
        """One group for alternatives: the rarest of each; none where one of them needs nothing."""
        found = [self.groups(branch) for branch in branches]
        return _needed(frozenset[str]().union(*(min(groups, key=_commonness) for groups in found))) if all(found) else []


def _folds_case(group: tuple[Any, int, int, Any]) -> bool:
    """Whether a group, by its number, the flags that it adds and takes away, and what is in it, matches in any case."""
    return bool(group[1] & _IGNORECASE)


def _read(code: int) -> str:
    return DIGIT if chr(code).isdecimal() else chr(code)


def _joined(first: _Words, second: _Words) -> _Words:
    return frozenset(one + other for one in first for other in second)


def _together(parts: Collection[_Words | None]) -> _Words | None:
    """All words of all parts; None where one part has no end, or they are too many."""
    known = [part for part in parts if part is not None]
    words = frozenset[str]().union(*known)
    return words if len(known) == len(parts) and len(words) <= _MOST_WORDS else None


def _needed(words: _Words) -> list[_Words]:
    """The words as a group, without those that hold another; none where nothing may stand there."""
    if "" in words:
        return []
    shortest = frozenset(word for word in words if not any(other != word and other in word for other in words))
    return [shortest] if len(shortest) <= _MOST_WORDS else []


def _has_digits(group: Iterable[str]) -> bool:
    return any(DIGIT in word for word in group)


def _sorted(group: Iterable[str]) -> Group:
    return tuple(sorted(group))


def _commonness(group: Iterable[str]) -> tuple[float, Group]:
    """Roughly how often one of these words stands at one place of a text; groups of the same words are alike."""
    words = _sorted(group)
    return sum(map(_often, words)), words


def _often(word: str) -> float:
    often = 1.0
    for character in word:
        often /= 4 if character == DIGIT else 60 if character >= _CHINESE else 10
    return often


def _cost(group: Group) -> tuple[float, Group]:
    """What looking for a group costs, and trying the expression where it is there, in a text of usual length."""
    often, words = _commonness(group)
    return min(_USUAL_LENGTH * often, 1) + _COST_OF_A_WORD * len(words), words
