"""Making a draft fit into a number of characters: the least weighty lines go, no sentence is cut."""

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace

from dutywriter.compose.parts.pending import notice
from dutywriter.draft import Draft, Items, Line, Part


class TooLongError(Exception):
    """A draft does not fit; `least` is the length of the shortest that can be made of it."""

    def __init__(self, least: int) -> None:
        super().__init__(str(least))
        self.least = least


def shortened(draft: Draft, shortens: Mapping[str, int], most: int, measure: Callable[[Draft], int]) -> Draft:
    """`draft` with as few lines dropped as make its `measure` at most `most`.

    `shortens` names the parts that may lose lines, in the order in which they do, and how many each keeps. The last line goes
    first, but the user's own only after the others.
    Raises TooLongError where that is not enough.
    """
    length = measure(draft)
    for shorter in _shorter(draft, shortens):
        if length <= most:
            break
        draft, length = shorter, measure(shorter)
    if length > most:
        raise TooLongError(length)
    return draft


def _shorter(draft: Draft, shortens: Mapping[str, int]) -> Iterator[Draft]:
    """`draft` with one line less each time; a part without lines goes as a whole."""
    for key, least in shortens.items():
        while len(_lines(draft, key)) > least:
            parts = tuple(_less(part) if part.key == key else part for part in draft.parts)
            draft = replace(draft, parts=tuple(part for part in parts if part.blocks))
            draft = replace(draft, notice=notice(replace(draft, notice=None)))
            yield draft


def _lines(draft: Draft, key: str) -> tuple[object, ...]:
    items = (block for part in draft.parts if part.key == key for block in part.blocks if isinstance(block, Items))
    return next((block.lines for block in items), ())


def _less(part: Part) -> Part:
    """The part with its list one line shorter."""
    blocks = (replace(block, lines=_fewer(block.lines)) if isinstance(block, Items) else block for block in part.blocks)
    return replace(part, blocks=tuple(block for block in blocks if not isinstance(block, Items) or block.lines))


def _fewer(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    going = max(range(len(lines)), key=lambda place: (lines[place].origin.source != "user", place))
    return lines[:going] + lines[going + 1 :]
