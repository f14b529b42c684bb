"""A place in a segment where typography is amiss, and whether characters there can be changed without touching markup."""

from functools import cached_property

from msgspec import Struct

from dutywriter.reading.source import Segment
from dutywriter.text.pattern import Pattern

_LEFT_ALONE = Pattern(
    r"(?:[a-z][a-z0-9+.]{1,10}://|www\.)[^\s，。；、）】》”<>\"]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
    r"|[\w\-（）()]{0,60}\.(?:xlsx?|docx?|pptx?|pdf|csv|md|txt|png|jpe?g|gif|zip|rar|mp[34]|json|ya?ml|html?|psd|com|cn|net)(?![A-Za-z])",
    ".@:",
)


class Spot(Struct, frozen=True):
    """Characters of a segment (half open), what is to be said of them, and what may stand in their place."""

    start: int
    end: int
    word: str
    fix: str | None = None


class Stretch:
    """A segment's text, and what in it is no prose: code, addresses, names of files."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.text = segment.text
        self.characters = frozenset(segment.text)

    def has(self, signs: frozenset[str]) -> bool:
        return not self.characters.isdisjoint(signs)

    def whole(self, start: int, end: int) -> bool:
        """Whether no markup stands between the characters of a span."""
        segment = self.segment
        return not segment.cuts or segment.place(end - 1) - segment.place(start) == end - 1 - start

    def alone(self, start: int, end: int) -> bool:
        """The same, and none right before or behind it."""
        return self.whole(max(start - 1, 0), min(end + 1, len(self.text)))

    def escaped(self, start: int) -> bool:
        """Whether one character of markup stands right before: it may be the sign that makes the next one plain."""
        return start > 0 and self.segment.place(start) - self.segment.place(start - 1) == 2  # noqa: PLR2004

    def prose(self, start: int, end: int) -> bool:
        """Whether a span touches nothing that is to be left as it is."""
        return all(end <= begin or stop <= start for begin, stop in self._left_alone)

    @cached_property
    def _left_alone(self) -> list[tuple[int, int]]:
        return [*(match.span() for match in _LEFT_ALONE.finditer(self.text)), *self._code()]

    def _code(self) -> list[tuple[int, int]]:
        """What stands between two single signs of markup: code, as a rule."""
        gone, single = 0, list[int]()
        for place, total in self.segment.cuts:
            if total - gone == 1:
                single.append(place)
            gone = total
        return list(zip(single[::2], single[1::2], strict=False))


def chinese(character: str) -> bool:
    """Whether a character (or nothing) is a Chinese one."""
    return "\u4e00" <= character <= "\u9fff"


def has_chinese(text: str) -> bool:
    """Whether a Chinese character stands in `text`."""
    return any(map(chinese, text))


def last_before(text: str, place: int) -> str:
    """The character before a place and the blanks before it; nothing at the beginning."""
    return text[max(0, place - 8) : place].rstrip()[-1:]


def next_after(text: str, place: int) -> str:
    """The character at a place or behind the blanks there; nothing at the end."""
    return text[place : place + 8].lstrip()[:1]
